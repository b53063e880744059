/* Opening: see the header. */
#define G_LOG_DOMAIN "amp-opening"

#include "amp-opening.h"

#include <fcntl.h>
#include <unistd.h>

#define CASE_SUFFIX ".ampleur"

/* The first bytes of every SQLite database, its closing NUL included:
 * https://www.sqlite.org/fileformat.html#magic_header_string */
static const char database_magic[16] = "SQLite format 3";

void
amp_opening_free (AmpOpening *opening)
{
  g_clear_object (&opening->opened);
  g_clear_object (&opening->inspection);
  g_free (opening->proposed_path);
  g_free (opening);
}

gboolean
amp_opening_is_case_name (const char *path)
{
  g_return_val_if_fail (path != NULL, FALSE);

  return g_str_has_suffix (path, CASE_SUFFIX);
}

/* A case keeps being one under another name; a file that cannot be read is left
 * to whoever opens it next, who says why. */
static gboolean
is_database (const char *path)
{
  char   head[sizeof database_magic];
  gssize length;
  int    descriptor;

  /* Not blocking, since reading a pipe here would take bytes from the dump. */
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return FALSE;
  descriptor = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (descriptor < 0)
    return FALSE;
  length = read (descriptor, head, sizeof head);
  close (descriptor);
  return length == sizeof head && memcmp (head, database_magic, sizeof head) == 0;
}

static char *
find_free_path (const char *folder, const char *stem)
{
  for (guint i = 1; i < 1000; i++)
    {
      g_autofree char *name = i == 1 ? g_strconcat (stem, CASE_SUFFIX, NULL)
                                     : g_strdup_printf ("%s %u" CASE_SUFFIX, stem, i);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
  return NULL;
}

static char *
propose_path (const char *dump_path)
{
  g_autofree char *folder = g_path_get_dirname (dump_path);
  g_autofree char *stem = g_path_get_basename (dump_path);
  const char      *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  char            *dot = strrchr (stem, '.');

  if (dot != NULL && dot != stem)
    *dot = '\0';
  if (access (folder, W_OK) == 0)
    return find_free_path (folder, stem);
  return find_free_path (documents != NULL ? documents : g_get_home_dir (), stem);
}

AmpOpening *
amp_opening_run (const char *const *paths, GCancellable *cancellable, GError **error)
{
  g_autoptr (AmpOpening) opening = g_new0 (AmpOpening, 1);

  g_return_val_if_fail (paths != NULL && paths[0] != NULL, NULL);

  if (paths[1] == NULL && (amp_opening_is_case_name (paths[0]) || is_database (paths[0])))
    {
      opening->opened = amp_case_open (paths[0], cancellable, error);
      return opening->opened != NULL ? g_steal_pointer (&opening) : NULL;
    }
  opening->inspection = amp_inspection_new_for_paths (paths, cancellable, error);
  if (opening->inspection == NULL)
    return NULL;
  opening->proposed_path = propose_path (paths[0]);
  return g_steal_pointer (&opening);
}
