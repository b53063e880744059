/* Charts and maps as files of their own. */
#include "amp-export-private.h"

#include "amp-report-drawing.h"

typedef GBytes *(*RenderFunc) (const AmpReportDrawing *drawing, const AmpExportOptions *options, GError **error);

static GBytes *
render_svg (const AmpReportDrawing *drawing, const AmpExportOptions *options, GError **error)
{
  return amp_report_drawing_to_svg (drawing, NULL, error);
}

static GBytes *
render_png (const AmpReportDrawing *drawing, const AmpExportOptions *options, GError **error)
{
  guint dots_per_inch = options->png_dpi > 0 ? options->png_dpi : AMP_EXPORT_DEFAULT_PNG_DPI;

  return amp_report_drawing_to_png (drawing, options->png_width, dots_per_inch, error);
}

static GBytes *
render_pdf (const AmpReportDrawing *drawing, const AmpExportOptions *options, GError **error)
{
  return amp_report_drawing_to_pdf (drawing, error);
}

static gboolean
write_drawing (AmpReportDrawing *drawing, AmpExportRun *run, RenderFunc render, const char *extension, GError **error)
{
  g_autoptr (AmpReportDrawing) owned = drawing;
  g_autofree char *name = g_strconcat (amp_report_drawing_get_id (drawing), extension, NULL);

  return !amp_export_run_is_stopped (run, error) &&
         amp_export_run_write (run, name, render (drawing, amp_export_run_get_options (run), error), error);
}

gboolean
amp_export_draws_crossing (const AmpReportCrossing *crossing)
{
  return amp_table_get_key (crossing->columns->table) == AMP_KEY_CATEGORY && amp_report_crossing_get_n_rows (crossing) > 0;
}

static gboolean
write_drawings (const AmpReport *report, AmpExportRun *run, RenderFunc render, const char *extension, GError **error)
{
  for (guint i = 0; i < report->tables->len; i++)
    if (!write_drawing (amp_report_drawing_new_chart (report, g_ptr_array_index (report->tables, i), TRUE), run, render, extension, error))
      return FALSE;
  for (guint i = 0; i < report->crossings->len; i++)
    {
      const AmpReportCrossing *crossing = g_ptr_array_index (report->crossings, i);

      if (amp_export_draws_crossing (crossing) && !write_drawing (amp_report_drawing_new_heat (report, crossing, TRUE), run, render, extension, error))
        return FALSE;
    }
  for (guint i = 0; i < report->maps->len; i++)
    if (!write_drawing (amp_report_drawing_new_map (report, g_ptr_array_index (report->maps, i), TRUE), run, render, extension, error))
      return FALSE;
  return TRUE;
}

gboolean
amp_export_write_svg (const AmpReport *report, AmpExportRun *run, GError **error)
{
  return write_drawings (report, run, render_svg, ".svg", error);
}

gboolean
amp_export_write_png (const AmpReport *report, AmpExportRun *run, GError **error)
{
  return write_drawings (report, run, render_png, ".png", error);
}

gboolean
amp_export_write_chart_pdf (const AmpReport *report, AmpExportRun *run, GError **error)
{
  return write_drawings (report, run, render_pdf, ".pdf", error);
}
