/* The outlines against the gazetteer's places, and against each other. */
#include <glib.h>
#include <math.h>

#include "amp-gazetteer.h"
#include "amp-outlines.h"

static AmpGazetteer *gazetteer;
static AmpOutlines  *outlines;

static void
check_outline (const AmpOutline *outline)
{
  g_assert_cmpuint (outline->n_rings, >, 0);
  g_assert_true (outline->west >= -180 && outline->east <= 180.01 && outline->west < outline->east);
  g_assert_true (outline->south >= -86 && outline->north <= 84 && outline->south < outline->north);
  for (guint i = 0; i < outline->n_rings; i++)
    {
      const AmpRing *ring = &outline->rings[i];
      const double  *last = ring->points + 2 * (ring->n_points - 1);

      g_assert_cmpuint (ring->n_points, >=, 3);
      /* closed by joining the last point to the first, not by repeating it */
      g_assert_false (ring->points[0] == last[0] && ring->points[1] == last[1]);
      for (guint j = 0; j < ring->n_points; j++)
        {
          g_assert_true (ring->points[2 * j] >= outline->west && ring->points[2 * j] <= outline->east);
          g_assert_true (ring->points[2 * j + 1] >= outline->south && ring->points[2 * j + 1] <= outline->north);
        }
    }
}

static void
test_within_bounds (void)
{
  g_assert_cmpuint (amp_outlines_get_n_areas (outlines), ==, 107);
  g_assert_cmpuint (amp_outlines_get_n_backgrounds (outlines), >, 180);
  for (guint i = 0; i < amp_outlines_get_n_areas (outlines); i++)
    check_outline (amp_outlines_get_area (outlines, i));
  for (guint i = 0; i < amp_outlines_get_n_regions (outlines); i++)
    check_outline (amp_outlines_get_region (outlines, i));
  for (guint i = 0; i < amp_outlines_get_n_backgrounds (outlines); i++)
    check_outline (amp_outlines_get_background (outlines, i));
}

static void
test_every_departement_has_one (void)
{
  for (guint i = 0; i < amp_gazetteer_get_n_areas (gazetteer, AMP_PLACE_LEVEL_DEPARTEMENT); i++)
    {
      const AmpArea    *departement = amp_gazetteer_get_area (gazetteer, AMP_PLACE_LEVEL_DEPARTEMENT, i);
      const AmpOutline *outline = amp_outlines_find_area (outlines, departement->code);

      /* the Southern Lands and Clipperton have none */
      g_assert_true (outline != NULL || departement->population == 0);
    }
  g_assert_null (amp_outlines_find_area (outlines, "99"));
  g_assert_null (amp_outlines_find_area (outlines, NULL));
}

static const char *
locate (double longitude, double latitude)
{
  const AmpOutline *outline = amp_outlines_locate (outlines, longitude, latitude);

  return outline != NULL ? outline->code : NULL;
}

static void
test_points (void)
{
  g_assert_cmpstr (locate (-1.6778, 48.1173), ==, "35");
  g_assert_cmpstr (locate (2.3522, 48.8566), ==, "75");
  g_assert_cmpstr (locate (9.0, 41.7), ==, "2A");
  g_assert_cmpstr (locate (55.5, -21.1), ==, "974");
  g_assert_cmpstr (locate (4.97, 44.37), ==, "84"); /* the Enclave des Papes, inside the Drôme */
  g_assert_null (locate (-20, 45));
  g_assert_null (locate (13.4, 52.5));
  g_assert_null (locate (NAN, NAN));
  g_assert_null (locate (INFINITY, -INFINITY));
}

/* Outline and commune come from different sources: they must agree nearly always. */
static void
test_communes_lie_in_their_departement (void)
{
  guint located = 0;
  guint inside = 0;

  for (guint i = 0; i < amp_gazetteer_get_n_areas (gazetteer, AMP_PLACE_LEVEL_COMMUNE); i++)
    {
      const AmpArea    *commune = amp_gazetteer_get_area (gazetteer, AMP_PLACE_LEVEL_COMMUNE, i);
      const AmpArea    *departement = amp_gazetteer_get_area (gazetteer, AMP_PLACE_LEVEL_DEPARTEMENT, commune->departement);
      const AmpOutline *outline = amp_outlines_find_area (outlines, departement->code);

      if (!commune->is_located || commune->is_approximate || outline == NULL)
        continue;
      located++;
      inside += amp_outline_contains (outline, commune->longitude, commune->latitude);
    }
  g_assert_cmpuint (located, >, 14000);
  g_assert_cmpuint (inside * 100, >, located * 98);
}

/* Mayenne touches neither sea nor frontier: each point of its border belongs to
 * a neighbour as well, so that no gap shows. */
static void
test_neighbours_share_points (void)
{
  const AmpOutline *mayenne = amp_outlines_find_area (outlines, "53");
  guint             n_points = 0;
  guint             shared = 0;

  for (guint i = 0; i < mayenne->rings[0].n_points; i++)
    {
      const double *point = mayenne->rings[0].points + 2 * i;
      gboolean      found = FALSE;

      for (guint j = 0; j < amp_outlines_get_n_areas (outlines); j++)
        {
          const AmpOutline *other = amp_outlines_get_area (outlines, j);

          for (guint r = 0; other != mayenne && r < other->n_rings; r++)
            for (guint p = 0; p < other->rings[r].n_points; p++)
              found = found || (other->rings[r].points[2 * p] == point[0] && other->rings[r].points[2 * p + 1] == point[1]);
        }
      n_points++;
      shared += found;
    }
  g_assert_cmpuint (shared, ==, n_points);
}

/* On a grid over the country, a point is in a region exactly when it is in one
 * of its départements. */
static void
test_regions_are_their_departements (void)
{
  guint inside = 0;

  g_assert_cmpuint (amp_outlines_get_n_regions (outlines), ==, 24);
  g_assert_null (amp_outlines_find_region (outlines, "35"));
  for (double longitude = -5.03; longitude < 9.7; longitude += 0.1)
    for (double latitude = 41.33; latitude < 51.2; latitude += 0.1)
      {
        const AmpOutline *outline = amp_outlines_locate (outlines, longitude, latitude);
        const char       *region = NULL;
        guint32           index;

        if (outline != NULL && amp_gazetteer_find_area (gazetteer, AMP_PLACE_LEVEL_DEPARTEMENT, outline->code, &index))
          region = amp_gazetteer_get_area (gazetteer, AMP_PLACE_LEVEL_REGION, amp_gazetteer_get_area (gazetteer, AMP_PLACE_LEVEL_DEPARTEMENT, index)->region)->code;
        inside += region != NULL;
        for (guint i = 0; i < amp_outlines_get_n_regions (outlines); i++)
          {
            const AmpOutline *other = amp_outlines_get_region (outlines, i);

            g_assert_true (amp_outline_contains (other, longitude, latitude) == (g_strcmp0 (other->code, region) == 0));
          }
      }
  g_assert_cmpuint (inside, >, 5000);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gint64 start;
  int    status;

  g_test_init (&argc, &argv, NULL);
  gazetteer = amp_gazetteer_new (&error);
  g_assert_no_error (error);
  start = g_get_monotonic_time ();
  outlines = amp_outlines_new (&error);
  g_assert_no_error (error);
  g_test_message ("loaded in %.1f ms", (double) (g_get_monotonic_time () - start) / 1000);
  g_test_add_func ("/places/outlines/rings-are-closed-and-within-bounds", test_within_bounds);
  g_test_add_func ("/places/outlines/every-inhabited-departement-has-one", test_every_departement_has_one);
  g_test_add_func ("/places/outlines/points-fall-where-they-should", test_points);
  g_test_add_func ("/places/outlines/communes-lie-in-their-departement", test_communes_lie_in_their_departement);
  g_test_add_func ("/places/outlines/neighbours-share-their-border", test_neighbours_share_points);
  g_test_add_func ("/places/outlines/regions-are-their-departements", test_regions_are_their_departements);
  status = g_test_run ();
  amp_outlines_unref (outlines);
  amp_gazetteer_unref (gazetteer);
  return status;
}
