/* The parts that a score is made of, one row each: what the analyst may set,
 * and to which values. A pure table; must not know how parts are scored.
 *
 * Source: as amp-severity.h, annexes 1 to 3. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpSeverityPart:
 * @AMP_SEVERITY_PART_SIMPLE: the score of simple data, 1 to 4
 * @AMP_SEVERITY_PART_BEHAVIOURAL: of behavioural data
 * @AMP_SEVERITY_PART_FINANCIAL: of financial data
 * @AMP_SEVERITY_PART_SENSITIVE: of sensitive data
 * @AMP_SEVERITY_PART_DPC: data processing context: the highest of the above
 * @AMP_SEVERITY_PART_EI: ease of identification: 0.25, 0.5, 0.75 or 1
 * @AMP_SEVERITY_PART_CONFIDENTIALITY: 0, 0.25 or 0.5
 * @AMP_SEVERITY_PART_INTEGRITY: 0, 0.25 or 0.5
 * @AMP_SEVERITY_PART_AVAILABILITY: 0, 0.25 or 0.5
 * @AMP_SEVERITY_PART_MALICE: 0 or 0.5
 * @AMP_SEVERITY_PART_UNINTELLIGIBLE: a flag beside the score: 0 or 1
 *
 * The first four are in the order of #AmpSensitivity.
 */
typedef enum
{
  AMP_SEVERITY_PART_SIMPLE,
  AMP_SEVERITY_PART_BEHAVIOURAL,
  AMP_SEVERITY_PART_FINANCIAL,
  AMP_SEVERITY_PART_SENSITIVE,
  AMP_SEVERITY_PART_DPC,
  AMP_SEVERITY_PART_EI,
  AMP_SEVERITY_PART_CONFIDENTIALITY,
  AMP_SEVERITY_PART_INTEGRITY,
  AMP_SEVERITY_PART_AVAILABILITY,
  AMP_SEVERITY_PART_MALICE,
  AMP_SEVERITY_PART_UNINTELLIGIBLE,
  AMP_N_SEVERITY_PARTS
} AmpSeverityPart;

/* The most values that a part may have. */
#define AMP_SEVERITY_MAX_VALUES 4

/**
 * amp_severity_part_get_code:
 *
 * Returns: its code in files and on the command line: "ei"
 */
const char *amp_severity_part_get_code (AmpSeverityPart part);

/**
 * amp_severity_part_get_label:
 *
 * Returns: its name for people, in the language of the locale
 */
const char *amp_severity_part_get_label (AmpSeverityPart part);

/**
 * amp_severity_part_from_code:
 * @code: (nullable): a code
 * @part: (out): the part
 *
 * Returns: whether @code is known; @part is untouched if not
 */
gboolean amp_severity_part_from_code (const char *code, AmpSeverityPart *part);

/**
 * amp_severity_part_get_n_values:
 *
 * Returns: how many values the method gives it, up to %AMP_SEVERITY_MAX_VALUES
 */
guint amp_severity_part_get_n_values (AmpSeverityPart part);

double amp_severity_part_get_value (AmpSeverityPart part, guint index);

/**
 * amp_severity_part_get_value_label:
 * @index: of a value
 *
 * Returns: what the value means, in the language of the locale
 */
const char *amp_severity_part_get_value_label (AmpSeverityPart part, guint index);

/**
 * amp_severity_part_accepts:
 *
 * Returns: whether @value is one of those of @part
 */
gboolean amp_severity_part_accepts (AmpSeverityPart part, double value);

G_END_DECLS
