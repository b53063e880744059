#include "amp-register-number.h"

#include "assert-each.h"

static void
test_siren_companies_have_luhn (void)
{
  assert_each (amp_siren_is_valid, TRUE, "732829320|732 829 320|552100554|356000000");
  assert_each (amp_siren_is_valid, FALSE, "|732829321|000000000|73282932|7328293200|73282932A");
  g_assert_false (amp_siren_is_valid ("\377\300", 2));
  g_assert_false (amp_siren_is_valid (NULL, 0));
}

static void
test_siret_establishments_have_luhn_or_are_la_poste (void)
{
  assert_each (amp_siret_is_valid, TRUE, "73282932000074|732 829 320 00074|35600000049837");
  assert_each (amp_siret_is_valid, FALSE, "|73282932000075|35600000049838|00000000000000|732829320");
  g_assert_false (amp_siret_is_valid ("\377\300", 2));
  g_assert_false (amp_siret_is_valid (NULL, 0));
}

static void
test_rpps_professionals_start_with_1 (void)
{
  assert_each (amp_rpps_is_valid, TRUE, "10001234565|10109876549");
  assert_each (amp_rpps_is_valid, FALSE, "|10001234566|20001234564|1000123456|00000000000");
  g_assert_false (amp_rpps_is_valid ("\377\300", 2));
  g_assert_false (amp_rpps_is_valid (NULL, 0));
}

static void
test_finess_establishments_start_with_a_departement (void)
{
  assert_each (amp_finess_is_valid, TRUE, "350000022|2A0000014|970100228| 750712184 ");
  assert_each (amp_finess_is_valid, FALSE, "|000000022|35000002|3500000222|2C0000014|35000002A|350000023");
  g_assert_false (amp_finess_is_valid ("\377\300", 2));
  g_assert_false (amp_finess_is_valid (NULL, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fields/register-number/siren-companies-have-luhn", test_siren_companies_have_luhn);
  g_test_add_func ("/fields/register-number/siret-establishments-have-luhn-or-are-la-poste", test_siret_establishments_have_luhn_or_are_la_poste);
  g_test_add_func ("/fields/register-number/rpps-professionals-start-with-1", test_rpps_professionals_start_with_1);
  g_test_add_func ("/fields/register-number/finess-establishments-start-with-a-departement", test_finess_establishments_start_with_a_departement);
  return g_test_run ();
}
