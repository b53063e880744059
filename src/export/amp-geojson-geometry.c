/* Sorts rings into polygons and turns them the right way round. */
#include "amp-geojson-geometry.h"

/* Of a point: the centre of a commune is no finer. */
#define POINT_DECIMALS 4

static void
append_number (GString *json, double number, guint decimals)
{
  const char format[] = { '%', '.', (char) ('0' + decimals), 'f', '\0' };
  char       digits[G_ASCII_DTOSTR_BUF_SIZE];

  /* A minus before nothing is no number of the outlines. */
  g_string_append (json, g_ascii_formatd (digits, sizeof digits, format, number == 0 ? 0 : number));
}

static void
append_position (GString *json, double longitude, double latitude, guint decimals)
{
  g_string_append_c (json, '[');
  append_number (json, longitude, decimals);
  g_string_append_c (json, ',');
  append_number (json, latitude, decimals);
  g_string_append_c (json, ']');
}

/* Twice the area, positive where the ring runs counter-clockwise. */
static double
measure (const AmpRing *ring)
{
  double area = 0;

  for (guint i = 0, j = ring->n_points - 1; i < ring->n_points; j = i++)
    area += ring->points[2 * j] * ring->points[2 * i + 1] - ring->points[2 * i] * ring->points[2 * j + 1];
  return area;
}

static gboolean
surrounds_point (const AmpRing *ring, double x, double y)
{
  gboolean is_inside = FALSE;

  for (guint i = 0, j = ring->n_points - 1; i < ring->n_points; j = i++)
    {
      const double *a = ring->points + 2 * i, *b = ring->points + 2 * j;

      if ((a[1] > y) != (b[1] > y) && x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0])
        is_inside = !is_inside;
    }
  return is_inside;
}

/* Most rings are far apart: one point outside is enough to know. */
static gboolean
may_surround (const AmpRing *outer, const AmpRing *inner)
{
  double west = outer->points[0], east = west, south = outer->points[1], north = south;

  for (guint i = 1; i < outer->n_points; i++)
    {
      west = MIN (west, outer->points[2 * i]);
      east = MAX (east, outer->points[2 * i]);
      south = MIN (south, outer->points[2 * i + 1]);
      north = MAX (north, outer->points[2 * i + 1]);
    }
  return inner->points[0] >= west && inner->points[0] <= east && inner->points[1] >= south && inner->points[1] <= north;
}

/* Rings do not cross, but may touch in a point: the majority of points tells. */
static gboolean
surrounds (const AmpRing *outer, const AmpRing *inner)
{
  guint n_inside = 0;

  if (outer == inner || !may_surround (outer, inner))
    return FALSE;
  for (guint i = 0; i < inner->n_points; i++)
    n_inside += surrounds_point (outer, inner->points[2 * i], inner->points[2 * i + 1]);
  return 2 * n_inside > inner->n_points;
}

static guint
count_around (const AmpOutline *outline, const AmpRing *ring)
{
  guint n = 0;

  for (guint i = 0; i < outline->n_rings; i++)
    n += surrounds (&outline->rings[i], ring);
  return n;
}

static void
append_ring (GString *json, const AmpRing *ring, gboolean is_outer, guint decimals)
{
  gboolean is_turned = (measure (ring) > 0) != is_outer;

  g_string_append_c (json, '[');
  for (guint i = 0; i <= ring->n_points; i++)
    {
      guint at = i % ring->n_points;

      at = is_turned ? (ring->n_points - at) % ring->n_points : at;
      g_string_append (json, i > 0 ? "," : "");
      append_position (json, ring->points[2 * at], ring->points[2 * at + 1], decimals);
    }
  g_string_append_c (json, ']');
}

/* A hole is right inside a ring when one more surrounds it than surrounds that. */
static void
append_polygon (GString *json, const AmpOutline *outline, const guint *depths, guint outer, guint decimals)
{
  g_string_append_c (json, '[');
  append_ring (json, &outline->rings[outer], TRUE, decimals);
  for (guint i = 0; i < outline->n_rings; i++)
    if (depths[i] == depths[outer] + 1 && surrounds (&outline->rings[outer], &outline->rings[i]))
      {
        g_string_append_c (json, ',');
        append_ring (json, &outline->rings[i], FALSE, decimals);
      }
  g_string_append_c (json, ']');
}

void
amp_geojson_append_outline (GString *json, const AmpOutline *outline, guint decimals)
{
  g_autofree guint *depths = NULL;
  const char       *separator = "";

  g_return_if_fail (json != NULL && outline != NULL && decimals < 10);

  depths = g_new (guint, outline->n_rings);
  for (guint i = 0; i < outline->n_rings; i++)
    depths[i] = count_around (outline, &outline->rings[i]);
  g_string_append (json, "{\"type\":\"MultiPolygon\",\"coordinates\":[");
  for (guint i = 0; i < outline->n_rings; i++)
    if (depths[i] % 2 == 0)
      {
        g_string_append (json, separator);
        append_polygon (json, outline, depths, i, decimals);
        separator = ",";
      }
  g_string_append (json, "]}");
}

void
amp_geojson_append_point (GString *json, double longitude, double latitude)
{
  g_return_if_fail (json != NULL);

  g_string_append (json, "{\"type\":\"Point\",\"coordinates\":");
  append_position (json, longitude, latitude, POINT_DECIMALS);
  g_string_append_c (json, '}');
}
