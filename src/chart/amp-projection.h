/* Longitude and latitude to pixels: the web Mercator of on-screen maps.
 *
 * Formulas: EPSG:3857, as in OGC 17-083r2, annex D (WebMercatorQuad). World
 * coordinates run from 0, 0 (180 degrees west, 85.05 north) to 1, 1. Pure
 * functions. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* Where the square world ends, in degrees. */
#define AMP_PROJECTION_MAX_LATITUDE 85.0511287798066

/**
 * AmpMapBounds:
 * @west: degrees
 * @south: degrees
 * @east: degrees
 * @north: degrees
 *
 * Empty while @west is above @east: see amp_map_bounds_clear().
 */
typedef struct
{
  double west;
  double south;
  double east;
  double north;
} AmpMapBounds;

/**
 * AmpProjection:
 * @scale: pixels for the whole world's width
 * @x: the pixel of the world's west end
 * @y: the pixel of the world's north end
 */
typedef struct
{
  double scale;
  double x;
  double y;
} AmpProjection;

/**
 * amp_map_bounds_clear:
 * @bounds: (out caller-allocates): made empty
 */
void amp_map_bounds_clear (AmpMapBounds *bounds);

/**
 * amp_map_bounds_add:
 * @longitude: degrees
 * @latitude: degrees
 *
 * Grows @bounds to hold a point; points that are not finite are passed over.
 */
void amp_map_bounds_add (AmpMapBounds *bounds, double longitude, double latitude);

/**
 * amp_map_bounds_is_empty:
 *
 * Returns: whether no point was added
 */
gboolean amp_map_bounds_is_empty (const AmpMapBounds *bounds);

/**
 * amp_projection_forward:
 * @longitude: degrees
 * @latitude: degrees; beyond the square world it counts as its edge
 * @x: (out): world coordinate
 * @y: (out): world coordinate, growing southwards
 */
void amp_projection_forward (double longitude, double latitude, double *x, double *y);

/**
 * amp_projection_inverse:
 * @x: world coordinate
 * @y: world coordinate
 * @longitude: (out): degrees
 * @latitude: (out): degrees
 */
void amp_projection_inverse (double x, double y, double *longitude, double *latitude);

/**
 * amp_projection_fit:
 * @bounds: what must be seen; a point or nothing shows a few kilometres, or the
 *   world
 * @box: where, pixels
 *
 * Returns: the largest map that shows @bounds centred in @box
 */
AmpProjection amp_projection_fit (const AmpMapBounds *bounds, const cairo_rectangle_t *box);

/**
 * amp_projection_to_pixels:
 * @longitude: degrees
 * @latitude: degrees
 * @x: (out): pixels
 * @y: (out): pixels
 */
void amp_projection_to_pixels (const AmpProjection *projection, double longitude, double latitude, double *x, double *y);

/**
 * amp_projection_from_pixels:
 * @x: pixels
 * @y: pixels
 * @longitude: (out): degrees
 * @latitude: (out): degrees
 */
void amp_projection_from_pixels (const AmpProjection *projection, double x, double y, double *longitude, double *latitude);

G_END_DECLS
