/* Identifiers of figures, there and back. */
#include "amp-figure-id.h"

static void
assert_round_trip (AmpKey key, const char *code, AmpFigureColumn column, const char *expected)
{
  g_autofree char *id = amp_figure_id_dup (key, code, column);
  g_autofree char *found = NULL;
  AmpFigureColumn  found_column;
  AmpKey           found_key;

  g_assert_cmpstr (id, ==, expected);
  g_assert_true (amp_figure_id_parse (id, &found_key, &found, &found_column));
  g_assert_cmpint (found_key, ==, key);
  g_assert_cmpstr (found, ==, code);
  g_assert_cmpint (found_column, ==, column);
}

static void
test_round_trips (void)
{
  assert_round_trip (AMP_KEY_DEPARTEMENT, "35", AMP_FIGURE_PERSONS, "departement/35/persons");
  assert_round_trip (AMP_KEY_COUNTRY, "", AMP_FIGURE_RECORDS, "country/unplaced/records");
  assert_round_trip (AMP_KEY_FIELD, "2.14", AMP_FIGURE_SHARE, "field/2.14/share");
  assert_round_trip (AMP_KEY_PLACE_QUALITY, "none", AMP_FIGURE_SENSITIVE_SHARE, "place-quality/none/sensitive_share");
}

static void
test_crossings (void)
{
  g_autofree char *id = amp_figure_id_dup_crossing (AMP_KEY_COMMUNE, "", AMP_KEY_CATEGORY, "health");
  g_autofree char *row = NULL;
  g_autofree char *column = NULL;
  AmpKey           row_key, column_key;

  g_assert_cmpstr (id, ==, "commune/unplaced/category/health/persons");
  g_assert_true (amp_figure_id_parse_crossing (id, &row_key, &row, &column_key, &column));
  g_assert_cmpint (row_key, ==, AMP_KEY_COMMUNE);
  g_assert_cmpint (column_key, ==, AMP_KEY_CATEGORY);
  g_assert_cmpstr (row, ==, "");
  g_assert_cmpstr (column, ==, "health");
}

static void
test_no_crossings (void)
{
  static const char *const wrong[] = { "", "departement/35/persons", "departement/35/category/health/records", "departement//category/health/persons", "departement/35/planet/x/persons" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      char  *row = NULL, *column = NULL;
      AmpKey row_key, column_key;

      g_assert_false (amp_figure_id_parse_crossing (wrong[i], &row_key, &row, &column_key, &column));
      g_assert_null (row);
      g_assert_null (column);
    }
}

static void
test_no_identifiers (void)
{
  static const char *const wrong[] = { "", "persons", "departement/35", "departement//persons", "planet/35/persons", "departement/35/height", "departement/35/persons/x" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      char           *code = NULL;
      AmpFigureColumn column;
      AmpKey          key;

      g_assert_false (amp_figure_id_parse (wrong[i], &key, &code, &column));
      g_assert_null (code);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/figure-id/round-trips", test_round_trips);
  g_test_add_func ("/export/figure-id/crossings", test_crossings);
  g_test_add_func ("/export/figure-id/no-crossings", test_no_crossings);
  g_test_add_func ("/export/figure-id/no-identifiers", test_no_identifiers);
  return g_test_run ();
}
