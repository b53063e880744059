/* Which areas are "the affected area": those around the centre of the persons
 * that together hold three quarters of them.
 *
 * A pure function of the figures; far-off places where a few of the persons
 * live do not widen it. */
#pragma once

#include "amp-map-figures.h"

G_BEGIN_DECLS

/**
 * amp_map_affected_find:
 * @figures: what the map shows; areas that the filter leaves aside count as
 *   empty
 *
 * Returns: (transfer full) (element-type guint): indices of areas with a
 *   position, the nearest to the centre first
 */
GArray *amp_map_affected_find (AmpMapFigures *figures);

G_END_DECLS
