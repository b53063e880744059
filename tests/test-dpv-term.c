/* Terms of the Data Privacy Vocabulary: none that it does not have, and one for
 * every field type whose category has any. */
#include "amp-dpv-term.h"

#include <string.h>

/* https://w3id.org/dpv/pd, version 2.3. */
static const char *const known[] = {
  "Name", "Gender", "BirthDate", "BirthPlace", "Nationality", "EmailAddress", "TelephoneNumber", "PhysicalAddress", "PostalCode",
  "OfficialID", "MedicalHealth", "HealthRecord", "HealthHistory", "Prescription", "BloodType", "Disability", "MentalHealth", "Genetic",
  "Biometric", "Sexual", "SexualPreference", "Religion", "PhilosophicalBelief", "PoliticalOpinion", "TradeUnionMembership",
  "EthnicOrigin", "CriminalConviction", "FinancialAccountNumber", "BankAccount", "CreditCardNumber", "Insurance", "Tax", "Username",
  "Password", "Professional", "Location", "HomeLocation", NULL
};

static void
assert_known (char **terms)
{
  g_assert_nonnull (terms);
  for (guint i = 0; terms[i] != NULL; i++)
    {
      g_assert_true (g_str_has_prefix (terms[i], AMP_DPV_NAMESPACE));
      g_assert_true (g_strv_contains (known, terms[i] + strlen (AMP_DPV_NAMESPACE)));
    }
}

static void
test_categories (void)
{
  for (AmpCategory category = 0; category < AMP_N_CATEGORIES; category++)
    {
      g_auto (GStrv) terms = amp_dpv_term_list_for_category (category);

      assert_known (terms);
      if (amp_category_get_sensitivity (category) == AMP_SENSITIVITY_SENSITIVE)
        g_assert_nonnull (terms[0]);
    }
}

static void
test_types (void)
{
  for (AmpFieldType type = 0; type < AMP_N_FIELD_TYPES; type++)
    {
      g_auto (GStrv) terms = amp_dpv_term_list_for_type (type);

      assert_known (terms);
      g_assert_cmpuint (g_strv_length (terms), <=, 1);
    }
}

static void
test_serology (void)
{
  g_auto (GStrv) terms = amp_dpv_term_list_for_type (AMP_FIELD_TYPE_SEROLOGY);

  g_assert_cmpstr (terms[0], ==, "https://w3id.org/dpv/pd#HealthRecord");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/dpv-term/categories", test_categories);
  g_test_add_func ("/export/dpv-term/types", test_types);
  g_test_add_func ("/export/dpv-term/serology-is-a-health-record", test_serology);
  return g_test_run ();
}
