/* One area of a map: its rings, and how they are filled and outlined.
 *
 * Works on borrowed coordinates, in time linear in their number; points that
 * are not finite are passed over. Must not know classes or themes. */
#pragma once

#include <cairo.h>

#include "amp-palette.h"
#include "amp-projection.h"

G_BEGIN_DECLS

/**
 * AmpMapRing:
 * @points: (array): longitude, latitude of each point in turn, degrees
 * @n_points: how many points; twice as many doubles. The last joins the first
 */
typedef struct
{
  const double *points;
  guint         n_points;
} AmpMapRing;

/**
 * AmpMapShape:
 * @id: (nullable): what the caller calls the area
 * @rings: (array length=n_rings): what an odd number of them surrounds is
 *   inside. Several areas may be one shape (a region as its départements):
 *   borders that two rings share point by point are not drawn
 * @n_rings: how many
 * @value: what colours it
 * @has_value: %FALSE when nothing is known about it
 * @is_masked: hatched; @value is never looked at
 * @is_selected: outlined
 * @is_dimmed: outside the selection
 */
typedef struct
{
  const char       *id;
  const AmpMapRing *rings;
  guint             n_rings;
  double            value;
  gboolean          has_value;
  gboolean          is_masked;
  gboolean          is_selected;
  gboolean          is_dimmed;
} AmpMapShape;

/**
 * amp_map_shape_fill:
 * @frame: what is visible, pixels; rings outside add nothing
 * @color: of the inside
 */
void amp_map_shape_fill (cairo_t *cr, const AmpMapShape *shape, const AmpProjection *projection, const cairo_rectangle_t *frame, AmpColor color);

/**
 * amp_map_shape_hatch:
 * @frame: what is visible, pixels
 * @color: of the lines
 * @spacing: between two lines, pixels
 */
void amp_map_shape_hatch (cairo_t *cr, const AmpMapShape *shape, const AmpProjection *projection, const cairo_rectangle_t *frame, AmpColor color, double spacing);

/**
 * amp_map_shape_stroke:
 * @frame: what is visible, pixels
 * @color: of the outline
 * @line_width: pixels
 *
 * Outlines the area, but for what two of its rings share.
 */
void amp_map_shape_stroke (cairo_t *cr, const AmpMapShape *shape, const AmpProjection *projection, const cairo_rectangle_t *frame, AmpColor color, double line_width);

G_END_DECLS
