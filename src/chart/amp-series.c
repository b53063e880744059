/* Labelled numbers: see the header.
 *
 * Invariant: every text of a row is valid UTF-8 and not NULL, but for
 * detail_text. Must not know what is counted, nor how it is drawn. */
#include "amp-series.h"

#include <math.h>

struct _AmpSeries
{
  char   *title;
  char   *caption;
  char   *empty_text;
  double  maximum;
  GArray *rows;
};

static void
clear_row (gpointer data)
{
  AmpSeriesRow *row = data;

  g_free (row->id);
  g_free (row->label);
  g_free (row->value_text);
  g_free (row->detail_text);
}

static void
clear_series (gpointer data)
{
  AmpSeries *series = data;

  g_free (series->title);
  g_free (series->caption);
  g_free (series->empty_text);
  g_array_unref (series->rows);
}

static char *
copy_text (const char *text)
{
  return g_utf8_make_valid (text ? text : "", -1);
}

static char *
copy_optional_text (const char *text)
{
  return text ? copy_text (text) : NULL;
}

AmpSeries *
amp_series_new (const char *title, const char *caption)
{
  AmpSeries *series = g_atomic_rc_box_new0 (AmpSeries);

  series->title = copy_optional_text (title);
  series->caption = copy_optional_text (caption);
  series->rows = g_array_new (FALSE, TRUE, sizeof (AmpSeriesRow));
  g_array_set_clear_func (series->rows, clear_row);
  return series;
}

AmpSeries *
amp_series_ref (AmpSeries *series)
{
  g_return_val_if_fail (series != NULL, NULL);

  return g_atomic_rc_box_acquire (series);
}

void
amp_series_unref (AmpSeries *series)
{
  g_return_if_fail (series != NULL);

  g_atomic_rc_box_release_full (series, clear_series);
}

AmpSeriesRow *
amp_series_add (AmpSeries *series, const char *id, const char *label, double value, const char *value_text)
{
  AmpSeriesRow row = { 0 };

  g_return_val_if_fail (series != NULL, NULL);

  row.id = copy_text (id);
  row.label = copy_text (label);
  row.value = value;
  row.value_text = copy_text (value_text);
  row.color = -1;
  g_array_append_val (series->rows, row);
  return &g_array_index (series->rows, AmpSeriesRow, series->rows->len - 1);
}

void
amp_series_set_detail (AmpSeries *series, guint index, const char *detail_text)
{
  AmpSeriesRow *row;

  g_return_if_fail (series != NULL);
  g_return_if_fail (index < series->rows->len);

  row = &g_array_index (series->rows, AmpSeriesRow, index);
  g_free (row->detail_text);
  row->detail_text = copy_optional_text (detail_text);
}

void
amp_series_set_maximum (AmpSeries *series, double maximum)
{
  g_return_if_fail (series != NULL);

  series->maximum = maximum;
}

void
amp_series_set_empty_text (AmpSeries *series, const char *text)
{
  g_return_if_fail (series != NULL);

  g_free (series->empty_text);
  series->empty_text = copy_optional_text (text);
}

guint
amp_series_get_n_rows (const AmpSeries *series)
{
  g_return_val_if_fail (series != NULL, 0);

  return series->rows->len;
}

AmpSeriesRow *
amp_series_get_row (const AmpSeries *series, guint index)
{
  g_return_val_if_fail (series != NULL, NULL);

  if (index >= series->rows->len)
    return NULL;
  return &g_array_index (series->rows, AmpSeriesRow, index);
}

int
amp_series_find (const AmpSeries *series, const char *id)
{
  g_return_val_if_fail (series != NULL, -1);
  g_return_val_if_fail (id != NULL, -1);

  for (guint i = 0; i < series->rows->len; i++)
    if (g_str_equal (g_array_index (series->rows, AmpSeriesRow, i).id, id))
      return (int) i;
  return -1;
}

const char *
amp_series_get_title (const AmpSeries *series)
{
  g_return_val_if_fail (series != NULL, NULL);

  return series->title;
}

const char *
amp_series_get_caption (const AmpSeries *series)
{
  g_return_val_if_fail (series != NULL, NULL);

  return series->caption;
}

const char *
amp_series_get_empty_text (const AmpSeries *series)
{
  g_return_val_if_fail (series != NULL, NULL);

  return series->empty_text;
}

double
amp_series_row_get_drawn_value (const AmpSeriesRow *row)
{
  g_return_val_if_fail (row != NULL, 0);

  return !row->is_masked && isfinite (row->value) && row->value > 0 ? row->value : 0;
}

double
amp_series_get_maximum (const AmpSeries *series)
{
  double highest = 0;

  g_return_val_if_fail (series != NULL, 1);

  if (isfinite (series->maximum) && series->maximum > 0)
    return series->maximum;
  for (guint i = 0; i < series->rows->len; i++)
    highest = MAX (highest, amp_series_row_get_drawn_value (&g_array_index (series->rows, AmpSeriesRow, i)));
  return highest > 0 ? highest : 1;
}

double
amp_series_get_total (const AmpSeries *series)
{
  double total = 0;

  g_return_val_if_fail (series != NULL, 0);

  for (guint i = 0; i < series->rows->len; i++)
    total += amp_series_row_get_drawn_value (&g_array_index (series->rows, AmpSeriesRow, i));
  return total;
}
