/* The pictures of one map layer at one scale: see the header.
 *
 * Invariant: a tile of the table is painted, or its ticket is on its way. A kind
 * without a tile size has one tile at most: the view and its margins. */
#include "amp-tile-grid.h"

#include <math.h>

/* Of the view's width and height, how much a picture of the whole view has beyond
 * each edge: a pan of a quarter of the window costs nothing. */
#define MARGIN 0.25

/* Tiles around those in sight that are painted, too, and that are kept. */
#define RING 1
#define KEPT_RING 3

typedef struct
{
  AmpTile tile;
  gint64  column;
  gint64  row;
  guint64 ticket;
  GBytes *draft;
  gint   *is_dropped;
} Cell;

struct _AmpTileGrid
{
  const AmpMapContentKind *kind;
  gpointer                 content;
  AmpChartStyle            style;
  char                    *font_family;
  double                   scale;
  int                      scale_factor;
  GPtrArray               *cells;  /* of Cell */
  GPtrArray               *ready;  /* of AmpTile, borrowed */
  GPtrArray               *drafts; /* of Cell without a picture: what another grid left */
};

static guint64 last_ticket;

static void
free_cell (gpointer data)
{
  Cell *cell = data;

  g_atomic_int_set (cell->is_dropped, 1);
  g_atomic_rc_box_release (cell->is_dropped);
  g_clear_object (&cell->tile.texture);
  g_clear_pointer (&cell->tile.surface, cairo_surface_destroy);
  g_clear_pointer (&cell->draft, g_bytes_unref);
  g_free (cell);
}

static gboolean
shares_drafts (const AmpTileGrid *self, const AmpTileGrid *before)
{
  return before != NULL && before->kind == self->kind && before->scale == self->scale && before->scale_factor == self->scale_factor &&
         self->kind->shares_drafts != NULL && self->kind->shares_drafts (self->content, before->content);
}

static Cell *
cell_new (gint64 column, gint64 row)
{
  Cell *cell = g_new0 (Cell, 1);

  cell->column = column;
  cell->row = row;
  cell->is_dropped = g_atomic_rc_box_new0 (gint);
  return cell;
}

static void
take_drafts (AmpTileGrid *self, const GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    {
      const Cell *old = g_ptr_array_index (cells, i);
      Cell       *cell;

      if (old->draft == NULL)
        continue;
      cell = cell_new (old->column, old->row);
      cell->draft = g_bytes_ref (old->draft);
      g_ptr_array_add (self->drafts, cell);
    }
}

AmpTileGrid *
amp_tile_grid_new (const AmpMapContentKind *kind, gpointer content, const AmpChartStyle *style, double scale, int scale_factor, AmpTileGrid *before)
{
  g_return_val_if_fail (kind != NULL && content != NULL && style != NULL, NULL);

  AmpTileGrid *self = g_new0 (AmpTileGrid, 1);

  self->kind = kind;
  self->content = kind->ref (content);
  self->style = *style;
  self->style.font_family = self->font_family = g_strdup (style->font_family);
  self->scale = scale;
  self->scale_factor = scale_factor;
  self->cells = g_ptr_array_new_with_free_func (free_cell);
  self->drafts = g_ptr_array_new_with_free_func (free_cell);
  self->ready = g_ptr_array_new ();
  if (shares_drafts (self, before))
    {
      take_drafts (self, before->cells);
      take_drafts (self, before->drafts);
    }
  return self;
}

void
amp_tile_grid_free (AmpTileGrid *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->ready);
  g_ptr_array_unref (self->drafts);
  g_ptr_array_unref (self->cells);
  self->kind->unref (self->content);
  g_free (self->font_family);
  g_free (self);
}

double
amp_tile_grid_get_scale (const AmpTileGrid *self)
{
  return self->scale;
}

static Cell *
find_cell (GPtrArray *cells, gint64 column, gint64 row)
{
  for (guint i = 0; i < cells->len; i++)
    {
      Cell *cell = g_ptr_array_index (cells, i);

      if (cell->column == column && cell->row == row)
        return cell;
    }
  return NULL;
}

static void
queue_cell (AmpTileGrid *self, Cell *cell, gboolean is_urgent, gpointer owner, AmpMapPieceDone done)
{
  Cell       *left = find_cell (self->drafts, cell->column, cell->row);
  AmpMapFrame frame = { { self->scale, -cell->tile.x, -cell->tile.y }, cell->tile.width, cell->tile.height };

  cell->ticket = ++last_ticket;
  g_ptr_array_add (self->cells, cell);
  amp_map_painter_queue (self->kind,
                         self->content,
                         left != NULL ? left->draft : NULL,
                         &frame,
                         &self->style,
                         self->scale_factor,
                         is_urgent,
                         owner,
                         cell->ticket,
                         g_atomic_rc_box_acquire (cell->is_dropped),
                         done);
}

static void
list_ready (AmpTileGrid *self)
{
  g_ptr_array_set_size (self->ready, 0);
  for (guint i = 0; i < self->cells->len; i++)
    {
      Cell *cell = g_ptr_array_index (self->cells, i);

      if (cell->tile.surface != NULL)
        g_ptr_array_add (self->ready, &cell->tile);
    }
}

/* The view from the world's upper left corner. */
static cairo_rectangle_t
get_view (const AmpMapFrame *frame)
{
  return (cairo_rectangle_t){ -frame->projection.x, -frame->projection.y, frame->width, frame->height };
}

static gboolean
covers (const AmpTile *tile, const cairo_rectangle_t *view)
{
  return tile->x <= view->x && tile->y <= view->y && tile->x + tile->width >= view->x + view->width && tile->y + tile->height >= view->y + view->height;
}

/* One picture that is large enough, or another one around the view as it is: one
 * after the other, or a fast pan would never see any of them. */
static gboolean
request_view (AmpTileGrid *self, const AmpMapFrame *frame, gpointer owner, AmpMapPieceDone done)
{
  cairo_rectangle_t view = get_view (frame);
  Cell             *last = self->cells->len > 0 ? g_ptr_array_index (self->cells, self->cells->len - 1) : NULL;

  if (last != NULL && (last->tile.surface == NULL || covers (&last->tile, &view)))
    return last->tile.surface != NULL;
  last = cell_new (0, 0);
  last->tile.x = floor (view.x - view.width * MARGIN);
  last->tile.y = floor (view.y - view.height * MARGIN);
  last->tile.width = ceil (view.width * (1 + 2 * MARGIN));
  last->tile.height = ceil (view.height * (1 + 2 * MARGIN));
  queue_cell (self, last, TRUE, owner, done);
  return FALSE;
}

typedef struct
{
  gint64 west;
  gint64 north;
  gint64 east;
  gint64 south;
} Span;

static Span
get_span (const AmpTileGrid *self, const AmpMapFrame *frame)
{
  cairo_rectangle_t view = get_view (frame);
  double            size = self->kind->tile_size;

  return (Span){
    (gint64) floor (view.x / size),
    (gint64) floor (view.y / size),
    (gint64) floor ((view.x + view.width) / size),
    (gint64) floor ((view.y + view.height) / size),
  };
}

static gboolean
holds (const Span *span, gint64 column, gint64 row, gint64 ring)
{
  return column >= span->west - ring && column <= span->east + ring && row >= span->north - ring && row <= span->south + ring;
}

static void
drop_far (AmpTileGrid *self, const Span *span)
{
  for (guint i = self->cells->len; i-- > 0;)
    {
      const Cell *cell = g_ptr_array_index (self->cells, i);

      if (!holds (span, cell->column, cell->row, KEPT_RING))
        g_ptr_array_remove_index_fast (self->cells, i);
    }
  list_ready (self);
}

static void
request_cell (AmpTileGrid *self, gint64 column, gint64 row, gboolean is_urgent, gpointer owner, AmpMapPieceDone done)
{
  int   size = self->kind->tile_size;
  Cell *cell = cell_new (column, row);

  cell->tile = (AmpTile){ .x = (double) column * size, .y = (double) row * size, .width = size, .height = size };
  queue_cell (self, cell, is_urgent, owner, done);
}

static gboolean
request_tiles (AmpTileGrid *self, const AmpMapFrame *frame, gpointer owner, AmpMapPieceDone done)
{
  Span     span = get_span (self, frame);
  gboolean is_complete = TRUE;

  drop_far (self, &span);
  for (gint64 row = span.north - RING; row <= span.south + RING; row++)
    for (gint64 column = span.west - RING; column <= span.east + RING; column++)
      {
        gboolean is_in_sight = holds (&span, column, row, 0);
        Cell    *cell = find_cell (self->cells, column, row);

        if (cell == NULL)
          request_cell (self, column, row, is_in_sight, owner, done);
        is_complete &= !is_in_sight || (cell != NULL && cell->tile.surface != NULL);
      }
  return is_complete;
}

gboolean
amp_tile_grid_request (AmpTileGrid *self, const AmpMapFrame *frame, gpointer owner, AmpMapPieceDone done)
{
  g_return_val_if_fail (self != NULL && frame != NULL, FALSE);

  return self->kind->tile_size > 0 ? request_tiles (self, frame, owner, done) : request_view (self, frame, owner, done);
}

/* Of the pictures of a whole view the newest is enough. */
static void
drop_older (AmpTileGrid *self, guint index)
{
  if (self->kind->tile_size == 0)
    for (guint i = 0; i < index; i++)
      g_ptr_array_remove_index (self->cells, 0);
}

gboolean
amp_tile_grid_take (AmpTileGrid *self, guint64 ticket, AmpMapPiece *piece)
{
  g_return_val_if_fail (self != NULL && piece != NULL, FALSE);

  for (guint i = 0; i < self->cells->len; i++)
    {
      Cell *cell = g_ptr_array_index (self->cells, i);

      if (cell->ticket != ticket)
        continue;
      cell->tile.surface = g_steal_pointer (&piece->surface);
      cell->draft = g_steal_pointer (&piece->draft);
      amp_map_piece_free (piece);
      drop_older (self, i);
      list_ready (self);
      return TRUE;
    }
  return FALSE;
}

GPtrArray *
amp_tile_grid_list (AmpTileGrid *self)
{
  return self->ready;
}

GdkTexture *
amp_tile_get_texture (AmpTile *tile)
{
  int height = cairo_image_surface_get_height (tile->surface);
  int stride = cairo_image_surface_get_stride (tile->surface);
  g_autoptr (GBytes) bytes = NULL;

  if (tile->texture != NULL)
    return tile->texture;
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (tile->surface),
                                      (gsize) height * stride,
                                      (GDestroyNotify) cairo_surface_destroy,
                                      cairo_surface_reference (tile->surface));
  tile->texture = gdk_memory_texture_new (cairo_image_surface_get_width (tile->surface), height, GDK_MEMORY_DEFAULT, bytes, stride);
  return tile->texture;
}
