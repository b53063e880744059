/* Owns a file descriptor, the bytes peeked from a pipe, and the sum.
 *
 * Invariant: what amp_raw_file_hash() touches and what reading touches are apart; they
 * meet only in amp_raw_file_get_sha256(). It must not know what the bytes mean. */
#include "amp-raw-file.h"
#include "amp-dump-error.h"
#include "amp-peek-buffer.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <nettle/sha2.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* How often a wait for a pipe looks whether it was cancelled, in milliseconds. */
#define POLL_MILLISECONDS 100
/* Read at most so many bytes between two looks at the cancellable. */
#define READ_STEP (1024 * 1024)

struct _AmpRawFile
{
  char       *name;
  int         descriptor;
  gboolean    is_regular;
  guint64     start; /* where standard input stood when it was handed over */
  struct stat identity;

  /* Reading */
  guint64        position;
  gboolean       is_at_end;
  AmpPeekBuffer *peeked; /* owned; of a pipe: what was looked at */

  /* Hashing */
  struct sha256_ctx sum;
  guint64           hashed;
  char              digits[SHA256_DIGEST_SIZE * 2 + 1];
};

static void
set_system_error (GError **error, const char *name, int code)
{
  switch (code)
    {
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, AMP_DUMP_ERROR, AMP_DUMP_ERROR_NOT_FOUND, _ ("%s: there is no such file"), name);
      return;
    case EACCES:
    case EPERM:
      g_set_error (error, AMP_DUMP_ERROR, AMP_DUMP_ERROR_NOT_READABLE, _ ("%s: you may not read this file"), name);
      return;
    case EISDIR:
      g_set_error (error, AMP_DUMP_ERROR, AMP_DUMP_ERROR_IS_DIRECTORY, _ ("%s: is a directory"), name);
      return;
    default:
      /* translators: a file name, and the system's own words for what went wrong */
      g_set_error (error, AMP_DUMP_ERROR, AMP_DUMP_ERROR_READ, _ ("%s: cannot be read: %s"), name, g_strerror (code));
      return;
    }
}

static gboolean
check_kind (const struct stat *status, const char *name, gboolean is_input, GError **error)
{
  if (S_ISREG (status->st_mode) || S_ISFIFO (status->st_mode) || (is_input && S_ISSOCK (status->st_mode)))
    return TRUE;
  if (S_ISDIR (status->st_mode))
    set_system_error (error, name, EISDIR);
  else if (S_ISSOCK (status->st_mode))
    g_set_error (error, AMP_DUMP_ERROR, AMP_DUMP_ERROR_NOT_READABLE, _ ("%s: is a socket, not a file"), name);
  else if (is_input && isatty (STDIN_FILENO))
    g_set_error (error, AMP_DUMP_ERROR, AMP_DUMP_ERROR_NOT_READABLE, _ ("%s: is a terminal; pipe a file into it"), name);
  else
    g_set_error (error, AMP_DUMP_ERROR, AMP_DUMP_ERROR_NOT_READABLE, _ ("%s: is a device, not a file"), name);
  return FALSE;
}

/* Opening a device can have effects, so the kind is looked at before, too. */
static int
open_path (const char *path, const char *name, GError **error)
{
  struct stat status;
  int         descriptor;

  if (strcmp (path, "-") == 0)
    {
      descriptor = fcntl (STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
      if (descriptor < 0)
        set_system_error (error, name, errno);
      return descriptor;
    }
  if (stat (path, &status) != 0)
    {
      set_system_error (error, name, errno);
      return -1;
    }
  if (!check_kind (&status, name, FALSE, error))
    return -1;
  descriptor = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (descriptor < 0)
    set_system_error (error, name, errno);
  return descriptor;
}

static gboolean
adopt (AmpRawFile *file, gboolean is_input, GError **error)
{
  off_t position;

  if (fstat (file->descriptor, &file->identity) != 0)
    {
      set_system_error (error, file->name, errno);
      return FALSE;
    }
  if (!check_kind (&file->identity, file->name, is_input, error))
    return FALSE;
  file->is_regular = S_ISREG (file->identity.st_mode);
  if (!file->is_regular)
    return TRUE;

  position = is_input ? lseek (file->descriptor, 0, SEEK_CUR) : 0;
  file->start = position > 0 ? (guint64) position : 0;
  if ((guint64) file->identity.st_size <= file->start)
    {
      g_set_error (error, AMP_DUMP_ERROR, AMP_DUMP_ERROR_EMPTY, _ ("%s: is empty"), file->name);
      return FALSE;
    }
  posix_fadvise (file->descriptor, 0, 0, POSIX_FADV_SEQUENTIAL);
  return TRUE;
}

AmpRawFile *
amp_raw_file_open (const char *path, GError **error)
{
  g_autoptr (AmpRawFile) file = NULL;
  gboolean is_input;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  is_input = strcmp (path, "-") == 0;
  file = g_new0 (AmpRawFile, 1);
  file->name = is_input ? g_strdup (_ ("standard input")) : g_filename_display_basename (path);
  file->peeked = amp_peek_buffer_new ();
  sha256_init (&file->sum);
  file->descriptor = open_path (path, file->name, error);
  if (file->descriptor < 0 || !adopt (file, is_input, error))
    return NULL;
  return g_steal_pointer (&file);
}

void
amp_raw_file_free (AmpRawFile *file)
{
  if (!file)
    return;
  if (file->descriptor >= 0)
    close (file->descriptor);
  amp_peek_buffer_free (file->peeked);
  g_free (file->name);
  g_free (file);
}

const char *
amp_raw_file_get_name (AmpRawFile *file)
{
  g_return_val_if_fail (file != NULL, NULL);
  return file->name;
}

gint64
amp_raw_file_get_size (AmpRawFile *file)
{
  g_return_val_if_fail (file != NULL, -1);
  return file->is_regular ? (gint64) ((guint64) file->identity.st_size - file->start) : -1;
}

guint64
amp_raw_file_get_position (AmpRawFile *file)
{
  g_return_val_if_fail (file != NULL, 0);
  return file->position;
}

/* A pipe may keep silent for long: the wait ends when the caller gives up. */
static gboolean
wait_for_pipe (AmpRawFile *file, GCancellable *cancellable, GError **error)
{
  GPollFD poll = { .fd = file->descriptor, .events = G_IO_IN | G_IO_HUP | G_IO_ERR };

  while (!g_cancellable_set_error_if_cancelled (cancellable, error))
    if (g_poll (&poll, 1, POLL_MILLISECONDS) != 0)
      return TRUE;
  return FALSE;
}

/* From a file at @position, so that peeking never moves it; from a pipe the next. */
static gssize
read_some (AmpRawFile *file, guint64 position, guint8 *buffer, gsize size, GCancellable *cancellable, GError **error)
{
  gssize count;

  if (!file->is_regular && !wait_for_pipe (file, cancellable, error))
    return -1;
  do
    count = file->is_regular ? pread (file->descriptor, buffer, size, (off_t) (file->start + position))
                             : read (file->descriptor, buffer, size);
  while (count < 0 && (errno == EINTR || errno == EAGAIN));
  if (count < 0)
    set_system_error (error, file->name, errno == EACCES || errno == EPERM ? EIO : errno);
  return count;
}

static gssize
read_fully (AmpRawFile *file, guint64 position, guint8 *buffer, gsize size, GCancellable *cancellable, GError **error)
{
  gsize done = 0;

  while (done < size)
    {
      gssize count;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return -1;
      count = read_some (file, position + done, buffer + done, MIN (size - done, READ_STEP), cancellable, error);
      if (count < 0)
        return -1;
      if (count == 0)
        break;
      done += (gsize) count;
    }
  return (gssize) done;
}

static gssize
read_pipe (guint8 *buffer, gsize size, GCancellable *cancellable, gpointer data, GError **error)
{
  return read_fully (data, 0, buffer, size, cancellable, error);
}

gssize
amp_raw_file_peek (AmpRawFile *file, guint64 offset, guint8 *buffer, gsize size, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (file != NULL, -1);
  g_return_val_if_fail (buffer != NULL || size == 0, -1);
  g_return_val_if_fail (file->is_regular || (offset == 0 && file->position == 0), -1);
  g_return_val_if_fail (size <= G_MAXINT, -1);

  if (file->is_regular)
    return read_fully (file, offset, buffer, size, cancellable, error);
  return amp_peek_buffer_peek (file->peeked, buffer, size, read_pipe, file, cancellable, error);
}

/* At the end: is it still the file that was opened? A name that is gone does not matter,
 * since the descriptor holds the bytes. */
static gboolean
check_unchanged (AmpRawFile *file, GError **error)
{
  struct stat now;

  if (!file->is_regular)
    return TRUE;
  if (fstat (file->descriptor, &now) != 0)
    {
      set_system_error (error, file->name, errno);
      return FALSE;
    }
  if (now.st_size < file->identity.st_size || file->position < (guint64) amp_raw_file_get_size (file))
    g_set_error (error, AMP_DUMP_ERROR, AMP_DUMP_ERROR_CHANGED, _ ("%s: became shorter while it was read"), file->name);
  else if (now.st_size > file->identity.st_size || file->position > (guint64) amp_raw_file_get_size (file))
    g_set_error (error, AMP_DUMP_ERROR, AMP_DUMP_ERROR_CHANGED, _ ("%s: became longer while it was read"), file->name);
  else if (now.st_mtim.tv_sec != file->identity.st_mtim.tv_sec || now.st_mtim.tv_nsec != file->identity.st_mtim.tv_nsec ||
           now.st_ino != file->identity.st_ino || now.st_dev != file->identity.st_dev)
    g_set_error (error, AMP_DUMP_ERROR, AMP_DUMP_ERROR_CHANGED, _ ("%s: was rewritten while it was read"), file->name);
  else
    return TRUE;
  return FALSE;
}

gssize
amp_raw_file_read (AmpRawFile *file, guint8 *buffer, gsize size, GCancellable *cancellable, GError **error)
{
  gsize  peeked;
  gssize count = 0;

  g_return_val_if_fail (file != NULL, -1);
  g_return_val_if_fail (buffer != NULL || size == 0, -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  if (file->is_at_end)
    return 0;
  peeked = amp_peek_buffer_take (file->peeked, buffer, size);
  if (peeked < size && !amp_peek_buffer_has_ended (file->peeked))
    count = read_fully (file, file->position + peeked, buffer + peeked, size - peeked, cancellable, error);
  if (count < 0)
    return -1;
  file->position += peeked + (gsize) count;
  if (peeked + (gsize) count == size)
    return (gssize) size;
  if (!check_unchanged (file, error))
    return -1;
  file->is_at_end = TRUE;
  return (gssize) (peeked + (gsize) count);
}

void
amp_raw_file_hash (AmpRawFile *file, const guint8 *bytes, gsize length)
{
  g_return_if_fail (file != NULL);
  g_return_if_fail (bytes != NULL || length == 0);

  if (length > 0)
    sha256_update (&file->sum, length, bytes);
  file->hashed += length;
}

const char *
amp_raw_file_get_sha256 (AmpRawFile *file)
{
  guint8 digest[SHA256_DIGEST_SIZE];

  g_return_val_if_fail (file != NULL, NULL);

  if (!file->is_at_end || file->hashed != file->position)
    return NULL;
  if (file->digits[0] == '\0')
    {
      /* The context starts anew once its digest was taken, so it is taken once. */
      sha256_digest (&file->sum, sizeof digest, digest);
      for (guint i = 0; i < sizeof digest; i++)
        g_snprintf (file->digits + 2 * i, 3, "%02x", digest[i]);
    }
  return file->digits;
}
