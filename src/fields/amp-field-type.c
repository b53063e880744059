/* Owns the table of field types; its invariant: one row for each value of the
 * enumeration, in its order. */
#include "amp-field-type.h"

#include <glib/gi18n-lib.h>

#define NO_CATEGORY -1

typedef struct
{
  const char *code;
  const char *label;
  int         category;
  gboolean    is_free_text;
} FieldType;

/* clang-format off */
static const FieldType field_types[] = {
  [AMP_FIELD_TYPE_INTERNAL_ID]     = { "internal_id",    N_("Internal number"),                        AMP_CATEGORY_ADMINISTRATIVE,  FALSE },
  [AMP_FIELD_TYPE_LAST_NAME]       = { "last_name",      N_("Last name"),                              AMP_CATEGORY_IDENTITY,        FALSE },
  [AMP_FIELD_TYPE_FIRST_NAME]      = { "first_name",     N_("First name"),                             AMP_CATEGORY_IDENTITY,        FALSE },
  [AMP_FIELD_TYPE_FULL_NAME]       = { "full_name",      N_("Full name"),                              AMP_CATEGORY_IDENTITY,        FALSE },
  [AMP_FIELD_TYPE_MAIDEN_NAME]     = { "maiden_name",    N_("Name at birth"),                          AMP_CATEGORY_IDENTITY,        FALSE },
  [AMP_FIELD_TYPE_TITLE]           = { "title",          N_("Title"),                                  AMP_CATEGORY_IDENTITY,        FALSE },
  [AMP_FIELD_TYPE_SEX]             = { "sex",            N_("Sex"),                                    AMP_CATEGORY_IDENTITY,        FALSE },
  [AMP_FIELD_TYPE_BIRTH_DATE]      = { "birth_date",     N_("Birth date"),                             AMP_CATEGORY_IDENTITY,        FALSE },
  [AMP_FIELD_TYPE_BIRTH_PLACE]     = { "birth_place",    N_("Birth place"),                            AMP_CATEGORY_IDENTITY,        FALSE },
  [AMP_FIELD_TYPE_NIR]             = { "nir",            N_("Social-security number (NIR)"),           AMP_CATEGORY_OFFICIAL_ID,     FALSE },
  [AMP_FIELD_TYPE_NIR_KEY]         = { "nir_key",        N_("Key of the social-security number"),      AMP_CATEGORY_OFFICIAL_ID,     FALSE },
  [AMP_FIELD_TYPE_ADDRESS]         = { "address",        N_("Address"),                                AMP_CATEGORY_CONTACT,         FALSE },
  [AMP_FIELD_TYPE_ADDRESS2]        = { "address2",       N_("Address, further line"),                  AMP_CATEGORY_CONTACT,         FALSE },
  [AMP_FIELD_TYPE_FULL_ADDRESS]    = { "full_address",   N_("Full address"),                           AMP_CATEGORY_CONTACT,         FALSE },
  [AMP_FIELD_TYPE_POSTAL_CODE]     = { "postal_code",    N_("Postal code"),                            AMP_CATEGORY_CONTACT,         FALSE },
  [AMP_FIELD_TYPE_CITY]            = { "city",           N_("City"),                                   AMP_CATEGORY_CONTACT,         FALSE },
  [AMP_FIELD_TYPE_CP_CITY]         = { "cp_city",        N_("Postal code and city"),                   AMP_CATEGORY_CONTACT,         FALSE },
  [AMP_FIELD_TYPE_INSEE_CODE]      = { "insee_code",     N_("INSEE code of the commune"),              AMP_CATEGORY_CONTACT,         FALSE },
  [AMP_FIELD_TYPE_COUNTRY]         = { "country",        N_("Country"),                                AMP_CATEGORY_CONTACT,         FALSE },
  [AMP_FIELD_TYPE_NATIONALITY]     = { "nationality",    N_("Nationality"),                            AMP_CATEGORY_IDENTITY,        FALSE },
  [AMP_FIELD_TYPE_PHONE]           = { "phone",          N_("Phone number"),                           AMP_CATEGORY_CONTACT,         FALSE },
  [AMP_FIELD_TYPE_EMAIL]           = { "email",          N_("E-mail address"),                         AMP_CATEGORY_CONTACT,         FALSE },
  [AMP_FIELD_TYPE_USERNAME]        = { "username",       N_("User name"),                              AMP_CATEGORY_CREDENTIALS,     FALSE },
  [AMP_FIELD_TYPE_PASSWORD]        = { "password",       N_("Password"),                               AMP_CATEGORY_CREDENTIALS,     FALSE },
  [AMP_FIELD_TYPE_HASH]            = { "hash",           N_("Password hash"),                          AMP_CATEGORY_CREDENTIALS,     FALSE },
  [AMP_FIELD_TYPE_IP]              = { "ip",             N_("IP address"),                             AMP_CATEGORY_TECHNICAL,       FALSE },
  [AMP_FIELD_TYPE_IBAN]            = { "iban",           N_("Bank account (IBAN)"),                    AMP_CATEGORY_FINANCIAL,       FALSE },
  [AMP_FIELD_TYPE_BIC]             = { "bic",            N_("Bank code (BIC)"),                        AMP_CATEGORY_FINANCIAL,       FALSE },
  [AMP_FIELD_TYPE_CARD]            = { "card",           N_("Payment card"),                           AMP_CATEGORY_FINANCIAL,       FALSE },
  [AMP_FIELD_TYPE_AMOUNT]          = { "amount",         N_("Amount"),                                 AMP_CATEGORY_FINANCIAL,       FALSE },
  [AMP_FIELD_TYPE_ACT_DATE]        = { "act_date",       N_("Date of an act"),                         AMP_CATEGORY_ADMINISTRATIVE,  FALSE },
  [AMP_FIELD_TYPE_TIMESTAMP]       = { "timestamp",      N_("Date of recording"),                      AMP_CATEGORY_ADMINISTRATIVE,  FALSE },
  [AMP_FIELD_TYPE_DOCTOR_NAME]     = { "doctor_name",    N_("Doctor"),                                 AMP_CATEGORY_PROFESSIONAL,    FALSE },
  [AMP_FIELD_TYPE_RPPS]            = { "rpps",           N_("Health professional number (RPPS)"),      AMP_CATEGORY_PROFESSIONAL,    FALSE },
  [AMP_FIELD_TYPE_FINESS]          = { "finess",         N_("Health establishment number (FINESS)"),   AMP_CATEGORY_PROFESSIONAL,    FALSE },
  [AMP_FIELD_TYPE_EXAM]            = { "exam",           N_("Examination"),                            AMP_CATEGORY_HEALTH,          FALSE },
  [AMP_FIELD_TYPE_MEDICATION]      = { "medication",     N_("Medication"),                             AMP_CATEGORY_HEALTH,          FALSE },
  [AMP_FIELD_TYPE_SEROLOGY]        = { "serology",       N_("Serology"),                               AMP_CATEGORY_HEALTH,          FALSE },
  [AMP_FIELD_TYPE_BLOOD_GROUP]     = { "blood_group",    N_("Blood group"),                            AMP_CATEGORY_HEALTH,          FALSE },
  [AMP_FIELD_TYPE_PREGNANCY]       = { "pregnancy",      N_("Pregnancy"),                              AMP_CATEGORY_HEALTH,          FALSE },
  [AMP_FIELD_TYPE_PATHOLOGY]       = { "pathology",      N_("Pathology"),                              AMP_CATEGORY_HEALTH,          FALSE },
  [AMP_FIELD_TYPE_ICD10]           = { "icd10",          N_("Diagnosis code (ICD-10)"),                AMP_CATEGORY_HEALTH,          FALSE },
  [AMP_FIELD_TYPE_COMMENT]         = { "comment",        N_("Comment"),                                AMP_CATEGORY_ADMINISTRATIVE,  TRUE },
  [AMP_FIELD_TYPE_INSURER]         = { "insurer",        N_("Insurer"),                                AMP_CATEGORY_ADMINISTRATIVE,  FALSE },
  [AMP_FIELD_TYPE_INSURER_NUMBER]  = { "insurer_number", N_("Insurer number"),                         AMP_CATEGORY_ADMINISTRATIVE,  FALSE },
  [AMP_FIELD_TYPE_SIREN]           = { "siren",          N_("Company number (SIREN)"),                 AMP_CATEGORY_PROFESSIONAL,    FALSE },
  [AMP_FIELD_TYPE_SIRET]           = { "siret",          N_("Establishment number (SIRET)"),           AMP_CATEGORY_PROFESSIONAL,    FALSE },
  [AMP_FIELD_TYPE_COMPANY]         = { "company",        N_("Company"),                                AMP_CATEGORY_PROFESSIONAL,    FALSE },
  [AMP_FIELD_TYPE_JOB]             = { "job",            N_("Occupation"),                             AMP_CATEGORY_PROFESSIONAL,    FALSE },
  [AMP_FIELD_TYPE_MARITAL]         = { "marital",        N_("Marital status"),                         AMP_CATEGORY_FAMILY,          FALSE },
  [AMP_FIELD_TYPE_STATUS]          = { "status",         N_("Status of the record"),                   AMP_CATEGORY_ADMINISTRATIVE,  FALSE },
  [AMP_FIELD_TYPE_FLAG]            = { "flag",           N_("Flag"),                                   AMP_CATEGORY_ADMINISTRATIVE,  FALSE },
  [AMP_FIELD_TYPE_IMEI]            = { "imei",           N_("Handset number (IMEI)"),                  AMP_CATEGORY_TECHNICAL,       FALSE },
  [AMP_FIELD_TYPE_PLATE]           = { "plate",          N_("Number plate"),                           AMP_CATEGORY_OFFICIAL_ID,     FALSE },
  [AMP_FIELD_TYPE_PASSPORT]        = { "passport",       N_("Passport number"),                        AMP_CATEGORY_OFFICIAL_ID,     FALSE },
  [AMP_FIELD_TYPE_CNI]             = { "cni",            N_("Identity card number"),                   AMP_CATEGORY_OFFICIAL_ID,     FALSE },
  [AMP_FIELD_TYPE_EMPTY]           = { "empty",          N_("Empty"),                                  NO_CATEGORY,                  FALSE },
  [AMP_FIELD_TYPE_UNKNOWN]         = { "unknown",        N_("Unknown"),                                NO_CATEGORY,                  FALSE },
  [AMP_FIELD_TYPE_RELIGION]        = { "religion",       N_("Religion"),                               AMP_CATEGORY_RELIGION,        FALSE },
  [AMP_FIELD_TYPE_POLITICS]        = { "politics",       N_("Political opinion"),                      AMP_CATEGORY_POLITICS,        FALSE },
  [AMP_FIELD_TYPE_UNION]           = { "union",          N_("Trade union"),                            AMP_CATEGORY_UNION,           FALSE },
  [AMP_FIELD_TYPE_ETHNICITY]       = { "ethnicity",      N_("Ethnic origin"),                          AMP_CATEGORY_ETHNICITY,       FALSE },
  [AMP_FIELD_TYPE_SEX_LIFE]        = { "sex_life",       N_("Sex life or orientation"),                AMP_CATEGORY_SEX_LIFE,        FALSE },
  [AMP_FIELD_TYPE_GENETIC]         = { "genetic",        N_("Genetic data"),                           AMP_CATEGORY_GENETIC,         FALSE },
  [AMP_FIELD_TYPE_BIOMETRIC]       = { "biometric",      N_("Biometric data"),                         AMP_CATEGORY_BIOMETRIC,       FALSE },
  [AMP_FIELD_TYPE_OFFENCE]         = { "offence",        N_("Offence or conviction"),                  AMP_CATEGORY_OFFENCE,         FALSE },
  [AMP_FIELD_TYPE_LOCATION]        = { "location",       N_("Location"),                               AMP_CATEGORY_LOCATION,        FALSE },
  [AMP_FIELD_TYPE_DRIVING_LICENCE] = { "driving_licence",N_("Driving licence number"),                 AMP_CATEGORY_OFFICIAL_ID,     FALSE },
  [AMP_FIELD_TYPE_TAX_ID]          = { "tax_id",         N_("Tax number"),                             AMP_CATEGORY_OFFICIAL_ID,     FALSE },
  [AMP_FIELD_TYPE_WEIGHT]          = { "weight",         N_("Weight"),                                 AMP_CATEGORY_HEALTH,          FALSE },
  [AMP_FIELD_TYPE_HEIGHT]          = { "height",         N_("Height"),                                 AMP_CATEGORY_HEALTH,          FALSE },
};
/* clang-format on */
G_STATIC_ASSERT (G_N_ELEMENTS (field_types) == AMP_N_FIELD_TYPES);

const char *
amp_field_type_get_code (AmpFieldType type)
{
  g_return_val_if_fail (type < AMP_N_FIELD_TYPES, NULL);

  return field_types[type].code;
}

const char *
amp_field_type_get_label (AmpFieldType type)
{
  g_return_val_if_fail (type < AMP_N_FIELD_TYPES, NULL);

  return _ (field_types[type].label);
}

int
amp_field_type_get_category (AmpFieldType type)
{
  g_return_val_if_fail (type < AMP_N_FIELD_TYPES, NO_CATEGORY);

  return field_types[type].category;
}

AmpCategorySet
amp_field_type_get_categories (AmpFieldType type)
{
  int category = amp_field_type_get_category (type);

  return category == NO_CATEGORY ? 0 : AMP_CATEGORY_BIT (category);
}

gboolean
amp_field_type_is_free_text (AmpFieldType type)
{
  g_return_val_if_fail (type < AMP_N_FIELD_TYPES, FALSE);

  return field_types[type].is_free_text;
}

gboolean
amp_field_type_from_code (const char *code, AmpFieldType *type)
{
  for (guint i = 0; i < AMP_N_FIELD_TYPES; i++)
    {
      if (g_strcmp0 (field_types[i].code, code) != 0)
        continue;
      if (type != NULL)
        *type = (AmpFieldType) i;
      return TRUE;
    }
  return FALSE;
}
