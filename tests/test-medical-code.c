#include "amp-medical-code.h"

#include "assert-each.h"

static void
test_icd10_diagnosis_codes (void)
{
  assert_each (amp_icd10_is_valid, TRUE, "B20|E11.9|e119|Z37.0|F32.00|M00.0+5|Z370 ");
  assert_each (amp_icd10_is_valid, FALSE, "|B2|20B|E11.|E11.99999|E1199999|BB20|B20A|E11 9|35000");
  /* The shape of a code, but of none there is. */
  assert_each (amp_icd10_is_valid, FALSE, "A12|X99.A|K00.9999A|B19.5|I10.4|E11.3456A");
  assert_each (amp_icd10_is_valid, TRUE, "U07.1|B24|I10|S7200|C50.9");
  g_assert_false (amp_icd10_is_valid ("\377\300", 2));
  g_assert_false (amp_icd10_is_valid (NULL, 0));
}

static void
test_atc_codes_of_drugs (void)
{
  assert_each (amp_atc_is_valid, TRUE, "J01CA04|a10ba02|N02BE01 |J05AR|V20AA01");
  assert_each (amp_atc_is_valid, FALSE, "|J01|J03CA04|E01CA04|J01C404|J01CA0|J01CA044|AB-123-CD");
  g_assert_false (amp_atc_is_valid ("\377\300", 2));
  g_assert_false (amp_atc_is_valid (NULL, 0));
}

static void
test_blood_groups_with_and_without_rhesus (void)
{
  assert_each (amp_blood_group_is_valid, TRUE, "A|b|AB|O|0|A+|O-|AB +|A POS|B NEG|O Rh+|A RH POS|AB n\303\251gatif|A positif|Rh+|POS|A Rh(D)+|O RH1");
  assert_each (amp_blood_group_is_valid, FALSE, "|C|AA|ABO|A*|positif A|Groupe A|A+B|1|ABPOSITIFFFFFFFFFFFFFF|OUI|NON|N|P|BO|AN+");
  g_assert_false (amp_blood_group_is_valid ("\377\300", 2));
  g_assert_false (amp_blood_group_is_valid (NULL, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fields/medical-code/icd10-diagnosis-codes", test_icd10_diagnosis_codes);
  g_test_add_func ("/fields/medical-code/atc-codes-of-drugs", test_atc_codes_of_drugs);
  g_test_add_func ("/fields/medical-code/blood-groups-with-and-without-rhesus", test_blood_groups_with_and_without_rhesus);
  return g_test_run ();
}
