/* Horizontal bars, one a row: label, bar, value.
 *
 * Owns the layout, which is a pure function of the series, the style and the
 * width: measuring, drawing and finding the row under the pointer agree by
 * construction. Narrow charts put the label above its bar. Rows are drawn in
 * the order of the series. Must not know widgets or files. */
#pragma once

#include <cairo.h>

#include "amp-chart-style.h"
#include "amp-series.h"

G_BEGIN_DECLS

/**
 * amp_bar_chart_measure:
 * @width: pixels; below 1 counts as 1
 *
 * Returns: the height that the whole chart takes at that width, pixels
 */
double amp_bar_chart_measure (const AmpSeries *series, const AmpChartStyle *style, double width);

/**
 * amp_bar_chart_draw:
 * @cr: where to draw; the chart's upper left corner is at 0, 0; the background
 *   is left as it is
 * @width: pixels
 * @height: pixels; rows that begin below are not drawn
 * @hovered: the row under the pointer or with the keyboard focus, or -1
 *
 * Rows outside the clip are skipped: a chart of thousands of rows may be
 * repainted in parts.
 */
void amp_bar_chart_draw (cairo_t *cr, const AmpSeries *series, const AmpChartStyle *style, double width, double height, int hovered);

/**
 * amp_bar_chart_row_at:
 * @width: the width that was drawn, pixels
 * @x: pixels
 * @y: pixels
 *
 * Returns: the row whose band holds the point, or -1. Bands touch: between the
 *   first and the last there is no gap that a click could miss.
 */
int amp_bar_chart_row_at (const AmpSeries *series, const AmpChartStyle *style, double width, double x, double y);

/**
 * amp_bar_chart_get_row_box:
 * @width: the width that was drawn, pixels
 * @index: a row
 * @box: (out): the row's band, pixels
 *
 * Where to point a tooltip or to scroll to.
 *
 * Returns: %FALSE when there is no such row
 */
gboolean amp_bar_chart_get_row_box (const AmpSeries *series, const AmpChartStyle *style, double width, guint index, cairo_rectangle_t *box);

G_END_DECLS
