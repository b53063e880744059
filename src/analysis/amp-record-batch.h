/* A batch: the facts of the records of one block, in the order of the source.
 *
 * What the threads of the pipeline hand over. It holds codes and pseudonyms,
 * never a value. */
#pragma once

#include "amp-record-coder.h"
#include "amp-value-sketch.h"

G_BEGIN_DECLS

/**
 * AmpSetAside:
 * @line: physical line where the row starts, relative to its parser
 * @fault: why it is no record
 *
 * A malformed row without a single filled value.
 */
typedef struct
{
  gint64      line;
  AmpRowFault fault;
} AmpSetAside;

/**
 * AmpRecordBatch:
 * @n_records: how many
 * @lines_before: physical lines of the source before the first one of the parser
 *   that filled this batch: what lines are relative to
 * @skipped: rows that are no records: header and its repeats, preamble, footer, empty
 *   rows
 * @n_fields: columns
 * @filled: (array length=n_fields): for each column, the records that fill it
 * @bitmap_size: bytes of a bitmap
 * @bitmaps: the filled columns of each record, @bitmap_size bytes each
 * @set_aside: (element-type AmpSetAside): rows that are no records, yet malformed
 * @values: what its records add to the sketch of the source's values
 *
 * The facts are read with amp_record_batch_get(); the other fields are its own.
 */
typedef struct
{
  guint    n_records;
  gint64   lines_before;
  gint64   skipped;
  guint    n_fields;
  guint32 *filled;
  guint    bitmap_size;
  guint8  *bitmaps;
  GArray  *set_aside;

  AmpValueFinds *values;

  /*< private >*/
  AmpRecordFacts *facts;
  guint           records_size;
} AmpRecordBatch;

/**
 * amp_record_batch_new:
 * @plan: of the source
 * @values: the sketch of the source's values; outlives the batch
 *
 * Returns: (transfer full): an empty batch
 */
AmpRecordBatch *amp_record_batch_new (const AmpRecordPlan *plan, const AmpValueSketch *values);

/**
 * amp_record_batch_free:
 *
 * Wipes the pseudonyms before giving them back.
 */
void amp_record_batch_free (AmpRecordBatch *batch);

/**
 * amp_record_batch_reset:
 *
 * Makes the batch empty; its memory is used again.
 */
void amp_record_batch_reset (AmpRecordBatch *batch);

/**
 * amp_record_batch_add_row:
 * @coder: of the calling thread
 * @row: the next row of the source, of any kind
 */
void amp_record_batch_add_row (AmpRecordBatch *batch, AmpRecordCoder *coder, const AmpRow *row);

/**
 * amp_record_batch_get:
 * @index: of a record, from 0
 *
 * Returns: (transfer none): its facts
 */
static inline const AmpRecordFacts *
amp_record_batch_get (const AmpRecordBatch *batch, guint index)
{
  return &batch->facts[index];
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpRecordBatch, amp_record_batch_free)

G_END_DECLS
