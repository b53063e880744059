/* AmpBreakdownCard: one breakdown of the people: its bars, and the table behind
 * them.
 *
 * Shows every value of its own key, whatever the filter says about that key, so
 * that another value can be added; what the filter says about other keys
 * narrows the figures. */
#pragma once

#include "amp-case-view.h"

G_BEGIN_DECLS

#define AMP_TYPE_BREAKDOWN_CARD (amp_breakdown_card_get_type ())
G_DECLARE_FINAL_TYPE (AmpBreakdownCard, amp_breakdown_card, AMP, BREAKDOWN_CARD, AmpCaseView)

/* Properties:
 *   title       string: heading of the card
 *   key         string: code of the key that is broken down ("category");
 *               "place" for a key that the analyst chooses among the levels
 *   level       uint: the level chosen, 0 region … 3 commune; for "place"
 *   show-table  boolean: the table instead of the bars
 */

GtkWidget *amp_breakdown_card_new (void);

G_END_DECLS
