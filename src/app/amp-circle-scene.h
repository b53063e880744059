/* AmpCircleScene: proportional circles, as the painter wants them.
 *
 * Immutable: any number of threads paint tiles of one at once. */
#pragma once

#include "amp-map-circle.h"
#include "amp-map-figures.h"
#include "amp-map-painter.h"

G_BEGIN_DECLS

typedef struct _AmpCircleScene AmpCircleScene;

/**
 * amp_circle_scene_new:
 * @figures: whose areas without an outline are shown; a reference is taken
 *
 * Returns: (transfer full): the scene
 */
AmpCircleScene *amp_circle_scene_new (AmpMapFigures *figures);

AmpCircleScene *amp_circle_scene_ref (AmpCircleScene *self);

void amp_circle_scene_unref (AmpCircleScene *self);

/**
 * amp_circle_scene_find:
 * @projection: where the world lies
 * @x: pixels
 * @y: pixels
 * @tolerance: pixels around a small circle that still are it
 *
 * Returns: the index in the figures of the uppermost circle there, or -1
 */
int amp_circle_scene_find (AmpCircleScene *self, const AmpProjection *projection, double x, double y, double tolerance);

/**
 * amp_circle_scene_list:
 * @n_circles: (out): how many
 *
 * Returns: (array length=n_circles): all circles
 */
const AmpMapCircle *amp_circle_scene_list (AmpCircleScene *self, guint *n_circles);

/* How the painter paints an #AmpCircleScene. */
extern const AmpMapContentKind amp_circle_scene_kind;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpCircleScene, amp_circle_scene_unref)

G_END_DECLS
