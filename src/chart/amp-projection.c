/* Longitude and latitude to pixels: see the header. */
#include "amp-projection.h"

#include <math.h>

/* The smallest part of the world that a map is fitted to, as a share of its
 * width: about 2 km in France. */
#define MIN_EXTENT 7e-5

void
amp_map_bounds_clear (AmpMapBounds *bounds)
{
  g_return_if_fail (bounds != NULL);

  *bounds = (AmpMapBounds){ INFINITY, INFINITY, -INFINITY, -INFINITY };
}

void
amp_map_bounds_add (AmpMapBounds *bounds, double longitude, double latitude)
{
  g_return_if_fail (bounds != NULL);

  if (!isfinite (longitude) || !isfinite (latitude))
    return;
  bounds->west = MIN (bounds->west, longitude);
  bounds->east = MAX (bounds->east, longitude);
  bounds->south = MIN (bounds->south, latitude);
  bounds->north = MAX (bounds->north, latitude);
}

gboolean
amp_map_bounds_is_empty (const AmpMapBounds *bounds)
{
  g_return_val_if_fail (bounds != NULL, TRUE);

  return !(bounds->west <= bounds->east && bounds->south <= bounds->north);
}

void
amp_projection_forward (double longitude, double latitude, double *x, double *y)
{
  double bounded = CLAMP (latitude, -AMP_PROJECTION_MAX_LATITUDE, AMP_PROJECTION_MAX_LATITUDE);

  g_return_if_fail (x != NULL && y != NULL);

  *x = longitude / 360 + 0.5;
  *y = 0.5 - asinh (tan (bounded * G_PI / 180)) / (2 * G_PI);
}

void
amp_projection_inverse (double x, double y, double *longitude, double *latitude)
{
  g_return_if_fail (longitude != NULL && latitude != NULL);

  *longitude = (x - 0.5) * 360;
  *latitude = atan (sinh ((0.5 - y) * 2 * G_PI)) * 180 / G_PI;
}

AmpProjection
amp_projection_fit (const AmpMapBounds *bounds, const cairo_rectangle_t *box)
{
  AmpMapBounds  world = { -180, -AMP_PROJECTION_MAX_LATITUDE, 180, AMP_PROJECTION_MAX_LATITUDE };
  AmpProjection fitted = { 1, 0, 0 };
  double        left, top, right, bottom;

  g_return_val_if_fail (bounds != NULL, fitted);
  g_return_val_if_fail (box != NULL, fitted);

  if (amp_map_bounds_is_empty (bounds))
    bounds = &world;
  amp_projection_forward (bounds->west, bounds->north, &left, &top);
  amp_projection_forward (bounds->east, bounds->south, &right, &bottom);
  fitted.scale = MIN (MAX (box->width, 1) / MAX (right - left, MIN_EXTENT),
                      MAX (box->height, 1) / MAX (bottom - top, MIN_EXTENT));
  fitted.x = box->x + box->width / 2 - (left + right) / 2 * fitted.scale;
  fitted.y = box->y + box->height / 2 - (top + bottom) / 2 * fitted.scale;
  return fitted;
}

void
amp_projection_to_pixels (const AmpProjection *projection, double longitude, double latitude, double *x, double *y)
{
  double world_x, world_y;

  g_return_if_fail (projection != NULL);
  g_return_if_fail (x != NULL && y != NULL);

  amp_projection_forward (longitude, latitude, &world_x, &world_y);
  *x = projection->x + world_x * projection->scale;
  *y = projection->y + world_y * projection->scale;
}

void
amp_projection_from_pixels (const AmpProjection *projection, double x, double y, double *longitude, double *latitude)
{
  g_return_if_fail (projection != NULL);
  g_return_if_fail (longitude != NULL && latitude != NULL);

  amp_projection_inverse ((x - projection->x) / projection->scale, (y - projection->y) / projection->scale, longitude, latitude);
}
