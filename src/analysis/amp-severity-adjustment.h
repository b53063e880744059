/* AmpSeverityAdjustment: a part of the severity that the analyst sets to another
 * value than the computed one: who, when and why. Kept as annotations of the
 * case, `severity/PART`, in JSON: `{"value", "analyst", "time", "reason"}`. */
#pragma once

#include "amp-case.h"
#include "amp-severity-part.h"

G_BEGIN_DECLS

/**
 * AmpSeverityAdjustment:
 * @part: what is set
 * @value: to what; one of the values of @part
 * @analyst: who set it
 * @time: when, ISO 8601 in UTC: "2026-11-28T09:30:00Z"
 * @reason: why
 */
typedef struct
{
  AmpSeverityPart part;
  double          value;
  char           *analyst;
  char           *time;
  char           *reason;
} AmpSeverityAdjustment;

void amp_severity_adjustment_free (AmpSeverityAdjustment *adjustment);

/**
 * amp_case_list_adjustments:
 * @error: %AMP_ANALYSIS_ERROR_ANNOTATION naming the annotation when the case
 *   holds something else than an adjustment
 *
 * Returns: (transfer full) (element-type AmpSeverityAdjustment) (nullable): the
 *   adjustments, in the order of the parts; %NULL with an error
 */
GPtrArray *amp_case_list_adjustments (AmpCase *self, GError **error);

/**
 * amp_case_set_adjustment:
 * @adjustment: what to keep, in the place of an earlier one of the same part;
 *   where its time is %NULL it is the present
 * @error: %AMP_ANALYSIS_ERROR_ANNOTATION when the value is none of the part, or
 *   nobody or no reason is named; or why it cannot be written
 */
gboolean amp_case_set_adjustment (AmpCase *self, const AmpSeverityAdjustment *adjustment, GError **error);

/**
 * amp_case_reset_adjustment:
 *
 * Forgets what was set: the computed value counts again.
 */
gboolean amp_case_reset_adjustment (AmpCase *self, AmpSeverityPart part, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpSeverityAdjustment, amp_severity_adjustment_free)

G_END_DECLS
