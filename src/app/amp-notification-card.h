/* AmpNotificationCard: the form of the notification: the clock, what the case
 * answers, and rows for the analyst's words. Saved as typed. */
#pragma once

#include "amp-case-view.h"

G_BEGIN_DECLS

#define AMP_TYPE_NOTIFICATION_CARD (amp_notification_card_get_type ())
G_DECLARE_FINAL_TYPE (AmpNotificationCard, amp_notification_card, AMP, NOTIFICATION_CARD, AmpCaseView)

/**
 * amp_notification_card_update:
 *
 * What the case answers has changed: asks for it again.
 */
void amp_notification_card_update (AmpNotificationCard *self);

/**
 * amp_notification_card_save:
 *
 * Writes what was typed now, rather than in a moment.
 */
void amp_notification_card_save (AmpNotificationCard *self);

G_END_DECLS
