/* What a kind of picture gives to make a drawing of it. */
#pragma once

#include "amp-chart-style.h"
#include "amp-chart-surface.h"
#include "amp-report-drawing.h"

G_BEGIN_DECLS

/**
 * amp_report_drawing_new:
 * @id: (transfer full): see amp_report_drawing_get_id()
 * @title: copied
 * @description: copied
 * @width: pixels
 * @height: pixels
 * @draw: draws it
 * @data: (transfer full): what is drawn
 * @free_data: frees @data
 */
AmpReportDrawing *amp_report_drawing_new (char *id, const char *title, const char *description, double width, double height, AmpDrawFunc draw, gpointer data, GDestroyNotify free_data);

/**
 * amp_report_style:
 *
 * Returns: how everything that leaves the building looks: light, for a report
 *   is printed, in fonts of the system
 */
AmpChartStyle amp_report_style (void);

G_END_DECLS
