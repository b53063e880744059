/* The content of a packed file, in order and in bounded memory. Every byte of the file
 * is read and hashed on the way, those around an archive's member too, so that the sum
 * is the file's own. */
#pragma once

#include "amp-packing.h"
#include "amp-raw-file.h"
#include "amp-zip-directory.h"

G_BEGIN_DECLS

/* Content that is larger than %AMP_PACKED_MAX_RATIO times its packed bytes, and larger
 * than %AMP_PACKED_FREE_BYTES, is no table of people but a trap. */
#define AMP_PACKED_MAX_RATIO 250
#define AMP_PACKED_FREE_BYTES (64 * 1024 * 1024)

typedef struct _AmpPackedReader AmpPackedReader;

/**
 * amp_packed_reader_new:
 * @file: (transfer none): a file nothing was read from yet; must outlive the reader.
 * @packing: gzip, zstd or xz.
 *
 * Returns: (transfer full): a reader at the start of the content.
 */
AmpPackedReader *amp_packed_reader_new (AmpRawFile *file, AmpPacking packing);

/**
 * amp_packed_reader_new_for_member:
 * @file: (transfer none): a ZIP archive nothing was read from yet; must outlive the reader.
 * @member: (transfer none): one of its files; must outlive the reader.
 * @cancellable: (nullable): to stop.
 * @error: return location for an error.
 *
 * Returns: (transfer full): a reader at the start of the member's content, or %NULL with
 *   %AMP_DUMP_ERROR_ENCRYPTED, %AMP_DUMP_ERROR_NOT_SUPPORTED (its method) or as
 *   amp_zip_directory_find_data() says.
 */
AmpPackedReader *amp_packed_reader_new_for_member (AmpRawFile *file, const AmpZipMember *member, GCancellable *cancellable, GError **error);

/**
 * amp_packed_reader_free:
 * @reader: (nullable) (transfer full): a reader.
 */
void amp_packed_reader_free (AmpPackedReader *reader);

/**
 * amp_packed_reader_read:
 * @reader: a reader.
 * @buffer: (out caller-allocates) (array length=size): where the bytes go.
 * @size: the bytes wanted.
 * @cancellable: (nullable): to stop.
 * @error: return location for an error.
 *
 * Returns: the bytes of content read, less than @size only at its end, where the rest of
 *   the file was read and every sum checked; or -1 with %AMP_DUMP_ERROR_DAMAGED,
 *   %AMP_DUMP_ERROR_NOT_SUPPORTED (too much memory), %AMP_DUMP_ERROR_BOMB, or as
 *   amp_raw_file_read() says.
 */
gssize amp_packed_reader_read (AmpPackedReader *reader, guint8 *buffer, gsize size, GCancellable *cancellable, GError **error);

/**
 * amp_packed_reader_get_ratio:
 * @reader: a reader.
 *
 * Returns: the bytes of content for each packed byte, so far; 1 before any.
 */
double amp_packed_reader_get_ratio (AmpPackedReader *reader);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpPackedReader, amp_packed_reader_free)

G_END_DECLS
