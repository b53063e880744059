/* Owns one array with open addressing, at most half full. 0 marks a free slot;
 * the key 0 is kept as 1, which costs nobody anything. */
#include "sample-key-set.h"

#define FIRST_SIZE 1024

struct _SampleKeySet
{
  guint64 *slots;
  gsize    size; /* a power of two */
  gsize    used;
};

static gsize
find_slot (const SampleKeySet *set, guint64 key)
{
  gsize slot = (gsize) key & (set->size - 1);

  while (set->slots[slot] != 0 && set->slots[slot] != key)
    slot = (slot + 1) & (set->size - 1);
  return slot;
}

static void
grow (SampleKeySet *set)
{
  g_autofree guint64 *old = set->slots;
  gsize               old_size = set->size;

  set->size *= 2;
  set->slots = g_new0 (guint64, set->size);
  for (gsize i = 0; i < old_size; i++)
    if (old[i] != 0)
      set->slots[find_slot (set, old[i])] = old[i];
}

SampleKeySet *
sample_key_set_new (void)
{
  SampleKeySet *set = g_new0 (SampleKeySet, 1);

  set->size = FIRST_SIZE;
  set->slots = g_new0 (guint64, set->size);
  return set;
}

void
sample_key_set_free (SampleKeySet *set)
{
  g_free (set->slots);
  g_free (set);
}

gboolean
sample_key_set_contains (const SampleKeySet *set, guint64 key)
{
  return set->slots[find_slot (set, MAX (key, 1))] != 0;
}

void
sample_key_set_add (SampleKeySet *set, guint64 key)
{
  gsize slot = find_slot (set, MAX (key, 1));

  if (set->slots[slot] != 0)
    return;
  set->slots[slot] = MAX (key, 1);
  set->used++;
  if (set->used > set->size / 2)
    grow (set);
}
