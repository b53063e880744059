/* AmpReportDrawing: one chart or map of a report, ready to be drawn at its own
 * size. The writers of SVG, PNG, PDF and HTML know nothing else of pictures. */
#pragma once

#include <cairo.h>

#include "amp-report-crossing.h"

G_BEGIN_DECLS

/**
 * AmpReportDrawing:
 *
 * A chart or map. Borrows from its report.
 */
typedef struct _AmpReportDrawing AmpReportDrawing;

/**
 * amp_report_drawing_new_chart:
 * @table: a table of @report
 * @has_title: whether the title is part of the picture
 *
 * Returns: (transfer full): the bar chart of the first rows of @table
 */
AmpReportDrawing *amp_report_drawing_new_chart (const AmpReport *report, const AmpReportTable *table, gboolean has_title);

/**
 * amp_report_drawing_new_map:
 * @map: a map of @report
 * @has_title: whether the title is part of the picture
 *
 * Returns: (transfer full): the map
 */
AmpReportDrawing *amp_report_drawing_new_map (const AmpReport *report, const AmpReportMap *map, gboolean has_title);

/**
 * amp_report_drawing_new_heat:
 * @crossing: a crossing of @report
 * @has_title: whether the title is part of the picture
 *
 * Returns: (transfer full): the heat map of the first rows of @crossing
 */
AmpReportDrawing *amp_report_drawing_new_heat (const AmpReport *report, const AmpReportCrossing *crossing, gboolean has_title);

void amp_report_drawing_free (AmpReportDrawing *self);

/**
 * amp_report_drawing_get_id:
 *
 * Returns: (transfer none): stable name, unique in the report, good for files:
 *   "chart-region"
 */
const char *amp_report_drawing_get_id (const AmpReportDrawing *self);

/**
 * amp_report_drawing_get_title:
 *
 * Returns: (transfer none): the accessible name
 */
const char *amp_report_drawing_get_title (const AmpReportDrawing *self);

/**
 * amp_report_drawing_get_description:
 *
 * Returns: (transfer none): what it shows, in words
 */
const char *amp_report_drawing_get_description (const AmpReportDrawing *self);

/**
 * amp_report_drawing_dup_alternative:
 *
 * Returns: (transfer full): title and description in one text, for those who do
 *   not see it
 */
char *amp_report_drawing_dup_alternative (const AmpReportDrawing *self);

/**
 * amp_report_drawing_get_size:
 * @width: (out): pixels at 96 dots per inch
 * @height: (out): likewise
 */
void amp_report_drawing_get_size (const AmpReportDrawing *self, double *width, double *height);

/**
 * amp_report_drawing_draw:
 * @cr: where to draw, from 0, 0, at its own size
 */
void amp_report_drawing_draw (const AmpReportDrawing *self, cairo_t *cr);

/**
 * amp_report_drawing_to_svg:
 * @id_prefix: (nullable): put before every identifier of a picture that stands
 *   in an HTML page, which is transparent; %NULL for a file of its own
 *
 * Returns: (transfer full) (nullable): the picture; %NULL with an error of the
 *   chart layer
 */
GBytes *amp_report_drawing_to_svg (const AmpReportDrawing *self, const char *id_prefix, GError **error);

/**
 * amp_report_drawing_to_png:
 * @width: pixels; 0 for as many as @dots_per_inch asks for
 * @dots_per_inch: above 0; 96 give the pixels of the page
 *
 * Returns: (transfer full) (nullable): the picture; %NULL with an error of the
 *   chart layer
 */
GBytes *amp_report_drawing_to_png (const AmpReportDrawing *self, guint width, guint dots_per_inch, GError **error);

/**
 * amp_report_drawing_to_pdf:
 *
 * Returns: (transfer full) (nullable): the picture on a page of its own size,
 *   tagged; %NULL with an error of the chart layer or %AMP_EXPORT_ERROR_DRAW
 */
GBytes *amp_report_drawing_to_pdf (const AmpReportDrawing *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpReportDrawing, amp_report_drawing_free)

G_END_DECLS
