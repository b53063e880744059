/* How severe the exposure of certain data about a person is: a pure function of
 * the categories and of what the analyst states about the breach. Must not know
 * cases or files.
 *
 * Source: ENISA, "Recommendations for a methodology of the assessment of
 * severity of personal data breaches", v1.0, December 2013. The score is
 * SE = DPC × EI + CB: data processing context, ease of identification,
 * circumstances of the breach. The method rates a breach; to rate each
 * combination of categories by it is an extension. It is a decision aid. */
#pragma once

#include "amp-category.h"
#include "amp-identifiers.h"
#include "amp-severity-part.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpSeverityBand:
 *
 * The four results of the method.
 */
typedef enum
{
  AMP_SEVERITY_LOW,       /* under 2 */
  AMP_SEVERITY_MEDIUM,    /* under 3 */
  AMP_SEVERITY_HIGH,      /* under 4 */
  AMP_SEVERITY_VERY_HIGH, /* from 4 on */
  AMP_N_SEVERITY_BANDS
} AmpSeverityBand;

/**
 * AmpSeverityContext:
 * @identifiers: what the dump identifies by: the OR of
 *   amp_identifiers_from_type() over its fields.
 * @is_health_controller: the controller is a laboratory, a practice or another
 *   health service: that somebody is in its file lets one guess at their health.
 * @allows_profiling: the volume or the controller allows profiling, or a guess
 *   at social or financial status.
 * @are_people_at_risk: exposure endangers the people themselves, as protected
 *   persons and minors at risk.
 * @confidentiality: 0 (no sign of unlawful use), 0.25 (known recipients) or
 *   0.5 (unknown number of recipients).
 * @integrity: 0, 0.25 (altered, recoverable) or 0.5 (not recoverable).
 * @availability: 0, 0.25 (for a time) or 0.5 (for good).
 * @is_malicious: somebody meant harm.
 * @is_unintelligible: the data are encrypted or hashed; a flag beside the
 *   score.
 * @adjusted: the parts that the analyst sets, one bit each: 1 << #AmpSeverityPart.
 * @values: what the analyst sets them to.
 *
 * What the categories do not tell.
 */
typedef struct
{
  guint    identifiers;
  gboolean is_health_controller;
  gboolean allows_profiling;
  gboolean are_people_at_risk;
  double   confidentiality;
  double   integrity;
  double   availability;
  gboolean is_malicious;
  gboolean is_unintelligible;
  guint32  adjusted;
  double   values[AMP_N_SEVERITY_PARTS];
} AmpSeverityContext;

/**
 * AmpSeverity:
 * @dpc: data processing context, 1 to 4; 0 when no data are known.
 * @ei: ease of identification, 0.25 to 1.
 * @cb: circumstances of the breach, 0 to 2.
 * @score: @dpc × @ei + @cb; 0 when no data are known.
 * @band: the band of @score.
 * @is_many_people: more than 100 people are concerned; beside the score.
 * @is_unintelligible: the data are encrypted or hashed; beside the score.
 * @parts: the value of each part; negative for a class that nothing belongs to.
 * @computed_parts: the same without what the analyst sets.
 * @computed_score: @score without what the analyst sets.
 * @computed_band: the band of @computed_score.
 * @is_adjusted: whether the analyst sets any part that counts here to another
 *   value.
 * @reasons: (array zero-terminated=1): why, one sentence for each part, in the
 *   language of the locale.
 *
 * A severity and how it came about.
 */
typedef struct
{
  guint           dpc;
  double          ei;
  double          cb;
  double          score;
  AmpSeverityBand band;
  gboolean        is_many_people;
  gboolean        is_unintelligible;
  double          parts[AMP_N_SEVERITY_PARTS];
  double          computed_parts[AMP_N_SEVERITY_PARTS];
  double          computed_score;
  AmpSeverityBand computed_band;
  gboolean        is_adjusted;
  char          **reasons;
} AmpSeverity;

/**
 * AMP_SEVERITY_CONTEXT_LEAKED:
 *
 * The context of a dump that circulates: an unknown number of recipients, and
 * somebody who meant harm. All identifiers are taken to be there.
 */
#define AMP_SEVERITY_CONTEXT_LEAKED \
  ((AmpSeverityContext){ .identifiers = ~0u, .confidentiality = 0.5, .is_malicious = TRUE })

/**
 * amp_severity_assess:
 * @categories: the categories of data exposed about each person
 * @persons: how many people are concerned
 * @context: what else is known
 *
 * Returns: (transfer full): the severity.
 */
AmpSeverity *amp_severity_assess (AmpCategorySet categories, gint64 persons, const AmpSeverityContext *context);

/**
 * amp_severity_is_many_people:
 * @persons: how many people are concerned
 *
 * Returns: whether the method sets the flag for many people
 */
gboolean amp_severity_is_many_people (gint64 persons);

/**
 * amp_severity_free:
 * @severity: (transfer full) (nullable): a severity
 *
 * Frees @severity.
 */
void amp_severity_free (AmpSeverity *severity);

/**
 * amp_severity_get_band:
 * @score: a score
 *
 * Returns: its band.
 */
AmpSeverityBand amp_severity_get_band (double score);

/**
 * amp_severity_band_get_code:
 * @band: a band
 *
 * Returns: its code: "low", "medium", "high" or "very-high".
 */
const char *amp_severity_band_get_code (AmpSeverityBand band);

/**
 * amp_severity_band_get_label:
 * @band: a band
 *
 * Returns: its name for people, in the language of the locale.
 */
const char *amp_severity_band_get_label (AmpSeverityBand band);

/**
 * amp_severity_band_get_cnil_label:
 * @band: a band
 *
 * Returns: the step of the French authority's scale that reads nearly the same
 *   (negligible, limited, significant, maximum), in the language of the locale.
 */
const char *amp_severity_band_get_cnil_label (AmpSeverityBand band);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpSeverity, amp_severity_free)

G_END_DECLS
