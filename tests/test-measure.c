#include "amp-measure.h"

#include "assert-each.h"

static void
test_amount_sums_of_money (void)
{
  assert_each (amp_amount_is_valid, TRUE, "12|12.50|-3,20|1 234,56 \342\202\254|$12.00|45 EUR|0|+7.5|1234567 F");
  assert_each (amp_amount_is_valid, FALSE, "|12.|.5|12 kg|12 34x|EUR|-|1.2.3|12,|1  2|12345678901234567890123456789");
  g_assert_false (amp_amount_is_valid ("\377\300", 2));
  g_assert_false (amp_amount_is_valid (NULL, 0));
}

static void
test_weight_weights (void)
{
  assert_each (amp_weight_is_valid, TRUE, "72|72,5|3.4 kg|120kg");
  assert_each (amp_weight_is_valid, FALSE, "|0|400|72 cm|kg|-70|7 2");
  g_assert_false (amp_weight_is_valid ("\377\300", 2));
  g_assert_false (amp_weight_is_valid (NULL, 0));
}

static void
test_height_heights (void)
{
  assert_each (amp_height_is_valid, TRUE, "172|1.72|1,72 m|50 cm|172cm");
  assert_each (amp_height_is_valid, FALSE, "|5|300|2.5|172 kg|-172");
  g_assert_false (amp_height_is_valid ("\377\300", 2));
  g_assert_false (amp_height_is_valid (NULL, 0));
}

static void
test_location_coordinates (void)
{
  assert_each (amp_location_is_valid, TRUE, "48.1173|-1.6778|48.1173,-1.6778|48.1173 ; -1.6778|48,117");
  assert_each (amp_location_is_valid, FALSE, "|48|48.1|48.11|200.123|48.1173,|48.1173,-1|48.1173 nord|,");
  g_assert_false (amp_location_is_valid ("\377\300", 2));
  g_assert_false (amp_location_is_valid (NULL, 0));
}

static void
test_key_keys_of_a_nir (void)
{
  assert_each (amp_nir_key_is_valid, TRUE, "01|1|97|42 ");
  assert_each (amp_nir_key_is_valid, FALSE, "|0|00|98|123|A1|1.");
  g_assert_false (amp_nir_key_is_valid ("\377\300", 2));
  g_assert_false (amp_nir_key_is_valid (NULL, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fields/measure/amount-sums-of-money", test_amount_sums_of_money);
  g_test_add_func ("/fields/measure/weight-weights", test_weight_weights);
  g_test_add_func ("/fields/measure/height-heights", test_height_heights);
  g_test_add_func ("/fields/measure/location-coordinates", test_location_coordinates);
  g_test_add_func ("/fields/measure/key-keys-of-a-nir", test_key_keys_of_a_nir);
  return g_test_run ();
}
