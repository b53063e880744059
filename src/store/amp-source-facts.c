/* The source as a value. Invariant: a source from the heap owns its strings. */
#include "amp-source-facts.h"

void
amp_source_facts_clear (AmpSourceFacts *source)
{
  g_return_if_fail (source != NULL);

  g_free (source->name);
  g_free (source->sha256);
  g_free (source->format);
  g_free (source->encoding);
  g_free (source->delimiter);
  g_free (source->quote);
  g_free (source->line_end);
  *source = (AmpSourceFacts){ 0 };
}

void
amp_source_facts_free (AmpSourceFacts *source)
{
  if (source == NULL)
    return;
  amp_source_facts_clear (source);
  g_free (source);
}
