/* The outlines the maps are drawn from: the départements and overseas
 * collectivities, the regions, and the other countries as background. Knows
 * codes and coordinates, no projection.
 *
 * Immutable after construction: any number of threads may use one at once. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _AmpOutlines AmpOutlines;

/**
 * AmpRing:
 * @points: (array): longitude, latitude of each point in turn, degrees, WGS 84.
 * @n_points: how many points; twice as many doubles. At least 3. The last joins
 *   the first, which is not repeated.
 */
typedef struct
{
  const double *points;
  guint         n_points;
} AmpRing;

/**
 * AmpOutline:
 * @code: the INSEE code of a département, region or collectivity; for the background the
 *   ISO 3166-1 number of a country, "999" when it has none.
 * @rings: (array length=n_rings): its rings: what an odd number of them surrounds
 *   is inside (even–odd rule), so holes are rings like others.
 * @n_rings: how many.
 * @west: the least longitude of its points.
 * @south: the least latitude.
 * @east: the greatest longitude.
 * @north: the greatest latitude.
 */
typedef struct
{
  const char    *code;
  const AmpRing *rings;
  guint          n_rings;
  double         west;
  double         south;
  double         east;
  double         north;
} AmpOutline;

/**
 * amp_outlines_new:
 * @error: return location, %AMP_PLACES_ERROR_DATA.
 *
 * Takes a few milliseconds and 2 MB; share one by reference.
 *
 * Returns: (transfer full) (nullable): the outlines.
 */
AmpOutlines *amp_outlines_new (GError **error);

/**
 * amp_outlines_ref:
 * @outlines: some outlines.
 *
 * Returns: (transfer full): @outlines. Thread-safe.
 */
AmpOutlines *amp_outlines_ref (AmpOutlines *outlines);

/**
 * amp_outlines_unref:
 * @outlines: (transfer full): some outlines. Thread-safe.
 */
void amp_outlines_unref (AmpOutlines *outlines);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpOutlines, amp_outlines_unref)

/**
 * amp_outlines_get_n_areas:
 * @outlines: some outlines.
 *
 * Returns: how many départements and collectivities have an outline.
 */
guint amp_outlines_get_n_areas (const AmpOutlines *outlines);

/**
 * amp_outlines_get_area:
 * @outlines: some outlines.
 * @index: an index below amp_outlines_get_n_areas().
 *
 * Two neighbours have the same points along the border they share.
 *
 * Returns: the outline, as long as @outlines lives; sorted by code.
 */
const AmpOutline *amp_outlines_get_area (const AmpOutlines *outlines, guint index);

/**
 * amp_outlines_find_area:
 * @outlines: some outlines.
 * @code: (nullable): any string.
 *
 * Returns: (nullable): the outline of the département or collectivity @code.
 */
const AmpOutline *amp_outlines_find_area (const AmpOutlines *outlines, const char *code);

/**
 * amp_outlines_get_n_regions:
 * @outlines: some outlines.
 *
 * Returns: how many regions and collectivities have an outline.
 */
guint amp_outlines_get_n_regions (const AmpOutlines *outlines);

/**
 * amp_outlines_get_region:
 * @outlines: some outlines.
 * @index: an index below amp_outlines_get_n_regions().
 *
 * Returns: the region's outline, its départements' joined, as long as @outlines
 *   lives; sorted by code.
 */
const AmpOutline *amp_outlines_get_region (const AmpOutlines *outlines, guint index);

/**
 * amp_outlines_find_region:
 * @outlines: some outlines.
 * @code: (nullable): any string.
 *
 * Returns: (nullable): the outline of the region or collectivity @code.
 */
const AmpOutline *amp_outlines_find_region (const AmpOutlines *outlines, const char *code);

/**
 * amp_outlines_locate:
 * @outlines: some outlines.
 * @longitude: degrees east.
 * @latitude: degrees north.
 *
 * Returns: (nullable): the outline of the département around that point.
 */
const AmpOutline *amp_outlines_locate (const AmpOutlines *outlines, double longitude, double latitude);

/**
 * amp_outlines_get_n_backgrounds:
 * @outlines: some outlines.
 *
 * Returns: how many other countries have an outline.
 */
guint amp_outlines_get_n_backgrounds (const AmpOutlines *outlines);

/**
 * amp_outlines_get_background:
 * @outlines: some outlines.
 * @index: an index below amp_outlines_get_n_backgrounds().
 *
 * All the land but France and Antarctica; finer around France and its overseas
 * parts than elsewhere.
 *
 * Returns: the outline, as long as @outlines lives.
 */
const AmpOutline *amp_outlines_get_background (const AmpOutlines *outlines, guint index);

/**
 * amp_outline_contains:
 * @outline: an outline.
 * @longitude: degrees east.
 * @latitude: degrees north.
 *
 * Returns: whether the point lies inside.
 */
gboolean amp_outline_contains (const AmpOutline *outline, double longitude, double latitude);

G_END_DECLS
