/* Owns the packing of keys, in chunks that never move. */
#include "amp-key-stream.h"

#include <string.h>

#include "amp-large-memory.h"

/* What is given back of so much goes to the system, and not to a heap that cannot shrink. */
#define CHUNK_SIZE (1u << 20)
#define MAX_STEP_BYTES 5u
#define MAX_KEY_BYTES (1 + MAX_STEP_BYTES + sizeof (guint32))

/* So many keys have their steps in one byte, before the first of them: two bits each.
 * Where these are all set, what the step is longer than that stands before the hash. */
#define GROUP 4u
#define STEP_BITS 2u
#define LONG_STEP 3u

typedef struct
{
  guint  used;
  guint  n;
  guint  group; /* where the steps of the last group are */
  guint8 bytes[CHUNK_SIZE - 3 * sizeof (guint)];
} Chunk;

struct _AmpKeyStream
{
  GPtrArray *chunks; /* Chunk */
  guint32    last_record;
  gsize      n;
};

static void
chunk_free (gpointer memory)
{
  Chunk *chunk = memory;

  explicit_bzero (chunk->bytes, chunk->used);
  amp_large_memory_free (chunk, sizeof *chunk);
}

AmpKeyStream *
amp_key_stream_new (void)
{
  AmpKeyStream *self = g_new0 (AmpKeyStream, 1);

  self->chunks = g_ptr_array_new_with_free_func (chunk_free);
  return self;
}

void
amp_key_stream_free (AmpKeyStream *self)
{
  g_return_if_fail (self != NULL);
  g_clear_pointer (&self->chunks, g_ptr_array_unref);
  g_free (self);
}

static Chunk *
get_roomy_chunk (AmpKeyStream *self)
{
  Chunk *chunk = self->chunks->len > 0 ? g_ptr_array_index (self->chunks, self->chunks->len - 1) : NULL;

  if (chunk == NULL || chunk->used + MAX_KEY_BYTES > sizeof chunk->bytes)
    {
      chunk = amp_large_memory_new (sizeof *chunk);
      g_ptr_array_add (self->chunks, chunk);
    }
  return chunk;
}

static void
add_step (Chunk *chunk, guint32 step)
{
  guint place = chunk->n++ % GROUP;

  if (place == 0)
    {
      chunk->group = chunk->used++;
      chunk->bytes[chunk->group] = 0;
    }
  chunk->bytes[chunk->group] |= (guint8) (MIN (step, LONG_STEP) << place * STEP_BITS);
  if (step < LONG_STEP)
    return;
  for (step -= LONG_STEP; step >= 0x80; step >>= 7)
    chunk->bytes[chunk->used++] = (guint8) (step | 0x80);
  chunk->bytes[chunk->used++] = (guint8) step;
}

void
amp_key_stream_add (AmpKeyStream *self, guint32 record, guint32 hash)
{
  Chunk *chunk = get_roomy_chunk (self);

  g_assert (record >= self->last_record);
  add_step (chunk, record - self->last_record);
  memcpy (chunk->bytes + chunk->used, &hash, sizeof hash);
  chunk->used += (guint) sizeof hash;
  self->last_record = record;
  self->n++;
}

gsize
amp_key_stream_get_n (const AmpKeyStream *self)
{
  return self->n;
}

static guint32
read_rest (const guint8 **bytes)
{
  guint32 rest = 0;

  for (guint shift = 0;; shift += 7)
    {
      guint8 byte = *(*bytes)++;

      rest |= (guint32) (byte & 0x7f) << shift;
      if (byte < 0x80)
        return rest;
    }
}

static guint32
gather_chunk (const Chunk *chunk, guint32 record, AmpKeySink *sink)
{
  const guint8 *bytes = chunk->bytes;
  guint         steps = 0;

  for (guint i = 0; i < chunk->n; i++)
    {
      guint32 hash, step;

      steps = i % GROUP == 0 ? *bytes++ : steps >> STEP_BITS;
      step = steps & LONG_STEP;
      record += step < LONG_STEP ? step : LONG_STEP + read_rest (&bytes);
      memcpy (&hash, bytes, sizeof hash);
      bytes += sizeof hash;
      amp_key_sink_offer (sink, record, hash);
    }
  return record;
}

void
amp_key_stream_gather (gpointer data, AmpKeySink *sink)
{
  AmpKeyStream *self = data;
  guint32       record = 0;

  for (guint i = 0; i < self->chunks->len; i++)
    record = gather_chunk (g_ptr_array_index (self->chunks, i), record, sink);
}
