/* From a breakdown to the bars of a chart on the screen.
 *
 * Decides which rows are drawn, in what order and colour, and which of them the
 * filter names. Does not count, does not draw. */
#include "amp-breakdown-series.h"

#include <glib/gi18n-lib.h>

#include "amp-category.h"
#include "amp-figure-text.h"
#include "amp-person-facts.h"

static gboolean
is_selected (AmpTable *table, const AmpTableRow *row, AmpFilter *filter)
{
  return filter && amp_filter_contains (filter, amp_table_get_key (table), row->code);
}

/* The colour of a row's sensitivity, or the accent where it has none. */
static int
get_color (AmpKey key, const char *code)
{
  AmpSensitivity sensitivity;
  AmpCategory    category;

  if (key == AMP_KEY_SENSITIVITY && amp_sensitivity_from_code (code, &sensitivity))
    return sensitivity;
  if (key == AMP_KEY_CATEGORY && amp_category_from_code (code, &category))
    return amp_category_get_sensitivity (category);
  return -1;
}

static int
get_rank (AmpKey key, const char *code)
{
  AmpSensitivity sensitivity;
  AmpAgeBand     band;

  if (key == AMP_KEY_SENSITIVITY && amp_sensitivity_from_code (code, &sensitivity))
    return AMP_N_SENSITIVITIES - sensitivity;
  if (key == AMP_KEY_AGE && amp_age_band_from_code (code, &band))
    return band;
  return 0;
}

static int
compare_ranks (gconstpointer first, gconstpointer second, gpointer data)
{
  const AmpTableRow *const *one = first;
  const AmpTableRow *const *other = second;
  AmpKey                    key = *(const AmpKey *) data;

  return get_rank (key, (*one)->code) - get_rank (key, (*other)->code);
}

static GPtrArray *
choose_rows (AmpTable *table, AmpFilter *filter, guint limit)
{
  GPtrArray *rows = g_ptr_array_new ();
  AmpKey     key = amp_table_get_key (table);

  for (guint i = 0; i < amp_table_get_n_rows (table); i++)
    {
      AmpTableRow *row = amp_table_get_row (table, i);

      if ((row->persons > 0 && rows->len < limit) || is_selected (table, row, filter))
        g_ptr_array_add (rows, row);
    }
  if (key == AMP_KEY_SENSITIVITY || key == AMP_KEY_AGE)
    g_ptr_array_sort_with_data (rows, compare_ranks, &key);
  return rows;
}

static gboolean
has_selected (AmpTable *table, AmpFilter *filter)
{
  for (guint i = 0; i < amp_table_get_n_rows (table); i++)
    if (is_selected (table, amp_table_get_row (table, i), filter))
      return TRUE;
  return FALSE;
}

AmpSeries *
amp_breakdown_series_new (AmpTable *table, AmpFilter *filter, guint limit)
{
  g_return_val_if_fail (table != NULL, NULL);

  g_autoptr (GPtrArray) rows = choose_rows (table, filter, limit);
  AmpSeries *series = amp_series_new (NULL, NULL);
  gboolean   is_narrowed = has_selected (table, filter);

  amp_series_set_empty_text (series, _ ("Nobody"));
  for (guint i = 0; i < rows->len; i++)
    {
      AmpTableRow     *row = g_ptr_array_index (rows, i);
      g_autofree char *persons = amp_figure_text_count (row->persons);
      g_autofree char *share = amp_figure_text_share (amp_table_row_get_share (row, table));
      AmpSeriesRow    *bar = amp_series_add (series, row->code, row->label, row->persons, persons);

      bar->color = get_color (amp_table_get_key (table), row->code);
      bar->is_selected = is_selected (table, row, filter);
      bar->is_dimmed = is_narrowed && !bar->is_selected;
      bar->is_masked = row->is_masked;
      amp_series_set_detail (series, i, share);
    }
  return series;
}
