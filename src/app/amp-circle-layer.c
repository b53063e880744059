/* AmpCircleLayer: areas without an outline as proportional circles.
 *
 * Invariant: the scene shows the figures; both are there or neither. */
#include "amp-circle-layer.h"

#include "amp-mark.h"

/* Pixels around a small circle that still are it, for pointers and fingers. */
#define TOLERANCE 4

struct _AmpCircleLayer
{
  AmpPaintedLayer parent_instance;

  /* Owned */
  AmpMapFigures  *figures;
  AmpCircleScene *scene;

  int hovered;
};

G_DEFINE_FINAL_TYPE (AmpCircleLayer, amp_circle_layer, AMP_TYPE_PAINTED_LAYER)

static double
get_radius (AmpCircleLayer *self, const AmpMapArea *area)
{
  return amp_circle_scale_get_radius (amp_map_figures_get_scale (self->figures), area->row->persons);
}

static gboolean
amp_circle_layer_get_over_box (AmpPaintedLayer *layer, const AmpMapFrame *frame, cairo_rectangle_t *box)
{
  AmpCircleLayer   *self = AMP_CIRCLE_LAYER (layer);
  const AmpMapArea *area;
  double            x, y, side;

  if (self->figures == NULL || self->hovered < 0)
    return FALSE;
  area = amp_map_figures_get_area (self->figures, self->hovered);
  amp_projection_to_pixels (&frame->projection, area->row->longitude, area->row->latitude, &x, &y);
  side = 2 * get_radius (self, area) + 8;
  *box = (cairo_rectangle_t){ x - side / 2, y - side / 2, side, side };
  return area->row->is_located && !area->has_outline;
}

static void
amp_circle_layer_paint_over (AmpPaintedLayer *layer, cairo_t *cr, const AmpMapFrame *frame, const AmpChartStyle *style)
{
  AmpCircleLayer   *self = AMP_CIRCLE_LAYER (layer);
  const AmpMapArea *area = amp_map_figures_get_area (self->figures, self->hovered);
  double            x, y;

  amp_projection_to_pixels (&frame->projection, area->row->longitude, area->row->latitude, &x, &y);
  cairo_arc (cr, x, y, get_radius (self, area) + 2, 0, 2 * G_PI);
  cairo_set_line_width (cr, 2);
  amp_mark_set_color (cr, style->theme->foreground, 1);
  cairo_stroke (cr);
}

static void
amp_circle_layer_dispose (GObject *object)
{
  AmpCircleLayer *self = AMP_CIRCLE_LAYER (object);

  g_clear_pointer (&self->scene, amp_circle_scene_unref);
  g_clear_pointer (&self->figures, amp_map_figures_unref);
  G_OBJECT_CLASS (amp_circle_layer_parent_class)->dispose (object);
}

static void
amp_circle_layer_class_init (AmpCircleLayerClass *klass)
{
  AmpPaintedLayerClass *painted_class = AMP_PAINTED_LAYER_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amp_circle_layer_dispose;
  painted_class->get_over_box = amp_circle_layer_get_over_box;
  painted_class->paint_over = amp_circle_layer_paint_over;
}

static void
amp_circle_layer_init (AmpCircleLayer *self)
{
  self->hovered = -1;
}

AmpCircleLayer *
amp_circle_layer_new (ShumateViewport *viewport)
{
  g_return_val_if_fail (SHUMATE_IS_VIEWPORT (viewport), NULL);

  return g_object_new (AMP_TYPE_CIRCLE_LAYER, "viewport", viewport, NULL);
}

void
amp_circle_layer_set_figures (AmpCircleLayer *self, AmpMapFigures *figures, AmpCircleScene *circles)
{
  g_return_if_fail (AMP_IS_CIRCLE_LAYER (self));

  g_clear_pointer (&self->scene, amp_circle_scene_unref);
  g_clear_pointer (&self->figures, amp_map_figures_unref);
  self->figures = circles != NULL ? amp_map_figures_ref (figures) : NULL;
  self->scene = circles != NULL ? amp_circle_scene_ref (circles) : NULL;
  self->hovered = -1;
  amp_painted_layer_set_content (AMP_PAINTED_LAYER (self), &amp_circle_scene_kind, self->scene);
}

int
amp_circle_layer_find (AmpCircleLayer *self, const AmpMapFrame *frame, double x, double y)
{
  g_return_val_if_fail (AMP_IS_CIRCLE_LAYER (self), -1);

  return self->scene != NULL ? amp_circle_scene_find (self->scene, &frame->projection, x, y, TOLERANCE) : -1;
}

void
amp_circle_layer_set_hovered (AmpCircleLayer *self, int index)
{
  g_return_if_fail (AMP_IS_CIRCLE_LAYER (self));

  if (self->hovered == index)
    return;
  self->hovered = index;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
