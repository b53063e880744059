/* AmpHashingStream: passes the bytes of another stream on and hashes them on the
 * way, so that a file is read once. Private to the layer. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define AMP_TYPE_HASHING_STREAM (amp_hashing_stream_get_type ())
G_DECLARE_FINAL_TYPE (AmpHashingStream, amp_hashing_stream, AMP, HASHING_STREAM, GFilterInputStream)

/**
 * amp_hashing_stream_new:
 * @base: a reference is taken
 *
 * Returns: (transfer full): a stream of the same bytes
 */
GInputStream *amp_hashing_stream_new (GInputStream *base);

/**
 * amp_hashing_stream_dup_sha256:
 *
 * Reads what is left of the stream, too.
 *
 * Returns: (transfer full) (nullable): the SHA-256 of all its bytes, hexadecimal;
 *   %NULL with an error of the stream
 */
char *amp_hashing_stream_dup_sha256 (AmpHashingStream *self, GCancellable *cancellable, GError **error);

G_END_DECLS
