/* Numbers that wait on the disk: all of them come back, and no file is seen. */
#include "amp-number-file.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>

typedef struct
{
  char *folder;
  char *target;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("ampleur-test-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->target = g_build_filename (fixture->folder, "case.ampleur", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  /* Only an empty folder can be removed. */
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_clear_pointer (&fixture->folder, g_free);
  g_clear_pointer (&fixture->target, g_free);
}

/* So many that some are on the disk and some are not. */
static void
test_all_come_back_in_their_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpNumberFile) file = amp_number_file_new (fixture->target, NULL);
  const guint32 n = 100000;
  guint32       numbers[1000];

  g_assert_nonnull (file);
  for (guint32 i = 0; i < n; i++)
    g_assert_true (amp_number_file_append (file, i * 2654435761u, NULL));
  g_assert_cmpuint (amp_number_file_get_n (file), ==, n);
  for (guint32 i = 0; i < n; i += G_N_ELEMENTS (numbers))
    {
      g_assert_true (amp_number_file_read (file, numbers, G_N_ELEMENTS (numbers), NULL));
      for (guint32 j = 0; j < G_N_ELEMENTS (numbers); j++)
        g_assert_cmpuint (numbers[j], ==, (i + j) * 2654435761u);
    }
}

static void
test_none_are_none (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpNumberFile) file = amp_number_file_new (fixture->target, NULL);

  g_assert_nonnull (file);
  g_assert_cmpuint (amp_number_file_get_n (file), ==, 0);
  g_assert_true (amp_number_file_read (file, NULL, 0, NULL));
}

static void
test_a_folder_that_is_not_there_is_told (Fixture *fixture, gconstpointer data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "none", "case.ampleur", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (amp_number_file_new (target, &error));
  g_assert_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "case.ampleur"));
}

/* A limit on the size of files stands for a disk that is full. */
static void
test_a_full_disk_is_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpNumberFile) file = amp_number_file_new (fixture->target, NULL);
  g_autoptr (GError) error = NULL;
  struct rlimit before, limit;
  guint32       i = 0;

  g_assert_nonnull (file);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 100000;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  while (i < 100000 && amp_number_file_append (file, i, &error))
    i++;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_cmpuint (i, <, 100000);
  g_assert_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, "case.ampleur"));
}

static void
add_test (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *full = g_strconcat ("/store/number-file/", path, NULL);

  g_test_add (full, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("all-come-back-in-their-order", test_all_come_back_in_their_order);
  add_test ("none-are-none", test_none_are_none);
  add_test ("a-folder-that-is-not-there-is-told", test_a_folder_that_is_not_there_is_told);
  add_test ("a-full-disk-is-told", test_a_full_disk_is_told);
  return g_test_run ();
}
