/* What a reader can still work out of a report: computes, for each masked count,
 * the interval that all sums leave for it, by narrowing sum after sum until
 * nothing changes (the "shuttle" of L. Buzzigoli and A. Giusti, 1999). Apart
 * from how counts were chosen to be masked: it checks that. */
#pragma once

#include "amp-disclosure.h"

G_BEGIN_DECLS

/**
 * amp_disclosure_audit:
 * @told: what is told
 * @whole: (nullable): what a report of the whole case tells; readers may have both
 * @gazetteer: which place lies in which
 * @min_cell: the threshold, above 0
 * @failed: (out): the table with a count that is given away
 *
 * A small count is given away when readers know it to be under the threshold,
 * any masked count when they know it; likewise what the filter leaves out.
 *
 * Returns: whether no count is given away
 */
gboolean amp_disclosure_audit (const AmpDisclosure *told, const AmpDisclosure *whole, AmpGazetteer *gazetteer, gint64 min_cell, int *failed);

G_END_DECLS
