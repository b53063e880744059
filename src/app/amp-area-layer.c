/* AmpAreaLayer: départements and regions as outlines.
 *
 * Invariant: there is one set of rings for each area of the figures that has an
 * outline, and one for each département that no area holds. */
#include "amp-area-layer.h"

#include "amp-mark.h"
#include "amp-outline-rings.h"
#include "amp-text.h"

/* A name wider than its area would be read as its neighbour's. */
#define NAME_SHARE 0.9

struct _AmpAreaLayer
{
  AmpPaintedLayer parent_instance;

  /* Owned */
  AmpOutlines   *outlines;
  AmpMapFigures *figures;
  GPtrArray     *areas;          /* of AmpOutlineRings, by index in the figures */
  GPtrArray     *others;         /* of AmpOutlineRings */
  GHashTable    *by_departement; /* code → index in the figures + 1 */

  int hovered;
};

G_DEFINE_FINAL_TYPE (AmpAreaLayer, amp_area_layer, AMP_TYPE_PAINTED_LAYER)

static AmpColor
get_fill (AmpAreaLayer *self, guint index, const AmpTheme *theme)
{
  AmpColor color = amp_map_figures_get_color (self->figures, index, theme);

  return amp_map_figures_get_area (self->figures, index)->is_dimmed ? amp_color_mix (theme->land, color, 0.3) : color;
}

static void
fill_areas (AmpAreaLayer *self, cairo_t *cr, const AmpMapFrame *frame, const AmpTheme *theme)
{
  cairo_rectangle_t rectangle = amp_map_frame_get_rectangle (frame);

  for (guint i = 0; i < self->others->len; i++)
    {
      AmpMapShape shape = amp_outline_rings_get_shape (g_ptr_array_index (self->others, i));

      amp_map_shape_fill (cr, &shape, &frame->projection, &rectangle, theme->no_data);
    }
  for (guint i = 0; i < self->areas->len; i++)
    {
      AmpMapShape shape = amp_outline_rings_get_shape (g_ptr_array_index (self->areas, i));

      amp_map_shape_fill (cr, &shape, &frame->projection, &rectangle, get_fill (self, i, theme));
    }
}

static void
stroke_all (GPtrArray *areas, cairo_t *cr, const AmpMapFrame *frame, const AmpTheme *theme)
{
  cairo_rectangle_t rectangle = amp_map_frame_get_rectangle (frame);

  for (guint i = 0; i < areas->len; i++)
    {
      AmpMapShape shape = amp_outline_rings_get_shape (g_ptr_array_index (areas, i));

      amp_map_shape_stroke (cr, &shape, &frame->projection, &rectangle, theme->border, 0.8);
    }
}

static void
stroke_selected (AmpAreaLayer *self, cairo_t *cr, const AmpMapFrame *frame, const AmpTheme *theme)
{
  cairo_rectangle_t rectangle = amp_map_frame_get_rectangle (frame);

  for (guint i = 0; i < self->areas->len; i++)
    {
      AmpMapShape shape = amp_outline_rings_get_shape (g_ptr_array_index (self->areas, i));

      if (amp_map_figures_get_area (self->figures, i)->is_selected)
        amp_map_shape_stroke (cr, &shape, &frame->projection, &rectangle, theme->selection, 2.5);
    }
}

/* Of the two text colours the one that stands out from the fill. */
static AmpColor
get_name_color (AmpColor fill, const AmpTheme *theme)
{
  return amp_color_contrast (theme->foreground, fill) >= amp_color_contrast (theme->background, fill) ? theme->foreground : theme->background;
}

static double
get_width (const AmpMapBounds *bounds, const AmpProjection *projection)
{
  return (bounds->east - bounds->west) / 360 * projection->scale;
}

static void
draw_names (AmpAreaLayer *self, cairo_t *cr, const AmpMapFrame *frame, const AmpChartStyle *style)
{
  for (guint i = 0; i < self->areas->len; i++)
    {
      const AmpTableRow     *row = amp_map_figures_get_area (self->figures, i)->row;
      const AmpOutlineRings *rings = g_ptr_array_index (self->areas, i);
      double                 room = get_width (&rings->bounds, &frame->projection) * NAME_SHARE;
      AmpColor               fill = get_fill (self, i, style->theme);
      double                 x, y;

      if (!row->is_located || amp_text_get_width (style, AMP_TEXT_CAPTION, row->label) > room)
        continue;
      amp_projection_to_pixels (&frame->projection, row->longitude, row->latitude, &x, &y);
      amp_text_draw_haloed (cr, style, AMP_TEXT_CAPTION, get_name_color (fill, style->theme), fill, row->label, AMP_TEXT_MIDDLE, x, y);
    }
}

static void
amp_area_layer_paint (AmpPaintedLayer *layer, cairo_t *cr, const AmpMapFrame *frame, const AmpChartStyle *style)
{
  AmpAreaLayer *self = AMP_AREA_LAYER (layer);

  fill_areas (self, cr, frame, style->theme);
  stroke_all (self->others, cr, frame, style->theme);
  stroke_all (self->areas, cr, frame, style->theme);
  stroke_selected (self, cr, frame, style->theme);
  draw_names (self, cr, frame, style);
}

static gboolean
amp_area_layer_get_over_box (AmpPaintedLayer *layer, const AmpMapFrame *frame, cairo_rectangle_t *box)
{
  AmpAreaLayer *self = AMP_AREA_LAYER (layer);

  *box = amp_map_frame_get_rectangle (frame);
  return self->hovered >= 0 && self->hovered < (int) self->areas->len;
}

static void
amp_area_layer_paint_over (AmpPaintedLayer *layer, cairo_t *cr, const AmpMapFrame *frame, const AmpChartStyle *style)
{
  AmpAreaLayer     *self = AMP_AREA_LAYER (layer);
  cairo_rectangle_t rectangle = amp_map_frame_get_rectangle (frame);
  AmpMapShape       shape = amp_outline_rings_get_shape (g_ptr_array_index (self->areas, self->hovered));

  amp_map_shape_stroke (cr, &shape, &frame->projection, &rectangle, style->theme->foreground, 2);
}

static void
amp_area_layer_finalize (GObject *object)
{
  AmpAreaLayer *self = AMP_AREA_LAYER (object);

  g_hash_table_unref (self->by_departement);
  g_ptr_array_unref (self->areas);
  g_ptr_array_unref (self->others);
  g_clear_pointer (&self->figures, amp_map_figures_unref);
  g_clear_pointer (&self->outlines, amp_outlines_unref);
  G_OBJECT_CLASS (amp_area_layer_parent_class)->finalize (object);
}

static void
amp_area_layer_class_init (AmpAreaLayerClass *klass)
{
  AmpPaintedLayerClass *painted_class = AMP_PAINTED_LAYER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = amp_area_layer_finalize;
  painted_class->paint = amp_area_layer_paint;
  painted_class->get_over_box = amp_area_layer_get_over_box;
  painted_class->paint_over = amp_area_layer_paint_over;
}

static void
amp_area_layer_init (AmpAreaLayer *self)
{
  self->areas = g_ptr_array_new_with_free_func ((GDestroyNotify) amp_outline_rings_free);
  self->others = g_ptr_array_new_with_free_func ((GDestroyNotify) amp_outline_rings_free);
  self->by_departement = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->hovered = -1;
}

static const char *
get_area_code (AmpKey key, const char *departement, AmpGazetteer *gazetteer)
{
  const AmpArea *area;
  guint32        index;

  if (key == AMP_KEY_DEPARTEMENT)
    return departement;
  if (key != AMP_KEY_REGION || !amp_gazetteer_find_area (gazetteer, AMP_PLACE_LEVEL_DEPARTEMENT, departement, &index))
    return NULL;
  area = amp_gazetteer_get_area (gazetteer, AMP_PLACE_LEVEL_DEPARTEMENT, index);
  if (area->region == AMP_PLACE_NONE)
    return NULL;
  return amp_gazetteer_get_area (gazetteer, AMP_PLACE_LEVEL_REGION, area->region)->code;
}

static void
add_outline (AmpAreaLayer *self, const AmpOutline *outline, int index)
{
  if (index < 0)
    {
      AmpOutlineRings *rings = amp_outline_rings_new ();

      amp_outline_rings_add (rings, outline);
      g_ptr_array_add (self->others, rings);
      return;
    }
  amp_outline_rings_add (g_ptr_array_index (self->areas, index), outline);
  g_hash_table_insert (self->by_departement, g_strdup (outline->code), GINT_TO_POINTER (index + 1));
}

static void
arrange_outlines (AmpAreaLayer *self, AmpGazetteer *gazetteer)
{
  gboolean is_colored = self->figures && amp_map_figures_has_outlines (self->figures);
  AmpKey   key = is_colored ? amp_table_get_key (amp_map_figures_get_table (self->figures)) : AMP_KEY_COMMUNE;

  g_ptr_array_set_size (self->areas, 0);
  g_ptr_array_set_size (self->others, 0);
  g_hash_table_remove_all (self->by_departement);
  for (guint i = 0; is_colored && i < amp_map_figures_get_n_areas (self->figures); i++)
    g_ptr_array_add (self->areas, amp_outline_rings_new ());
  for (guint i = 0; i < amp_outlines_get_n_areas (self->outlines); i++)
    {
      const AmpOutline *outline = amp_outlines_get_area (self->outlines, i);

      add_outline (self, outline, is_colored ? amp_map_figures_find (self->figures, get_area_code (key, outline->code, gazetteer)) : -1);
    }
}

AmpAreaLayer *
amp_area_layer_new (ShumateViewport *viewport, AmpOutlines *outlines)
{
  g_return_val_if_fail (SHUMATE_IS_VIEWPORT (viewport), NULL);
  g_return_val_if_fail (outlines != NULL, NULL);

  AmpAreaLayer *self = g_object_new (AMP_TYPE_AREA_LAYER, "viewport", viewport, NULL);

  self->outlines = amp_outlines_ref (outlines);
  arrange_outlines (self, NULL);
  return self;
}

void
amp_area_layer_set_figures (AmpAreaLayer *self, AmpMapFigures *figures, AmpGazetteer *gazetteer)
{
  g_return_if_fail (AMP_IS_AREA_LAYER (self));
  g_return_if_fail (figures == NULL || gazetteer != NULL);

  g_clear_pointer (&self->figures, amp_map_figures_unref);
  self->figures = figures ? amp_map_figures_ref (figures) : NULL;
  self->hovered = -1;
  arrange_outlines (self, gazetteer);
  amp_painted_layer_invalidate (AMP_PAINTED_LAYER (self));
}

int
amp_area_layer_find (AmpAreaLayer *self, double longitude, double latitude)
{
  g_return_val_if_fail (AMP_IS_AREA_LAYER (self), -1);

  const AmpOutline *outline = amp_outlines_locate (self->outlines, longitude, latitude);

  return outline ? GPOINTER_TO_INT (g_hash_table_lookup (self->by_departement, outline->code)) - 1 : -1;
}

void
amp_area_layer_set_hovered (AmpAreaLayer *self, int index)
{
  g_return_if_fail (AMP_IS_AREA_LAYER (self));

  if (self->hovered == index)
    return;
  self->hovered = index;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

AmpMapBounds
amp_area_layer_get_bounds (AmpAreaLayer *self, int index)
{
  AmpMapBounds bounds;

  amp_map_bounds_clear (&bounds);
  g_return_val_if_fail (AMP_IS_AREA_LAYER (self), bounds);
  if (index >= 0 && index < (int) self->areas->len)
    bounds = ((AmpOutlineRings *) g_ptr_array_index (self->areas, index))->bounds;
  return bounds;
}
