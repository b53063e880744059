/* The ease of identification, as a list of rules of which the first that fits
 * applies. Invariant: rules go from the easiest to the hardest, and the last
 * one always fits. */
#include "amp-identifiers.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  AmpFieldType type;
  guint        identifier;
} TypeRow;

typedef struct
{
  guint       all_of;
  double      ease;
  const char *reason;
} EaseRow;

/* clang-format off */
static const TypeRow types[] = {
  { AMP_FIELD_TYPE_LAST_NAME,       AMP_IDENTIFIER_NAME },
  { AMP_FIELD_TYPE_FULL_NAME,       AMP_IDENTIFIER_NAME },
  { AMP_FIELD_TYPE_MAIDEN_NAME,     AMP_IDENTIFIER_NAME },
  { AMP_FIELD_TYPE_BIRTH_DATE,      AMP_IDENTIFIER_BIRTH_DATE },
  { AMP_FIELD_TYPE_NIR,             AMP_IDENTIFIER_NUMBER },
  { AMP_FIELD_TYPE_PASSPORT,        AMP_IDENTIFIER_NUMBER },
  { AMP_FIELD_TYPE_CNI,             AMP_IDENTIFIER_NUMBER },
  { AMP_FIELD_TYPE_DRIVING_LICENCE, AMP_IDENTIFIER_NUMBER },
  { AMP_FIELD_TYPE_TAX_ID,          AMP_IDENTIFIER_NUMBER },
  { AMP_FIELD_TYPE_EMAIL,           AMP_IDENTIFIER_EMAIL },
  { AMP_FIELD_TYPE_PHONE,           AMP_IDENTIFIER_PHONE },
  { AMP_FIELD_TYPE_ADDRESS,         AMP_IDENTIFIER_ADDRESS },
  { AMP_FIELD_TYPE_FULL_ADDRESS,    AMP_IDENTIFIER_ADDRESS },
  { AMP_FIELD_TYPE_USERNAME,        AMP_IDENTIFIER_ALIAS },
  { AMP_FIELD_TYPE_INTERNAL_ID,     AMP_IDENTIFIER_ALIAS },
  { AMP_FIELD_TYPE_INSURER_NUMBER,  AMP_IDENTIFIER_ALIAS },
  { AMP_FIELD_TYPE_IMEI,            AMP_IDENTIFIER_ALIAS },
  { AMP_FIELD_TYPE_IP,              AMP_IDENTIFIER_ALIAS },
  { AMP_FIELD_TYPE_PLATE,           AMP_IDENTIFIER_ALIAS },
};

/* The table of annex 2. Whether a phone number or an address is listed in a
 * directory is not known: beside a name both are taken to be, without one not. */
static const EaseRow eases[] = {
  { AMP_IDENTIFIER_NUMBER | AMP_IDENTIFIER_NAME, 1,
    N_("An identity number stands beside the name: identification is certain.") },
  { AMP_IDENTIFIER_NAME | AMP_IDENTIFIER_BIRTH_DATE | AMP_IDENTIFIER_EMAIL, 1,
    N_("The name stands beside birth date and e-mail address: identification is certain.") },
  { AMP_IDENTIFIER_NAME | AMP_IDENTIFIER_PHONE, 1,
    N_("The name stands beside the phone number, as in a directory: identification is certain.") },
  { AMP_IDENTIFIER_NAME | AMP_IDENTIFIER_ADDRESS, 1,
    N_("The name stands beside the address, as in a directory: identification is certain.") },
  { AMP_IDENTIFIER_NUMBER, 0.75,
    N_("The identity number states sex, month and place of birth: identification is likely.") },
  { AMP_IDENTIFIER_NAME | AMP_IDENTIFIER_BIRTH_DATE, 0.75,
    N_("The name stands beside the birth date: identification is likely.") },
  { AMP_IDENTIFIER_EMAIL, 0.75,
    N_("The e-mail address can be searched for: identification is likely.") },
  { AMP_IDENTIFIER_NAME, 0.5,
    N_("The name is there, but several people may bear it: identification is possible.") },
  { AMP_IDENTIFIER_PHONE, 0.5,
    N_("The phone number is there without a name: identification is possible.") },
  { AMP_IDENTIFIER_ADDRESS, 0.5,
    N_("The address is there without a name: identification is possible.") },
  { 0, 0.25,
    N_("Nothing identifies without another database: identification is unlikely.") },
};
/* clang-format on */

/* Which identifiers each category may hold. A birth date and names are the
 * identity, and so on. */
static guint
get_identifiers_of (AmpCategory category)
{
  guint identifiers = 0;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (amp_field_type_get_category (types[i].type) == (int) category)
      identifiers |= types[i].identifier;
  return identifiers;
}

guint
amp_identifiers_from_type (AmpFieldType type)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (types[i].type == type)
      return types[i].identifier;
  return 0;
}

guint
amp_identifiers_from_categories (AmpCategorySet categories, guint available)
{
  guint identifiers = 0;

  for (guint i = 0; i < AMP_N_CATEGORIES; i++)
    if (categories & AMP_CATEGORY_BIT (i))
      identifiers |= get_identifiers_of (i);
  return identifiers & available;
}

double
amp_identifiers_get_ease (guint identifiers, const char **reason)
{
  guint row = 0;

  while ((eases[row].all_of & identifiers) != eases[row].all_of)
    row++;
  if (reason != NULL)
    *reason = _ (eases[row].reason);
  return eases[row].ease;
}
