/* Which areas are "the affected area": those around the centre of the persons
 * that together hold three quarters of them. */
#include "amp-map-affected.h"

#include <math.h>

#include "amp-projection.h"

#define SHARE 0.75

typedef struct
{
  guint  index;
  double x;
  double y;
  double distance;
  gint64 persons;
} Candidate;

static GArray *
collect_candidates (AmpMapFigures *figures)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < amp_map_figures_get_n_areas (figures); i++)
    {
      const AmpMapArea *area = amp_map_figures_get_area (figures, i);
      Candidate         candidate = { .index = i, .persons = area->row->persons };

      if (!area->row->is_located || area->is_dimmed)
        continue;
      amp_projection_forward (area->row->longitude, area->row->latitude, &candidate.x, &candidate.y);
      g_array_append_val (candidates, candidate);
    }
  return candidates;
}

static gint64
sum_persons (GArray *candidates)
{
  gint64 total = 0;

  for (guint i = 0; i < candidates->len; i++)
    total += g_array_index (candidates, Candidate, i).persons;
  return total;
}

static int
compare_x (gconstpointer first, gconstpointer second)
{
  double left = ((const Candidate *) first)->x;
  double right = ((const Candidate *) second)->x;

  return (left > right) - (left < right);
}

static int
compare_y (gconstpointer first, gconstpointer second)
{
  double left = ((const Candidate *) first)->y;
  double right = ((const Candidate *) second)->y;

  return (left > right) - (left < right);
}

static int
compare_distance (gconstpointer first, gconstpointer second)
{
  double left = ((const Candidate *) first)->distance;
  double right = ((const Candidate *) second)->distance;

  return (left > right) - (left < right);
}

/* The median, and not the mean: overseas people would drag a mean out to sea. */
static Candidate
find_median (GArray *candidates, gint64 total, GCompareFunc compare)
{
  gint64 seen = 0;
  guint  i = 0;

  g_array_sort (candidates, compare);
  while (i + 1 < candidates->len && 2 * (seen + g_array_index (candidates, Candidate, i).persons) < total)
    seen += g_array_index (candidates, Candidate, i++).persons;
  return g_array_index (candidates, Candidate, i);
}

GArray *
amp_map_affected_find (AmpMapFigures *figures)
{
  g_return_val_if_fail (figures != NULL, NULL);

  GArray *affected = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) candidates = collect_candidates (figures);
  gint64 total = sum_persons (candidates);
  gint64 seen = 0;

  if (candidates->len == 0)
    return affected;
  double x = find_median (candidates, total, compare_x).x;
  double y = find_median (candidates, total, compare_y).y;
  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (candidates, Candidate, i);

      candidate->distance = hypot (candidate->x - x, candidate->y - y);
    }
  g_array_sort (candidates, compare_distance);
  for (guint i = 0; i < candidates->len && seen < SHARE * total; i++)
    {
      g_array_append_val (affected, g_array_index (candidates, Candidate, i).index);
      seen += g_array_index (candidates, Candidate, i).persons;
    }
  return affected;
}
