/* What sums leave open: counts known to lie between bounds, and sums of them.
 * Narrows bounds by sum after sum until nothing changes (the "shuttle" of
 * L. Buzzigoli and A. Giusti, 1999): what a patient reader can work out.
 *
 * Must not know what is counted, nor how counts were chosen to be masked: it
 * checks that. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More than any count, and few enough to be added up. */
#define AMP_INTERVAL_MANY (G_MAXINT64 / 1000000000)

typedef struct _AmpIntervalSystem AmpIntervalSystem;

AmpIntervalSystem *amp_interval_system_new (void);

void amp_interval_system_free (AmpIntervalSystem *self);

/**
 * amp_interval_system_add:
 * @lowest: the least that the count can be
 * @highest: the most; %AMP_INTERVAL_MANY where nothing is known
 *
 * Returns: the number of the count
 */
guint amp_interval_system_add (AmpIntervalSystem *self, gint64 lowest, gint64 highest);

/**
 * amp_interval_system_add_sum:
 * @total: the number of a count
 *
 * Returns: the number of a sum that @total is; of nothing yet
 */
guint amp_interval_system_add_sum (AmpIntervalSystem *self, guint total);

/**
 * amp_interval_system_add_part:
 * @sum: the number of a sum
 * @part: the number of a count, one of those it adds up
 */
void amp_interval_system_add_part (AmpIntervalSystem *self, guint sum, guint part);

/**
 * amp_interval_system_add_at_most:
 * @count: a count
 * @most: a count that is as much or more
 *
 * Returns: the number of the count that lies between both
 */
guint amp_interval_system_add_at_most (AmpIntervalSystem *self, guint count, guint most);

/**
 * amp_interval_system_solve:
 *
 * Narrows all bounds as far as single sums do.
 */
void amp_interval_system_solve (AmpIntervalSystem *self);

gint64 amp_interval_system_get_lowest (const AmpIntervalSystem *self, guint count);

gint64 amp_interval_system_get_highest (const AmpIntervalSystem *self, guint count);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpIntervalSystem, amp_interval_system_free)

G_END_DECLS
