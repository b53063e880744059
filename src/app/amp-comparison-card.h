/* AmpComparisonCard: one breakdown of two groups of people as mirrored bars: what
 * share of each group is in each row.
 *
 * Asks the cases of both groups; it changes nothing. */
#pragma once

#include <gtk/gtk.h>

#include "amp-comparison.h"

G_BEGIN_DECLS

#define AMP_TYPE_COMPARISON_CARD (amp_comparison_card_get_type ())
G_DECLARE_FINAL_TYPE (AmpComparisonCard, amp_comparison_card, AMP, COMPARISON_CARD, GtkWidget)

/* Properties:
 *   title   string: heading of the card
 *   key     string: code of the key that is broken down ("category"); "place"
 *           for a key that the analyst chooses among the levels
 */

/* Signal "value-activated": void (*) (AmpComparisonCard *self, guint side, guint key,
 * const char *code, gpointer data): a bar was pressed: that value of the key (an
 * AmpKey) in that group. */

/**
 * amp_comparison_card_set_sides:
 * @sides: (array fixed-size=2) (nullable): the two groups, copied; %NULL to let
 *   go of the cases
 */
void amp_comparison_card_set_sides (AmpComparisonCard *self, const AmpComparisonSide *sides);

G_END_DECLS
