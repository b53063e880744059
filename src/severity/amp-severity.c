/* SE = DPC × EI + CB. Invariant: every part of the score has its sentence among
 * the reasons, and so has what the analyst sets; the highest class gives the DPC. The steps of each class are a
 * table after annex 1 of the method. */
#include "amp-severity.h"

#include <glib/gi18n-lib.h>

/* Above this many people the method sets a flag beside the score. */
#define MANY_PEOPLE 100

typedef struct
{
  guint       base;
  const char *reason;
} ClassRow;

typedef struct
{
  AmpSensitivity sensitivity;
  gsize          condition; /* offset of a gboolean in the context */
  guint          score;
  const char    *reason;
} RaiseRow;

typedef struct
{
  double      below;
  const char *code;
  const char *label;
  const char *cnil_label;
} BandRow;

G_STATIC_ASSERT ((guint) AMP_SEVERITY_PART_SENSITIVE == (guint) AMP_SENSITIVITY_SENSITIVE);

/* clang-format off */
static const ClassRow classes[] = {
  [AMP_SENSITIVITY_SIMPLE]      = { 1, N_("Simple data (identity, contact, family, work) are exposed: 1.") },
  [AMP_SENSITIVITY_BEHAVIOURAL] = { 2, N_("Behavioural data (location, habits) are exposed: 2.") },
  [AMP_SENSITIVITY_FINANCIAL]   = { 3, N_("Financial data, identity numbers or what opens an account are exposed: 3.") },
  [AMP_SENSITIVITY_SENSITIVE]   = { 4, N_("Sensitive data (such as health) are exposed: 4.") },
};

/* Simple and behavioural data weigh more when the controller, the volume or the
 * people let more be concluded from them. */
static const RaiseRow raises[] = {
  { AMP_SENSITIVITY_SIMPLE, G_STRUCT_OFFSET (AmpSeverityContext, allows_profiling), 2,
    N_("The volume or the controller allows profiling: simple data count 2.") },
  { AMP_SENSITIVITY_SIMPLE, G_STRUCT_OFFSET (AmpSeverityContext, is_health_controller), 3,
    N_("They come from a health service, which lets one guess at the state of health: simple data count 3.") },
  { AMP_SENSITIVITY_SIMPLE, G_STRUCT_OFFSET (AmpSeverityContext, are_people_at_risk), 4,
    N_("The safety of the people depends on them: simple data count 4.") },
  { AMP_SENSITIVITY_BEHAVIOURAL, G_STRUCT_OFFSET (AmpSeverityContext, allows_profiling), 3,
    N_("The volume or the controller allows profiling: behavioural data count 3.") },
  { AMP_SENSITIVITY_BEHAVIOURAL, G_STRUCT_OFFSET (AmpSeverityContext, is_health_controller), 4,
    N_("They come from a health service, so that the profile shows sensitive data: behavioural data count 4.") },
};

static const BandRow bands[] = {
  [AMP_SEVERITY_LOW]       = { 2, "low",       N_("Low"),       N_("Negligible") },
  [AMP_SEVERITY_MEDIUM]    = { 3, "medium",    N_("Medium"),    N_("Limited") },
  [AMP_SEVERITY_HIGH]      = { 4, "high",      N_("High"),      N_("Significant") },
  [AMP_SEVERITY_VERY_HIGH] = { 7, "very-high", N_("Very high"), N_("Maximum") },
};
/* clang-format on */
G_STATIC_ASSERT (G_N_ELEMENTS (classes) == AMP_N_SENSITIVITIES);
G_STATIC_ASSERT (G_N_ELEMENTS (bands) == AMP_N_SEVERITY_BANDS);

static void
add_reason (GPtrArray *reasons, const char *reason)
{
  g_ptr_array_add (reasons, g_strdup (reason));
}

static guint
raise_class (AmpSensitivity sensitivity, guint score, const AmpSeverityContext *context, const char **reason)
{
  for (guint i = 0; i < G_N_ELEMENTS (raises); i++)
    if (raises[i].sensitivity == sensitivity && raises[i].score > score && G_STRUCT_MEMBER (gboolean, context, raises[i].condition))
      {
        score = raises[i].score;
        *reason = _ (raises[i].reason);
      }
  return score;
}

/* By the language and not by the locale: a report has its own language. */
static char *
dup_number (double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  g_auto (GStrv) parts = NULL;

  g_ascii_formatd (digits, sizeof digits, "%g", value);
  parts = g_strsplit (digits, ".", 2);
  /* translators: the sign between the whole number and its decimals */
  return g_strjoinv (C_ ("decimal mark", "."), parts);
}

/* What the analyst sets a part to, or what it is without that. */
static double
adjust (AmpSeverityPart part, double computed, const AmpSeverityContext *context, GPtrArray *reasons)
{
  g_autofree char *was = dup_number (computed);
  g_autofree char *becomes = dup_number (context->values[part]);

  if (!(context->adjusted & 1u << part) || context->values[part] == computed)
    return computed;
  /* translators: a part of the score, then two numbers */
  g_ptr_array_add (reasons, g_strdup_printf (_ ("The analyst sets “%s” to %s instead of %s."), amp_severity_part_get_label (part), becomes, was));
  return context->values[part];
}

static double
score_class (AmpSensitivity sensitivity, const AmpSeverityContext *context, GPtrArray *reasons)
{
  const char *raised = NULL;
  guint       score = raise_class (sensitivity, classes[sensitivity].base, context, &raised);

  add_reason (reasons, _ (classes[sensitivity].reason));
  if (raised != NULL)
    add_reason (reasons, raised);
  return adjust ((AmpSeverityPart) sensitivity, score, context, reasons);
}

static double
score_data (AmpCategorySet categories, const AmpSeverityContext *context, double *parts, GPtrArray *reasons)
{
  guint32 present = amp_category_set_get_sensitivities (categories);
  double  highest = 0;

  for (guint sensitivity = 0; sensitivity < AMP_N_SENSITIVITIES; sensitivity++)
    {
      gboolean is_present = (present & AMP_SENSITIVITY_BIT (sensitivity)) != 0;

      parts[sensitivity] = is_present ? score_class (sensitivity, context, reasons) : -1;
      highest = MAX (highest, parts[sensitivity]);
    }
  if (present == 0)
    add_reason (reasons, _ ("No data of a known category are exposed."));
  return present == 0 ? 0 : adjust (AMP_SEVERITY_PART_DPC, highest, context, reasons);
}

static double
score_circumstance (AmpSeverityPart part, double points, const AmpSeverityContext *context, const char *reason, GPtrArray *reasons)
{
  if (points > 0)
    add_reason (reasons, reason);
  return adjust (part, MAX (points, 0), context, reasons);
}

static double
score_circumstances (const AmpSeverityContext *context, double *parts, GPtrArray *reasons)
{
  const char *confidentiality = context->confidentiality >= 0.5 ? _ ("An unknown number of people may have received the data: +0.5.") : _ ("Known people have received the data: +0.25.");
  const char *integrity = context->integrity >= 0.5 ? _ ("Data were altered and cannot be recovered: +0.5.") : _ ("Data were altered and can be recovered: +0.25.");
  const char *availability = context->availability >= 0.5 ? _ ("Data are lost for good: +0.5.") : _ ("Data were out of reach for a time: +0.25.");
  const char *malice = _ ("Somebody meant harm: +0.5.");
  double      sum = 0;

  parts[AMP_SEVERITY_PART_CONFIDENTIALITY] = score_circumstance (AMP_SEVERITY_PART_CONFIDENTIALITY, context->confidentiality, context, confidentiality, reasons);
  parts[AMP_SEVERITY_PART_INTEGRITY] = score_circumstance (AMP_SEVERITY_PART_INTEGRITY, context->integrity, context, integrity, reasons);
  parts[AMP_SEVERITY_PART_AVAILABILITY] = score_circumstance (AMP_SEVERITY_PART_AVAILABILITY, context->availability, context, availability, reasons);
  parts[AMP_SEVERITY_PART_MALICE] = score_circumstance (AMP_SEVERITY_PART_MALICE, context->is_malicious ? 0.5 : 0, context, malice, reasons);
  for (guint part = AMP_SEVERITY_PART_CONFIDENTIALITY; part <= AMP_SEVERITY_PART_MALICE; part++)
    sum += parts[part];
  return sum;
}

/* Returns the score. */
static double
score_parts (AmpCategorySet categories, const AmpSeverityContext *context, double *parts, GPtrArray *reasons)
{
  const char *ease;
  double      ei, cb;

  parts[AMP_SEVERITY_PART_DPC] = score_data (categories, context, parts, reasons);
  ei = amp_identifiers_get_ease (amp_identifiers_from_categories (categories, context->identifiers), &ease);
  add_reason (reasons, ease);
  parts[AMP_SEVERITY_PART_EI] = adjust (AMP_SEVERITY_PART_EI, ei, context, reasons);
  cb = score_circumstances (context, parts, reasons);
  parts[AMP_SEVERITY_PART_UNINTELLIGIBLE] = adjust (AMP_SEVERITY_PART_UNINTELLIGIBLE, context->is_unintelligible ? 1 : 0, context, reasons);
  return parts[AMP_SEVERITY_PART_DPC] > 0 ? parts[AMP_SEVERITY_PART_DPC] * parts[AMP_SEVERITY_PART_EI] + cb : 0;
}

/* The same without the analyst, whose reasons alone are told. */
static void
compute (AmpSeverity *severity, AmpCategorySet categories, const AmpSeverityContext *context)
{
  g_autoptr (GPtrArray) unused = g_ptr_array_new_with_free_func (g_free);
  AmpSeverityContext plain = *context;

  plain.adjusted = 0;
  severity->computed_score = score_parts (categories, &plain, severity->computed_parts, unused);
  severity->computed_band = amp_severity_get_band (severity->computed_score);
  for (guint part = 0; part < AMP_N_SEVERITY_PARTS; part++)
    severity->is_adjusted = severity->is_adjusted || severity->parts[part] != severity->computed_parts[part];
}

AmpSeverity *
amp_severity_assess (AmpCategorySet categories, gint64 persons, const AmpSeverityContext *context)
{
  AmpSeverity *severity;
  GPtrArray   *reasons;

  g_return_val_if_fail (context != NULL, NULL);

  severity = g_new0 (AmpSeverity, 1);
  reasons = g_ptr_array_new ();
  severity->score = score_parts (categories, context, severity->parts, reasons);
  severity->dpc = (guint) severity->parts[AMP_SEVERITY_PART_DPC];
  severity->ei = severity->parts[AMP_SEVERITY_PART_EI];
  for (guint part = AMP_SEVERITY_PART_CONFIDENTIALITY; part <= AMP_SEVERITY_PART_MALICE; part++)
    severity->cb += severity->parts[part];
  severity->band = amp_severity_get_band (severity->score);
  severity->is_many_people = amp_severity_is_many_people (persons);
  severity->is_unintelligible = severity->parts[AMP_SEVERITY_PART_UNINTELLIGIBLE] > 0;
  compute (severity, categories, context);
  g_ptr_array_add (reasons, NULL);
  severity->reasons = (char **) g_ptr_array_free (reasons, FALSE);
  return severity;
}

gboolean
amp_severity_is_many_people (gint64 persons)
{
  return persons > MANY_PEOPLE;
}

void
amp_severity_free (AmpSeverity *severity)
{
  if (severity == NULL)
    return;
  g_strfreev (severity->reasons);
  g_free (severity);
}

AmpSeverityBand
amp_severity_get_band (double score)
{
  guint band = AMP_SEVERITY_LOW;

  while (band < AMP_SEVERITY_VERY_HIGH && score >= bands[band].below)
    band++;
  return band;
}

const char *
amp_severity_band_get_code (AmpSeverityBand band)
{
  g_return_val_if_fail (band < AMP_N_SEVERITY_BANDS, NULL);

  return bands[band].code;
}

const char *
amp_severity_band_get_label (AmpSeverityBand band)
{
  g_return_val_if_fail (band < AMP_N_SEVERITY_BANDS, NULL);

  return _ (bands[band].label);
}

const char *
amp_severity_band_get_cnil_label (AmpSeverityBand band)
{
  g_return_val_if_fail (band < AMP_N_SEVERITY_BANDS, NULL);

  return _ (bands[band].cnil_label);
}
