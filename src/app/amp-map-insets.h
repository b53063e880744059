/* AmpMapInsets: the overseas départements as small maps beside the large one, each a
 * button that goes there. */
#pragma once

#include <gtk/gtk.h>

#include "amp-circle-scene.h"

G_BEGIN_DECLS

#define AMP_TYPE_MAP_INSETS (amp_map_insets_get_type ())
G_DECLARE_FINAL_TYPE (AmpMapInsets, amp_map_insets, AMP, MAP_INSETS, GtkWidget)

/* Signal "chosen": void (*) (AmpMapInsets *self, const AmpMapBounds *bounds, gpointer
 * data): what to show. */

GtkWidget *amp_map_insets_new (void);

/**
 * amp_map_insets_set_figures:
 * @atlas: (nullable): what outlines there are; a reference is taken
 * @figures: (nullable): what to show; a reference is taken
 * @circles: (nullable): its circles, if it has any; a reference is taken
 */
void amp_map_insets_set_figures (AmpMapInsets *self, AmpAreaAtlas *atlas, AmpMapFigures *figures, AmpCircleScene *circles);

G_END_DECLS
