/* AmpCountGroup: counts that add up, of persons, records and persons with
 * sensitive data at once: rows of tables, and what rows leave over. Decides
 * what to hide in them, and masks the rows. Must not know what they are counts
 * of. */
#pragma once

#include "amp-table.h"

G_BEGIN_DECLS

/**
 * AmpCounts:
 *
 * What a row counts.
 */
typedef struct
{
  gint64 persons;
  gint64 records;
  gint64 sensitive;
} AmpCounts;

typedef struct _AmpCountGroup AmpCountGroup;

/**
 * amp_count_group_new:
 * @n_nodes: how many sums there are (amp-suppression.h)
 *
 * Returns: (transfer full): a group without counts
 */
AmpCountGroup *amp_count_group_new (guint n_nodes);

void amp_count_group_free (AmpCountGroup *self);

/**
 * amp_count_group_add_row:
 * @row: (not nullable): a row of a table; borrowed
 * @from: the node it is a part of
 * @to: the node it leads to
 *
 * Returns: the number of the count
 */
guint amp_count_group_add_row (AmpCountGroup *self, AmpTableRow *row, guint from, guint to);

/**
 * amp_count_group_add_figure:
 * @counts: what it counts
 * @is_published: whether readers see it; if not it is hidden from the start,
 *   and need not be protected
 *
 * Returns: the number of a count that is no row
 */
guint amp_count_group_add_figure (AmpCountGroup *self, const AmpCounts *counts, gboolean is_published, guint from, guint to);

/**
 * amp_count_group_force:
 * @count: a count
 * @is_hidden: whether it is hidden, and protected like a small one; or told,
 *   whatever it costs the others
 * @is_sensitive_hidden: the same for its persons with sensitive data
 *
 * For a count that another group decided on.
 */
void amp_count_group_force (AmpCountGroup *self, guint count, gboolean is_hidden, gboolean is_sensitive_hidden);

/**
 * amp_count_group_hide:
 * @count: a count
 * @needs_room: whether to make it possible, as far as that goes, that it is
 *   larger and smaller by the threshold: another sum counts on it
 *
 * Hides a count that is hidden already.
 */
void amp_count_group_hide (AmpCountGroup *self, guint count, gboolean needs_room);

/**
 * amp_count_group_unlist:
 * @count: a count that is hidden
 *
 * Readers do not see that there is such a count: for all that they know it may
 * be 0.
 */
void amp_count_group_unlist (AmpCountGroup *self, guint count);

/**
 * amp_count_group_find_row:
 * @row: a row of a table
 * @count: (out): its number
 *
 * Returns: whether the group holds it
 */
gboolean amp_count_group_find_row (const AmpCountGroup *self, const AmpTableRow *row, guint *count);

/**
 * amp_count_group_set_whole:
 * @count: a count under a filter
 * @whole: what it is without the filter, at least as much
 * @is_hidden: whether a report of the whole case hides that
 * @is_sensitive_hidden: whether it hides its persons with sensitive data
 *
 * For a report of a part of a case: readers may have one of the whole case, too.
 * What the filter leaves out is then protected like what it lets through, and
 * what the whole report hides is hidden here as well.
 */
void amp_count_group_set_whole (AmpCountGroup *self, guint count, const AmpCounts *whole, gboolean is_hidden, gboolean is_sensitive_hidden);

/**
 * amp_count_group_get_balance:
 *
 * Returns: what is missing at @node: the sum of what is part of it less the sum
 *   of what leads to it
 */
AmpCounts amp_count_group_get_balance (const AmpCountGroup *self, guint node);

/**
 * amp_count_group_protect:
 * @min_cell: the threshold, above 0
 *
 * Decides what to hide.
 *
 * Returns: whether all small counts of persons and records can be protected
 */
gboolean amp_count_group_protect (AmpCountGroup *self, gint64 min_cell);

gboolean amp_count_group_is_hidden (const AmpCountGroup *self, guint count);

/**
 * amp_count_group_mask:
 *
 * Masks the rows as amp_count_group_protect() decided.
 */
void amp_count_group_mask (AmpCountGroup *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpCountGroup, amp_count_group_free)

G_END_DECLS
