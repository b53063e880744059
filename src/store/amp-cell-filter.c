/* Codes of a selection into masks and arrays. Invariant: a key without a term
 * lets everything pass. */
#include "amp-cell-filter.h"

/* Marks the places that pass the terms of one level; those of all levels must
 * pass, so each level clears what it refuses. */
static void
restrict_places (AmpCellFilter *filter, AmpCaseFile *file, const AmpSelection *selection, AmpKey level)
{
  const AmpPlaceLevelIndex *index = &file->levels[level];
  g_autofree guint8        *passes = g_new0 (guint8, index->codes->len);

  for (guint i = 0; i < index->codes->len; i++)
    passes[i] = amp_selection_passes_code (selection, level, index->codes->pdata[i]);
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
add_bit (AmpBitTest *test, AmpTermMode mode, guint64 bit)
{
  if (mode == AMP_TERM_ANY)
    {
      test->any |= bit;
      test->has_any = TRUE;
    }
  else if (mode == AMP_TERM_ALL)
    test->all |= bit;
  else
    test->none |= bit;
}

static void
add_set (AmpCellFilter *filter, AmpCategorySet categories, gboolean is_whole, AmpTermMode mode)
{
  AmpSetTest test = { categories, is_whole, mode };

  if (filter->sets == NULL)
    filter->sets = g_array_new (FALSE, FALSE, sizeof (AmpSetTest));
  g_array_append_val (filter->sets, test);
}

static void
add_sensitivity (AmpCellFilter *filter, AmpTermMode mode, AmpSensitivity sensitivity)
{
  AmpCategorySet categories = get_categories_of (sensitivity);

  if (mode == AMP_TERM_ANY)
    filter->sensitive_to |= categories;
  else if (mode == AMP_TERM_NONE)
    filter->categories.none |= categories;
  else
    add_set (filter, categories, FALSE, mode);
}

static void
add_term (AmpCellFilter *filter, const AmpSelectionTerm *term)
{
  AmpCategory    category;
  AmpSensitivity sensitivity;
  AmpCategorySet combination;
  guint64        source;

  if (term->key == AMP_KEY_CATEGORY && amp_category_from_code (term->code, &category))
    add_bit (&filter->categories, term->mode, AMP_CATEGORY_BIT (category));
  else if (term->key == AMP_KEY_SENSITIVITY && amp_sensitivity_from_code (term->code, &sensitivity))
    add_sensitivity (filter, term->mode, sensitivity);
  else if (term->key == AMP_KEY_COMBINATION && amp_combination_from_code (term->code, &combination))
    add_set (filter, combination, TRUE, term->mode);
  else if (term->key == AMP_KEY_SOURCE && g_ascii_string_to_unsigned (term->code, 10, 1, AMP_MAX_SOURCES, &source, NULL))
    add_bit (&filter->sources, term->mode, G_GUINT64_CONSTANT (1) << (source - 1));
}

static void
add_profile_masks (AmpCellFilter *filter, const AmpSelection *selection)
{
  for (guint i = 0; i < AMP_N_AGE_BANDS; i++)
    if (amp_selection_passes_code (selection, AMP_KEY_AGE, amp_age_band_get_code (i)))
      filter->age_bands |= 1u << i;
  for (guint i = 0; i < AMP_N_SEXES; i++)
    if (amp_selection_passes_code (selection, AMP_KEY_SEX, amp_sex_get_code (i)))
      filter->sexes |= 1u << i;
  for (guint i = 0; i < AMP_N_QUALITIES; i++)
    if (amp_selection_passes_code (selection, AMP_KEY_PLACE_QUALITY, amp_quality_get_code (i)))
      filter->qualities |= 1u << i;
}

AmpCellFilter *
amp_cell_filter_new (AmpCaseFile *file, const AmpSelection *selection)
{
  AmpCellFilter *filter = g_new0 (AmpCellFilter, 1);

  add_profile_masks (filter, selection);
  for (guint i = 0; i < amp_selection_get_n_terms (selection); i++)
    add_term (filter, amp_selection_get_term (selection, i));
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
  g_clear_pointer (&filter->sets, g_array_unref);
  g_free (filter);
}

gboolean
amp_cell_filter_passes_set (const AmpCellFilter *filter, AmpCategorySet categories)
{
  gboolean has_alternative = FALSE;
  gboolean is_chosen = FALSE;

  for (guint i = 0; i < filter->sets->len; i++)
    {
      const AmpSetTest *test = &g_array_index (filter->sets, AmpSetTest, i);
      gboolean          is_it = test->is_whole ? categories == test->categories : (categories & test->categories) != 0;

      if (test->mode != AMP_TERM_ANY && is_it != (test->mode == AMP_TERM_ALL))
        return FALSE;
      has_alternative |= test->mode == AMP_TERM_ANY;
      is_chosen |= test->mode == AMP_TERM_ANY && is_it;
    }
  return is_chosen || !has_alternative;
}
