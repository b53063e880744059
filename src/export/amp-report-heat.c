/* The heat map of a crossing: of each place, which share of its persons each
 * category touches. */
#include "amp-report-drawing-private.h"

#include "amp-heat-map-chart.h"
#include "amp-number-format.h"

#include <glib/gi18n-lib.h>

#define WIDTH 720

/* Classes of shares, all as wide: two maps can be compared. */
#define N_CLASSES 5

/* Whole per cent, which fit a cell; what is less than one is not nothing. */
static char *
dup_percent (const AmpReport *report, double share)
{
  return share > 0 && share < 0.005 ? g_strdup ("<1") : amp_number_format_decimal (report->is_french, share * 100, 0);
}

static void
set_cell (const AmpReport *report, const AmpReportCrossing *crossing, AmpHeatMap *heat, guint row, guint column)
{
  double           share = amp_report_crossing_get_share (crossing, row, column);
  gboolean         is_masked = amp_report_crossing_is_masked (crossing, row, column) || share < 0;
  g_autofree char *text = is_masked ? NULL : dup_percent (report, share);
  int              level = share > 0 ? MIN ((int) (share * N_CLASSES), N_CLASSES - 1) : -1;

  amp_heat_map_set_cell (heat, row, column, level, text, NULL)->is_masked = is_masked;
}

static void
set_scale (const AmpReport *report, AmpHeatMap *heat)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  for (guint i = 0; i < N_CLASSES; i++)
    {
      g_autofree char *from = dup_percent (report, (double) i / N_CLASSES);
      g_autofree char *to = dup_percent (report, (i + 1.0) / N_CLASSES);
      g_autofree char *range = g_strdup_printf ("%s – %s", from, to);

      g_strv_builder_add (builder, range);
    }
  texts = g_strv_builder_end (builder);
  amp_heat_map_set_scale (heat, _ ("Per cent of the persons of the place"), (const char *const *) texts);
}

static AmpHeatMap *
heat_new (const AmpReport *report, const AmpReportCrossing *crossing, gboolean has_title)
{
  AmpHeatMap *heat = amp_heat_map_new (has_title ? crossing->title : NULL, NULL);
  guint       n_rows = amp_report_crossing_get_n_shown (crossing);

  for (guint column = 0; column < amp_report_crossing_get_n_columns (crossing); column++)
    amp_heat_map_add_column (heat, amp_report_crossing_get_column (crossing, column)->code, amp_report_crossing_get_column (crossing, column)->label);
  for (guint row = 0; row < n_rows; row++)
    {
      amp_heat_map_add_row (heat, amp_report_crossing_get_row (crossing, row)->code, amp_report_crossing_get_row (crossing, row)->label);
      for (guint column = 0; column < amp_report_crossing_get_n_columns (crossing); column++)
        set_cell (report, crossing, heat, row, column);
    }
  set_scale (report, heat);
  amp_heat_map_set_empty_text (heat, crossing->is_withheld ? _ ("Withheld: too few persons") : _ ("Nobody"));
  return heat;
}

static void
draw_heat (cairo_t *cr, double width, double height, gpointer data)
{
  AmpChartStyle style = amp_report_style ();

  amp_heat_map_chart_draw (cr, data, &style, width, height, _ ("masked"));
}

AmpReportDrawing *
amp_report_drawing_new_heat (const AmpReport *report, const AmpReportCrossing *crossing, gboolean has_title)
{
  AmpHeatMap   *heat = heat_new (report, crossing, has_title);
  AmpChartStyle style = amp_report_style ();

  return amp_report_drawing_new (g_strconcat ("heat-", crossing->id, NULL), crossing->title, _ ("Of each place, how many per cent of its persons each column counts."), WIDTH,
                                 amp_heat_map_chart_measure (heat, &style, WIDTH, _ ("masked")), draw_heat, heat, (GDestroyNotify) amp_heat_map_unref);
}
