/* Export: an opened case to a folder of files that can leave the building.
 *
 * The one entry of the layer. What is written is decided by the report
 * (amp-report.h); each format has one writer. Small cells are masked before any
 * writer sees a number. */
#pragma once

#include <gio/gio.h>

#include "amp-case.h"

G_BEGIN_DECLS

/**
 * AmpExportFormats:
 * @AMP_EXPORT_HTML: one summary that holds every chart and table
 * @AMP_EXPORT_SVG: each chart and the map as SVG
 * @AMP_EXPORT_PNG: each chart and the map as PNG
 * @AMP_EXPORT_CSV: each table
 * @AMP_EXPORT_JSON: every figure in one file
 */
typedef enum
{
  AMP_EXPORT_HTML = 1 << 0,
  AMP_EXPORT_SVG = 1 << 1,
  AMP_EXPORT_PNG = 1 << 2,
  AMP_EXPORT_CSV = 1 << 3,
  AMP_EXPORT_JSON = 1 << 4,
  AMP_EXPORT_ALL = (1 << 5) - 1,
} AmpExportFormats;

/* Counts under this many persons are masked unless the analyst says otherwise
 * (INSEE and the French health-data centres use the same threshold). */
#define AMP_EXPORT_DEFAULT_MIN_CELL 11

/**
 * AmpExportOptions:
 * @directory: (type filename): where to; made if it does not exist
 * @formats: what to write
 * @min_cell: smallest count shown; 0 masks nothing, and the export says so
 * @language: (nullable): "fr" or "en"; %NULL for the language of the session
 * @selection: (nullable): the filter; %NULL for the whole case
 */
typedef struct
{
  const char         *directory;
  AmpExportFormats    formats;
  gint64              min_cell;
  const char         *language;
  const AmpSelection *selection;
} AmpExportOptions;

/**
 * AmpExportProgressFunc:
 * @done: files written so far
 * @total: files in all
 */
typedef void (*AmpExportProgressFunc) (guint done, guint total, gpointer data);

/**
 * amp_export_formats_from_string:
 * @text: comma-separated codes: "html,svg,png,csv,json"
 * @formats: (out): the set
 * @error: %AMP_EXPORT_ERROR_FORMAT naming the unknown code
 */
gboolean amp_export_formats_from_string (const char *text, AmpExportFormats *formats, GError **error);

/**
 * amp_export_run:
 * @self: the case
 * @options: what, where and how much of it
 * @progress: (nullable) (scope call): told after each file
 * @files: (out) (optional) (transfer full): names written, relative to the folder
 * @error: why; files written before stay, each of them whole
 *
 * Returns: whether every file was written
 */
gboolean amp_export_run (AmpCase                *self,
                         const AmpExportOptions *options,
                         AmpExportProgressFunc   progress,
                         gpointer                data,
                         char                 ***files,
                         GCancellable           *cancellable,
                         GError                **error);

G_END_DECLS
