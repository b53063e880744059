/* Which tables are recognised, how, and what is refused. */
#include "amp-dialect.h"
#include "amp-dump-error.h"

#include <string.h>

static char *
describe (const char *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;
  AmpDialect dialect;

  if (!amp_dialect_detect ((const guint8 *) bytes, length, TRUE, &dialect, &error))
    {
      g_assert_true (error->domain == AMP_DUMP_ERROR);
      return g_strdup (error->code == AMP_DUMP_ERROR_EMPTY ? "empty" : "not-a-table");
    }
  return g_strdup_printf ("%s delimiter=%02x quote=%02x %s header=%d preamble=%u fields=%u",
                          amp_encoding_get_code (dialect.encoding), (guint8) dialect.delimiter, (guint8) dialect.quote,
                          amp_line_end_get_code (dialect.line_end), dialect.has_header, dialect.preamble_lines, dialect.n_fields);
}

typedef struct
{
  const char *text;
  const char *expected;
} Case;

static void
check_cases (const Case *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *found = describe (cases[i].text, strlen (cases[i].text));

      if (strcmp (found, cases[i].expected) != 0)
        g_error ("case %u: expected %s, found %s", i, cases[i].expected, found);
    }
}

static void
test_delimiters (void)
{
  static const Case cases[] = {
    { "nom;prenom;cp\nDURAND;Zoe;35000\nPETIT;Ali;56000\n", "utf-8 delimiter=3b quote=22 lf header=1 preamble=0 fields=3" },
    { "id,name,phone\r\n1,Ann,0612345678\r\n2,Bob,0612345679\r\n", "utf-8 delimiter=2c quote=22 crlf header=1 preamble=0 fields=3" },
    { "id\tname\r1\tAnn\r2\tBob\r", "utf-8 delimiter=09 quote=22 cr header=1 preamble=0 fields=2" },
    { "id|name|mail\n1|Ann|a@b.org\n2|Bob|b@b.org", "utf-8 delimiter=7c quote=22 lf header=1 preamble=0 fields=3" },
    { "1\001Ann\00112/03/1980\n2\001Bob\00113/04/1981\n", "utf-8 delimiter=01 quote=00 lf header=0 preamble=0 fields=3" },
    { "a@example.org:secret\nb@example.org:hunter\nc@example.org:x:y\n", "utf-8 delimiter=3a quote=00 lf header=0 preamble=0 fields=2" },
    { "id;montant\n1;12,50\n2;13,75\n3;8,00\n", "utf-8 delimiter=3b quote=22 lf header=1 preamble=0 fields=2" },
    { "date,heure,patient\n2020-01-02,12:30:00,A\n2020-01-03,13:45:10,B\n", "utf-8 delimiter=2c quote=22 lf header=1 preamble=0 fields=3" },
    { "12,5;3,4\n1,5;2,4\n3,3;4,4\n", "utf-8 delimiter=3b quote=22 lf header=0 preamble=0 fields=2" },
    { "files(\n  'a.c',\n  'b.c',\n  'c.c',\n)\n", "utf-8 delimiter=00 quote=00 lf header=0 preamble=0 fields=1" },
    { "1,2,3\n4,5,6\n", "utf-8 delimiter=2c quote=22 lf header=0 preamble=0 fields=3" },
    { "id;adresse;ville\n1;3, rue X, b\303\242t. A;Brest\n2;4, rue Y, b\303\242t. B;Brest\n", "utf-8 delimiter=3b quote=22 lf header=1 preamble=0 fields=3" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_quotes (void)
{
  static const Case cases[] = {
    { "id;note\n1;\"a;b\"\n2;\"two\nlines; here\"\n3;\"say \"\"x\"\"\"\n", "utf-8 delimiter=3b quote=22 lf header=1 preamble=0 fields=2" },
    { "id,name,city\n1,'Ann, A','Brest'\n2,'Bob, B','Vannes'\n", "utf-8 delimiter=2c quote=27 lf header=1 preamble=0 fields=3" },
    { "id;lieu;nom\n1;'s Gravenhage;A\n2;l'h\303\264pital;B\n3;Brest;C\n", "utf-8 delimiter=3b quote=22 lf header=1 preamble=0 fields=3" },
    { "id|size|x\n1|\"5 inch|A\n2|\"6 inch|B\n3|\"7 inch|C\n", "utf-8 delimiter=7c quote=00 lf header=1 preamble=0 fields=3" },
    { "\"a@example.org\"\n\"b@example.org\"\n\"c@example.org\"\n", "utf-8 delimiter=00 quote=22 lf header=0 preamble=0 fields=1" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_headers (void)
{
  static const Case cases[] = {
    { "DURAND;Zoe;35000\nPETIT;Ali;56000\nMOREL;Eve;29000\n", "utf-8 delimiter=3b quote=22 lf header=0 preamble=0 fields=3" },
    { "nom;prenom\nDURAND;Zoe\nPETIT;Ali\n", "utf-8 delimiter=3b quote=22 lf header=1 preamble=0 fields=2" },
    { "NUM_DOSSIER;GROUPE_SANG\n1;O+\n2;A-\n", "utf-8 delimiter=3b quote=22 lf header=1 preamble=0 fields=2" },
    { "nom;prenom;ville\n", "utf-8 delimiter=3b quote=22 lf header=1 preamble=0 fields=3" },
    { "email\na@example.org\nb@example.org\n", "utf-8 delimiter=00 quote=00 lf header=1 preamble=0 fields=1" },
    { "a@example.org\nb@example.org\n", "utf-8 delimiter=00 quote=00 lf header=0 preamble=0 fields=1" },
    { "+33 6 12 34 56 78\n+33 6 12 34 56 79\n", "utf-8 delimiter=00 quote=00 lf header=0 preamble=0 fields=1" },
    { "0612345678\n0612345679", "utf-8 delimiter=00 quote=00 lf header=0 preamble=0 fields=1" },
    { "33612345678:1000:Ann:Bee:female\n33612345679:1001:Bob:Cee:male\n", "utf-8 delimiter=3a quote=00 lf header=0 preamble=0 fields=5" },
    { "nom;cp;\nA;35000;\nB;56000;\n", "utf-8 delimiter=3b quote=22 lf header=1 preamble=0 fields=3" },
    { "nom;cp;mail\nA;35000;a@b.fr;\nB;56000;b@b.fr;\nC;29000;c@b.fr;\n", "utf-8 delimiter=3b quote=22 lf header=1 preamble=0 fields=3" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_preambles (void)
{
  static const Case cases[] = {
    { "Export of 12/03/2021\nDepartment: test\n\nid,name,phone\n1,Ann,0612345678\n2,Bob,0612345679\n", "utf-8 delimiter=2c quote=22 lf header=1 preamble=3 fields=3" },
    { "Liste des patients;;;\r\nid;nom;cp;mail\r\n1;A;35000;a@b.fr\r\n2;B;35000;b@b.fr\r\n", "utf-8 delimiter=3b quote=22 crlf header=1 preamble=1 fields=4" },
    { "sep=;\r\nid;nom\r\n1;A\r\n2;B\r\n", "utf-8 delimiter=3b quote=22 crlf header=1 preamble=1 fields=2" },
    { "1;A\n2;B;35000;x\n3;C;56000;y\n4;D;29000;z\n", "utf-8 delimiter=3b quote=22 lf header=0 preamble=0 fields=4" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_line_ends_may_be_mixed (void)
{
  static const Case cases[] = {
    { "id;cp\r\n1;35000\n2;56000\r\n3;29000\n", "utf-8 delimiter=3b quote=22 mixed header=1 preamble=0 fields=2" },
    { "id;note\r\n1;\"a\nb\nc\"\r\n2;\"d\ne\"\r\n", "utf-8 delimiter=3b quote=22 crlf header=1 preamble=0 fields=2" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_no_tables (void)
{
  static const Case cases[] = {
    { "", "empty" },
    { "\n \r\n\t\n", "empty" },
    { "\xef\xbb\xbf", "empty" },
    { "%PDF-1.7\n1 0 obj\n", "not-a-table" },
    { "<!DOCTYPE html>\n<html><body>a;b</body></html>\n", "not-a-table" },
    { "{\n  \"id\": 1,\n  \"name\": \"Ann\"\n}\n", "not-a-table" },
    { "[\n  {\n  \"id\": 1\n},\n  {\"id\":\n 2}\n]\n", "not-a-table" },
    { "Once upon a time, in a far country, there was a king.\nThe king had three sons, and each of them wanted to reign.\n"
      "One day the king called his sons to him.\nMy sons, he said, I am old, and the crown is heavy on my head.\n"
      "So he gave them a long and difficult task\nto learn, at last, which of them was worthy of the crown.\n",
      "not-a-table" },
    { "This is a letter about nothing in particular, and it goes on.\n", "not-a-table" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_noise_is_no_table (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *bytes = g_malloc (5000);
      g_autofree char *found = NULL;

      for (guint k = 0; k < 5000; k++)
        bytes[k] = (char) g_rand_int_range (random, 0, 256);
      found = describe (bytes, 5000);
      g_assert_cmpstr (found, ==, "not-a-table");
    }
}

static void
test_damaged_table_is_one (void)
{
  g_autoptr (GString) text = g_string_new ("id;nom;cp;ville\n");
  g_autofree char *found = NULL;

  for (guint i = 0; i < 60; i++)
    {
      g_string_append_printf (text, "%u;NOM%u;35%03u;Rennes\n", i, i, i);
      if (i % 4 == 0)
        g_string_append (text, "x;\"broken\n");
      if (i % 5 == 0)
        g_string_append_len (text, "9;a\0b\0;\0\0;c\n", 13);
    }
  found = describe (text->str, text->len);
  g_assert_cmpstr (found, ==, "utf-8 delimiter=3b quote=00 lf header=1 preamble=0 fields=4");
}

static void
test_utf_16_and_marks (void)
{
  gsize             length;
  g_autofree char  *wide = g_convert ("\357\273\277id;nom\r\n1;Zo\303\251\r\n2;Ali\r\n", -1, "UTF-16LE", "UTF-8", NULL, &length, NULL);
  g_autofree char  *found = describe (wide, length);
  static const Case cases[] = {
    { "\xef\xbb\xbfid;nom\n1;A\n2;B\n", "utf-8-bom delimiter=3b quote=22 lf header=1 preamble=0 fields=2" },
    { "id;pr\xe9nom\n1;Zo\xe9\n2;L\xe9on\n", "windows-1252 delimiter=3b quote=22 lf header=1 preamble=0 fields=2" },
  };

  g_assert_cmpstr (found, ==, "utf-16le delimiter=3b quote=22 crlf header=1 preamble=0 fields=2");
  check_cases (cases, G_N_ELEMENTS (cases));
}

/* The last line of a sample is cut, and must not count. */
static void
test_sample_may_be_cut (void)
{
  static const char text[] = "id;nom;cp\n1;A;35000\n2;B;56000\n3;\"C\nD";
  AmpDialect        dialect;

  for (gsize length = 12; length < sizeof text; length++)
    {
      g_autoptr (GError) error = NULL;

      amp_dialect_detect ((const guint8 *) text, length, FALSE, &dialect, &error);
      g_assert_no_error (error);
      g_assert_cmpint (dialect.delimiter, ==, ';');
      g_assert_cmpuint (dialect.n_fields, ==, 3);
    }
}

/* Whatever the bytes, there is an answer, and soon. */
static void
test_any_bytes_have_an_answer (void)
{
  static const char alphabet[] = "\"';,|:\t\n\r ab1@.-\0\xe9";
  g_autoptr (GRand) random = g_rand_new_with_seed (9);
  gint64 until = g_get_monotonic_time () + G_USEC_PER_SEC;

  while (g_get_monotonic_time () < until)
    {
      gsize            length = (gsize) g_rand_int_range (random, 1, 3000);
      g_autofree char *bytes = g_malloc (length);
      g_autofree char *found = NULL;

      for (gsize i = 0; i < length; i++)
        bytes[i] = alphabet[g_rand_int_range (random, 0, sizeof alphabet)];
      found = describe (bytes, length);
    }
}

static void
test_escapes_are_found (void)
{
  static const struct
  {
    const char *text;
    char        escape;
  } cases[] = {
    { "id,nom,note\n1,\"Ann\",\"said \\\"no\\\", twice\"\n2,\"Bob\",\"\"\n3,\"Cy\",\"x\"\n", '\\' },
    { "id;nom;note\n1;Ann;a\\;b\n2;Bob;\n3;Cy;x\n4;Di;y\n", '\\' },
    { "id;nom;dossier\n1;Ann;C:\\ann\\\n2;Bob;C:\\bob\\\n3;Cy;C:\\cy\\\n", 0 },
    { "dossier;nom;id\nC:\\ann\\;Ann;1\nC:\\bob\\;Bob;2\n\"C:\\cy\\\";Cy;3\n", 0 },
    { "id;nom;note\n1;Ann;\\N\n2;Bob;\\N\n3;Cy;\\N\n", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      AmpDialect dialect;

      g_assert_true (amp_dialect_detect ((const guint8 *) cases[i].text, strlen (cases[i].text), TRUE, &dialect, &error));
      g_assert_cmpuint (dialect.n_fields, ==, 3);
      g_assert_cmpint (dialect.escape, ==, cases[i].escape);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dump/dialect/delimiters", test_delimiters);
  g_test_add_func ("/dump/dialect/quotes", test_quotes);
  g_test_add_func ("/dump/dialect/headers", test_headers);
  g_test_add_func ("/dump/dialect/preambles", test_preambles);
  g_test_add_func ("/dump/dialect/line-ends-may-be-mixed", test_line_ends_may_be_mixed);
  g_test_add_func ("/dump/dialect/no-tables", test_no_tables);
  g_test_add_func ("/dump/dialect/noise-is-no-table", test_noise_is_no_table);
  g_test_add_func ("/dump/dialect/damaged-table-is-one", test_damaged_table_is_one);
  g_test_add_func ("/dump/dialect/utf-16-and-marks", test_utf_16_and_marks);
  g_test_add_func ("/dump/dialect/sample-may-be-cut", test_sample_may_be_cut);
  g_test_add_func ("/dump/dialect/any-bytes-have-an-answer", test_any_bytes_have_an_answer);
  g_test_add_func ("/dump/dialect/escapes-are-found", test_escapes_are_found);
  return g_test_run ();
}
