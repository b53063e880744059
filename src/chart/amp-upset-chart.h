/* Combinations of sets: a matrix of dots, one column a set, and a bar for each
 * row.
 *
 * Owns the layout, which is a pure function of the upset, the style and the
 * width: measuring, drawing and finding a row agree by construction. The names
 * of the sets stand upright over their columns. Must not know widgets or
 * files. */
#pragma once

#include <cairo.h>

#include "amp-chart-style.h"
#include "amp-upset.h"

G_BEGIN_DECLS

/**
 * amp_upset_chart_measure:
 * @width: pixels; below 1 counts as 1
 *
 * Returns: the height that the whole chart takes at that width, pixels
 */
double amp_upset_chart_measure (const AmpUpset *upset, const AmpChartStyle *style, double width);

/**
 * amp_upset_chart_draw:
 * @cr: where to draw; the chart's upper left corner is at 0, 0; the background
 *   is left as it is
 * @width: pixels
 * @height: pixels; rows that begin below are not drawn
 * @hovered: the row under the pointer or with the keyboard focus, or -1
 */
void amp_upset_chart_draw (cairo_t *cr, const AmpUpset *upset, const AmpChartStyle *style, double width, double height, int hovered);

/**
 * amp_upset_chart_row_at:
 * @width: the width that was drawn, pixels
 * @x: pixels
 * @y: pixels
 *
 * Returns: the row whose band holds the point, or -1
 */
int amp_upset_chart_row_at (const AmpUpset *upset, const AmpChartStyle *style, double width, double x, double y);

/**
 * amp_upset_chart_get_row_box:
 * @width: the width that was drawn, pixels
 * @index: a row
 * @box: (out): the row's band, pixels
 *
 * Returns: %FALSE when there is no such row
 */
gboolean amp_upset_chart_get_row_box (const AmpUpset *upset, const AmpChartStyle *style, double width, guint index, cairo_rectangle_t *box);

G_END_DECLS
