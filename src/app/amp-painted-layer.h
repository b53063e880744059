/* AmpPaintedLayer: a map layer whose pictures are painted by other threads.
 *
 * Owns the pictures in sight. Panning moves them, zooming stretches them until
 * the hand rests; what is missing is asked of the painter, and what was there
 * before stays until all that is in sight has come. Subclasses say what is
 * painted; they keep no picture of their own. */
#pragma once

#include "amp-chart-style.h"
#include "amp-map-painter.h"

G_BEGIN_DECLS

#define AMP_TYPE_PAINTED_LAYER (amp_painted_layer_get_type ())
G_DECLARE_DERIVABLE_TYPE (AmpPaintedLayer, amp_painted_layer, AMP, PAINTED_LAYER, ShumateLayer)

/**
 * AmpPaintedLayerClass:
 * @restyle: (nullable): the screen's colours or letters are others: content that
 *   holds any must be set anew
 * @get_over_box: (nullable): says where @paint_over will draw, pixels; %FALSE
 *   when it has nothing to draw
 * @paint_over: (nullable): draws the little that changes with the pointer, each
 *   time, over the pictures
 */
struct _AmpPaintedLayerClass
{
  ShumateLayerClass parent_class;

  void (*restyle) (AmpPaintedLayer *self, const AmpChartStyle *style);
  gboolean (*get_over_box) (AmpPaintedLayer *self, const AmpMapFrame *frame, cairo_rectangle_t *box);
  void (*paint_over) (AmpPaintedLayer *self, cairo_t *cr, const AmpMapFrame *frame, const AmpChartStyle *style);
};

/**
 * amp_painted_layer_set_content:
 * @kind: constant
 * @content: (nullable): what to paint, immutable; a reference is taken
 */
void amp_painted_layer_set_content (AmpPaintedLayer *self, const AmpMapContentKind *kind, gpointer content);

/**
 * amp_painted_layer_get_frame:
 *
 * Returns: what the widget shows now
 */
AmpMapFrame amp_painted_layer_get_frame (AmpPaintedLayer *self);

/**
 * amp_painted_layer_is_settled:
 *
 * Returns: whether all that is in sight was painted from the present content
 */
gboolean amp_painted_layer_is_settled (AmpPaintedLayer *self);

G_END_DECLS
