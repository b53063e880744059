/* Text in fixed columns: found only where it is certain, cut by characters, and cuts of
 * the bytes change nothing. */
#include "row-cuts.h"

static const char *const names[] = { "Durand", "Le Goff", "H\303\251l\303\251na", "O'Neil", "Zo\303\251" };

static GString *
get_table (gboolean has_header)
{
  GString *text = g_string_new (has_header ? "NUM  NOM        VILLE      MONTANT\n---- ---------- ---------- -------\n" : NULL);

  for (guint i = 0; i < 40; i++)
    {
      const char *name = names[i % G_N_ELEMENTS (names)];

      g_string_append_printf (text, "%-5u%s%*s", i + 1, name, (int) (11 - g_utf8_strlen (name, -1)), "");
      g_string_append_printf (text, "%-11s%7u\n", i % 3 ? "Brest" : "Lannion 22", i % 2 ? i * 7 : i * 1234);
    }
  return text;
}

static AmpDialect
detect (const GString *text)
{
  g_autoptr (GError) error = NULL;
  AmpDialect dialect = { 0 };

  amp_dialect_detect ((const guint8 *) text->str, text->len, TRUE, &dialect, &error);
  return dialect;
}

static void
test_columns_are_found (void)
{
  for (guint has_header = 0; has_header < 2; has_header++)
    {
      GString                 *text = get_table (has_header != 0);
      static const char *const headers[] = { "NUM", "NOM", "VILLE", "MONTANT", NULL };
      AmpDialect               dialect = detect (text);
      g_autofree char         *rows = read_whole (&dialect, headers, text->str, text->len);

      g_assert_cmpstr (amp_dump_format_get_code (dialect.format), ==, "fixed");
      g_assert_cmpint (dialect.has_header, ==, has_header != 0);
      g_assert_cmpuint (dialect.n_fields, ==, 4);
      if (has_header)
        g_assert_true (g_str_has_prefix (rows, "1 header none [NUM] [NOM] [VILLE] [MONTANT]\n2 empty none"));
      g_assert_nonnull (strstr (rows, " data none [3] [H\\c3\\a9l\\c3\\a9na] [Brest] [2468]\n"));
      g_assert_nonnull (strstr (rows, " data none [40] [Zo\\c3\\a9] [Lannion 22] [273]\n"));
      g_assert_null (strstr (rows, "broken"));
      g_string_free (text, TRUE);
    }
}

static void
test_overlong_values_are_told (void)
{
  GString          *text = get_table (FALSE);
  AmpDialect        dialect = detect (text);
  static const char line[] = "5    Featherstonehaugh Brest      3\n12\n";
  g_autofree char  *rows = read_whole (&dialect, NULL, line, sizeof line - 1);

  g_assert_true (g_str_has_prefix (rows, "1 data broken-syntax [5] [Featherston] [ehaugh"));
  g_assert_nonnull (strstr (rows, "\n2 data none [12] [] [] []\n"));
  g_string_free (text, TRUE);
}

static void
test_other_texts_are_not_fixed (void)
{
  static const char *const texts[] = {
    "a;b;c\n1;2;3\n4;5;6\n7;8;9\n1;2;3\n4;5;6\n7;8;9\n1;2;3\n4;5;6\n7;8;9\n1;2;3\n4;5;6\n",
    "a@example.org\nb@example.org\nc@example.org\nd@example.org\ne@example.org\nf@example.org\ng@example.org\nh@example.org\ni@example.org\nj@example.org\nk@example.org\nl@example.org\n",
    "Jean Durand\nAnne Le Goff\nPaul Petit\nMarie Martin\nLuc Roux\nEve Noir\nGuy Blanc\nIda Vert\nNoa Jaune\nTom Bleu\nLea Rose\nMax Gris\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GString) text = g_string_new (texts[i]);

      g_assert_cmpint (detect (text).format, ==, AMP_DUMP_FORMAT_DELIMITED);
    }
}

static void
test_cuts_change_nothing (void)
{
  static const char        alphabet[] = "  ab-=\r\n\n1\xc3\xa9\0";
  static const char *const headers[] = { "NUM", "NOM", "VILLE", "MONTANT", NULL };
  g_autoptr (GRand) random = g_rand_new_with_seed (44);
  g_autoptr (GString) table = get_table (TRUE);
  AmpDialect dialect = detect (table);
  gint64     until = g_get_monotonic_time () + G_USEC_PER_SEC;

  for (guint i = 0; i < 300 && g_get_monotonic_time () < until; i++)
    {
      g_autoptr (GString) text = g_string_new_len (table->str, (gssize) table->len);

      for (guint k = 0; k < i % 40; k++)
        g_string_insert_c (text, g_rand_int_range (random, 0, (gint32) text->len + 1), alphabet[g_rand_int_range (random, 0, sizeof alphabet)]);
      assert_cuts_change_nothing (&dialect, headers, text, random);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dump/fixed-width/columns-are-found", test_columns_are_found);
  g_test_add_func ("/dump/fixed-width/overlong-values-are-told", test_overlong_values_are_told);
  g_test_add_func ("/dump/fixed-width/other-texts-are-not-fixed", test_other_texts_are_not_fixed);
  g_test_add_func ("/dump/fixed-width/cuts-change-nothing", test_cuts_change_nothing);
  return g_test_run ();
}
