/* AmpCircleLayer: areas without an outline as proportional circles.
 *
 * Area ∝ persons, the largest at the bottom; colour by the measure's classes
 * where the measure is not the persons themselves. */
#pragma once

#include "amp-circle-scene.h"
#include "amp-painted-layer.h"

G_BEGIN_DECLS

#define AMP_TYPE_CIRCLE_LAYER (amp_circle_layer_get_type ())
G_DECLARE_FINAL_TYPE (AmpCircleLayer, amp_circle_layer, AMP, CIRCLE_LAYER, AmpPaintedLayer)

AmpCircleLayer *amp_circle_layer_new (ShumateViewport *viewport);

/**
 * amp_circle_layer_set_figures:
 * @figures: (nullable): what to show; a reference is taken
 * @circles: (nullable): its circles, if it has any; a reference is taken
 */
void amp_circle_layer_set_figures (AmpCircleLayer *self, AmpMapFigures *figures, AmpCircleScene *circles);

/**
 * amp_circle_layer_find:
 * @frame: what the map shows
 * @x: pixels of the map
 * @y: pixels of the map
 *
 * Returns: the index of the area whose circle is there (the smallest, which lies
 *   on top, with some tolerance for small ones), or -1
 */
int amp_circle_layer_find (AmpCircleLayer *self, const AmpMapFrame *frame, double x, double y);

/**
 * amp_circle_layer_set_hovered:
 * @index: an area of the figures, or -1
 */
void amp_circle_layer_set_hovered (AmpCircleLayer *self, int index);

G_END_DECLS
