/* Owns the packing of keys, in chunks that never move. */
#include "amp-key-stream.h"

#include <string.h>

#define CHUNK_SIZE 65536u
#define MAX_STEP_BYTES 5u
#define MAX_KEY_BYTES (MAX_STEP_BYTES + sizeof (guint32))

typedef struct
{
  guint  used;
  guint8 bytes[CHUNK_SIZE - sizeof (guint)];
} Chunk;

struct _AmpKeyStream
{
  GPtrArray *chunks; /* Chunk */
  guint32    last_record;
  gsize      n;
};

static void
chunk_free (gpointer chunk)
{
  explicit_bzero (chunk, sizeof (Chunk));
  g_free (chunk);
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
      chunk = g_new (Chunk, 1);
      chunk->used = 0;
      g_ptr_array_add (self->chunks, chunk);
    }
  return chunk;
}

void
amp_key_stream_add (AmpKeyStream *self, guint32 record, guint32 hash)
{
  Chunk  *chunk = get_roomy_chunk (self);
  guint32 step = record - self->last_record;

  g_assert (record >= self->last_record);
  for (; step >= 0x80; step >>= 7)
    chunk->bytes[chunk->used++] = (guint8) (step | 0x80);
  chunk->bytes[chunk->used++] = (guint8) step;
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
read_step (const guint8 **bytes)
{
  guint32 step = 0;

  for (guint shift = 0;; shift += 7)
    {
      guint8 byte = *(*bytes)++;

      step |= (guint32) (byte & 0x7f) << shift;
      if (byte < 0x80)
        return step;
    }
}

void
amp_key_stream_gather (gpointer data, AmpKeySink *sink)
{
  AmpKeyStream *self = data;
  guint32       record = 0;

  for (guint i = 0; i < self->chunks->len; i++)
    {
      const Chunk  *chunk = g_ptr_array_index (self->chunks, i);
      const guint8 *bytes = chunk->bytes;

      while (bytes < chunk->bytes + chunk->used)
        {
          guint32 hash;

          record += read_step (&bytes);
          memcpy (&hash, bytes, sizeof hash);
          bytes += sizeof hash;
          amp_key_sink_offer (sink, record, hash);
        }
    }
}
