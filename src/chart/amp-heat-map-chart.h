/* A heat map: a matrix of coloured cells with their numbers, names of rows at the
 * left, names of columns upright above, and what the colours mean below.
 *
 * Owns the layout, which is a pure function of the table, the style and the
 * width: measuring, drawing and finding a cell agree by construction. A number
 * that does not fit its cell is left out. Must not know widgets or files. */
#pragma once

#include <cairo.h>

#include "amp-chart-style.h"
#include "amp-heat-map.h"

G_BEGIN_DECLS

/**
 * amp_heat_map_chart_measure:
 * @width: pixels; below 1 counts as 1
 * @masked_text: (nullable): as for amp_heat_map_chart_draw()
 *
 * Returns: the height that the whole chart takes at that width, pixels
 */
double amp_heat_map_chart_measure (const AmpHeatMap *heat, const AmpChartStyle *style, double width, const char *masked_text);

/**
 * amp_heat_map_chart_draw:
 * @cr: where to draw; the chart's upper left corner is at 0, 0; the background
 *   is left as it is
 * @width: pixels
 * @height: pixels; rows that begin below are not drawn
 * @masked_text: (nullable): beside the hatching of what must not be told
 */
void amp_heat_map_chart_draw (cairo_t *cr, const AmpHeatMap *heat, const AmpChartStyle *style, double width, double height, const char *masked_text);

/**
 * amp_heat_map_chart_cell_at:
 * @width: the width that was drawn, pixels
 * @x: pixels
 * @y: pixels
 * @row: (out): the row of the cell
 * @column: (out): its column
 *
 * Returns: whether the point is in a cell; cells touch
 */
gboolean amp_heat_map_chart_cell_at (const AmpHeatMap *heat, const AmpChartStyle *style, double width, double x, double y, guint *row, guint *column);

/**
 * amp_heat_map_chart_get_cell_box:
 * @width: the width that was drawn, pixels
 * @row: a row
 * @column: a column
 * @box: (out): the cell, pixels
 *
 * Returns: %FALSE when there is no such cell
 */
gboolean amp_heat_map_chart_get_cell_box (const AmpHeatMap *heat, const AmpChartStyle *style, double width, guint row, guint column, cairo_rectangle_t *box);

G_END_DECLS
