/* AmpPaintedLayer: a map layer whose pictures are painted by other threads.
 *
 * Invariant: `now` has the present content, style and screen; its scale is that
 * of the view, unless the hand has not come to rest. `before` is what stood there
 * until all of `now` that is in sight has come. */
#include "amp-painted-layer.h"

#include <math.h>

#include "amp-screen-style.h"
#include "amp-tile-grid.h"

/* A stretched picture is replaced after this rest of the hand, milliseconds, or
 * at once when it is stretched by more than this factor. */
#define REST 90
#define STRETCH_LIMIT 1.9

typedef struct
{
  const AmpMapContentKind *kind;
  gpointer                 content;
  AmpTileGrid             *now;
  AmpTileGrid             *before;
  int                      scale_factor;
  gboolean                 is_outdated;
  gboolean                 is_settled;
  guint                    rest_id;
} AmpPaintedLayerPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AmpPaintedLayer, amp_painted_layer, SHUMATE_TYPE_LAYER)

static AmpPaintedLayerPrivate *
get_private (AmpPaintedLayer *self)
{
  return amp_painted_layer_get_instance_private (self);
}

static void
on_piece_done (gpointer owner, guint64 ticket, AmpMapPiece *piece)
{
  AmpPaintedLayerPrivate *private = get_private (owner);

  if (private->now != NULL && amp_tile_grid_take (private->now, ticket, piece))
    gtk_widget_queue_draw (GTK_WIDGET (owner));
  else
    amp_map_piece_free (piece);
}

static gboolean
on_rest (gpointer data)
{
  AmpPaintedLayer *self = data;

  get_private (self)->rest_id = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static void
wait_for_rest (AmpPaintedLayer *self)
{
  AmpPaintedLayerPrivate *private = get_private (self);

  g_clear_handle_id (&private->rest_id, g_source_remove);
  private->rest_id = g_timeout_add (REST, on_rest, self);
}

/* Whether the grid is still good enough for what is in sight. */
static gboolean
is_usable (AmpPaintedLayer *self, const AmpMapFrame *frame)
{
  AmpPaintedLayerPrivate *private = get_private (self);
  double stretch;

  if (private->now == NULL || private->is_outdated || private->scale_factor != gtk_widget_get_scale_factor (GTK_WIDGET (self)))
    return FALSE;
  stretch = frame->projection.scale / amp_tile_grid_get_scale (private->now);
  return stretch == 1 || (private->rest_id != 0 && stretch < STRETCH_LIMIT && stretch > 1 / STRETCH_LIMIT);
}

/* What is in sight stays so: a grid that never had a picture is no loss. */
static void
provide_grid (AmpPaintedLayer *self, const AmpMapFrame *frame)
{
  AmpPaintedLayerPrivate *private = get_private (self);
  AmpChartStyle style = amp_screen_style_get (GTK_WIDGET (self));
  AmpTileGrid  *grid;

  if (is_usable (self, frame))
    return;
  private->scale_factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  grid = amp_tile_grid_new (private->kind, private->content, &style, frame->projection.scale, private->scale_factor, private->now);
  if (private->now != NULL && (private->before == NULL || amp_tile_grid_list (private->now)->len > 0))
    {
      g_clear_pointer (&private->before, amp_tile_grid_free);
      private->before = g_steal_pointer (&private->now);
    }
  g_clear_pointer (&private->now, amp_tile_grid_free);
  private->now = grid;
  private->is_outdated = FALSE;
}

/* The cairo renderer copies a whole texture each time it draws it; a surface it
 * draws as it is. Where there is a graphics card, it is the other way round. */
static gboolean
is_drawn_by_cairo (AmpPaintedLayer *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));

  return native && GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native));
}

/* On whole pixels, edges of neighbours included: neither seams nor layers out of
 * register. */
static cairo_rectangle_t
place_tile (const AmpTile *tile, const AmpMapFrame *frame, double stretch)
{
  double left = round (round (frame->projection.x) + tile->x * stretch);
  double top = round (round (frame->projection.y) + tile->y * stretch);
  double right = round (round (frame->projection.x) + (tile->x + tile->width) * stretch);
  double bottom = round (round (frame->projection.y) + (tile->y + tile->height) * stretch);

  return (cairo_rectangle_t){ left, top, right - left, bottom - top };
}

static gboolean
is_in_sight (const cairo_rectangle_t *place, const AmpMapFrame *frame)
{
  return place->x < frame->width && place->y < frame->height && place->x + place->width > 0 && place->y + place->height > 0;
}

static void
draw_surface (cairo_t *cr, const AmpTile *tile, const cairo_rectangle_t *place, gboolean is_opaque)
{
  gboolean is_stretched = place->width != tile->width || place->height != tile->height;

  cairo_save (cr);
  cairo_rectangle (cr, place->x, place->y, place->width, place->height);
  cairo_clip (cr);
  cairo_translate (cr, place->x, place->y);
  cairo_scale (cr, place->width / tile->width, place->height / tile->height);
  cairo_set_source_surface (cr, tile->surface, 0, 0);
  /* Circles and letters over the land are stretched for a moment only, and coarsely:
   * each layer that is smoothed costs as much as all else in a frame. Beyond its edge a picture goes on as it ends, or stretching would fade it. */
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_pattern_set_filter (cairo_get_source (cr), is_stretched && is_opaque ? CAIRO_FILTER_BILINEAR : CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_restore (cr);
}

static void
append_grid (AmpPaintedLayer *self, AmpTileGrid *grid, GtkSnapshot *snapshot, cairo_t *cr, const AmpMapFrame *frame)
{
  GPtrArray *tiles = amp_tile_grid_list (grid);
  double     stretch = frame->projection.scale / amp_tile_grid_get_scale (grid);

  for (guint i = 0; i < tiles->len; i++)
    {
      AmpTile          *tile = g_ptr_array_index (tiles, i);
      cairo_rectangle_t place = place_tile (tile, frame, stretch);

      if (!is_in_sight (&place, frame))
        continue;
      if (cr != NULL)
        draw_surface (cr, tile, &place, get_private (self)->kind->is_opaque);
      else
        gtk_snapshot_append_texture (snapshot, amp_tile_get_texture (tile), &GRAPHENE_RECT_INIT (place.x, place.y, place.width, place.height));
    }
}

/* Two pictures of one place show at once only where the upper one hides the
 * other. */
static void
append_pictures (AmpPaintedLayer *self, GtkSnapshot *snapshot, const AmpMapFrame *frame)
{
  AmpPaintedLayerPrivate *private = get_private (self);
  cairo_t *cr = is_drawn_by_cairo (self) ? gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, frame->width, frame->height)) : NULL;

  if (private->before != NULL)
    append_grid (self, private->before, snapshot, cr, frame);
  if (private->before == NULL || private->kind->is_opaque)
    append_grid (self, private->now, snapshot, cr, frame);
  g_clear_pointer (&cr, cairo_destroy);
}

static void
append_over (AmpPaintedLayer *self, GtkSnapshot *snapshot, const AmpMapFrame *frame)
{
  AmpPaintedLayerClass *klass = AMP_PAINTED_LAYER_GET_CLASS (self);
  AmpChartStyle         style = amp_screen_style_get (GTK_WIDGET (self));
  cairo_rectangle_t     box;
  cairo_t              *cr;

  if (!klass->get_over_box || !klass->get_over_box (self, frame, &box))
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (box.x, box.y, box.width, box.height));
  klass->paint_over (self, cr, frame, &style);
  cairo_destroy (cr);
}

/* While the hand has not come to rest, the grid is asked for nothing. */
static void
request_pictures (AmpPaintedLayer *self, const AmpMapFrame *frame)
{
  AmpPaintedLayerPrivate *private = get_private (self);

  private->is_settled = frame->projection.scale == amp_tile_grid_get_scale (private->now) &&
                        amp_tile_grid_request (private->now, frame, self, on_piece_done);
  if (private->is_settled)
    g_clear_pointer (&private->before, amp_tile_grid_free);
}

static void
amp_painted_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AmpPaintedLayer *self = AMP_PAINTED_LAYER (widget);
  AmpMapFrame      frame = amp_painted_layer_get_frame (self);

  if (frame.width < 1 || frame.height < 1 || get_private (self)->content == NULL)
    return;
  provide_grid (self, &frame);
  request_pictures (self, &frame);
  append_pictures (self, snapshot, &frame);
  append_over (self, snapshot, &frame);
}

static void
on_style_changed (GtkWidget *widget)
{
  AmpPaintedLayerClass *klass = AMP_PAINTED_LAYER_GET_CLASS (widget);
  AmpChartStyle         style = amp_screen_style_get (widget);

  get_private (AMP_PAINTED_LAYER (widget))->is_outdated = TRUE;
  if (klass->restyle)
    klass->restyle (AMP_PAINTED_LAYER (widget), &style);
  gtk_widget_queue_draw (widget);
}

static void
on_zoom_changed (AmpPaintedLayer *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  wait_for_rest (self);
}

static void
amp_painted_layer_constructed (GObject *object)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (object));

  G_OBJECT_CLASS (amp_painted_layer_parent_class)->constructed (object);
  g_signal_connect_object (viewport, "notify::longitude", G_CALLBACK (gtk_widget_queue_draw), object, G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify::latitude", G_CALLBACK (gtk_widget_queue_draw), object, G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify::zoom-level", G_CALLBACK (on_zoom_changed), object, G_CONNECT_SWAPPED);
  amp_screen_style_watch (GTK_WIDGET (object), on_style_changed);
}

static void
amp_painted_layer_dispose (GObject *object)
{
  AmpPaintedLayerPrivate *private = get_private (AMP_PAINTED_LAYER (object));

  g_clear_handle_id (&private->rest_id, g_source_remove);
  g_clear_pointer (&private->now, amp_tile_grid_free);
  g_clear_pointer (&private->before, amp_tile_grid_free);
  if (private->content != NULL)
  private->kind->unref (g_steal_pointer (&private->content));
  G_OBJECT_CLASS (amp_painted_layer_parent_class)->dispose (object);
}

static void
amp_painted_layer_class_init (AmpPaintedLayerClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = amp_painted_layer_constructed;
  object_class->dispose = amp_painted_layer_dispose;
  widget_class->snapshot = amp_painted_layer_snapshot;
}

static void
amp_painted_layer_init (AmpPaintedLayer *self)
{
}

static void
clear_content (AmpPaintedLayer *self)
{
  AmpPaintedLayerPrivate *private = get_private (self);

  if (private->content == NULL)
    return;
  g_clear_pointer (&private->now, amp_tile_grid_free);
  g_clear_pointer (&private->before, amp_tile_grid_free);
  private->kind->unref (g_steal_pointer (&private->content));
}

void
amp_painted_layer_set_content (AmpPaintedLayer *self, const AmpMapContentKind *kind, gpointer content)
{
  g_return_if_fail (AMP_IS_PAINTED_LAYER (self));
  g_return_if_fail (kind != NULL);

  AmpPaintedLayerPrivate *private = get_private (self);
  gpointer taken = content != NULL ? kind->ref (content) : NULL;

  if (content == NULL || private->kind != kind)
    clear_content (self);
  else if (private->content != NULL)
  private->kind->unref (private->content);
  private->kind = kind;
  private->content = taken;
  private->is_outdated = TRUE;
  private->is_settled = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

AmpMapFrame
amp_painted_layer_get_frame (AmpPaintedLayer *self)
{
  g_return_val_if_fail (AMP_IS_PAINTED_LAYER (self), ((AmpMapFrame){ 0 }));

  return amp_map_frame_get (shumate_layer_get_viewport (SHUMATE_LAYER (self)),
                            gtk_widget_get_width (GTK_WIDGET (self)),
                            gtk_widget_get_height (GTK_WIDGET (self)));
}

gboolean
amp_painted_layer_is_settled (AmpPaintedLayer *self)
{
  g_return_val_if_fail (AMP_IS_PAINTED_LAYER (self), FALSE);

  AmpPaintedLayerPrivate *private = get_private (self);

  return private->content == NULL || (private->is_settled && !private->is_outdated);
}
