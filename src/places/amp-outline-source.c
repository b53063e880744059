/* AmpOutlineSource: a file that outlines were imported from. */
#include "amp-outline-source.h"

AmpOutlineSource *
amp_outline_source_new (const char *name, const char *sha256, const char *day)
{
  g_return_val_if_fail (name != NULL && sha256 != NULL && day != NULL, NULL);

  AmpOutlineSource *source = g_new0 (AmpOutlineSource, 1);

  source->name = g_strdup (name);
  source->sha256 = g_strdup (sha256);
  source->day = g_strdup (day);
  return source;
}

void
amp_outline_source_free (AmpOutlineSource *source)
{
  g_return_if_fail (source != NULL);

  g_free (source->name);
  g_free (source->sha256);
  g_free (source->day);
  g_free (source);
}
