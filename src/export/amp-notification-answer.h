/* What the case answers in the form of a notification, from the masked figures
 * of a report alone. */
#pragma once

#include "amp-notification-form.h"
#include "amp-report.h"

G_BEGIN_DECLS

/**
 * amp_notification_answer:
 * @report: of the case, in the language of the calling thread
 * @field: a field
 *
 * Returns: (transfer full) (nullable): the answer as people read it; of a
 *   choice its code; %NULL where the case does not answer
 */
char *amp_notification_answer (const AmpReport *report, const AmpNotificationField *field);

/**
 * amp_notification_dup_shown:
 * @answer: what was answered, by the analyst or by the case
 *
 * Returns: (transfer full): the same for people: times and choices in words
 */
char *amp_notification_dup_shown (const AmpReport *report, const AmpNotificationField *field, const char *answer);

G_END_DECLS
