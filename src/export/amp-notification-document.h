/* The notification as a document: what the analyst answered, what the case
 * answers, and what is still open. */
#pragma once

#include "amp-document.h"
#include "amp-notification.h"
#include "amp-report.h"

G_BEGIN_DECLS

/**
 * amp_notification_document_new:
 * @notification: the analyst's answers
 * @report: what the case answers, in the language of the calling thread
 *
 * Tells the deadline but not the time that is left: the document is the same
 * whenever it is made.
 *
 * Returns: (transfer full): the form, filled
 */
AmpDocument *amp_notification_document_new (const AmpNotification *notification, const AmpReport *report);

G_END_DECLS
