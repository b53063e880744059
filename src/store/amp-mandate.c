/* The mandate as a value: new, copy, free. Invariant: a mandate owns its
 * strings. Must not know how a case keeps it. */
#include "amp-mandate.h"

AmpMandate *
amp_mandate_new (const char *analyst, const char *client, const char *legal_basis, const char *reference)
{
  AmpMandate *mandate = g_new0 (AmpMandate, 1);

  mandate->analyst = g_strdup (analyst);
  mandate->client = g_strdup (client);
  mandate->legal_basis = g_strdup (legal_basis);
  mandate->reference = g_strdup (reference);
  return mandate;
}

AmpMandate *
amp_mandate_copy (const AmpMandate *mandate)
{
  if (mandate == NULL)
    return NULL;
  return amp_mandate_new (mandate->analyst, mandate->client, mandate->legal_basis, mandate->reference);
}

static gboolean
is_said (const char *text)
{
  g_autofree char *copy = g_strdup (text);

  return copy != NULL && *g_strstrip (copy) != '\0';
}

gboolean
amp_mandate_is_complete (const AmpMandate *mandate)
{
  return mandate != NULL && is_said (mandate->analyst) && is_said (mandate->client) && is_said (mandate->legal_basis);
}

void
amp_mandate_free (AmpMandate *mandate)
{
  if (mandate == NULL)
    return;
  g_free (mandate->analyst);
  g_free (mandate->client);
  g_free (mandate->legal_basis);
  g_free (mandate->reference);
  g_free (mandate);
}
