/* The blocks of a case that is being built: records, cells and persons, packed
 * 4096 at a time. Internal to the store; belongs to the case writer, which knows
 * sources, places and cells. */
#pragma once

#include "amp-record-block.h"
#include "amp-sql.h"

G_BEGIN_DECLS

/**
 * AmpRecordWriter:
 *
 * What packs records into rows of blocks.
 */
typedef struct _AmpRecordWriter AmpRecordWriter;

/**
 * amp_record_writer_new:
 * @sql: a connection to the case, which must outlive the writer
 *
 * Returns: (transfer full) (nullable): a writer, %NULL with @error set.
 */
AmpRecordWriter *amp_record_writer_new (AmpSql *sql, GError **error);

/**
 * amp_record_writer_free:
 * @writer: (transfer full) (nullable): a writer
 *
 * Frees @writer; records that were not flushed are lost.
 */
void amp_record_writer_free (AmpRecordWriter *writer);

/**
 * amp_record_writer_append:
 * @writer: a writer
 * @record: a record whose references are valid; its person may be 0, to be told
 *   later for it and for all records of its block
 * @field_bytes: bytes of its bitmap of filled fields
 *
 * Returns: whether that went well.
 */
gboolean amp_record_writer_append (AmpRecordWriter *writer, const AmpRecord *record, gsize field_bytes, GError **error);

/**
 * amp_record_writer_write_cells:
 * @writer: a writer
 * @cells: (array length=n_cells): all cells, valid ones
 * @n_cells: how many
 * @n_places: how many places there are
 *
 * Writes the cells, put together by kind.
 *
 * Returns: whether that went well.
 */
gboolean amp_record_writer_write_cells (AmpRecordWriter *writer, const AmpCell *cells, gsize n_cells, guint32 n_places, GError **error);

/**
 * amp_record_writer_append_person:
 * @writer: a writer
 * @cell: index of the cell of the next person, among those that were written
 *
 * Returns: whether that went well.
 */
gboolean amp_record_writer_append_person (AmpRecordWriter *writer, guint32 cell, GError **error);

/**
 * amp_record_writer_flush:
 * @writer: a writer
 *
 * Writes what is packed so far as blocks of their own.
 *
 * Returns: whether that went well.
 */
gboolean amp_record_writer_flush (AmpRecordWriter *writer, GError **error);

/**
 * amp_record_writer_append_late_persons:
 * @writer: a writer
 * @persons: (array length=n_persons): the persons of the next records that were
 *   appended without, from the first on
 * @n_persons: how many
 *
 * Ends the block of records that is under way.
 *
 * Returns: whether that went well.
 */
gboolean amp_record_writer_append_late_persons (AmpRecordWriter *writer, const guint32 *persons, gsize n_persons, GError **error);

/**
 * amp_record_writer_is_complete:
 * @writer: a writer that was flushed
 *
 * Returns: whether every record has its person.
 */
gboolean amp_record_writer_is_complete (const AmpRecordWriter *writer);

/**
 * amp_record_writer_intern:
 * @writer: a writer
 * @categories: a set of categories
 *
 * Returns: the number of @categories in this case, a new one if need be.
 */
guint32 amp_record_writer_intern (AmpRecordWriter *writer, AmpCategorySet categories);

/**
 * amp_record_writer_write_category_sets:
 * @writer: a writer
 *
 * Writes the sets that have a number, once, at the end.
 *
 * Returns: whether that went well.
 */
gboolean amp_record_writer_write_category_sets (AmpRecordWriter *writer, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpRecordWriter, amp_record_writer_free)

G_END_DECLS
