/* AmpHashingStream: see the header.
 *
 * Invariant: `checksum` has seen what was read, and nothing else. */
#include "amp-hashing-stream.h"

struct _AmpHashingStream
{
  GFilterInputStream parent_instance;

  /* Owned */
  GChecksum *checksum;
};

G_DEFINE_FINAL_TYPE (AmpHashingStream, amp_hashing_stream, G_TYPE_FILTER_INPUT_STREAM)

static gssize
amp_hashing_stream_read (GInputStream *stream, void *buffer, gsize count, GCancellable *cancellable, GError **error)
{
  AmpHashingStream *self = AMP_HASHING_STREAM (stream);
  gssize            n_read = g_input_stream_read (g_filter_input_stream_get_base_stream (G_FILTER_INPUT_STREAM (self)), buffer, count, cancellable, error);

  if (n_read > 0)
    g_checksum_update (self->checksum, buffer, n_read);
  return n_read;
}

static void
amp_hashing_stream_finalize (GObject *object)
{
  g_checksum_free (AMP_HASHING_STREAM (object)->checksum);
  G_OBJECT_CLASS (amp_hashing_stream_parent_class)->finalize (object);
}

static void
amp_hashing_stream_class_init (AmpHashingStreamClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = amp_hashing_stream_finalize;
  G_INPUT_STREAM_CLASS (klass)->read_fn = amp_hashing_stream_read;
}

static void
amp_hashing_stream_init (AmpHashingStream *self)
{
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
}

GInputStream *
amp_hashing_stream_new (GInputStream *base)
{
  g_return_val_if_fail (G_IS_INPUT_STREAM (base), NULL);

  return g_object_new (AMP_TYPE_HASHING_STREAM, "base-stream", base, "close-base-stream", FALSE, NULL);
}

char *
amp_hashing_stream_dup_sha256 (AmpHashingStream *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (AMP_IS_HASHING_STREAM (self), NULL);

  guint8 rest[4096];
  gssize n_read;

  do
    n_read = g_input_stream_read (G_INPUT_STREAM (self), rest, sizeof rest, cancellable, error);
  while (n_read > 0);
  return n_read == 0 ? g_strdup (g_checksum_get_string (self->checksum)) : NULL;
}
