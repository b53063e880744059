/* A map drawn once, at a given size: for the overview, SVG, PNG and PDF.
 *
 * Polygons coloured by class, proportional circles, overseas boxes, legend and
 * attribution, in web Mercator. Owns the layout of the page and nothing else:
 * all data are borrowed, already aggregated, translated and formatted. The map
 * that is panned and zoomed is the application's. */
#pragma once

#include <cairo.h>

#include "amp-chart-style.h"
#include "amp-circle-scale.h"
#include "amp-classes.h"
#include "amp-legend.h"
#include "amp-map-circle.h"
#include "amp-map-shape.h"
#include "amp-projection.h"

G_BEGIN_DECLS

/**
 * AmpMapInset:
 * @title: (nullable): the name of the territory
 * @bounds: what its box shows, of the map's own land, shapes and circles
 */
typedef struct
{
  const char  *title;
  AmpMapBounds bounds;
} AmpMapInset;

/**
 * AmpMapChart:
 * @title: (nullable): heading
 * @caption: (nullable): under the heading
 * @attribution: (nullable): whose data these are, at the bottom
 * @bounds: what the main map shows
 * @land: (array length=n_land) (nullable): background; only the rings are used
 * @n_land: how many
 * @shapes: (array length=n_shapes) (nullable): areas
 * @n_shapes: how many
 * @circles: (array length=n_circles) (nullable): in any order
 * @n_circles: how many
 * @insets: (array length=n_insets) (nullable): boxes beside the main map
 * @n_insets: how many
 * @classes: (nullable): what turns values into colours; without it shapes are a
 *   plain background and circles take the accent
 * @circle_scale: the size of circles, pixels at font scale 1; a zero
 *   maximum_radius means a sixteenth of the main map's shorter side
 * @legend: (nullable): drawn beside the map, or under it when narrow; its
 *   circles always follow the scale of the map
 * @max_labels: at most so many circles are named
 *
 * Everything is borrowed.
 */
typedef struct
{
  const char         *title;
  const char         *caption;
  const char         *attribution;
  AmpMapBounds        bounds;
  const AmpMapShape  *land;
  guint               n_land;
  const AmpMapShape  *shapes;
  guint               n_shapes;
  const AmpMapCircle *circles;
  guint               n_circles;
  const AmpMapInset  *insets;
  guint               n_insets;
  const AmpClasses   *classes;
  AmpCircleScale      circle_scale;
  const AmpLegend    *legend;
  guint               max_labels;
} AmpMapChart;

/**
 * amp_map_chart_measure:
 * @width: pixels
 *
 * Returns: a height at which the main map fills its room and the legend is
 *   whole, pixels
 */
double amp_map_chart_measure (const AmpMapChart *chart, const AmpChartStyle *style, double width);

/**
 * amp_map_chart_draw:
 * @cr: where to draw, from 0, 0; the background is left as it is
 * @width: pixels
 * @height: pixels; see amp_map_chart_measure(). When there is too little of it,
 *   a legend or boxes under the map are left out
 */
void amp_map_chart_draw (cairo_t *cr, const AmpMapChart *chart, const AmpChartStyle *style, double width, double height);

G_END_DECLS
