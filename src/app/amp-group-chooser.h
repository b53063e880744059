/* AmpGroupChooser: one of the two groups of a comparison: who is in it, in words,
 * and a popover to choose: everybody, the present filter, a saved one, or any
 * values.
 *
 * Its filter is the group's own; the pages' filter is only copied from. */
#pragma once

#include "amp-case-view.h"

G_BEGIN_DECLS

#define AMP_TYPE_GROUP_CHOOSER (amp_group_chooser_get_type ())
G_DECLARE_FINAL_TYPE (AmpGroupChooser, amp_group_chooser, AMP, GROUP_CHOOSER, AmpCaseView)

/* Properties:
 *   group-name   string: of the group: "A"
 */

/**
 * amp_group_chooser_set_present:
 * @present: (nullable): the filter of the pages; %NULL where it is of another
 *   case
 */
void amp_group_chooser_set_present (AmpGroupChooser *self, AmpFilter *present);

G_END_DECLS
