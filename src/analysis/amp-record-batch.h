/* A batch: the facts of the records of one block, in the order of the source.
 *
 * What the threads of the pipeline hand over. It holds codes and pseudonyms,
 * never a value. */
#pragma once

#include "amp-record-coder.h"

G_BEGIN_DECLS

/**
 * AmpSetAside:
 * @line: physical line where the row starts
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
 * @facts: (element-type AmpRecordFacts): one for each record
 * @bitmaps: the filled columns of each record, @bitmap_size bytes each
 * @set_aside: (element-type AmpSetAside): rows that are no records, yet malformed
 * @bitmap_size: bytes of a bitmap
 * @skipped: rows that are no records: header and its repeats, preamble, empty rows
 */
typedef struct
{
  GArray     *facts;
  GByteArray *bitmaps;
  GArray     *set_aside;
  guint       bitmap_size;
  gint64      skipped;
} AmpRecordBatch;

AmpRecordBatch *amp_record_batch_new (guint bitmap_size);

/**
 * amp_record_batch_free:
 *
 * Wipes the pseudonyms before giving them back.
 */
void amp_record_batch_free (AmpRecordBatch *batch);

/**
 * amp_record_batch_add_row:
 * @coder: of the calling thread
 * @row: the next row of the source, of any kind
 */
void amp_record_batch_add_row (AmpRecordBatch *batch, AmpRecordCoder *coder, const AmpRow *row);

/**
 * amp_record_batch_shift_lines:
 * @lines: physical lines of the source before the first one of the parser that
 *   filled this batch
 *
 * Turns line numbers relative to a parser into those of the source.
 */
void amp_record_batch_shift_lines (AmpRecordBatch *batch, gint64 lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpRecordBatch, amp_record_batch_free)

G_END_DECLS
