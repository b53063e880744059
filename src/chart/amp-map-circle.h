/* The proportional circles of a map, and their names.
 *
 * Large circles are drawn first, so that none hides a smaller one; the order
 * does not depend on that of the input. Must not know where values come from. */
#pragma once

#include <cairo.h>

#include "amp-chart-style.h"
#include "amp-circle-scale.h"
#include "amp-classes.h"
#include "amp-projection.h"

G_BEGIN_DECLS

/**
 * AmpMapCircle:
 * @id: (nullable): what the caller calls the place; breaks ties of order
 * @label: (nullable): its name, drawn when there is room
 * @longitude: degrees
 * @latitude: degrees
 * @value: its area is proportional to it
 * @color_value: what colours it, where @has_color_value
 * @has_color_value: %FALSE draws it in the accent colour
 * @is_approximate: stands beside its true position: dashed
 * @is_masked: small and hollow; the values are never looked at
 * @is_selected: outlined
 * @is_dimmed: outside the selection
 */
typedef struct
{
  const char *id;
  const char *label;
  double      longitude;
  double      latitude;
  double      value;
  double      color_value;
  gboolean    has_color_value;
  gboolean    is_approximate;
  gboolean    is_masked;
  gboolean    is_selected;
  gboolean    is_dimmed;
} AmpMapCircle;

/**
 * amp_map_circles_draw:
 * @circles: (array length=n_circles): in any order
 * @classes: (nullable): what turns colour values into colours
 * @projection: of the frame
 * @frame: what is visible, pixels; circles outside draw nothing
 */
void amp_map_circles_draw (cairo_t *cr, const AmpMapCircle *circles, guint n_circles, const AmpChartStyle *style, const AmpCircleScale *scale, const AmpClasses *classes, const AmpProjection *projection, const cairo_rectangle_t *frame);

/**
 * amp_map_circles_draw_labels:
 * @max_labels: at most so many
 *
 * Names the largest circles that are neither masked nor dimmed, each where it
 * covers neither another name nor a larger circle, inside @frame.
 */
void amp_map_circles_draw_labels (cairo_t *cr, const AmpMapCircle *circles, guint n_circles, const AmpChartStyle *style, const AmpCircleScale *scale, const AmpProjection *projection, const cairo_rectangle_t *frame, guint max_labels);

/**
 * amp_map_circles_place_labels:
 * @boxes: (element-type cairo_rectangle_t): where names stand already; those drawn
 *   are added
 *
 * As amp_map_circles_draw_labels(), beside other names.
 */
void amp_map_circles_place_labels (cairo_t *cr, const AmpMapCircle *circles, guint n_circles, const AmpChartStyle *style, const AmpCircleScale *scale, const AmpProjection *projection, const cairo_rectangle_t *frame, guint max_labels, GArray *boxes);

G_END_DECLS
