/* The codes of what cells count: place qualities and category sets. The table
 * of qualities mirrors the order of the places layer, which the store cannot
 * see: cases keep these numbers, so rows are never moved. */
#include "amp-cell.h"

static const char *const qualities[] = { "exact", "name", "postal", "guess", "none" };
G_STATIC_ASSERT (G_N_ELEMENTS (qualities) == AMP_N_QUALITIES);

const char *
amp_quality_get_code (guint quality)
{
  g_return_val_if_fail (quality < AMP_N_QUALITIES, NULL);

  return qualities[quality];
}

gboolean
amp_quality_from_code (const char *code, guint *quality)
{
  for (guint i = 0; i < G_N_ELEMENTS (qualities); i++)
    if (g_strcmp0 (code, qualities[i]) == 0)
      {
        if (quality != NULL)
          *quality = i;
        return TRUE;
      }
  return FALSE;
}

AmpCategorySet
amp_combination_get_sensitive (void)
{
  AmpCategorySet sensitive = 0;

  for (guint i = 0; i < AMP_N_CATEGORIES; i++)
    if (amp_category_get_sensitivity (i) == AMP_SENSITIVITY_SENSITIVE || amp_category_get_article (i) == 9)
      sensitive |= AMP_CATEGORY_BIT (i);
  return sensitive;
}

char *
amp_combination_to_code (AmpCategorySet categories)
{
  GString *code = g_string_new (NULL);

  for (guint i = 0; i < AMP_N_CATEGORIES; i++)
    if (categories & AMP_CATEGORY_BIT (i))
      {
        if (code->len > 0)
          g_string_append_c (code, '+');
        g_string_append (code, amp_category_get_code (i));
      }
  return g_string_free (code, FALSE);
}

gboolean
amp_combination_from_code (const char *code, AmpCategorySet *categories)
{
  g_auto (GStrv) parts = NULL;
  AmpCategorySet found = 0;

  g_return_val_if_fail (categories != NULL, FALSE);

  if (code == NULL)
    return FALSE;
  parts = g_strsplit (code, "+", AMP_N_CATEGORIES + 1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      AmpCategory category;

      if (!amp_category_from_code (parts[i], &category))
        return FALSE;
      found |= AMP_CATEGORY_BIT (category);
    }
  *categories = found;
  return TRUE;
}
