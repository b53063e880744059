/* AmpAreaLayer: land, and areas as outlines.
 *
 * Invariant: `rings` are those of the hovered area, or NULL. */
#include "amp-area-layer.h"

#include "amp-area-scene.h"
#include "amp-screen-style.h"

/* Around an outline, for the width of its line. */
#define LINE_MARGIN 3

struct _AmpAreaLayer
{
  AmpPaintedLayer parent_instance;

  /* Owned */
  AmpAreaAtlas    *atlas;
  AmpMapFigures   *figures;
  AmpOutlineRings *rings;

  int hovered;
};

G_DEFINE_FINAL_TYPE (AmpAreaLayer, amp_area_layer, AMP_TYPE_PAINTED_LAYER)

static const AmpAreaSheet *
get_sheet (AmpAreaLayer *self)
{
  if (self->atlas == NULL || self->figures == NULL)
    return NULL;
  return amp_area_atlas_get_sheet (self->atlas, amp_table_get_key (amp_map_figures_get_table (self->figures)));
}

static void
amp_area_layer_restyle (AmpPaintedLayer *layer, const AmpChartStyle *style)
{
  AmpAreaLayer *self = AMP_AREA_LAYER (layer);
  g_autoptr (AmpAreaScene) scene = self->atlas != NULL ? amp_area_scene_new (self->atlas, self->figures, style->theme) : NULL;

  amp_painted_layer_set_content (layer, &amp_area_scene_kind, scene);
}

static gboolean
amp_area_layer_get_over_box (AmpPaintedLayer *layer, const AmpMapFrame *frame, cairo_rectangle_t *box)
{
  AmpAreaLayer *self = AMP_AREA_LAYER (layer);
  double        left, top, right, bottom;

  if (self->rings == NULL)
    return FALSE;
  amp_projection_to_pixels (&frame->projection, self->rings->bounds.west, self->rings->bounds.north, &left, &top);
  amp_projection_to_pixels (&frame->projection, self->rings->bounds.east, self->rings->bounds.south, &right, &bottom);
  left = MAX (left - LINE_MARGIN, 0);
  top = MAX (top - LINE_MARGIN, 0);
  *box = (cairo_rectangle_t){ left, top, MIN (right + LINE_MARGIN, frame->width) - left, MIN (bottom + LINE_MARGIN, frame->height) - top };
  return box->width > 0 && box->height > 0;
}

static void
amp_area_layer_paint_over (AmpPaintedLayer *layer, cairo_t *cr, const AmpMapFrame *frame, const AmpChartStyle *style)
{
  AmpAreaLayer     *self = AMP_AREA_LAYER (layer);
  cairo_rectangle_t rectangle = amp_map_frame_get_rectangle (frame);
  AmpMapShape       shape = amp_outline_rings_get_shape (self->rings);

  amp_map_shape_stroke (cr, &shape, &frame->projection, &rectangle, style->theme->foreground, 2);
}

static void
amp_area_layer_dispose (GObject *object)
{
  AmpAreaLayer *self = AMP_AREA_LAYER (object);

  g_clear_pointer (&self->rings, amp_outline_rings_free);
  g_clear_pointer (&self->figures, amp_map_figures_unref);
  g_clear_pointer (&self->atlas, amp_area_atlas_unref);
  G_OBJECT_CLASS (amp_area_layer_parent_class)->dispose (object);
}

static void
amp_area_layer_class_init (AmpAreaLayerClass *klass)
{
  AmpPaintedLayerClass *painted_class = AMP_PAINTED_LAYER_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amp_area_layer_dispose;
  painted_class->restyle = amp_area_layer_restyle;
  painted_class->get_over_box = amp_area_layer_get_over_box;
  painted_class->paint_over = amp_area_layer_paint_over;
}

static void
amp_area_layer_init (AmpAreaLayer *self)
{
  self->hovered = -1;
}

AmpAreaLayer *
amp_area_layer_new (ShumateViewport *viewport)
{
  g_return_val_if_fail (SHUMATE_IS_VIEWPORT (viewport), NULL);

  return g_object_new (AMP_TYPE_AREA_LAYER, "viewport", viewport, NULL);
}

void
amp_area_layer_set_figures (AmpAreaLayer *self, AmpAreaAtlas *atlas, AmpMapFigures *figures)
{
  g_return_if_fail (AMP_IS_AREA_LAYER (self));

  AmpChartStyle style = amp_screen_style_get (GTK_WIDGET (self));

  amp_area_layer_set_hovered (self, -1);
  g_clear_pointer (&self->figures, amp_map_figures_unref);
  g_clear_pointer (&self->atlas, amp_area_atlas_unref);
  self->atlas = atlas != NULL ? amp_area_atlas_ref (atlas) : NULL;
  self->figures = figures != NULL ? amp_map_figures_ref (figures) : NULL;
  amp_area_layer_restyle (AMP_PAINTED_LAYER (self), &style);
}

int
amp_area_layer_find (AmpAreaLayer *self, double longitude, double latitude)
{
  g_return_val_if_fail (AMP_IS_AREA_LAYER (self), -1);

  const AmpAreaSheet *sheet = get_sheet (self);

  return sheet != NULL ? amp_map_figures_find (self->figures, amp_area_sheet_find (sheet, longitude, latitude)) : -1;
}

void
amp_area_layer_set_hovered (AmpAreaLayer *self, int index)
{
  g_return_if_fail (AMP_IS_AREA_LAYER (self));

  const AmpAreaSheet *sheet = get_sheet (self);

  if (self->hovered == index)
    return;
  self->hovered = index;
  g_clear_pointer (&self->rings, amp_outline_rings_free);
  if (sheet != NULL && index >= 0 && amp_map_figures_get_area (self->figures, index)->has_outline)
    self->rings = amp_area_sheet_dup_rings (sheet, amp_map_figures_get_area (self->figures, index)->row->code);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

AmpMapBounds
amp_area_layer_get_bounds (AmpAreaLayer *self, int index)
{
  AmpMapBounds bounds;

  amp_map_bounds_clear (&bounds);
  g_return_val_if_fail (AMP_IS_AREA_LAYER (self), bounds);
  if (get_sheet (self) != NULL && index >= 0)
    bounds = amp_area_sheet_get_bounds (get_sheet (self), amp_map_figures_get_area (self->figures, index)->row->code);
  return bounds;
}
