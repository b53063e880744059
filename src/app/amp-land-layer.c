/* AmpLandLayer: sea and the other countries, behind everything else. */
#include "amp-land-layer.h"

#include "amp-mark.h"
#include "amp-outline-rings.h"

struct _AmpLandLayer
{
  AmpPaintedLayer parent_instance;

  /* Owned */
  AmpOutlines *outlines;
  GPtrArray   *lands; /* of AmpOutlineRings */
};

G_DEFINE_FINAL_TYPE (AmpLandLayer, amp_land_layer, AMP_TYPE_PAINTED_LAYER)

static void
amp_land_layer_paint (AmpPaintedLayer *layer, cairo_t *cr, const AmpMapFrame *frame, const AmpChartStyle *style)
{
  AmpLandLayer     *self = AMP_LAND_LAYER (layer);
  cairo_rectangle_t rectangle = amp_map_frame_get_rectangle (frame);
  AmpColor          border = amp_color_mix (style->theme->land, style->theme->border, 0.35);

  amp_mark_set_color (cr, style->theme->sea, 1);
  cairo_paint (cr);
  for (guint i = 0; i < self->lands->len; i++)
    {
      AmpMapShape shape = amp_outline_rings_get_shape (g_ptr_array_index (self->lands, i));

      amp_map_shape_fill (cr, &shape, &frame->projection, &rectangle, style->theme->land);
      amp_map_shape_stroke (cr, &shape, &frame->projection, &rectangle, border, 0.8);
    }
}

static void
amp_land_layer_finalize (GObject *object)
{
  AmpLandLayer *self = AMP_LAND_LAYER (object);

  g_ptr_array_unref (self->lands);
  g_clear_pointer (&self->outlines, amp_outlines_unref);
  G_OBJECT_CLASS (amp_land_layer_parent_class)->finalize (object);
}

static void
amp_land_layer_class_init (AmpLandLayerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = amp_land_layer_finalize;
  AMP_PAINTED_LAYER_CLASS (klass)->paint = amp_land_layer_paint;
}

static void
amp_land_layer_init (AmpLandLayer *self)
{
  self->lands = g_ptr_array_new_with_free_func ((GDestroyNotify) amp_outline_rings_free);
}

AmpLandLayer *
amp_land_layer_new (ShumateViewport *viewport, AmpOutlines *outlines)
{
  g_return_val_if_fail (SHUMATE_IS_VIEWPORT (viewport), NULL);
  g_return_val_if_fail (outlines != NULL, NULL);

  AmpLandLayer *self = g_object_new (AMP_TYPE_LAND_LAYER, "viewport", viewport, NULL);

  self->outlines = amp_outlines_ref (outlines);
  for (guint i = 0; i < amp_outlines_get_n_backgrounds (outlines); i++)
    {
      AmpOutlineRings *land = amp_outline_rings_new ();

      amp_outline_rings_add (land, amp_outlines_get_background (outlines, i));
      g_ptr_array_add (self->lands, land);
    }
  return self;
}
