/* Records into blocks. Invariant: block N of "blocks" and row N of
 * "block_persons" hold the same records; ids count from 0 without gaps. */
#include "amp-record-writer.h"

#include "amp-cell-block.h"
#include "amp-cell-packer.h"
#include "amp-varint.h"

/* A block whose persons will be told at the end. */
typedef struct
{
  gint64 id;
  guint  n_records;
} LateBlock;

struct _AmpRecordWriter
{
  AmpStatement   *insert_block;
  AmpStatement   *insert_persons;
  AmpStatement   *insert_person_block;
  AmpBlockPacker *packer;
  guint32         source;
  gsize           field_bytes;
  gint64          n_blocks;
  GArray         *late_blocks; /* LateBlock */
  guint           n_late_done;
  guint32         late_persons[AMP_RECORDS_PER_BLOCK];
  guint           n_late_persons;
  guint32        *cell_numbers; /* where each cell went */
  guint8         *person_cells;
  gsize           person_cell_bytes;
  guint           n_person_cells;
  gint64          n_person_blocks;
  GHashTable     *numbers; /* set of categories + 1 → number + 1, as pointers */
  GArray         *sets;
  AmpCategorySet  last_set;
  guint32         last_number;
  /* Borrowed */
  AmpSql *sql;
};

AmpRecordWriter *
amp_record_writer_new (AmpSql *sql, GError **error)
{
  g_autoptr (AmpRecordWriter) writer = g_new0 (AmpRecordWriter, 1);

  writer->sql = sql;
  writer->packer = amp_block_packer_new ();
  writer->person_cells = g_malloc (AMP_RECORDS_PER_BLOCK * AMP_VARINT_MAX_BYTES);
  writer->late_blocks = g_array_new (FALSE, FALSE, sizeof (LateBlock));
  writer->numbers = g_hash_table_new (NULL, NULL);
  writer->sets = g_array_new (FALSE, FALSE, sizeof (AmpCategorySet));
  writer->last_number = G_MAXUINT32;
  writer->insert_block = amp_sql_prepare (sql, "INSERT INTO blocks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", error);
  if (writer->insert_block == NULL)
    return NULL;
  writer->insert_persons = amp_sql_prepare (sql, "INSERT INTO block_persons VALUES (?, ?, ?)", error);
  if (writer->insert_persons == NULL)
    return NULL;
  writer->insert_person_block = amp_sql_prepare (sql, "INSERT INTO person_blocks VALUES (?, ?, ?, ?)", error);
  if (writer->insert_person_block == NULL)
    return NULL;
  return g_steal_pointer (&writer);
}

void
amp_record_writer_free (AmpRecordWriter *writer)
{
  if (writer == NULL)
    return;
  amp_statement_free (writer->insert_block);
  amp_statement_free (writer->insert_persons);
  amp_statement_free (writer->insert_person_block);
  amp_block_packer_free (writer->packer);
  g_free (writer->cell_numbers);
  g_free (writer->person_cells);
  g_array_unref (writer->late_blocks);
  g_hash_table_unref (writer->numbers);
  g_array_unref (writer->sets);
  g_free (writer);
}

static gboolean
write_persons (AmpStatement *statement, gint64 id, AmpBytes persons, GError **error)
{
  amp_statement_bind_integer (statement, 1, id);
  amp_statement_bind_integer (statement, 2, amp_block_compute_checksum (&persons, 1));
  amp_statement_bind_bytes (statement, 3, persons.bytes, persons.length);
  return amp_statement_run (statement, error);
}

/* Records without a person have no column of them yet. */
static gboolean
write_or_await_persons (AmpRecordWriter *writer, AmpBytes persons, GError **error)
{
  LateBlock block = { writer->n_blocks++, amp_block_packer_get_n_records (writer->packer) };

  if (persons.length > 0)
    return write_persons (writer->insert_persons, block.id, persons, error);
  g_array_append_val (writer->late_blocks, block);
  return TRUE;
}

static gboolean
write_block (AmpRecordWriter *writer, GError **error)
{
  AmpStatement *insert = writer->insert_block;
  AmpBytes      columns[AMP_N_BLOCK_COLUMNS];

  for (guint i = 0; i < AMP_N_BLOCK_COLUMNS; i++)
    columns[i] = amp_block_packer_get_column (writer->packer, i);
  amp_statement_bind_integer (insert, 1, writer->n_blocks);
  amp_statement_bind_integer (insert, 2, writer->source);
  amp_statement_bind_integer (insert, 3, amp_block_packer_get_n_records (writer->packer));
  amp_statement_bind_integer (insert, 4, amp_block_compute_checksum (columns, AMP_BLOCK_PERSONS));
  for (guint i = 0; i < AMP_BLOCK_PERSONS; i++)
    amp_statement_bind_bytes (insert, 5 + i, columns[i].bytes, columns[i].length);
  return amp_statement_run (insert, error) && write_or_await_persons (writer, columns[AMP_BLOCK_PERSONS], error);
}

static gboolean
flush_records (AmpRecordWriter *writer, GError **error)
{
  gboolean is_written = amp_block_packer_get_n_records (writer->packer) == 0 || write_block (writer, error);

  amp_block_packer_begin (writer->packer, writer->field_bytes);
  return is_written;
}

gboolean
amp_record_writer_append (AmpRecordWriter *writer, const AmpRecord *record, gsize field_bytes, GError **error)
{
  guint n_records = amp_block_packer_get_n_records (writer->packer);

  if (n_records == AMP_RECORDS_PER_BLOCK || (n_records > 0 && record->source != writer->source))
    {
      if (!flush_records (writer, error))
        return FALSE;
      n_records = 0;
    }
  if (n_records == 0)
    {
      writer->source = record->source;
      writer->field_bytes = field_bytes;
      amp_block_packer_begin (writer->packer, field_bytes);
    }
  amp_block_packer_add (writer->packer, record, amp_record_writer_intern (writer, record->categories));
  return TRUE;
}

static gboolean
write_cell_block (AmpStatement *insert, gint64 id, const AmpCellBlock *block, GError **error)
{
  amp_statement_bind_integer (insert, 1, id);
  amp_statement_bind_integer (insert, 2, block->n_kinds);
  amp_statement_bind_integer (insert, 3, block->n_cells);
  for (guint i = 0; i < AMP_N_CELL_COLUMNS; i++)
    amp_statement_bind_bytes (insert, 4 + (int) i, block->columns[i].bytes, block->columns[i].length);
  return amp_statement_run (insert, error);
}

static gboolean
write_cell_blocks (AmpRecordWriter *writer, const AmpPackedCells *cells, GError **error)
{
  g_autoptr (AmpStatement) insert = amp_sql_prepare (writer->sql, "INSERT INTO cell_blocks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", error);
  g_auto (AmpCellBlock) block = { 0 };

  for (gint64 id = 0; insert != NULL && amp_cell_block_next (&block, cells); id++)
    if (!write_cell_block (insert, id, &block, error))
      return FALSE;
  return insert != NULL;
}

gboolean
amp_record_writer_write_cells (AmpRecordWriter *writer, const AmpCell *cells, gsize n_cells, guint32 n_places, GError **error)
{
  g_autofree guint32 *sets = g_new (guint32, n_cells + 1);
  g_autoptr (AmpPackedCells) packed = NULL;

  g_return_val_if_fail (n_cells < G_MAXUINT32 && writer->cell_numbers == NULL, FALSE);

  for (gsize i = 0; i < n_cells; i++)
    sets[i] = amp_record_writer_intern (writer, cells[i].categories);
  packed = amp_cell_packer_pack (cells, sets, (guint32) n_cells, n_places, &writer->cell_numbers);
  g_return_val_if_fail (packed != NULL, FALSE);
  return write_cell_blocks (writer, packed, error);
}

static gboolean
flush_persons (AmpRecordWriter *writer, GError **error)
{
  AmpStatement *insert = writer->insert_person_block;
  AmpBytes      cells = { writer->person_cells, writer->person_cell_bytes };

  if (writer->n_person_cells == 0)
    return TRUE;
  amp_statement_bind_integer (insert, 1, writer->n_person_blocks++);
  amp_statement_bind_integer (insert, 2, writer->n_person_cells);
  amp_statement_bind_integer (insert, 3, amp_block_compute_checksum (&cells, 1));
  amp_statement_bind_bytes (insert, 4, cells.bytes, cells.length);
  writer->n_person_cells = 0;
  writer->person_cell_bytes = 0;
  return amp_statement_run (insert, error);
}

gboolean
amp_record_writer_append_person (AmpRecordWriter *writer, guint32 cell, GError **error)
{
  guint8 *place = writer->person_cells + writer->person_cell_bytes;

  g_return_val_if_fail (writer->cell_numbers != NULL, FALSE);

  writer->person_cell_bytes = amp_varint_write (place, writer->cell_numbers[cell]) - writer->person_cells;
  if (++writer->n_person_cells < AMP_RECORDS_PER_BLOCK)
    return TRUE;
  return flush_persons (writer, error);
}

gboolean
amp_record_writer_flush (AmpRecordWriter *writer, GError **error)
{
  return flush_records (writer, error) && flush_persons (writer, error);
}

static gboolean
write_late_persons (AmpRecordWriter *writer, GError **error)
{
  const LateBlock *block = &g_array_index (writer->late_blocks, LateBlock, writer->n_late_done);
  guint8           bytes[AMP_RECORDS_PER_BLOCK * AMP_VARINT_MAX_BYTES];
  AmpBytes         packed = { bytes, 0 };

  if (writer->n_late_persons < block->n_records)
    return TRUE;
  packed.length = amp_block_pack_persons (writer->late_persons, block->n_records, bytes);
  writer->n_late_persons = 0;
  writer->n_late_done++;
  return write_persons (writer->insert_persons, block->id, packed, error);
}

gboolean
amp_record_writer_append_late_persons (AmpRecordWriter *writer, const guint32 *persons, gsize n_persons, GError **error)
{
  if (!flush_records (writer, error))
    return FALSE;
  for (gsize i = 0; i < n_persons; i++)
    {
      g_return_val_if_fail (writer->n_late_done < writer->late_blocks->len && persons[i] > 0, FALSE);
      writer->late_persons[writer->n_late_persons++] = persons[i];
      if (!write_late_persons (writer, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
amp_record_writer_is_complete (const AmpRecordWriter *writer)
{
  return writer->n_late_done == writer->late_blocks->len;
}

static guint32
intern_new (AmpRecordWriter *writer, AmpCategorySet categories)
{
  g_array_append_val (writer->sets, categories);
  g_hash_table_insert (writer->numbers, GUINT_TO_POINTER (categories), GUINT_TO_POINTER (writer->sets->len));
  return writer->sets->len - 1;
}

guint32
amp_record_writer_intern (AmpRecordWriter *writer, AmpCategorySet categories)
{
  guint32 number;

  if (categories == writer->last_set && writer->last_number != G_MAXUINT32)
    return writer->last_number;
  number = GPOINTER_TO_UINT (g_hash_table_lookup (writer->numbers, GUINT_TO_POINTER (categories)));
  writer->last_number = number != 0 ? number - 1 : intern_new (writer, categories);
  writer->last_set = categories;
  return writer->last_number;
}

gboolean
amp_record_writer_write_category_sets (AmpRecordWriter *writer, GError **error)
{
  g_autoptr (AmpStatement) insert = amp_sql_prepare (writer->sql, "INSERT INTO category_sets VALUES (?, ?)", error);

  if (insert == NULL)
    return FALSE;
  for (guint i = 0; i < writer->sets->len; i++)
    {
      g_autofree char *code = amp_combination_to_code (g_array_index (writer->sets, AmpCategorySet, i));

      amp_statement_bind_integer (insert, 1, i);
      amp_statement_bind_text (insert, 2, code);
      if (!amp_statement_run (insert, error))
        return FALSE;
    }
  return TRUE;
}
