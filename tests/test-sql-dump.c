/* SQL dumps: rows of one table, whatever wrote them; other tables are told, broken rows
 * spoil no others, and cuts change nothing. */
#include "row-cuts.h"

#include "amp-dump-probe.h"

#include <glib/gstdio.h>
#include <unistd.h>

static const char *const headers[] = { "id", "nom", "ville", NULL };

static AmpDialect
get_sql_dialect (char escape)
{
  AmpDialect dialect = get_dialect (3, TRUE);

  dialect.format = AMP_DUMP_FORMAT_SQL;
  dialect.delimiter = 0;
  dialect.escape = escape;
  g_strlcpy (dialect.table, "clients", sizeof dialect.table);
  return dialect;
}

static void
assert_rows (char escape, const char *text, const char *expected)
{
  AmpDialect       dialect = get_sql_dialect (escape);
  g_autofree char *found = read_whole (&dialect, headers, text, strlen (text));

  g_assert_cmpstr (found, ==, expected);
}

static void
test_mysql_rows (void)
{
  assert_rows ('\\',
               "-- MySQL dump 10.13\n/*!40101 SET NAMES utf8 */;\nDROP TABLE IF EXISTS `clients`;\n"
               "CREATE TABLE `clients` (\n  `id` int(11) NOT NULL,\n  KEY `k` (`nom`)\n) ENGINE=InnoDB;\n"
               "INSERT INTO `clients` VALUES (1,'L\\'\xc3\x8cle, \"x\"','Brest'),(-2,'a''b\\\\',NULL),\n"
               "(3,'two\\nlines; (x)',0x4142);\n"
               "INSERT INTO `clients` (`ville`,`id`) VALUES (\"Quimper\",4);\n"
               "insert ignore into base.clients values(5,_utf8'n',x'4a');\n",
               "8 data none [1] [L'\\c3\\8cle, \"x\"] [Brest]\n"
               "8 data none [-2] [a'b\\] []\n"
               "9 data none [3] [two\\0alines; (x)] [0x4142]\n"
               "10 data none [4] [] [Quimper]\n"
               "11 data none [5] [n] [4a]\n"
               "11 lines\n");
}

static void
test_postgresql_rows (void)
{
  assert_rows (0,
               "--\n-- PostgreSQL database dump\n--\nSET standard_conforming_strings = on;\n"
               "COPY public.clients (ville, id, nom) FROM stdin;\n"
               "Brest\t1\tL'\xc3\x8cle\n\\N\t2\ta\\tb\\\\\\nc\\x41\\101\n\n\\.\n\n"
               "INSERT INTO \"public\".\"clients\" VALUES (3, 'C:\\', E'a\\'b'), (4, 'x\n-- y', '2020-01-01'::date);\n",
               "6 data none [1] [L'\\c3\\8cle] [Brest]\n"
               "7 data none [2] [a\\09b\\\\0acAA] []\n"
               "8 empty none [] [] []\n"
               "11 data none [3] [C:\\] [a'b]\n"
               "11 data none [4] [x\\0a-- y] [2020-01-01]\n"
               "12 lines\n");
}

static void
test_other_writers (void)
{
  assert_rows (0,
               "SET IDENTITY_INSERT [dbo].[clients] ON\r\nINSERT [dbo].[clients] ([id], [nom], [ville]) VALUES (1, N'Zo', CAST(N'Brest' AS nvarchar))\r\n"
               "INSERT [dbo].[clients] ([id], [nom]) VALUES (2, N'x')\r\nGO\r\n"
               "BEGIN TRANSACTION;\nINSERT INTO clients VALUES(3,'y',NULL);\nCOMMIT;\n",
               "2 data none [1] [Zo] [Brest]\n3 data none [2] [x] []\n6 data none [3] [y] []\n7 lines\n");
}

static void
test_faults_are_told (void)
{
  assert_rows ('\\',
               "INSERT INTO clients VALUES (1,'a'),(2,'b','c','d');\n"
               "INSERT INTO orders VALUES (1,'secret'),(2,'secret');\n"
               "INSERT INTO clients VALUES (3,'open,'x');\n"
               "INSERT INTO clients VALUES (4,'d','e');\n"
               "INSERT INTO clients (id, new) VALUES (5,'f');\n"
               "INSERT INTO clients VALUES (6,'end",
               "1 data too-short [1] [a] []\n1 data too-long [2] [b] [c] [d]\n"
               "2 data other-table\n"
               "3 data broken-syntax [3] [open,] []\n"
               "4 data none [4] [d] [e]\n"
               "5 data too-long [5] [] [] [f]\n"
               "6 data broken-syntax [6] [] []\n"
               "6 lines\n");
}

static void
test_large_rows_are_bounded (void)
{
  g_autofree char *filling = g_strnfill (3 * AMP_ROW_MAX_LINE_BYTES, 'x');
  g_autofree char *text = g_strdup_printf ("INSERT INTO clients VALUES (1,'%s','y');\nINSERT INTO clients VALUES (2,'a','b');\n", filling);
  AmpDialect       dialect = get_sql_dialect (0);
  g_autofree char *found = read_whole (&dialect, headers, text, strlen (text));

  g_assert_true (g_str_has_prefix (found, "1 data too-large [1] [xxx"));
  g_assert_cmpuint (strlen (found), <, 2 * AMP_ROW_MAX_LINE_BYTES);
  g_assert_true (g_str_has_suffix (found, "\n2 data none [2] [a] [b]\n2 lines\n"));
}

static GString *
get_text (GRand *random, guint n_lines, double broken)
{
  static const char *const lines[] = {
    "INSERT INTO clients VALUES (1,'a','b'),(2,'c''d',NULL);", "COPY clients (id, nom) FROM stdin;", "1\tx\\ty", "\\.",
    "-- a comment; 'x", "/* more", "*/", "INSERT INTO other VALUES (1);", "CREATE TABLE clients (id int, nom text);",
    "INSERT INTO clients (nom,id) VALUES\n(E'x\\'y',-1),", "('two\nlines',3);", "", "SELECT 1; INSERT INTO clients VALUES (7);"
  };
  static const char alphabet[] = "''\"`();,\\\r\n\n-*/#1aE \0";
  GString          *text = g_string_new (NULL);

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
  g_autoptr (GRand) random = g_rand_new_with_seed (43);
  gint64 until = g_get_monotonic_time () + 2 * G_USEC_PER_SEC;

  for (guint i = 0; i < 600 && g_get_monotonic_time () < until; i++)
    {
      AmpDialect dialect = get_sql_dialect (i % 2 ? '\\' : 0);
      GString   *text = get_text (random, (guint) g_rand_int_range (random, 1, 60), i % 3 * 0.3);

      assert_cuts_change_nothing (&dialect, headers, text, random);
      g_string_free (text, TRUE);
    }
}

static AmpDumpProbe *
probe (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpDumpFile) file = NULL;
  g_autofree char *path = NULL;
  AmpDumpProbe    *found;
  int              descriptor = g_file_open_tmp ("ampleur-test-XXXXXX", &path, NULL);

  close (descriptor);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  file = amp_dump_file_open (path, &error);
  g_remove (path);
  found = amp_dump_probe_run (file, NULL, &error);
  g_assert_no_error (error);
  return found;
}

static void
test_largest_table_is_read (void)
{
  g_autoptr (AmpDumpProbe) found = probe ("-- MySQL dump\nCREATE TABLE `log` (`n` int);\nINSERT INTO `log` VALUES (1),(2),(3);\n"
                                          "CREATE TABLE IF NOT EXISTS `clients` (\n `id` int(11) NOT NULL,\n `nom` varchar(20) DEFAULT 'a,b',\n PRIMARY KEY (`id`)\n);\n"
                                          "INSERT INTO `clients` VALUES (1,'Durand'),(2,'Zo\xc3\xa9');\n");
  g_autofree char *names = g_strjoinv ("|", found->headers);
  g_autofree char *last = NULL;

  g_assert_cmpint (found->dialect.format, ==, AMP_DUMP_FORMAT_SQL);
  g_assert_cmpstr (found->dialect.table, ==, "clients");
  g_assert_cmpint (found->dialect.escape, ==, '\\');
  g_assert_cmpstr (names, ==, "id|nom");
  g_assert_cmpuint (found->rows->len, ==, 2);
  last = g_strjoinv ("|", g_ptr_array_index (found->rows, 1));
  g_assert_cmpstr (last, ==, "2|Zo\303\251");
}

static void
test_names_may_be_missing (void)
{
  g_autoptr (AmpDumpProbe) found = probe ("INSERT INTO t VALUES (1,'a','b');\nINSERT INTO t VALUES (2,'c','d');\n");

  g_assert_cmpuint (found->dialect.n_fields, ==, 3);
  g_assert_false (found->dialect.has_header);
  g_assert_cmpstr (found->headers[2], ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dump/sql-dump/mysql-rows", test_mysql_rows);
  g_test_add_func ("/dump/sql-dump/postgresql-rows", test_postgresql_rows);
  g_test_add_func ("/dump/sql-dump/other-writers", test_other_writers);
  g_test_add_func ("/dump/sql-dump/faults-are-told", test_faults_are_told);
  g_test_add_func ("/dump/sql-dump/large-rows-are-bounded", test_large_rows_are_bounded);
  g_test_add_func ("/dump/sql-dump/cuts-change-nothing", test_cuts_change_nothing);
  g_test_add_func ("/dump/sql-dump/largest-table-is-read", test_largest_table_is_read);
  g_test_add_func ("/dump/sql-dump/names-may-be-missing", test_names_may_be_missing);
  return g_test_run ();
}
