/* Blocks together are the file, and end where a row may end. */
#include "amp-block-reader.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  GString *text; /* what is to be parsed */
  GString *raw;
  guint    n_blocks;
  gsize    longest;
} Blocks;

static AmpDumpFile *
open_bytes (const char *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  AmpDumpFile     *file;
  int              descriptor = g_file_open_tmp ("ampleur-test-XXXXXX", &path, &error);

  g_assert_no_error (error);
  close (descriptor);
  g_file_set_contents (path, bytes, (gssize) length, &error);
  g_assert_no_error (error);
  file = amp_dump_file_open (path, &error);
  g_assert_no_error (error);
  g_remove (path);
  return file;
}

/* Reads all blocks and checks what holds for any of them. */
static Blocks
read_blocks (AmpEncoding encoding, const char *bytes, gsize length, gsize block_size)
{
  AmpDialect dialect = { .encoding = encoding };
  g_autoptr (AmpDumpFile) file = open_bytes (bytes, length);
  g_autoptr (AmpBlockReader) reader = amp_block_reader_new (file, &dialect, block_size);
  g_autoptr (GError) error = NULL;
  Blocks    blocks = { .text = g_string_new (NULL), .raw = g_string_new (NULL) };
  gboolean  was_last = FALSE;
  AmpBlock *block;

  while ((block = amp_block_reader_next (reader, NULL, &error)))
    {
      g_assert_false (was_last);
      was_last = block->is_last;
      g_assert_cmpuint (block->offset, ==, blocks.raw->len);
      g_assert_cmpuint (block->index, ==, blocks.n_blocks++);
      g_assert_cmpuint (block->raw_length, >, 0);
      blocks.longest = MAX (blocks.longest, block->raw_length);
      g_string_append_len (blocks.text, (char *) block->bytes, (gssize) block->length);
      g_string_append_len (blocks.raw, (char *) block->raw, (gssize) block->raw_length);
      amp_dump_file_hash (file, block->raw, block->raw_length);
      if (!block->is_last && !amp_encoding_is_utf_16 (encoding) && block->raw[block->raw_length - 1] == '\r')
        g_assert_cmpint (bytes[blocks.raw->len], !=, '\n');
      amp_block_free (block);
    }
  g_assert_no_error (error);
  g_assert_true (was_last);
  g_assert_cmpmem (blocks.raw->str, blocks.raw->len, bytes, length);
  g_assert_nonnull (amp_dump_file_get_sha256 (file));
  return blocks;
}

static void
clear_blocks (Blocks *blocks)
{
  g_string_free (blocks->text, TRUE);
  g_string_free (blocks->raw, TRUE);
}

static void
check (AmpEncoding encoding, const char *bytes, gsize length, gsize block_size, guint n_blocks, const char *text)
{
  Blocks blocks = read_blocks (encoding, bytes, length, block_size);

  g_assert_cmpuint (blocks.n_blocks, ==, n_blocks);
  g_assert_cmpstr (blocks.text->str, ==, text);
  clear_blocks (&blocks);
}

static void
test_cuts_after_line_ends (void)
{
  check (AMP_ENCODING_UTF_8, "a\nb\n", 4, 0, 1, "a\nb\n");
  check (AMP_ENCODING_UTF_8, "12345\n12345\n12345\n", 18, 8, 3, "12345\n12345\n12345\n");
  check (AMP_ENCODING_UTF_8, "1234567\n1234567\n", 16, 8, 2, "1234567\n1234567\n");
  check (AMP_ENCODING_UTF_8, "123456\r\n12345\r\n1", 16, 8, 2, "123456\r\n12345\r\n1");
  check (AMP_ENCODING_UTF_8, "1234567\r\n2345\r\n1", 16, 8, 3, "1234567\r\n2345\r\n1");
  check (AMP_ENCODING_UTF_8, "1234567\r12345678\r", 17, 8, 3, "1234567\r12345678\r");
}

static void
test_long_line_is_cut_anywhere (void)
{
  check (AMP_ENCODING_UTF_8, "12345678901234567890\n", 21, 8, 3, "12345678901234567890\n");
}

static void
test_marks_are_left_out (void)
{
  check (AMP_ENCODING_UTF_8_BOM, "\xef\xbb\xbf"
                                 "a\nb\n",
         7, 0, 1, "a\nb\n");
  check (AMP_ENCODING_UTF_8_BOM, "\xef\xbb\xbf"
                                 "a\n\xef\xbb\xbf"
                                 "b\n",
         10, 8, 2, "a\n\xef\xbb\xbf"
                   "b\n");
}

static void
test_utf_16_is_transcoded (void)
{
  static const char        text[] = "id;nom\r\n1;Zo\303\251\r\n2;\360\237\230\200\360\237\230\200\360\237\230\200\n3;\340\250\212\340\264\215\r4;x";
  static const char *const names[] = { "UTF-16LE", "UTF-16BE" };

  for (guint i = 0; i < 2; i++)
    for (gsize size = 8; size < 100; size++)
      {
        AmpEncoding      encoding = i == 0 ? AMP_ENCODING_UTF_16_LE : AMP_ENCODING_UTF_16_BE;
        gsize            length;
        g_autofree char *marked = g_strconcat ("\357\273\277", text, NULL);
        g_autofree char *wide = g_convert (marked, -1, names[i], "UTF-8", NULL, &length, NULL);
        Blocks           blocks = read_blocks (encoding, wide, length, size);

        g_assert_cmpstr (blocks.text->str, ==, text);
        clear_blocks (&blocks);
      }
}

static void
test_any_bytes_come_whole (void)
{
  static const char alphabet[] = "\r\n\nab\xff\xfe\0";
  g_autoptr (GRand) random = g_rand_new_with_seed (8);

  for (guint i = 0; i < 500; i++)
    {
      gsize            length = (gsize) g_rand_int_range (random, 1, 300), size = (gsize) g_rand_int_range (random, 8, 64);
      g_autofree char *bytes = g_malloc (length + 1);
      Blocks           blocks;

      for (gsize k = 0; k < length; k++)
        bytes[k] = alphabet[g_rand_int_range (random, 0, sizeof alphabet)];
      blocks = read_blocks (i % 3 ? AMP_ENCODING_UTF_8 : AMP_ENCODING_UTF_16_BE, bytes, length, size);
      g_assert_cmpuint (blocks.longest, <=, size);
      if (i % 3)
        g_assert_cmpmem (blocks.text->str, blocks.text->len, bytes, length);
      clear_blocks (&blocks);
    }
}

static void
test_stops_when_cancelled (void)
{
  AmpDialect dialect = { 0 };
  g_autoptr (AmpDumpFile) file = open_bytes ("a\nb\n", 4);
  g_autoptr (AmpBlockReader) reader = amp_block_reader_new (file, &dialect, 0);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (amp_block_reader_next (reader, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dump/block-reader/cuts-after-line-ends", test_cuts_after_line_ends);
  g_test_add_func ("/dump/block-reader/long-line-is-cut-anywhere", test_long_line_is_cut_anywhere);
  g_test_add_func ("/dump/block-reader/marks-are-left-out", test_marks_are_left_out);
  g_test_add_func ("/dump/block-reader/utf-16-is-transcoded", test_utf_16_is_transcoded);
  g_test_add_func ("/dump/block-reader/any-bytes-come-whole", test_any_bytes_come_whole);
  g_test_add_func ("/dump/block-reader/stops-when-cancelled", test_stops_when_cancelled);
  return g_test_run ();
}
