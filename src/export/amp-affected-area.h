/* The part of metropolitan France that a report shows closer. */
#pragma once

#include "amp-projection.h"
#include "amp-report.h"

G_BEGIN_DECLS

/**
 * amp_affected_area_find:
 * @bounds: (out): what to show
 *
 * The densest départements, by persons per inhabitant, that together hold two
 * thirds of all persons whose département in metropolitan France is told, and
 * those that are at least half as dense as the last of them.
 *
 * Returns: whether there is such an area, and it is clearly smaller than France
 */
gboolean amp_affected_area_find (const AmpReport *report, AmpMapBounds *bounds);

/**
 * amp_affected_area_get_mainland:
 * @bounds: (out): the bounds of metropolitan France
 */
void amp_affected_area_get_mainland (const AmpReport *report, AmpMapBounds *bounds);

/**
 * amp_affected_area_is_overseas:
 * @code: of a département or collectivity
 *
 * Returns: whether it lies outside metropolitan France
 */
gboolean amp_affected_area_is_overseas (const char *code);

G_END_DECLS
