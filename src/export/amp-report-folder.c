/* Writes files whole. */
#include "amp-report-folder.h"

#include "amp-export-error.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

static gboolean
fail_folder (const char *path, int number, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, AMP_EXPORT_ERROR, AMP_EXPORT_ERROR_FOLDER, _ ("The folder “%s” cannot be written to: %s"), name, g_strerror (number));
  return FALSE;
}

gboolean
amp_report_folder_make (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, FALSE);

  if (g_mkdir_with_parents (path, 0755) != 0)
    return fail_folder (path, errno, error);
  if (g_access (path, W_OK | X_OK) != 0)
    return fail_folder (path, errno, error);
  return TRUE;
}

/* The number of the error, or 0. */
static int
write_bytes (int file, const guint8 *bytes, gsize length)
{
  while (length > 0)
    {
      gssize written = write (file, bytes, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return errno;
      bytes += written;
      length -= (gsize) written;
    }
  return 0;
}

static int
write_partial (char *partial, GBytes *content)
{
  gsize         length;
  const guint8 *bytes = g_bytes_get_data (content, &length);
  int           file = g_mkstemp_full (partial, O_WRONLY | O_CLOEXEC, 0644);
  int           number;

  if (file < 0)
    return errno;
  number = write_bytes (file, bytes, length);
  /* A full disk may show only now. */
  if (number == 0 && fsync (file) != 0 && errno != EINVAL)
    number = errno;
  if (close (file) != 0 && number == 0)
    number = errno;
  return number;
}

gboolean
amp_report_folder_write (const char *path, const char *name, GBytes *content, GError **error)
{
  g_autofree char *target = NULL;
  g_autofree char *partial = NULL;
  g_autofree char *shown = NULL;
  int              number;

  g_return_val_if_fail (path != NULL && name != NULL && content != NULL, FALSE);

  target = g_build_filename (path, name, NULL);
  partial = g_strdup_printf ("%s%c.%s.XXXXXX", path, G_DIR_SEPARATOR, name);
  number = write_partial (partial, content);
  if (number == 0 && g_rename (partial, target) != 0)
    number = errno;
  if (number == 0)
    return TRUE;
  g_unlink (partial);
  shown = g_filename_display_name (target);
  g_set_error (error, AMP_EXPORT_ERROR, AMP_EXPORT_ERROR_WRITE, _ ("The file “%s” cannot be written: %s"), shown, g_strerror (number));
  return FALSE;
}
