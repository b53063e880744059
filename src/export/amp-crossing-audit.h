/* What a reader can still work out of places crossed with other keys: computes
 * the interval that is left for each masked count by every sum of places, of
 * rows and of columns, by the persons of each place, and by what classes and
 * categories have in common. Shares no code with what chose the counts to mask
 * (amp-crossing-disclosure.h): it checks that. */
#pragma once

#include "amp-crossing.h"
#include "amp-disclosure.h"

G_BEGIN_DECLS

/**
 * AmpCrossingLeakFunc:
 * @crossing: where a count is given away
 * @row: its row
 * @column: its column
 */
typedef void (*AmpCrossingLeakFunc) (const AmpCrossing *crossing, guint row, guint column, gpointer data);

/**
 * amp_crossing_audit:
 * @crossings: (element-type AmpCrossing): as told
 * @told: the tables of the same report, as told
 * @gazetteer: which place lies in which
 * @min_cell: the threshold, above 0
 * @leak: (scope call): told of each count that is given away, when all intervals
 *   are known
 *
 * A small count is given away when readers know it to be under the threshold;
 * likewise the persons of a place that a masked count leaves out. A large count
 * that is masked for others’ sake may be known.
 *
 * Returns: how many counts are given away
 */
guint amp_crossing_audit (const GPtrArray *crossings, const AmpDisclosure *told, AmpGazetteer *gazetteer, gint64 min_cell, AmpCrossingLeakFunc leak, gpointer data);

G_END_DECLS
