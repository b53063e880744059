/* AmpCombinationCard: which data travel together: how many persons each
 * combination of categories is exposed for.
 *
 * Shows every combination, whatever the filter says about combinations, so that
 * another one can be added; what it says about the rest narrows the figures. */
#pragma once

#include "amp-case-view.h"

G_BEGIN_DECLS

#define AMP_TYPE_COMBINATION_CARD (amp_combination_card_get_type ())
G_DECLARE_FINAL_TYPE (AmpCombinationCard, amp_combination_card, AMP, COMBINATION_CARD, AmpCaseView)

GtkWidget *amp_combination_card_new (void);

G_END_DECLS
