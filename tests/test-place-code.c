#include "amp-place-code.h"

#include "assert-each.h"

static void
test_postal_five_digits (void)
{
  assert_each (amp_postal_code_is_valid, TRUE, "35000|01000|97400|98800| 56000");
  assert_each (amp_postal_code_is_valid, FALSE, "|00100|99000|3500|350000|2A004|35 000|A5000");
  g_assert_false (amp_postal_code_is_valid ("\377\300", 2));
  g_assert_false (amp_postal_code_is_valid (NULL, 0));
}

static void
test_insee_five_characters_with_corsica (void)
{
  assert_each (amp_insee_code_is_valid, TRUE, "35238|2A004|2B033|97411|99100|01001");
  assert_each (amp_insee_code_is_valid, FALSE, "|00238|2C004|3523|352380|35A38|A2004");
  g_assert_false (amp_insee_code_is_valid ("\377\300", 2));
  g_assert_false (amp_insee_code_is_valid (NULL, 0));
}

static void
test_city_a_postal_code_and_a_name (void)
{
  assert_each (amp_postal_city_is_valid, TRUE, "35000 RENNES|56000  Vannes|29200 \303\211vran|01000 St-Denis");
  assert_each (amp_postal_city_is_valid, FALSE, "|35000|35000 |35000RENNES|RENNES 35000|99000 RENNES|35000 12|35000 R 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0");
  g_assert_false (amp_postal_city_is_valid ("\377\300", 2));
  g_assert_false (amp_postal_city_is_valid (NULL, 0));
}

static void
test_full_address_ends_with_a_place (void)
{
  assert_each (amp_full_address_is_valid, TRUE, "3 rue du Lac, 35000 RENNES|BAT A 12 ALLEE 29200 BREST CEDEX 2|12 Kirchgasse, 50667 K\303\266ln, Germany");
  assert_each (amp_full_address_is_valid, FALSE, "|35000 RENNES|3 rue du Lac|3 rue du Lac, 35000|3 rue du Lac 350001 RENNES|1234 35000 RENNES");
  g_assert_false (amp_full_address_is_valid ("\377\300\377\300\377\300\377\300\377\300\377\300", 12));
  g_assert_false (amp_full_address_is_valid (NULL, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fields/place-code/postal-five-digits", test_postal_five_digits);
  g_test_add_func ("/fields/place-code/insee-five-characters-with-corsica", test_insee_five_characters_with_corsica);
  g_test_add_func ("/fields/place-code/city-a-postal-code-and-a-name", test_city_a_postal_code_and_a_name);
  g_test_add_func ("/fields/place-code/full-address-ends-with-a-place", test_full_address_ends_with_a_place);
  return g_test_run ();
}
