/* Where imported outlines are kept: one file a level in a folder of the user's.
 *
 * A file is replaced whole or not at all. Must not know what is in it. */
#include "amp-outline-set.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "amp-places-error.h"

/* What was imported in one go is some tens of megabytes. */
#define MAX_FILE_SIZE (512 * 1024 * 1024)

char *
amp_outline_set_get_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "ampleur", "outlines", NULL);
}

static char *
dup_path (const char *folder, AmpPlaceLevel level)
{
  g_autofree char *name = g_strconcat (amp_place_level_get_code (level), ".outlines", NULL);

  return g_build_filename (folder, name, NULL);
}

static void
append_stamp (GString *stamp, const char *folder, AmpPlaceLevel level)
{
  g_autofree char *path = dup_path (folder, level);
  GStatBuf         facts;

  if (g_stat (path, &facts) == 0)
    g_string_append_printf (stamp, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT ".%09" G_GINT64_FORMAT "\n", (gint64) facts.st_ino, (gint64) facts.st_size, (gint64) facts.st_mtim.tv_sec, (gint64) facts.st_mtim.tv_nsec);
  else
    g_string_append (stamp, "-\n");
}

char *
amp_outline_set_dup_stamp (const char *folder)
{
  GString *stamp = g_string_new (NULL);

  append_stamp (stamp, folder, AMP_PLACE_LEVEL_EPCI);
  append_stamp (stamp, folder, AMP_PLACE_LEVEL_COMMUNE);
  return g_string_free (stamp, FALSE);
}

GBytes *
amp_outline_set_read_file (const char *folder, AmpPlaceLevel level, GError **error)
{
  g_autofree char *path = dup_path (folder, level);
  g_autoptr (GError) failure = NULL;
  GStatBuf facts;
  char    *data;
  gsize    size;

  if (g_stat (path, &facts) == 0 && facts.st_size > MAX_FILE_SIZE)
    {
      g_set_error (error, AMP_PLACES_ERROR, AMP_PLACES_ERROR_FILE, _ ("the imported outlines are damaged: remove them and import them again"));
      return NULL;
    }
  if (g_file_get_contents (path, &data, &size, &failure))
    return g_bytes_new_take (data, size);
  if (!g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

gboolean
amp_outline_set_write_file (const char *folder, AmpPlaceLevel level, GBytes *bytes, GError **error)
{
  g_autofree char *path = dup_path (folder, level);
  gsize            size;
  const char      *data = g_bytes_get_data (bytes, &size);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int reason = errno;

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (reason), "%s: %s", folder, g_strerror (reason));
      return FALSE;
    }
  return g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error);
}

AmpOutlineSet *
amp_outline_set_load (const char *folder, AmpPlaceLevel level, GError **error)
{
  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (level == AMP_PLACE_LEVEL_EPCI || level == AMP_PLACE_LEVEL_COMMUNE, NULL);

  g_autoptr (GBytes) bytes = amp_outline_set_read_file (folder, level, error);

  return bytes != NULL ? amp_outline_set_decode (bytes, level, error) : NULL;
}

gboolean
amp_outline_set_load_all (const char *folder, AmpOutlineSet **groups, AmpOutlineSet **communes, GError **error)
{
  g_return_val_if_fail (groups != NULL && communes != NULL, FALSE);

  g_autoptr (GError) failure = NULL;

  *communes = NULL;
  *groups = amp_outline_set_load (folder, AMP_PLACE_LEVEL_EPCI, &failure);
  if (failure == NULL)
    *communes = amp_outline_set_load (folder, AMP_PLACE_LEVEL_COMMUNE, &failure);
  if (failure == NULL)
    return TRUE;
  g_clear_pointer (groups, amp_outline_set_unref);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
amp_outline_set_remove (const char *folder, AmpPlaceLevel level, GError **error)
{
  g_return_val_if_fail (folder != NULL, FALSE);

  g_autofree char *path = dup_path (folder, level);

  if (g_unlink (path) != 0 && errno != ENOENT)
    {
      int reason = errno;

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (reason), "%s: %s", path, g_strerror (reason));
      return FALSE;
    }
  return TRUE;
}
