/* Owns the names of bases. */
#include "amp-place-basis-label.h"

#include "amp-display-text.h"
#include "amp-header-owner.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const char *const labels[AMP_N_HEADER_OWNERS] = {
  [AMP_HEADER_OWNER_PERSON]        = N_("The person’s own address"),
  [AMP_HEADER_OWNER_INSURED]       = N_("The insured person’s address"),
  [AMP_HEADER_OWNER_BILLING]       = N_("The billing address"),
  [AMP_HEADER_OWNER_DELIVERY]      = N_("The delivery address"),
  [AMP_HEADER_OWNER_RELATIVE]      = N_("A relative’s address"),
  [AMP_HEADER_OWNER_EMPLOYER]      = N_("The employer’s address"),
  [AMP_HEADER_OWNER_ESTABLISHMENT] = N_("The establishment’s address (laboratory, hospital, shop…)"),
  [AMP_HEADER_OWNER_INSURER]       = N_("The insurer’s address"),
  [AMP_HEADER_OWNER_DOCTOR]        = N_("The doctor’s address"),
  [AMP_HEADER_OWNER_ORIGIN]        = N_("Where the person is from"),
};
/* clang-format on */

/* "doctor-2" is the second of the doctor's. */
static char *
dup_label (const char *code)
{
  for (guint owner = 0; owner < AMP_N_HEADER_OWNERS; owner++)
    {
      const char *name = amp_header_owner_get_code ((AmpHeaderOwner) owner);
      gsize       length = strlen (name);

      if (strncmp (code, name, length) != 0)
        continue;
      if (code[length] == '\0')
        return g_strdup (_ (labels[owner]));
      if (code[length] == '-')
        /* Translators: whose address, and its number where a dump has several */
        return g_strdup_printf (_ ("%s, number %s"), _ (labels[owner]), code + length + 1);
    }
  return amp_display_text_escape (code);
}

char *
amp_place_basis_label_dup (const char *codes)
{
  g_auto (GStrv) split = NULL;
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  g_return_val_if_fail (codes != NULL, NULL);

  split = g_strsplit (codes, ",", -1);
  for (guint i = 0; split[i] != NULL; i++)
    {
      g_autofree char *label = dup_label (split[i]);

      g_strv_builder_add (names, label);
    }
  all = g_strv_builder_end (names);
  return g_strjoinv ("; ", all);
}
