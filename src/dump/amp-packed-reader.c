/* Owns the loop between the file and an unpacker, and what an archive adds to it: where
 * the packed bytes start and end, their checksum. It knows no rows.
 *
 * Invariant: a byte of the file is hashed when it is read, and read once, in order. */
#include "amp-packed-reader.h"
#include "amp-dump-error.h"
#include "amp-unpacker.h"

#include <glib/gi18n-lib.h>
#include <zlib.h>

#define CHUNK_BYTES (64 * 1024)

/* Compression methods of ZIP archives; source: APPNOTE 4.4.5. */
/* clang-format off */
static const struct { guint number; AmpUnpackMethod method; } zip_methods[] = {
  { 0,  AMP_UNPACK_STORED },
  { 8,  AMP_UNPACK_DEFLATE },
  { 93, AMP_UNPACK_ZSTD },
  { 95, AMP_UNPACK_XZ },
};

static const AmpUnpackMethod methods[] = {
  [AMP_PACKING_NONE] = AMP_UNPACK_STORED,
  [AMP_PACKING_GZIP] = AMP_UNPACK_GZIP,
  [AMP_PACKING_ZSTD] = AMP_UNPACK_ZSTD,
  [AMP_PACKING_XZ]   = AMP_UNPACK_XZ,
};
/* clang-format on */

struct _AmpPackedReader
{
  AmpRawFile         *file;   /* borrowed */
  const AmpZipMember *member; /* borrowed; NULL outside archives */
  guint64             start;  /* of the packed bytes, in the file */
  guint64             end;    /* of the packed bytes, G_MAXUINT64 for the file's end */
  guint64             packed;
  guint64             content;
  guint32             checksum;
  gboolean            has_input_ended;
  gboolean            is_at_end;
  const guint8       *input; /* in the chunk */
  gsize               input_length;

  /* Owned */
  AmpUnpacker *unpacker;
  guint8      *chunk;
};

static AmpPackedReader *
create (AmpRawFile *file, AmpUnpackMethod method)
{
  AmpPackedReader *reader = g_new0 (AmpPackedReader, 1);

  reader->file = file;
  reader->end = G_MAXUINT64;
  reader->chunk = g_malloc (CHUNK_BYTES);
  reader->input = reader->chunk;
  reader->unpacker = amp_unpacker_new (method);
  return reader;
}

AmpPackedReader *
amp_packed_reader_new (AmpRawFile *file, AmpPacking packing)
{
  g_return_val_if_fail (file != NULL, NULL);
  g_return_val_if_fail (packing < G_N_ELEMENTS (methods), NULL);

  return create (file, methods[packing]);
}

AmpPackedReader *
amp_packed_reader_new_for_member (AmpRawFile *file, const AmpZipMember *member, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (file != NULL && member != NULL, NULL);

  if (member->is_encrypted)
    {
      g_set_error (error, AMP_DUMP_ERROR, AMP_DUMP_ERROR_ENCRYPTED, _ ("%s: the archive is encrypted; extract it with its password first"), amp_raw_file_get_name (file));
      return NULL;
    }
  for (guint i = 0; i < G_N_ELEMENTS (zip_methods); i++)
    if (zip_methods[i].number == member->method)
      {
        g_autoptr (AmpPackedReader) reader = create (file, zip_methods[i].method);

        if (!amp_zip_directory_find_data (file, member, &reader->start, cancellable, error))
          return NULL;
        reader->member = member;
        reader->end = reader->start + member->packed_size;
        return g_steal_pointer (&reader);
      }
  g_set_error (error, AMP_DUMP_ERROR, AMP_DUMP_ERROR_NOT_SUPPORTED, _ ("%s: the archive's compression method %u is not supported; extract it first"), amp_raw_file_get_name (file), member->method);
  return NULL;
}

void
amp_packed_reader_free (AmpPackedReader *reader)
{
  if (!reader)
    return;
  amp_unpacker_free (reader->unpacker);
  g_free (reader->chunk);
  g_free (reader);
}

static gboolean
fail (AmpPackedReader *reader, AmpDumpError code, const char *reason, GError **error)
{
  g_autofree char *message = g_strdup_printf ("%s: %s", amp_raw_file_get_name (reader->file), reason);

  g_set_error_literal (error, AMP_DUMP_ERROR, (int) code, message);
  return FALSE;
}

/* The file's next bytes up to @end, hashed. Returns how many, 0 at the end, or -1. */
static gssize
read_chunk (AmpPackedReader *reader, guint64 end, GCancellable *cancellable, GError **error)
{
  guint64 left = end - amp_raw_file_get_position (reader->file);
  gssize  count = amp_raw_file_read (reader->file, reader->chunk, (gsize) MIN (left, CHUNK_BYTES), cancellable, error);

  if (count > 0)
    amp_raw_file_hash (reader->file, reader->chunk, (gsize) count);
  return count;
}

/* Reads on, and uses nothing, up to a place of the file. */
static gboolean
pass_to (AmpPackedReader *reader, guint64 end, GCancellable *cancellable, GError **error)
{
  while (amp_raw_file_get_position (reader->file) < end)
    {
      gssize count = read_chunk (reader, end, cancellable, error);

      if (count < 0)
        return FALSE;
      if (count == 0)
        break;
    }
  return TRUE;
}

static gboolean
refill (AmpPackedReader *reader, GCancellable *cancellable, GError **error)
{
  gssize count;

  if (!pass_to (reader, reader->start, cancellable, error))
    return FALSE;
  count = amp_raw_file_get_position (reader->file) < reader->end ? read_chunk (reader, reader->end, cancellable, error) : 0;
  if (count < 0)
    return FALSE;
  reader->has_input_ended = count == 0;
  reader->input = reader->chunk;
  reader->input_length = (gsize) count;
  reader->packed += (guint64) count;
  return TRUE;
}

/* The content is all there: is it what the archive said, and what follows it? */
static gboolean
finish (AmpPackedReader *reader, GCancellable *cancellable, GError **error)
{
  if (reader->member && (reader->content != reader->member->size || reader->checksum != reader->member->checksum))
    return fail (reader, AMP_DUMP_ERROR_DAMAGED, _ ("the archive is damaged: its content is not what it says"), error);
  reader->is_at_end = TRUE;
  return pass_to (reader, G_MAXUINT64, cancellable, error);
}

static gboolean
check_status (AmpPackedReader *reader, AmpUnpackStatus status, GError **error)
{
  if (status == AMP_UNPACK_DAMAGED)
    return fail (reader, AMP_DUMP_ERROR_DAMAGED, _ ("the compressed data is damaged"), error);
  if (status == AMP_UNPACK_TOO_LARGE)
    return fail (reader, AMP_DUMP_ERROR_NOT_SUPPORTED, _ ("unpacking it needs too much memory; decompress it first"), error);
  if (reader->content > AMP_PACKED_FREE_BYTES && reader->content / AMP_PACKED_MAX_RATIO > reader->packed)
    return fail (reader, AMP_DUMP_ERROR_BOMB, _ ("unpacks to hundreds of times its size: this is a trap, not a table"), error);
  return TRUE;
}

/* One step. Once input ended and nothing came of it, the content is whole or cut off. */
static gboolean
unpack_some (AmpPackedReader *reader, guint8 *buffer, gsize size, gsize *count, GCancellable *cancellable, GError **error)
{
  AmpUnpackBuffers buffers = { reader->input, reader->input_length, buffer, size };
  AmpUnpackStatus  status = amp_unpacker_run (reader->unpacker, &buffers, reader->has_input_ended);

  *count = size - buffers.output_length;
  reader->input = buffers.input;
  reader->input_length = buffers.input_length;
  reader->content += *count;
  if (reader->member && *count > 0)
    reader->checksum = (guint32) crc32_z (reader->checksum, buffer, *count);
  if (!check_status (reader, status, error))
    return FALSE;
  if (!reader->has_input_ended || reader->input_length > 0 || *count > 0)
    return TRUE;
  if (status != AMP_UNPACK_MAY_END)
    return fail (reader, AMP_DUMP_ERROR_DAMAGED, _ ("the compressed data ends early"), error);
  return finish (reader, cancellable, error);
}

gssize
amp_packed_reader_read (AmpPackedReader *reader, guint8 *buffer, gsize size, GCancellable *cancellable, GError **error)
{
  gsize done = 0;

  g_return_val_if_fail (reader != NULL, -1);
  g_return_val_if_fail (buffer != NULL || size == 0, -1);

  while (done < size && !reader->is_at_end)
    {
      gsize count;

      if (reader->input_length == 0 && !reader->has_input_ended && !refill (reader, cancellable, error))
        return -1;
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !unpack_some (reader, buffer + done, size - done, &count, cancellable, error))
        return -1;
      done += count;
    }
  return (gssize) done;
}

double
amp_packed_reader_get_ratio (AmpPackedReader *reader)
{
  guint64 used;

  g_return_val_if_fail (reader != NULL, 1);

  used = reader->packed - reader->input_length;
  return used > 0 ? (double) reader->content / (double) used : 1;
}
