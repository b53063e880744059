/* AmpHeatCard: places by categories as a heat map, each cell a filter on both.
 *
 * Shows every place and category, whatever the filter says about them, so that
 * another cell can be chosen; what it says about the rest narrows the figures. */
#pragma once

#include "amp-case-view.h"

G_BEGIN_DECLS

#define AMP_TYPE_HEAT_CARD (amp_heat_card_get_type ())
G_DECLARE_FINAL_TYPE (AmpHeatCard, amp_heat_card, AMP, HEAT_CARD, AmpCaseView)

GtkWidget *amp_heat_card_new (void);

G_END_DECLS
