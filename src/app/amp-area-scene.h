/* AmpAreaScene: land and coloured areas, as the painter wants them.
 *
 * Immutable: any number of threads paint tiles of one at once. Two scenes of one
 * atlas and level differ in colours alone, and share their tiles of numbers. */
#pragma once

#include "amp-area-atlas.h"
#include "amp-map-figures.h"
#include "amp-map-painter.h"

G_BEGIN_DECLS

typedef struct _AmpAreaScene AmpAreaScene;

/**
 * amp_area_scene_new:
 * @atlas: a reference is taken
 * @figures: (nullable): what colours the areas; without it there is only land
 * @theme: the colours
 *
 * Returns: (transfer full): the scene
 */
AmpAreaScene *amp_area_scene_new (AmpAreaAtlas *atlas, AmpMapFigures *figures, const AmpTheme *theme);

AmpAreaScene *amp_area_scene_ref (AmpAreaScene *self);

void amp_area_scene_unref (AmpAreaScene *self);

/* How the painter paints an #AmpAreaScene. */
extern const AmpMapContentKind amp_area_scene_kind;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpAreaScene, amp_area_scene_unref)

G_END_DECLS
