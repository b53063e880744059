/* The table of keys. Invariant: one row for each AmpKey, in its order. */
#include "amp-key.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *code;
  const char *label;
  gboolean    is_filter;
  gboolean    is_exclusive;
} KeyRow;

/* clang-format off */
static const KeyRow keys[] = {
  [AMP_KEY_COUNTRY]       = { "country",       N_("Country"),             TRUE,  TRUE },
  [AMP_KEY_REGION]        = { "region",        N_("Region"),              TRUE,  TRUE },
  [AMP_KEY_DEPARTEMENT]   = { "departement",   N_("Département"),         TRUE,  TRUE },
  [AMP_KEY_EPCI]          = { "epci",          N_("Agglomeration (EPCI)"), TRUE,  TRUE },
  [AMP_KEY_COMMUNE]       = { "commune",       N_("Commune"),             TRUE,  TRUE },
  [AMP_KEY_CATEGORY]      = { "category",      N_("Category"),            TRUE,  FALSE },
  [AMP_KEY_SENSITIVITY]   = { "sensitivity",   N_("Sensitivity"),         TRUE,  FALSE },
  [AMP_KEY_TYPE]          = { "type",          N_("Field type"),          FALSE, FALSE },
  [AMP_KEY_FIELD]         = { "field",         N_("Field"),               FALSE, FALSE },
  [AMP_KEY_AGE]           = { "age",           N_("Age"),                 TRUE,  TRUE },
  [AMP_KEY_SEX]           = { "sex",           N_("Sex"),                 TRUE,  TRUE },
  [AMP_KEY_SOURCE]        = { "source",        N_("Source"),              TRUE,  FALSE },
  [AMP_KEY_PLACE_QUALITY] = { "place-quality", N_("Quality of the place"), TRUE,  TRUE },
  [AMP_KEY_COMBINATION]   = { "combination",   N_("Combination of categories"), TRUE, TRUE },
  [AMP_KEY_SEVERITY]      = { "severity",      N_("Severity"),            FALSE, TRUE },
};
/* clang-format on */
G_STATIC_ASSERT (G_N_ELEMENTS (keys) == AMP_N_KEYS);
G_STATIC_ASSERT (AMP_KEY_CATEGORY == AMP_N_PLACE_KEYS);

const char *
amp_key_get_code (AmpKey key)
{
  g_return_val_if_fail (key < AMP_N_KEYS, NULL);

  return keys[key].code;
}

const char *
amp_key_get_label (AmpKey key)
{
  g_return_val_if_fail (key < AMP_N_KEYS, NULL);

  return _ (keys[key].label);
}

gboolean
amp_key_from_code (const char *code, AmpKey *key)
{
  for (guint i = 0; i < AMP_N_KEYS; i++)
    if (g_strcmp0 (code, keys[i].code) == 0)
      {
        if (key != NULL)
          *key = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
amp_key_is_filter (AmpKey key)
{
  g_return_val_if_fail (key < AMP_N_KEYS, FALSE);

  return keys[key].is_filter;
}

gboolean
amp_key_is_place (AmpKey key)
{
  return key < AMP_N_PLACE_KEYS;
}

gboolean
amp_key_is_exclusive (AmpKey key)
{
  g_return_val_if_fail (key < AMP_N_KEYS, FALSE);

  return keys[key].is_exclusive;
}
