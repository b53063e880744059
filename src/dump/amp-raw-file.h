/* The bytes of a file of the dump, or of standard input, as they are: opened read-only,
 * peeked at, read once in order and hashed. Whether they are packed is not known here.
 *
 * Reading and hashing are apart, so that two threads may share the work:
 * amp_raw_file_read() never hashes, and amp_raw_file_hash() touches nothing that
 * reading touches. Everything else belongs to one thread at a time. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _AmpRawFile AmpRawFile;

/**
 * amp_raw_file_open:
 * @path: (type filename): a regular file or a pipe; `-` is standard input.
 * @error: return location for an error.
 *
 * Opens the file and remembers its size, time and identity.
 *
 * Returns: (transfer full): the file, or %NULL with %AMP_DUMP_ERROR_NOT_FOUND,
 *   %AMP_DUMP_ERROR_NOT_READABLE (also for devices and sockets),
 *   %AMP_DUMP_ERROR_IS_DIRECTORY, %AMP_DUMP_ERROR_EMPTY or %AMP_DUMP_ERROR_READ.
 */
AmpRawFile *amp_raw_file_open (const char *path, GError **error);

/**
 * amp_raw_file_free:
 * @file: (nullable) (transfer full): a file, which is closed.
 */
void amp_raw_file_free (AmpRawFile *file);

/**
 * amp_raw_file_get_name:
 * @file: a file.
 *
 * Returns: (transfer none): its name without folders, in UTF-8, for people.
 */
const char *amp_raw_file_get_name (AmpRawFile *file);

/**
 * amp_raw_file_get_size:
 * @file: a file.
 *
 * Returns: its size in bytes when it was opened, or -1 for a pipe.
 */
gint64 amp_raw_file_get_size (AmpRawFile *file);

/**
 * amp_raw_file_get_position:
 * @file: a file.
 *
 * Returns: how many bytes were read in order.
 */
guint64 amp_raw_file_get_position (AmpRawFile *file);

/**
 * amp_raw_file_peek:
 * @file: a file.
 * @offset: where to look, in bytes; must be 0 where the size is -1.
 * @buffer: (out caller-allocates) (array length=size): where the bytes go.
 * @size: the bytes wanted.
 * @cancellable: (nullable): to stop, also while waiting for a pipe.
 * @error: return location for an error.
 *
 * Looks at some bytes without consuming them: those of a pipe are kept and read
 * again. A pipe's start can be peeked at only until it is read from.
 *
 * Returns: the bytes found, less than @size only where the file ends, or -1 with
 *   %AMP_DUMP_ERROR_READ or %G_IO_ERROR_CANCELLED.
 */
gssize amp_raw_file_peek (AmpRawFile *file, guint64 offset, guint8 *buffer, gsize size, GCancellable *cancellable, GError **error);

/**
 * amp_raw_file_read:
 * @file: a file.
 * @buffer: (out caller-allocates) (array length=size): where the bytes go.
 * @size: the bytes wanted.
 * @cancellable: (nullable): to stop, also while waiting for a pipe.
 * @error: return location for an error.
 *
 * Reads the next bytes in order.
 *
 * Returns: the bytes read, less than @size only at the end, which was then checked;
 *   or -1 with %AMP_DUMP_ERROR_READ, %AMP_DUMP_ERROR_CHANGED when the file is not the
 *   one that was opened any more, or %G_IO_ERROR_CANCELLED.
 */
gssize amp_raw_file_read (AmpRawFile *file, guint8 *buffer, gsize size, GCancellable *cancellable, GError **error);

/**
 * amp_raw_file_hash:
 * @file: a file.
 * @bytes: (array length=length): the next bytes of the file.
 * @length: their number.
 *
 * Adds bytes to the SHA-256 sum.
 */
void amp_raw_file_hash (AmpRawFile *file, const guint8 *bytes, gsize length);

/**
 * amp_raw_file_get_sha256:
 * @file: a file.
 *
 * Returns: (transfer none) (nullable): the sum in 64 lower-case hexadecimal digits
 *   once the end was read and as many bytes were hashed as were read; else %NULL.
 */
const char *amp_raw_file_get_sha256 (AmpRawFile *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpRawFile, amp_raw_file_free)

G_END_DECLS
