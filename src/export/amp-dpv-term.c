/* The tables. Invariant: one row for each value of the enumeration; NULL where
 * the vocabulary has no term. Source: https://w3id.org/dpv/pd, version 2.3. */
#include "amp-dpv-term.h"

/* clang-format off */
static const char *const CATEGORIES[] = {
  [AMP_CATEGORY_IDENTITY]       = "Name Gender BirthDate BirthPlace Nationality",
  [AMP_CATEGORY_CONTACT]        = "EmailAddress TelephoneNumber PhysicalAddress PostalCode HomeLocation",
  [AMP_CATEGORY_FAMILY]         = NULL,
  [AMP_CATEGORY_PROFESSIONAL]   = "Professional",
  [AMP_CATEGORY_TECHNICAL]      = NULL,
  [AMP_CATEGORY_ADMINISTRATIVE] = "Insurance",
  [AMP_CATEGORY_LOCATION]       = "Location",
  [AMP_CATEGORY_HABITS]         = NULL,
  [AMP_CATEGORY_FINANCIAL]      = "FinancialAccountNumber BankAccount CreditCardNumber",
  [AMP_CATEGORY_OFFICIAL_ID]    = "OfficialID Tax",
  [AMP_CATEGORY_CREDENTIALS]    = "Username Password",
  [AMP_CATEGORY_HEALTH]         = "MedicalHealth HealthRecord HealthHistory Prescription BloodType Disability MentalHealth",
  [AMP_CATEGORY_GENETIC]        = "Genetic",
  [AMP_CATEGORY_BIOMETRIC]      = "Biometric",
  [AMP_CATEGORY_SEX_LIFE]       = "Sexual SexualPreference",
  [AMP_CATEGORY_RELIGION]       = "Religion PhilosophicalBelief",
  [AMP_CATEGORY_POLITICS]       = "PoliticalOpinion",
  [AMP_CATEGORY_UNION]          = "TradeUnionMembership",
  [AMP_CATEGORY_ETHNICITY]      = "EthnicOrigin",
  [AMP_CATEGORY_OFFENCE]        = "CriminalConviction",
};

static const char *const TYPES[] = {
  [AMP_FIELD_TYPE_INTERNAL_ID]     = NULL,
  [AMP_FIELD_TYPE_LAST_NAME]       = "Name",
  [AMP_FIELD_TYPE_FIRST_NAME]      = "Name",
  [AMP_FIELD_TYPE_FULL_NAME]       = "Name",
  [AMP_FIELD_TYPE_MAIDEN_NAME]     = "Name",
  [AMP_FIELD_TYPE_TITLE]           = "Gender",
  [AMP_FIELD_TYPE_SEX]             = "Gender",
  [AMP_FIELD_TYPE_BIRTH_DATE]      = "BirthDate",
  [AMP_FIELD_TYPE_BIRTH_PLACE]     = "BirthPlace",
  [AMP_FIELD_TYPE_NIR]             = "OfficialID",
  [AMP_FIELD_TYPE_NIR_KEY]         = "OfficialID",
  [AMP_FIELD_TYPE_ADDRESS]         = "PhysicalAddress",
  [AMP_FIELD_TYPE_ADDRESS2]        = "PhysicalAddress",
  [AMP_FIELD_TYPE_FULL_ADDRESS]    = "PhysicalAddress",
  [AMP_FIELD_TYPE_POSTAL_CODE]     = "PostalCode",
  [AMP_FIELD_TYPE_CITY]            = "HomeLocation",
  [AMP_FIELD_TYPE_CP_CITY]         = "HomeLocation",
  [AMP_FIELD_TYPE_INSEE_CODE]      = "HomeLocation",
  [AMP_FIELD_TYPE_COUNTRY]         = "HomeLocation",
  [AMP_FIELD_TYPE_NATIONALITY]     = "Nationality",
  [AMP_FIELD_TYPE_PHONE]           = "TelephoneNumber",
  [AMP_FIELD_TYPE_EMAIL]           = "EmailAddress",
  [AMP_FIELD_TYPE_USERNAME]        = "Username",
  [AMP_FIELD_TYPE_PASSWORD]        = "Password",
  [AMP_FIELD_TYPE_HASH]            = "Password",
  [AMP_FIELD_TYPE_IP]              = NULL,
  [AMP_FIELD_TYPE_IBAN]            = "BankAccount",
  [AMP_FIELD_TYPE_BIC]             = "BankAccount",
  [AMP_FIELD_TYPE_CARD]            = "CreditCardNumber",
  [AMP_FIELD_TYPE_AMOUNT]          = NULL,
  [AMP_FIELD_TYPE_ACT_DATE]        = NULL,
  [AMP_FIELD_TYPE_TIMESTAMP]       = NULL,
  [AMP_FIELD_TYPE_DOCTOR_NAME]     = "Professional",
  [AMP_FIELD_TYPE_RPPS]            = "Professional",
  [AMP_FIELD_TYPE_FINESS]          = "Professional",
  [AMP_FIELD_TYPE_EXAM]            = "HealthRecord",
  [AMP_FIELD_TYPE_MEDICATION]      = "Prescription",
  [AMP_FIELD_TYPE_SEROLOGY]        = "HealthRecord",
  [AMP_FIELD_TYPE_BLOOD_GROUP]     = "BloodType",
  [AMP_FIELD_TYPE_PREGNANCY]       = "HealthRecord",
  [AMP_FIELD_TYPE_PATHOLOGY]       = "HealthRecord",
  [AMP_FIELD_TYPE_ICD10]           = "HealthRecord",
  [AMP_FIELD_TYPE_COMMENT]         = NULL,
  [AMP_FIELD_TYPE_INSURER]         = "Insurance",
  [AMP_FIELD_TYPE_INSURER_NUMBER]  = "Insurance",
  [AMP_FIELD_TYPE_SIREN]           = "Professional",
  [AMP_FIELD_TYPE_SIRET]           = "Professional",
  [AMP_FIELD_TYPE_COMPANY]         = "Professional",
  [AMP_FIELD_TYPE_JOB]             = "Professional",
  [AMP_FIELD_TYPE_MARITAL]         = NULL,
  [AMP_FIELD_TYPE_STATUS]          = NULL,
  [AMP_FIELD_TYPE_FLAG]            = NULL,
  [AMP_FIELD_TYPE_IMEI]            = NULL,
  [AMP_FIELD_TYPE_PLATE]           = "OfficialID",
  [AMP_FIELD_TYPE_PASSPORT]        = "OfficialID",
  [AMP_FIELD_TYPE_CNI]             = "OfficialID",
  [AMP_FIELD_TYPE_EMPTY]           = NULL,
  [AMP_FIELD_TYPE_UNKNOWN]         = NULL,
  [AMP_FIELD_TYPE_RELIGION]        = "Religion",
  [AMP_FIELD_TYPE_POLITICS]        = "PoliticalOpinion",
  [AMP_FIELD_TYPE_UNION]           = "TradeUnionMembership",
  [AMP_FIELD_TYPE_ETHNICITY]       = "EthnicOrigin",
  [AMP_FIELD_TYPE_SEX_LIFE]        = "Sexual",
  [AMP_FIELD_TYPE_GENETIC]         = "Genetic",
  [AMP_FIELD_TYPE_BIOMETRIC]       = "Biometric",
  [AMP_FIELD_TYPE_OFFENCE]         = "CriminalConviction",
  [AMP_FIELD_TYPE_LOCATION]        = "Location",
  [AMP_FIELD_TYPE_DRIVING_LICENCE] = "OfficialID",
  [AMP_FIELD_TYPE_TAX_ID]          = "Tax",
  [AMP_FIELD_TYPE_WEIGHT]          = "MedicalHealth",
  [AMP_FIELD_TYPE_HEIGHT]          = "MedicalHealth",
};
/* clang-format on */
G_STATIC_ASSERT (G_N_ELEMENTS (CATEGORIES) == AMP_N_CATEGORIES);
G_STATIC_ASSERT (G_N_ELEMENTS (TYPES) == AMP_N_FIELD_TYPES);

static char **
list_terms (const char *names)
{
  char **terms = names != NULL ? g_strsplit (names, " ", -1) : g_new0 (char *, 1);

  for (guint i = 0; terms[i] != NULL; i++)
    {
      g_autofree char *name = terms[i];

      terms[i] = g_strconcat (AMP_DPV_NAMESPACE, name, NULL);
    }
  return terms;
}

char **
amp_dpv_term_list_for_category (AmpCategory category)
{
  g_return_val_if_fail (category < AMP_N_CATEGORIES, NULL);

  return list_terms (CATEGORIES[category]);
}

char **
amp_dpv_term_list_for_type (AmpFieldType type)
{
  g_return_val_if_fail (type < AMP_N_FIELD_TYPES, NULL);

  return list_terms (TYPES[type]);
}
