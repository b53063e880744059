/* One table of a case, read through connections of its own and written into a
 * copy. Invariant: the case that others have open is never written to. */
#include "amp-annotations.h"

#include "amp-case-file-private.h"
#include "amp-partial-file.h"
#include "amp-schema.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

static void
set_case_error (GError **error, AmpCaseFile *file, AmpStoreError code, const char *reason)
{
  g_autofree char *name = g_filename_display_name (file->path);

  g_set_error (error, AMP_STORE_ERROR, code, "%s: %s", name, reason);
}

static gboolean
check_size (AmpCaseFile *file, const char *name, const char *text, GError **error)
{
  if (strlen (name) <= AMP_ANNOTATION_MAX_NAME && (text == NULL || strlen (text) <= AMP_ANNOTATION_MAX_TEXT))
    return TRUE;
  set_case_error (error, file, AMP_STORE_ERROR_LIMIT, _ ("the annotation is too long"));
  return FALSE;
}

/* Whether @descriptor is still the file of that path: another program may have
 * replaced it while this one waited. */
static gboolean
is_current (int descriptor, const char *path)
{
  struct stat opened;
  struct stat named;

  return fstat (descriptor, &opened) == 0 && stat (path, &named) == 0 &&
         opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

/* Returns a descriptor of the case that no other program writes to until it is
 * closed, or -1 with errno set. A file system without locks has one writer. */
static int
open_locked (const char *path)
{
  int descriptor;

  while ((descriptor = g_open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY, 0)) >= 0)
    {
      flock (descriptor, LOCK_EX);
      if (is_current (descriptor, path))
        return descriptor;
      close (descriptor);
    }
  return -1;
}

static gboolean
has_room (AmpSql *sql, GError **error)
{
  gint64 n_annotations;

  if (!amp_sql_get_integer (sql, "SELECT count(*) FROM annotations", &n_annotations, error))
    return FALSE;
  if (n_annotations <= AMP_MAX_ANNOTATIONS)
    return TRUE;
  g_set_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_LIMIT, "%s: %s", amp_sql_get_name (sql), _ ("the case has too many annotations"));
  return FALSE;
}

static gboolean
write_text (AmpSql *sql, const char *name, const char *text, GError **error)
{
  g_autoptr (AmpStatement) statement = amp_sql_prepare (sql,
                                                        text != NULL ? "INSERT OR REPLACE INTO annotations VALUES (?, ?)"
                                                                     : "DELETE FROM annotations WHERE name = ?",
                                                        error);

  if (statement == NULL)
    return FALSE;
  amp_statement_bind_text (statement, 1, name);
  if (text != NULL)
    amp_statement_bind_text (statement, 2, text);
  return amp_statement_run (statement, error);
}

static gboolean
change_copy (const char *copy, const char *path, const char *name, const char *text, GError **error)
{
  g_autoptr (AmpSql) sql = amp_sql_open_for_changing (copy, path, error);

  return sql != NULL &&
         amp_schema_check (sql, error) &&
         amp_sql_run (sql, "BEGIN", error) &&
         amp_schema_add_annotations (sql, error) &&
         write_text (sql, name, text, error) &&
         has_room (sql, error) &&
         amp_schema_write_checksum (sql, "annotations", error) &&
         amp_sql_run (sql, "COMMIT", error) &&
         amp_sql_close (g_steal_pointer (&sql), error);
}

static gboolean
replace_case (AmpCaseFile *file, int descriptor, const char *name, const char *text, GError **error)
{
  g_autoptr (AmpPartialFile) partial = amp_partial_file_new (file->path, TRUE, error);

  return partial != NULL &&
         amp_partial_file_fill (partial, descriptor, error) &&
         change_copy (amp_partial_file_get_path (partial), file->path, name, text, error) &&
         amp_partial_file_commit (partial, error);
}

gboolean
amp_annotations_set (AmpCaseFile *file, const char *name, const char *text, GError **error)
{
  int      descriptor;
  gboolean is_set;

  g_return_val_if_fail (file != NULL && name != NULL && name[0] != '\0', FALSE);
  g_return_val_if_fail (g_utf8_validate (name, -1, NULL) && (text == NULL || g_utf8_validate (text, -1, NULL)), FALSE);

  if (!check_size (file, name, text, error))
    return FALSE;
  descriptor = open_locked (file->path);
  if (descriptor < 0)
    {
      set_case_error (error, file, AMP_STORE_ERROR_READ, g_strerror (errno));
      return FALSE;
    }
  is_set = replace_case (file, descriptor, name, text, error);
  close (descriptor);
  return is_set;
}

/* A case of the first format has no annotations: @statement is then %NULL, and
 * that is no error. */
static gboolean
prepare_reading (const char *path, const char *text, AmpSql **sql, AmpStatement **statement, GError **error)
{
  AmpSchemaVersion version;

  *sql = amp_sql_open_for_reading (path, path, error);
  if (*sql == NULL || !amp_schema_check (*sql, error) || !amp_schema_get_version (*sql, &version, error))
    return FALSE;
  if (version < AMP_SCHEMA_VERSION_ANNOTATIONS)
    return TRUE;
  *statement = amp_sql_prepare (*sql, text, error);
  return *statement != NULL;
}

char *
amp_annotations_dup (AmpCaseFile *file, const char *name, GError **error)
{
  g_autoptr (AmpSql) sql = NULL;
  g_autoptr (AmpStatement) select = NULL;

  g_return_val_if_fail (file != NULL && name != NULL, NULL);

  if (!prepare_reading (file->path, "SELECT value FROM annotations WHERE name = ?", &sql, &select, error) || select == NULL)
    return NULL;
  amp_statement_bind_text (select, 1, name);
  return amp_statement_step (select, error) == AMP_STEP_ROW ? amp_statement_dup_text (select, 0) : NULL;
}

char **
amp_annotations_list (AmpCaseFile *file, const char *prefix, GError **error)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (AmpSql) sql = NULL;
  g_autoptr (AmpStatement) select = NULL;
  AmpStep step = AMP_STEP_DONE;

  g_return_val_if_fail (file != NULL && prefix != NULL, NULL);

  if (!prepare_reading (file->path, "SELECT name FROM annotations ORDER BY name LIMIT ?", &sql, &select, error))
    return NULL;
  if (select != NULL)
    amp_statement_bind_integer (select, 1, AMP_MAX_ANNOTATIONS);
  while (select != NULL && (step = amp_statement_step (select, error)) == AMP_STEP_ROW)
    {
      g_autofree char *name = amp_statement_dup_text (select, 0);

      if (name != NULL && g_str_has_prefix (name, prefix))
        g_strv_builder_add (names, name);
    }
  return step == AMP_STEP_DONE ? g_strv_builder_end (names) : NULL;
}

/* Returns whether @name and @text may be an annotation: any bytes may stand in
 * the case that is replaced. */
static gboolean
is_annotation (const char *name, const char *text)
{
  return name != NULL && name[0] != '\0' && text != NULL &&
         strlen (name) <= AMP_ANNOTATION_MAX_NAME && strlen (text) <= AMP_ANNOTATION_MAX_TEXT &&
         g_utf8_validate (name, -1, NULL) && g_utf8_validate (text, -1, NULL);
}

static gboolean
copy_annotations (AmpStatement *select, AmpSql *target, GError **error)
{
  while (amp_statement_step (select, NULL) == AMP_STEP_ROW)
    {
      g_autofree char *name = amp_statement_dup_text (select, 0);
      g_autofree char *text = amp_statement_dup_text (select, 1);

      if (is_annotation (name, text) && !write_text (target, name, text, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
amp_annotations_carry_over (const char *path, AmpSql *target, int *lock, GError **error)
{
  g_autoptr (AmpSql) sql = NULL;
  g_autoptr (AmpStatement) select = NULL;

  g_return_val_if_fail (path != NULL && target != NULL && lock != NULL, FALSE);

  *lock = -1;
  /* A pipe would be waited for. */
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return TRUE;
  *lock = open_locked (path);
  if (*lock < 0 || !prepare_reading (path, "SELECT name, value FROM annotations ORDER BY name LIMIT ?", &sql, &select, NULL) || select == NULL)
    return TRUE;
  amp_statement_bind_integer (select, 1, AMP_MAX_ANNOTATIONS);
  return copy_annotations (select, target, error);
}
