/* AmpLandLayer: sea and the other countries, behind everything else. */
#pragma once

#include "amp-outlines.h"
#include "amp-painted-layer.h"

G_BEGIN_DECLS

#define AMP_TYPE_LAND_LAYER (amp_land_layer_get_type ())
G_DECLARE_FINAL_TYPE (AmpLandLayer, amp_land_layer, AMP, LAND_LAYER, AmpPaintedLayer)

/**
 * amp_land_layer_new:
 * @outlines: where the land is; a reference is taken
 */
AmpLandLayer *amp_land_layer_new (ShumateViewport *viewport, AmpOutlines *outlines);

G_END_DECLS
