/* The name that people read for a rule that joins records into persons. */
#pragma once

#include "amp-person-rule.h"

G_BEGIN_DECLS

/**
 * amp_person_rule_get_label:
 * @rule: one that joins
 *
 * Returns: (transfer none): what the records share, in the language of the
 *   locale
 */
const char *amp_person_rule_get_label (AmpPersonRule rule);

G_END_DECLS
