/* One row a rule. */
#include "amp-person-rule-label.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const char *const LABELS[] = {
  [AMP_PERSON_RULE_NIR_BIRTH_DATE]          = N_("Same social-security number (NIR) and birth date"),
  [AMP_PERSON_RULE_NIR_FIRST_NAME]          = N_("Same social-security number (NIR) and first name"),
  [AMP_PERSON_RULE_EMAIL_NAME]              = N_("Same e-mail address and full name"),
  [AMP_PERSON_RULE_PHONE_NAME]              = N_("Same telephone number and full name"),
  [AMP_PERSON_RULE_NAME_BIRTH_DATE_COMMUNE] = N_("Same full name, birth date and commune"),
  [AMP_PERSON_RULE_SPELLING]                = N_("Same birth date and commune, name spelt otherwise"),
  [AMP_PERSON_RULE_CONTACT_BIRTH_DATE]      = N_("Same e-mail address or telephone number, birth date and first name"),
  [AMP_PERSON_RULE_EMAIL]                   = N_("Same e-mail address, no name to compare"),
  [AMP_PERSON_RULE_NAME_BIRTH_DATE]         = N_("Same full name and birth date, no commune known"),
};
/* clang-format on */
G_STATIC_ASSERT (G_N_ELEMENTS (LABELS) == AMP_N_JOINING_RULES);

const char *
amp_person_rule_get_label (AmpPersonRule rule)
{
  g_return_val_if_fail (rule < AMP_N_JOINING_RULES, NULL);

  return _ (LABELS[rule]);
}
