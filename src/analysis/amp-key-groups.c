/* Sorts keys by radix, a part at a time. Owns a thread that makes the next part ready
 * while the groups of this one are visited: it reads the keys, and nothing that a visit
 * changes. */
#include "amp-key-groups.h"

#include <string.h>

#include "amp-large-memory.h"

/* Keys of a part that sort fast, and the most parts: each costs a pass over all
 * keys. */
#define KEYS_OF_PART (1u << 19)
#define MAX_PART_BITS 5u

/* How many keys ahead the record of one is fetched from memory. */
#define FETCH_DISTANCE 24u

#define DIGIT_BITS 11u
#define N_DIGITS (1u << DIGIT_BITS)

static void
set_size (AmpKeyBuffer *self, gsize size)
{
  gsize bytes = size * sizeof *self->entries;

  if (self->entries == NULL)
    self->entries = amp_large_memory_new (bytes);
  else
    self->entries = amp_large_memory_grow (self->entries, self->size * sizeof *self->entries, bytes);
  self->size = size;
}

void
amp_key_buffer_grow (AmpKeyBuffer *self)
{
  set_size (self, MAX (self->size + self->size / 4, 4096));
}

static void
clear_buffer (AmpKeyBuffer *self)
{
  if (self->entries != NULL)
    explicit_bzero (self->entries, self->size * sizeof *self->entries);
  amp_large_memory_free (self->entries, self->size * sizeof *self->entries);
  *self = (AmpKeyBuffer){ NULL, 0, 0 };
}

/* A stable pass: records stay in their order. */
static void
sort_by_digit (const AmpKeyEntry *from, AmpKeyEntry *to, gsize n, guint shift)
{
  guint32 starts[N_DIGITS] = { 0 };
  guint32 start = 0;

  for (gsize i = 0; i < n; i++)
    starts[from[i].hash >> shift & (N_DIGITS - 1)]++;
  for (guint digit = 0; digit < N_DIGITS; digit++)
    {
      guint32 count = starts[digit];

      starts[digit] = start;
      start += count;
    }
  for (gsize i = 0; i < n; i++)
    to[starts[from[i].hash >> shift & (N_DIGITS - 1)]++] = from[i];
}

static void
sort (AmpKeyBuffer *keys, AmpKeyBuffer *spare, guint n_bits)
{
  if (spare->size < keys->size)
    {
      clear_buffer (spare);
      set_size (spare, keys->size);
    }
  for (guint shift = 0; shift < n_bits; shift += DIGIT_BITS)
    {
      AmpKeyBuffer sorted = *spare;

      sort_by_digit (keys->entries, sorted.entries, keys->n, shift);
      sorted.n = keys->n;
      *spare = *keys;
      *keys = sorted;
    }
}

/* What stands alone is not visited. */
static void
fetch_ahead (const AmpKeyBuffer *keys, gsize i, AmpKeyFetchFunc fetch, gpointer data)
{
  if (i + 1 < keys->n && (keys->entries[i].hash == keys->entries[i + 1].hash || keys->entries[i].hash == keys->entries[i - 1].hash))
    fetch (data, keys->entries[i].record);
}

static void
visit_groups (const AmpKeyBuffer *keys, AmpKeyFetchFunc fetch, AmpKeyVisitFunc visit, gpointer data)
{
  for (gsize i = 0; i < keys->n;)
    {
      gsize end = i;

      do
        {
          if (fetch != NULL)
            fetch_ahead (keys, end + FETCH_DISTANCE, fetch, data);
          end++;
        }
      while (end < keys->n && keys->entries[end].hash == keys->entries[i].hash);
      if (end - i > 1)
        visit (data, keys->entries + i, end - i);
      i = end;
    }
}

/* A part on its way. The thread owns it until it is joined. */
typedef struct
{
  AmpKeyGatherFunc gather;
  gpointer         data;
  AmpKeyPart       part;
  AmpKeyBuffer     keys;
  AmpKeyBuffer     spare;
  GThread         *thread; /* NULL when nothing is on its way */
} Preparation;

static gpointer
prepare (gpointer data)
{
  Preparation *preparation = data;

  preparation->keys.n = 0;
  preparation->gather (preparation->data, &preparation->part, &preparation->keys);
  sort (&preparation->keys, &preparation->spare, preparation->part.shift);
  return NULL;
}

static void
begin (Preparation *preparation, guint32 number, guint part_bits)
{
  if (number >= 1u << part_bits)
    return;
  preparation->part = (AmpKeyPart){ number, 32 - part_bits };
  preparation->thread = g_thread_new ("amp-keys", prepare, preparation);
}

void
amp_key_groups_visit (gsize            n_keys,
                      AmpKeyGatherFunc gather,
                      gpointer         gather_data,
                      AmpKeyFetchFunc  fetch,
                      AmpKeyVisitFunc  visit,
                      gpointer         visit_data)
{
  Preparation preparations[2] = { { .gather = gather, .data = gather_data }, { .gather = gather, .data = gather_data } };
  guint       part_bits = 0;

  g_return_if_fail (gather != NULL && visit != NULL);

  while (part_bits < MAX_PART_BITS && n_keys >> part_bits > KEYS_OF_PART)
    part_bits++;
  begin (&preparations[0], 0, part_bits);
  for (guint32 number = 0; number < 1u << part_bits; number++)
    {
      Preparation *ready = &preparations[number % 2];

      g_clear_pointer (&ready->thread, g_thread_join);
      begin (&preparations[(number + 1) % 2], number + 1, part_bits);
      visit_groups (&ready->keys, fetch, visit, visit_data);
    }
  for (guint i = 0; i < G_N_ELEMENTS (preparations); i++)
    {
      clear_buffer (&preparations[i].keys);
      clear_buffer (&preparations[i].spare);
    }
}
