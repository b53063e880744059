/* AmpCircleLayer: EPCI and communes as proportional circles.
 *
 * Invariant: one circle a located area of the figures, in their order. */
#include "amp-circle-layer.h"

#include <math.h>

#include "amp-map-circle.h"
#include "amp-mark.h"

#define LABEL_LIMIT 40

/* Pixels around a small circle that still are it, for pointers and fingers. */
#define TOLERANCE 4

struct _AmpCircleLayer
{
  AmpPaintedLayer parent_instance;

  /* Owned */
  AmpMapFigures *figures;
  GArray        *circles; /* of AmpMapCircle */

  int hovered;
};

G_DEFINE_FINAL_TYPE (AmpCircleLayer, amp_circle_layer, AMP_TYPE_PAINTED_LAYER)

static gboolean
is_shown (AmpCircleLayer *self)
{
  return self->figures && !amp_map_figures_has_outlines (self->figures);
}

static double
get_radius (AmpCircleLayer *self, const AmpMapArea *area)
{
  return amp_circle_scale_get_radius (amp_map_figures_get_scale (self->figures), area->row->persons);
}

static void
amp_circle_layer_paint (AmpPaintedLayer *layer, cairo_t *cr, const AmpMapFrame *frame, const AmpChartStyle *style)
{
  AmpCircleLayer       *self = AMP_CIRCLE_LAYER (layer);
  cairo_rectangle_t     rectangle = amp_map_frame_get_rectangle (frame);
  const AmpMapCircle   *circles = (const AmpMapCircle *) self->circles->data;
  const AmpCircleScale *scale;

  if (self->circles->len == 0)
    return;
  scale = amp_map_figures_get_scale (self->figures);
  amp_map_circles_draw (cr, circles, self->circles->len, style, scale, amp_map_figures_get_classes (self->figures), &frame->projection, &rectangle);
  amp_map_circles_draw_labels (cr, circles, self->circles->len, style, scale, &frame->projection, &rectangle, LABEL_LIMIT);
}

static gboolean
amp_circle_layer_get_over_box (AmpPaintedLayer *layer, const AmpMapFrame *frame, cairo_rectangle_t *box)
{
  AmpCircleLayer   *self = AMP_CIRCLE_LAYER (layer);
  const AmpMapArea *area;
  double            x, y, side;

  if (!is_shown (self) || self->hovered < 0)
    return FALSE;
  area = amp_map_figures_get_area (self->figures, self->hovered);
  amp_projection_to_pixels (&frame->projection, area->row->longitude, area->row->latitude, &x, &y);
  side = 2 * get_radius (self, area) + 8;
  *box = (cairo_rectangle_t){ x - side / 2, y - side / 2, side, side };
  return area->row->is_located;
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
amp_circle_layer_finalize (GObject *object)
{
  AmpCircleLayer *self = AMP_CIRCLE_LAYER (object);

  g_array_unref (self->circles);
  g_clear_pointer (&self->figures, amp_map_figures_unref);
  G_OBJECT_CLASS (amp_circle_layer_parent_class)->finalize (object);
}

static void
amp_circle_layer_class_init (AmpCircleLayerClass *klass)
{
  AmpPaintedLayerClass *painted_class = AMP_PAINTED_LAYER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = amp_circle_layer_finalize;
  painted_class->paint = amp_circle_layer_paint;
  painted_class->get_over_box = amp_circle_layer_get_over_box;
  painted_class->paint_over = amp_circle_layer_paint_over;
}

static void
amp_circle_layer_init (AmpCircleLayer *self)
{
  self->circles = g_array_new (FALSE, TRUE, sizeof (AmpMapCircle));
  self->hovered = -1;
}

static void
add_circle (AmpCircleLayer *self, const AmpMapArea *area)
{
  AmpMapCircle circle = {
    .id = area->row->code,
    .label = area->row->label,
    .longitude = area->row->longitude,
    .latitude = area->row->latitude,
    .value = area->row->persons,
    .color_value = area->value,
    .has_color_value = area->value >= 0 && amp_map_figures_get_measure (self->figures) != AMP_MAP_MEASURE_PERSONS,
    .is_approximate = area->row->is_approximate,
    .is_selected = area->is_selected,
    .is_dimmed = area->is_dimmed,
  };

  g_array_append_val (self->circles, circle);
}

AmpCircleLayer *
amp_circle_layer_new (ShumateViewport *viewport)
{
  g_return_val_if_fail (SHUMATE_IS_VIEWPORT (viewport), NULL);

  return g_object_new (AMP_TYPE_CIRCLE_LAYER, "viewport", viewport, NULL);
}

void
amp_circle_layer_set_figures (AmpCircleLayer *self, AmpMapFigures *figures)
{
  g_return_if_fail (AMP_IS_CIRCLE_LAYER (self));

  g_clear_pointer (&self->figures, amp_map_figures_unref);
  self->figures = figures ? amp_map_figures_ref (figures) : NULL;
  self->hovered = -1;
  g_array_set_size (self->circles, 0);
  for (guint i = 0; is_shown (self) && i < amp_map_figures_get_n_areas (figures); i++)
    if (amp_map_figures_get_area (figures, i)->row->is_located)
      add_circle (self, amp_map_figures_get_area (figures, i));
  amp_painted_layer_invalidate (AMP_PAINTED_LAYER (self));
}

int
amp_circle_layer_find (AmpCircleLayer *self, const AmpMapFrame *frame, double x, double y)
{
  g_return_val_if_fail (AMP_IS_CIRCLE_LAYER (self), -1);

  if (!is_shown (self))
    return -1;
  for (int i = (int) amp_map_figures_get_n_areas (self->figures) - 1; i >= 0; i--)
    {
      const AmpMapArea *area = amp_map_figures_get_area (self->figures, i);
      double            center_x, center_y;

      amp_projection_to_pixels (&frame->projection, area->row->longitude, area->row->latitude, &center_x, &center_y);
      if (area->row->is_located && hypot (x - center_x, y - center_y) <= MAX (get_radius (self, area), TOLERANCE))
        return i;
    }
  return -1;
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
