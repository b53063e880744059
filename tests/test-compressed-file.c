/* Packed files are read in place, whatever packed them; damaged and hostile ones are
 * told as such, and the sum is the file's own. */
#include "amp-block-reader.h"
#include "amp-dump-error.h"
#include "amp-dump-probe.h"

#include <glib/gstdio.h>
#include <lzma.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#define ROWS 60000

typedef enum
{
  PLAIN,
  GZIP,
  ZSTD,
  XZ,
  ZIP_STORED,
  ZIP_DEFLATE,
  ZIP_ZSTD,
  N_WAYS,
} Way;

static const AmpPacking packings[] = { AMP_PACKING_NONE, AMP_PACKING_GZIP, AMP_PACKING_ZSTD, AMP_PACKING_XZ, AMP_PACKING_ZIP, AMP_PACKING_ZIP, AMP_PACKING_ZIP };

static GByteArray *
make_table (guint n_rows)
{
  g_autoptr (GString) text = g_string_new ("id;nom;ville\n");
  GByteArray *bytes = g_byte_array_new ();

  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (text, "%u;Durand%x;Brest\n", 100000 + i, i * 2654435761u);
  return g_byte_array_append (bytes, (guint8 *) text->str, (guint) text->len);
}

static GByteArray *
deflate_bytes (const guint8 *bytes, gsize length, int window)
{
  z_stream    stream = { 0 };
  GByteArray *packed = g_byte_array_new ();

  g_assert_cmpint (deflateInit2 (&stream, 6, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY), ==, Z_OK);
  g_byte_array_set_size (packed, (guint) deflateBound (&stream, length) + 64);
  stream.next_in = (Bytef *) bytes;
  stream.avail_in = (uInt) length;
  stream.next_out = packed->data;
  stream.avail_out = packed->len;
  g_assert_cmpint (deflate (&stream, Z_FINISH), ==, Z_STREAM_END);
  g_byte_array_set_size (packed, (guint) stream.total_out);
  deflateEnd (&stream);
  return packed;
}

static GByteArray *
pack (const guint8 *bytes, gsize length, Way way)
{
  GByteArray *packed = g_byte_array_new ();
  size_t      used = 0;

  switch (way)
    {
    case GZIP:
      g_byte_array_unref (packed);
      return deflate_bytes (bytes, length, MAX_WBITS + 16);
    case ZIP_DEFLATE:
      g_byte_array_unref (packed);
      return deflate_bytes (bytes, length, -MAX_WBITS);
    case ZSTD:
    case ZIP_ZSTD:
      g_byte_array_set_size (packed, (guint) ZSTD_compressBound (length));
      g_byte_array_set_size (packed, (guint) ZSTD_compress (packed->data, packed->len, bytes, length, 3));
      return packed;
    case XZ:
      g_byte_array_set_size (packed, (guint) lzma_stream_buffer_bound (length));
      g_assert_cmpint (lzma_easy_buffer_encode (1, LZMA_CHECK_CRC64, NULL, bytes, length, packed->data, &used, packed->len), ==, LZMA_OK);
      return g_byte_array_set_size (packed, (guint) used);
    case PLAIN:
    case ZIP_STORED:
    case N_WAYS:
    default:
      return g_byte_array_append (packed, bytes, (guint) length);
    }
}

static void
put (GByteArray *bytes, guint64 number, guint size)
{
  for (guint i = 0; i < size; i++)
    {
      guint8 byte = i < 8 ? (guint8) (number >> (8 * i)) : 0;

      g_byte_array_append (bytes, &byte, 1);
    }
}

typedef struct
{
  GByteArray *file;
  GByteArray *directory;
  guint       n_members;
} Archive;

static void
add_member (Archive *archive, const char *name, const GByteArray *content, Way way, guint flags, gboolean is_wide)
{
  g_autoptr (GByteArray) packed = pack (content->data, content->len, way);
  guint   method = way == ZIP_DEFLATE ? 8 : way == ZIP_ZSTD ? 93
                                                            : 0;
  guint32 checksum = (guint32) crc32 (0, content->data, content->len);
  guint64 offset = archive->file->len;

  put (archive->file, 0x04034b50, 4);
  put (archive->file, 20, 2);
  put (archive->file, flags, 2);
  put (archive->file, method, 2);
  put (archive->file, 0, 4);
  put (archive->file, checksum, 4);
  put (archive->file, packed->len, 4);
  put (archive->file, content->len, 4);
  put (archive->file, strlen (name), 2);
  put (archive->file, 0, 2);
  g_byte_array_append (archive->file, (const guint8 *) name, (guint) strlen (name));
  g_byte_array_append (archive->file, packed->data, packed->len);

  put (archive->directory, 0x02014b50, 4);
  put (archive->directory, 20, 2);
  put (archive->directory, 20, 2);
  put (archive->directory, flags, 2);
  put (archive->directory, method, 2);
  put (archive->directory, 0, 4);
  put (archive->directory, checksum, 4);
  put (archive->directory, is_wide ? G_MAXUINT32 : packed->len, 4);
  put (archive->directory, is_wide ? G_MAXUINT32 : content->len, 4);
  put (archive->directory, strlen (name), 2);
  put (archive->directory, is_wide ? 28 : 0, 2);
  put (archive->directory, 0, 10);
  put (archive->directory, is_wide ? G_MAXUINT32 : offset, 4);
  g_byte_array_append (archive->directory, (const guint8 *) name, (guint) strlen (name));
  if (is_wide)
    {
      put (archive->directory, 1, 2);
      put (archive->directory, 24, 2);
      put (archive->directory, content->len, 8);
      put (archive->directory, packed->len, 8);
      put (archive->directory, offset, 8);
    }
  archive->n_members++;
}

static Archive
begin_archive (void)
{
  return (Archive){ g_byte_array_new (), g_byte_array_new (), 0 };
}

static GByteArray *
end_archive (Archive *archive, gboolean is_wide)
{
  guint64 offset = archive->file->len, size = archive->directory->len;

  g_byte_array_append (archive->file, archive->directory->data, archive->directory->len);
  if (is_wide)
    {
      guint64 end = archive->file->len;

      put (archive->file, 0x06064b50, 4);
      put (archive->file, 44, 8);
      put (archive->file, 0, 12);
      put (archive->file, archive->n_members, 8);
      put (archive->file, archive->n_members, 8);
      put (archive->file, size, 8);
      put (archive->file, offset, 8);
      put (archive->file, 0x07064b50, 4);
      put (archive->file, 0, 4);
      put (archive->file, end, 8);
      put (archive->file, 1, 4);
    }
  put (archive->file, 0x06054b50, 4);
  put (archive->file, 0, 4);
  put (archive->file, archive->n_members, 2);
  put (archive->file, archive->n_members, 2);
  put (archive->file, is_wide ? G_MAXUINT32 : size, 4);
  put (archive->file, is_wide ? G_MAXUINT32 : offset, 4);
  put (archive->file, 0, 2);
  g_byte_array_unref (archive->directory);
  return archive->file;
}

static GByteArray *
make_file (const GByteArray *content, Way way)
{
  Archive archive;

  if (way < ZIP_STORED)
    return pack (content->data, content->len, way);
  archive = begin_archive ();
  add_member (&archive, "export.csv", content, way, 0, FALSE);
  return end_archive (&archive, FALSE);
}

static AmpDumpFile *
open_bytes (const GByteArray *bytes, GError **error)
{
  g_autofree char *path = NULL;
  int              descriptor = g_file_open_tmp ("ampleur-test-XXXXXX", &path, NULL);
  AmpDumpFile     *file;

  close (descriptor);
  g_assert_true (g_file_set_contents (path, (char *) bytes->data, bytes->len, NULL));
  file = amp_dump_file_open (path, error);
  g_remove (path);
  return file;
}

/* All of the content, read by blocks; the blocks' bytes of the file add up to its size. */
static GByteArray *
read_all (AmpDumpFile *file, GError **error)
{
  AmpDialect dialect = { .delimiter = ';', .n_fields = 3 };
  g_autoptr (AmpBlockReader) reader = amp_block_reader_new (file, &dialect, 300000);
  GByteArray *content = g_byte_array_new ();
  guint64     file_bytes = 0;
  AmpBlock   *block;

  while ((block = amp_block_reader_next (reader, NULL, error)))
    {
      amp_dump_file_hash (file, block->raw, block->raw_length);
      g_assert_cmpuint (block->offset, ==, content->len);
      g_byte_array_append (content, block->bytes, (guint) block->length);
      file_bytes += block->file_bytes;
      amp_block_free (block);
    }
  if (!*error)
    g_assert_cmpuint (file_bytes, ==, (guint64) amp_dump_file_get_size (file));
  return content;
}

static void
test_content_is_read (void)
{
  g_autoptr (GByteArray) table = make_table (ROWS);

  for (Way way = PLAIN; way < N_WAYS; way++)
    for (guint peeks = 0; peeks < 2; peeks++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (GByteArray) bytes = make_file (table, way);
        g_autoptr (AmpDumpFile) file = open_bytes (bytes, &error);
        g_autoptr (AmpDumpProbe) probe = peeks ? amp_dump_probe_run (file, NULL, &error) : NULL;
        g_autoptr (GByteArray) content = read_all (file, &error);
        g_autofree char *sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes->data, bytes->len);

        g_assert_no_error (error);
        g_assert_cmpmem (content->data, content->len, table->data, table->len);
        g_assert_cmpstr (amp_dump_file_get_sha256 (file), ==, sum);
        g_assert_cmpint (amp_dump_file_get_packing (file), ==, packings[way]);
        g_assert_cmpint (amp_dump_file_get_size (file), ==, bytes->len);
        if (probe)
          {
            g_assert_cmpint (ABS (probe->records_estimate - ROWS), <, ROWS / 4);
            g_assert_cmpstr (probe->headers[1], ==, "nom");
          }
      }
}

/* Two members, frames or streams are one content; zeros behind the last are padding. */
static void
test_streams_join (void)
{
  g_autoptr (GByteArray) table = make_table (1000);

  for (Way way = GZIP; way <= XZ; way++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GByteArray) bytes = pack (table->data, 5000, way);
      g_autoptr (GByteArray) second = pack (table->data + 5000, table->len - 5000, way);
      g_autoptr (AmpDumpFile) file = NULL;
      g_autoptr (GByteArray) content = NULL;

      g_byte_array_append (bytes, second->data, second->len);
      if (way == GZIP)
        g_byte_array_append (bytes, (const guint8 *) "\0\0\0\0\0\0\0\0", 8);
      file = open_bytes (bytes, &error);
      content = read_all (file, &error);
      g_assert_no_error (error);
      g_assert_cmpmem (content->data, content->len, table->data, table->len);
    }
}

/* What became of some bytes: the error's code, or -1 if they were read as @expected. */
static int
try_bytes (const GByteArray *bytes, const GByteArray *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpDumpFile) file = open_bytes (bytes, &error);
  g_autoptr (GByteArray) content = file ? read_all (file, &error) : NULL;

  if (error)
    {
      g_assert_cmpint (error->domain, ==, AMP_DUMP_ERROR);
      g_assert_true (g_str_has_prefix (error->message, "ampleur-test-"));
      return error->code;
    }
  g_assert_cmpmem (content->data, content->len, expected->data, expected->len);
  return -1;
}

static void
test_cut_files_are_damaged (void)
{
  g_autoptr (GByteArray) table = make_table (3000);

  for (Way way = GZIP; way < N_WAYS; way++)
    {
      g_autoptr (GByteArray) bytes = make_file (table, way);
      guint whole = bytes->len;

      for (guint cut = 1; cut < whole - 8; cut = cut * 2 + 1)
        {
          g_byte_array_set_size (bytes, whole - cut);
          g_assert_cmpint (try_bytes (bytes, table), ==, AMP_DUMP_ERROR_DAMAGED);
        }
    }
}

/* One byte changed anywhere: the content is as it was, or the damage is told. */
static void
test_changed_bytes_are_found (void)
{
  g_autoptr (GByteArray) table = make_table (200);

  for (Way way = GZIP; way < N_WAYS; way++)
    {
      g_autoptr (GByteArray) bytes = make_file (table, way);
      guint n_damaged = 0;

      /* libzstd writes no sum unless it is asked to: nothing can tell there. */
      if (way == ZSTD)
        continue;
      for (guint i = 8; i < bytes->len; i += 7)
        {
          bytes->data[i] ^= 0x15;
          n_damaged += try_bytes (bytes, table) >= 0;
          bytes->data[i] ^= 0x15;
        }
      g_assert_cmpuint (n_damaged * 7, >, bytes->len / 2);
    }
}

static void
test_what_follows_is_not_ignored (void)
{
  g_autoptr (GByteArray) table = make_table (100);

  for (Way way = GZIP; way <= XZ; way++)
    {
      g_autoptr (GByteArray) bytes = make_file (table, way);

      g_byte_array_append (bytes, (const guint8 *) "more, and more of it", 20);
      g_assert_cmpint (try_bytes (bytes, table), ==, AMP_DUMP_ERROR_DAMAGED);
    }
}

static void
test_encrypted_archive_is_refused (void)
{
  g_autoptr (GByteArray) table = make_table (100);
  Archive archive = begin_archive ();
  g_autoptr (GByteArray) bytes = NULL;

  add_member (&archive, "export.csv", table, ZIP_DEFLATE, 1, FALSE);
  bytes = end_archive (&archive, FALSE);
  g_assert_cmpint (try_bytes (bytes, table), ==, AMP_DUMP_ERROR_ENCRYPTED);
}

static void
test_wide_archive_is_read (void)
{
  g_autoptr (GByteArray) table = make_table (100);
  Archive archive = begin_archive ();
  g_autoptr (GByteArray) bytes = NULL;

  add_member (&archive, "export.csv", table, ZIP_DEFLATE, 0, TRUE);
  bytes = end_archive (&archive, TRUE);
  g_assert_cmpint (try_bytes (bytes, table), ==, -1);
}

static void
test_members_are_chosen (void)
{
  g_autoptr (GByteArray) first = make_table (100);
  g_autoptr (GByteArray) second = make_table (20000);
  g_autoptr (GByteArray) nothing = g_byte_array_new ();
  g_autoptr (GByteArray) bytes = NULL;
  Archive archive = begin_archive ();

  add_member (&archive, "folder/", nothing, ZIP_STORED, 0, FALSE);
  add_member (&archive, "folder/a.csv", first, ZIP_DEFLATE, 0, FALSE);
  add_member (&archive, "__MACOSX/folder/._a.csv", first, ZIP_DEFLATE, 0, FALSE);
  add_member (&archive, "folder/b\x1b.csv", second, ZIP_DEFLATE, 0, FALSE);
  add_member (&archive, "folder/.DS_Store", first, ZIP_DEFLATE, 0, FALSE);
  bytes = end_archive (&archive, FALSE);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AmpDumpFile) file = open_bytes (bytes, &error);
      const GByteArray *expected = i == 0 ? first : second;
      g_autoptr (GByteArray) content = NULL;
      g_autofree char *sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes->data, bytes->len);

      g_assert_no_error (error);
      g_assert_cmpuint (amp_dump_file_get_n_members (file), ==, 2);
      g_assert_cmpstr (amp_dump_file_get_member_name (file, 1), ==, "folder/b\357\277\275.csv");
      amp_dump_file_choose_member (file, i);
      content = read_all (file, &error);
      g_assert_no_error (error);
      g_assert_cmpmem (content->data, content->len, expected->data, expected->len);
      g_assert_cmpstr (amp_dump_file_get_sha256 (file), ==, sum);
    }
}

static void
test_trap_is_left (void)
{
  gsize size = 100 * 1024 * 1024;
  g_autoptr (GByteArray) zeros = g_byte_array_new ();
  Archive archive = begin_archive ();
  g_autoptr (GByteArray) bytes = NULL;

  g_byte_array_set_size (zeros, (guint) size);
  memset (zeros->data, '\n', size);
  add_member (&archive, "export.csv", zeros, ZIP_DEFLATE, 0, FALSE);
  bytes = end_archive (&archive, FALSE);
  g_assert_cmpint (try_bytes (bytes, zeros), ==, AMP_DUMP_ERROR_BOMB);
}

static void
test_random_archives_end (void)
{
  g_autoptr (GByteArray) table = make_table (20);
  g_autoptr (GRand) random = g_rand_new_with_seed (4);
  g_autoptr (GByteArray) bytes = make_file (table, ZIP_DEFLATE);

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GByteArray) changed = g_byte_array_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (AmpDumpFile) file = NULL;

      g_byte_array_append (changed, bytes->data, bytes->len);
      for (guint k = 0; k < 4; k++)
        changed->data[g_rand_int_range (random, (gint32) changed->len - 90, (gint32) changed->len)] = (guint8) g_rand_int (random);
      file = open_bytes (changed, &error);
      if (file)
        {
          g_autoptr (GByteArray) content = read_all (file, &error);

          g_assert_cmpuint (content->len, <=, table->len);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dump/compressed-file/content-is-read", test_content_is_read);
  g_test_add_func ("/dump/compressed-file/streams-join", test_streams_join);
  g_test_add_func ("/dump/compressed-file/cut-files-are-damaged", test_cut_files_are_damaged);
  g_test_add_func ("/dump/compressed-file/changed-bytes-are-found", test_changed_bytes_are_found);
  g_test_add_func ("/dump/compressed-file/what-follows-is-not-ignored", test_what_follows_is_not_ignored);
  g_test_add_func ("/dump/compressed-file/encrypted-archive-is-refused", test_encrypted_archive_is_refused);
  g_test_add_func ("/dump/compressed-file/wide-archive-is-read", test_wide_archive_is_read);
  g_test_add_func ("/dump/compressed-file/members-are-chosen", test_members_are_chosen);
  g_test_add_func ("/dump/compressed-file/trap-is-left", test_trap_is_left);
  g_test_add_func ("/dump/compressed-file/random-archives-end", test_random_archives_end);
  return g_test_run ();
}
