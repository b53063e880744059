/* AmpAreaLayer: départements and regions as outlines.
 *
 * Coloured by the measure's classes at these two levels; plain land with thin
 * borders under the circles of the finer ones. */
#pragma once

#include "amp-gazetteer.h"
#include "amp-map-figures.h"
#include "amp-outlines.h"
#include "amp-painted-layer.h"

G_BEGIN_DECLS

#define AMP_TYPE_AREA_LAYER (amp_area_layer_get_type ())
G_DECLARE_FINAL_TYPE (AmpAreaLayer, amp_area_layer, AMP, AREA_LAYER, AmpPaintedLayer)

/**
 * amp_area_layer_new:
 * @outlines: of the départements; a reference is taken
 */
AmpAreaLayer *amp_area_layer_new (ShumateViewport *viewport, AmpOutlines *outlines);

/**
 * amp_area_layer_set_figures:
 * @figures: (nullable): what to show
 * @gazetteer: (nullable): which region a département lies in
 */
void amp_area_layer_set_figures (AmpAreaLayer *self, AmpMapFigures *figures, AmpGazetteer *gazetteer);

/**
 * amp_area_layer_find:
 * @longitude: degrees east
 * @latitude: degrees north
 *
 * Returns: the index of the area of the figures there, or -1
 */
int amp_area_layer_find (AmpAreaLayer *self, double longitude, double latitude);

/**
 * amp_area_layer_set_hovered:
 * @index: an area of the figures, or -1
 */
void amp_area_layer_set_hovered (AmpAreaLayer *self, int index);

/**
 * amp_area_layer_get_bounds:
 * @index: an area of the figures
 *
 * Returns: the bounds of its outline; empty when it has none
 */
AmpMapBounds amp_area_layer_get_bounds (AmpAreaLayer *self, int index);

G_END_DECLS
