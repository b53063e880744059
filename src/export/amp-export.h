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
 * @AMP_EXPORT_SVG: each chart and map as SVG
 * @AMP_EXPORT_PNG: each chart and map as PNG
 * @AMP_EXPORT_CSV: each table
 * @AMP_EXPORT_JSON: every figure in one file
 * @AMP_EXPORT_CHART_PDF: each chart and map as PDF
 * @AMP_EXPORT_XLSX: every table in one workbook
 * @AMP_EXPORT_GEOJSON: the areas with their figures, a file for each level
 * @AMP_EXPORT_DATAPACKAGE: what the other files are, for programs
 * @AMP_EXPORT_PDF: the summary as PDF
 * @AMP_EXPORT_ODT: the summary as OpenDocument text
 * @AMP_EXPORT_ALL: all of these
 * @AMP_EXPORT_NOTIFICATION: the form of the notification, as HTML, PDF and
 *   OpenDocument text; only when asked for, since it holds what the analyst wrote
 */
typedef enum
{
  AMP_EXPORT_HTML = 1 << 0,
  AMP_EXPORT_SVG = 1 << 1,
  AMP_EXPORT_PNG = 1 << 2,
  AMP_EXPORT_CSV = 1 << 3,
  AMP_EXPORT_JSON = 1 << 4,
  AMP_EXPORT_CHART_PDF = 1 << 5,
  AMP_EXPORT_XLSX = 1 << 6,
  AMP_EXPORT_GEOJSON = 1 << 7,
  AMP_EXPORT_DATAPACKAGE = 1 << 8,
  AMP_EXPORT_PDF = 1 << 9,
  AMP_EXPORT_ODT = 1 << 10,
  AMP_EXPORT_ALL = (1 << 11) - 1,
  AMP_EXPORT_NOTIFICATION = 1 << 11,
} AmpExportFormats;

/* Counts under this many persons are masked unless the analyst says otherwise
 * (INSEE and the French health-data centres use the same threshold). */
#define AMP_EXPORT_DEFAULT_MIN_CELL 11
/* The analyst may lower the threshold so far and no further. */
#define AMP_EXPORT_LOWEST_MIN_CELL 5
/* What counts may be rounded to multiples of. */
#define AMP_EXPORT_ROUND_TO 5

/* What the pictures of an export may be asked to be: pixels wide, and dots per
 * inch. */
#define AMP_EXPORT_LEAST_PNG_WIDTH 100
#define AMP_EXPORT_GREATEST_PNG_WIDTH 8000
#define AMP_EXPORT_LEAST_PNG_DPI 36
#define AMP_EXPORT_GREATEST_PNG_DPI 1200
#define AMP_EXPORT_DEFAULT_PNG_DPI 192

/**
 * AmpExportOptions:
 * @directory: (type filename): where to; made if it does not exist
 * @formats: what to write
 * @min_cell: smallest count shown, %AMP_EXPORT_LOWEST_MIN_CELL or more; 0 masks
 *   nothing, and the export says so
 * @language: (nullable): "fr" or "en"; %NULL for the language of the session
 * @selection: (nullable): the filter; %NULL for the whole case
 * @round_to: %AMP_EXPORT_ROUND_TO, or 0 for exact counts
 * @outlines_folder: (nullable) (type filename): where imported outlines are kept,
 *   see amp_report_use_outlines(); %NULL for those that ship alone
 * @png_width: pixels a PNG is wide; 0 for as many as its density asks for
 * @png_dpi: dots per inch of a PNG; 0 for %AMP_EXPORT_DEFAULT_PNG_DPI. Where no
 *   width is given, a point of the page at 96 dots per inch is one pixel
 */
typedef struct
{
  const char         *directory;
  AmpExportFormats    formats;
  gint64              min_cell;
  const char         *language;
  const AmpSelection *selection;
  gint64              round_to;
  const char         *outlines_folder;
  guint               png_width;
  guint               png_dpi;
} AmpExportOptions;

/**
 * AmpExportProgressFunc:
 * @done: files written so far
 * @total: files in all
 */
typedef void (*AmpExportProgressFunc) (guint done, guint total, gpointer data);

/**
 * amp_export_formats_from_string:
 * @text: comma-separated codes: "html,svg"
 * @formats: (out): the set
 * @error: %AMP_EXPORT_ERROR_FORMAT naming the unknown code
 */
gboolean amp_export_formats_from_string (const char *text, AmpExportFormats *formats, GError **error);

/**
 * amp_export_formats_to_string:
 *
 * Returns: (transfer full): what amp_export_formats_from_string() reads
 */
char *amp_export_formats_to_string (AmpExportFormats formats);

/**
 * amp_export_formats_dup_codes:
 *
 * Returns: (transfer full): the codes of all formats, for a message:
 *   "html, json, csv…"
 */
char *amp_export_formats_dup_codes (void);

/**
 * amp_export_run:
 * @self: the case
 * @options: what, where and how much of it
 * @progress: (nullable) (scope call): told after each file
 * @files: (out) (optional) (transfer full): names written, relative to the folder
 * @error: why, %AMP_EXPORT_ERROR_OPTION among it; files written before stay,
 *   each of them whole
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
