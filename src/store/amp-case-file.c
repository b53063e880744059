/* Opening a case and handing out what it holds. Invariant: once open, all that
 * is in memory is checked and never changes. Reading the tables is the work of
 * amp-case-loader.c. */
#include "amp-case-file.h"

#include "amp-case-file-private.h"
#include "amp-schema.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

static AmpCaseFile *
new_case_file (const char *path)
{
  AmpCaseFile *file = g_atomic_rc_box_new0 (AmpCaseFile);

  file->path = g_strdup (path);
  file->facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  file->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) amp_source_facts_free);
  file->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) amp_field_facts_free);
  file->places = g_array_new (FALSE, TRUE, sizeof (AmpPlaceCodes));
  file->category_sets = g_array_new (FALSE, FALSE, sizeof (AmpCategorySet));
  file->cells = amp_packed_cells_new ();
  return file;
}

static void
clear_case_file (gpointer data)
{
  AmpCaseFile *file = data;

  amp_sql_free (file->sql);
  g_free (file->path);
  g_hash_table_unref (file->facts);
  amp_mandate_free (file->mandate);
  g_ptr_array_unref (file->sources);
  g_ptr_array_unref (file->fields);
  for (guint i = 0; i < AMP_N_PLACE_KEYS; i++)
    {
      g_clear_pointer (&file->levels[i].codes, g_ptr_array_unref);
      g_free (file->levels[i].text);
      g_clear_pointer (&file->levels[i].of_place, g_array_unref);
    }
  g_array_unref (file->places);
  g_array_unref (file->category_sets);
  amp_packed_cells_free (file->cells);
  g_free (file->cell_numbers);
}

static void
set_file_error (GError **error, const char *path, AmpStoreError code, const char *reason)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, AMP_STORE_ERROR, code, "%s: %s", name, reason);
}

/* Every SQLite database begins with these sixteen bytes, the zero included. */
#define MAGIC "SQLite format 3"

static gboolean
has_magic (const char *path)
{
  char  bytes[sizeof MAGIC] = { 0 };
  FILE *stream = g_fopen (path, "rbe");

  if (stream == NULL)
    return FALSE;
  if (fread (bytes, sizeof bytes, 1, stream) != 1)
    bytes[0] = '\0';
  fclose (stream);
  return memcmp (bytes, MAGIC, sizeof bytes) == 0;
}

/* SQLite would wait on a pipe, and call an empty file an empty database. */
static gboolean
check_kind (const char *path, GError **error)
{
  GStatBuf status;

  if (g_stat (path, &status) != 0 || g_access (path, R_OK) != 0)
    set_file_error (error, path, AMP_STORE_ERROR_READ, g_strerror (errno));
  else if (S_ISDIR (status.st_mode))
    set_file_error (error, path, AMP_STORE_ERROR_READ, g_strerror (EISDIR));
  else if (!S_ISREG (status.st_mode) || !has_magic (path))
    set_file_error (error, path, AMP_STORE_ERROR_NOT_A_CASE, _ ("it is not an Ampleur case"));
  else
    return TRUE;
  return FALSE;
}

AmpCaseFile *
amp_case_file_open (const char *path, GError **error)
{
  g_autoptr (AmpCaseFile) file = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (!check_kind (path, error))
    return NULL;
  file = new_case_file (path);
  file->sql = amp_sql_open_for_reading (path, path, error);
  if (file->sql == NULL ||
      !amp_schema_check (file->sql, error) ||
      !amp_case_loader_run (file, error))
    return NULL;
  return g_steal_pointer (&file);
}

AmpCaseFile *
amp_case_file_ref (AmpCaseFile *file)
{
  g_return_val_if_fail (file != NULL, NULL);

  return g_atomic_rc_box_acquire (file);
}

void
amp_case_file_unref (AmpCaseFile *file)
{
  g_return_if_fail (file != NULL);

  g_atomic_rc_box_release_full (file, clear_case_file);
}

void
amp_case_file_set_damaged (AmpCaseFile *file, GError **error)
{
  set_file_error (error, file->path, AMP_STORE_ERROR_DAMAGED, _ ("the case is damaged"));
}

gboolean
amp_case_file_is_plausible (AmpCaseFile *file)
{
  GStatBuf status;

  return file->persons < G_MAXUINT32 && g_stat (file->path, &status) == 0 && file->persons <= status.st_size;
}

const char *
amp_case_file_get_path (AmpCaseFile *file)
{
  g_return_val_if_fail (file != NULL, NULL);

  return file->path;
}

const AmpMandate *
amp_case_file_get_mandate (AmpCaseFile *file)
{
  g_return_val_if_fail (file != NULL, NULL);

  return file->mandate;
}

const char *
amp_case_file_get_text (AmpCaseFile *file, const char *name)
{
  g_return_val_if_fail (file != NULL && name != NULL, NULL);

  return g_hash_table_lookup (file->facts, name);
}

gboolean
amp_case_file_get_number (AmpCaseFile *file, const char *name, gint64 *number)
{
  const char *text = amp_case_file_get_text (file, name);

  return text != NULL && g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, number, NULL);
}

gint64
amp_case_file_get_records (AmpCaseFile *file)
{
  g_return_val_if_fail (file != NULL, 0);

  return file->records;
}

gint64
amp_case_file_get_persons (AmpCaseFile *file)
{
  g_return_val_if_fail (file != NULL, 0);

  return file->persons;
}

guint
amp_case_file_get_n_sources (AmpCaseFile *file)
{
  g_return_val_if_fail (file != NULL, 0);

  return file->sources->len;
}

const AmpSourceFacts *
amp_case_file_get_source (AmpCaseFile *file, guint index)
{
  g_return_val_if_fail (file != NULL && index < file->sources->len, NULL);

  return file->sources->pdata[index];
}

gsize
amp_case_file_get_field_bytes (AmpCaseFile *file, guint source)
{
  return (amp_case_file_get_source (file, source)->n_fields + 7) / 8;
}

guint
amp_case_file_get_n_fields (AmpCaseFile *file)
{
  g_return_val_if_fail (file != NULL, 0);

  return file->fields->len;
}

const AmpFieldFacts *
amp_case_file_get_field (AmpCaseFile *file, guint index)
{
  g_return_val_if_fail (file != NULL && index < file->fields->len, NULL);

  return file->fields->pdata[index];
}

const AmpTypeTotal *
amp_case_file_get_type_total (AmpCaseFile *file, AmpFieldType type)
{
  g_return_val_if_fail (file != NULL && type < AMP_N_FIELD_TYPES, NULL);

  return &file->types[type];
}

guint
amp_case_file_get_n_places (AmpCaseFile *file)
{
  g_return_val_if_fail (file != NULL, 0);

  return file->places->len;
}

const AmpPlaceCodes *
amp_case_file_get_place (AmpCaseFile *file, guint index)
{
  g_return_val_if_fail (file != NULL && index < file->places->len, NULL);

  return &g_array_index (file->places, AmpPlaceCodes, index);
}

const char *
amp_case_file_get_place_code (AmpCaseFile *file, guint index, AmpKey level)
{
  g_return_val_if_fail (file != NULL && index < file->places->len && amp_key_is_place (level), NULL);

  return file->levels[level].codes->pdata[g_array_index (file->levels[level].of_place, guint32, index)];
}

gboolean
amp_case_file_exposes (AmpCaseFile *file, AmpCategorySet categories)
{
  g_return_val_if_fail (file != NULL, FALSE);

  for (guint i = 0; i < file->cells->kinds->len; i++)
    {
      const AmpCellKind *kind = amp_packed_cells_get_kind (file->cells, i);

      if (kind->persons > 0 && (kind->categories & categories) != 0)
        return TRUE;
    }
  return FALSE;
}

static void
append_malformed (GArray *rows, AmpStatement *select)
{
  AmpMalformed     row = { .source = (guint32) amp_statement_get_integer (select, 0) };
  g_autofree char *reason = amp_statement_dup_text (select, 3);

  row.ordinal = amp_statement_get_integer (select, 1);
  row.line = amp_statement_get_integer (select, 2);
  g_strlcpy (row.reason, reason != NULL ? reason : "", sizeof row.reason);
  g_array_append_val (rows, row);
}

GArray *
amp_case_file_list_malformed (AmpCaseFile *file, gint64 first, guint limit, GCancellable *cancellable, GError **error)
{
  g_autoptr (AmpStatement) select = NULL;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (AmpMalformed));
  AmpStep step;

  g_return_val_if_fail (file != NULL && first >= 0, NULL);

  select = amp_sql_prepare (file->sql, "SELECT source, ordinal, line, reason FROM malformed WHERE id >= ? ORDER BY id LIMIT ?", error);
  if (select == NULL)
    return NULL;
  amp_statement_bind_integer (select, 1, first);
  amp_statement_bind_integer (select, 2, limit);
  while ((step = amp_statement_step (select, error)) == AMP_STEP_ROW && rows->len < limit)
    {
      gint64 source = amp_statement_get_integer (select, 0);

      if (source < 0 || source >= file->sources->len || g_cancellable_is_cancelled (cancellable))
        break;
      append_malformed (rows, select);
    }
  if (step == AMP_STEP_FAILED || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (step == AMP_STEP_ROW)
    {
      amp_case_file_set_damaged (file, error);
      return NULL;
    }
  return g_steal_pointer (&rows);
}
