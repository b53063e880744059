/* Writing a case: it appears whole or not at all, and nothing else is left,
 * whatever happens on the way. */
#include "amp-case-file.h"
#include "amp-case-writer.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("ampleur-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "case.ampleur", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  /* Fails if anything else is left. */
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (folder) != NULL)
    n_files++;
  return n_files;
}

static AmpCaseWriter *
begin (Fixture *fixture, gboolean overwrite)
{
  g_autoptr (GError) error = NULL;
  AmpCaseWriter *writer = amp_case_writer_new (fixture->path, overwrite, &error);

  g_assert_no_error (error);
  return writer;
}

/* A source of 20 fields with @n_records records, each a person. */
static gboolean
fill (AmpCaseWriter *writer, guint n_records, GError **error)
{
  static const guint8  fields[] = { 0xff, 0x01, 0x08 };
  const AmpSourceFacts source = { .name = (char *) "dump.csv", .n_fields = 20, .records = n_records };
  const AmpCell        cell = { 1, 0, 1, 4, 0, 0, n_records, n_records };
  guint32              id;

  if (!amp_case_writer_add_source (writer, &source, &id, error))
    return FALSE;
  for (guint i = 0; i < n_records; i++)
    {
      AmpRecord record = { id, i + 1, i + 2, 0, 1, i + 1, 4, 0, 0, fields };

      if (!amp_case_writer_append_records (writer, &record, 1, error))
        return FALSE;
    }
  return amp_case_writer_write_cells (writer, &cell, 1, error);
}

static void
write_case (Fixture *fixture, gboolean overwrite, guint n_records)
{
  g_autoptr (AmpCaseWriter) writer = begin (fixture, overwrite);
  g_autoptr (GError) error = NULL;

  fill (writer, n_records, &error);
  g_assert_no_error (error);
  amp_case_writer_commit (g_steal_pointer (&writer), &error);
  g_assert_no_error (error);
}

static gint64
count_records (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpCaseFile) file = amp_case_file_open (fixture->path, &error);

  g_assert_no_error (error);
  return amp_case_file_get_records (file);
}

static void
test_appears_at_commit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpCaseWriter) writer = begin (fixture, FALSE);

  g_assert_true (fill (writer, 10, NULL));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_true (amp_case_writer_commit (g_steal_pointer (&writer), NULL));
  g_assert_cmpuint (count_files (fixture), ==, 1);
  g_assert_cmpint (count_records (fixture), ==, 10);
}

static void
test_discard (Fixture *fixture, gconstpointer data)
{
  AmpCaseWriter *writer = begin (fixture, FALSE);

  g_assert_true (fill (writer, 100000, NULL));
  g_assert_cmpuint (count_files (fixture), ==, 1);
  amp_case_writer_discard (writer);
  g_assert_cmpuint (count_files (fixture), ==, 0);
}

static void
test_existing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "keep me", -1, NULL));
  g_assert_null (amp_case_writer_new (fixture->path, FALSE, &error));
  g_assert_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_EXISTS);
  g_assert_nonnull (strstr (error->message, "case.ampleur"));
  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "keep me");
}

static void
test_overwrite (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpCaseWriter) writer = NULL;

  write_case (fixture, FALSE, 5);
  writer = begin (fixture, TRUE);
  g_assert_true (fill (writer, 7, NULL));
  g_assert_cmpint (count_records (fixture), ==, 5);
  g_assert_true (amp_case_writer_commit (g_steal_pointer (&writer), NULL));
  g_assert_cmpint (count_records (fixture), ==, 7);
}

static void
test_only_cases_are_replaced (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpCaseWriter) writer = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "keep me", -1, NULL));
  g_assert_null (amp_case_writer_new (fixture->path, TRUE, &error));
  g_assert_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_NOT_A_CASE);
  g_assert_nonnull (strstr (error->message, "case.ampleur"));
  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "keep me");
  g_assert_cmpuint (count_files (fixture), ==, 1);

  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  writer = amp_case_writer_new (fixture->path, TRUE, NULL);
  g_assert_nonnull (writer);
}

static void
test_appeared_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpCaseWriter) writer = begin (fixture, FALSE);
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  g_assert_true (fill (writer, 10, NULL));
  g_assert_true (g_file_set_contents (fixture->path, "first", -1, NULL));
  g_assert_false (amp_case_writer_commit (g_steal_pointer (&writer), &error));
  g_assert_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "first");
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

static void
test_impossible_targets (Fixture *fixture, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "no", "case.ampleur", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (amp_case_writer_new (missing, FALSE, &error));
  g_assert_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_WRITE);
  g_clear_error (&error);
  g_assert_null (amp_case_writer_new (fixture->folder, TRUE, &error));
  g_assert_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_WRITE);
}

static void
test_long_name (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strnfill (255, 'x');

  g_free (fixture->path);
  fixture->path = g_build_filename (fixture->folder, name, NULL);
  write_case (fixture, FALSE, 3);
  g_assert_cmpint (count_records (fixture), ==, 3);
}

/* A limit on the size of files stands for a disk that fills up. */
static void
limit_file_size (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN (bytes, limit.rlim_max);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static gboolean
try_to_write (Fixture *fixture, guint n_records, GError **error)
{
  g_autoptr (AmpCaseWriter) writer = amp_case_writer_new (fixture->path, TRUE, error);

  return writer != NULL && fill (writer, n_records, error) && amp_case_writer_commit (g_steal_pointer (&writer), error);
}

static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  static const rlim_t limits[] = { 1000, 100000, 400000 };

  write_case (fixture, FALSE, 3);
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean is_written;

      limit_file_size (limits[i]);
      /* More than the page cache holds, then less: it fails on the way, or at
       * the end. */
      is_written = try_to_write (fixture, i == 1 ? 20000 : 1000000, &error);
      limit_file_size (RLIM_INFINITY);
      g_assert_false (is_written);
      g_assert_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_FULL);
      g_assert_nonnull (strstr (error->message, "case.ampleur"));
      g_assert_cmpuint (count_files (fixture), ==, 1);
      g_assert_cmpint (count_records (fixture), ==, 3);
    }
}

static void
test_failed_writer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpCaseWriter) writer = begin (fixture, FALSE);
  const AmpFieldFacts field = { .source = 0, .position = 1, .header = (char *) "A", .type = AMP_FIELD_TYPE_NIR };

  g_assert_true (fill (writer, 3, NULL));
  g_assert_true (amp_case_writer_add_field (writer, &field, NULL));
  g_assert_false (amp_case_writer_add_field (writer, &field, NULL));
  g_assert_false (amp_case_writer_commit (g_steal_pointer (&writer), NULL));
  g_assert_cmpuint (count_files (fixture), ==, 0);
}

static void
test_same_bytes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize            first_length, second_length;

  write_case (fixture, FALSE, 10000);
  g_assert_true (g_file_get_contents (fixture->path, &first, &first_length, NULL));
  write_case (fixture, TRUE, 10000);
  g_assert_true (g_file_get_contents (fixture->path, &second, &second_length, NULL));
  g_assert_cmpmem (first, first_length, second, second_length);
}

static void
test_private (Fixture *fixture, gconstpointer data)
{
  GStatBuf status;

  write_case (fixture, FALSE, 1);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
test_places (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpCaseWriter) writer = begin (fixture, FALSE);
  const AmpPlaceCodes nowhere = { "", NULL, (char *) "", NULL, NULL };
  const AmpPlaceCodes brittany = { "FR", (char *) "53", NULL, NULL, NULL };
  const AmpPlaceCodes finistere = { "FR", (char *) "53", (char *) "29", NULL, (char *) "" };
  guint32             id;

  g_assert_true (amp_case_writer_add_place (writer, &nowhere, &id, NULL));
  g_assert_cmpuint (id, ==, AMP_PLACE_UNPLACED);
  g_assert_true (amp_case_writer_add_place (writer, &brittany, &id, NULL));
  g_assert_cmpuint (id, ==, 1);
  g_assert_true (amp_case_writer_add_place (writer, &finistere, &id, NULL));
  g_assert_cmpuint (id, ==, 2);
  g_assert_true (amp_case_writer_add_place (writer, &brittany, &id, NULL));
  g_assert_cmpuint (id, ==, 1);
}

static void
test_too_many_sources (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpCaseWriter) writer = begin (fixture, FALSE);
  const AmpSourceFacts source = { .name = (char *) "x" };
  g_autoptr (GError) error = NULL;
  guint32 id;

  for (guint i = 0; i < AMP_MAX_SOURCES; i++)
    g_assert_true (amp_case_writer_add_source (writer, &source, &id, NULL));
  g_assert_false (amp_case_writer_add_source (writer, &source, &id, &error));
  g_assert_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_LIMIT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/store/case-writer/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("the-case-appears-at-commit", test_appears_at_commit);
  ADD ("discarding-leaves-no-trace", test_discard);
  ADD ("an-existing-file-is-not-touched", test_existing);
  ADD ("overwriting-replaces-at-the-end", test_overwrite);
  ADD ("only-cases-are-replaced", test_only_cases_are_replaced);
  ADD ("a-file-that-appears-meanwhile-stays", test_appeared_meanwhile);
  ADD ("impossible-targets-fail-at-once", test_impossible_targets);
  ADD ("names-of-any-length-do", test_long_name);
  ADD ("a-full-disk-is-told-and-harmless", test_full_disk);
  ADD ("a-failed-writer-does-not-commit", test_failed_writer);
  ADD ("the-same-calls-give-the-same-bytes", test_same_bytes);
  ADD ("only-the-owner-may-read", test_private);
  ADD ("the-same-place-has-one-number", test_places);
  ADD ("sources-are-limited", test_too_many_sources);
#undef ADD
  return g_test_run ();
}
