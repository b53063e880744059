/* What src/chart/amp-projection promises. */
#include "amp-projection.h"

#include <math.h>

static void
test_known_points (void)
{
  double x, y;

  amp_projection_forward (0, 0, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, 0.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (y, 0.5, 1e-12);
  amp_projection_forward (-180, AMP_PROJECTION_MAX_LATITUDE, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, 0, 1e-12);
  g_assert_cmpfloat_with_epsilon (y, 0, 1e-9);
  /* Rennes, 48.1147 N 1.6794 W: tile 8115, 5687 of zoom level 14. */
  amp_projection_forward (-1.6794, 48.1147, &x, &y);
  g_assert_cmpint ((int) (x * 16384), ==, 8115);
  g_assert_cmpint ((int) (y * 16384), ==, 5687);
  amp_projection_forward (10, 90, &x, &y);
  g_assert_cmpfloat_with_epsilon (y, 0, 1e-9);
}

static void
test_round_trip (void)
{
  AmpMapBounds      brittany = { -5.2, 47.2, -1.0, 48.9 };
  cairo_rectangle_t box = { 10, 20, 640, 480 };
  AmpProjection     projection = amp_projection_fit (&brittany, &box);

  for (double latitude = -84; latitude <= 84; latitude += 7)
    for (double longitude = -180; longitude <= 180; longitude += 11)
      {
        double x, y, back_longitude, back_latitude;

        amp_projection_to_pixels (&projection, longitude, latitude, &x, &y);
        amp_projection_from_pixels (&projection, x, y, &back_longitude, &back_latitude);
        g_assert_cmpfloat_with_epsilon (back_longitude, longitude, 1e-9);
        g_assert_cmpfloat_with_epsilon (back_latitude, latitude, 1e-9);
      }
}

static void
test_fit_shows_the_bounds (void)
{
  AmpMapBounds      bounds = { -5.2, 47.2, -1.0, 48.9 };
  cairo_rectangle_t boxes[] = { { 0, 0, 640, 100 }, { 5, 7, 100, 640 }, { -3, 2, 300, 300 } };

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      AmpProjection projection = amp_projection_fit (&bounds, &boxes[i]);
      double        left, top, right, bottom;

      amp_projection_to_pixels (&projection, bounds.west, bounds.north, &left, &top);
      amp_projection_to_pixels (&projection, bounds.east, bounds.south, &right, &bottom);
      g_assert_cmpfloat (left, >=, boxes[i].x - 1e-6);
      g_assert_cmpfloat (top, >=, boxes[i].y - 1e-6);
      g_assert_cmpfloat (right, <=, boxes[i].x + boxes[i].width + 1e-6);
      g_assert_cmpfloat (bottom, <=, boxes[i].y + boxes[i].height + 1e-6);
      g_assert_true (fabs (right - left - boxes[i].width) < 1e-6 || fabs (bottom - top - boxes[i].height) < 1e-6);
      g_assert_cmpfloat_with_epsilon ((left + right) / 2, boxes[i].x + boxes[i].width / 2, 1e-6);
    }
}

static void
test_degenerate_bounds (void)
{
  cairo_rectangle_t box = { 0, 0, 400, 300 };
  cairo_rectangle_t no_box = { 0, 0, 0, 0 };
  AmpMapBounds      bounds;
  AmpProjection     projection;

  amp_map_bounds_clear (&bounds);
  g_assert_true (amp_map_bounds_is_empty (&bounds));
  projection = amp_projection_fit (&bounds, &box);
  g_assert_cmpfloat_with_epsilon (projection.scale, 300, 1e-3);
  amp_map_bounds_add (&bounds, NAN, 3);
  g_assert_true (amp_map_bounds_is_empty (&bounds));
  amp_map_bounds_add (&bounds, -1.68, 48.11);
  g_assert_false (amp_map_bounds_is_empty (&bounds));
  projection = amp_projection_fit (&bounds, &box);
  g_assert_true (isfinite (projection.scale) && projection.scale < 1e8);
  projection = amp_projection_fit (&bounds, &no_box);
  g_assert_true (isfinite (projection.scale) && projection.scale > 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/projection/known-points", test_known_points);
  g_test_add_func ("/chart/projection/round-trip", test_round_trip);
  g_test_add_func ("/chart/projection/fit-shows-the-bounds", test_fit_shows_the_bounds);
  g_test_add_func ("/chart/projection/degenerate-bounds", test_degenerate_bounds);
  return g_test_run ();
}
