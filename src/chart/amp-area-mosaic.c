/* Many areas as one picture of numbers: see the header.
 *
 * Invariant: the areas of all levels are the same, in the same order; an area
 * that is too small for a level has no ring there. */
#include "amp-area-mosaic.h"

#include <math.h>
#include <string.h>

/* World coordinates are counted in so many parts: a hundredth of a pixel of the
 * nearest map. */
#define WORLD_BITS 30

/* Points are rounded to multiples of two to these powers. */
static const guint level_bits[] = { 17, 15, 13, 11, 5 };

#define N_LEVELS G_N_ELEMENTS (level_bits)

/* No raster is larger, whatever the zoom. */
#define MAX_SIDE 16384

typedef struct
{
  guint first_ring;
  guint n_rings;
  gint  west;
  gint  north;
  gint  east;
  gint  south;
} Area;

typedef struct
{
  guint first_point;
  guint n_points;
} Ring;

typedef struct
{
  gint x;
  gint y;
} Point;

typedef struct
{
  GArray *areas;  /* of Area */
  GArray *rings;  /* of Ring */
  GArray *points; /* of Point */
} Level;

struct _AmpAreaMosaic
{
  gatomicrefcount references;
  Level           levels[N_LEVELS];
};

/* What painting one area after the other needs; the arrays only grow. */
typedef struct
{
  const AmpAreaRaster *raster;
  const Level         *level;
  double               scale;
  int                  first_row;
  int                  n_rows;
  GArray              *crossings; /* of Crossing */
  GArray              *starts;    /* of guint, by row */
  GArray              *columns;   /* of float, by row */
} Painter;

typedef struct
{
  int   row;
  float column;
} Crossing;

AmpAreaMosaic *
amp_area_mosaic_new (void)
{
  AmpAreaMosaic *self = g_new0 (AmpAreaMosaic, 1);

  g_atomic_ref_count_init (&self->references);
  for (guint i = 0; i < N_LEVELS; i++)
    {
      self->levels[i].areas = g_array_new (FALSE, FALSE, sizeof (Area));
      self->levels[i].rings = g_array_new (FALSE, FALSE, sizeof (Ring));
      self->levels[i].points = g_array_new (FALSE, FALSE, sizeof (Point));
    }
  return self;
}

AmpAreaMosaic *
amp_area_mosaic_ref (AmpAreaMosaic *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
amp_area_mosaic_unref (AmpAreaMosaic *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  for (guint i = 0; i < N_LEVELS; i++)
    {
      g_array_unref (self->levels[i].areas);
      g_array_unref (self->levels[i].rings);
      g_array_unref (self->levels[i].points);
    }
  g_free (self);
}

static Point
locate (const AmpMapRing *ring, guint index)
{
  double x, y;

  amp_projection_forward (CLAMP (ring->points[2 * index], -180.0, 180.0), ring->points[2 * index + 1], &x, &y);
  return (Point){ (gint) (CLAMP (x, 0.0, 1.0) * ((1 << WORLD_BITS) - 1)), (gint) (CLAMP (y, 0.0, 1.0) * ((1 << WORLD_BITS) - 1)) };
}

static gint
round_to (gint part, guint bits)
{
  return (part + (1 << (bits - 1))) >> bits << bits;
}

static void
extend (Area *area, Point point)
{
  area->west = MIN (area->west, point.x);
  area->east = MAX (area->east, point.x);
  area->north = MIN (area->north, point.y);
  area->south = MAX (area->south, point.y);
}

/* Keeps what is left of a ring at this level, if it still surrounds anything. */
static void
add_ring (Level *level, guint bits, const Point *points, guint n_points, Area *area)
{
  Ring  ring = { level->points->len, 0 };
  Point last = { -1, -1 };

  for (guint i = 0; i < n_points; i++)
    {
      Point point = { round_to (points[i].x, bits), round_to (points[i].y, bits) };

      if (point.x == last.x && point.y == last.y)
        continue;
      g_array_append_val (level->points, point);
      last = point;
    }
  ring.n_points = level->points->len - ring.first_point;
  if (ring.n_points < 3)
    {
      g_array_set_size (level->points, ring.first_point);
      return;
    }
  for (guint i = ring.first_point; i < level->points->len; i++)
    extend (area, g_array_index (level->points, Point, i));
  g_array_append_val (level->rings, ring);
  area->n_rings++;
}

static void
locate_ring (const AmpMapRing *ring, GArray *points)
{
  g_array_set_size (points, 0);
  for (guint i = 0; i < ring->n_points; i++)
    if (isfinite (ring->points[2 * i]) && isfinite (ring->points[2 * i + 1]))
      {
        Point point = locate (ring, i);

        g_array_append_val (points, point);
      }
}

gboolean
amp_area_mosaic_add (AmpAreaMosaic *self, const AmpMapShape *shape)
{
  g_return_val_if_fail (self != NULL && shape != NULL, FALSE);

  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (Point));
  Area areas[N_LEVELS];

  if (amp_area_mosaic_get_n_areas (self) + 1 >= AMP_AREA_NONE)
    return FALSE;
  for (guint i = 0; i < N_LEVELS; i++)
    areas[i] = (Area){ self->levels[i].rings->len, 0, G_MAXINT, G_MAXINT, G_MININT, G_MININT };
  for (guint r = 0; r < shape->n_rings; r++)
    {
      locate_ring (&shape->rings[r], points);
      for (guint i = 0; i < N_LEVELS; i++)
        add_ring (&self->levels[i], level_bits[i], (const Point *) (gpointer) points->data, points->len, &areas[i]);
    }
  for (guint i = 0; i < N_LEVELS; i++)
    g_array_append_val (self->levels[i].areas, areas[i]);
  return TRUE;
}

guint
amp_area_mosaic_get_n_areas (const AmpAreaMosaic *self)
{
  return self->levels[0].areas->len;
}

/* The coarsest level whose steps are no larger than a pixel. */
static const Level *
choose_level (const AmpAreaMosaic *self, double scale)
{
  guint i = 0;

  while (i + 1 < N_LEVELS && (1 << level_bits[i]) * scale > 1)
    i++;
  return &self->levels[i];
}

/* Both ends in pixels; an edge crosses the middles of the rows between them. */
static void
add_edge (Painter *painter, double from_x, double from_y, double to_x, double to_y)
{
  double slope;
  int    first, last;

  if (from_y == to_y || (from_x >= painter->raster->width && to_x >= painter->raster->width))
    return;
  slope = (to_x - from_x) / (to_y - from_y);
  first = (int) ceil (MAX (MIN (from_y, to_y) - 0.5, painter->first_row));
  last = (int) ceil (MIN (MAX (from_y, to_y) - 0.5, painter->first_row + painter->n_rows)) - 1;
  for (int row = first; row <= last; row++)
    {
      Crossing crossing = { row - painter->first_row, (float) (from_x + (row + 0.5 - from_y) * slope) };

      g_array_append_val (painter->crossings, crossing);
      g_array_index (painter->starts, guint, crossing.row + 1)++;
    }
}

static void
add_ring_edges (Painter *painter, const Ring *ring)
{
  const Point         *points = &g_array_index (painter->level->points, Point, ring->first_point);
  const AmpProjection *projection = &painter->raster->projection;
  double               from_x = points[ring->n_points - 1].x * painter->scale + projection->x;
  double               from_y = points[ring->n_points - 1].y * painter->scale + projection->y;

  for (guint i = 0; i < ring->n_points; i++)
    {
      double x = points[i].x * painter->scale + projection->x;
      double y = points[i].y * painter->scale + projection->y;

      add_edge (painter, from_x, from_y, x, y);
      from_x = x;
      from_y = y;
    }
}

/* By row, and within a row from west to east: few are in one. */
static void
sort_crossings (Painter *painter)
{
  guint *starts = (guint *) (gpointer) painter->starts->data;
  float *columns;

  for (int row = 0; row < painter->n_rows; row++)
    starts[row + 1] += starts[row];
  g_array_set_size (painter->columns, painter->crossings->len);
  columns = (float *) (gpointer) painter->columns->data;
  for (guint i = painter->crossings->len; i-- > 0;)
    {
      const Crossing *crossing = &g_array_index (painter->crossings, Crossing, i);

      columns[--starts[crossing->row + 1]] = crossing->column;
    }
}

static int
compare_columns (gconstpointer first, gconstpointer second)
{
  float one = *(const float *) first;
  float other = *(const float *) second;

  return (one > other) - (one < other);
}

/* Insertion where there are few, as in nearly all rows. */
static void
sort_row (float *columns, guint n_columns)
{
  if (n_columns > 16)
    {
      qsort (columns, n_columns, sizeof *columns, compare_columns);
      return;
    }
  for (guint i = 1; i < n_columns; i++)
    {
      float column = columns[i];
      guint place = i;

      for (; place > 0 && columns[place - 1] > column; place--)
        columns[place] = columns[place - 1];
      columns[place] = column;
    }
}

static guint
to_column (const Painter *painter, float crossing)
{
  return (guint) CLAMP (ceilf (crossing - 0.5f), 0.0f, (float) painter->raster->width);
}

/* What the last crossing opens goes on beyond the raster. */
static void
fill_row (Painter *painter, int row, float *columns, guint n_columns, guint16 number)
{
  guint16 *numbers = painter->raster->numbers + (gsize) (painter->first_row + row) * painter->raster->width;

  sort_row (columns, n_columns);
  for (guint i = 0; i < n_columns; i += 2)
    {
      guint end = i + 1 < n_columns ? to_column (painter, columns[i + 1]) : painter->raster->width;

      for (guint column = to_column (painter, columns[i]); column < end; column++)
        numbers[column] = number;
    }
}

static void
fill_area (Painter *painter, guint16 number)
{
  const guint *starts = (const guint *) (gpointer) painter->starts->data;
  float       *columns;

  sort_crossings (painter);
  columns = (float *) (gpointer) painter->columns->data;
  for (int row = 0; row < painter->n_rows; row++)
    {
      guint first = starts[row + 1];
      guint end = row + 1 < painter->n_rows ? starts[row + 2] : painter->crossings->len;

      if (end > first)
        fill_row (painter, row, columns + first, end - first, number);
    }
}

/* The rows that the area touches, and none when it lies beside the raster. */
static gboolean
choose_rows (Painter *painter, const Area *area)
{
  const AmpAreaRaster *raster = painter->raster;
  double               left = area->west * painter->scale + raster->projection.x;
  double               right = area->east * painter->scale + raster->projection.x;
  double               top = area->north * painter->scale + raster->projection.y;
  double               bottom = area->south * painter->scale + raster->projection.y;

  if (area->n_rings == 0 || right < 0 || left > raster->width || bottom < 0 || top > raster->height)
    return FALSE;
  painter->first_row = (int) MAX (floor (top), 0);
  painter->n_rows = (int) MIN (ceil (bottom) + 1, raster->height) - painter->first_row;
  return painter->n_rows > 0;
}

static void
paint_area (Painter *painter, const Area *area, guint16 number)
{
  if (!choose_rows (painter, area))
    return;
  g_array_set_size (painter->crossings, 0);
  g_array_set_size (painter->starts, (guint) painter->n_rows + 2);
  memset (painter->starts->data, 0, painter->starts->len * sizeof (guint));
  for (guint i = 0; i < area->n_rings; i++)
    add_ring_edges (painter, &g_array_index (painter->level->rings, Ring, area->first_ring + i));
  fill_area (painter, number);
}

void
amp_area_mosaic_paint (const AmpAreaMosaic *self, const AmpAreaRaster *raster, guint offset)
{
  g_return_if_fail (self != NULL && raster != NULL);
  g_return_if_fail (raster->width <= MAX_SIDE && raster->height <= MAX_SIDE);

  Painter painter = { .raster = raster, .scale = raster->projection.scale / ((1 << WORLD_BITS) - 1) };

  painter.level = choose_level (self, painter.scale);
  painter.crossings = g_array_new (FALSE, FALSE, sizeof (Crossing));
  painter.starts = g_array_new (FALSE, FALSE, sizeof (guint));
  painter.columns = g_array_new (FALSE, FALSE, sizeof (float));
  for (guint i = 0; i < painter.level->areas->len; i++)
    paint_area (&painter, &g_array_index (painter.level->areas, Area, i), (guint16) (i + offset));
  g_array_unref (painter.crossings);
  g_array_unref (painter.starts);
  g_array_unref (painter.columns);
}
