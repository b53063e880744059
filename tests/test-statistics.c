/* Counts: every key, selections, the place of those without one, and the walk
 * over records for fields and types. */
#include "amp-case-writer.h"
#include "amp-statistics.h"

#include <glib/gstdio.h>

#define HEALTH AMP_CATEGORY_BIT (AMP_CATEGORY_HEALTH)
#define IDENTITY AMP_CATEGORY_BIT (AMP_CATEGORY_IDENTITY)
#define CONTACT AMP_CATEGORY_BIT (AMP_CATEGORY_CONTACT)

typedef struct
{
  char        *folder;
  char        *path;
  AmpCaseFile *file;
} Fixture;

/* Three records of source 1 and two of source 2. Person 1 has records 1 (in
 * Rennes) and 4; person 2 record 2 (in Brest); person 3 record 3 (only the
 * département); person 4 record 5 (unplaced). Fields: 1 name, 2 e-mail, 3
 * result in source 1; 1 name, 2 second e-mail in source 2. */
static const guint8 bitmaps[] = { 7, 3, 1, 2, 3 };

static void
write_places (AmpCaseWriter *writer)
{
  AmpPlaceCodes rennes = { "FR", (char *) "53", (char *) "35", (char *) "243500139", (char *) "35238" };
  AmpPlaceCodes brest = { "FR", (char *) "53", (char *) "29", (char *) "242900314", (char *) "29019" };
  AmpPlaceCodes ille = { "FR", (char *) "53", (char *) "35", NULL, NULL };
  guint32       id;

  g_assert_true (amp_case_writer_add_place (writer, &rennes, &id, NULL));
  g_assert_cmpuint (id, ==, 1);
  g_assert_true (amp_case_writer_add_place (writer, &brest, &id, NULL));
  g_assert_cmpuint (id, ==, 2);
  g_assert_true (amp_case_writer_add_place (writer, &ille, &id, NULL));
  g_assert_cmpuint (id, ==, 3);
}

static void
write_sources (AmpCaseWriter *writer)
{
  AmpSourceFacts first = { .name = (char *) "one.csv", .n_fields = 3, .records = 3 };
  AmpSourceFacts second = { .name = (char *) "two.csv", .n_fields = 2, .records = 2 };
  guint32        id;

  g_assert_true (amp_case_writer_add_source (writer, &first, &id, NULL));
  g_assert_true (amp_case_writer_add_source (writer, &second, &id, NULL));
  g_assert_cmpuint (id, ==, 1);
}

static void
write_fields (AmpCaseWriter *writer)
{
  AmpFieldFacts fields[] = {
    { 0, 1, (char *) "NOM", AMP_FIELD_TYPE_LAST_NAME, 1, -1, NULL, NULL, 3, 3, 2 },
    { 0, 2, (char *) "MAIL", AMP_FIELD_TYPE_EMAIL, 1, -1, NULL, NULL, 2, 2, 2 },
    { 0, 3, (char *) "RESULTAT", AMP_FIELD_TYPE_SEROLOGY, 1, -1, NULL, NULL, 1, 1, 1 },
    { 1, 1, (char *) "NOM", AMP_FIELD_TYPE_LAST_NAME, 1, -1, NULL, NULL, 1, 1, 0 },
    { 1, 2, (char *) "MAIL", AMP_FIELD_TYPE_EMAIL, 1, -1, NULL, NULL, 2, AMP_NOT_COUNTED, AMP_NOT_COUNTED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_assert_true (amp_case_writer_add_field (writer, &fields[i], NULL));
}

static void
write_records (AmpCaseWriter *writer)
{
  const AmpRecord records[] = {
    { 0, 1, 2, 1, IDENTITY | CONTACT | HEALTH, 1, 0, AMP_AGE_BAND_0_14, AMP_SEX_FEMALE, &bitmaps[0] },
    { 0, 2, 3, 2, IDENTITY | CONTACT, 2, 0, AMP_AGE_BAND_75, AMP_SEX_MALE, &bitmaps[1] },
    { 0, 3, 4, 3, IDENTITY | HEALTH, 3, 2, AMP_AGE_BAND_UNKNOWN, AMP_SEX_FEMALE, &bitmaps[2] },
    { 1, 1, 2, 0, CONTACT, 1, 4, AMP_AGE_BAND_UNKNOWN, AMP_SEX_UNKNOWN, &bitmaps[3] },
    { 1, 2, 3, 0, IDENTITY | CONTACT, 4, 4, AMP_AGE_BAND_UNKNOWN, AMP_SEX_UNKNOWN, &bitmaps[4] },
  };
  const AmpCell cells[] = {
    { 1, 1, IDENTITY | CONTACT | HEALTH, 0, AMP_AGE_BAND_0_14, AMP_SEX_FEMALE, 1, 0 },
    { 3, 1, IDENTITY | CONTACT | HEALTH, 0, AMP_AGE_BAND_0_14, AMP_SEX_FEMALE, 0, 1 },
    { 1, 2, IDENTITY | CONTACT, 0, AMP_AGE_BAND_75, AMP_SEX_MALE, 1, 1 },
    { 1, 3, IDENTITY | HEALTH, 2, AMP_AGE_BAND_UNKNOWN, AMP_SEX_FEMALE, 1, 1 },
    { 2, 0, CONTACT, 4, AMP_AGE_BAND_UNKNOWN, AMP_SEX_UNKNOWN, 1, 0 },
    { 2, 0, IDENTITY | CONTACT, 4, AMP_AGE_BAND_UNKNOWN, AMP_SEX_UNKNOWN, 1, 1 },
  };
  const guint32 cells_of_persons[] = { 1, 2, 3, 5 };

  g_assert_true (amp_case_writer_append_records (writer, records, G_N_ELEMENTS (records), NULL));
  g_assert_true (amp_case_writer_write_cells (writer, cells, G_N_ELEMENTS (cells), NULL));
  g_assert_true (amp_case_writer_append_persons (writer, cells_of_persons, G_N_ELEMENTS (cells_of_persons), NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpCaseWriter) writer = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("ampleur-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "case.ampleur", NULL);
  writer = amp_case_writer_new (fixture->path, FALSE, &error);
  g_assert_no_error (error);
  write_places (writer);
  write_sources (writer);
  write_fields (writer);
  write_records (writer);
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

/* The rows as "code:records/persons/sensitive" words, after the total. */
static char *
count (Fixture *fixture, AmpKey key, const char *selection)
{
  g_autoptr (AmpSelection) terms = NULL;
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  AmpCount total;
  GString *text = g_string_new (NULL);

  terms = amp_selection_new_from_string (selection, &error);
  g_assert_no_error (error);
  rows = amp_statistics_count (fixture->file, key, terms, &total, NULL, &error);
  g_assert_no_error (error);
  g_string_append_printf (text, "%d/%d/%d", (int) total.records, (int) total.persons, (int) total.sensitive_persons);
  for (guint i = 0; i < rows->len; i++)
    {
      const AmpCount *row = &g_array_index (rows, AmpCount, i);

      g_string_append_printf (text, " %s:%d/%d/%d", row->code, (int) row->records, (int) row->persons, (int) row->sensitive_persons);
    }
  return g_string_free (text, FALSE);
}

static void
check (Fixture *fixture, AmpKey key, const char *selection, const char *expected)
{
  g_autofree char *found = count (fixture, key, selection);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_places (Fixture *fixture, gconstpointer data)
{
  check (fixture, AMP_KEY_COUNTRY, "", "5/4/2 FR:3/3/2 :2/1/0");
  check (fixture, AMP_KEY_DEPARTEMENT, "", "5/4/2 35:2/2/2 :2/1/0 29:1/1/0");
  check (fixture, AMP_KEY_COMMUNE, "", "5/4/2 :3/2/1 29019:1/1/0 35238:1/1/1");
  check (fixture, AMP_KEY_EPCI, "departement=35", "2/2/2 :1/1/1 243500139:1/1/1");
  check (fixture, AMP_KEY_COMMUNE, "country=&age=unknown", "2/1/0 :2/1/0");
}

static void
test_profiles (Fixture *fixture, gconstpointer data)
{
  check (fixture, AMP_KEY_AGE, "", "5/4/2 unknown:3/2/1 0-14:1/1/1 75+:1/1/0");
  check (fixture, AMP_KEY_SEX, "", "5/4/2 F:2/2/2 unknown:2/1/0 M:1/1/0");
  check (fixture, AMP_KEY_PLACE_QUALITY, "", "5/4/2 exact:2/2/1 none:2/1/0 postal:1/1/1");
}

static void
test_alternatives (Fixture *fixture, gconstpointer data)
{
  check (fixture, AMP_KEY_SEX, "age=0-14&age=75+", "2/2/1 F:1/1/1 M:1/1/0");
  check (fixture, AMP_KEY_SEX, "age=0-14&sex=M", "0/0/0");
  check (fixture, AMP_KEY_SEX, "commune=35238&commune=29019&sex=M", "1/1/0 M:1/1/0");
  check (fixture, AMP_KEY_SEX, "departement=35&commune=29019", "0/0/0");
  check (fixture, AMP_KEY_SEX, "commune=99999", "0/0/0");
}

static void
test_categories (Fixture *fixture, gconstpointer data)
{
  check (fixture, AMP_KEY_CATEGORY, "", "5/4/2 identity:4/4/2 contact:4/3/1 health:2/2/2");
  check (fixture, AMP_KEY_SENSITIVITY, "", "5/4/2 simple:5/4/2 sensitive:2/2/2");
  check (fixture, AMP_KEY_CATEGORY, "sensitivity=sensitive&category=contact", "1/1/1 contact:1/1/1 health:1/1/1 identity:1/1/1");
  check (fixture, AMP_KEY_COMBINATION, "", "5/4/2 identity+contact:2/2/0 identity+contact+health:1/1/1 identity+health:1/1/1 contact:1/0/0");
  check (fixture, AMP_KEY_SEX, "combination=contact+identity", "2/2/0 M:1/1/0 unknown:1/1/0");
}

static void
test_sources (Fixture *fixture, gconstpointer data)
{
  check (fixture, AMP_KEY_SOURCE, "", "5/4/2 1:3/3/2 2:2/2/1");
  check (fixture, AMP_KEY_COMMUNE, "source=2", "2/2/1 :2/1/0 35238:0/1/1");
  check (fixture, AMP_KEY_COMMUNE, "source=64", "0/0/0");
}

static void
test_fields (Fixture *fixture, gconstpointer data)
{
  /* One field has no stored total, so all are counted anew. */
  check (fixture, AMP_KEY_FIELD, "", "5/4/2 1.1:3/3/2 1.2:2/2/1 2.2:2/2/1 1.3:1/1/1 2.1:1/1/0");
  check (fixture, AMP_KEY_TYPE, "", "5/4/2 last_name:4/4/2 email:4/3/1 serology:1/1/1");
  /* Person 1 is selected by Rennes, and has a second e-mail in an unplaced record. */
  check (fixture, AMP_KEY_FIELD, "commune=35238", "1/1/1 1.1:1/1/1 1.2:1/1/1 1.3:1/1/1 2.2:0/1/1");
  check (fixture, AMP_KEY_TYPE, "commune=35238", "1/1/1 email:1/1/1 last_name:1/1/1 serology:1/1/1");
  check (fixture, AMP_KEY_TYPE, "commune=99999", "0/0/0");
}

/* What the import counted is believed, without a look at the records: this case
 * has none. */
static void
test_stored (Fixture *fixture, gconstpointer data)
{
  AmpCaseWriter       *writer = amp_case_writer_new (fixture->path, TRUE, NULL);
  const AmpSourceFacts source = { .name = (char *) "one.csv", .n_fields = 2 };
  const AmpFieldFacts  field = { 0, 2, (char *) "NIR", AMP_FIELD_TYPE_NIR, 1, -1, NULL, NULL, 9, 7, 5 };
  const AmpTypeTotal   total = { TRUE, 9, 7, 5 };
  guint32              id;

  g_assert_true (amp_case_writer_add_source (writer, &source, &id, NULL));
  g_assert_true (amp_case_writer_add_field (writer, &field, NULL));
  g_assert_true (amp_case_writer_add_type (writer, AMP_FIELD_TYPE_NIR, &total, NULL));
  g_assert_true (amp_case_writer_commit (writer, NULL));
  amp_case_file_unref (fixture->file);
  fixture->file = amp_case_file_open (fixture->path, NULL);
  g_assert_true (amp_case_file_get_type_total (fixture->file, AMP_FIELD_TYPE_NIR)->is_known);
  check (fixture, AMP_KEY_FIELD, "", "0/0/0 2:9/7/5");
  check (fixture, AMP_KEY_TYPE, "", "0/0/0 nir:9/7/5");
  check (fixture, AMP_KEY_TYPE, "sex=F", "0/0/0");
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (amp_statistics_count (fixture->file, AMP_KEY_FIELD, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Counts that four bytes do not hold are counted in full, in the same rows. */
static void
test_large_counts_are_whole (Fixture *fixture, gconstpointer data)
{
  const gint64     many = G_GINT64_CONSTANT (6000000000);
  const AmpCell    cells[] = { { 1, 0, HEALTH, 4, AMP_AGE_BAND_75, AMP_SEX_MALE, many, many - 1 },
                               { 1, 0, IDENTITY, 4, AMP_AGE_BAND_75, AMP_SEX_FEMALE, 3, 2 } };
  AmpSourceFacts   source = { .name = (char *) "large.csv", .n_fields = 1 };
  g_autofree char *path = g_build_filename (fixture->folder, "large.ampleur", NULL);
  AmpCaseWriter   *writer = amp_case_writer_new (path, FALSE, NULL);
  g_autoptr (AmpCaseFile) file = NULL;
  g_autoptr (GArray) rows = NULL;
  guint32 id;

  g_assert_true (amp_case_writer_add_source (writer, &source, &id, NULL));
  g_assert_true (amp_case_writer_write_cells (writer, cells, G_N_ELEMENTS (cells), NULL));
  g_assert_true (amp_case_writer_commit (writer, NULL));
  file = amp_case_file_open (path, NULL);
  g_assert_nonnull (file);
  rows = amp_statistics_count (file, AMP_KEY_SEX, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpint (g_array_index (rows, AmpCount, 0).records, ==, many);
  g_assert_cmpint (g_array_index (rows, AmpCount, 0).persons, ==, many - 1);
  g_assert_cmpint (g_array_index (rows, AmpCount, 0).sensitive_persons, ==, many - 1);
  g_assert_cmpint (g_array_index (rows, AmpCount, 1).persons, ==, 2);
  g_remove (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/store/statistics/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("places-add-up-to-the-total", test_places);
  ADD ("profiles-count-each-person-once", test_profiles);
  ADD ("terms-of-a-key-are-alternatives", test_alternatives);
  ADD ("a-person-counts-in-each-category", test_categories);
  ADD ("a-person-counts-in-each-source", test_sources);
  ADD ("fields-and-types-are-counted-from-records", test_fields);
  ADD ("totals-of-the-import-are-believed", test_stored);
  ADD ("counting-fields-can-be-cancelled", test_cancel);
  ADD ("large-counts-are-whole", test_large_counts_are_whole);
#undef ADD
  return g_test_run ();
}
