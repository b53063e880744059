/* Owns a set of 64-bit numbers: eight bytes and a little each, where a
 * GHashTable of allocated ones takes ten times that. */
#pragma once

#include <glib.h>

typedef struct _SampleKeySet SampleKeySet;

SampleKeySet *sample_key_set_new (void);
void          sample_key_set_free (SampleKeySet *set);

/* Returns: whether @key, which is already well mixed, is in @set */
gboolean sample_key_set_contains (const SampleKeySet *set, guint64 key);

/* Adds @key, unless it is there already. */
void sample_key_set_add (SampleKeySet *set, guint64 key);
