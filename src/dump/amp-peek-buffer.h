/* Bytes that were looked at before they are read: of what cannot be read twice,
 * as a pipe or what a packed file unpacks to. Must not know where they come from. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AmpPeekBuffer:
 *
 * The first bytes of a stream, those given out by peeking and not by reading.
 */
typedef struct _AmpPeekBuffer AmpPeekBuffer;

/**
 * AmpPeekSource:
 * @buffer: (out caller-allocates): where the bytes go
 * @size: how many are wanted
 * @cancellable: (nullable): what stops it
 * @data: what was given to amp_peek_buffer_peek()
 *
 * Reads the next bytes of the stream.
 *
 * Returns: how many were read, fewer than @size at the end of the stream only;
 *   -1 with @error set.
 */
typedef gssize (*AmpPeekSource) (guint8 *buffer, gsize size, GCancellable *cancellable, gpointer data, GError **error);

/**
 * amp_peek_buffer_new:
 *
 * Returns: (transfer full): a buffer at the start of its stream.
 */
AmpPeekBuffer *amp_peek_buffer_new (void);

/**
 * amp_peek_buffer_free:
 * @self: (transfer full) (nullable): a buffer
 *
 * Frees @self.
 */
void amp_peek_buffer_free (AmpPeekBuffer *self);

/**
 * amp_peek_buffer_peek:
 * @self: a buffer nothing was taken from
 * @buffer: (out caller-allocates): where the stream's first bytes go
 * @size: how many are wanted, at most %G_MAXINT
 * @source: reads what was not looked at yet
 * @data: for @source
 * @cancellable: (nullable): what stops it
 *
 * Looks at the stream's first bytes.
 *
 * Returns: how many there are, fewer than @size where the stream is shorter;
 *   -1 with the @error of @source.
 */
gssize amp_peek_buffer_peek (AmpPeekBuffer *self, guint8 *buffer, gsize size, AmpPeekSource source, gpointer data, GCancellable *cancellable, GError **error);

/**
 * amp_peek_buffer_take:
 * @self: a buffer
 * @buffer: (out caller-allocates): where the bytes go
 * @size: how many are wanted
 *
 * Reads what was looked at and not read yet. What follows is to be read from the
 * stream, unless amp_peek_buffer_has_ended().
 *
 * Returns: how many bytes there were, up to @size.
 */
gsize amp_peek_buffer_take (AmpPeekBuffer *self, guint8 *buffer, gsize size);

/**
 * amp_peek_buffer_has_ended:
 * @self: a buffer
 *
 * Returns: whether peeking met the end of the stream.
 */
gboolean amp_peek_buffer_has_ended (const AmpPeekBuffer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpPeekBuffer, amp_peek_buffer_free)

G_END_DECLS
