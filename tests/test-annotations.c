/* Annotations: they come back, a failure leaves the case as it was, and a case
 * of the first format takes them, too. */
#include "amp-annotations.h"

#include "amp-case-writer.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/stat.h>

typedef struct
{
  char        *folder;
  char        *path;
  AmpCaseFile *file;
} Fixture;

static void
copy_old_case (const char *path, const char *name)
{
  g_autofree char *old = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autofree char *bytes = NULL;
  gsize            length;

  g_assert_true (g_file_get_contents (old, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
}

static void
write_new_case (const char *path)
{
  g_autoptr (AmpCaseWriter) writer = amp_case_writer_new (path, FALSE, NULL);

  g_assert_nonnull (writer);
  g_assert_true (amp_case_writer_write_cells (writer, NULL, 0, NULL));
  g_assert_true (amp_case_writer_commit (g_steal_pointer (&writer), NULL));
}

/* @data: (nullable): the name of a case of an older format. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("ampleur-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "case.ampleur", NULL);
  if (data != NULL)
    copy_old_case (fixture->path, data);
  else
    write_new_case (fixture->path);
  fixture->file = amp_case_file_open (fixture->path, NULL);
  g_assert_nonnull (fixture->file);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  amp_case_file_unref (fixture->file);
  g_unlink (fixture->path);
  /* Fails if anything else is left. */
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
set (Fixture *fixture, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;

  amp_annotations_set (fixture->file, name, text, &error);
  g_assert_no_error (error);
}

static void
check_text (Fixture *fixture, const char *name, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = amp_annotations_dup (fixture->file, name, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
check_names (Fixture *fixture, const char *prefix, const char *expected)
{
  g_auto (GStrv) names = amp_annotations_list (fixture->file, prefix, NULL);
  g_autofree char *joined = NULL;

  g_assert_nonnull (names);
  joined = g_strjoinv (",", names);
  g_assert_cmpstr (joined, ==, expected);
}

static void
check_whole (Fixture *fixture)
{
  g_autoptr (AmpCaseFile) file = amp_case_file_open (fixture->path, NULL);
  g_auto (GStrv) problems = NULL;

  g_assert_nonnull (file);
  problems = amp_case_file_verify (file, NULL, NULL);
  g_assert_cmpstrv (problems, ((const char *[]){ NULL }));
}

static void
test_set (Fixture *fixture, gconstpointer data)
{
  check_names (fixture, "", "");
  check_text (fixture, "filter/Rennes", NULL);
  set (fixture, "filter/Rennes", "\"epci=243500139\"");
  set (fixture, "filter/Brest", "\"epci=242900314\"");
  set (fixture, "severity/ei", "{}");
  check_names (fixture, "", "filter/Brest,filter/Rennes,severity/ei");
  check_names (fixture, "filter/", "filter/Brest,filter/Rennes");
  check_text (fixture, "filter/Brest", "\"epci=242900314\"");
  check_whole (fixture);
}

static void
test_change (Fixture *fixture, gconstpointer data)
{
  set (fixture, "notification", "1");
  set (fixture, "notification", "2");
  check_text (fixture, "notification", "2");
  set (fixture, "notification", NULL);
  check_text (fixture, "notification", NULL);
  set (fixture, "notification", NULL);
  check_names (fixture, "", "");
  check_whole (fixture);
}

/* What is open goes on being read; the file stays its owner's alone. */
static void
test_reader (Fixture *fixture, gconstpointer data)
{
  struct stat status;
  gint64      records = amp_case_file_get_records (fixture->file);
  g_auto (GStrv) problems = NULL;

  set (fixture, "notification", "1");
  g_assert_cmpint (amp_case_file_get_records (fixture->file), ==, records);
  problems = amp_case_file_verify (fixture->file, NULL, NULL);
  g_assert_cmpuint (g_strv_length (problems), ==, 0);
  g_assert_cmpint (stat (fixture->path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
}

static void
test_too_long (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strnfill (AMP_ANNOTATION_MAX_TEXT + 1, 'a');
  g_autoptr (GError) error = NULL;

  g_assert_false (amp_annotations_set (fixture->file, "notification", text, &error));
  g_assert_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_LIMIT);
  g_clear_error (&error);
  g_assert_false (amp_annotations_set (fixture->file, text, "1", &error));
  g_assert_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_LIMIT);
  check_names (fixture, "", "");
}

static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  struct rlimit before;
  struct rlimit small = { 40000, 40000 };
  g_autoptr (GError) error = NULL;

  set (fixture, "notification", "1");
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small.rlim_max = before.rlim_max;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_assert_false (amp_annotations_set (fixture->file, "notification", "2", &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_FULL);
  check_text (fixture, "notification", "1");
  check_whole (fixture);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_unlink (fixture->path);
  g_assert_false (amp_annotations_set (fixture->file, "notification", "1", &error));
  g_assert_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_READ);
  g_assert_nonnull (strstr (error->message, "case.ampleur"));
  g_clear_error (&error);
  g_assert_null (amp_annotations_dup (fixture->file, "notification", &error));
  g_assert_nonnull (error);
}

static void
run_sql (const char *path, const char *text)
{
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, text, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

/* Nothing that somebody put into the file runs when it is written. */
static void
test_foreign_trigger (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  run_sql (fixture->path, "CREATE TRIGGER t AFTER INSERT ON annotations BEGIN DELETE FROM facts; END");
  g_assert_false (amp_annotations_set (fixture->file, "notification", "1", &error));
  g_assert_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_DAMAGED);
}

static void
test_changed_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpCaseFile) file = NULL;
  g_auto (GStrv) problems = NULL;

  set (fixture, "notification", "1");
  run_sql (fixture->path, "UPDATE annotations SET value = '2'");
  file = amp_case_file_open (fixture->path, NULL);
  problems = amp_case_file_verify (file, NULL, NULL);
  g_assert_cmpuint (g_strv_length (problems), ==, 1);
}

static void
test_old_case (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpCaseFile) changed = NULL;

  g_assert_cmpint (amp_case_file_get_records (fixture->file), ==, 40);
  check_whole (fixture);
  test_set (fixture, data);
  changed = amp_case_file_open (fixture->path, NULL);
  g_assert_cmpint (amp_case_file_get_records (changed), ==, 40);
  g_assert_cmpint (amp_case_file_get_persons (changed), ==, 32);
}

/* What the format of now adds, an older case does not tell. */
static void
test_second_format (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpCaseFile) changed = NULL;

  check_whole (fixture);
  g_assert_cmpint (amp_case_file_get_field (fixture->file, 0)->distinct, ==, AMP_NOT_COUNTED);
  test_set (fixture, data);
  changed = amp_case_file_open (fixture->path, NULL);
  g_assert_cmpint (amp_case_file_get_records (changed), ==, amp_case_file_get_records (fixture->file));
  g_assert_cmpint (amp_case_file_get_field (changed, 0)->distinct, ==, AMP_NOT_COUNTED);
}

static gpointer
set_many (gpointer data)
{
  g_autoptr (AmpCaseFile) file = amp_case_file_open (data, NULL);

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *name = g_strdup_printf ("filter/%p-%02u", (void *) file, i);

      g_assert_true (amp_annotations_set (file, name, "1", NULL));
    }
  return NULL;
}

static void
test_two_writers (Fixture *fixture, gconstpointer data)
{
  GThread *other = g_thread_new ("other", set_many, fixture->path);
  g_auto (GStrv) names = NULL;

  set_many (fixture->path);
  g_thread_join (other);
  names = amp_annotations_list (fixture->file, "filter/", NULL);
  g_assert_cmpuint (g_strv_length (names), ==, 40);
}

/* @data: whether the case that is replaced is of the first format. */
static void
test_new_import (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpCaseWriter) writer = NULL;
  g_autoptr (GError) error = NULL;

  if (!GPOINTER_TO_INT (data))
    {
      set (fixture, "filter/Rennes", "\"epci=243500139\"");
      set (fixture, "severity/ei", "{}");
    }
  writer = amp_case_writer_new (fixture->path, TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (amp_case_writer_write_cells (writer, NULL, 0, NULL));
  /* What is added while the import runs is not lost, either. */
  set (fixture, "filter/Brest", "\"epci=242900314\"");
  amp_case_writer_commit (g_steal_pointer (&writer), &error);
  g_assert_no_error (error);
  check_names (fixture, "", GPOINTER_TO_INT (data) ? "filter/Brest" : "filter/Brest,filter/Rennes,severity/ei");
  check_text (fixture, "filter/Brest", "\"epci=242900314\"");
  check_whole (fixture);
  set (fixture, "filter/Brest", NULL);
}

static void
test_damaged_is_replaced (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpCaseWriter) writer = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize            length;

  set (fixture, "filter/Rennes", "1");
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length / 3, NULL));
  writer = amp_case_writer_new (fixture->path, TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (amp_case_writer_write_cells (writer, NULL, 0, NULL));
  amp_case_writer_commit (g_steal_pointer (&writer), &error);
  g_assert_no_error (error);
  check_whole (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function, old) g_test_add ("/store/annotations/" name, Fixture, (gconstpointer) old, set_up, function, tear_down)
  ADD ("texts-come-back-by-name", test_set, NULL);
  ADD ("a-text-can-be-changed-and-removed", test_change, NULL);
  ADD ("an-open-case-goes-on", test_reader, NULL);
  ADD ("what-is-too-long-is-refused", test_too_long, NULL);
  ADD ("a-full-disk-leaves-the-case", test_full_disk, NULL);
  ADD ("a-case-that-is-gone-is-told", test_missing, NULL);
  ADD ("a-foreign-trigger-is-refused", test_foreign_trigger, NULL);
  ADD ("a-changed-text-is-told", test_changed_text, NULL);
  ADD ("a-case-of-the-first-format-takes-them", test_old_case, "case-v1.ampleur");
  ADD ("a-case-of-the-second-format-takes-them", test_second_format, "case-v2.ampleur");
  ADD ("two-writers-lose-nothing", test_two_writers, NULL);
  ADD ("a-new-import-keeps-them", test_new_import, NULL);
  ADD ("a-new-import-over-the-first-format-keeps-them", test_new_import, "case-v1.ampleur");
  ADD ("a-damaged-case-is-replaced-without", test_damaged_is_replaced, NULL);
#undef ADD
  return g_test_run ();
}
