/* Owns the list of presets. */
#include "sample-preset.h"

static const SamplePreset *const presets[] = { &sample_laboratory, &sample_narrow, &sample_national };

const SamplePreset *
sample_preset_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (presets); i++)
    if (g_str_equal (presets[i]->name, name))
      return presets[i];
  return NULL;
}
