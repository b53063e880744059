/* SE = DPC × EI + CB. Invariant: every part of the score has its sentence among
 * the reasons; the highest class gives the DPC. The steps of each class are a
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

static guint
adjust_class (AmpSensitivity sensitivity, guint score, const AmpSeverityContext *context, GPtrArray *reasons)
{
  int adjusted = CLAMP ((int) score + context->adjustments[sensitivity], 1, 4);

  if (adjusted != (int) score)
    g_ptr_array_add (reasons, g_strdup_printf (_ ("The analyst sets the class “%s” to %d."), amp_sensitivity_get_label (sensitivity), adjusted));
  return (guint) adjusted;
}

static guint
score_class (AmpSensitivity sensitivity, const AmpSeverityContext *context, GPtrArray *reasons)
{
  const char *raised = NULL;
  guint       score = raise_class (sensitivity, classes[sensitivity].base, context, &raised);

  add_reason (reasons, _ (classes[sensitivity].reason));
  if (raised != NULL)
    add_reason (reasons, raised);
  return adjust_class (sensitivity, score, context, reasons);
}

static guint
score_data (AmpCategorySet categories, const AmpSeverityContext *context, GPtrArray *reasons)
{
  guint32 present = amp_category_set_get_sensitivities (categories);
  guint   highest = 0;

  for (guint sensitivity = 0; sensitivity < AMP_N_SENSITIVITIES; sensitivity++)
    if (present & AMP_SENSITIVITY_BIT (sensitivity))
      {
        guint score = score_class (sensitivity, context, reasons);

        highest = MAX (highest, score);
      }
  if (present == 0)
    add_reason (reasons, _ ("No data of a known category are exposed."));
  return highest;
}

static double
add_circumstance (double points, const char *reason, GPtrArray *reasons)
{
  if (points > 0)
    add_reason (reasons, reason);
  return MAX (points, 0);
}

static double
score_circumstances (const AmpSeverityContext *context, GPtrArray *reasons)
{
  const char *confidentiality = context->confidentiality >= 0.5 ? _ ("An unknown number of people may have received the data: +0.5.") : _ ("Known people have received the data: +0.25.");
  const char *integrity = context->integrity >= 0.5 ? _ ("Data were altered and cannot be recovered: +0.5.") : _ ("Data were altered and can be recovered: +0.25.");
  const char *availability = context->availability >= 0.5 ? _ ("Data are lost for good: +0.5.") : _ ("Data were out of reach for a time: +0.25.");

  return add_circumstance (context->confidentiality, confidentiality, reasons) +
         add_circumstance (context->integrity, integrity, reasons) +
         add_circumstance (context->availability, availability, reasons) +
         add_circumstance (context->is_malicious ? 0.5 : 0, _ ("Somebody meant harm: +0.5."), reasons);
}

AmpSeverity *
amp_severity_assess (AmpCategorySet categories, gint64 persons, const AmpSeverityContext *context)
{
  AmpSeverity *severity;
  GPtrArray   *reasons;
  const char  *ease;

  g_return_val_if_fail (context != NULL, NULL);

  severity = g_new0 (AmpSeverity, 1);
  reasons = g_ptr_array_new ();
  severity->dpc = score_data (categories, context, reasons);
  severity->ei = amp_identifiers_get_ease (amp_identifiers_from_categories (categories, context->identifiers), &ease);
  add_reason (reasons, ease);
  severity->cb = score_circumstances (context, reasons);
  severity->score = severity->dpc > 0 ? severity->dpc * severity->ei + severity->cb : 0;
  severity->band = amp_severity_get_band (severity->score);
  severity->is_many_people = persons > MANY_PEOPLE;
  severity->is_unintelligible = context->is_unintelligible;
  g_ptr_array_add (reasons, NULL);
  severity->reasons = (char **) g_ptr_array_free (reasons, FALSE);
  return severity;
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
