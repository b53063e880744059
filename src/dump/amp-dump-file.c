/* Owns the choice between a file's bytes and its unpacked content, and the content that
 * was peeked at. It must not know what the bytes mean.
 *
 * A pipe is looked at when it is first peeked at or read, never when it is opened: it
 * may keep silent for long, and only then can the caller give up. */
#include "amp-dump-file.h"
#include "amp-dump-error.h"
#include "amp-packed-reader.h"
#include "amp-peek-buffer.h"

#include <glib/gi18n-lib.h>

struct _AmpDumpFile
{
  gboolean   is_prepared; /* the packing is known, and the reader of a packed one made */
  AmpPacking packing;
  guint      member;

  /* Owned */
  AmpRawFile      *raw;
  char            *name;    /* with that of the member where there are several */
  GPtrArray       *members; /* of an archive, else NULL */
  AmpPackedReader *packed;  /* NULL where nothing is packed */
  AmpPeekBuffer   *peeked;  /* of what is unpacked: what was looked at */
};

static gboolean
find_packing (AmpDumpFile *file, GCancellable *cancellable, GError **error)
{
  guint8 mark[AMP_PACKING_MARK_BYTES];
  gssize count = amp_raw_file_peek (file->raw, 0, mark, sizeof mark, cancellable, error);

  if (count < 0)
    return FALSE;
  file->packing = amp_packing_detect (mark, (gsize) count);
  if (file->packing != AMP_PACKING_ZIP)
    return TRUE;
  if (amp_raw_file_get_size (file->raw) < 0)
    {
      g_set_error (error, AMP_DUMP_ERROR, AMP_DUMP_ERROR_NOT_SUPPORTED, _ ("%s: a ZIP archive cannot be read from a pipe; give its name"), amp_raw_file_get_name (file->raw));
      return FALSE;
    }
  file->members = amp_zip_directory_read (file->raw, cancellable, error);
  return file->members != NULL;
}

AmpDumpFile *
amp_dump_file_open (const char *path, GError **error)
{
  g_autoptr (AmpDumpFile) file = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  file = g_new0 (AmpDumpFile, 1);
  file->peeked = amp_peek_buffer_new ();
  file->raw = amp_raw_file_open (path, error);
  if (!file->raw)
    return NULL;
  if (amp_raw_file_get_size (file->raw) >= 0 && !find_packing (file, NULL, error))
    return NULL;
  amp_dump_file_choose_member (file, 0);
  return g_steal_pointer (&file);
}

void
amp_dump_file_free (AmpDumpFile *file)
{
  if (!file)
    return;
  g_clear_pointer (&file->packed, amp_packed_reader_free);
  g_clear_pointer (&file->members, g_ptr_array_unref);
  g_clear_pointer (&file->raw, amp_raw_file_free);
  amp_peek_buffer_free (file->peeked);
  g_free (file->name);
  g_free (file);
}

const char *
amp_dump_file_get_name (AmpDumpFile *file)
{
  g_return_val_if_fail (file != NULL, NULL);
  return file->name;
}

gint64
amp_dump_file_get_size (AmpDumpFile *file)
{
  g_return_val_if_fail (file != NULL, -1);
  return amp_raw_file_get_size (file->raw);
}

AmpPacking
amp_dump_file_get_packing (AmpDumpFile *file)
{
  g_return_val_if_fail (file != NULL, AMP_PACKING_NONE);
  return file->packing;
}

double
amp_dump_file_get_ratio (AmpDumpFile *file)
{
  g_return_val_if_fail (file != NULL, 1);
  return file->packed ? amp_packed_reader_get_ratio (file->packed) : 1;
}

guint
amp_dump_file_get_n_members (AmpDumpFile *file)
{
  g_return_val_if_fail (file != NULL, 0);
  return file->members ? file->members->len : 1;
}

const char *
amp_dump_file_get_member_name (AmpDumpFile *file, guint index)
{
  g_return_val_if_fail (file != NULL, NULL);
  g_return_val_if_fail (index < amp_dump_file_get_n_members (file), NULL);

  return file->members ? ((AmpZipMember *) g_ptr_array_index (file->members, index))->name : NULL;
}

void
amp_dump_file_choose_member (AmpDumpFile *file, guint index)
{
  g_return_if_fail (file != NULL && !file->is_prepared);
  g_return_if_fail (index < amp_dump_file_get_n_members (file));

  file->member = index;
  g_free (file->name);
  if (amp_dump_file_get_n_members (file) > 1)
    file->name = g_build_filename (amp_raw_file_get_name (file->raw), amp_dump_file_get_member_name (file, index), NULL);
  else
    file->name = g_strdup (amp_raw_file_get_name (file->raw));
}

gboolean
amp_dump_file_can_seek (AmpDumpFile *file)
{
  g_return_val_if_fail (file != NULL, FALSE);
  return file->packing == AMP_PACKING_NONE && amp_raw_file_get_size (file->raw) >= 0;
}

guint64
amp_dump_file_get_position (AmpDumpFile *file)
{
  g_return_val_if_fail (file != NULL, 0);
  return amp_raw_file_get_position (file->raw);
}

static gboolean
prepare (AmpDumpFile *file, GCancellable *cancellable, GError **error)
{
  if (file->is_prepared)
    return TRUE;
  if (amp_raw_file_get_size (file->raw) < 0 && !find_packing (file, cancellable, error))
    return FALSE;
  if (file->packing == AMP_PACKING_ZIP)
    file->packed = amp_packed_reader_new_for_member (file->raw, g_ptr_array_index (file->members, file->member), cancellable, error);
  else if (file->packing != AMP_PACKING_NONE)
    file->packed = amp_packed_reader_new (file->raw, file->packing);
  file->is_prepared = file->packing == AMP_PACKING_NONE || file->packed != NULL;
  return file->is_prepared;
}

static gssize
read_packed (guint8 *buffer, gsize size, GCancellable *cancellable, gpointer data, GError **error)
{
  AmpDumpFile *file = data;

  return amp_packed_reader_read (file->packed, buffer, size, cancellable, error);
}

gssize
amp_dump_file_peek (AmpDumpFile *file, guint64 offset, guint8 *buffer, gsize size, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (file != NULL, -1);
  g_return_val_if_fail (buffer != NULL || size == 0, -1);
  g_return_val_if_fail (size <= G_MAXINT, -1);

  if (!prepare (file, cancellable, error))
    return -1;
  if (!file->packed)
    return amp_raw_file_peek (file->raw, offset, buffer, size, cancellable, error);
  g_return_val_if_fail (offset == 0, -1);
  return amp_peek_buffer_peek (file->peeked, buffer, size, read_packed, file, cancellable, error);
}

gssize
amp_dump_file_read (AmpDumpFile *file, guint8 *buffer, gsize size, GCancellable *cancellable, GError **error)
{
  gsize  peeked;
  gssize count = 0;

  g_return_val_if_fail (file != NULL, -1);
  g_return_val_if_fail (buffer != NULL || size == 0, -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  if (!prepare (file, cancellable, error))
    return -1;
  if (!file->packed)
    return amp_raw_file_read (file->raw, buffer, size, cancellable, error);
  peeked = amp_peek_buffer_take (file->peeked, buffer, size);
  if (peeked < size && !amp_peek_buffer_has_ended (file->peeked))
    count = amp_packed_reader_read (file->packed, buffer + peeked, size - peeked, cancellable, error);
  return count < 0 ? -1 : (gssize) peeked + count;
}

void
amp_dump_file_hash (AmpDumpFile *file, const guint8 *bytes, gsize length)
{
  g_return_if_fail (file != NULL);
  g_return_if_fail (bytes != NULL || length == 0);
  g_return_if_fail (!file->packed || length == 0);

  amp_raw_file_hash (file->raw, bytes, length);
}

const char *
amp_dump_file_get_sha256 (AmpDumpFile *file)
{
  g_return_val_if_fail (file != NULL, NULL);
  return amp_raw_file_get_sha256 (file->raw);
}
