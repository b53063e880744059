/* Mirrored bars: of each row one bar to the left and one to the right of a common
 * axis, on one scale.
 *
 * Owns the layout, which is a pure function of the rows, the style and the
 * width: measuring, drawing and finding a row agree by construction. Narrow
 * charts put the label above its bars. Must not know widgets or files. */
#pragma once

#include <cairo.h>

#include "amp-chart-style.h"
#include "amp-mirror.h"

G_BEGIN_DECLS

/**
 * amp_mirror_chart_measure:
 * @width: pixels; below 1 counts as 1
 *
 * Returns: the height that the whole chart takes at that width, pixels
 */
double amp_mirror_chart_measure (const AmpMirror *mirror, const AmpChartStyle *style, double width);

/**
 * amp_mirror_chart_draw:
 * @cr: where to draw; the chart's upper left corner is at 0, 0; the background
 *   is left as it is
 * @width: pixels
 * @height: pixels; rows that begin below are not drawn
 */
void amp_mirror_chart_draw (cairo_t *cr, const AmpMirror *mirror, const AmpChartStyle *style, double width, double height);

/**
 * amp_mirror_chart_get_color:
 * @side: 0 the left, 1 the right
 *
 * Returns: the colour of the bars of that side
 */
AmpColor amp_mirror_chart_get_color (const AmpChartStyle *style, guint side);

/**
 * amp_mirror_chart_row_at:
 * @width: the width that was drawn, pixels
 * @y: pixels
 *
 * Returns: the row whose band holds the point, or -1
 */
int amp_mirror_chart_row_at (const AmpMirror *mirror, const AmpChartStyle *style, double width, double y);

/**
 * amp_mirror_chart_get_bar_box:
 * @width: the width that was drawn, pixels
 * @index: a row
 * @side: 0 the left, 1 the right
 * @box: (out): the bar, pixels; it ends, or begins, at the axis
 *
 * Returns: %FALSE when there is no such row
 */
gboolean amp_mirror_chart_get_bar_box (const AmpMirror *mirror, const AmpChartStyle *style, double width, guint index, guint side, cairo_rectangle_t *box);

G_END_DECLS
