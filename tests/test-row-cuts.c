/* Where the bytes are cut changes no row, line or fault: neither when one parser is fed
 * pieces, nor when several read a block each. Inputs are clean, dirty and hostile. */
#include "row-cuts.h"

/* Bytes of which nearly every one means something to a parser. */
static GString *
get_hostile_bytes (GRand *random, gsize length)
{
  static const char alphabet[] = "\"\"\";;;;\r\n\n\r\n\\ab \t\0\x1a\xe9";
  GString          *bytes = g_string_sized_new (length);
  gint32            n_letters = g_rand_int_range (random, 8, sizeof alphabet);

  for (gsize i = 0; i < length; i++)
    g_string_append_c (bytes, alphabet[g_rand_int_range (random, 0, n_letters)]);
  return bytes;
}

/* A table with a share of broken rows; none at 0. */
static GString *
get_table (GRand *random, guint n_rows, double broken)
{
  static const char *const values[] = { "a", "", "12", "\"q;\"", "\"two\r\nlines\"", "\"he said \"\"no\"\"\"", " b ", "\"a \\\"b\\\" \\\\\"", "c\\;d", "\x1a\\N" };
  static const char *const breaks[] = { "\"", ";", "\n", "\r", "x\"y", "\"\"" };
  GString                 *bytes = g_string_new ("h1;h2;h3;h4\r\n");

  for (guint i = 0; i < n_rows; i++)
    {
      for (guint k = 0; k < 4; k++)
        {
          if (k > 0)
            g_string_append_c (bytes, ';');
          g_string_append (bytes, values[g_rand_int_range (random, 0, G_N_ELEMENTS (values))]);
          if (g_rand_double (random) < broken)
            g_string_append (bytes, breaks[g_rand_int_range (random, 0, G_N_ELEMENTS (breaks))]);
        }
      g_string_append (bytes, i % 7 == 3 ? "\n" : "\r\n");
    }
  return bytes;
}

static void
compare_cuts (const GString *bytes, GRand *random)
{
  static const char *const headers[] = { "h1", "h2", "h3", "h4", NULL };
  static const char        quotes[] = { '"', '"', '"', 0 };
  AmpDialect               dialect = get_dialect (4, g_rand_boolean (random));

  dialect.quote = quotes[g_rand_int_range (random, 0, G_N_ELEMENTS (quotes))];
  dialect.delimiter = g_rand_int_range (random, 0, 8) == 0 ? 0 : ';';
  dialect.escape = g_rand_int_range (random, 0, 3) == 0 ? '\\' : 0;
  dialect.preamble_lines = (guint) g_rand_int_range (random, 0, 3);
  assert_cuts_change_nothing (&dialect, headers, bytes, random);
}

static void
test_cuts_change_nothing (gconstpointer data)
{
  const char *kind = data;
  g_autoptr (GRand) random = g_rand_new_with_seed (1978);
  gint64 until = g_get_monotonic_time () + G_USEC_PER_SEC;

  for (guint i = 0; i < 400 && g_get_monotonic_time () < until; i++)
    {
      guint    size = (guint) g_rand_int_range (random, 1, 400);
      GString *bytes;

      if (strcmp (kind, "clean") == 0)
        bytes = get_table (random, size, 0);
      else if (strcmp (kind, "dirty") == 0)
        bytes = get_table (random, size, g_rand_double (random) * 0.1);
      else
        bytes = get_hostile_bytes (random, size * 4);
      compare_cuts (bytes, random);
      g_string_free (bytes, TRUE);
    }
}

/* Rows around the limits of a window and of a line, which short inputs never reach. */
static void
test_cuts_change_nothing_in_large_rows (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  AmpDialect        dialect = get_dialect (3, FALSE);
  static const gint sizes[] = { AMP_ROW_MAX_QUOTED_BYTES - 20, AMP_ROW_MAX_QUOTED_BYTES, AMP_ROW_MAX_LINE_BYTES - 6, AMP_ROW_MAX_LINE_BYTES, AMP_ROW_MAX_LINE_BYTES + 2 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (gint extra = -2; extra <= 2; extra++)
      {
        g_autofree char *filling = g_strnfill ((gsize) (sizes[i] + extra), 'x');
        g_autoptr (GString) bytes = g_string_new ("1;\"");
        g_autofree char *whole = NULL;
        g_autofree char *cut = NULL;
        g_autofree char *speculated = NULL;

        g_string_append_printf (bytes, "%s\r\n2;b\"\"\r\";c\r\n%s\r\n3;\"%s\";4\n", extra % 2 ? "a" : "", filling, filling);
        whole = read_whole (&dialect, NULL, bytes->str, bytes->len);
        cut = read_cut (&dialect, NULL, bytes->str, bytes->len, 100000, random);
        speculated = read_speculatively (&dialect, NULL, bytes->str, bytes->len, 100000, random);
        assert_same (cut, whole);
        assert_same (speculated, whole);
      }
}

/* The LF of a CR LF must not decide whether a row is too long, since it may come late. */
static void
test_cuts_change_nothing_at_the_limit (void)
{
  AmpDialect dialect = get_dialect (3, FALSE);

  for (gint extra = -4; extra <= 4; extra++)
    {
      g_autofree char *filling = g_strnfill ((gsize) (AMP_ROW_MAX_QUOTED_BYTES - 11 + extra), 'x');
      g_autofree char *head = g_strdup_printf ("1;\"a\r\n%s\r\n\";3\r", filling);
      g_autofree char *bytes = g_strconcat (head, "\n4;5;6\r\n", NULL);
      g_autofree char *whole = read_whole (&dialect, NULL, bytes, strlen (bytes));
      g_autofree char *cut = read_cut (&dialect, NULL, bytes, strlen (bytes), strlen (head), NULL);

      g_assert_cmpint (g_str_has_prefix (whole, "1 data broken-quote"), ==, extra > 0);
      assert_same (cut, whole);
    }
}

/* Quotes that stay open past the window, over and over: more than sixteen restarts. */
static void
test_cuts_change_nothing_in_windows (void)
{
  static const char *const lines[] = { "1;\"a;b\n", "1;\"a\"\";2\r\n", "x;\"\"y\r", "1;2;\"\"\"3\n4;\n" };
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  AmpDialect dialect = get_dialect (3, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    for (guint open = 0; open < 2; open++)
      {
        g_autoptr (GString) bytes = g_string_new (NULL);
        g_autofree char *whole = NULL;
        g_autofree char *cut = NULL;
        g_autofree char *speculated = NULL;

        for (guint k = 0; k < 40000; k++)
          {
            g_string_append (bytes, lines[i]);
            if (open > 0 && k % (20 * open) == 0)
              g_string_append (bytes, "p;\"q;\"\"r\n");
          }
        whole = read_whole (&dialect, NULL, bytes->str, bytes->len);
        cut = read_cut (&dialect, NULL, bytes->str, bytes->len, 5000, random);
        speculated = read_speculatively (&dialect, NULL, bytes->str, bytes->len, 50000, random);
        assert_same (cut, whole);
        assert_same (speculated, whole);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/dump/row-cuts/change-nothing-in-clean-tables", "clean", test_cuts_change_nothing);
  g_test_add_data_func ("/dump/row-cuts/change-nothing-in-dirty-tables", "dirty", test_cuts_change_nothing);
  g_test_add_data_func ("/dump/row-cuts/change-nothing-in-hostile-bytes", "hostile", test_cuts_change_nothing);
  g_test_add_func ("/dump/row-cuts/change-nothing-in-large-rows", test_cuts_change_nothing_in_large_rows);
  g_test_add_func ("/dump/row-cuts/change-nothing-at-the-limit", test_cuts_change_nothing_at_the_limit);
  g_test_add_func ("/dump/row-cuts/change-nothing-in-broken-windows", test_cuts_change_nothing_in_windows);
  return g_test_run ();
}
