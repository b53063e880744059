/* Which area the keyboard goes to from another one: see the header. */
#include "amp-map-walk.h"

#include <math.h>

#include "amp-projection.h"

/* What a step aside counts, against one ahead. */
#define ASIDE_WEIGHT 2

static void
get_place (AmpMapFigures *figures, int index, double *x, double *y)
{
  const AmpTableRow *row = amp_map_figures_get_area (figures, (guint) index)->row;

  amp_projection_forward (row->longitude, row->latitude, x, y);
}

/* INFINITY for what does not lie in that direction, rather than aside of it. */
static double
get_distance (double x, double y, int east, int south)
{
  double ahead = east * x + south * y;
  double aside = fabs (south * x) + fabs (east * y);

  return ahead > 0 && aside <= ahead ? ahead + ASIDE_WEIGHT * aside : INFINITY;
}

int
amp_map_walk_find (AmpMapFigures *figures, int from, int east, int south)
{
  g_return_val_if_fail (figures != NULL, -1);
  g_return_val_if_fail (from >= 0 && from < (int) amp_map_figures_get_n_areas (figures), -1);

  double least = INFINITY;
  double x, y;
  int    found = -1;

  if (!amp_map_figures_get_area (figures, (guint) from)->row->is_located)
    return -1;
  get_place (figures, from, &x, &y);
  for (int i = 0; i < (int) amp_map_figures_get_n_areas (figures); i++)
    {
      double there_x, there_y, distance;

      if (i == from || !amp_map_figures_get_area (figures, (guint) i)->row->is_located)
        continue;
      get_place (figures, i, &there_x, &there_y);
      distance = get_distance (there_x - x, there_y - y, east, south);
      if (distance < least)
        {
          least = distance;
          found = i;
        }
    }
  return found;
}
