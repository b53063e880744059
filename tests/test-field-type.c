#include "amp-field-type.h"

/* The two lists of the command line's documentation, in their order. */
static const char *const codes =
    "internal_id last_name first_name full_name maiden_name title sex birth_date birth_place nir nir_key "
    "address address2 full_address postal_code city cp_city insee_code country nationality phone email "
    "username password hash ip iban bic card amount act_date timestamp doctor_name rpps finess exam "
    "medication serology blood_group pregnancy pathology icd10 comment insurer insurer_number siren siret "
    "company job marital status flag imei plate passport cni empty unknown "
    "religion politics union ethnicity sex_life genetic biometric offence location driving_licence tax_id "
    "weight height";

static void
test_codes_are_those_of_the_command_line (void)
{
  g_auto (GStrv) words = g_strsplit (codes, " ", -1);

  g_assert_cmpuint (g_strv_length (words), ==, AMP_N_FIELD_TYPES);
  for (guint i = 0; i < AMP_N_FIELD_TYPES; i++)
    {
      AmpFieldType type = AMP_N_FIELD_TYPES;

      g_assert_cmpstr (amp_field_type_get_code (i), ==, words[i]);
      g_assert_cmpstr (amp_field_type_get_label (i), !=, "");
      g_assert_true (amp_field_type_from_code (words[i], &type));
      g_assert_cmpuint (type, ==, i);
    }
  g_assert_false (amp_field_type_from_code ("NIR", NULL));
  g_assert_false (amp_field_type_from_code (NULL, NULL));
}

static void
assert_category (const char *words, int category)
{
  g_auto (GStrv) split = g_strsplit (words, " ", -1);

  for (guint i = 0; split[i] != NULL; i++)
    {
      AmpFieldType type = AMP_N_FIELD_TYPES;

      g_assert_true (amp_field_type_from_code (split[i], &type));
      g_assert_cmpint (amp_field_type_get_category (type), ==, category);
      g_assert_cmpuint (amp_field_type_get_categories (type), ==, category < 0 ? 0 : AMP_CATEGORY_BIT (category));
    }
}

static void
test_types_expose_their_category (void)
{
  assert_category ("internal_id act_date timestamp insurer insurer_number comment flag status", AMP_CATEGORY_ADMINISTRATIVE);
  assert_category ("last_name full_name title sex birth_date birth_place nationality maiden_name", AMP_CATEGORY_IDENTITY);
  assert_category ("nir nir_key passport cni driving_licence tax_id plate", AMP_CATEGORY_OFFICIAL_ID);
  assert_category ("address full_address postal_code city cp_city insee_code country phone email", AMP_CATEGORY_CONTACT);
  assert_category ("username password hash", AMP_CATEGORY_CREDENTIALS);
  assert_category ("ip imei", AMP_CATEGORY_TECHNICAL);
  assert_category ("iban bic card amount", AMP_CATEGORY_FINANCIAL);
  assert_category ("doctor_name rpps finess siren siret company job", AMP_CATEGORY_PROFESSIONAL);
  assert_category ("exam medication serology blood_group pregnancy pathology icd10 weight height", AMP_CATEGORY_HEALTH);
  assert_category ("unknown empty", -1);
  assert_category ("offence", AMP_CATEGORY_OFFENCE);
}

static void
test_only_comments_are_free_text (void)
{
  for (guint i = 0; i < AMP_N_FIELD_TYPES; i++)
    g_assert_cmpint (amp_field_type_is_free_text (i), ==, i == AMP_FIELD_TYPE_COMMENT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fields/field-type/codes-are-those-of-the-command-line", test_codes_are_those_of_the_command_line);
  g_test_add_func ("/fields/field-type/types-expose-their-category", test_types_expose_their_category);
  g_test_add_func ("/fields/field-type/only-comments-are-free-text", test_only_comments_are_free_text);
  return g_test_run ();
}
