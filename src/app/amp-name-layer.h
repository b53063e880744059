/* AmpNameLayer: the names of areas and circles, over both. */
#pragma once

#include "amp-circle-scene.h"
#include "amp-painted-layer.h"

G_BEGIN_DECLS

#define AMP_TYPE_NAME_LAYER (amp_name_layer_get_type ())
G_DECLARE_FINAL_TYPE (AmpNameLayer, amp_name_layer, AMP, NAME_LAYER, AmpPaintedLayer)

AmpNameLayer *amp_name_layer_new (ShumateViewport *viewport);

/**
 * amp_name_layer_set_figures:
 * @atlas: (nullable): how wide outlines are
 * @figures: (nullable): whose areas are named
 * @circles: (nullable): its circles, if it has any
 */
void amp_name_layer_set_figures (AmpNameLayer *self, AmpAreaAtlas *atlas, AmpMapFigures *figures, AmpCircleScene *circles);

G_END_DECLS
