/* Owns the table of categories; its invariant: one row for each value of the
 * enumeration, in its order.
 *
 * Sources: the classes are ENISA's (see amp-sensitivity.h); the articles are
 * those of Regulation (EU) 2016/679: 9(1) names health, genetic, biometric,
 * sex life, religion, politics, union and ethnic data, 10 offences, 87
 * national identification numbers. */
#include "amp-category.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char    *code;
  const char    *label;
  AmpSensitivity sensitivity;
  guint          article;
} Category;

/* clang-format off */
static const Category category_table[] = {
  [AMP_CATEGORY_IDENTITY]       = { "identity",       N_("Identity"),                   AMP_SENSITIVITY_SIMPLE,      0 },
  [AMP_CATEGORY_CONTACT]        = { "contact",        N_("Contact details"),            AMP_SENSITIVITY_SIMPLE,      0 },
  [AMP_CATEGORY_FAMILY]         = { "family",         N_("Family"),                     AMP_SENSITIVITY_SIMPLE,      0 },
  [AMP_CATEGORY_PROFESSIONAL]   = { "professional",   N_("Professional life"),          AMP_SENSITIVITY_SIMPLE,      0 },
  [AMP_CATEGORY_TECHNICAL]      = { "technical",      N_("Technical identifiers"),      AMP_SENSITIVITY_SIMPLE,      0 },
  [AMP_CATEGORY_ADMINISTRATIVE] = { "administrative", N_("Administrative"),             AMP_SENSITIVITY_SIMPLE,      0 },
  [AMP_CATEGORY_LOCATION]       = { "location",       N_("Location"),                   AMP_SENSITIVITY_BEHAVIOURAL, 0 },
  [AMP_CATEGORY_HABITS]         = { "habits",         N_("Habits"),                     AMP_SENSITIVITY_BEHAVIOURAL, 0 },
  [AMP_CATEGORY_FINANCIAL]      = { "financial",      N_("Financial"),                  AMP_SENSITIVITY_FINANCIAL,   0 },
  [AMP_CATEGORY_OFFICIAL_ID]    = { "official_id",    N_("Official identifiers"),       AMP_SENSITIVITY_FINANCIAL,   87 },
  [AMP_CATEGORY_CREDENTIALS]    = { "credentials",    N_("Credentials"),                AMP_SENSITIVITY_FINANCIAL,   0 },
  [AMP_CATEGORY_HEALTH]         = { "health",         N_("Health"),                     AMP_SENSITIVITY_SENSITIVE,   9 },
  [AMP_CATEGORY_GENETIC]        = { "genetic",        N_("Genetic data"),               AMP_SENSITIVITY_SENSITIVE,   9 },
  [AMP_CATEGORY_BIOMETRIC]      = { "biometric",      N_("Biometric data"),             AMP_SENSITIVITY_SENSITIVE,   9 },
  [AMP_CATEGORY_SEX_LIFE]       = { "sex_life",       N_("Sex life and orientation"),   AMP_SENSITIVITY_SENSITIVE,   9 },
  [AMP_CATEGORY_RELIGION]       = { "religion",       N_("Religion and beliefs"),       AMP_SENSITIVITY_SENSITIVE,   9 },
  [AMP_CATEGORY_POLITICS]       = { "politics",       N_("Political opinions"),         AMP_SENSITIVITY_SENSITIVE,   9 },
  [AMP_CATEGORY_UNION]          = { "union",          N_("Trade-union membership"),     AMP_SENSITIVITY_SENSITIVE,   9 },
  [AMP_CATEGORY_ETHNICITY]      = { "ethnicity",      N_("Ethnic origin"),              AMP_SENSITIVITY_SENSITIVE,   9 },
  [AMP_CATEGORY_OFFENCE]        = { "offence",        N_("Offences and convictions"),   AMP_SENSITIVITY_SENSITIVE,   10 },
};
/* clang-format on */
G_STATIC_ASSERT (G_N_ELEMENTS (category_table) == AMP_N_CATEGORIES);
G_STATIC_ASSERT (AMP_N_CATEGORIES <= 8 * sizeof (AmpCategorySet));

const char *
amp_category_get_code (AmpCategory category)
{
  g_return_val_if_fail (category < AMP_N_CATEGORIES, NULL);

  return category_table[category].code;
}

const char *
amp_category_get_label (AmpCategory category)
{
  g_return_val_if_fail (category < AMP_N_CATEGORIES, NULL);

  return _ (category_table[category].label);
}

AmpSensitivity
amp_category_get_sensitivity (AmpCategory category)
{
  g_return_val_if_fail (category < AMP_N_CATEGORIES, AMP_SENSITIVITY_SIMPLE);

  return category_table[category].sensitivity;
}

guint
amp_category_get_article (AmpCategory category)
{
  g_return_val_if_fail (category < AMP_N_CATEGORIES, 0);

  return category_table[category].article;
}

gboolean
amp_category_from_code (const char *code, AmpCategory *category)
{
  for (guint i = 0; i < AMP_N_CATEGORIES; i++)
    {
      if (g_strcmp0 (category_table[i].code, code) != 0)
        continue;
      if (category != NULL)
        *category = (AmpCategory) i;
      return TRUE;
    }
  return FALSE;
}

guint32
amp_category_set_get_sensitivities (AmpCategorySet categories)
{
  guint32 sensitivities = 0;

  for (guint i = 0; i < AMP_N_CATEGORIES; i++)
    if (categories & AMP_CATEGORY_BIT (i))
      sensitivities |= AMP_SENSITIVITY_BIT (category_table[i].sensitivity);
  return sensitivities;
}
