/* Which counts to hide with a small one, so that sums do not give it away.
 *
 * Counts are the arcs of a network and every sum that a reader can form is a
 * node of it: what flows in flows out. A hidden count can be larger than it is
 * if something can flow around a ring through its arc, along counts that are
 * hidden too; if no ring goes through it, the sums tell it exactly (D. Gusfield,
 * "A graph theoretic approach to data security", 1988). A ring is closed by
 * hiding the cheapest counts that do it (L. Cox, "Network models for
 * complementary cell suppression", 1995).
 *
 * Deterministic: rings of equal cost are told apart by the order of counts.
 * Must not know what is counted. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More than any count. */
#define AMP_SUPPRESSION_UNBOUNDED (G_MAXINT64 / 4)

typedef struct _AmpSuppression AmpSuppression;

/**
 * amp_suppression_new:
 * @n_nodes: how many sums there are
 *
 * Returns: (transfer full): a network without counts
 */
AmpSuppression *amp_suppression_new (guint n_nodes);

void amp_suppression_free (AmpSuppression *self);

/**
 * amp_suppression_add:
 * @from: the node that the count is a part of
 * @to: the node that it leads to
 *
 * Adds a count, 0 and in sight.
 *
 * Returns: its number, from 0 on
 */
guint amp_suppression_add (AmpSuppression *self, guint from, guint to);

/**
 * amp_suppression_set:
 * @count: a number that amp_suppression_add() gave
 * @value: what is counted
 * @lowest: the least that a reader must believe it to be when it is hidden
 * @highest: the most
 */
void amp_suppression_set (AmpSuppression *self, guint count, gint64 value, gint64 lowest, gint64 highest);

/**
 * amp_suppression_hide:
 * @count: a count
 *
 * Hides it, or tells that it is not in sight anyway.
 */
void amp_suppression_hide (AmpSuppression *self, guint count);

gboolean amp_suppression_is_hidden (const AmpSuppression *self, guint count);

/**
 * amp_suppression_protect:
 * @count: a count; hidden afterwards
 * @amount: by how much it must be able to differ
 * @upwards: whether by being larger, or smaller
 *
 * Hides counts until all sums leave it possible that @count is larger (or
 * smaller) by @amount.
 *
 * Returns: whether that is possible; what was hidden stays hidden
 */
gboolean amp_suppression_protect (AmpSuppression *self, guint count, gint64 amount, gboolean upwards);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpSuppression, amp_suppression_free)

G_END_DECLS
