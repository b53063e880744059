/* AmpNameScene: the names of areas and circles, as the painter wants them.
 *
 * Immutable. The areas with the most persons are named first; no name covers
 * another one, nor a circle larger than its own. */
#pragma once

#include "amp-circle-scene.h"

G_BEGIN_DECLS

typedef struct _AmpNameScene AmpNameScene;

/**
 * amp_name_scene_new:
 * @atlas: how wide outlines are; a reference is taken
 * @figures: what is shown; a reference is taken
 * @circles: (nullable): its circles, if it has any; a reference is taken
 *
 * Returns: (transfer full): the scene
 */
AmpNameScene *amp_name_scene_new (AmpAreaAtlas *atlas, AmpMapFigures *figures, AmpCircleScene *circles);

AmpNameScene *amp_name_scene_ref (AmpNameScene *self);

void amp_name_scene_unref (AmpNameScene *self);

/**
 * amp_name_scene_draw:
 * @frame: what is seen
 *
 * Draws the names, from any thread.
 */
void amp_name_scene_draw (AmpNameScene *self, cairo_t *cr, const AmpMapFrame *frame, const AmpChartStyle *style);

/* How the painter paints an #AmpNameScene. */
extern const AmpMapContentKind amp_name_scene_kind;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpNameScene, amp_name_scene_unref)

G_END_DECLS
