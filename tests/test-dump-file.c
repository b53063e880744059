/* Opening, peeking, reading, hashing; files that are refused, and files that change. */
#include "amp-dump-error.h"
#include "amp-dump-file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/socket.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("ampleur-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "rennes.csv", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_remove (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
write_file (Fixture *fixture, const char *bytes, gssize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, bytes, length, &error);
  g_assert_no_error (error);
}

static AmpDumpFile *
open_file (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  AmpDumpFile *file = amp_dump_file_open (fixture->path, &error);

  g_assert_no_error (error);
  return file;
}

static void
assert_refused (const char *path, int code, const char *start)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpDumpFile) file = amp_dump_file_open (path, &error);

  g_assert_null (file);
  g_assert_error (error, AMP_DUMP_ERROR, code);
  g_assert_true (g_str_has_prefix (error->message, start));
}

static void
test_reads_and_hashes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpDumpFile) file = NULL;
  g_autoptr (GError) error = NULL;
  guint8 buffer[8];

  write_file (fixture, "abc", 3);
  file = open_file (fixture);
  g_assert_cmpint (amp_dump_file_get_size (file), ==, 3);
  g_assert_cmpstr (amp_dump_file_get_name (file), ==, "rennes.csv");

  g_assert_cmpint (amp_dump_file_peek (file, 1, buffer, 8, NULL, &error), ==, 2);
  g_assert_cmpint (amp_dump_file_read (file, buffer, 2, NULL, &error), ==, 2);
  amp_dump_file_hash (file, buffer, 2);
  g_assert_null (amp_dump_file_get_sha256 (file));
  g_assert_cmpint (amp_dump_file_peek (file, 0, buffer, 8, NULL, &error), ==, 3);
  g_assert_cmpint (amp_dump_file_read (file, buffer, 8, NULL, &error), ==, 1);
  g_assert_null (amp_dump_file_get_sha256 (file));
  amp_dump_file_hash (file, buffer, 1);
  g_assert_cmpint (amp_dump_file_read (file, buffer, 8, NULL, &error), ==, 0);
  g_assert_no_error (error);

  /* FIPS 180-4's own example. */
  for (guint i = 0; i < 2; i++)
    g_assert_cmpstr (amp_dump_file_get_sha256 (file), ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void
test_refuses (Fixture *fixture, gconstpointer data)
{
  g_autofree char *below = g_build_filename (fixture->path, "below", NULL);

  assert_refused (fixture->path, AMP_DUMP_ERROR_NOT_FOUND, "rennes.csv: ");
  write_file (fixture, "", 0);
  assert_refused (fixture->path, AMP_DUMP_ERROR_EMPTY, "rennes.csv: ");
  assert_refused (below, AMP_DUMP_ERROR_NOT_FOUND, "below: ");
  assert_refused (fixture->folder, AMP_DUMP_ERROR_IS_DIRECTORY, "ampleur-test-");
  assert_refused ("/dev/null", AMP_DUMP_ERROR_NOT_READABLE, "null: ");
}

static void
test_refuses_unreadable (Fixture *fixture, gconstpointer data)
{
  write_file (fixture, "a;b\n", 4);
  g_assert_cmpint (g_chmod (fixture->path, 0), ==, 0);

  /* Root reads everything. */
  if (access (fixture->path, R_OK) != 0)
    assert_refused (fixture->path, AMP_DUMP_ERROR_NOT_READABLE, "rennes.csv: ");
}

static void
test_refuses_socket (Fixture *fixture, gconstpointer data)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int                descriptor = socket (AF_UNIX, SOCK_STREAM, 0);

  g_strlcpy (address.sun_path, fixture->path, sizeof address.sun_path);
  g_assert_cmpint (bind (descriptor, (struct sockaddr *) &address, sizeof address), ==, 0);
  assert_refused (fixture->path, AMP_DUMP_ERROR_NOT_READABLE, "rennes.csv: is a socket");
  close (descriptor);
}

/* The name is shown, and may be any bytes. */
static void
test_names_are_utf_8 (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpDumpFile) file = amp_dump_file_open ("/nowhere/r\xe9nnes.csv", &error);

  g_assert_null (file);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
read_to_error (AmpDumpFile *file, int code)
{
  g_autoptr (GError) error = NULL;
  guint8 buffer[4096];
  gssize count;

  do
    count = amp_dump_file_read (file, buffer, sizeof buffer, NULL, &error);
  while (count > 0);
  g_assert_cmpint (count, ==, -1);
  g_assert_error (error, AMP_DUMP_ERROR, code);
  g_assert_true (g_str_has_prefix (error->message, "rennes.csv: "));
  g_assert_null (amp_dump_file_get_sha256 (file));
}

static void
test_tells_changes (Fixture *fixture, gconstpointer data)
{
  const char *change = data;
  g_autoptr (AmpDumpFile) file = NULL;
  g_autofree char *text = g_strnfill (10000, 'x');
  g_autoptr (GError) error = NULL;
  guint8          buffer[100];
  struct timespec times[2] = { { 1000000000, 0 }, { 1000000000, 0 } };

  write_file (fixture, text, 10000);
  file = open_file (fixture);
  g_assert_cmpint (amp_dump_file_read (file, buffer, 100, NULL, &error), ==, 100);
  if (strcmp (change, "shorter") == 0)
    g_assert_cmpint (truncate (fixture->path, 5000), ==, 0);
  else if (strcmp (change, "longer") == 0)
    g_assert_cmpint (truncate (fixture->path, 15000), ==, 0);
  else
    g_assert_cmpint (utimensat (AT_FDCWD, fixture->path, times, 0), ==, 0);
  read_to_error (file, AMP_DUMP_ERROR_CHANGED);
}

/* Whoever holds the descriptor still has the bytes. */
static void
test_survives_removal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpDumpFile) file = NULL;
  g_autoptr (GError) error = NULL;
  guint8 buffer[10];

  write_file (fixture, "abc", 3);
  file = open_file (fixture);
  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  g_assert_cmpint (amp_dump_file_read (file, buffer, 10, NULL, &error), ==, 3);
  g_assert_no_error (error);
}

static gpointer
write_slowly (gpointer data)
{
  int descriptor = GPOINTER_TO_INT (data);

  for (guint i = 0; i < 100; i++)
    g_assert_cmpint (write (descriptor, "0123456789", 10), ==, 10);
  close (descriptor);
  return NULL;
}

static void
test_peeks_at_pipes (Fixture *fixture, gconstpointer data)
{
  int ends[2], saved = dup (STDIN_FILENO);
  g_autoptr (AmpDumpFile) file = NULL;
  g_autoptr (GError) error = NULL;
  GThread *writer;
  guint8   buffer[2000];

  g_assert_cmpint (pipe (ends), ==, 0);
  g_assert_cmpint (dup2 (ends[0], STDIN_FILENO), >=, 0);
  file = amp_dump_file_open ("-", &error);
  g_assert_no_error (error);
  g_assert_cmpint (dup2 (saved, STDIN_FILENO), >=, 0);
  close (saved);
  close (ends[0]);
  writer = g_thread_new ("writer", write_slowly, GINT_TO_POINTER (ends[1]));

  g_assert_cmpint (amp_dump_file_get_size (file), ==, -1);
  g_assert_cmpint (amp_dump_file_peek (file, 0, buffer, 15, NULL, &error), ==, 15);
  g_assert_cmpint (amp_dump_file_peek (file, 0, buffer, 25, NULL, &error), ==, 25);
  g_assert_cmpint (amp_dump_file_read (file, buffer, 20, NULL, &error), ==, 20);
  g_assert_cmpmem (buffer, 20, "01234567890123456789", 20);
  amp_dump_file_hash (file, buffer, 20);
  g_assert_cmpint (amp_dump_file_read (file, buffer, 2000, NULL, &error), ==, 980);
  g_assert_cmpmem (buffer, 6, "012345", 6);
  amp_dump_file_hash (file, buffer, 980);
  g_assert_no_error (error);
  g_assert_nonnull (amp_dump_file_get_sha256 (file));
  g_thread_join (writer);
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (50000);
  g_cancellable_cancel (data);
  return NULL;
}

static void
test_silent_pipe_can_be_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (AmpDumpFile) file = NULL;
  g_autoptr (GError) error = NULL;
  GThread *canceller;
  int      descriptor;
  guint8   buffer[10];

  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  descriptor = open (fixture->path, O_RDWR | O_CLOEXEC);
  file = open_file (fixture);
  canceller = g_thread_new ("canceller", cancel_soon, cancellable);
  g_assert_cmpint (amp_dump_file_read (file, buffer, 10, cancellable, &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (canceller);
  close (descriptor);
}

#define ADD(name, data, function) g_test_add ("/dump/dump-file/" name, Fixture, data, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("reads-and-hashes", NULL, test_reads_and_hashes);
  ADD ("refuses-what-is-no-file", NULL, test_refuses);
  ADD ("refuses-unreadable", NULL, test_refuses_unreadable);
  ADD ("refuses-socket", NULL, test_refuses_socket);
  ADD ("names-are-utf-8", NULL, test_names_are_utf_8);
  ADD ("tells-changes/shorter", "shorter", test_tells_changes);
  ADD ("tells-changes/longer", "longer", test_tells_changes);
  ADD ("tells-changes/rewritten", "rewritten", test_tells_changes);
  ADD ("survives-removal", NULL, test_survives_removal);
  ADD ("peeks-at-pipes", NULL, test_peeks_at_pipes);
  ADD ("silent-pipe-can-be-cancelled", NULL, test_silent_pipe_can_be_cancelled);
  return g_test_run ();
}
