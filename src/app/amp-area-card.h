/* AmpAreaCard: name and figures of the area under the pointer, or of the one the
 * keyboard is at. */
#pragma once

#include <gtk/gtk.h>

#include "amp-map-figures.h"

G_BEGIN_DECLS

#define AMP_TYPE_AREA_CARD (amp_area_card_get_type ())
G_DECLARE_FINAL_TYPE (AmpAreaCard, amp_area_card, AMP, AREA_CARD, GtkWidget)

GtkWidget *amp_area_card_new (void);

/**
 * amp_area_card_set_area:
 * @row: (nullable): whose figures; %NULL hides the card
 */
void amp_area_card_set_area (AmpAreaCard *self, const AmpTableRow *row);

/**
 * amp_area_card_dup_text:
 *
 * Returns: (transfer full): what the card says, for a screen reader
 */
char *amp_area_card_dup_text (AmpAreaCard *self);

G_END_DECLS
