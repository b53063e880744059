/* The bar chart of a table. */
#include "amp-report-drawing-private.h"
#include "amp-report-private.h"

#include "amp-bar-chart.h"
#include "amp-category.h"
#include "amp-number-format.h"
#include "amp-series.h"

#include <glib/gi18n-lib.h>

#define WIDTH 560

/* Categories and classes take the colour of their sensitivity. */
static int
color_of (AmpKey key, const char *code)
{
  AmpCategory    category;
  AmpSensitivity sensitivity;

  if (key == AMP_KEY_CATEGORY && amp_category_from_code (code, &category))
    return (int) amp_category_get_sensitivity (category);
  if (key == AMP_KEY_SENSITIVITY && amp_sensitivity_from_code (code, &sensitivity))
    return (int) sensitivity;
  return -1;
}

static void
add_row (const AmpReport *report, const AmpReportTable *table, const AmpTableRow *row, AmpSeries *series)
{
  g_autofree char *value = row->is_masked ? g_strdup (_ ("masked")) : amp_number_format_count (report->is_french, row->persons);
  g_autofree char *share = amp_number_format_percent (report->is_french, amp_table_row_get_share (row, table->table));
  AmpSeriesRow    *added = amp_series_add (series, row->code, row->label, (double) row->persons, value);

  added->is_masked = row->is_masked;
  added->color = color_of (amp_table_get_key (table->table), row->code);
  if (!row->is_masked)
    amp_series_set_detail (series, amp_series_get_n_rows (series) - 1, share);
}

static char *
dup_caption (const AmpReport *report, const AmpReportTable *table)
{
  guint            n_more = table->order->len - amp_report_table_get_n_shown (table);
  g_autofree char *more = amp_number_format_count (report->is_french, n_more);

  if (n_more == 0)
    return g_strdup (_ ("Persons, and their share of all persons"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Persons, and their share of all persons; and %s more row", "Persons, and their share of all persons; and %s more rows", n_more), more);
}

static void
draw_bars (cairo_t *cr, double width, double height, gpointer data)
{
  AmpChartStyle style = amp_report_style ();

  amp_bar_chart_draw (cr, data, &style, width, height, -1);
}

AmpReportDrawing *
amp_report_drawing_new_chart (const AmpReport *report, const AmpReportTable *table, gboolean has_title)
{
  g_autofree char *caption = dup_caption (report, table);
  g_autofree char *most = amp_report_dup_most (report, table);
  g_autofree char *description = g_strchomp (g_strdup_printf ("%s. %s", caption, most));
  AmpSeries       *series = amp_series_new (has_title ? table->title : NULL, caption);
  AmpChartStyle    style = amp_report_style ();

  for (guint i = 0; i < amp_report_table_get_n_shown (table); i++)
    add_row (report, table, amp_report_table_get_row (table, i), series);
  amp_series_set_empty_text (series, table->is_withheld ? _ ("Withheld: too few persons") : _ ("Nobody"));
  return amp_report_drawing_new (g_strconcat ("chart-", table->id, NULL), table->title, description, WIDTH,
                                 amp_bar_chart_measure (series, &style, WIDTH), draw_bars, series, (GDestroyNotify) amp_series_unref);
}
