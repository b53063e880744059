/* What is found in whole files, in large ones, and in none. */
#include "amp-dump-error.h"
#include "amp-dump-probe.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static AmpDumpProbe *
probe (const char *bytes, gsize length, GError **error)
{
  g_autoptr (AmpDumpFile) file = NULL;
  g_autofree char *path = NULL;
  int              descriptor = g_file_open_tmp ("ampleur-test-XXXXXX", &path, NULL);

  close (descriptor);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  file = amp_dump_file_open (path, error);
  g_remove (path);
  return file ? amp_dump_probe_run (file, NULL, error) : NULL;
}

static AmpDumpProbe *
probe_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  AmpDumpProbe *found = probe (text, strlen (text), &error);

  g_assert_no_error (error);
  return found;
}

static char *
join_row (AmpDumpProbe *found, guint row)
{
  return g_strjoinv ("|", g_ptr_array_index (found->rows, row));
}

static void
test_small_file_is_read_whole (void)
{
  g_autoptr (AmpDumpProbe) found = probe_text ("Extraction\r\npr\xe9nom ; ville\r\nZo\xe9;Orl\xe9"
                                               "ans\r\nL\xe9on\r\n\r\npr\xe9nom;ville\r\nAli; Brest ;\r\n");
  g_autofree char *headers = g_strjoinv ("|", found->headers);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_assert_cmpint (found->dialect.encoding, ==, AMP_ENCODING_WINDOWS_1252);
  g_assert_cmpuint (found->dialect.preamble_lines, ==, 1);
  g_assert_cmpstr (headers, ==, "prénom|ville");
  g_assert_cmpint (found->records_estimate, ==, 3);
  g_assert_cmpuint (found->rows->len, ==, 2);
  first = join_row (found, 0);
  second = join_row (found, 1);
  g_assert_cmpstr (first, ==, "Zoé|Orléans");
  g_assert_cmpstr (second, ==, "Ali|Brest");
}

static void
test_list_has_one_unnamed_field (void)
{
  g_autoptr (AmpDumpProbe) found = probe_text ("a@example.org\nb@example.org\nc@example.org");

  g_assert_cmpuint (found->dialect.n_fields, ==, 1);
  g_assert_cmpuint (g_strv_length (found->headers), ==, 1);
  g_assert_cmpstr (found->headers[0], ==, "");
  g_assert_cmpint (found->records_estimate, ==, 3);
}

static void
test_utf_16_is_sampled (void)
{
  gsize            length;
  g_autofree char *wide = g_convert ("\357\273\277id;nom\r\n1;Zo\303\251\r\n2;Ali\r\n", -1, "UTF-16LE", "UTF-8", NULL, &length, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpDumpProbe) found = probe (wide, length, &error);
  g_autofree char *first = NULL;

  g_assert_no_error (error);
  first = join_row (found, 0);
  g_assert_cmpstr (found->headers[0], ==, "id");
  g_assert_cmpstr (first, ==, "1|Zoé");
}

/* The accents of this file are all behind its head. */
static void
test_large_file_is_sampled_all_over (void)
{
  static const char *const encodings[] = { "UTF-8", "WINDOWS-1252", "UTF-16LE" };
  static const AmpEncoding expected[] = { AMP_ENCODING_UTF_8, AMP_ENCODING_WINDOWS_1252, AMP_ENCODING_UTF_16_LE };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autoptr (GString) text = g_string_new ("id;nom;ville\r\n");
      g_autofree char *bytes = NULL;
      gsize            length;
      g_autoptr (GError) error = NULL;
      g_autoptr (AmpDumpProbe) found = NULL;
      gboolean has_tail = FALSE;

      for (guint k = 0; k < 100000; k++)
        g_string_append_printf (text, "%u;%s;Brest\r\n", 100000 + k, k < 70000 ? "Durand" : "H\303\251l\303\250ne");
      bytes = g_convert (text->str, -1, encodings[i], "UTF-8", NULL, &length, NULL);
      found = probe (bytes, length, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (amp_encoding_get_code (found->dialect.encoding), ==, amp_encoding_get_code (expected[i]));
      g_assert_cmpint (ABS (found->records_estimate - 100000), <, 2000);
      g_assert_cmpuint (found->rows->len, ==, AMP_DUMP_PROBE_MAX_ROWS);
      for (guint k = 0; k < found->rows->len; k++)
        has_tail = has_tail || strcmp (((char **) g_ptr_array_index (found->rows, k))[1], "Hélène") == 0;
      g_assert_true (has_tail);
    }
}

static void
test_refusals_name_the_file (void)
{
  g_autoptr (GError) blank = NULL;
  g_autoptr (GError) image = NULL;

  g_assert_null (probe ("\n\n", 2, &blank));
  g_assert_error (blank, AMP_DUMP_ERROR, AMP_DUMP_ERROR_EMPTY);
  g_assert_true (g_str_has_prefix (blank->message, "ampleur-test-"));
  g_assert_null (probe ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16, &image));
  g_assert_error (image, AMP_DUMP_ERROR, AMP_DUMP_ERROR_NOT_A_TABLE);
  g_assert_true (g_str_has_prefix (image->message, "ampleur-test-"));
}

static void
test_pipe_is_peeked_at (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpDumpFile) file = NULL;
  g_autoptr (AmpDumpProbe) found = NULL;
  guint8 buffer[64];
  int    ends[2], saved = dup (STDIN_FILENO);

  g_assert_cmpint (pipe (ends), ==, 0);
  g_assert_cmpint (write (ends[1], "id;nom\n1;A\n2;B\n", 15), ==, 15);
  close (ends[1]);
  dup2 (ends[0], STDIN_FILENO);
  close (ends[0]);
  file = amp_dump_file_open ("-", &error);
  dup2 (saved, STDIN_FILENO);
  close (saved);
  g_assert_no_error (error);
  found = amp_dump_probe_run (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (found->records_estimate, ==, 2);
  g_assert_cmpint (amp_dump_file_read (file, buffer, sizeof buffer, NULL, &error), ==, 15);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dump/dump-probe/small-file-is-read-whole", test_small_file_is_read_whole);
  g_test_add_func ("/dump/dump-probe/list-has-one-unnamed-field", test_list_has_one_unnamed_field);
  g_test_add_func ("/dump/dump-probe/utf-16-is-sampled", test_utf_16_is_sampled);
  g_test_add_func ("/dump/dump-probe/large-file-is-sampled-all-over", test_large_file_is_sampled_all_over);
  g_test_add_func ("/dump/dump-probe/refusals-name-the-file", test_refusals_name_the_file);
  g_test_add_func ("/dump/dump-probe/pipe-is-peeked-at", test_pipe_is_peeked_at);
  return g_test_run ();
}
