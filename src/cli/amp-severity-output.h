/* What ampleur-cli severity prints: a severity with its reasons, what the
 * analyst set, and the spread over groups, as text or JSON. */
#pragma once

#include "amp-case-severity.h"
#include "amp-command.h"
#include "amp-severity-adjustment.h"
#include "amp-severity-spread.h"

G_BEGIN_DECLS

/**
 * AmpSeverityOutput:
 * @severity: of all that is selected
 * @bands: persons and records of each band
 * @adjustments: (element-type AmpSeverityAdjustment): what the analyst set
 * @key: what the groups are, when there are @groups
 * @groups: (element-type AmpSeveritySpread) (nullable): the spread
 */
typedef struct
{
  AmpSeverity *severity;
  AmpTable    *bands;
  GPtrArray   *adjustments;
  AmpKey       key;
  GPtrArray   *groups;
} AmpSeverityOutput;

void amp_severity_output_add_json (const AmpSeverityOutput *self, JsonBuilder *builder);

void amp_severity_output_print_text (const AmpSeverityOutput *self);

G_END_DECLS
