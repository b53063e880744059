/* Blocks into records. Invariant: block ids count from 0 without gaps, so a
 * file cannot lead the reader in circles. */
#include "amp-record-reader.h"

#include "amp-case-file-private.h"

struct _AmpRecordReader
{
  AmpCaseFile  *file;
  AmpStatement *select;
  AmpRecord    *records;
  guint         n_records;
  guint         next;
  gint64        next_block;
  gboolean      is_sound;
  gboolean      is_over; /* at the end, or after a failure */
};

AmpRecordReader *
amp_record_reader_new (AmpCaseFile *file, GError **error)
{
  g_autoptr (AmpRecordReader) reader = NULL;

  g_return_val_if_fail (file != NULL, NULL);

  reader = g_new0 (AmpRecordReader, 1);
  reader->file = amp_case_file_ref (file);
  reader->records = g_new (AmpRecord, AMP_RECORDS_PER_BLOCK);
  reader->select = amp_sql_prepare (file->sql,
                                    "SELECT id, source, records, b.checksum, p.checksum, ordinals, lines, places, category_sets, profiles, fields, persons "
                                    "FROM blocks b LEFT JOIN block_persons p USING (id) ORDER BY id",
                                    error);
  if (reader->select == NULL)
    return NULL;
  return g_steal_pointer (&reader);
}

void
amp_record_reader_free (AmpRecordReader *reader)
{
  if (reader == NULL)
    return;
  amp_statement_free (reader->select);
  g_free (reader->records);
  amp_case_file_unref (reader->file);
  g_free (reader);
}

static gboolean
unpack_row (AmpRecordReader *reader)
{
  AmpCaseFile   *file = reader->file;
  AmpStatement  *select = reader->select;
  gint64         source = amp_statement_get_integer (select, 1);
  gint64         n_records = amp_statement_get_integer (select, 2);
  AmpBlockLimits limits = { .n_places = file->places->len, .n_category_sets = file->category_sets->len };
  AmpBytes       columns[AMP_N_BLOCK_COLUMNS];

  if (amp_statement_get_integer (select, 0) != reader->next_block ||
      source < 0 || source >= file->sources->len || n_records < 1 || n_records > AMP_RECORDS_PER_BLOCK)
    return FALSE;
  limits.source = (guint32) source;
  limits.field_bytes = amp_case_file_get_field_bytes (file, limits.source);
  limits.category_sets = (const guint32 *) file->category_sets->data;
  for (guint i = 0; i < AMP_N_BLOCK_COLUMNS; i++)
    columns[i].bytes = amp_statement_get_bytes (select, 5 + (int) i, &columns[i].length);
  reader->is_sound = amp_block_compute_checksum (columns, AMP_BLOCK_PERSONS) == amp_statement_get_integer (select, 3) &&
                     amp_block_compute_checksum (&columns[AMP_BLOCK_PERSONS], 1) == amp_statement_get_integer (select, 4);
  reader->n_records = (guint) n_records;
  reader->next_block++;
  return amp_block_unpack (columns, reader->n_records, &limits, reader->records);
}

const AmpRecord *
amp_record_reader_next_block (AmpRecordReader *reader, guint *n_records, GCancellable *cancellable, GError **error)
{
  AmpStep step;

  g_return_val_if_fail (reader != NULL && n_records != NULL, NULL);

  *n_records = 0;
  if (reader->is_over)
    return NULL;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  step = amp_statement_step (reader->select, error);
  reader->is_over = step != AMP_STEP_ROW || !unpack_row (reader);
  if (step != AMP_STEP_ROW)
    return NULL;
  if (reader->is_over)
    {
      amp_case_file_set_damaged (reader->file, error);
      return NULL;
    }
  *n_records = reader->n_records;
  return reader->records;
}

const AmpRecord *
amp_record_reader_next (AmpRecordReader *reader, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (reader != NULL, NULL);

  if (reader->next == reader->n_records)
    {
      reader->next = 0;
      if (amp_record_reader_next_block (reader, &reader->n_records, cancellable, error) == NULL)
        return NULL;
    }
  return &reader->records[reader->next++];
}

gboolean
amp_record_reader_is_sound (AmpRecordReader *reader)
{
  g_return_val_if_fail (reader != NULL, FALSE);

  return reader->is_sound;
}
