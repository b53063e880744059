/* The four classes of personal data that the severity method scores, one row
 * each. Knows nothing of the categories that belong to them.
 *
 * Source: ENISA, "Recommendations for a methodology of the assessment of
 * severity of personal data breaches", v1.0, December 2013, annex 1. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpSensitivity:
 * @AMP_SENSITIVITY_SIMPLE: who somebody is, where to reach them, work, family.
 * @AMP_SENSITIVITY_BEHAVIOURAL: where somebody goes, what somebody does.
 * @AMP_SENSITIVITY_FINANCIAL: accounts, cards, and what opens them.
 * @AMP_SENSITIVITY_SENSITIVE: art. 9 and art. 10 of the GDPR.
 * @AMP_N_SENSITIVITIES: how many there are.
 *
 * The class of a category, from the mildest to the gravest.
 */
typedef enum
{
  AMP_SENSITIVITY_SIMPLE,
  AMP_SENSITIVITY_BEHAVIOURAL,
  AMP_SENSITIVITY_FINANCIAL,
  AMP_SENSITIVITY_SENSITIVE,
  AMP_N_SENSITIVITIES
} AmpSensitivity;

/**
 * AMP_SENSITIVITY_BIT:
 * @sensitivity: an #AmpSensitivity
 *
 * The bit that stands for @sensitivity in a set of sensitivities.
 */
#define AMP_SENSITIVITY_BIT(sensitivity) (1u << (sensitivity))

/**
 * amp_sensitivity_get_code:
 * @sensitivity: an #AmpSensitivity
 *
 * Returns: the stable code used in files and on the command line, as "simple".
 */
const char *amp_sensitivity_get_code (AmpSensitivity sensitivity);

/**
 * amp_sensitivity_get_label:
 * @sensitivity: an #AmpSensitivity
 *
 * Returns: the name for people, in the language of the locale.
 */
const char *amp_sensitivity_get_label (AmpSensitivity sensitivity);

/**
 * amp_sensitivity_from_code:
 * @code: (nullable): a code
 * @sensitivity: (out) (optional): where to put what @code stands for
 *
 * Returns: whether @code is known; @sensitivity is untouched if not.
 */
gboolean amp_sensitivity_from_code (const char *code, AmpSensitivity *sensitivity);

G_END_DECLS
