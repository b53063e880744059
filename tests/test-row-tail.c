/* What is a footer and what is a broken record. */
#include "row-transcript.h"

static char *
read_table (guint n_fields, const char *text)
{
  AmpDialect dialect = get_dialect (n_fields, FALSE);

  return read_whole (&dialect, NULL, text, strlen (text));
}

static void
check (const char *text, const char *expected)
{
  g_autofree char *transcript = read_table (4, text);

  g_assert_cmpstr (transcript, ==, expected);
}

static void
test_remarks_behind_the_table_are_a_footer (void)
{
  check ("a;b;c;d\n(2 rows)\n", "1 data none [a] [b] [c] [d]\n2 footer none [(2 rows)]\n2 lines\n");
  check ("a;b;c;d\n\nTotal: 1\n\nEnd\n",
         "1 data none [a] [b] [c] [d]\n2 empty none\n3 footer none [Total: 1]\n4 empty none\n5 footer none [End]\n5 lines\n");
}

static void
test_rows_that_go_on_make_it_broken_rows (void)
{
  check ("a;b;c;d\nTotal: 1\n\ne;f;g;h\n",
         "1 data none [a] [b] [c] [d]\n2 data too-short [Total: 1]\n3 empty none\n4 data none [e] [f] [g] [h]\n4 lines\n");
}

/* A dump that was cut off ends in a record, however short. */
static void
test_a_record_that_was_cut_off_is_counted (void)
{
  check ("a;b;c;d\nJean Marie", "1 data none [a] [b] [c] [d]\n2 data too-short [Jean Marie]\n2 lines\n");
  check ("a;b;c;d\n1234567\n", "1 data none [a] [b] [c] [d]\n2 data too-short [1234567]\n2 lines\n");
  check ("a;b;c;d\ne f;g;h\n", "1 data none [a] [b] [c] [d]\n2 data too-short [e f] [g] [h]\n2 lines\n");
}

static void
test_what_is_held_is_bounded (void)
{
  g_autoptr (GString) text = g_string_new ("a;b;c;d\n");
  g_autofree char *transcript = NULL;
  guint            n_footers = 0;

  for (guint i = 0; i < 100; i++)
    g_string_append (text, "(no row)\n");
  transcript = read_table (4, text->str);
  for (const char *c = strstr (transcript, "footer"); c; c = strstr (c + 1, "footer"))
    n_footers++;
  g_assert_cmpuint (n_footers, <=, 32);
  g_assert_nonnull (strstr (transcript, "101 "));
}

static void
test_footers_do_not_depend_on_cuts (void)
{
  static const char text[] = "a;b;c;d\n(1)\n\ne;f;g;h\r\n-- end\r\n\r\n3 rows\r\n";
  AmpDialect        dialect = get_dialect (4, FALSE);
  g_autofree char  *whole = read_whole (&dialect, NULL, text, sizeof text - 1);

  for (gsize size = 1; size < sizeof text; size++)
    {
      g_autofree char *cut = read_cut (&dialect, NULL, text, sizeof text - 1, size, NULL);

      g_assert_cmpstr (cut, ==, whole);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dump/row-tail/remarks-behind-the-table-are-a-footer", test_remarks_behind_the_table_are_a_footer);
  g_test_add_func ("/dump/row-tail/rows-that-go-on-make-it-broken-rows", test_rows_that_go_on_make_it_broken_rows);
  g_test_add_func ("/dump/row-tail/a-record-that-was-cut-off-is-counted", test_a_record_that_was_cut_off_is_counted);
  g_test_add_func ("/dump/row-tail/what-is-held-is-bounded", test_what_is_held_is_bounded);
  g_test_add_func ("/dump/row-tail/footers-do-not-depend-on-cuts", test_footers_do_not_depend_on_cuts);
  return g_test_run ();
}
