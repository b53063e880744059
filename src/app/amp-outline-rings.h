/* AmpOutlineRings: an outline as the drawing code wants it.
 *
 * Places and chart do not know each other; this is where the outlines of the
 * one become the shapes of the other. Rings are borrowed from the outlines. */
#pragma once

#include "amp-map-shape.h"
#include "amp-outlines.h"

G_BEGIN_DECLS

/**
 * AmpOutlineRings:
 * @rings: (element-type AmpMapRing): rings of one outline or of several
 * @bounds: around all of them
 */
typedef struct
{
  GArray      *rings;
  AmpMapBounds bounds;
} AmpOutlineRings;

AmpOutlineRings *amp_outline_rings_new (void);

void amp_outline_rings_free (AmpOutlineRings *self);

/**
 * amp_outline_rings_add:
 * @outline: lives longer than @self
 */
void amp_outline_rings_add (AmpOutlineRings *self, const AmpOutline *outline);

/**
 * amp_outline_rings_get_shape:
 *
 * Returns: a shape of all the rings, valid as long as @self and the outlines
 */
AmpMapShape amp_outline_rings_get_shape (const AmpOutlineRings *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpOutlineRings, amp_outline_rings_free)

G_END_DECLS
