/* Hidden file, flush, rename, flush of the folder. Invariant: the hidden file
 * exists from new until commit or free, and the target changes in one rename. */
#include "amp-partial-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/sendfile.h>
#include <unistd.h>

/* A name of a file has at most 255 bytes; what is put around it must fit. */
#define MAX_NAME_BYTES 200

/* How many bytes the system is asked to copy in one call. */
#define MAX_COPIED_BYTES (64 * 1024 * 1024)

struct _AmpPartialFile
{
  char    *target;
  char    *path;
  gboolean overwrite;
  gboolean is_committed;
};

/* An import may take long: what is bound to fail at its end fails here. */
static gboolean
check_target (const char *target, gboolean overwrite, GError **error)
{
  GStatBuf status;

  if (g_lstat (target, &status) != 0)
    return TRUE;
  if (S_ISDIR (status.st_mode))
    {
      amp_store_error_set_from_system (error, target, EISDIR);
      return FALSE;
    }
  if (!overwrite)
    {
      amp_store_error_set_from_system (error, target, EEXIST);
      return FALSE;
    }
  return TRUE;
}

static char *
make_hidden_name (const char *target)
{
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *name = g_path_get_basename (target);

  return g_strdup_printf ("%s/.%.*s.partial-XXXXXX", folder, MAX_NAME_BYTES, name);
}

/* GLib takes the root for a working folder that is gone. */
static char *
dup_absolute (const char *target, GError **error)
{
  g_autofree char *folder = NULL;

  if (g_path_is_absolute (target))
    return g_canonicalize_filename (target, NULL);
  folder = getcwd (NULL, 0);
  if (folder != NULL)
    return g_canonicalize_filename (target, folder);
  amp_store_error_set_from_system (error, target, errno);
  return NULL;
}

AmpPartialFile *
amp_partial_file_new (const char *target, gboolean overwrite, GError **error)
{
  g_autofree char *absolute = dup_absolute (target, error);
  g_autofree char *path = NULL;
  AmpPartialFile  *file;
  int              descriptor;

  if (absolute == NULL || !check_target (absolute, overwrite, error))
    return NULL;
  path = make_hidden_name (absolute);
  descriptor = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);
  if (descriptor < 0)
    {
      amp_store_error_set_from_system (error, target, errno);
      return NULL;
    }
  close (descriptor);
  file = g_new0 (AmpPartialFile, 1);
  file->target = g_steal_pointer (&absolute);
  file->path = g_steal_pointer (&path);
  file->overwrite = overwrite;
  return file;
}

const char *
amp_partial_file_get_path (AmpPartialFile *file)
{
  return file->path;
}

/* Returns 0 or the reason. */
static int
copy_bytes (int source, int target)
{
  off_t   offset = 0;
  ssize_t n_copied;

  do
    n_copied = sendfile (target, source, &offset, MAX_COPIED_BYTES);
  while (n_copied > 0 || (n_copied < 0 && errno == EINTR));
  return n_copied == 0 ? 0 : errno;
}

gboolean
amp_partial_file_fill (AmpPartialFile *file, int source, GError **error)
{
  int target;
  int system_code;

  g_return_val_if_fail (file != NULL && !file->is_committed, FALSE);

  target = g_open (file->path, O_WRONLY | O_CLOEXEC, 0);
  system_code = target < 0 ? errno : copy_bytes (source, target);
  if (target >= 0)
    close (target);
  if (system_code != 0)
    amp_store_error_set_from_system (error, file->target, system_code);
  return system_code == 0;
}

/* Returns 0 or the reason. */
static int
flush_path (const char *path, int flags)
{
  int descriptor = g_open (path, flags | O_CLOEXEC, 0);
  int system_code = 0;

  if (descriptor < 0)
    return errno;
  if (fsync (descriptor) != 0)
    system_code = errno;
  close (descriptor);
  return system_code;
}

/* Returns 0 or the reason. Some file systems cannot refuse to replace: there
 * a look just before must do. */
static int
rename_to_target (AmpPartialFile *file)
{
  if (!file->overwrite)
    {
      if (renameat2 (AT_FDCWD, file->path, AT_FDCWD, file->target, RENAME_NOREPLACE) == 0)
        return 0;
      if (errno != EINVAL && errno != ENOSYS)
        return errno;
      if (g_file_test (file->target, G_FILE_TEST_EXISTS))
        return EEXIST;
    }
  return g_rename (file->path, file->target) == 0 ? 0 : errno;
}

/* The new file has its name already: a folder that cannot be flushed (some
 * network file systems refuse it) is no reason to call the case unwritten. */
static void
flush_folder (const char *target)
{
  g_autofree char *folder = g_path_get_dirname (target);

  flush_path (folder, O_RDONLY | O_DIRECTORY);
}

gboolean
amp_partial_file_commit (AmpPartialFile *file, GError **error)
{
  int system_code;

  g_return_val_if_fail (file != NULL && !file->is_committed, FALSE);

  system_code = flush_path (file->path, O_RDWR);
  if (system_code == 0)
    system_code = rename_to_target (file);
  if (system_code != 0)
    {
      amp_store_error_set_from_system (error, file->target, system_code);
      return FALSE;
    }
  file->is_committed = TRUE;
  flush_folder (file->target);
  return TRUE;
}

void
amp_partial_file_free (AmpPartialFile *file)
{
  if (file == NULL)
    return;
  if (!file->is_committed)
    g_unlink (file->path);
  g_free (file->target);
  g_free (file->path);
  g_free (file);
}
