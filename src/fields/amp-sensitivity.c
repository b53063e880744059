/* Owns the table of sensitivities; its invariant: one row for each value of
 * the enumeration, in its order. */
#include "amp-sensitivity.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *code;
  const char *label;
} Sensitivity;

/* clang-format off */
static const Sensitivity sensitivities[] = {
  [AMP_SENSITIVITY_SIMPLE]      = { "simple",      N_("Simple") },
  [AMP_SENSITIVITY_BEHAVIOURAL] = { "behavioural", N_("Behavioural") },
  [AMP_SENSITIVITY_FINANCIAL]   = { "financial",   N_("Financial") },
  [AMP_SENSITIVITY_SENSITIVE]   = { "sensitive",   N_("Sensitive") },
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

  return _ (sensitivities[sensitivity].label);
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
