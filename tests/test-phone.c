#include "amp-phone.h"

static void
assert_normal (const char *value, const char *expected)
{
  char             buffer[AMP_PHONE_SIZE];
  g_autofree char *escaped = g_strescape (value, NULL);
  gsize            length;

  g_test_message ("%s", escaped);
  length = amp_phone_normalize (value, strlen (value), buffer, sizeof buffer);
  g_assert_cmpstr (buffer, ==, expected);
  g_assert_cmpuint (length, ==, strlen (expected));
}

static void
test_spellings_of_a_french_number_are_one (void)
{
  assert_normal ("0299123456", "33299123456");
  assert_normal ("02 99 12 34 56", "33299123456");
  assert_normal ("02.99.12.34.56", "33299123456");
  assert_normal ("02-99-12-34-56", "33299123456");
  assert_normal ("02/99/12/34/56", "33299123456");
  assert_normal ("+33299123456", "33299123456");
  assert_normal ("+33 2 99 12 34 56", "33299123456");
  assert_normal ("+33 (0)2 99 12 34 56", "33299123456");
  assert_normal ("0033299123456", "33299123456");
  assert_normal ("0033 (0) 2 99 12 34 56", "33299123456");
  assert_normal ("33299123456", "33299123456");
  assert_normal ("+330299123456", "33299123456");
  assert_normal ("299123456", "33299123456");
  assert_normal (" (02) 99 12 34 56 ", "33299123456");
  assert_normal ("02\302\24099\302\24012\302\24034\302\24056", "33299123456");
}

static void
test_overseas_numbers_have_their_country_code (void)
{
  assert_normal ("0692 12 34 56", "262692123456");
  assert_normal ("+262 692 12 34 56", "262692123456");
  assert_normal ("0590123456", "590590123456");
  assert_normal ("0696123456", "596696123456");
}

static void
test_foreign_numbers_need_a_prefix (void)
{
  assert_normal ("+44 20 7946 0958", "442079460958");
  assert_normal ("0044 20 7946 0958", "442079460958");
  assert_normal ("+1 (202) 555-0143", "12025550143");
  assert_normal ("442079460958", "");
}

static void
test_what_is_no_number_is_refused (void)
{
  assert_normal ("", "");
  assert_normal ("0", "");
  assert_normal ("12", "");
  assert_normal ("0299", "");
  assert_normal ("029912345", "");
  assert_normal ("02991234567", "");
  assert_normal ("0000000000", "");
  assert_normal ("0600000000", "");
  assert_normal ("0999999999", "");
  assert_normal ("02 99 12 34 5X", "");
  assert_normal ("0299123456 (bureau)", "");
  assert_normal ("00", "");
  assert_normal ("+", "");
  assert_normal ("+33", "");
  assert_normal ("+33 0", "");
  assert_normal ("29 91 23 456", "");
  assert_normal ("1850335238001", "");
  assert_normal ("+331234567890123456", "");
  assert_normal ("a@b.fr", "");
  assert_normal ("35000", "");
  assert_normal ("++33299123456", "");
  assert_normal ("02+99123456", "");
  assert_normal ("\3770299123456", "");
}

static void
test_what_does_not_fit_is_refused (void)
{
  char buffer[12];

  g_assert_cmpuint (amp_phone_normalize ("0299123456", 10, buffer, 12), ==, 11);
  g_assert_cmpuint (amp_phone_normalize ("0299123456", 10, buffer, 11), ==, 0);
  g_assert_cmpuint (amp_phone_normalize ("+442079460958", 13, buffer, 12), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fields/phone/spellings-of-a-french-number-are-one", test_spellings_of_a_french_number_are_one);
  g_test_add_func ("/fields/phone/overseas-numbers-have-their-country-code", test_overseas_numbers_have_their_country_code);
  g_test_add_func ("/fields/phone/foreign-numbers-need-a-prefix", test_foreign_numbers_need_a_prefix);
  g_test_add_func ("/fields/phone/what-is-no-number-is-refused", test_what_is_no_number_is_refused);
  g_test_add_func ("/fields/phone/what-does-not-fit-is-refused", test_what_does_not_fit_is_refused);
  return g_test_run ();
}
