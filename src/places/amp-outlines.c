/* Owns the outlines and the reading of their three tables (data/README.md).
 * Invariant: rings of one code follow each other, and points never move once
 * read, so outlines and rings may point at them. */
#include "amp-outlines.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "amp-places-error.h"
#include "amp-places-table.h"

/* The tables count in ten-thousandths of a degree. */
#define UNITS_PER_DEGREE 10000.0

typedef struct
{
  char   *text;
  double *points;
  GArray *rings;    /* AmpRing */
  GArray *outlines; /* AmpOutline */
} Layer;

struct _AmpOutlines
{
  Layer areas;
  Layer regions;
  Layer backgrounds;
};

static void
clear_layer (Layer *layer)
{
  g_free (layer->text);
  g_free (layer->points);
  g_clear_pointer (&layer->rings, g_array_unref);
  g_clear_pointer (&layer->outlines, g_array_unref);
}

static guint
count_points (const AmpPlacesTable *table)
{
  guint count = 0;

  for (const char *c = table->cursor; (c = memchr (c, ',', table->end - c)) != NULL; c++)
    count++;
  return count;
}

static gboolean
read_difference (const char **cursor, char separator, gint64 *value)
{
  char  *end;
  gint64 difference = g_ascii_strtoll (*cursor, &end, 10);

  if (end == *cursor || (*end != separator && *end != '\0'))
    return FALSE;
  *cursor = *end == '\0' ? end : end + 1;
  *value += difference;
  return TRUE;
}

/* "x,y dx,dy …": returns the number of points, 0 when it is no ring. */
static guint
read_points (const char *cell, double *points)
{
  gint64 x = 0;
  gint64 y = 0;
  guint  n_points = 0;

  while (*cell != '\0')
    {
      if (!read_difference (&cell, ',', &x) || !read_difference (&cell, ' ', &y))
        return 0;
      points[2 * n_points] = (double) x / UNITS_PER_DEGREE;
      points[2 * n_points + 1] = (double) y / UNITS_PER_DEGREE;
      n_points++;
    }
  return n_points >= 3 ? n_points : 0;
}

static void
extend_outline (AmpOutline *outline, const AmpRing *ring)
{
  for (guint i = 0; i < ring->n_points; i++)
    {
      outline->west = MIN (outline->west, ring->points[2 * i]);
      outline->east = MAX (outline->east, ring->points[2 * i]);
      outline->south = MIN (outline->south, ring->points[2 * i + 1]);
      outline->north = MAX (outline->north, ring->points[2 * i + 1]);
    }
  outline->n_rings++;
}

static void
add_ring (Layer *layer, const char *code, const AmpRing *ring)
{
  AmpOutline  fresh = { .code = code, .west = INFINITY, .south = INFINITY, .east = -INFINITY, .north = -INFINITY };
  AmpOutline *last = layer->outlines->len > 0 ? &g_array_index (layer->outlines, AmpOutline, layer->outlines->len - 1) : NULL;

  g_array_append_val (layer->rings, *ring);
  if (last == NULL || strcmp (last->code, code) != 0)
    {
      g_array_append_val (layer->outlines, fresh);
      last = &g_array_index (layer->outlines, AmpOutline, layer->outlines->len - 1);
    }
  extend_outline (last, ring);
}

/* Rings may have moved while they were added: point at them only now. */
static void
attach_rings (Layer *layer)
{
  guint first = 0;

  for (guint i = 0; i < layer->outlines->len; i++)
    {
      AmpOutline *outline = &g_array_index (layer->outlines, AmpOutline, i);

      outline->rings = &g_array_index (layer->rings, AmpRing, first);
      first += outline->n_rings;
    }
}

static gboolean
read_layer (Layer *layer, const char *name, GError **error)
{
  AmpPlacesTable table;
  char          *cells[2];
  GError        *row_error = NULL;
  double        *points;

  if (!amp_places_table_open (&table, name, 2, error))
    return FALSE;
  layer->text = table.text;
  layer->points = points = g_new (double, 2 * count_points (&table) + 2);
  layer->rings = g_array_new (FALSE, FALSE, sizeof (AmpRing));
  layer->outlines = g_array_new (FALSE, FALSE, sizeof (AmpOutline));
  while (amp_places_table_next (&table, cells, &row_error))
    {
      AmpRing ring = { points, read_points (cells[1], points) };

      if (ring.n_points == 0)
        {
          g_set_error (error, AMP_PLACES_ERROR, AMP_PLACES_ERROR_DATA, _ ("The table “%s” has a broken outline of “%s”"), name, cells[0]);
          return FALSE;
        }
      add_ring (layer, cells[0], &ring);
      points += 2 * ring.n_points;
    }
  attach_rings (layer);
  if (row_error == NULL)
    return TRUE;
  g_propagate_error (error, row_error);
  return FALSE;
}

static void
clear_outlines (gpointer data)
{
  AmpOutlines *outlines = data;

  clear_layer (&outlines->areas);
  clear_layer (&outlines->regions);
  clear_layer (&outlines->backgrounds);
}

AmpOutlines *
amp_outlines_new (GError **error)
{
  AmpOutlines *outlines = g_atomic_rc_box_new0 (AmpOutlines);

  if (!read_layer (&outlines->areas, "outlines.tsv", error) ||
      !read_layer (&outlines->regions, "region-outlines.tsv", error) ||
      !read_layer (&outlines->backgrounds, "background.tsv", error))
    g_clear_pointer (&outlines, amp_outlines_unref);
  return outlines;
}

AmpOutlines *
amp_outlines_ref (AmpOutlines *outlines)
{
  g_return_val_if_fail (outlines != NULL, NULL);
  return g_atomic_rc_box_acquire (outlines);
}

void
amp_outlines_unref (AmpOutlines *outlines)
{
  g_return_if_fail (outlines != NULL);
  g_atomic_rc_box_release_full (outlines, clear_outlines);
}

guint
amp_outlines_get_n_areas (const AmpOutlines *outlines)
{
  g_return_val_if_fail (outlines != NULL, 0);
  return outlines->areas.outlines->len;
}

const AmpOutline *
amp_outlines_get_area (const AmpOutlines *outlines, guint index)
{
  g_return_val_if_fail (outlines != NULL, NULL);
  g_return_val_if_fail (index < outlines->areas.outlines->len, NULL);
  return &g_array_index (outlines->areas.outlines, AmpOutline, index);
}

static const AmpOutline *
find_outline (const Layer *layer, const char *code)
{
  for (guint i = 0; code != NULL && i < layer->outlines->len; i++)
    {
      const AmpOutline *outline = &g_array_index (layer->outlines, AmpOutline, i);

      if (strcmp (outline->code, code) == 0)
        return outline;
    }
  return NULL;
}

const AmpOutline *
amp_outlines_find_area (const AmpOutlines *outlines, const char *code)
{
  g_return_val_if_fail (outlines != NULL, NULL);
  return find_outline (&outlines->areas, code);
}

guint
amp_outlines_get_n_regions (const AmpOutlines *outlines)
{
  g_return_val_if_fail (outlines != NULL, 0);
  return outlines->regions.outlines->len;
}

const AmpOutline *
amp_outlines_get_region (const AmpOutlines *outlines, guint index)
{
  g_return_val_if_fail (outlines != NULL, NULL);
  g_return_val_if_fail (index < outlines->regions.outlines->len, NULL);
  return &g_array_index (outlines->regions.outlines, AmpOutline, index);
}

const AmpOutline *
amp_outlines_find_region (const AmpOutlines *outlines, const char *code)
{
  g_return_val_if_fail (outlines != NULL, NULL);
  return find_outline (&outlines->regions, code);
}

const AmpOutline *
amp_outlines_locate (const AmpOutlines *outlines, double longitude, double latitude)
{
  g_return_val_if_fail (outlines != NULL, NULL);

  for (guint i = 0; i < outlines->areas.outlines->len; i++)
    {
      const AmpOutline *outline = &g_array_index (outlines->areas.outlines, AmpOutline, i);

      if (amp_outline_contains (outline, longitude, latitude))
        return outline;
    }
  return NULL;
}

guint
amp_outlines_get_n_backgrounds (const AmpOutlines *outlines)
{
  g_return_val_if_fail (outlines != NULL, 0);
  return outlines->backgrounds.outlines->len;
}

const AmpOutline *
amp_outlines_get_background (const AmpOutlines *outlines, guint index)
{
  g_return_val_if_fail (outlines != NULL, NULL);
  g_return_val_if_fail (index < outlines->backgrounds.outlines->len, NULL);
  return &g_array_index (outlines->backgrounds.outlines, AmpOutline, index);
}

/* Whether a ray from the point to the east crosses the ring an odd number of times. */
static gboolean
is_odd (const AmpRing *ring, double x, double y)
{
  const double *from = ring->points + 2 * (ring->n_points - 1);
  gboolean      odd = FALSE;

  for (guint i = 0; i < ring->n_points; i++)
    {
      const double *to = ring->points + 2 * i;

      if ((from[1] > y) != (to[1] > y) &&
          x < from[0] + (y - from[1]) / (to[1] - from[1]) * (to[0] - from[0]))
        odd = !odd;
      from = to;
    }
  return odd;
}

gboolean
amp_outline_contains (const AmpOutline *outline, double longitude, double latitude)
{
  gboolean odd = FALSE;

  g_return_val_if_fail (outline != NULL, FALSE);

  if (!(longitude >= outline->west && longitude <= outline->east && latitude >= outline->south && latitude <= outline->north))
    return FALSE;
  for (guint i = 0; i < outline->n_rings; i++)
    odd ^= is_odd (&outline->rings[i], longitude, latitude);
  return odd;
}
