/* AmpPaintedLayer: a map layer painted once for a picture larger than the frame.
 *
 * Owns the cached picture. Panning moves the picture, zooming stretches it until
 * the hand rests; only then, or when the view leaves it, or when the content
 * changed, is it painted again. Subclasses paint; they keep no picture of their
 * own. */
#pragma once

#include "amp-chart-style.h"
#include "amp-map-frame.h"

G_BEGIN_DECLS

#define AMP_TYPE_PAINTED_LAYER (amp_painted_layer_get_type ())
G_DECLARE_DERIVABLE_TYPE (AmpPaintedLayer, amp_painted_layer, AMP, PAINTED_LAYER, ShumateLayer)

/**
 * AmpPaintedLayerClass:
 * @paint: draws what @frame shows; the picture's upper left corner is at 0, 0
 * @get_over_box: (nullable): says where @paint_over will draw, pixels; %FALSE
 *   when it has nothing to draw
 * @paint_over: (nullable): draws the little that changes with the pointer, each
 *   time, over the cached picture
 */
struct _AmpPaintedLayerClass
{
  ShumateLayerClass parent_class;

  void (*paint) (AmpPaintedLayer *self, cairo_t *cr, const AmpMapFrame *frame, const AmpChartStyle *style);
  gboolean (*get_over_box) (AmpPaintedLayer *self, const AmpMapFrame *frame, cairo_rectangle_t *box);
  void (*paint_over) (AmpPaintedLayer *self, cairo_t *cr, const AmpMapFrame *frame, const AmpChartStyle *style);
};

/**
 * amp_painted_layer_invalidate:
 *
 * The content changed: the picture is painted again at the next frame.
 */
void amp_painted_layer_invalidate (AmpPaintedLayer *self);

/**
 * amp_painted_layer_get_frame:
 *
 * Returns: what the widget shows now
 */
AmpMapFrame amp_painted_layer_get_frame (AmpPaintedLayer *self);

G_END_DECLS
