/* Codes and numbers into the rows of a case. Invariant: the database lives in
 * a hidden file, inside one transaction, until commit; after a failure commit
 * refuses. Blocks are packed in amp-record-writer.c. */
#include "amp-case-writer.h"

#include "amp-annotations.h"
#include "amp-partial-file.h"
#include "amp-place-writer.h"
#include "amp-record-writer.h"
#include "amp-schema.h"
#include "amp-sql.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

struct _AmpCaseWriter
{
  char            *path;
  AmpPartialFile  *file;
  AmpSql          *sql;
  AmpRecordWriter *records;
  AmpStatement    *insert_malformed;
  AmpPlaceWriter  *places;
  GArray          *field_bytes; /* gsize, one for each source */
  gint64           n_fields;
  gint64           n_malformed;
  int              lock; /* of the case that is replaced, or -1 */
};

static gboolean
prepare_file (AmpCaseWriter *writer, const char *path, GError **error)
{
  AmpPlaceCodes unplaced = { "", NULL, NULL, NULL, NULL };

  writer->sql = amp_sql_open_for_building (amp_partial_file_get_path (writer->file), path, error);
  if (writer->sql == NULL ||
      !amp_sql_run (writer->sql, "BEGIN", error) ||
      !amp_schema_create (writer->sql, error))
    return FALSE;
  writer->records = amp_record_writer_new (writer->sql, error);
  if (writer->records == NULL)
    return FALSE;
  writer->insert_malformed = amp_sql_prepare (writer->sql, "INSERT INTO malformed VALUES (?, ?, ?, ?, ?)", error);
  amp_place_writer_add (writer->places, &unplaced);
  return writer->insert_malformed != NULL;
}

/* A slip of the keyboard must not cost the dump: only cases are replaced. */
static gboolean
check_replaced (const char *path, GError **error)
{
  g_autofree char *name = NULL;

  if (amp_schema_is_replaceable (path))
    return TRUE;
  name = g_filename_display_name (path);
  g_set_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_NOT_A_CASE, "%s: %s", name, _ ("it is not an Ampleur case, so it is not replaced"));
  return FALSE;
}

AmpCaseWriter *
amp_case_writer_new (const char *path, gboolean overwrite, GError **error)
{
  g_autoptr (AmpCaseWriter) writer = NULL;
  AmpPartialFile *file;

  g_return_val_if_fail (path != NULL, NULL);

  file = amp_partial_file_new (path, overwrite, error);
  if (file == NULL)
    return NULL;
  if (!check_replaced (path, error))
    {
      amp_partial_file_free (file);
      return NULL;
    }
  writer = g_new0 (AmpCaseWriter, 1);
  writer->lock = -1;
  writer->path = g_strdup (path);
  writer->file = file;
  writer->places = amp_place_writer_new ();
  writer->field_bytes = g_array_new (FALSE, FALSE, sizeof (gsize));
  if (!prepare_file (writer, path, error))
    return NULL;
  return g_steal_pointer (&writer);
}

static AmpStatement *
prepare_fact (AmpCaseWriter *writer, const char *name, GError **error)
{
  AmpStatement *statement = amp_sql_prepare (writer->sql, "REPLACE INTO facts VALUES (?, ?)", error);

  if (statement != NULL)
    amp_statement_bind_text (statement, 1, name);
  return statement;
}

gboolean
amp_case_writer_set_text (AmpCaseWriter *writer, const char *name, const char *text, GError **error)
{
  g_autoptr (AmpStatement) statement = NULL;

  g_return_val_if_fail (writer != NULL && name != NULL, FALSE);

  statement = prepare_fact (writer, name, error);
  if (statement == NULL)
    return FALSE;
  amp_statement_bind_text (statement, 2, text);
  return amp_statement_run (statement, error);
}

gboolean
amp_case_writer_set_number (AmpCaseWriter *writer, const char *name, gint64 number, GError **error)
{
  g_autoptr (AmpStatement) statement = NULL;

  g_return_val_if_fail (writer != NULL && name != NULL, FALSE);

  statement = prepare_fact (writer, name, error);
  if (statement == NULL)
    return FALSE;
  amp_statement_bind_integer (statement, 2, number);
  return amp_statement_run (statement, error);
}

gboolean
amp_case_writer_set_mandate (AmpCaseWriter *writer, const AmpMandate *mandate, GError **error)
{
  g_return_val_if_fail (writer != NULL && mandate != NULL, FALSE);

  return amp_case_writer_set_text (writer, "mandate-analyst", mandate->analyst, error) &&
         amp_case_writer_set_text (writer, "mandate-client", mandate->client, error) &&
         amp_case_writer_set_text (writer, "mandate-legal-basis", mandate->legal_basis, error) &&
         amp_case_writer_set_text (writer, "mandate-reference", mandate->reference, error);
}

static gboolean
write_source (AmpCaseWriter *writer, guint32 id, const AmpSourceFacts *source, GError **error)
{
  g_autoptr (AmpStatement) statement = amp_sql_prepare (writer->sql, "REPLACE INTO sources VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  amp_statement_bind_integer (statement, 1, id);
  amp_statement_bind_text (statement, 2, source->name != NULL ? source->name : "");
  amp_statement_bind_integer (statement, 3, source->bytes);
  amp_statement_bind_text (statement, 4, source->sha256);
  amp_statement_bind_text (statement, 5, source->format);
  amp_statement_bind_text (statement, 6, source->encoding);
  amp_statement_bind_text (statement, 7, source->delimiter);
  amp_statement_bind_text (statement, 8, source->quote);
  amp_statement_bind_text (statement, 9, source->line_end);
  amp_statement_bind_integer (statement, 10, source->has_header);
  amp_statement_bind_integer (statement, 11, source->preamble_lines);
  amp_statement_bind_integer (statement, 12, source->n_fields);
  amp_statement_bind_integer (statement, 13, source->lines);
  amp_statement_bind_integer (statement, 14, source->records);
  amp_statement_bind_integer (statement, 15, source->malformed);
  amp_statement_bind_integer (statement, 16, source->unplaced);
  amp_statement_bind_integer (statement, 17, source->skipped);
  return amp_statement_run (statement, error);
}

static gsize
count_field_bytes (const AmpSourceFacts *source)
{
  return (source->n_fields + 7) / 8;
}

gboolean
amp_case_writer_add_source (AmpCaseWriter *writer, const AmpSourceFacts *source, guint32 *id, GError **error)
{
  gsize field_bytes;

  g_return_val_if_fail (writer != NULL && source != NULL && id != NULL, FALSE);

  if (writer->field_bytes->len >= AMP_MAX_SOURCES || source->n_fields > AMP_MAX_FIELDS)
    {
      g_set_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_LIMIT, _ ("%s: a case holds at most %d sources of at most %d fields"), amp_sql_get_name (writer->sql), AMP_MAX_SOURCES, AMP_MAX_FIELDS);
      return FALSE;
    }
  field_bytes = count_field_bytes (source);
  *id = writer->field_bytes->len;
  g_array_append_val (writer->field_bytes, field_bytes);
  return write_source (writer, *id, source, error);
}

gboolean
amp_case_writer_update_source (AmpCaseWriter *writer, guint32 id, const AmpSourceFacts *source, GError **error)
{
  g_return_val_if_fail (writer != NULL && source != NULL, FALSE);
  g_return_val_if_fail (id < writer->field_bytes->len, FALSE);
  g_return_val_if_fail (count_field_bytes (source) == g_array_index (writer->field_bytes, gsize, id), FALSE);

  return write_source (writer, id, source, error);
}

static void
bind_counted (AmpStatement *statement, int parameter, gint64 number)
{
  if (number != AMP_NOT_COUNTED)
    amp_statement_bind_integer (statement, parameter, number);
}

static gboolean
write_distinct (AmpCaseWriter *writer, gint64 id, const AmpFieldFacts *field, GError **error)
{
  g_autoptr (AmpStatement) statement = NULL;

  if (field->distinct == AMP_NOT_COUNTED)
    return TRUE;
  statement = amp_sql_prepare (writer->sql, "INSERT INTO distinct_values VALUES (?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;
  amp_statement_bind_integer (statement, 1, id);
  amp_statement_bind_integer (statement, 2, field->distinct);
  amp_statement_bind_integer (statement, 3, field->distinct_is_sampled);
  return amp_statement_run (statement, error);
}

gboolean
amp_case_writer_add_field (AmpCaseWriter *writer, const AmpFieldFacts *field, GError **error)
{
  g_autoptr (AmpStatement) statement = NULL;
  g_autofree char *evidence = NULL;

  g_return_val_if_fail (writer != NULL && field != NULL && field->type < AMP_N_FIELD_TYPES, FALSE);
  g_return_val_if_fail (field->source < writer->field_bytes->len && field->position > 0, FALSE);

  statement = amp_sql_prepare (writer->sql, "INSERT INTO fields VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;
  evidence = field->evidence != NULL ? g_strjoinv ("\n", field->evidence) : NULL;
  amp_statement_bind_integer (statement, 1, writer->n_fields++);
  amp_statement_bind_integer (statement, 2, field->source);
  amp_statement_bind_integer (statement, 3, field->position);
  amp_statement_bind_text (statement, 4, field->header != NULL ? field->header : "");
  amp_statement_bind_text (statement, 5, amp_field_type_get_code (field->type));
  amp_statement_bind_double (statement, 6, field->confidence);
  if (field->valid >= 0)
    amp_statement_bind_double (statement, 7, field->valid);
  amp_statement_bind_text (statement, 8, field->shape);
  amp_statement_bind_text (statement, 9, evidence);
  amp_statement_bind_integer (statement, 10, field->filled);
  bind_counted (statement, 11, field->persons);
  bind_counted (statement, 12, field->sensitive_persons);
  return amp_statement_run (statement, error) && write_distinct (writer, writer->n_fields - 1, field, error);
}

gboolean
amp_case_writer_add_type (AmpCaseWriter *writer, AmpFieldType type, const AmpTypeTotal *total, GError **error)
{
  g_autoptr (AmpStatement) statement = NULL;

  g_return_val_if_fail (writer != NULL && total != NULL && type < AMP_N_FIELD_TYPES, FALSE);

  statement = amp_sql_prepare (writer->sql, "INSERT INTO types VALUES (?, ?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;
  amp_statement_bind_text (statement, 1, amp_field_type_get_code (type));
  amp_statement_bind_integer (statement, 2, total->records);
  amp_statement_bind_integer (statement, 3, total->persons);
  amp_statement_bind_integer (statement, 4, total->sensitive_persons);
  return amp_statement_run (statement, error);
}

gboolean
amp_case_writer_add_place (AmpCaseWriter *writer, const AmpPlaceCodes *codes, guint32 *id, GError **error)
{
  g_return_val_if_fail (writer != NULL && codes != NULL && id != NULL, FALSE);

  *id = amp_place_writer_add (writer->places, codes);
  return TRUE;
}

gboolean
amp_case_writer_append_records (AmpCaseWriter *writer, const AmpRecord *records, gsize n_records, GError **error)
{
  guint n_places;

  g_return_val_if_fail (writer != NULL && (records != NULL || n_records == 0), FALSE);

  n_places = amp_place_writer_get_n_places (writer->places);
  for (gsize i = 0; i < n_records; i++)
    {
      const AmpRecord *record = &records[i];

      g_return_val_if_fail (record->source < writer->field_bytes->len && record->place < n_places, FALSE);
      g_return_val_if_fail (record->quality < AMP_N_QUALITIES && record->age_band < AMP_N_AGE_BANDS && record->sex < AMP_N_SEXES, FALSE);
      if (!amp_record_writer_append (writer->records, record, g_array_index (writer->field_bytes, gsize, record->source), error))
        return FALSE;
    }
  return TRUE;
}

gboolean
amp_case_writer_append_record_persons (AmpCaseWriter *writer, const guint32 *persons, gsize n_persons, GError **error)
{
  g_return_val_if_fail (writer != NULL && (persons != NULL || n_persons == 0), FALSE);

  return amp_record_writer_append_late_persons (writer->records, persons, n_persons, error);
}

gboolean
amp_case_writer_add_malformed (AmpCaseWriter *writer, const AmpMalformed *malformed, GError **error)
{
  AmpStatement *insert;

  g_return_val_if_fail (writer != NULL && malformed != NULL, FALSE);
  g_return_val_if_fail (malformed->source < writer->field_bytes->len, FALSE);

  insert = writer->insert_malformed;
  amp_statement_bind_integer (insert, 1, writer->n_malformed++);
  amp_statement_bind_integer (insert, 2, malformed->source);
  amp_statement_bind_integer (insert, 3, malformed->ordinal);
  amp_statement_bind_integer (insert, 4, malformed->line);
  amp_statement_bind_text (insert, 5, malformed->reason);
  return amp_statement_run (insert, error);
}

static gboolean
add_cells (AmpCaseWriter *writer, const AmpCell *cells, gsize n_cells, gint64 *records, gint64 *persons)
{
  for (gsize i = 0; i < n_cells; i++)
    {
      g_return_val_if_fail (cells[i].place < amp_place_writer_get_n_places (writer->places) && cells[i].quality < AMP_N_QUALITIES, FALSE);
      g_return_val_if_fail (cells[i].age_band < AMP_N_AGE_BANDS && cells[i].sex < AMP_N_SEXES, FALSE);
      g_return_val_if_fail (cells[i].records >= 0 && cells[i].persons >= 0, FALSE);
      *records += cells[i].records;
      *persons += cells[i].persons;
    }
  return TRUE;
}

gboolean
amp_case_writer_write_cells (AmpCaseWriter *writer, const AmpCell *cells, gsize n_cells, GError **error)
{
  gint64 records = 0;
  gint64 persons = 0;

  g_return_val_if_fail (writer != NULL && (cells != NULL || n_cells == 0), FALSE);

  return add_cells (writer, cells, n_cells, &records, &persons) &&
         amp_record_writer_write_cells (writer->records, cells, n_cells, amp_place_writer_get_n_places (writer->places), error) &&
         amp_case_writer_set_number (writer, AMP_FACT_RECORDS, records, error) &&
         amp_case_writer_set_number (writer, AMP_FACT_PERSONS, persons, error);
}

gboolean
amp_case_writer_append_persons (AmpCaseWriter *writer, const guint32 *cells, gsize n_persons, GError **error)
{
  g_return_val_if_fail (writer != NULL && (cells != NULL || n_persons == 0), FALSE);

  for (gsize i = 0; i < n_persons; i++)
    if (!amp_record_writer_append_person (writer->records, cells[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
write_checksums (AmpCaseWriter *writer, GError **error)
{
  const char *const *tables = amp_schema_get_tables (AMP_SCHEMA_VERSION_NOW);

  for (guint i = 0; tables[i] != NULL; i++)
    if (!amp_schema_write_checksum (writer->sql, tables[i], error))
      return FALSE;
  return TRUE;
}

/* Statements hold the connection open: they go first. */
static void
free_statements (AmpCaseWriter *writer)
{
  g_clear_pointer (&writer->records, amp_record_writer_free);
  g_clear_pointer (&writer->insert_malformed, amp_statement_free);
}

static gboolean
complete (AmpCaseWriter *writer, GError **error)
{
  if (amp_sql_has_failed (writer->sql))
    {
      g_set_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_WRITE, "%s: %s", amp_sql_get_name (writer->sql), _ ("the case cannot be written"));
      return FALSE;
    }
  if (!amp_record_writer_flush (writer->records, error))
    return FALSE;
  g_return_val_if_fail (amp_record_writer_is_complete (writer->records), FALSE);
  if (!amp_place_writer_write (writer->places, writer->sql, error) ||
      !amp_record_writer_write_category_sets (writer->records, error) ||
      !amp_annotations_carry_over (writer->path, writer->sql, &writer->lock, error) ||
      !write_checksums (writer, error) ||
      !amp_sql_run (writer->sql, "COMMIT", error))
    return FALSE;
  free_statements (writer);
  return amp_sql_close (g_steal_pointer (&writer->sql), error);
}

gboolean
amp_case_writer_commit (AmpCaseWriter *writer, GError **error)
{
  g_autoptr (AmpCaseWriter) owned = writer;

  g_return_val_if_fail (writer != NULL, FALSE);

  return complete (writer, error) && amp_partial_file_commit (writer->file, error);
}

void
amp_case_writer_discard (AmpCaseWriter *writer)
{
  if (writer == NULL)
    return;
  free_statements (writer);
  amp_sql_free (writer->sql);
  amp_partial_file_free (writer->file);
  amp_place_writer_free (writer->places);
  g_array_unref (writer->field_bytes);
  if (writer->lock >= 0)
    close (writer->lock);
  g_free (writer->path);
  g_free (writer);
}
