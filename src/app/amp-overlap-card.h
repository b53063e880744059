/* AmpOverlapCard: two sources of the case: who is in the first, in the second, in
 * both, and what the second exposes that the first did not.
 *
 * For cases of several sources; counts from the records, in the background. */
#pragma once

#include "amp-case-view.h"

G_BEGIN_DECLS

#define AMP_TYPE_OVERLAP_CARD (amp_overlap_card_get_type ())
G_DECLARE_FINAL_TYPE (AmpOverlapCard, amp_overlap_card, AMP, OVERLAP_CARD, AmpCaseView)

GtkWidget *amp_overlap_card_new (void);

G_END_DECLS
