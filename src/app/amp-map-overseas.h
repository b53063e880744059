/* The overseas départements, which stand as small maps beside the large one, on the
 * screen and in what is saved or printed. */
#pragma once

#include "amp-area-atlas.h"

G_BEGIN_DECLS

#define AMP_MAP_N_OVERSEAS 5

/**
 * amp_map_overseas_get_name:
 * @index: from west to east
 *
 * Returns: (transfer none): the name, translated
 */
const char *amp_map_overseas_get_name (guint index);

/**
 * amp_map_overseas_get_bounds:
 * @index: from west to east
 *
 * Returns: what its small map shows
 */
AmpMapBounds amp_map_overseas_get_bounds (AmpAreaAtlas *atlas, guint index);

G_END_DECLS
