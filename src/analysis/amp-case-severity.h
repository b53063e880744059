/* How severe a case is: ENISA's score of what the case holds about each person.
 *
 * The context is read off the case: what identifies people, and whether the
 * dump is that of a health service. Rating each person, and not the breach
 * alone, is an extension of the method. */
#pragma once

#include "amp-case.h"
#include "amp-severity.h"

G_BEGIN_DECLS

/**
 * amp_case_get_severity_context:
 * @context: (out caller-allocates): what the categories alone do not tell
 *
 * A dump that circulates: the number of recipients is unknown, and somebody
 * meant harm. The identifiers are those of its fields that are filled. It is a
 * health service's when somebody's health data are in it. What the analyst sets
 * (amp-severity-adjustment.h) is part of it.
 *
 * Returns: whether the adjustments could be read
 */
gboolean amp_case_get_severity_context (AmpCase *self, AmpSeverityContext *context, GError **error);

/**
 * amp_case_assess_severity:
 * @selection: (nullable): the filter; %NULL for everything
 *
 * Rates the breach: all categories that are exposed about anybody selected.
 *
 * Returns: (transfer full) (nullable): the severity with its reasons
 */
AmpSeverity *amp_case_assess_severity (AmpCase            *self,
                                       const AmpSelection *selection,
                                       GCancellable       *cancellable,
                                       GError            **error);

/**
 * amp_case_tabulate_severity:
 * @selection: (nullable): the filter; %NULL for everything
 *
 * Rates the categories that are exposed about each person, and counts the
 * persons and records of each band.
 *
 * Returns: (transfer full) (nullable): one row a band, the most severe first
 */
AmpTable *amp_case_tabulate_severity (AmpCase            *self,
                                      const AmpSelection *selection,
                                      GCancellable       *cancellable,
                                      GError            **error);

G_END_DECLS
