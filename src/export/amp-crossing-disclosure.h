/* What may be told of places crossed with categories, sensitivities, ages and
 * sexes: masks small counts, and as many others as it takes, jointly with the
 * tables by one key that hold the same persons.
 *
 * Each column is a part of the case, protected as one over all levels of places
 * (amp-place-network.h) beside the persons of each place, which are told: few
 * persons of a place with the data, and few without, are both masked. Columns of
 * which everybody is in one add up to the persons of the place: there a masked
 * count is never the only one of its row, and those masked with it leave room
 * for the threshold. Both rules are applied in turns until nothing changes
 * (linked tables, P.-P. de Wolf and S. Giessing, 2009).
 *
 * Deterministic. For the whole case: parts could be subtracted. */
#pragma once

#include "amp-crossing.h"
#include "amp-disclosure.h"

G_BEGIN_DECLS

/**
 * amp_crossing_disclosure_protect:
 * @crossings: (element-type AmpCrossing): places by other keys, to be masked; of
 *   a column key all levels that are in @told, or none
 * @told: the tables of the whole case, masked. What crossings hide of the
 *   persons with sensitive data is hidden there, too
 * @gazetteer: which place lies in which
 * @min_cell: the smallest count told; 0 masks nothing
 *
 * Masks, computes what readers can still work out (amp-crossing-audit.h), and
 * withholds crossings that would tell too much.
 *
 * Returns: whether what is left tells nothing that must not be told
 */
gboolean amp_crossing_disclosure_protect (GPtrArray *crossings, AmpDisclosure *told, AmpGazetteer *gazetteer, gint64 min_cell);

G_END_DECLS
