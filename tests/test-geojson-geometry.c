/* Rings become polygons with holes, the right way round, closed. */
#include "amp-geojson-geometry.h"

/* All clockwise, but for the hole. */
static const double square[] = { 0, 0, 0, 9, 9, 9, 9, 0 };
static const double hole[] = { 3, 3, 6, 3, 6, 6, 3, 6 };
static const double island[] = { 4, 4, 4, 5, 5, 5, 5, 4 };
static const double other[] = { 20, 0, 20, 1, 21, 1 };

static char *
render (const AmpRing *rings, guint n_rings)
{
  AmpOutline outline = { .code = "00", .rings = rings, .n_rings = n_rings };
  GString   *json = g_string_new (NULL);

  amp_geojson_append_outline (json, &outline, 4);
  return g_string_free (json, FALSE);
}

#define BEGIN "{\"type\":\"MultiPolygon\",\"coordinates\":["

static void
test_turned (void)
{
  const AmpRing    ring = { other, 3 };
  g_autofree char *json = render (&ring, 1);

  g_assert_cmpstr (json, ==, BEGIN "[[[20.0000,0.0000],[21.0000,1.0000],[20.0000,1.0000],[20.0000,0.0000]]]]}");
}

/* An island in a lake is a polygon of its own; the order of rings is no matter. */
static void
test_nested (void)
{
  const AmpRing    rings[] = { { island, 4 }, { hole, 4 }, { square, 4 }, { other, 3 } };
  g_autofree char *json = render (rings, G_N_ELEMENTS (rings));

  g_assert_cmpstr (json, ==, BEGIN "[[[4.0000,4.0000],[5.0000,4.0000],[5.0000,5.0000],[4.0000,5.0000],[4.0000,4.0000]]],"
                                   "[[[0.0000,0.0000],[9.0000,0.0000],[9.0000,9.0000],[0.0000,9.0000],[0.0000,0.0000]],"
                                   "[[3.0000,3.0000],[3.0000,6.0000],[6.0000,6.0000],[6.0000,3.0000],[3.0000,3.0000]]],"
                                   "[[[20.0000,0.0000],[21.0000,1.0000],[20.0000,1.0000],[20.0000,0.0000]]]]}");
}

static void
test_point (void)
{
  g_autoptr (GString) json = g_string_new (NULL);

  amp_geojson_append_point (json, -1.68, 48.1);
  g_assert_cmpstr (json->str, ==, "{\"type\":\"Point\",\"coordinates\":[-1.6800,48.1000]}");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/geojson-geometry/outer-rings-run-counter-clockwise", test_turned);
  g_test_add_func ("/export/geojson-geometry/holes-and-islands", test_nested);
  g_test_add_func ("/export/geojson-geometry/points", test_point);
  return g_test_run ();
}
