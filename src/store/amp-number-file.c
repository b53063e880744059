/* Owns a descriptor and the numbers that are not written yet. */
#include "amp-number-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Numbers that are written at once. */
#define NUMBERS_AT_ONCE 16384u

struct _AmpNumberFile
{
  char   *target;
  int     descriptor;
  gsize   n;
  gsize   n_read;
  guint   n_buffered;
  guint32 buffer[NUMBERS_AT_ONCE];
};

/* Some file systems know no files without a name: there it loses its name at once. */
static int
open_nameless (const char *folder)
{
  int              descriptor = g_open (folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  g_autofree char *path = NULL;

  if (descriptor >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL && errno != ENOENT))
    return descriptor;
  path = g_build_filename (folder, ".ampleur-XXXXXX", NULL);
  descriptor = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);
  if (descriptor >= 0)
    g_unlink (path);
  return descriptor;
}

AmpNumberFile *
amp_number_file_new (const char *target, GError **error)
{
  g_autoptr (AmpNumberFile) self = g_new0 (AmpNumberFile, 1);
  g_autofree char *folder = g_path_get_dirname (target);

  self->target = g_strdup (target);
  self->descriptor = open_nameless (folder);
  if (self->descriptor >= 0)
    return g_steal_pointer (&self);
  amp_store_error_set_from_system (error, target, errno);
  return NULL;
}

void
amp_number_file_free (AmpNumberFile *self)
{
  g_return_if_fail (self != NULL);
  if (self->descriptor >= 0)
    close (self->descriptor);
  g_free (self->target);
  g_free (self);
}

static gboolean
flush (AmpNumberFile *self, GError **error)
{
  const guint8 *bytes = (const guint8 *) self->buffer;
  gsize         left = self->n_buffered * sizeof *self->buffer;

  while (left > 0)
    {
      gssize count = write (self->descriptor, bytes, left);

      if (count < 0 && errno != EINTR)
        {
          amp_store_error_set_from_system (error, self->target, errno);
          return FALSE;
        }
      bytes += MAX (count, 0);
      left -= (gsize) MAX (count, 0);
    }
  self->n_buffered = 0;
  return TRUE;
}

gboolean
amp_number_file_append (AmpNumberFile *self, guint32 number, GError **error)
{
  g_return_val_if_fail (self != NULL && self->n_read == 0, FALSE);

  self->buffer[self->n_buffered++] = number;
  self->n++;
  return self->n_buffered < NUMBERS_AT_ONCE || flush (self, error);
}

gsize
amp_number_file_get_n (const AmpNumberFile *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n;
}

/* A file that holds less than was written is as bad as one that cannot be read. */
static gboolean
fail_to_read (AmpNumberFile *self, int system_code, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->target);

  g_set_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_READ, "%s: %s", name, g_strerror (system_code));
  return FALSE;
}

gboolean
amp_number_file_read (AmpNumberFile *self, guint32 *numbers, gsize n, GError **error)
{
  guint8 *bytes = (guint8 *) numbers;
  gsize   left = n * sizeof *numbers;
  goffset position;

  g_return_val_if_fail (self != NULL && n <= self->n - self->n_read, FALSE);

  if (!flush (self, error))
    return FALSE;
  position = (goffset) (self->n_read * sizeof *numbers);
  while (left > 0)
    {
      gssize count = pread (self->descriptor, bytes, left, position);

      if (count == 0 || (count < 0 && errno != EINTR))
        return fail_to_read (self, count == 0 ? EIO : errno, error);
      bytes += MAX (count, 0);
      position += MAX (count, 0);
      left -= (gsize) MAX (count, 0);
    }
  self->n_read += n;
  return TRUE;
}
