/* The field as a value. Invariant: a field from the heap owns its strings. */
#include "amp-field-facts.h"

void
amp_field_facts_free (AmpFieldFacts *field)
{
  if (field == NULL)
    return;
  g_free (field->header);
  g_free (field->shape);
  g_strfreev (field->evidence);
  g_free (field);
}
