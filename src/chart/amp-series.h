/* Labelled numbers, ready to be drawn.
 *
 * Owns copies of every text. Rows stay in the order in which they were added:
 * sorting, formatting and translating are the caller's. Knows nothing of what
 * the numbers count. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpSeriesRow:
 * @id: what the caller calls the row, never drawn
 * @label: the row's name, UTF-8
 * @value: the number drawn; anything that is not a finite number above zero
 *   draws as nothing
 * @value_text: the number as people read it, already formatted
 * @detail_text: (nullable): a second number, drawn muted after the first (a
 *   share, for instance)
 * @color: which categorical colour of the theme, or -1 for its accent
 * @is_masked: the number must not be told: @value is never looked at, the bar
 *   is a hatched stub of constant length
 * @is_selected: the row is part of the selection
 * @is_dimmed: the row is outside the selection
 */
typedef struct
{
  char    *id;
  char    *label;
  double   value;
  char    *value_text;
  char    *detail_text;
  int      color;
  gboolean is_masked;
  gboolean is_selected;
  gboolean is_dimmed;
} AmpSeriesRow;

/**
 * AmpSeries:
 *
 * A reference-counted list of rows with a title. The count of references is
 * atomic, the content is not: fill it in one thread, then only read it.
 */
typedef struct _AmpSeries AmpSeries;

/**
 * amp_series_new:
 * @title: (nullable): the heading drawn above the chart; %NULL draws none
 * @caption: (nullable): what the values are ("people"), drawn under the title
 *
 * Returns: (transfer full): an empty series
 */
AmpSeries *amp_series_new (const char *title, const char *caption);

/**
 * amp_series_ref:
 *
 * Returns: (transfer full): @series with one more reference
 */
AmpSeries *amp_series_ref (AmpSeries *series);

/**
 * amp_series_unref:
 * @series: (transfer full): freed with its rows when nobody else holds it
 */
void amp_series_unref (AmpSeries *series);

/**
 * amp_series_add:
 * @id: (nullable): the row's name for the caller; %NULL is ""
 * @label: (nullable): UTF-8; broken bytes are replaced
 * @value: see #AmpSeriesRow
 * @value_text: (nullable): UTF-8; %NULL is ""
 *
 * Appends a row: accent colour, neither masked, selected nor dimmed.
 *
 * Returns: (transfer none): the new row, to set the rest; valid until the next
 *   row is added
 */
AmpSeriesRow *amp_series_add (AmpSeries *series, const char *id, const char *label, double value, const char *value_text);

/**
 * amp_series_set_detail:
 * @index: a row
 * @detail_text: (nullable): see #AmpSeriesRow
 */
void amp_series_set_detail (AmpSeries *series, guint index, const char *detail_text);

/**
 * amp_series_set_maximum:
 * @maximum: the value of a full bar (1 for shares); 0, the default, means the
 *   highest value of the rows
 */
void amp_series_set_maximum (AmpSeries *series, double maximum);

/**
 * amp_series_set_empty_text:
 * @text: (nullable): what is drawn in place of the rows when there is none
 */
void amp_series_set_empty_text (AmpSeries *series, const char *text);

/**
 * amp_series_get_n_rows:
 *
 * Returns: how many rows were added
 */
guint amp_series_get_n_rows (const AmpSeries *series);

/**
 * amp_series_get_row:
 * @index: below amp_series_get_n_rows()
 *
 * Returns: (transfer none) (nullable): the row, whose flags, value and colour
 *   may be changed in place; %NULL when @index is past the end
 */
AmpSeriesRow *amp_series_get_row (const AmpSeries *series, guint index);

/**
 * amp_series_find:
 * @id: a row's id
 *
 * Returns: the index of the first row with that id, or -1
 */
int amp_series_find (const AmpSeries *series, const char *id);

/**
 * amp_series_get_title:
 *
 * Returns: (transfer none) (nullable): the heading
 */
const char *amp_series_get_title (const AmpSeries *series);

/**
 * amp_series_get_caption:
 *
 * Returns: (transfer none) (nullable): what the values are
 */
const char *amp_series_get_caption (const AmpSeries *series);

/**
 * amp_series_get_empty_text:
 *
 * Returns: (transfer none) (nullable): the text in place of the rows
 */
const char *amp_series_get_empty_text (const AmpSeries *series);

/**
 * amp_series_get_maximum:
 *
 * Returns: the value of a full bar, always finite and above zero. Masked rows
 *   do not count, so that a scale cannot tell a masked number.
 */
double amp_series_get_maximum (const AmpSeries *series);

/**
 * amp_series_get_total:
 *
 * Returns: the sum of what amp_series_row_get_drawn_value() gives for every row
 */
double amp_series_get_total (const AmpSeries *series);

/**
 * amp_series_row_get_drawn_value:
 *
 * Returns: the row's value, or 0 when it is masked, negative or not finite
 */
double amp_series_row_get_drawn_value (const AmpSeriesRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpSeries, amp_series_unref)

G_END_DECLS
