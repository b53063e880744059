/* The table of parts, after the steps that the method gives each. */
#include "amp-severity-part.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  double      value;
  const char *label;
} ValueRow;

typedef struct
{
  const char *code;
  const char *label;
  ValueRow    values[AMP_SEVERITY_MAX_VALUES];
  guint       n_values;
} PartRow;

/* clang-format off */
static const PartRow parts[] = {
  [AMP_SEVERITY_PART_SIMPLE] = { "simple", N_("Simple data"), {
    { 1, N_("no more than the data themselves") },
    { 2, N_("allows profiling, or a guess at social or financial status") },
    { 3, N_("lets one guess at health, sexual life, politics or religion") },
    { 4, N_("critical to the safety of the people") } }, 4 },
  [AMP_SEVERITY_PART_BEHAVIOURAL] = { "behavioural", N_("Behavioural data"), {
    { 1, N_("no real insight, or public before") },
    { 2, N_("no more than the data themselves") },
    { 3, N_("a detailed profile of life") },
    { 4, N_("the profile shows sensitive data") } }, 4 },
  [AMP_SEVERITY_PART_FINANCIAL] = { "financial", N_("Financial data"), {
    { 1, N_("a mere relation to a bank") },
    { 2, N_("some data, without insight") },
    { 3, N_("no more than the data themselves") },
    { 4, N_("enables fraud, or a full profile") } }, 4 },
  [AMP_SEVERITY_PART_SENSITIVE] = { "sensitive", N_("Sensitive data"), {
    { 1, N_("no insight, or public before") },
    { 2, N_("general assumptions") },
    { 3, N_("assumptions about sensitive facts") },
    { 4, N_("the sensitive facts themselves") } }, 4 },
  [AMP_SEVERITY_PART_DPC] = { "dpc", N_("Data processing context (DPC)"), {
    { 1, N_("as simple data") },
    { 2, N_("as behavioural data") },
    { 3, N_("as financial data") },
    { 4, N_("as sensitive data") } }, 4 },
  [AMP_SEVERITY_PART_EI] = { "ei", N_("Ease of identification (EI)"), {
    { 0.25, N_("negligible") },
    { 0.5,  N_("limited") },
    { 0.75, N_("significant") },
    { 1,    N_("maximum") } }, 4 },
  [AMP_SEVERITY_PART_CONFIDENTIALITY] = { "confidentiality", N_("Loss of confidentiality"), {
    { 0,    N_("exposed, no sign of unlawful use") },
    { 0.25, N_("known recipients") },
    { 0.5,  N_("unknown number of recipients") } }, 3 },
  [AMP_SEVERITY_PART_INTEGRITY] = { "integrity", N_("Loss of integrity"), {
    { 0,    N_("not altered") },
    { 0.25, N_("altered, recoverable") },
    { 0.5,  N_("altered, not recoverable") } }, 3 },
  [AMP_SEVERITY_PART_AVAILABILITY] = { "availability", N_("Loss of availability"), {
    { 0,    N_("available") },
    { 0.25, N_("out of reach for a time") },
    { 0.5,  N_("lost for good") } }, 3 },
  [AMP_SEVERITY_PART_MALICE] = { "malice", N_("Malicious intent"), {
    { 0,   N_("none known") },
    { 0.5, N_("somebody meant harm") } }, 2 },
  [AMP_SEVERITY_PART_UNINTELLIGIBLE] = { "unintelligible", N_("Unintelligible data"), {
    { 0, N_("readable") },
    { 1, N_("encrypted or hashed") } }, 2 },
};
/* clang-format on */
G_STATIC_ASSERT (G_N_ELEMENTS (parts) == AMP_N_SEVERITY_PARTS);

const char *
amp_severity_part_get_code (AmpSeverityPart part)
{
  g_return_val_if_fail (part < AMP_N_SEVERITY_PARTS, NULL);

  return parts[part].code;
}

const char *
amp_severity_part_get_label (AmpSeverityPart part)
{
  g_return_val_if_fail (part < AMP_N_SEVERITY_PARTS, NULL);

  return _ (parts[part].label);
}

gboolean
amp_severity_part_from_code (const char *code, AmpSeverityPart *part)
{
  g_return_val_if_fail (part != NULL, FALSE);

  for (guint i = 0; i < AMP_N_SEVERITY_PARTS; i++)
    if (g_strcmp0 (parts[i].code, code) == 0)
      {
        *part = i;
        return TRUE;
      }
  return FALSE;
}

guint
amp_severity_part_get_n_values (AmpSeverityPart part)
{
  g_return_val_if_fail (part < AMP_N_SEVERITY_PARTS, 0);

  return parts[part].n_values;
}

double
amp_severity_part_get_value (AmpSeverityPart part, guint index)
{
  g_return_val_if_fail (part < AMP_N_SEVERITY_PARTS && index < parts[part].n_values, 0);

  return parts[part].values[index].value;
}

const char *
amp_severity_part_get_value_label (AmpSeverityPart part, guint index)
{
  g_return_val_if_fail (part < AMP_N_SEVERITY_PARTS && index < parts[part].n_values, NULL);

  return _ (parts[part].values[index].label);
}

gboolean
amp_severity_part_accepts (AmpSeverityPart part, double value)
{
  g_return_val_if_fail (part < AMP_N_SEVERITY_PARTS, FALSE);

  for (guint i = 0; i < parts[part].n_values; i++)
    if (parts[part].values[i].value == value)
      return TRUE;
  return FALSE;
}
