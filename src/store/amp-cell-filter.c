/* Codes of a selection into masks and arrays. Invariant: a key without a term
 * lets everything pass; terms of one key are alternatives. */
#include "amp-cell-filter.h"

/* Marks the places that pass the terms of one level; those of all levels must
 * pass, so each level clears what it refuses. */
static void
restrict_places (AmpCellFilter *filter, AmpCaseFile *file, const AmpSelection *selection, AmpKey level)
{
  const AmpPlaceLevelIndex *index = &file->levels[level];
  g_autofree guint8        *passes = g_new0 (guint8, index->codes->len);

  for (guint i = 0; i < index->codes->len; i++)
    passes[i] = amp_selection_has (selection, level, index->codes->pdata[i]);
  if (filter->places == NULL)
    {
      filter->places = g_new (guint8, file->places->len);
      memset (filter->places, 1, file->places->len);
    }
  for (guint i = 0; i < file->places->len; i++)
    filter->places[i] &= passes[g_array_index (index->of_place, guint32, i)];
}

static AmpCategorySet
get_categories_of (AmpSensitivity sensitivity)
{
  AmpCategorySet categories = 0;

  for (guint i = 0; i < AMP_N_CATEGORIES; i++)
    if (amp_category_get_sensitivity (i) == sensitivity)
      categories |= AMP_CATEGORY_BIT (i);
  return categories;
}

static void
add_categories_term (AmpCellFilter *filter, const AmpSelectionTerm *term)
{
  AmpCategory    category;
  AmpSensitivity sensitivity;
  AmpCategorySet combination;

  if (term->key == AMP_KEY_CATEGORY && amp_category_from_code (term->code, &category))
    {
      filter->has_categories = TRUE;
      filter->categories |= AMP_CATEGORY_BIT (category);
    }
  else if (term->key == AMP_KEY_SENSITIVITY && amp_sensitivity_from_code (term->code, &sensitivity))
    {
      filter->has_sensitivities = TRUE;
      filter->sensitive_to |= get_categories_of (sensitivity);
    }
  else if (term->key == AMP_KEY_COMBINATION && amp_combination_from_code (term->code, &combination))
    {
      if (filter->combinations == NULL)
        filter->combinations = g_array_new (FALSE, FALSE, sizeof (AmpCategorySet));
      g_array_append_val (filter->combinations, combination);
    }
}

static void
add_profile_term (AmpCellFilter *filter, const AmpSelectionTerm *term)
{
  AmpAgeBand age_band;
  AmpSex     sex;
  guint      quality;
  guint64    source;

  if (term->key == AMP_KEY_AGE && amp_age_band_from_code (term->code, &age_band))
    filter->age_bands |= 1u << age_band;
  else if (term->key == AMP_KEY_SEX && amp_sex_from_code (term->code, &sex))
    filter->sexes |= 1u << sex;
  else if (term->key == AMP_KEY_PLACE_QUALITY && amp_quality_from_code (term->code, &quality))
    filter->qualities |= 1u << quality;
  else if (term->key == AMP_KEY_SOURCE && g_ascii_string_to_unsigned (term->code, 10, 1, AMP_MAX_SOURCES, &source, NULL))
    {
      filter->has_sources = TRUE;
      filter->sources |= G_GUINT64_CONSTANT (1) << (source - 1);
    }
}

static guint32
start_mask (const AmpSelection *selection, AmpKey key)
{
  return amp_selection_has (selection, key, NULL) ? 0 : G_MAXUINT32;
}

AmpCellFilter *
amp_cell_filter_new (AmpCaseFile *file, const AmpSelection *selection)
{
  AmpCellFilter *filter = g_new0 (AmpCellFilter, 1);

  filter->age_bands = start_mask (selection, AMP_KEY_AGE);
  filter->sexes = start_mask (selection, AMP_KEY_SEX);
  filter->qualities = start_mask (selection, AMP_KEY_PLACE_QUALITY);
  for (guint i = 0; i < amp_selection_get_n_terms (selection); i++)
    {
      add_categories_term (filter, amp_selection_get_term (selection, i));
      add_profile_term (filter, amp_selection_get_term (selection, i));
    }
  for (guint level = 0; level < AMP_N_PLACE_KEYS; level++)
    if (amp_selection_has (selection, level, NULL))
      restrict_places (filter, file, selection, level);
  return filter;
}

void
amp_cell_filter_free (AmpCellFilter *filter)
{
  if (filter == NULL)
    return;
  g_free (filter->places);
  g_clear_pointer (&filter->combinations, g_array_unref);
  g_free (filter);
}

gboolean
amp_cell_filter_has_combination (const AmpCellFilter *filter, AmpCategorySet categories)
{
  for (guint i = 0; i < filter->combinations->len; i++)
    if (g_array_index (filter->combinations, AmpCategorySet, i) == categories)
      return TRUE;
  return FALSE;
}
