/* AmpNotificationRow: one field of the notification: what the case answers, and
 * a place for the analyst's answer. */
#pragma once

#include <adwaita.h>

#include "amp-notification-form.h"

G_BEGIN_DECLS

#define AMP_TYPE_NOTIFICATION_ROW (amp_notification_row_get_type ())
G_DECLARE_FINAL_TYPE (AmpNotificationRow, amp_notification_row, AMP, NOTIFICATION_ROW, AdwPreferencesRow)

/* Signal "answered": void (*) (AmpNotificationRow *self, gpointer data): the
 * analyst changed the answer. */

/**
 * amp_notification_row_new:
 * @field: what is asked; not a section
 *
 * Returns: (transfer floating): a row
 */
AmpNotificationRow *amp_notification_row_new (const AmpNotificationField *field);

const AmpNotificationField *amp_notification_row_get_field (AmpNotificationRow *self);

/**
 * amp_notification_row_dup_answer:
 *
 * Returns: (transfer full): the analyst's answer; "" for none
 */
char *amp_notification_row_dup_answer (AmpNotificationRow *self);

/**
 * amp_notification_row_set_answer:
 * @answer: (nullable): the analyst's answer; does not emit "answered"
 */
void amp_notification_row_set_answer (AmpNotificationRow *self, const char *answer);

/**
 * amp_notification_row_set_computed:
 * @text: (nullable): what the case answers, for people
 */
void amp_notification_row_set_computed (AmpNotificationRow *self, const char *text);

/**
 * amp_notification_row_set_fault:
 * @is_wrong: whether the answer is none that the field takes
 */
void amp_notification_row_set_fault (AmpNotificationRow *self, gboolean is_wrong);

G_END_DECLS
