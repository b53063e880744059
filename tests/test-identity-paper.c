#include "amp-identity-paper.h"

#include "assert-each.h"

static void
test_passport_french_passports (void)
{
  assert_each (amp_passport_is_valid, TRUE, "12AB34567|12ab34567| 08CK 12345");
  assert_each (amp_passport_is_valid, FALSE, "|123456789|AB1234567|12AB3456|12AB345678");
  g_assert_false (amp_passport_is_valid ("\377\300", 2));
  g_assert_false (amp_passport_is_valid (NULL, 0));
}

static void
test_cni_both_generations (void)
{
  assert_each (amp_cni_is_valid, TRUE, "880692310285|150135300123|X4RTBPFW4|D2H6862M2");
  assert_each (amp_cni_is_valid, FALSE, "|881392310285|880092310285|88069231028|X4RTBPFWA|XYZTBPFWV|123456789");
  g_assert_false (amp_cni_is_valid ("\377\300", 2));
  g_assert_false (amp_cni_is_valid (NULL, 0));
}

static void
test_licence_both_generations (void)
{
  assert_each (amp_driving_licence_is_valid, TRUE, "880692310285|13AB12345");
  assert_each (amp_driving_licence_is_valid, FALSE, "|13ABC2345|8806923102855|880692");
  g_assert_false (amp_driving_licence_is_valid ("\377\300", 2));
  g_assert_false (amp_driving_licence_is_valid (NULL, 0));
}

static void
test_plate_both_generations (void)
{
  assert_each (amp_plate_is_valid, TRUE, "AB-123-CD|ab 123 cd|AB123CD|1234 AB 35|12 ABC 2A|123 QZ 974");
  assert_each (amp_plate_is_valid, FALSE, "|AI-123-CD|AB-12-CD|AB-123-C|1234 35|12345 AB 35|12 ABCD 35|RENNES|AB 35|12 AB 00|12 AB 355");
  g_assert_false (amp_plate_is_valid ("\377\300", 2));
  g_assert_false (amp_plate_is_valid (NULL, 0));
}

static void
test_tax_thirteen_digits_with_their_check (void)
{
  assert_each (amp_tax_id_is_valid, TRUE, "0123456789211|30 12 345 678 167|0701987765493");
  assert_each (amp_tax_id_is_valid, FALSE, "|4123456789012|012345678901|01234567890123|0701987765494|0123456789012");
  g_assert_false (amp_tax_id_is_valid ("\377\300", 2));
  g_assert_false (amp_tax_id_is_valid (NULL, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fields/identity-paper/passport-french-passports", test_passport_french_passports);
  g_test_add_func ("/fields/identity-paper/cni-both-generations", test_cni_both_generations);
  g_test_add_func ("/fields/identity-paper/licence-both-generations", test_licence_both_generations);
  g_test_add_func ("/fields/identity-paper/plate-both-generations", test_plate_both_generations);
  g_test_add_func ("/fields/identity-paper/tax-thirteen-digits-with-their-check", test_tax_thirteen_digits_with_their_check);
  return g_test_run ();
}
