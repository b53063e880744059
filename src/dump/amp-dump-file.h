/* One file of the dump, or standard input: opened read-only, peeked at, read once in
 * order and hashed. A file that is packed (gzip, zstd, xz, ZIP) is told by its content
 * and unpacked while it is read, in bounded memory and never to disk: what is peeked at
 * and read is the content; size, position and sum are those of the file itself. It
 * knows bytes, not characters or rows.
 *
 * Reading and hashing are apart, so that two threads may share the work:
 * amp_dump_file_read() never hashes, and amp_dump_file_hash() touches nothing that
 * reading touches. Whoever reads hands every byte once, in order, to
 * amp_dump_file_hash(), here or in one other thread, and asks for the sum when both
 * are done. A packed file hashes itself while it is read, and is given nothing to hash.
 * Everything else belongs to one thread at a time. */
#pragma once

#include <gio/gio.h>

#include "amp-packing.h"

G_BEGIN_DECLS

typedef struct _AmpDumpFile AmpDumpFile;

/**
 * amp_dump_file_open:
 * @path: (type filename): a regular file or a pipe; `-` is standard input.
 * @error: return location for an error.
 *
 * Opens the file and remembers its size, time and identity. Of an archive the first
 * file is chosen.
 *
 * Returns: (transfer full): the file, or %NULL with %AMP_DUMP_ERROR_NOT_FOUND,
 *   %AMP_DUMP_ERROR_NOT_READABLE (also for devices and sockets),
 *   %AMP_DUMP_ERROR_IS_DIRECTORY, %AMP_DUMP_ERROR_EMPTY, %AMP_DUMP_ERROR_READ; for an
 *   archive also %AMP_DUMP_ERROR_DAMAGED, %AMP_DUMP_ERROR_NOT_SUPPORTED or
 *   %AMP_DUMP_ERROR_NOT_A_TABLE (an office document).
 */
AmpDumpFile *amp_dump_file_open (const char *path, GError **error);

/**
 * amp_dump_file_free:
 * @file: (nullable) (transfer full): a file, which is closed.
 */
void amp_dump_file_free (AmpDumpFile *file);

/**
 * amp_dump_file_get_name:
 * @file: a file.
 *
 * Returns: (transfer none): its name without folders, in UTF-8, for people; with that of
 *   the chosen member behind it where an archive has several.
 */
const char *amp_dump_file_get_name (AmpDumpFile *file);

/**
 * amp_dump_file_get_size:
 * @file: a file.
 *
 * Returns: its own size in bytes when it was opened, or -1 for a pipe.
 */
gint64 amp_dump_file_get_size (AmpDumpFile *file);

/**
 * amp_dump_file_get_packing:
 * @file: a file; a pipe must have been peeked at or read from.
 *
 * Returns: how it is packed.
 */
AmpPacking amp_dump_file_get_packing (AmpDumpFile *file);

/**
 * amp_dump_file_get_ratio:
 * @file: a file.
 *
 * Returns: the bytes of content for each packed byte, in what was looked at or read so
 *   far; 1 where nothing is packed.
 */
double amp_dump_file_get_ratio (AmpDumpFile *file);

/**
 * amp_dump_file_get_n_members:
 * @file: a file.
 *
 * Returns: the files in the archive; 1 where it is none.
 */
guint amp_dump_file_get_n_members (AmpDumpFile *file);

/**
 * amp_dump_file_get_member_name:
 * @file: an archive.
 * @index: which of its files, from 0.
 *
 * Returns: (transfer none) (nullable): its path in the archive, in UTF-8, safe to show;
 *   %NULL where there is no archive.
 */
const char *amp_dump_file_get_member_name (AmpDumpFile *file, guint index);

/**
 * amp_dump_file_choose_member:
 * @file: an archive that was neither peeked at nor read from.
 * @index: which of its files to read, from 0.
 */
void amp_dump_file_choose_member (AmpDumpFile *file, guint index);

/**
 * amp_dump_file_can_seek:
 * @file: a file that was peeked at.
 *
 * Returns: whether it can be peeked at anywhere, and its content is as large as it is
 *   itself: a regular file that is not packed.
 */
gboolean amp_dump_file_can_seek (AmpDumpFile *file);

/**
 * amp_dump_file_get_position:
 * @file: a file.
 *
 * Returns: how many of its own bytes were read in order: those of a packed file go
 *   ahead of its content, those peeked at included.
 */
guint64 amp_dump_file_get_position (AmpDumpFile *file);

/**
 * amp_dump_file_peek:
 * @file: a file.
 * @offset: where to look, in bytes; must be 0 where it cannot seek.
 * @buffer: (out caller-allocates) (array length=size): where the bytes go.
 * @size: the bytes wanted.
 * @cancellable: (nullable): to stop, also while waiting for a pipe.
 * @error: return location for an error.
 *
 * Looks at some bytes of the content without consuming them: those of a pipe or a packed
 * file are kept and read again. Their start can be peeked at only until they are read
 * from.
 *
 * Returns: the bytes found, less than @size only where the content ends, or -1 with an
 *   error as amp_dump_file_read() says.
 */
gssize amp_dump_file_peek (AmpDumpFile *file, guint64 offset, guint8 *buffer, gsize size, GCancellable *cancellable, GError **error);

/**
 * amp_dump_file_read:
 * @file: a file.
 * @buffer: (out caller-allocates) (array length=size): where the bytes go.
 * @size: the bytes wanted.
 * @cancellable: (nullable): to stop, also while waiting for a pipe.
 * @error: return location for an error.
 *
 * Reads the next bytes of the content in order.
 *
 * Returns: the bytes read, less than @size only at the end, which was then checked;
 *   or -1 with %AMP_DUMP_ERROR_READ, %AMP_DUMP_ERROR_CHANGED when the file is not the
 *   one that was opened any more, or %G_IO_ERROR_CANCELLED; where it is packed also with
 *   %AMP_DUMP_ERROR_DAMAGED, %AMP_DUMP_ERROR_ENCRYPTED, %AMP_DUMP_ERROR_NOT_SUPPORTED or
 *   %AMP_DUMP_ERROR_BOMB.
 */
gssize amp_dump_file_read (AmpDumpFile *file, guint8 *buffer, gsize size, GCancellable *cancellable, GError **error);

/**
 * amp_dump_file_hash:
 * @file: a file.
 * @bytes: (array length=length): the next bytes of the file (an #AmpBlock's raw ones).
 * @length: their number; 0 where the file is packed.
 *
 * Adds bytes to the SHA-256 sum.
 */
void amp_dump_file_hash (AmpDumpFile *file, const guint8 *bytes, gsize length);

/**
 * amp_dump_file_get_sha256:
 * @file: a file.
 *
 * Returns: (transfer none) (nullable): the sum of the file's own bytes in 64 lower-case
 *   hexadecimal digits once the end was read and all was hashed; else %NULL.
 */
const char *amp_dump_file_get_sha256 (AmpDumpFile *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpDumpFile, amp_dump_file_free)

G_END_DECLS
