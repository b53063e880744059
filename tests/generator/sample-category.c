/* Owns the tables of categories and field types, after CLI.md's list and
 * ENISA's four classes. */
#include "sample-category.h"

/* clang-format off */
const SampleCategoryRow sample_categories[SAMPLE_N_CATEGORIES] = {
  [SAMPLE_CATEGORY_IDENTITY]       = { "identity",       SAMPLE_SENSITIVITY_SIMPLE },
  [SAMPLE_CATEGORY_CONTACT]        = { "contact",        SAMPLE_SENSITIVITY_SIMPLE },
  [SAMPLE_CATEGORY_FAMILY]         = { "family",         SAMPLE_SENSITIVITY_SIMPLE },
  [SAMPLE_CATEGORY_PROFESSIONAL]   = { "professional",   SAMPLE_SENSITIVITY_SIMPLE },
  [SAMPLE_CATEGORY_TECHNICAL]      = { "technical",      SAMPLE_SENSITIVITY_SIMPLE },
  [SAMPLE_CATEGORY_ADMINISTRATIVE] = { "administrative", SAMPLE_SENSITIVITY_SIMPLE },
  [SAMPLE_CATEGORY_LOCATION]       = { "location",       SAMPLE_SENSITIVITY_BEHAVIOURAL },
  [SAMPLE_CATEGORY_FINANCIAL]      = { "financial",      SAMPLE_SENSITIVITY_FINANCIAL },
  [SAMPLE_CATEGORY_OFFICIAL_ID]    = { "official_id",    SAMPLE_SENSITIVITY_FINANCIAL },
  [SAMPLE_CATEGORY_CREDENTIALS]    = { "credentials",    SAMPLE_SENSITIVITY_FINANCIAL },
  [SAMPLE_CATEGORY_HEALTH]         = { "health",         SAMPLE_SENSITIVITY_SENSITIVE },
  [SAMPLE_CATEGORY_SEX_LIFE]       = { "sex_life",       SAMPLE_SENSITIVITY_SENSITIVE },
  [SAMPLE_CATEGORY_RELIGION]       = { "religion",       SAMPLE_SENSITIVITY_SENSITIVE },
  [SAMPLE_CATEGORY_UNION]          = { "union",          SAMPLE_SENSITIVITY_SENSITIVE },
  [SAMPLE_CATEGORY_OFFENCE]        = { "offence",        SAMPLE_SENSITIVITY_SENSITIVE },
};

static const SampleTypeRow types[] = {
  { "internal_id",    SAMPLE_CATEGORY_ADMINISTRATIVE },
  { "last_name",      SAMPLE_CATEGORY_IDENTITY },
  { "first_name",     SAMPLE_CATEGORY_IDENTITY },
  { "maiden_name",    SAMPLE_CATEGORY_IDENTITY },
  { "title",          SAMPLE_CATEGORY_IDENTITY },
  { "sex",            SAMPLE_CATEGORY_IDENTITY },
  { "birth_date",     SAMPLE_CATEGORY_IDENTITY },
  { "birth_place",    SAMPLE_CATEGORY_IDENTITY },
  { "nationality",    SAMPLE_CATEGORY_IDENTITY },
  { "nir",            SAMPLE_CATEGORY_OFFICIAL_ID },
  { "nir_key",        SAMPLE_CATEGORY_OFFICIAL_ID },
  { "address",        SAMPLE_CATEGORY_CONTACT },
  { "address2",       SAMPLE_CATEGORY_CONTACT },
  { "postal_code",    SAMPLE_CATEGORY_CONTACT },
  { "city",           SAMPLE_CATEGORY_CONTACT },
  { "insee_code",     SAMPLE_CATEGORY_CONTACT },
  { "country",        SAMPLE_CATEGORY_CONTACT },
  { "phone",          SAMPLE_CATEGORY_CONTACT },
  { "email",          SAMPLE_CATEGORY_CONTACT },
  { "username",       SAMPLE_CATEGORY_CREDENTIALS },
  { "password",       SAMPLE_CATEGORY_CREDENTIALS },
  { "hash",           SAMPLE_CATEGORY_CREDENTIALS },
  { "ip",             SAMPLE_CATEGORY_TECHNICAL },
  { "iban",           SAMPLE_CATEGORY_FINANCIAL },
  { "amount",         SAMPLE_CATEGORY_FINANCIAL },
  { "act_date",       SAMPLE_CATEGORY_ADMINISTRATIVE },
  { "timestamp",      SAMPLE_CATEGORY_ADMINISTRATIVE },
  { "doctor_name",    SAMPLE_CATEGORY_PROFESSIONAL },
  { "rpps",           SAMPLE_CATEGORY_PROFESSIONAL },
  { "finess",         SAMPLE_CATEGORY_PROFESSIONAL },
  { "siret",          SAMPLE_CATEGORY_PROFESSIONAL },
  { "company",        SAMPLE_CATEGORY_PROFESSIONAL },
  { "job",            SAMPLE_CATEGORY_PROFESSIONAL },
  { "status",         SAMPLE_CATEGORY_ADMINISTRATIVE },
  { "marital",        SAMPLE_CATEGORY_FAMILY },
  { "exam",           SAMPLE_CATEGORY_HEALTH },
  { "medication",     SAMPLE_CATEGORY_HEALTH },
  { "serology",       SAMPLE_CATEGORY_HEALTH },
  { "blood_group",    SAMPLE_CATEGORY_HEALTH },
  { "pregnancy",      SAMPLE_CATEGORY_HEALTH },
  { "pathology",      SAMPLE_CATEGORY_HEALTH },
  { "icd10",          SAMPLE_CATEGORY_HEALTH },
  { "weight",         SAMPLE_CATEGORY_HEALTH },
  { "height",         SAMPLE_CATEGORY_HEALTH },
  { "insurer",        SAMPLE_CATEGORY_ADMINISTRATIVE },
  { "insurer_number", SAMPLE_CATEGORY_ADMINISTRATIVE },
  { "comment",        SAMPLE_CATEGORY_ADMINISTRATIVE },
  { "flag",           SAMPLE_CATEGORY_ADMINISTRATIVE },
  { "unknown",        SAMPLE_CATEGORY_NONE },
  { "empty",          SAMPLE_CATEGORY_NONE },
};
/* clang-format on */

const char *const sample_sensitivity_codes[SAMPLE_N_SENSITIVITIES] = {
  "simple", "behavioural", "financial", "sensitive"
};

guint
sample_type_get_count (void)
{
  return G_N_ELEMENTS (types);
}

const SampleTypeRow *
sample_type_get (guint index)
{
  g_assert (index < G_N_ELEMENTS (types));
  return &types[index];
}

guint
sample_type_find (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i].code, code))
      return i;
  g_error ("no field type %s", code);
}
