/* AmpPaintedLayer: a map layer painted once for a picture larger than the frame.
 *
 * Invariant: the picture, when there is one, was painted from the present
 * content; `painted` says which part of the world it shows. */
#include "amp-painted-layer.h"

#include <math.h>

#include "amp-screen-style.h"

/* How much of the view's width and height is painted beyond each edge: a pan of
 * a quarter of the window costs nothing. */
#define MARGIN 0.25

/* A stretched picture is replaced after this rest of the hand, milliseconds, or
 * at once when it is stretched by more than this factor. */
#define REST 90
#define STRETCH_LIMIT 1.9

typedef struct
{
  cairo_surface_t *surface; /* the picture */
  GdkTexture      *picture; /* the same memory, for renderers that use textures */
  AmpMapFrame      painted;
  int              scale;
  guint            rest_id;
} AmpPaintedLayerPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AmpPaintedLayer, amp_painted_layer, SHUMATE_TYPE_LAYER)

static AmpPaintedLayerPrivate *
get_private (AmpPaintedLayer *self)
{
  return amp_painted_layer_get_instance_private (self);
}

/* The frame of the picture: the view and its margins, on whole pixels, so that
 * the layers above each other stay in register. */
static AmpMapFrame
enlarge_frame (const AmpMapFrame *frame)
{
  AmpMapFrame picture = *frame;

  picture.projection.x = round (frame->projection.x + frame->width * MARGIN);
  picture.projection.y = round (frame->projection.y + frame->height * MARGIN);
  picture.width = ceil (frame->width * (1 + 2 * MARGIN));
  picture.height = ceil (frame->height * (1 + 2 * MARGIN));
  return picture;
}

static GdkTexture *
create_texture (cairo_surface_t *surface)
{
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) height * stride,
                                      (GDestroyNotify) cairo_surface_destroy,
                                      cairo_surface_reference (surface));
  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
drop_picture (AmpPaintedLayer *self)
{
  AmpPaintedLayerPrivate *private = get_private (self);

  g_clear_object (&private->picture);
  g_clear_pointer (&private->surface, cairo_surface_destroy);
}

static void
paint_picture (AmpPaintedLayer *self, const AmpMapFrame *frame)
{
  AmpPaintedLayerPrivate *private = get_private (self);
  AmpChartStyle    style = amp_screen_style_get (GTK_WIDGET (self));
  cairo_surface_t *surface;
  cairo_t         *cr;

  drop_picture (self);
  private->painted = enlarge_frame (frame);
  private->scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, private->painted.width * private->scale, private->painted.height * private->scale);
  cairo_surface_set_device_scale (surface, private->scale, private->scale);
  cr = cairo_create (surface);
  AMP_PAINTED_LAYER_GET_CLASS (self)->paint (self, cr, &private->painted, &style);
  cairo_destroy (cr);
  private->picture = create_texture (surface);
  private->surface = surface;
}

static gboolean
on_rest (gpointer data)
{
  AmpPaintedLayer *self = data;

  get_private (self)->rest_id = 0;
  amp_painted_layer_invalidate (self);
  return G_SOURCE_REMOVE;
}

static void
wait_for_rest (AmpPaintedLayer *self)
{
  AmpPaintedLayerPrivate *private = get_private (self);

  g_clear_handle_id (&private->rest_id, g_source_remove);
  private->rest_id = g_timeout_add (REST, on_rest, self);
}

static void
provide_picture (AmpPaintedLayer *self, const AmpMapFrame *frame)
{
  AmpPaintedLayerPrivate *private = get_private (self);
  double stretch = private->picture ? frame->projection.scale / private->painted.projection.scale : 0;

  if (!private->picture || private->scale != gtk_widget_get_scale_factor (GTK_WIDGET (self)) ||
      stretch > STRETCH_LIMIT || stretch < 1 / STRETCH_LIMIT || !amp_map_frame_covers (&private->painted, frame))
    paint_picture (self, frame);
}

/* The cairo renderer copies a whole texture each time it draws it; a surface it
 * draws as it is. Where there is a graphics card, it is the other way round. */
static gboolean
is_drawn_by_cairo (AmpPaintedLayer *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));

  return native && GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native));
}

static void
append_surface (GtkSnapshot *snapshot, cairo_surface_t *surface, const AmpMapFrame *frame, double x, double y, double stretch)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, frame->width, frame->height));

  cairo_translate (cr, x, y);
  cairo_scale (cr, stretch, stretch);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), stretch == 1 ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_BILINEAR);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static void
append_picture (AmpPaintedLayer *self, GtkSnapshot *snapshot, const AmpMapFrame *frame)
{
  AmpPaintedLayerPrivate *private = get_private (self);
  double stretch = frame->projection.scale / private->painted.projection.scale;
  double x = round (frame->projection.x - private->painted.projection.x * stretch);
  double y = round (frame->projection.y - private->painted.projection.y * stretch);

  if (is_drawn_by_cairo (self))
    append_surface (snapshot, private->surface, frame, x, y, stretch);
  else
    gtk_snapshot_append_texture (snapshot, private->picture, &GRAPHENE_RECT_INIT (x, y, private->painted.width * stretch, private->painted.height * stretch));
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

static void
amp_painted_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AmpPaintedLayer *self = AMP_PAINTED_LAYER (widget);
  AmpMapFrame      frame = amp_painted_layer_get_frame (self);

  if (frame.width < 1 || frame.height < 1)
    return;
  provide_picture (self, &frame);
  append_picture (self, snapshot, &frame);
  append_over (self, snapshot, &frame);
}

static void
on_style_changed (GtkWidget *widget)
{
  amp_painted_layer_invalidate (AMP_PAINTED_LAYER (widget));
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
  drop_picture (AMP_PAINTED_LAYER (object));
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

void
amp_painted_layer_invalidate (AmpPaintedLayer *self)
{
  g_return_if_fail (AMP_IS_PAINTED_LAYER (self));

  drop_picture (self);
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
