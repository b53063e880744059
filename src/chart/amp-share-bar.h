/* The parts of a whole: one stacked bar, and a line for each part below it.
 *
 * Layout is a pure function of series, style and width, as for bars. Parts keep
 * the order of the series. Must not know widgets or files. */
#pragma once

#include <cairo.h>

#include "amp-chart-style.h"
#include "amp-series.h"

G_BEGIN_DECLS

/**
 * amp_share_bar_measure:
 * @series: the parts. The whole is their sum, or the series' maximum when that
 *   is larger: the rest then stays empty
 * @width: pixels; below 1 counts as 1
 *
 * Returns: the height of title, bar and lines at that width, pixels
 */
double amp_share_bar_measure (const AmpSeries *series, const AmpChartStyle *style, double width);

/**
 * amp_share_bar_draw:
 * @cr: where to draw, from 0, 0; the background is left as it is
 * @width: pixels
 * @height: pixels; lines that begin below are not drawn
 * @hovered: the part under the pointer or with the keyboard focus, or -1
 */
void amp_share_bar_draw (cairo_t *cr, const AmpSeries *series, const AmpChartStyle *style, double width, double height, int hovered);

/**
 * amp_share_bar_row_at:
 * @width: the width that was drawn, pixels
 * @x: pixels
 * @y: pixels
 *
 * Returns: the part whose piece of the bar or whose line holds the point, or -1
 */
int amp_share_bar_row_at (const AmpSeries *series, const AmpChartStyle *style, double width, double x, double y);

G_END_DECLS
