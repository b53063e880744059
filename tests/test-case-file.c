/* Reading a case: all that was written comes back, damage is told, and no file,
 * whatever its bytes, does harm. */
#include "amp-case-file.h"
#include "amp-case-writer.h"
#include "amp-record-reader.h"
#include "amp-statistics.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#define N_RECORDS 9000
#define N_PERSONS 3000
#define N_PLACES 7

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static const guint8 bitmaps[] = { 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x00 };

/* Record @i, from 0: three records a person, far apart; source 1 has the last
 * thousand. */
static AmpRecord
make_record (guint i, gboolean is_known)
{
  guint     source = i >= N_RECORDS - 1000;
  guint     ordinal = source ? i - (N_RECORDS - 1000) : i;
  guint32   person = is_known ? i % N_PERSONS + 1 : 0;
  AmpRecord record = { source, ordinal + 1, ordinal * 2 + 2, i % N_PLACES, 1u << (i % 3), person, i % AMP_N_QUALITIES, i % AMP_N_AGE_BANDS, i % AMP_N_SEXES, bitmaps + i % 8 };

  return record;
}

static void
write_sources (AmpCaseWriter *writer)
{
  AmpSourceFacts first = { (char *) "one.csv", 123456, (char *) "abcdef", (char *) "delimited", (char *) "windows-1252", (char *) ";", (char *) "\"", (char *) "crlf", TRUE, 2, 3, 16001, N_RECORDS - 1000, 2, 5, 4 };
  AmpSourceFacts second = { .name = (char *) "two.csv", .n_fields = 3, .records = 1000 };
  const char    *evidence[] = { "header: NOM", "three values in four", NULL };
  guint32        id;

  g_assert_true (amp_case_writer_add_source (writer, &second, &id, NULL));
  g_assert_true (amp_case_writer_update_source (writer, id, &first, NULL));
  g_assert_true (amp_case_writer_add_source (writer, &second, &id, NULL));
  for (guint i = 0; i < 6; i++)
    {
      AmpFieldFacts field = { i / 3, i % 3 + 1, (char *) "NOM", AMP_FIELD_TYPE_LAST_NAME, 0.75, i % 2 ? 0.5 : -1, (char *) "Aaaa", i == 0 ? (char **) evidence : NULL, 0, AMP_NOT_COUNTED, AMP_NOT_COUNTED, AMP_NOT_COUNTED, FALSE };

      for (guint j = 0; j < N_RECORDS; j++)
        {
          AmpRecord record = make_record (j, TRUE);

          field.filled += record.source == field.source && (*record.fields >> (field.position - 1) & 1);
        }
      field.distinct = i == 5 ? AMP_NOT_COUNTED : MIN (field.filled, i);
      field.distinct_is_sampled = i == 1;
      g_assert_true (amp_case_writer_add_field (writer, &field, NULL));
    }
}

static void
write_places (AmpCaseWriter *writer)
{
  for (guint i = 1; i < N_PLACES; i++)
    {
      g_autofree char *code = g_strdup_printf ("35%03u", i);
      AmpPlaceCodes    place = { "FR", (char *) "53", (char *) "35", NULL, code };
      guint32          id;

      g_assert_true (amp_case_writer_add_place (writer, &place, &id, NULL));
      g_assert_cmpuint (id, ==, i);
    }
}

static gboolean
is_same_profile (const AmpCell *cell, const AmpRecord *record)
{
  return cell->sources == 1u << record->source && cell->place == record->place && cell->categories == record->categories &&
         cell->quality == record->quality && cell->age_band == record->age_band && cell->sex == record->sex;
}

/* Persons are, for this test, of the profile of their first record. */
static void
write_cells (AmpCaseWriter *writer)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, TRUE, sizeof (AmpCell));
  g_autofree guint32 *cell_of_person = g_new (guint32, N_PERSONS);

  for (guint i = 0; i < N_RECORDS; i++)
    {
      AmpRecord record = make_record (i, TRUE);
      AmpCell   profile = { 1u << record.source, record.place, record.categories, record.quality, record.age_band, record.sex, 0, 0 };
      guint     j = 0;

      while (j < cells->len && !is_same_profile (&g_array_index (cells, AmpCell, j), &record))
        j++;
      if (j == cells->len)
        g_array_append_val (cells, profile);
      g_array_index (cells, AmpCell, j).records++;
      if (i >= N_PERSONS)
        continue;
      g_array_index (cells, AmpCell, j).persons++;
      cell_of_person[i] = j;
    }
  g_assert_true (amp_case_writer_write_cells (writer, (const AmpCell *) cells->data, cells->len, NULL));
  g_assert_true (amp_case_writer_append_persons (writer, cell_of_person, N_PERSONS, NULL));
}

static void
write_records (AmpCaseWriter *writer)
{
  guint32 persons[N_RECORDS];

  for (guint i = 0; i < N_RECORDS; i++)
    {
      AmpRecord record = make_record (i, FALSE);

      persons[i] = make_record (i, TRUE).person;
      g_assert_true (amp_case_writer_append_records (writer, &record, 1, NULL));
    }
  /* In two pieces, neither of which ends where a block does. */
  g_assert_true (amp_case_writer_append_record_persons (writer, persons, N_RECORDS / 3, NULL));
  g_assert_true (amp_case_writer_append_record_persons (writer, persons + N_RECORDS / 3, N_RECORDS - N_RECORDS / 3, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpCaseWriter) writer = NULL;
  g_autoptr (AmpMandate) mandate = amp_mandate_new ("A. Analyst", "Client é", "art. 33", NULL);
  const AmpMalformed malformed[] = { { 0, 3, 7, "too-short" }, { 0, 0, 9, "nul-byte" }, { 0, 4, 8, "too-long" } };
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("ampleur-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "case.ampleur", NULL);
  writer = amp_case_writer_new (fixture->path, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (amp_case_writer_set_mandate (writer, mandate, NULL));
  g_assert_true (amp_case_writer_set_text (writer, AMP_FACT_AS_OF, "2021-02-24", NULL));
  g_assert_true (amp_case_writer_set_number (writer, AMP_FACT_PERSONS_LOWEST, 2900, NULL));
  write_sources (writer);
  write_places (writer);
  for (guint i = 0; i < G_N_ELEMENTS (malformed); i++)
    g_assert_true (amp_case_writer_add_malformed (writer, &malformed[i], NULL));
  write_records (writer);
  write_cells (writer);
  amp_case_writer_commit (g_steal_pointer (&writer), &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static AmpCaseFile *
open_case (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  AmpCaseFile *file = amp_case_file_open (fixture->path, &error);

  g_assert_no_error (error);
  return file;
}

static void
test_facts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpCaseFile) file = open_case (fixture);
  gint64 number = 0;

  g_assert_cmpstr (amp_case_file_get_mandate (file)->client, ==, "Client é");
  g_assert_null (amp_case_file_get_mandate (file)->reference);
  g_assert_cmpstr (amp_case_file_get_text (file, AMP_FACT_AS_OF), ==, "2021-02-24");
  g_assert_true (amp_case_file_get_number (file, AMP_FACT_PERSONS_LOWEST, &number));
  g_assert_cmpint (number, ==, 2900);
  g_assert_false (amp_case_file_get_number (file, AMP_FACT_AS_OF, &number));
  g_assert_cmpint (amp_case_file_get_records (file), ==, N_RECORDS);
  g_assert_cmpint (amp_case_file_get_persons (file), ==, N_PERSONS);
}

static void
test_sources (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpCaseFile) file = open_case (fixture);
  const AmpSourceFacts *source = amp_case_file_get_source (file, 0);
  const AmpFieldFacts  *field = amp_case_file_get_field (file, 0);

  g_assert_cmpuint (amp_case_file_get_n_sources (file), ==, 2);
  g_assert_cmpstr (source->name, ==, "one.csv");
  g_assert_cmpstr (source->encoding, ==, "windows-1252");
  g_assert_cmpstr (source->quote, ==, "\"");
  g_assert_cmpint (source->lines, ==, 16001);
  g_assert_cmpint (source->skipped, ==, 4);
  g_assert_cmpuint (amp_case_file_get_n_fields (file), ==, 6);
  g_assert_cmpstr (field->evidence[1], ==, "three values in four");
  g_assert_cmpint (field->distinct, ==, 0);
  g_assert_cmpint (amp_case_file_get_field (file, 1)->distinct, ==, 1);
  g_assert_true (amp_case_file_get_field (file, 1)->distinct_is_sampled);
  g_assert_cmpint (amp_case_file_get_field (file, 5)->distinct, ==, AMP_NOT_COUNTED);
  g_assert_cmpfloat (field->confidence, ==, 0.75);
  g_assert_cmpfloat (field->valid, <, 0);
  g_assert_cmpint (field->persons, ==, AMP_NOT_COUNTED);
  g_assert_cmpint (field->type, ==, AMP_FIELD_TYPE_LAST_NAME);
  g_assert_cmpstr (amp_case_file_get_place (file, 2)->commune, ==, "35002");
  g_assert_cmpstr (amp_case_file_get_place_code (file, 0, AMP_KEY_COUNTRY), ==, "");
  g_assert_cmpstr (amp_case_file_get_place_code (file, 3, AMP_KEY_EPCI), ==, "");
}

static void
test_records (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpCaseFile) file = open_case (fixture);
  g_autoptr (AmpRecordReader) reader = amp_record_reader_new (file, NULL);
  g_autoptr (GError) error = NULL;
  const AmpRecord *record;
  guint            n_records = 0;

  while ((record = amp_record_reader_next (reader, NULL, &error)) != NULL)
    {
      AmpRecord expected = make_record (n_records++, TRUE);

      g_assert_cmpmem (record->fields, 1, expected.fields, 1);
      g_assert_cmpuint (record->source, ==, expected.source);
      g_assert_cmpint (record->ordinal, ==, expected.ordinal);
      g_assert_cmpint (record->line, ==, expected.line);
      g_assert_cmpuint (record->person, ==, expected.person);
      g_assert_cmpuint (record->place, ==, expected.place);
      g_assert_cmpuint (record->categories, ==, expected.categories);
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n_records, ==, N_RECORDS);
  g_assert_null (amp_record_reader_next (reader, NULL, &error));
  g_assert_no_error (error);
}

static void
test_malformed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpCaseFile) file = open_case (fixture);
  g_autoptr (GArray) all = amp_case_file_list_malformed (file, 0, 100, NULL, NULL);
  g_autoptr (GArray) one = amp_case_file_list_malformed (file, 1, 1, NULL, NULL);

  g_assert_cmpuint (all->len, ==, 3);
  g_assert_cmpstr (g_array_index (all, AmpMalformed, 0).reason, ==, "too-short");
  g_assert_cmpint (g_array_index (all, AmpMalformed, 2).line, ==, 8);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpstr (g_array_index (one, AmpMalformed, 0).reason, ==, "nul-byte");
}

static void
test_field_counts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpCaseFile) file = open_case (fixture);
  g_autoptr (GArray) fields = amp_statistics_count (file, AMP_KEY_FIELD, NULL, NULL, NULL, NULL);
  g_autoptr (GArray) types = amp_statistics_count (file, AMP_KEY_TYPE, NULL, NULL, NULL, NULL);

  g_assert_cmpuint (fields->len, ==, 6);
  for (guint i = 0; i < fields->len; i++)
    {
      const AmpCount      *count = &g_array_index (fields, AmpCount, i);
      guint                number = (count->code[0] - '1') * 3 + (count->code[2] - '1');
      const AmpFieldFacts *field = amp_case_file_get_field (file, number);

      g_assert_cmpint (count->records, ==, field->filled);
    }
  /* All fields are of one type; every eighth record has none filled, and the
   * three records of a person are alike in that. */
  g_assert_cmpuint (types->len, ==, 1);
  g_assert_cmpint (g_array_index (types, AmpCount, 0).records, ==, N_RECORDS / 8 * 7);
  g_assert_cmpint (g_array_index (types, AmpCount, 0).persons, ==, N_PERSONS / 8 * 7);
}

static char *
verify (Fixture *fixture)
{
  g_autoptr (AmpCaseFile) file = open_case (fixture);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) problems = amp_case_file_verify (file, NULL, &error);

  g_assert_no_error (error);
  return g_strjoinv ("\n", problems);
}

static void
test_whole (Fixture *fixture, gconstpointer data)
{
  g_autofree char *problems = verify (fixture);

  g_assert_cmpstr (problems, ==, "");
}

static void
change (Fixture *fixture, const char *text)
{
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, text, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
}

static void
check_problem (Fixture *fixture, const char *text, const char *problem)
{
  g_autofree char *problems = NULL;

  change (fixture, text);
  problems = verify (fixture);
  if (strstr (problems, problem) == NULL)
    g_error ("“%s” is not told after “%s”:\n%s", problem, text, problems);
}

static void
test_changed_counts (Fixture *fixture, gconstpointer data)
{
  check_problem (fixture, "UPDATE sources SET records = records + 1 WHERE id = 0", "Records of source 1: 8001 are stated, 8000 are counted.");
  check_problem (fixture, "UPDATE facts SET value = 1 WHERE name = 'persons'", "Persons of the case: 1 are stated, 3000 are counted.");
  check_problem (fixture, "UPDATE fields SET filled = 1 WHERE id = 3", "Filled values of field 1 of source 2: 1 are stated, 500 are counted.");
  check_problem (fixture, "DELETE FROM malformed WHERE id = 2", "Malformed records of source 1: 2 are stated, 1 are counted.");
  check_problem (fixture, "UPDATE place_levels SET codes = replace (codes, '35001', '29019')", "The table “place_levels” is not what was written.");
  check_problem (fixture, "DELETE FROM checksums WHERE name = 'types'", "The table “types” is not what was written.");
}

static void
test_changed_blocks (Fixture *fixture, gconstpointer data)
{
  check_problem (fixture, "UPDATE blocks SET profiles = zeroblob(records) WHERE id = 1", "Block 2 of the records is not what was written.");
  check_problem (fixture, "UPDATE blocks SET checksum = checksum + 1 WHERE id = 0", "Block 1 of the records is not what was written.");
  check_problem (fixture, "UPDATE person_blocks SET cells = zeroblob(persons)", "Block 1 of the persons is not what was written.");
  check_problem (fixture, "UPDATE person_blocks SET cells = zeroblob(persons), checksum = 0", "Block 1 of the persons is not what was written.");
}

static void
test_missing_block (Fixture *fixture, gconstpointer data)
{
  check_problem (fixture, "DELETE FROM blocks WHERE id = 2", "Records of the cells: 9000 are stated, 8000 are counted.");
  check_problem (fixture, "UPDATE block_persons SET persons = x'00' WHERE id = 0", "A part cannot be read");
}

static void
test_verify_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpCaseFile) file = open_case (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (amp_case_file_verify (file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
check_refused (const char *path, AmpStoreError code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (path);

  g_assert_null (amp_case_file_open (path, &error));
  g_assert_error (error, AMP_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, name));
}

static void
check_content_refused (Fixture *fixture, const char *bytes, gsize length, AmpStoreError code)
{
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length, NULL));
  check_refused (fixture->path, code);
}

static void
test_not_a_case (Fixture *fixture, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.ampleur", NULL);
  g_autofree char *zeros = g_malloc0 (100000);

  check_refused (missing, AMP_STORE_ERROR_READ);
  check_refused (fixture->folder, AMP_STORE_ERROR_READ);
  check_refused ("/dev/null", AMP_STORE_ERROR_NOT_A_CASE);
  check_content_refused (fixture, "", 0, AMP_STORE_ERROR_NOT_A_CASE);
  check_content_refused (fixture, "a;b\n1;2\n", 8, AMP_STORE_ERROR_NOT_A_CASE);
  check_content_refused (fixture, zeros, 100000, AMP_STORE_ERROR_NOT_A_CASE);
  g_unlink (fixture->path);
  change (fixture, "CREATE TABLE cells (a)");
  check_refused (fixture->path, AMP_STORE_ERROR_NOT_A_CASE);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  change (fixture, "PRAGMA user_version = 99");
  check_refused (fixture->path, AMP_STORE_ERROR_NEWER);
}

static void
test_truncated (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize            length;

  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  check_content_refused (fixture, bytes, 10, AMP_STORE_ERROR_NOT_A_CASE);
  check_content_refused (fixture, bytes, 16384, AMP_STORE_ERROR_DAMAGED);
}

/* Each is a lie that the tables allow. */
static void
test_lies (Fixture *fixture, gconstpointer data)
{
  static const char *const lies[] = {
    "UPDATE sources SET n_fields = 1000000000",
    "UPDATE sources SET records = -1",
    "UPDATE sources SET id = 70 WHERE id = 1",
    "UPDATE fields SET source = 2 WHERE id = 5",
    "UPDATE fields SET position = 4 WHERE id = 5",
    "UPDATE fields SET persons = -2",
    "UPDATE place_levels SET codes = replace(codes, '35001', '../../x') WHERE level = 'commune'",
    "UPDATE place_levels SET codes = replace(codes, 'FR', 'FRANCE') WHERE level = 'country'",
    "UPDATE place_levels SET codes = 'x' || codes WHERE level = 'epci'",
    "UPDATE place_levels SET codes = '' WHERE level = 'region'",
    "UPDATE place_levels SET level = 'region' WHERE level = 'epci'",
    "UPDATE place_levels SET places = places - 1, numbers = substr(numbers, 2) WHERE level = 'epci'",
    "UPDATE place_levels SET numbers = zeroblob(100000)",
    "UPDATE place_levels SET places = 9223372036854775807",
    "UPDATE place_levels SET numbers = x'ffffffffffffff' WHERE level = 'commune'",
    "UPDATE place_levels SET id = 100 WHERE id = 1",
    "DELETE FROM place_levels WHERE level = 'commune'",
    "DELETE FROM place_levels",
    "UPDATE category_sets SET categories = 'wealth' WHERE id = 0",
    "UPDATE cell_blocks SET id = 1",
    "UPDATE cell_blocks SET sources = replace(hex(zeroblob(kinds / 2)), '0', char(127))",
    "UPDATE cell_blocks SET kinds = kinds - 1",
    "UPDATE cell_blocks SET kinds = 9223372036854775807",
    "UPDATE cell_blocks SET lengths = zeroblob(kinds)",
    "UPDATE cell_blocks SET cells = cells + 1",
    "UPDATE cell_blocks SET cells = 9223372036854775807",
    "UPDATE cell_blocks SET places = zeroblob(10000000)",
    "UPDATE cell_blocks SET records = x'ffffffffffffffffff01'",
    "UPDATE cell_blocks SET profiles = replace(hex(zeroblob(kinds / 2)), '0', char(127))",
  };
  g_autofree char *bytes = NULL;
  gsize            length;

  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (lies); i++)
    {
      g_autofree char *text = g_strdup_printf ("PRAGMA writable_schema = OFF; %s", lies[i]);
      sqlite3         *database = NULL;

      g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length, NULL));
      g_assert_cmpint (sqlite3_open (fixture->path, &database), ==, SQLITE_OK);
      /* Strict tables refuse some lies by themselves. */
      if (sqlite3_exec (database, text, NULL, NULL, NULL) == SQLITE_OK)
        check_refused (fixture->path, AMP_STORE_ERROR_DAMAGED);
      sqlite3_close (database);
    }
}

/* Cases of the versions before: the first of two hundred records, the second of two
 * sources and more. All that a check counts anew agrees with what is stored, persons by
 * cell among it, and a breakdown adds up. */
static void
test_old_versions (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "case-v1.ampleur", "case-v2.ampleur" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", names[i], NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (AmpCaseFile) file = amp_case_file_open (path, &error);
      g_auto (GStrv) problems = NULL;
      AmpCount total;
      g_autoptr (GArray) communes = NULL;
      gint64 persons = 0;

      g_assert_no_error (error);
      problems = amp_case_file_verify (file, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstrv (problems, ((const char *const[]){ NULL }));
      communes = amp_statistics_count (file, AMP_KEY_COMMUNE, NULL, &total, NULL, &error);
      g_assert_no_error (error);
      for (guint j = 0; j < communes->len; j++)
        persons += g_array_index (communes, AmpCount, j).persons;
      g_assert_cmpint (total.records, ==, amp_case_file_get_records (file));
      g_assert_cmpint (persons, ==, amp_case_file_get_persons (file));
      g_assert_cmpint (persons, >, 0);
    }
}

/* Opens, counts, reads and verifies, ignoring what it is told. */
static void
use (Fixture *fixture)
{
  g_autoptr (AmpCaseFile) file = amp_case_file_open (fixture->path, NULL);
  g_autoptr (AmpRecordReader) reader = NULL;
  g_auto (GStrv) problems = NULL;

  if (file == NULL)
    return;
  for (guint key = 0; key < AMP_KEY_SEVERITY; key++)
    {
      g_autoptr (GArray) rows = amp_statistics_count (file, key, NULL, NULL, NULL, NULL);
      g_autoptr (GArray) malformed = amp_case_file_list_malformed (file, 0, 10, NULL, NULL);
    }
  reader = amp_record_reader_new (file, NULL);
  while (reader != NULL && amp_record_reader_next (reader, NULL, NULL) != NULL)
    continue;
  problems = amp_case_file_verify (file, NULL, NULL);
}

static void
test_any_bytes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (42);
  gsize length;

  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  for (guint round = 0; round < 300; round++)
    {
      g_autofree char *copy = g_memdup2 (bytes, length);
      guint            n_flips = 1u << g_rand_int_range (random, 0, 10);

      for (guint i = 0; i < n_flips; i++)
        copy[g_rand_int_range (random, 100, (gint32) length)] = (char) g_rand_int (random);
      g_assert_true (g_file_set_contents (fixture->path, copy, (gssize) length, NULL));
      use (fixture);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/store/case-file/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("facts-are-read-back", test_facts);
  ADD ("sources-fields-and-places-are-read-back", test_sources);
  ADD ("records-are-read-back", test_records);
  ADD ("malformed-rows-are-read-back", test_malformed);
  ADD ("fields-are-counted-over-all-blocks", test_field_counts);
  ADD ("a-whole-case-has-no-problem", test_whole);
  ADD ("a-changed-count-is-told", test_changed_counts);
  ADD ("a-changed-block-is-told", test_changed_blocks);
  ADD ("a-missing-block-is-told", test_missing_block);
  ADD ("verifying-can-be-cancelled", test_verify_cancel);
  ADD ("what-is-no-case-is-told", test_not_a_case);
  ADD ("a-newer-case-is-told", test_newer);
  ADD ("older-cases-are-read", test_old_versions);
  ADD ("a-truncated-case-is-told", test_truncated);
  ADD ("lies-are-refused", test_lies);
  ADD ("any-bytes-do-no-harm", test_any_bytes);
#undef ADD
  return g_test_run ();
}
