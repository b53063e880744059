/* Rows, their kinds, lines and faults; and what no bytes can do to a parser. */
#include "row-transcript.h"

static void
check (const AmpDialect *dialect, const char *const *headers, const char *bytes, gsize length, const char *expected)
{
  g_autofree char *found = read_whole (dialect, headers, bytes, length);

  g_assert_cmpstr (found, ==, expected);
}

#define CHECK(dialect, headers, bytes, expected) check (dialect, headers, bytes, sizeof bytes - 1, expected)

static void
test_kinds (void)
{
  static const char *const headers[] = { "nom", "ville", NULL };
  AmpDialect               dialect = get_dialect (2, TRUE);

  dialect.preamble_lines = 2;
  CHECK (&dialect, headers,
         "Export\r\n\r\nnom;ville\r\nA;B\r\n;\r\n \t\r\n\r\nnom;ville\r\nC;D",
         "1 preamble none [Export]\n"
         "2 preamble none []\n"
         "3 header none [nom] [ville]\n"
         "4 data none [A] [B]\n"
         "5 empty none [] []\n"
         "6 empty none\n"
         "7 empty none\n"
         "8 header none [nom] [ville]\n"
         "9 data none [C] [D]\n"
         "9 lines\n");
}

static void
test_repeated_header_is_decoded (void)
{
  static const char *const headers[] = { "prénom", "ville", NULL };
  AmpDialect               dialect = get_dialect (2, TRUE);

  dialect.encoding = AMP_ENCODING_WINDOWS_1252;
  CHECK (&dialect, headers, "pr\xe9nom;ville\npr\xe9nom; ville \npr\xe9nom;Vannes\n",
         "1 header none [pr\\e9nom] [ville]\n"
         "2 header none [pr\\e9nom] [ville]\n"
         "3 data none [pr\\e9nom] [Vannes]\n"
         "3 lines\n");
}

static void
test_line_ends (void)
{
  AmpDialect dialect = get_dialect (1, FALSE);

  CHECK (&dialect, NULL, "a\r\nb\rc\nd\r\r\ne\n\rf",
         "1 data none [a]\n2 data none [b]\n3 data none [c]\n4 data none [d]\n5 empty none\n"
         "6 data none [e]\n7 empty none\n8 data none [f]\n8 lines\n");
}

static void
test_counts (void)
{
  AmpDialect dialect = get_dialect (3, FALSE);

  CHECK (&dialect, NULL, "1;2;3\n1;2\n1;2;3;4\n1;2;3;\n1;2;3;;\n1;2;\n",
         "1 data none [1] [2] [3]\n"
         "2 data too-short [1] [2]\n"
         "3 data too-long [1] [2] [3] [4]\n"
         "4 data none [1] [2] [3] []\n"
         "5 data too-long [1] [2] [3] [] []\n"
         "6 data none [1] [2] []\n"
         "6 lines\n");
}

static void
test_unnamed_last_field_may_be_missing (void)
{
  static const char *const headers[] = { "a", "b", "", NULL };
  AmpDialect               dialect = get_dialect (3, TRUE);

  CHECK (&dialect, headers, "a;b;\n1;2\n1;2;\n1\n",
         "1 header none [a] [b] []\n2 data none [1] [2]\n3 data none [1] [2] []\n4 data too-short [1]\n4 lines\n");
}

static void
test_quotes (void)
{
  AmpDialect dialect = get_dialect (3, FALSE);

  CHECK (&dialect, NULL,
         "\"a;b\" ; \"say \"\"x\"\"\";c\r\n1;\"two\r\nlines\n\";3\r\n5\" tube;it\"s;\"in \"side\" it\"\r\n",
         "1 data none [a;b] [say \"x\"] [c]\n"
         "2 data none [1] [two\\0d\\0alines\\0a] [3]\n"
         "5 data none [5\" tube] [it\"s] [in \"side\" it]\n"
         "5 lines\n");
}

static void
test_broken_quote_spares_the_rest (void)
{
  AmpDialect dialect = get_dialect (3, FALSE);

  CHECK (&dialect, NULL, "1;\"a;b\n2;c;d\n3;\"e\n4\";f\n5;\"g\";h\n6;i;\"j",
         "1 data broken-quote [1] [a] [b]\n"
         "2 data none [2] [c] [d]\n"
         "3 data none [3] [e\\0a4] [f]\n"
         "5 data none [5] [g] [h]\n"
         "6 data broken-quote [6] [i] [j]\n"
         "6 lines\n");
}

/* The quote of line 1 closes where line 2 opens one: three values, but two rows. */
static void
test_swallowed_row_is_found (void)
{
  AmpDialect dialect = get_dialect (3, FALSE);

  CHECK (&dialect, NULL, "1;\"a;b\n2;\"c\";d\n3;e;f\n",
         "1 data broken-quote [1] [a] [b]\n2 data none [2] [c] [d]\n3 data none [3] [e] [f]\n3 lines\n");
}

static void
test_undoubled_quotes_are_kept (void)
{
  AmpDialect dialect = get_dialect (3, FALSE);

  CHECK (&dialect, NULL, "1;\"she said \"yes\" then\nand \"no\" too\";3\n2;b;c\n",
         "1 data none [1] [she said \"yes\" then\\0aand \"no\" too] [3]\n3 data none [2] [b] [c]\n3 lines\n");
}

static void
test_nul_bytes (void)
{
  AmpDialect dialect = get_dialect (2, FALSE);

  CHECK (&dialect, NULL, "a\0b;c\nd;e\n\0\n\"f\n\0\";g\n",
         "1 data nul-byte [a\\00b] [c]\n2 data none [d] [e]\n3 data nul-byte [\\00]\n4 data nul-byte [f\\0a\\00] [g]\n5 lines\n");
}

static void
test_no_quote (void)
{
  AmpDialect dialect = get_dialect (2, FALSE);

  dialect.quote = 0;
  CHECK (&dialect, NULL, "\"a;b\r\n\"c\";\"\"d\nx;\"\r",
         "1 data none [\"a] [b]\n2 data none [\"c\"] [\"\"d]\n3 data none [x] [\"]\n3 lines\n");
}

static void
test_no_delimiter (void)
{
  AmpDialect dialect = get_dialect (1, FALSE);

  dialect.delimiter = 0;
  dialect.quote = 0;
  CHECK (&dialect, NULL, "a,b;c\r\n\"d\n e \n\ng", "1 data none [a,b;c]\n2 data none [\"d]\n3 data none [e]\n4 empty none\n5 data none [g]\n5 lines\n");
  dialect.quote = '"';
  CHECK (&dialect, NULL, "\"a\"\n\"b;\"\"c\"\r\n\"d\ne\"\nf\n", "1 data none [a]\n2 data none [b;\"c]\n3 data none [d\\0de]\n5 data none [f]\n5 lines\n");
}

static void
test_other_delimiters (void)
{
  AmpDialect dialect = get_dialect (3, FALSE);

  dialect.delimiter = '\t';
  CHECK (&dialect, NULL, "a\t\tb\n\"c\td\"\t\"\"\te\n\t\tf\n", "1 data none [a] [] [b]\n2 data none [c\\09d] [] [e]\n3 data none [] [] [f]\n3 lines\n");
  dialect.delimiter = '\x01';
  dialect.quote = 0;
  CHECK (&dialect, NULL, "a\x01\"b\x01"
                         "c\n",
         "1 data none [a] [\"b] [c]\n1 lines\n");
}

static char *
repeat (const char *text, gsize times)
{
  GString *string = g_string_new (NULL);

  for (gsize i = 0; i < times; i++)
    g_string_append (string, text);
  return g_string_free (string, FALSE);
}

typedef struct
{
  AmpRowFault fault;
  guint       n_values;
  gsize       bytes;
  gint64      n_rows;
  gint64      n_faults;
} LastRow;

static void
on_last_row (const AmpRow *row, gpointer data)
{
  LastRow *last = data;

  last->n_rows++;
  last->n_faults += row->fault != AMP_ROW_FAULT_NONE;
  last->fault = row->fault;
  last->n_values = row->n_values;
  last->bytes = 0;
  for (guint i = 0; i < row->n_values; i++)
    last->bytes += row->values[i].length;
}

static void
test_too_many_values_are_cut (void)
{
  AmpDialect dialect = get_dialect (5, FALSE);
  g_autoptr (AmpRowParser) parser = amp_row_parser_new (&dialect, NULL, TRUE);
  g_autofree char *row = repeat ("x;", 50000);
  LastRow          last = { 0 };

  amp_row_parser_feed (parser, (const guint8 *) row, strlen (row), on_last_row, &last);
  amp_row_parser_finish (parser, on_last_row, &last);
  g_assert_cmpint (last.n_rows, ==, 1);
  g_assert_cmpint (last.fault, ==, AMP_ROW_FAULT_TOO_LARGE);
  g_assert_cmpuint (last.n_values, ==, 1020);
}

static void
test_too_long_line_is_cut (void)
{
  AmpDialect dialect = get_dialect (2, FALSE);
  g_autoptr (AmpRowParser) parser = amp_row_parser_new (&dialect, NULL, TRUE);
  g_autofree char *line = repeat ("0123456789abcdef", 3 * 65536);
  LastRow          last = { 0 };

  for (gsize i = 0; i < strlen (line); i += 65536)
    amp_row_parser_feed (parser, (const guint8 *) line + i, 65536, on_last_row, &last);
  g_assert_cmpint (last.n_rows, ==, 0);
  amp_row_parser_feed (parser, (const guint8 *) "\n", 1, on_last_row, &last);
  g_assert_cmpint (last.n_rows, ==, 1);
  g_assert_cmpint (last.fault, ==, AMP_ROW_FAULT_TOO_LARGE);
  g_assert_cmpuint (last.bytes, ==, AMP_ROW_MAX_LINE_BYTES);
  amp_row_parser_feed (parser, (const guint8 *) "a;b\n", 4, on_last_row, &last);
  g_assert_cmpint (last.fault, ==, AMP_ROW_FAULT_NONE);
}

/* One quote that never closes, in front of 40 MB of sound rows: it costs one row. */
static void
test_open_quote_does_not_swallow_the_file (void)
{
  AmpDialect dialect = get_dialect (3, FALSE);
  g_autoptr (AmpRowParser) parser = amp_row_parser_new (&dialect, NULL, TRUE);
  g_autofree char *rows = repeat ("1;two;3\n", 100000);
  LastRow          last = { 0 };

  amp_row_parser_feed (parser, (const guint8 *) "0;\"zero;0\n", 10, on_last_row, &last);
  for (guint i = 0; i < 10; i++)
    amp_row_parser_feed (parser, (const guint8 *) rows, strlen (rows), on_last_row, &last);
  amp_row_parser_finish (parser, on_last_row, &last);
  g_assert_cmpint (last.n_rows, ==, 1000001);
  g_assert_cmpint (last.n_faults, ==, 1);
}

/* Every line opens a quote: the worst case for reading again. */
static void
test_broken_quotes_take_linear_time (void)
{
  static const char *const lines[] = { "1;\"a;b\n", "\"\n", "1;\"a\"\";2\n", "x;\"\r", "\"\"\";\n" };
  AmpDialect               dialect = get_dialect (3, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (AmpRowParser) parser = amp_row_parser_new (&dialect, NULL, TRUE);
      g_autofree char *text = repeat (lines[i], 200000);
      LastRow          last = { 0 };
      gint64           start = g_get_monotonic_time ();

      amp_row_parser_feed (parser, (const guint8 *) text, strlen (text), on_last_row, &last);
      amp_row_parser_finish (parser, on_last_row, &last);
      g_assert_cmpint (amp_row_parser_get_lines (parser), ==, 200000);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
    }
}

/* Whatever the bytes, every line is in exactly one row, and rows come in order. */
static void
check_lines (const AmpRow *row, gpointer data)
{
  gint64 *last = data;

  g_assert_cmpint (row->line, >, *last);
  *last = row->line;
}

static void
test_any_bytes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (42);
  gint64 until = g_get_monotonic_time () + G_USEC_PER_SEC;

  while (g_get_monotonic_time () < until)
    {
      AmpDialect dialect = get_dialect ((guint) g_rand_int_range (random, 1, 6), FALSE);
      g_autoptr (AmpRowParser) parser = amp_row_parser_new (&dialect, NULL, TRUE);
      gsize              length = (gsize) g_rand_int_range (random, 0, 3000);
      g_autofree guint8 *bytes = g_malloc (length + 1);
      gint64             last = 0;

      for (gsize i = 0; i < length; i++)
        bytes[i] = (guint8) g_rand_int_range (random, 0, 256);
      amp_row_parser_feed (parser, bytes, length, check_lines, &last);
      amp_row_parser_finish (parser, check_lines, &last);
      g_assert_cmpint (last, <=, amp_row_parser_get_lines (parser));
      g_assert_cmpint (amp_row_parser_get_lines (parser), <=, (gint64) length);
    }
}

static void
test_escapes_are_plain (void)
{
  static const char text[] = "a\\;b;\"say \\\"yes\\\"; no\";\\\\\n"
                             "\\N;\"two \\\\\r\nlines \"\"x\"\" \\\"\";C:\\new\x1a\n";
  AmpDialect        dialect = get_dialect (3, FALSE);
  g_autofree char  *found = NULL;

  dialect.escape = '\\';
  found = read_whole (&dialect, NULL, text, sizeof text - 1);
  g_assert_cmpstr (found, ==, "1 data none [a;b] [say \"yes\"; no] [\\]\n"
                              "2 data none [\\N] [two \\\\0d\\0alines \"x\" \"] [C:\\new\\1a]\n"
                              "3 lines\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dump/row-parser/kinds-are-told-apart", test_kinds);
  g_test_add_func ("/dump/row-parser/repeated-header-is-decoded", test_repeated_header_is_decoded);
  g_test_add_func ("/dump/row-parser/any-line-end-counts-one", test_line_ends);
  g_test_add_func ("/dump/row-parser/values-are-counted", test_counts);
  g_test_add_func ("/dump/row-parser/unnamed-last-field-may-be-missing", test_unnamed_last_field_may_be_missing);
  g_test_add_func ("/dump/row-parser/quotes-enclose", test_quotes);
  g_test_add_func ("/dump/row-parser/broken-quote-spares-the-rest", test_broken_quote_spares_the_rest);
  g_test_add_func ("/dump/row-parser/swallowed-row-is-found", test_swallowed_row_is_found);
  g_test_add_func ("/dump/row-parser/undoubled-quotes-are-kept", test_undoubled_quotes_are_kept);
  g_test_add_func ("/dump/row-parser/nul-bytes-are-kept", test_nul_bytes);
  g_test_add_func ("/dump/row-parser/quote-may-be-none", test_no_quote);
  g_test_add_func ("/dump/row-parser/delimiter-may-be-none", test_no_delimiter);
  g_test_add_func ("/dump/row-parser/delimiter-may-be-a-control", test_other_delimiters);
  g_test_add_func ("/dump/row-parser/too-many-values-are-cut", test_too_many_values_are_cut);
  g_test_add_func ("/dump/row-parser/too-long-line-is-cut", test_too_long_line_is_cut);
  g_test_add_func ("/dump/row-parser/open-quote-does-not-swallow-the-file", test_open_quote_does_not_swallow_the_file);
  g_test_add_func ("/dump/row-parser/broken-quotes-take-linear-time", test_broken_quotes_take_linear_time);
  g_test_add_func ("/dump/row-parser/any-bytes-are-rows", test_any_bytes);
  g_test_add_func ("/dump/row-parser/escapes-are-plain", test_escapes_are_plain);
  return g_test_run ();
}
