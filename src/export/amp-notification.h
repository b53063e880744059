/* AmpNotification: what the analyst answers in the form of a notification, and
 * the clock that runs from the moment of awareness. Kept as the annotation
 * `notification` of a case: a JSON object, code of the field → text.
 *
 * Must not know what the case answers (amp-notification-answer.h). */
#pragma once

#include "amp-case.h"
#include "amp-notification-form.h"

G_BEGIN_DECLS

/* Article 33(1) of the GDPR. A change to 96 is proposed, so it is a field. */
#define AMP_NOTIFICATION_HOURS 72
#define AMP_NOTIFICATION_MAX_HOURS 2400

/* As long as one answer may be. */
#define AMP_NOTIFICATION_MAX_CHARACTERS 20000

typedef struct _AmpNotification AmpNotification;

AmpNotification *amp_notification_new (void);

void amp_notification_free (AmpNotification *self);

/**
 * amp_notification_load:
 * @opened: a case
 * @error: %AMP_ANALYSIS_ERROR_ANNOTATION when the case holds something else; or
 *   why it cannot be read
 *
 * Returns: (transfer full) (nullable): the answers; none where there are none
 */
AmpNotification *amp_notification_load (AmpCase *opened, GError **error);

/**
 * amp_notification_save:
 *
 * Returns: whether they are safe on the disk
 */
gboolean amp_notification_save (const AmpNotification *self, AmpCase *opened, GError **error);

/**
 * amp_notification_get:
 * @code: of a field
 *
 * Returns: (transfer none) (nullable): the answer: text, a code of the list, or
 *   a time in ISO 8601 with its offset; %NULL where nothing was answered
 */
const char *amp_notification_get (const AmpNotification *self, const char *code);

/**
 * amp_notification_set:
 * @code: of a field
 * @text: (nullable): the answer; %NULL or "" to take it back. A time may be
 *   "2026-11-28 09:30", which is local then, or have its offset behind it; it is
 *   kept with its offset of that day. Years from 1950 to 9998
 * @error: %AMP_EXPORT_ERROR_OPTION: no such field, or no answer to it
 */
gboolean amp_notification_set (AmpNotification *self, const char *code, const char *text, GError **error);

/**
 * AmpNotificationClock:
 * @is_running: whether the moment of awareness is known
 * @hours: that are allowed
 * @awareness: seconds since 1970, when it is
 * @deadline: likewise
 * @is_ahead: whether awareness lies in the future, which is a slip of the pen or
 *   of the computer's clock
 * @left: seconds until the deadline, at the time asked about; negative when it
 *   has passed
 */
typedef struct
{
  gboolean is_running;
  gboolean is_ahead;
  gint64   hours;
  gint64   awareness;
  gint64   deadline;
  gint64   left;
} AmpNotificationClock;

/**
 * amp_notification_get_clock:
 * @now: seconds since 1970
 */
AmpNotificationClock amp_notification_get_clock (const AmpNotification *self, gint64 now);

/**
 * amp_notification_clock_dup_text:
 *
 * Returns: (transfer full): "31 h 5 min left", "overdue by 2 h 0 min", or that
 *   the moment is not known or lies in the future, in the language of the thread
 */
char *amp_notification_clock_dup_text (const AmpNotificationClock *clock);

/**
 * amp_notification_dup_deadline:
 * @is_french: in which language
 *
 * Returns: (transfer full) (nullable): the deadline for people, with the offset
 *   in which awareness was told; %NULL while no clock runs
 */
char *amp_notification_dup_deadline (const AmpNotification *self, gboolean is_french);

/**
 * amp_notification_dup_time:
 * @text: a time as amp_notification_get() gives it
 *
 * Returns: (transfer full): the time for people; @text where it is none
 */
char *amp_notification_dup_time (const char *text, gboolean is_french);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpNotification, amp_notification_free)

G_END_DECLS
