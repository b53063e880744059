/* AmpAreaLayer: land, and areas as outlines.
 *
 * Areas that have an outline are coloured by the measure's classes; the rest of
 * the land is plain, with thin borders of départements, under the circles of
 * those that have none. */
#pragma once

#include "amp-area-atlas.h"
#include "amp-map-figures.h"
#include "amp-painted-layer.h"

G_BEGIN_DECLS

#define AMP_TYPE_AREA_LAYER (amp_area_layer_get_type ())
G_DECLARE_FINAL_TYPE (AmpAreaLayer, amp_area_layer, AMP, AREA_LAYER, AmpPaintedLayer)

AmpAreaLayer *amp_area_layer_new (ShumateViewport *viewport);

/**
 * amp_area_layer_set_figures:
 * @atlas: (nullable): what outlines there are; a reference is taken
 * @figures: (nullable): what to show; a reference is taken
 */
void amp_area_layer_set_figures (AmpAreaLayer *self, AmpAreaAtlas *atlas, AmpMapFigures *figures);

/**
 * amp_area_layer_find:
 * @longitude: degrees east
 * @latitude: degrees north
 *
 * Returns: the index of the area of the figures whose outline is there, or -1
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
