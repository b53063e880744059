/* What a ZIP archive says it holds, from the directory at its end: sizes and places, all
 * of them claims of the archive until its content was read. It unpacks nothing. */
#pragma once

#include "amp-raw-file.h"

G_BEGIN_DECLS

/**
 * AmpZipMember:
 * @name: its path in the archive, in UTF-8, without control or bidirectional characters.
 * @method: the number of its compression method (APPNOTE 4.4.5).
 * @is_encrypted: whether it cannot be read without a password.
 * @checksum: CRC-32 of its content.
 * @packed_size: its size in the archive, in bytes.
 * @size: the size of its content, in bytes.
 * @header_offset: where its local header stands in the file.
 *
 * One file of an archive.
 */
typedef struct
{
  char    *name;
  guint    method;
  gboolean is_encrypted;
  guint32  checksum;
  guint64  packed_size;
  guint64  size;
  guint64  header_offset;
} AmpZipMember;

/**
 * amp_zip_directory_read:
 * @file: a regular file.
 * @cancellable: (nullable): to stop.
 * @error: return location for an error.
 *
 * Reads the directory, at most 16 MiB of it. Folders, empty files and what systems
 * leave in every folder (`__MACOSX`, hidden files, `Thumbs.db`…) are left out.
 *
 * Returns: (transfer full) (element-type AmpZipMember): the files, at least one; %NULL
 *   with %AMP_DUMP_ERROR_DAMAGED, %AMP_DUMP_ERROR_NOT_SUPPORTED (a part of several, too
 *   many files), %AMP_DUMP_ERROR_NOT_A_TABLE (an office document),
 *   %AMP_DUMP_ERROR_EMPTY, or as amp_raw_file_peek() says; messages name the file.
 */
GPtrArray *amp_zip_directory_read (AmpRawFile *file, GCancellable *cancellable, GError **error);

/**
 * amp_zip_directory_find_data:
 * @file: the same file.
 * @member: one of its files.
 * @offset: (out): where its packed bytes start, in bytes from the file's start.
 * @cancellable: (nullable): to stop.
 * @error: return location for an error.
 *
 * Returns: %FALSE with %AMP_DUMP_ERROR_DAMAGED when no such file stands where the
 *   directory says, or as amp_raw_file_peek() says.
 */
gboolean amp_zip_directory_find_data (AmpRawFile *file, const AmpZipMember *member, guint64 *offset, GCancellable *cancellable, GError **error);

G_END_DECLS
