/* One outline of several that touch: see the header.
 *
 * What is left when each edge that stands an even number of times is struck out is
 * the border of the whole, by the even–odd rule. Every point has an even number of
 * the edges that are left, so a walk along unused ones always comes back; a ring is
 * cut off as soon as it meets itself, so that none touches itself in a point. */
#include "amp-outline-union.h"

#include <math.h>
#include <stdlib.h>

typedef struct
{
  double x;
  double y;
} Point;

/* Numbers of points, the lower first. */
typedef struct
{
  guint low;
  guint high;
} Edge;

typedef struct
{
  GArray   *points;   /* Point, sorted, each once */
  GArray   *edges;    /* Edge, sorted, each once */
  guint    *firsts;   /* where the edges of a point begin in `around` */
  guint    *around;   /* numbers of edges, by point */
  gboolean *is_used;  /* by edge */
  int      *place_of; /* of a point in the walk, or -1 */
  GArray   *walk;     /* guint: points */
  GArray   *rings;    /* AmpRing, their points not set yet */
  GArray   *borders;  /* double: points of all rings */
} Union;

static int
compare_points (gconstpointer first, gconstpointer second)
{
  const Point *one = first;
  const Point *other = second;

  if (one->x != other->x)
    return one->x < other->x ? -1 : 1;
  return (one->y > other->y) - (one->y < other->y);
}

static int
compare_edges (gconstpointer first, gconstpointer second)
{
  const Edge *one = first;
  const Edge *other = second;

  if (one->low != other->low)
    return one->low < other->low ? -1 : 1;
  return (one->high > other->high) - (one->high < other->high);
}

static Point
get_point (const AmpRing *ring, guint index)
{
  guint at = 2 * (index % ring->n_points);

  return (Point){ ring->points[at], ring->points[at + 1] };
}

static void
collect_points (Union *self, const GPtrArray *outlines)
{
  guint n_kept = 0;

  for (guint i = 0; i < outlines->len; i++)
    {
      const AmpOutline *outline = g_ptr_array_index (outlines, i);

      for (guint j = 0; j < outline->n_rings; j++)
        for (guint k = 0; k < outline->rings[j].n_points; k++)
          {
            Point point = get_point (&outline->rings[j], k);

            g_array_append_val (self->points, point);
          }
    }
  g_array_sort (self->points, compare_points);
  for (guint i = 0; i < self->points->len; i++)
    if (i == 0 || compare_points (&g_array_index (self->points, Point, i), &g_array_index (self->points, Point, n_kept - 1)) != 0)
      g_array_index (self->points, Point, n_kept++) = g_array_index (self->points, Point, i);
  g_array_set_size (self->points, n_kept);
}

static guint
find_point (const Union *self, Point point)
{
  const Point *found = bsearch (&point, self->points->data, self->points->len, sizeof (Point), compare_points);

  return (guint) (found - (const Point *) (gconstpointer) self->points->data);
}

/* Keeps one of those that stand an odd number of times. */
static void
strike_shared (GArray *edges)
{
  guint n_kept = 0;
  guint next;

  g_array_sort (edges, compare_edges);
  for (guint i = 0; i < edges->len; i = next)
    {
      for (next = i + 1; next < edges->len && compare_edges (&g_array_index (edges, Edge, i), &g_array_index (edges, Edge, next)) == 0;)
        next++;
      if ((next - i) % 2 == 1)
        g_array_index (edges, Edge, n_kept++) = g_array_index (edges, Edge, i);
    }
  g_array_set_size (edges, n_kept);
}

static void
collect_edges (Union *self, const GPtrArray *outlines)
{
  for (guint i = 0; i < outlines->len; i++)
    {
      const AmpOutline *outline = g_ptr_array_index (outlines, i);

      for (guint j = 0; j < outline->n_rings; j++)
        for (guint k = 0; k < outline->rings[j].n_points; k++)
          {
            guint from = find_point (self, get_point (&outline->rings[j], k));
            guint to = find_point (self, get_point (&outline->rings[j], k + 1));
            Edge  edge = { MIN (from, to), MAX (from, to) };

            if (from != to)
              g_array_append_val (self->edges, edge);
          }
    }
  strike_shared (self->edges);
}

/* Which edges there are at each point. */
static void
index_edges (Union *self)
{
  g_autofree guint *next = g_new (guint, self->points->len + 1);

  for (guint i = 0; i < self->edges->len; i++)
    {
      self->firsts[g_array_index (self->edges, Edge, i).low + 1]++;
      self->firsts[g_array_index (self->edges, Edge, i).high + 1]++;
    }
  for (guint i = 0; i < self->points->len; i++)
    {
      self->firsts[i + 1] += self->firsts[i];
      next[i] = self->firsts[i];
      self->place_of[i] = -1;
    }
  for (guint i = 0; i < self->edges->len; i++)
    {
      self->around[next[g_array_index (self->edges, Edge, i).low]++] = i;
      self->around[next[g_array_index (self->edges, Edge, i).high]++] = i;
    }
}

/* Along an edge that nobody went, or not at all. */
static gboolean
step (Union *self, guint from, guint *to)
{
  for (guint i = self->firsts[from]; i < self->firsts[from + 1]; i++)
    {
      const Edge *edge = &g_array_index (self->edges, Edge, self->around[i]);

      if (self->is_used[self->around[i]])
        continue;
      self->is_used[self->around[i]] = TRUE;
      *to = edge->low == from ? edge->high : edge->low;
      return TRUE;
    }
  return FALSE;
}

static void
push (Union *self, guint point)
{
  self->place_of[point] = (int) self->walk->len;
  g_array_append_val (self->walk, point);
}

/* The walk came back to @place: what lies behind is a ring. */
static void
cut_ring (Union *self, guint place)
{
  AmpRing ring = { NULL, self->walk->len - place };

  for (guint i = place; i < self->walk->len; i++)
    {
      guint        number = g_array_index (self->walk, guint, i);
      const Point *point = &g_array_index (self->points, Point, number);

      g_array_append_val (self->borders, point->x);
      g_array_append_val (self->borders, point->y);
      if (i > place)
        self->place_of[number] = -1;
    }
  g_array_append_val (self->rings, ring);
  g_array_set_size (self->walk, place + 1);
}

static void
walk_from (Union *self, guint start)
{
  guint at = start;
  guint next;

  g_array_set_size (self->walk, 0);
  push (self, start);
  while (step (self, at, &next))
    {
      if (self->place_of[next] >= 0)
        cut_ring (self, (guint) self->place_of[next]);
      else
        push (self, next);
      at = next;
    }
  self->place_of[start] = -1;
}

static AmpOutline *
create_outline (Union *self, const char *code)
{
  AmpOutline   *outline = g_new0 (AmpOutline, 1);
  guint         n_rings = self->rings->len;
  guint         n_points = self->borders->len / 2;
  const double *points = (const double *) (gpointer) g_array_free (self->borders, FALSE);
  AmpRing      *rings = (AmpRing *) (gpointer) g_array_free (self->rings, FALSE);

  *outline = (AmpOutline){ code, rings, n_rings, INFINITY, INFINITY, -INFINITY, -INFINITY };
  for (guint i = 0, at = 0; i < n_rings; at += rings[i++].n_points)
    rings[i].points = points + 2 * at;
  for (guint i = 0; i < n_points; i++)
    {
      outline->west = MIN (outline->west, points[2 * i]);
      outline->east = MAX (outline->east, points[2 * i]);
      outline->south = MIN (outline->south, points[2 * i + 1]);
      outline->north = MAX (outline->north, points[2 * i + 1]);
    }
  /* Freed by way of the first ring. */
  if (n_rings == 0)
    g_free ((gpointer) points);
  return outline;
}

AmpOutline *
amp_outline_union (const GPtrArray *outlines, const char *code)
{
  g_return_val_if_fail (outlines != NULL, NULL);

  Union self = {
    .points = g_array_new (FALSE, FALSE, sizeof (Point)),
    .edges = g_array_new (FALSE, FALSE, sizeof (Edge)),
    .walk = g_array_new (FALSE, FALSE, sizeof (guint)),
    .rings = g_array_new (FALSE, FALSE, sizeof (AmpRing)),
    .borders = g_array_new (FALSE, FALSE, sizeof (double)),
  };

  collect_points (&self, outlines);
  collect_edges (&self, outlines);
  self.firsts = g_new0 (guint, self.points->len + 1);
  self.around = g_new (guint, 2 * self.edges->len + 1);
  self.is_used = g_new0 (gboolean, self.edges->len + 1);
  self.place_of = g_new (int, self.points->len + 1);
  index_edges (&self);
  for (guint i = 0; i < self.points->len; i++)
    walk_from (&self, i);
  g_array_unref (self.points);
  g_array_unref (self.edges);
  g_array_unref (self.walk);
  g_free (self.firsts);
  g_free (self.around);
  g_free (self.is_used);
  g_free (self.place_of);
  return create_outline (&self, code);
}

void
amp_outline_union_free (AmpOutline *outline)
{
  g_return_if_fail (outline != NULL);

  if (outline->n_rings > 0)
    g_free ((gpointer) outline->rings[0].points);
  g_free ((gpointer) outline->rings);
  g_free (outline);
}
