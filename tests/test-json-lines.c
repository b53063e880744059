/* JSON Lines: objects become rows, broken lines stay alone, and cuts change nothing. */
#include "row-cuts.h"

#include "amp-dump-probe.h"
#include "amp-json-guess.h"

#include <glib/gstdio.h>
#include <unistd.h>

static const char *const headers[] = { "id", "nom", "adresse.ville", "tags", NULL };

static AmpDialect
get_json_dialect (void)
{
  AmpDialect dialect = get_dialect (4, TRUE);

  dialect.format = AMP_DUMP_FORMAT_JSON_LINES;
  dialect.delimiter = 0;
  return dialect;
}

static void
assert_rows (const char *text, gsize length, const char *expected)
{
  AmpDialect       dialect = get_json_dialect ();
  g_autofree char *found = read_whole (&dialect, headers, text, length);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_objects_are_rows (void)
{
  static const char text[] = "{\"id\": 1, \"nom\": \"Zo\\u00e9 \\\"Z\\\"\", \"adresse\": {\"ville\": \"Brest\"}, \"tags\": [\"a\", [2, {\"k\": \"b\"}], null]}\r\n"
                             "\r\n"
                             "{\"nom\":null,\"id\":-2.5e3,\"tags\":[]}\n"
                             "{\"tags\":\"\\ud83d\\ude00\\/\\n\",\"adresse\":{},\"id\":true}";

  assert_rows (text, sizeof text - 1,
               "1 data none [1] [Zo\\c3\\a9 \"Z\"] [Brest] [a, 2, b]\n"
               "2 empty none [] [] [] []\n"
               "3 data none [-2.5e3] [] [] []\n"
               "4 data none [true] [] [] [\\f0\\9f\\98\\80/\\0a]\n"
               "4 lines\n");
}

static void
test_array_is_unwrapped (void)
{
  static const char text[] = "[\n  {\"id\":1},\n{\"id\":2}, {\"id\":3}\n, {\"id\":4}\n]\n";

  assert_rows (text, sizeof text - 1,
               "1 empty none [] [] [] []\n2 data none [1] [] [] []\n3 data none [2] [] [] []\n3 data none [3] [] [] []\n"
               "4 data none [4] [] [] []\n5 empty none [] [] [] []\n5 lines\n");
}

static void
test_faults_are_told (void)
{
  static const char text[] = "{\"id\":1,\"nom\":\"cut\n"
                             "{\"id\":2,\"new\":\"x\",\"none\":null}\n"
                             "{\"id\":3,\"id\":4}\n"
                             "{\"id\":5} and more\n"
                             "{\"id\":6,\"nom\":\"\0\"}\n"
                             "{\"id\":7 \"nom\":8}\n"
                             "{\"id\":9}\n";

  assert_rows (text, sizeof text - 1,
               "1 data broken-syntax [1] [] [] []\n"
               "2 data too-long [2] [] [] [] [x]\n"
               "3 data too-long [3] [] [] [] [4]\n"
               "4 data none [5] [] [] []\n"
               "4 data broken-syntax [] [] [] [] [and more]\n"
               "5 data nul-byte [6] [\\00] [] []\n"
               "6 data broken-syntax [7] [] [] [] [\"nom\":8}]\n"
               "7 data none [9] [] [] []\n"
               "7 lines\n");
}

static void
test_depth_is_bounded (void)
{
  g_autoptr (GString) text = g_string_new ("{\"id\":1,\"tags\":");
  AmpDialect       dialect = get_json_dialect ();
  g_autofree char *found = NULL;

  for (guint i = 0; i < 500000; i++)
    g_string_append_c (text, '[');
  found = read_whole (&dialect, headers, text->str, text->len);
  g_assert_true (g_str_has_prefix (found, "1 data broken-syntax [1]"));
}

static void
test_long_line_is_cut (void)
{
  g_autofree char *filling = g_strnfill (AMP_ROW_MAX_LINE_BYTES, 'x');
  g_autofree char *text = g_strdup_printf ("{\"id\":1,\"nom\":\"%s\"}\n{\"id\":2}\n", filling);
  AmpDialect       dialect = get_json_dialect ();
  g_autofree char *found = read_whole (&dialect, headers, text, strlen (text));

  g_assert_true (g_str_has_prefix (found, "1 data too-large [1]"));
  g_assert_true (g_str_has_suffix (found, "\n2 data none [2] [] [] []\n2 lines\n"));
}

static GString *
get_text (GRand *random, guint n_lines, double broken)
{
  static const char *const lines[] = { "{\"id\":12,\"nom\":\"Zo\\u00e9\"}", "{\"nom\":\"\",\"tags\":[1,2,\"x\"]}", "", "[{\"id\":1},", "{\"adresse\":{\"ville\":\"Brest\"}}", "]", "{\"x\":1}{\"id\":2}" };
  static const char        alphabet[] = "{}[]\"\",:\\u00\r\n\n 1ax\0";
  GString                 *text = g_string_new (NULL);

  for (guint i = 0; i < n_lines; i++)
    {
      g_string_append (text, lines[g_rand_int_range (random, 0, G_N_ELEMENTS (lines))]);
      while (g_rand_double (random) < broken)
        g_string_insert_c (text, g_rand_int_range (random, 0, (gint32) text->len + 1), alphabet[g_rand_int_range (random, 0, sizeof alphabet)]);
      g_string_append (text, i % 5 == 2 ? "\n" : i % 11 == 3 ? "\r"
                                                             : "\r\n");
    }
  return text;
}

static void
test_cuts_change_nothing (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (42);
  AmpDialect dialect = get_json_dialect ();
  gint64     until = g_get_monotonic_time () + G_USEC_PER_SEC;

  for (guint i = 0; i < 300 && g_get_monotonic_time () < until; i++)
    {
      GString *text = get_text (random, (guint) g_rand_int_range (random, 1, 60), i % 3 * 0.3);

      assert_cuts_change_nothing (&dialect, headers, text, random);
      g_string_free (text, TRUE);
    }
}

static AmpDumpProbe *
probe (const GString *text, GError **error)
{
  g_autoptr (AmpDumpFile) file = NULL;
  g_autofree char *path = NULL;
  int              descriptor = g_file_open_tmp ("ampleur-test-XXXXXX", &path, NULL);

  close (descriptor);
  g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
  file = amp_dump_file_open (path, error);
  g_remove (path);
  return file ? amp_dump_probe_run (file, NULL, error) : NULL;
}

static void
test_fields_come_from_everywhere (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpDumpProbe) found = NULL;
  g_autofree char *names = NULL;

  for (guint i = 0; i < 60000; i++)
    if (i < 59000)
      g_string_append_printf (text, "{\"id\":%u,\"person\":{\"nom\":\"Durand\",\"tel\":null}}\n", i);
    else
      g_string_append_printf (text, "{\"id\":%u,\"late\":[1,2]}\n", i);
  found = probe (text, &error);
  g_assert_no_error (error);
  names = g_strjoinv ("|", found->headers);
  g_assert_cmpstr (names, ==, "id|person.nom|person.tel|late");
  g_assert_cmpint (found->dialect.format, ==, AMP_DUMP_FORMAT_JSON_LINES);
  g_assert_cmpuint (found->dialect.n_fields, ==, 4);
  g_assert_cmpint (ABS (found->records_estimate - 60000), <, 3000);
}

static void
test_other_json_is_refused (void)
{
  static const char *const texts[] = { "{\n  \"id\": 1,\n  \"nom\": \"x\"\n}\n", "{\"id\": [1, 2\n", "[1, 2, 3]\n[2]\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (amp_json_guess_is_lines ((const guint8 *) texts[i], strlen (texts[i]), TRUE));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dump/json-lines/objects-are-rows", test_objects_are_rows);
  g_test_add_func ("/dump/json-lines/array-is-unwrapped", test_array_is_unwrapped);
  g_test_add_func ("/dump/json-lines/faults-are-told", test_faults_are_told);
  g_test_add_func ("/dump/json-lines/depth-is-bounded", test_depth_is_bounded);
  g_test_add_func ("/dump/json-lines/long-line-is-cut", test_long_line_is_cut);
  g_test_add_func ("/dump/json-lines/cuts-change-nothing", test_cuts_change_nothing);
  g_test_add_func ("/dump/json-lines/fields-come-from-everywhere", test_fields_come_from_everywhere);
  g_test_add_func ("/dump/json-lines/other-json-is-refused", test_other_json_is_refused);
  return g_test_run ();
}
