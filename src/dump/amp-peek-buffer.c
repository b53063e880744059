/* Owns the bytes and how many of them were read. It must not know the stream. */
#include "amp-peek-buffer.h"

#include <string.h>

struct _AmpPeekBuffer
{
  guint    n_taken;
  gboolean has_ended;

  /* Owned */
  GByteArray *bytes;
};

AmpPeekBuffer *
amp_peek_buffer_new (void)
{
  AmpPeekBuffer *self = g_new0 (AmpPeekBuffer, 1);

  self->bytes = g_byte_array_new ();
  return self;
}

void
amp_peek_buffer_free (AmpPeekBuffer *self)
{
  if (!self)
    return;
  g_byte_array_unref (self->bytes);
  g_free (self);
}

static gboolean
fill (AmpPeekBuffer *self, gsize size, AmpPeekSource source, gpointer data, GCancellable *cancellable, GError **error)
{
  guint  old = self->bytes->len;
  gssize count;

  if (self->has_ended || old >= size)
    return TRUE;
  g_byte_array_set_size (self->bytes, (guint) size);
  count = source (self->bytes->data + old, size - old, cancellable, data, error);
  g_byte_array_set_size (self->bytes, old + (guint) MAX (count, 0));
  if (count >= 0)
    self->has_ended = old + (gsize) count < size;
  return count >= 0;
}

static gsize
copy (const AmpPeekBuffer *self, guint start, guint8 *buffer, gsize size)
{
  gsize count = MIN (size, self->bytes->len - start);

  if (count > 0)
    memcpy (buffer, self->bytes->data + start, count);
  return count;
}

gssize
amp_peek_buffer_peek (AmpPeekBuffer *self, guint8 *buffer, gsize size, AmpPeekSource source, gpointer data, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self != NULL && self->n_taken == 0, -1);
  g_return_val_if_fail (buffer != NULL || size == 0, -1);
  g_return_val_if_fail (size <= G_MAXINT, -1);
  g_return_val_if_fail (source != NULL, -1);

  if (!fill (self, size, source, data, cancellable, error))
    return -1;
  return (gssize) copy (self, 0, buffer, size);
}

gsize
amp_peek_buffer_take (AmpPeekBuffer *self, guint8 *buffer, gsize size)
{
  gsize count;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (buffer != NULL || size == 0, 0);

  count = copy (self, self->n_taken, buffer, size);
  self->n_taken += (guint) count;
  return count;
}

gboolean
amp_peek_buffer_has_ended (const AmpPeekBuffer *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->has_ended;
}
