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
 * counts are masked.
 *
 * A report of a part of a case is protected against one of the whole case: what
 * the filter leaves out of a told count is as safe as what it lets through. Not
 * covered: two reports with different filters, subtracted from each other. */
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
 * AmpDisclosure:
 * @counted: (element-type AmpTable): the tables of one report, of one selection,
 *   as they were counted
 * @tables: (element-type AmpTable): the same, to be masked in place: the same
 *   rows in the same order
 * @withheld: (array): for each table, whether it must be left out whole: too
 *   few people to hide the small counts among the others. All its rows are
 *   masked then
 * @minors_is_masked: whether the number of minors, which is the sum of the first
 *   bands of the table of ages, must not be told
 * @hides_everything: whether so few people are selected, or left out, that no
 *   figure may be told; all tables are withheld then
 *
 * What there is to tell, and what may be told.
 */
typedef struct
{
  GPtrArray *counted;
  GPtrArray *tables;
  gboolean  *withheld;
  gboolean   minors_is_masked;
  gboolean   hides_everything;
} AmpDisclosure;

/**
 * amp_disclosure_new:
 * @tables: (element-type AmpTable): of one report, of one selection; masked
 *   later
 *
 * Returns: (transfer full): nothing masked yet
 */
AmpDisclosure *amp_disclosure_new (GPtrArray *tables);

void amp_disclosure_free (AmpDisclosure *self);

/**
 * amp_disclosure_protect:
 * @self: what to mask
 * @whole: (nullable): the whole case, protected, where @self is a part of it: of
 *   the same keys
 * @gazetteer: which place lies in which
 * @min_cell: the smallest count told; 0 masks nothing
 *
 * Masks, then computes what readers can still work out (amp-disclosure-audit.h),
 * and withholds the tables that would tell too much.
 *
 * Returns: whether what is left tells nothing that must not be told
 */
gboolean amp_disclosure_protect (AmpDisclosure *self, const AmpDisclosure *whole, AmpGazetteer *gazetteer, gint64 min_cell);

/**
 * amp_disclosure_find_table:
 * @tables: (element-type AmpTable): tables
 * @key: a key
 *
 * Returns: the index of the table by @key, or -1
 */
int amp_disclosure_find_table (const GPtrArray *tables, AmpKey key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpDisclosure, amp_disclosure_free)

G_END_DECLS
