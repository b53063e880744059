/* What may be told: masks the small counts of all tables of a report together,
 * and as many others as it takes that no masked count follows from what is
 * left.
 *
 * Promise: for every small count that is masked, the totals and all other
 * published counts leave it possible that the count is the threshold or more.
 * Deterministic: the same tables give the same pattern.
 *
 * Covers the tables that add up: country ⊃ region ⊃ département ⊃ commune and
 * EPCI ⊃ commune at once, ages with the number of minors, and each other
 * exclusive table by itself, of persons, records and persons with sensitive
 * data. In tables whose rows overlap (categories, fields) only the small
 * counts are masked. Not covered: two reports of one case with different
 * filters, subtracted from each other. */
#pragma once

#include "amp-gazetteer.h"
#include "amp-table.h"

G_BEGIN_DECLS

/**
 * amp_disclosure_is_small:
 * @count: of persons or records
 * @min_cell: the threshold
 *
 * Returns: whether @count must not be told: 1 to @min_cell - 1
 */
gboolean amp_disclosure_is_small (gint64 count, gint64 min_cell);

/**
 * amp_disclosure_protect:
 * @tables: (element-type AmpTable): the tables of one report, of one selection;
 *   masked in place
 * @gazetteer: which place lies in which
 * @min_cell: the smallest count told; 0 masks nothing
 * @withheld: (out caller-allocates) (array): for each table, whether it must be
 *   left out whole: too few people to hide the small counts among the others.
 *   All its rows are masked then
 *
 * Returns: whether the number of minors, which is the sum of the first bands of
 *   the table of ages, may be told
 */
gboolean amp_disclosure_protect (GPtrArray *tables, AmpGazetteer *gazetteer, gint64 min_cell, gboolean *withheld);

G_END_DECLS
