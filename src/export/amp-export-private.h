/* What the entry of the layer and its writers share: the files of one run. */
#pragma once

#include "amp-export.h"
#include "amp-report-crossing.h"

G_BEGIN_DECLS

/**
 * AmpExportRun:
 *
 * One run of amp_export_run(): where files go, who is told, what stops it.
 */
typedef struct _AmpExportRun AmpExportRun;

/**
 * amp_export_run_write:
 * @name: the name of the file in the folder
 * @content: (transfer full) (nullable): its bytes; %NULL when making them
 *   failed and @error is set
 *
 * Writes a file whole, then reports progress.
 *
 * Returns: whether to go on
 */
gboolean amp_export_run_write (AmpExportRun *run, const char *name, GBytes *content, GError **error);

/**
 * amp_export_run_is_stopped:
 *
 * Returns: whether the run was cancelled; @error is then set. To be asked
 *   before long work
 */
gboolean amp_export_run_is_stopped (AmpExportRun *run, GError **error);

/**
 * amp_export_run_get_options:
 *
 * Returns: (transfer none): what was asked for
 */
const AmpExportOptions *amp_export_run_get_options (AmpExportRun *run);

/**
 * amp_export_run_get_cancellable:
 *
 * Returns: (transfer none) (nullable): what stops the run
 */
GCancellable *amp_export_run_get_cancellable (AmpExportRun *run);

/**
 * AmpExportFile:
 * @name: its name in the folder
 * @sha256: hash of its bytes, in hexadecimal
 * @n_bytes: its size
 */
typedef struct
{
  char  *name;
  char  *sha256;
  gint64 n_bytes;
} AmpExportFile;

/**
 * amp_export_run_get_files:
 *
 * Returns: (transfer none) (element-type AmpExportFile): the files written so far
 */
const GPtrArray *amp_export_run_get_files (AmpExportRun *run);

/* One writer for each format, all alike: every file of that format. */
gboolean amp_export_write_html (const AmpReport *report, AmpExportRun *run, GError **error);
gboolean amp_export_write_pdf (const AmpReport *report, AmpExportRun *run, GError **error);
gboolean amp_export_write_odt (const AmpReport *report, AmpExportRun *run, GError **error);
gboolean amp_export_write_notification (const AmpReport *report, AmpExportRun *run, GError **error);
guint    amp_export_count_notification (const AmpReport *report);
gboolean amp_export_write_svg (const AmpReport *report, AmpExportRun *run, GError **error);
gboolean amp_export_write_png (const AmpReport *report, AmpExportRun *run, GError **error);
gboolean amp_export_write_chart_pdf (const AmpReport *report, AmpExportRun *run, GError **error);
gboolean amp_export_write_csv (const AmpReport *report, AmpExportRun *run, GError **error);
gboolean amp_export_write_xlsx (const AmpReport *report, AmpExportRun *run, GError **error);
gboolean amp_export_write_geojson (const AmpReport *report, AmpExportRun *run, GError **error);
gboolean amp_export_write_datapackage (const AmpReport *report, AmpExportRun *run, GError **error);
gboolean amp_export_write_json (const AmpReport *report, AmpExportRun *run, GError **error);

/* Returns: whether there is a heat map of it: of places by categories */
gboolean amp_export_draws_crossing (const AmpReportCrossing *crossing);

/* Returns: how many files that is */
guint amp_export_count_geojson (const AmpReport *report);

G_END_DECLS
