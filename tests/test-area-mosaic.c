/* Pictures of numbers and their colours: which area a pixel belongs to, borders,
 * hatching, and that tiles fit together. */
#include "amp-area-coloring.h"
#include "amp-area-mosaic.h"

#include <math.h>

#define SIDE 64

static AmpMapShape
make_square (double *points, AmpMapRing *ring, double west, double south, double east, double north)
{
  const double corners[] = { west, south, east, south, east, north, west, north };

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    points[i] = corners[i];
  *ring = (AmpMapRing){ points, 4 };
  return (AmpMapShape){ .rings = ring, .n_rings = 1 };
}

/* Two neighbours between 0 and 2 degrees, seen on a raster that they fill. */
static AmpAreaMosaic *
make_mosaic (void)
{
  AmpAreaMosaic *mosaic = amp_area_mosaic_new ();
  double         points[8];
  AmpMapRing     ring;
  AmpMapShape    shape = make_square (points, &ring, 0, 0, 1, 1);

  g_assert_true (amp_area_mosaic_add (mosaic, &shape));
  shape = make_square (points, &ring, 1, 0, 2, 1);
  g_assert_true (amp_area_mosaic_add (mosaic, &shape));
  return mosaic;
}

static AmpAreaRaster
make_raster (guint16 *numbers, double west, double north, double east)
{
  AmpAreaRaster raster = { .numbers = numbers, .width = SIDE, .height = SIDE };
  double        x, y;

  amp_projection_forward (west, north, &x, &y);
  raster.projection.scale = SIDE * 360 / (east - west);
  raster.projection.x = -x * raster.projection.scale;
  raster.projection.y = -y * raster.projection.scale;
  for (guint i = 0; i < SIDE * SIDE; i++)
    numbers[i] = AMP_AREA_NONE;
  return raster;
}

static void
test_pixels_belong_to_areas (void)
{
  g_autoptr (AmpAreaMosaic) mosaic = make_mosaic ();
  guint16       numbers[SIDE * SIDE];
  AmpAreaRaster raster = make_raster (numbers, 0, 1, 2);

  amp_area_mosaic_paint (mosaic, &raster, 7);
  g_assert_cmpuint (amp_area_mosaic_get_n_areas (mosaic), ==, 2);
  for (guint y = 0; y < SIDE / 2 - 1; y++)
    for (guint x = 0; x < SIDE; x++)
      g_assert_cmpuint (numbers[y * SIDE + x], ==, x < SIDE / 2 ? 7 : 8);
  for (guint x = 0; x < SIDE; x++)
    g_assert_cmpuint (numbers[(SIDE / 2 + 2) * SIDE + x], ==, AMP_AREA_NONE);
}

/* From the whole world to one pixel of an area: no gap, nothing outside. */
static void
test_neighbours_stay_neighbours (void)
{
  g_autoptr (AmpAreaMosaic) mosaic = make_mosaic ();
  guint16 numbers[SIDE * SIDE];

  for (double width = 0.001; width < 3; width *= 1.7)
    {
      AmpAreaRaster raster = make_raster (numbers, 1 - width / 2, 0.5 + width / 2, 1 + width / 2);

      amp_area_mosaic_paint (mosaic, &raster, 0);
      for (guint x = 0; x < SIDE && width < 0.9; x++)
        if (x != SIDE / 2 && x + 1 != SIDE / 2)
          g_assert_cmpuint (numbers[SIDE * SIDE / 2 + x], ==, x < SIDE / 2 ? 0 : 1);
    }
}

static void
test_holes_are_outside (void)
{
  g_autoptr (AmpAreaMosaic) mosaic = amp_area_mosaic_new ();
  double        outer[8], inner[8];
  AmpMapRing    rings[2];
  guint16       numbers[SIDE * SIDE];
  AmpAreaRaster raster = make_raster (numbers, 0, 2, 2);
  AmpMapShape   shape;

  make_square (outer, &rings[0], 0, 0, 2, 2);
  make_square (inner, &rings[1], 0.5, 0.5, 1.5, 1.5);
  shape = (AmpMapShape){ .rings = rings, .n_rings = 2 };
  amp_area_mosaic_add (mosaic, &shape);
  amp_area_mosaic_paint (mosaic, &raster, 0);
  g_assert_cmpuint (numbers[SIDE * SIDE / 2 + SIDE / 2], ==, AMP_AREA_NONE);
  g_assert_cmpuint (numbers[SIDE * SIDE / 2 + 3], ==, 0);
}

static void
test_hostile_rings_are_passed_over (void)
{
  g_autoptr (AmpAreaMosaic) mosaic = amp_area_mosaic_new ();
  const double  points[] = { NAN, 0, 1, INFINITY, 1e300, -1e300, 0, 0, 1, 1, 2, 0 };
  AmpMapRing    ring = { points, 6 };
  AmpMapShape   shape = { .rings = &ring, .n_rings = 1 };
  AmpMapShape   empty = { 0 };
  guint16       numbers[SIDE * SIDE];
  AmpAreaRaster raster = make_raster (numbers, 0, 2, 2);

  g_assert_true (amp_area_mosaic_add (mosaic, &shape));
  g_assert_true (amp_area_mosaic_add (mosaic, &empty));
  amp_area_mosaic_paint (mosaic, &raster, 0);
  raster.projection.scale = 1e12;
  amp_area_mosaic_paint (mosaic, &raster, 0);
}

static guint32
pack (AmpColor color)
{
  return 0xff000000u | (guint32) lround (color.red * 255) << 16 | (guint32) lround (color.green * 255) << 8 | (guint32) lround (color.blue * 255);
}

/* Left half area 0, right half area 1. */
static void
paint_halves (const AmpAreaColoring *coloring, guint32 *pixels)
{
  guint               side = SIDE + 2 * AMP_AREA_APRON;
  g_autofree guint16 *numbers = g_new (guint16, side * side);
  AmpAreaPicture      picture = { .numbers = numbers, .finesse = 1, .pixels = pixels, .width = SIDE, .height = SIDE, .stride = SIDE };

  for (guint i = 0; i < side * side; i++)
    numbers[i] = i % side < side / 2 ? 0 : 1;
  amp_area_coloring_paint (coloring, &picture);
}

static void
test_borders_part_groups (void)
{
  const AmpTheme *theme = amp_theme_get (AMP_THEME_LIGHT);
  g_autoptr (AmpAreaColoring) coloring = amp_area_coloring_new (theme, 2, 1);
  guint32 pixels[SIDE * SIDE];

  for (guint i = 0; i < 2; i++)
    amp_area_coloring_set (coloring, i, &(AmpAreaLook){ .color = theme->accent, .group = (guint16) i });
  paint_halves (coloring, pixels);
  g_assert_cmphex (pixels[0], ==, pack (theme->accent));
  g_assert_cmphex (pixels[SIDE / 2], ==, pack (theme->border));
  g_assert_cmphex (pixels[SIDE / 2 - 1], ==, pack (theme->border));
  amp_area_coloring_set (coloring, 1, &(AmpAreaLook){ .color = theme->accent, .group = 0 });
  paint_halves (coloring, pixels);
  for (guint i = 0; i < SIDE; i++)
    g_assert_cmphex (pixels[i], ==, pack (theme->accent));
}

static void
test_selected_and_unknown_stand_out (void)
{
  const AmpTheme *theme = amp_theme_get (AMP_THEME_LIGHT);
  g_autoptr (AmpAreaColoring) coloring = amp_area_coloring_new (theme, 2, 1);
  guint32 pixels[SIDE * SIDE];
  guint   n_plain = 0;

  amp_area_coloring_set (coloring, 0, &(AmpAreaLook){ .color = theme->no_data, .group = 0, .is_hatched = TRUE });
  amp_area_coloring_set (coloring, 1, &(AmpAreaLook){ .color = theme->accent, .group = 1, .is_selected = TRUE });
  paint_halves (coloring, pixels);
  g_assert_cmphex (pixels[SIDE / 2], ==, pack (theme->selection));
  g_assert_cmphex (pixels[SIDE - 1], ==, pack (theme->accent));
  for (guint i = 0; i < SIDE / 4; i++)
    n_plain += pixels[i] == pack (theme->no_data);
  g_assert_cmpuint (n_plain, >, 0);
  g_assert_cmpuint (n_plain, <, SIDE / 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/area-mosaic/pixels-belong-to-areas", test_pixels_belong_to_areas);
  g_test_add_func ("/chart/area-mosaic/neighbours-stay-neighbours", test_neighbours_stay_neighbours);
  g_test_add_func ("/chart/area-mosaic/holes-are-outside", test_holes_are_outside);
  g_test_add_func ("/chart/area-mosaic/hostile-rings-are-passed-over", test_hostile_rings_are_passed_over);
  g_test_add_func ("/chart/area-mosaic/borders-part-groups", test_borders_part_groups);
  g_test_add_func ("/chart/area-mosaic/selected-and-unknown-stand-out", test_selected_and_unknown_stand_out);
  return g_test_run ();
}
