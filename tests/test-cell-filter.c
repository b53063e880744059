/* Which cells a selection lets pass, and tables of two keys: compared with what a
 * slow reading of the codes says, for many selections drawn at random. */
#include "amp-case-writer.h"
#include "amp-cross-statistics.h"
#include "amp-statistics.h"

#include <glib/gstdio.h>

#define N_SOURCES 3
#define N_CELLS 400
#define N_SELECTIONS 600

typedef struct
{
  char        *folder;
  char        *path;
  AmpCaseFile *file;
  AmpCell      cells[N_CELLS];
} Fixture;

/* Codes of each place by level; "" for none. */
static const char *const places[][AMP_N_PLACE_KEYS] = {
  { "", "", "", "", "" },
  { "FR", "53", "35", "243500139", "35238" },
  { "FR", "53", "29", "242900314", "29019" },
  { "FR", "53", "35", "", "" },
  { "BE", "", "", "", "" },
};

static const AmpKey keys[] = {
  AMP_KEY_COUNTRY, AMP_KEY_REGION, AMP_KEY_DEPARTEMENT, AMP_KEY_EPCI, AMP_KEY_COMMUNE, AMP_KEY_CATEGORY,
  AMP_KEY_SENSITIVITY, AMP_KEY_AGE, AMP_KEY_SEX, AMP_KEY_SOURCE, AMP_KEY_PLACE_QUALITY, AMP_KEY_COMBINATION
};

static const AmpCategory categories[] = { AMP_CATEGORY_IDENTITY, AMP_CATEGORY_LOCATION, AMP_CATEGORY_FINANCIAL, AMP_CATEGORY_HEALTH };

static void
write_places (AmpCaseWriter *writer)
{
  for (guint i = 1; i < G_N_ELEMENTS (places); i++)
    {
      AmpPlaceCodes codes = { "", (char *) places[i][1], (char *) places[i][2], (char *) places[i][3], (char *) places[i][4] };
      guint32       id;

      g_strlcpy (codes.country, places[i][0], sizeof codes.country);
      g_assert_true (amp_case_writer_add_place (writer, &codes, &id, NULL));
      g_assert_cmpuint (id, ==, i);
    }
}

static void
draw_cell (AmpCell *cell, GRand *random)
{
  *cell = (AmpCell){
    .sources = (guint64) g_rand_int_range (random, 1, 1 << N_SOURCES),
    .place = (guint32) g_rand_int_range (random, 0, G_N_ELEMENTS (places)),
    .quality = (guint8) g_rand_int_range (random, 0, AMP_N_QUALITIES),
    .age_band = (guint8) g_rand_int_range (random, 0, AMP_N_AGE_BANDS),
    .sex = (guint8) g_rand_int_range (random, 0, AMP_N_SEXES),
    .persons = g_rand_int_range (random, 1, 1000),
  };
  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    if (g_rand_boolean (random))
      cell->categories |= AMP_CATEGORY_BIT (categories[i]);
  /* Records are of one source. */
  if ((cell->sources & (cell->sources - 1)) == 0)
    cell->records = g_rand_int_range (random, 1, 1000);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpCaseWriter) writer = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  guint32 id;

  fixture->folder = g_dir_make_tmp ("ampleur-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "case.ampleur", NULL);
  writer = amp_case_writer_new (fixture->path, FALSE, &error);
  g_assert_no_error (error);
  write_places (writer);
  for (guint i = 0; i < N_SOURCES; i++)
    {
      AmpSourceFacts source = { .name = (char *) "one.csv", .n_fields = 1, .records = 1 };

      g_assert_true (amp_case_writer_add_source (writer, &source, &id, NULL));
    }
  for (guint i = 0; i < N_CELLS; i++)
    draw_cell (&fixture->cells[i], random);
  g_assert_true (amp_case_writer_write_cells (writer, fixture->cells, N_CELLS, NULL));
  amp_case_writer_commit (g_steal_pointer (&writer), &error);
  g_assert_no_error (error);
  fixture->file = amp_case_file_open (fixture->path, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  amp_case_file_unref (fixture->file);
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
add_code (GStrvBuilder *codes, const char *code)
{
  g_strv_builder_add (codes, code);
}

static void
add_category_codes (GStrvBuilder *codes, AmpKey key, const AmpCell *cell)
{
  for (guint i = 0; i < AMP_N_CATEGORIES; i++)
    if (cell->categories & AMP_CATEGORY_BIT (i))
      add_code (codes, key == AMP_KEY_CATEGORY ? amp_category_get_code (i) : amp_sensitivity_get_code (amp_category_get_sensitivity (i)));
}

/* All codes of a key that a cell has. */
static char **
list_codes (const AmpCell *cell, AmpKey key)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  if (amp_key_is_place (key))
    add_code (codes, places[cell->place][key]);
  else if (key == AMP_KEY_CATEGORY || key == AMP_KEY_SENSITIVITY)
    add_category_codes (codes, key, cell);
  else if (key == AMP_KEY_AGE)
    add_code (codes, amp_age_band_get_code (cell->age_band));
  else if (key == AMP_KEY_SEX)
    add_code (codes, amp_sex_get_code (cell->sex));
  else if (key == AMP_KEY_PLACE_QUALITY)
    add_code (codes, amp_quality_get_code (cell->quality));
  else if (key == AMP_KEY_COMBINATION)
    {
      g_autofree char *code = amp_combination_to_code (cell->categories);

      add_code (codes, code);
    }
  for (guint i = 0; key == AMP_KEY_SOURCE && i < N_SOURCES; i++)
    if (cell->sources >> i & 1)
      {
        g_autofree char *code = g_strdup_printf ("%u", i + 1);

        add_code (codes, code);
      }
  return g_strv_builder_end (codes);
}

static gboolean
passes_key (const AmpCell *cell, const AmpSelection *selection, AmpKey key)
{
  g_auto (GStrv) codes = list_codes (cell, key);
  gboolean is_chosen = FALSE;
  gboolean has_choice = FALSE;

  for (guint i = 0; i < amp_selection_get_n_terms (selection); i++)
    {
      const AmpSelectionTerm *term = amp_selection_get_term (selection, i);
      gboolean                has = g_strv_contains ((const char *const *) codes, term->code);

      if (term->key != key)
        continue;
      if ((term->mode == AMP_TERM_ALL && !has) || (term->mode == AMP_TERM_NONE && has))
        return FALSE;
      has_choice |= term->mode == AMP_TERM_ANY;
      is_chosen |= term->mode == AMP_TERM_ANY && has;
    }
  return is_chosen || !has_choice;
}

static gboolean
passes (const AmpCell *cell, const AmpSelection *selection)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (!passes_key (cell, selection, keys[i]))
      return FALSE;
  return TRUE;
}

/* A code that some cell has, so that selections are not all empty. */
static AmpSelection *
draw_selection (const Fixture *fixture, GRand *random)
{
  AmpSelection *selection = amp_selection_new ();
  int           n_terms = g_rand_int_range (random, 0, 5);

  for (int i = 0; i < n_terms; i++)
    {
      AmpKey key = keys[g_rand_int_range (random, 0, G_N_ELEMENTS (keys))];
      g_auto (GStrv) codes = list_codes (&fixture->cells[g_rand_int_range (random, 0, N_CELLS)], key);

      if (codes[0] != NULL)
        g_assert_true (amp_selection_add_mode (selection, key, (AmpTermMode) g_rand_int_range (random, 0, AMP_N_TERM_MODES), codes[0], NULL));
    }
  return selection;
}

static gint64
sum_persons (const Fixture *fixture, const AmpSelection *selection)
{
  gint64 persons = 0;

  for (guint i = 0; i < N_CELLS; i++)
    persons += passes (&fixture->cells[i], selection) ? fixture->cells[i].persons : 0;
  return persons;
}

static void
test_brute_force (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  guint n_found = 0;

  for (guint i = 0; i < N_SELECTIONS; i++)
    {
      g_autoptr (AmpSelection) selection = draw_selection (fixture, random);
      AmpCount total = { 0 };
      g_autoptr (GArray) rows = amp_statistics_count (fixture->file, AMP_KEY_SEX, selection, &total, NULL, NULL);

      g_assert_nonnull (rows);
      g_assert_cmpint (total.persons, ==, sum_persons (fixture, selection));
      n_found += total.persons > 0;
    }
  /* Otherwise nothing was compared. */
  g_assert_cmpuint (n_found, >, N_SELECTIONS / 3);
}

static gint64
find_persons (GArray *rows, const char *code)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (g_array_index (rows, AmpCount, i).code, code))
      return g_array_index (rows, AmpCount, i).persons;
  return 0;
}

/* A table of two keys is one breakdown for each column. */
static void
check_table (Fixture *fixture, AmpKey rows, AmpKey columns, const AmpSelection *selection)
{
  g_autoptr (AmpCrossCounts) counts = amp_cross_statistics_count (fixture->file, rows, columns, selection, NULL);

  g_assert_nonnull (counts);
  for (guint column = 0; column < counts->n_columns; column++)
    {
      g_autoptr (AmpSelection) part = amp_selection_copy (selection);
      g_autoptr (GArray) expected = NULL;

      amp_selection_add_mode (part, columns, AMP_TERM_ALL, counts->column_codes[column], NULL);
      expected = amp_statistics_count (fixture->file, rows, part, NULL, NULL, NULL);
      for (guint row = 0; row < counts->n_rows; row++)
        g_assert_cmpint (counts->persons[row * counts->n_columns + column], ==, find_persons (expected, counts->row_codes[row]));
    }
}

static void
test_cross (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (9);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    for (guint j = 0; j < G_N_ELEMENTS (keys); j++)
      {
        g_autoptr (AmpSelection) selection = draw_selection (fixture, random);

        check_table (fixture, keys[i], keys[j], selection);
      }
}

/* Every person of an exclusive key is in one column, so columns add up. */
static void
test_cross_adds_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpCrossCounts) counts = amp_cross_statistics_count (fixture->file, AMP_KEY_DEPARTEMENT, AMP_KEY_AGE, NULL, NULL);
  gint64 persons = 0;
  gint64 records = 0;

  for (guint i = 0; i < counts->n_rows * counts->n_columns; i++)
    {
      persons += counts->persons[i];
      records += counts->records[i];
    }
  g_assert_cmpint (persons, ==, amp_case_file_get_persons (fixture->file));
  g_assert_cmpint (records, ==, amp_case_file_get_records (fixture->file));
  g_assert_cmpuint (g_strv_length (counts->row_codes), ==, counts->n_rows);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/cell-filter/selects-what-its-terms-say", Fixture, NULL, set_up, test_brute_force, tear_down);
  g_test_add ("/store/cross-statistics/is-a-breakdown-a-column", Fixture, NULL, set_up, test_cross, tear_down);
  g_test_add ("/store/cross-statistics/adds-up", Fixture, NULL, set_up, test_cross_adds_up, tear_down);
  return g_test_run ();
}
