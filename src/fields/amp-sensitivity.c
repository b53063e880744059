/* Owns the table of sensitivities; its invariant: one row for each value of
 * the enumeration, in its order. */
#include "amp-sensitivity.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *code;
  const char *label;
} Sensitivity;

/* The labels have a context: "financial" is also a category, and languages with
 * genders tell a class of data from a family of fields. */
/* clang-format off */
static const Sensitivity sensitivities[] = {
  [AMP_SENSITIVITY_SIMPLE]      = { "simple",      NC_("sensitivity", "Simple") },
  [AMP_SENSITIVITY_BEHAVIOURAL] = { "behavioural", NC_("sensitivity", "Behavioural") },
  [AMP_SENSITIVITY_FINANCIAL]   = { "financial",   NC_("sensitivity", "Financial") },
  [AMP_SENSITIVITY_SENSITIVE]   = { "sensitive",   NC_("sensitivity", "Sensitive") },
};
/* clang-format on */
G_STATIC_ASSERT (G_N_ELEMENTS (sensitivities) == AMP_N_SENSITIVITIES);

const char *
amp_sensitivity_get_code (AmpSensitivity sensitivity)
{
  g_return_val_if_fail (sensitivity < AMP_N_SENSITIVITIES, NULL);

  return sensitivities[sensitivity].code;
}

const char *
amp_sensitivity_get_label (AmpSensitivity sensitivity)
{
  g_return_val_if_fail (sensitivity < AMP_N_SENSITIVITIES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "sensitivity", sensitivities[sensitivity].label);
}

gboolean
amp_sensitivity_from_code (const char *code, AmpSensitivity *sensitivity)
{
  for (guint i = 0; i < AMP_N_SENSITIVITIES; i++)
    {
      if (g_strcmp0 (sensitivities[i].code, code) != 0)
        continue;
      if (sensitivity != NULL)
        *sensitivity = (AmpSensitivity) i;
      return TRUE;
    }
  return FALSE;
}
