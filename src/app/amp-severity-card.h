/* AmpSeverityCard: how severe what is selected is, each part of the score with
 * its adjustment, the reasons, and how the people spread over the bands, by
 * place or group. */
#pragma once

#include "amp-case-view.h"

G_BEGIN_DECLS

#define AMP_TYPE_SEVERITY_CARD (amp_severity_card_get_type ())
G_DECLARE_FINAL_TYPE (AmpSeverityCard, amp_severity_card, AMP, SEVERITY_CARD, AmpCaseView)

/* Signal "changed": void (*) (AmpSeverityCard *self, gpointer data): the analyst
 * adjusted a part; it is written. */

G_END_DECLS
