/* What stands above a chart: its title and its caption, and the names of the
 * columns of a matrix. Must not know which chart stands below. */
#pragma once

#include <cairo.h>

#include "amp-chart-style.h"

G_BEGIN_DECLS

/**
 * amp_heading_draw:
 * @cr: (nullable): %NULL only measures
 * @title: (nullable): UTF-8, of up to three lines
 * @caption: (nullable): UTF-8, of up to two lines
 * @padding: what stays free on both sides, in pixels at font scale 1
 * @width: of the chart, in pixels
 * @gap: what stays free below, in pixels at font scale 1
 *
 * Draws title and caption at the top of a chart.
 *
 * Returns: where the chart may begin, in pixels; 0 without title and caption
 */
double amp_heading_draw (cairo_t *cr, const AmpChartStyle *style, const char *title, const char *caption, double padding, double width, double gap);

/**
 * amp_heading_measure_name:
 * @name: UTF-8, one line
 *
 * Returns: how high @name stands as a column's, in pixels: a very long one is
 *   shortened
 */
double amp_heading_measure_name (const AmpChartStyle *style, const char *name);

/**
 * amp_heading_draw_name:
 * @name: UTF-8, one line
 * @x: the middle of the column, in pixels
 * @bottom: where the name begins, in pixels
 * @room: how high it may stand, in pixels
 *
 * Draws the name of a column, upright, to be read from below.
 */
void amp_heading_draw_name (cairo_t *cr, const AmpChartStyle *style, const char *name, double x, double bottom, double room);

G_END_DECLS
