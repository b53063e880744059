/* The tables that ship with the program: every one is whole, and one that does
 * not exist or has other columns is an error. */
#include <glib.h>

#include "amp-places-error.h"
#include "amp-places-table.h"

static guint
count_rows (const char *name, guint n_cells, GError **error)
{
  AmpPlacesTable table = { 0 };
  char          *cells[9];
  guint          n_rows = 0;

  if (amp_places_table_open (&table, name, n_cells, error))
    {
      guint most = amp_places_table_count (&table);

      while (amp_places_table_next (&table, cells, error))
        n_rows++;
      g_assert_cmpuint (n_rows, <=, most);
    }
  g_free (table.text);
  return n_rows;
}

static void
test_tables_are_whole (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count_rows ("communes.tsv", 9, &error), ==, 34969);
  g_assert_cmpuint (count_rows ("departements.tsv", 6, &error), ==, 109);
  g_assert_cmpuint (count_rows ("outlines.tsv", 2, &error), >, 107);
  g_assert_no_error (error);
}

static void
test_errors (void)
{
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) damaged = NULL;

  g_assert_cmpuint (count_rows ("nothing.tsv", 2, &missing), ==, 0);
  g_assert_error (missing, AMP_PLACES_ERROR, AMP_PLACES_ERROR_DATA);
  g_assert_cmpuint (count_rows ("regions.tsv", 3, &damaged), ==, 0);
  g_assert_error (damaged, AMP_PLACES_ERROR, AMP_PLACES_ERROR_DATA);
}

static void
test_numbers (void)
{
  g_assert_cmpfloat (amp_places_table_parse_decimal ("-1.6742"), ==, -1.6742);
  g_assert_cmpfloat (amp_places_table_parse_decimal ("48"), ==, 48);
  g_assert_cmpfloat (amp_places_table_parse_decimal ("-0.0500"), ==, -0.05);
  g_assert_cmpfloat (amp_places_table_parse_decimal (""), ==, 0);
  g_assert_cmpint (amp_places_table_parse_number ("230890"), ==, 230890);
  g_assert_cmpint (amp_places_table_parse_number (""), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/places/places-table/tables-are-whole", test_tables_are_whole);
  g_test_add_func ("/places/places-table/missing-or-damaged-is-an-error", test_errors);
  g_test_add_func ("/places/places-table/numbers-do-not-depend-on-the-locale", test_numbers);
  return g_test_run ();
}
