/* Which area the keyboard goes to from another one.
 *
 * A pure function of the figures; must not know keys, nor what part of the world
 * is seen. */
#pragma once

#include "amp-map-figures.h"

G_BEGIN_DECLS

/**
 * amp_map_walk_find:
 * @figures: what the map shows
 * @from: the index of an area
 * @east: 1 to go east, -1 to go west, 0 for neither
 * @south: 1 to go south, -1 to go north, 0 for neither
 *
 * The nearest area in that direction, where a step aside counts twice as much as
 * one ahead: pressing the arrows there and back leads back, or nearly so.
 *
 * Returns: its index, or -1 when none lies there
 */
int amp_map_walk_find (AmpMapFigures *figures, int from, int east, int south);

G_END_DECLS
