/* Finds a fact of a case. */
#include "amp-case-facts.h"

#include <string.h>

const AmpFieldFacts *
amp_case_facts_find_field (const AmpCaseFacts *facts, const char *code)
{
  const char *dot;
  guint64     source, position;

  g_return_val_if_fail (facts != NULL, NULL);

  if (code == NULL)
    return NULL;
  dot = strchr (code, '.');
  source = dot != NULL ? g_ascii_strtoull (code, NULL, 10) : 1;
  position = g_ascii_strtoull (dot != NULL ? dot + 1 : code, NULL, 10);
  for (guint i = 0; i < facts->fields->len; i++)
    {
      const AmpFieldFacts *field = g_ptr_array_index (facts->fields, i);

      if (field->source + 1 == source && field->position == position)
        return field;
    }
  return NULL;
}
