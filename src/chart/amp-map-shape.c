/* One area of a map: see the header.
 *
 * Invariant: every coordinate given to cairo lies within MAX_PIXEL, far inside
 * its fixed-point numbers, however far the map is zoomed in. */
#include "amp-map-shape.h"

#include <math.h>
#include <string.h>

#include "amp-mark.h"

#define MAX_PIXEL 1e6

/* Points nearer to the one before are not seen: they would only swell files. */
#define MIN_STEP 0.5

/* How far outside the frame a line can still be seen by its width. */
#define FRAME_MARGIN 8

typedef struct
{
  double x;
  double y;
} Point;

/* A border between two points, whichever way it is walked. */
typedef struct
{
  Point low;
  Point high;
} Edge;

static gboolean
project (const AmpProjection *projection, const AmpMapRing *ring, guint index, Point *point)
{
  double longitude = ring->points[2 * index];
  double latitude = ring->points[2 * index + 1];

  if (!isfinite (longitude) || !isfinite (latitude))
    return FALSE;
  amp_projection_to_pixels (projection, longitude, latitude, &point->x, &point->y);
  point->x = CLAMP (point->x, -MAX_PIXEL, MAX_PIXEL);
  point->y = CLAMP (point->y, -MAX_PIXEL, MAX_PIXEL);
  return TRUE;
}

/* Compared in degrees: most rings of a world are elsewhere, and projecting each
 * of their points would be most of the work. */
static gboolean
is_visible (const AmpProjection *projection, const AmpMapRing *ring, const cairo_rectangle_t *frame)
{
  AmpMapBounds bounds;
  double       left, top, right, bottom;

  amp_map_bounds_clear (&bounds);
  for (guint i = 0; i < ring->n_points; i++)
    amp_map_bounds_add (&bounds, ring->points[2 * i], ring->points[2 * i + 1]);
  if (amp_map_bounds_is_empty (&bounds))
    return FALSE;
  amp_projection_to_pixels (projection, bounds.west, bounds.north, &left, &top);
  amp_projection_to_pixels (projection, bounds.east, bounds.south, &right, &bottom);
  return right >= frame->x && left <= frame->x + frame->width && bottom >= frame->y && top <= frame->y + frame->height;
}

static gboolean
is_step (Point from, Point to)
{
  return fabs (to.x - from.x) >= MIN_STEP || fabs (to.y - from.y) >= MIN_STEP;
}

/* The sides of the frame that @point lies beyond, one bit each. */
static guint
get_sides (Point point, const cairo_rectangle_t *frame)
{
  return (point.x < frame->x - FRAME_MARGIN) |
         (point.x > frame->x + frame->width + FRAME_MARGIN) << 1 |
         (point.y < frame->y - FRAME_MARGIN) << 2 |
         (point.y > frame->y + frame->height + FRAME_MARGIN) << 3;
}

/* Whether leaving out @point changes nothing in the frame: it is next to the
 * one before, or a corner of a path that stays beyond one side. */
static gboolean
is_idle (Point before, Point point, Point after, const cairo_rectangle_t *frame)
{
  if (!is_step (before, point))
    return TRUE;
  return (get_sides (before, frame) & get_sides (point, frame) & get_sides (after, frame)) != 0;
}

static void
add_ring (cairo_t *cr, const AmpProjection *projection, const AmpMapRing *ring, const cairo_rectangle_t *frame)
{
  gboolean is_first = TRUE;
  Point    last = { 0, 0 };

  for (guint i = 0; i < ring->n_points; i++)
    {
      Point point, next;

      if (!project (projection, ring, i, &point))
        continue;
      if (!project (projection, ring, (i + 1) % ring->n_points, &next))
        next = point;
      if (!is_first && is_idle (last, point, next, frame))
        continue;
      if (is_first)
        cairo_move_to (cr, point.x, point.y);
      else
        cairo_line_to (cr, point.x, point.y);
      is_first = FALSE;
      last = point;
    }
  if (!is_first)
    cairo_close_path (cr);
}

static void
add_rings (cairo_t *cr, const AmpMapShape *shape, const AmpProjection *projection, const cairo_rectangle_t *frame)
{
  cairo_new_path (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  for (guint i = 0; i < shape->n_rings; i++)
    if (is_visible (projection, &shape->rings[i], frame))
      add_ring (cr, projection, &shape->rings[i], frame);
}

/* The bits of a double, well mixed: g_double_hash() keeps the whole part only,
 * and borders are made of many points to the pixel. */
static guint64
mix_double (guint64 hash, double part)
{
  /* Minus zero equals zero: give it the same bits. */
  double  normal = part + 0.0;
  guint64 bits;

  memcpy (&bits, &normal, sizeof bits);
  hash = (hash ^ bits) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return hash ^ hash >> 29;
}

static guint
hash_edge (gconstpointer data)
{
  const Edge *edge = data;
  guint64     hash = mix_double (mix_double (0, edge->low.x), edge->low.y);

  return (guint) (mix_double (mix_double (hash, edge->high.x), edge->high.y) >> 16);
}

static gboolean
edges_are_equal (gconstpointer first, gconstpointer second)
{
  const Edge *one = first;
  const Edge *other = second;

  return one->low.x == other->low.x && one->low.y == other->low.y && one->high.x == other->high.x && one->high.y == other->high.y;
}

static gboolean
get_edge (const AmpProjection *projection, const AmpMapRing *ring, guint index, Point *from, Point *to, Edge *edge)
{
  gboolean is_forward;

  if (!project (projection, ring, index, from) || !project (projection, ring, (index + 1) % ring->n_points, to))
    return FALSE;
  is_forward = from->x < to->x || (from->x == to->x && from->y < to->y);
  *edge = is_forward ? (Edge){ *from, *to } : (Edge){ *to, *from };
  return TRUE;
}

/* The set of edges that stand an odd number of times: what is left of an edge
 * that two rings share is nothing. */
static GHashTable *
collect_edges (const AmpMapShape *shape, const AmpProjection *projection)
{
  GHashTable *edges = g_hash_table_new_full (hash_edge, edges_are_equal, g_free, NULL);

  for (guint i = 0; i < shape->n_rings; i++)
    for (guint j = 0; j < shape->rings[i].n_points; j++)
      {
        Point from, to;
        Edge  edge;

        if (get_edge (projection, &shape->rings[i], j, &from, &to, &edge) && !g_hash_table_remove (edges, &edge))
          g_hash_table_add (edges, g_memdup2 (&edge, sizeof edge));
      }
  return edges;
}

static void
add_outer_edges (cairo_t *cr, const AmpMapRing *ring, const AmpProjection *projection, const cairo_rectangle_t *frame, GHashTable *edges)
{
  gboolean is_drawing = FALSE;
  Point    last = { 0, 0 };
  Point    pending = { 0, 0 };

  for (guint i = 0; i < ring->n_points; i++)
    {
      Point from, to;
      Edge  edge;

      if (!get_edge (projection, ring, i, &from, &to, &edge) ||
          (get_sides (from, frame) & get_sides (to, frame)) != 0 ||
          !g_hash_table_contains (edges, &edge))
        {
          /* End exactly where the neighbour begins. */
          if (is_drawing)
            cairo_line_to (cr, pending.x, pending.y);
          is_drawing = FALSE;
          continue;
        }
      if (!is_drawing)
        {
          cairo_move_to (cr, from.x, from.y);
          last = from;
        }
      is_drawing = TRUE;
      pending = to;
      if (is_step (last, to))
        {
          cairo_line_to (cr, to.x, to.y);
          last = to;
        }
    }
  if (is_drawing)
    cairo_line_to (cr, pending.x, pending.y);
}

void
amp_map_shape_fill (cairo_t *cr, const AmpMapShape *shape, const AmpProjection *projection, const cairo_rectangle_t *frame, AmpColor color)
{
  g_return_if_fail (cr != NULL);
  g_return_if_fail (shape != NULL && projection != NULL && frame != NULL);

  add_rings (cr, shape, projection, frame);
  amp_mark_set_color (cr, color, 1);
  cairo_fill (cr);
}

void
amp_map_shape_hatch (cairo_t *cr, const AmpMapShape *shape, const AmpProjection *projection, const cairo_rectangle_t *frame, AmpColor color, double spacing)
{
  g_return_if_fail (cr != NULL);
  g_return_if_fail (shape != NULL && projection != NULL && frame != NULL);

  add_rings (cr, shape, projection, frame);
  amp_mark_hatch (cr, color, spacing);
}

void
amp_map_shape_stroke (cairo_t *cr, const AmpMapShape *shape, const AmpProjection *projection, const cairo_rectangle_t *frame, AmpColor color, double line_width)
{
  g_return_if_fail (cr != NULL);
  g_return_if_fail (shape != NULL && projection != NULL && frame != NULL);

  if (shape->n_rings == 1)
    add_rings (cr, shape, projection, frame);
  else
    {
      g_autoptr (GHashTable) edges = collect_edges (shape, projection);

      cairo_new_path (cr);
      for (guint i = 0; i < shape->n_rings; i++)
        if (is_visible (projection, &shape->rings[i], frame))
          add_outer_edges (cr, &shape->rings[i], projection, frame, edges);
    }
  amp_mark_set_color (cr, color, 1);
  cairo_set_line_width (cr, line_width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_stroke (cr);
}
