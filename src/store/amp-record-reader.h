/* The records of a case one after the other, unpacked block by block; and,
 * within the store, whole blocks. Must not know what is counted. */
#pragma once

#include "amp-case-file.h"

G_BEGIN_DECLS

/**
 * AmpRecordReader:
 *
 * A walk over the records of a case. For one thread at a time, like all that
 * reads the file.
 */
typedef struct _AmpRecordReader AmpRecordReader;

/**
 * amp_record_reader_new:
 * @file: a case
 *
 * Returns: (transfer full) (nullable): a reader before the first record;
 *   %NULL with @error set.
 */
AmpRecordReader *amp_record_reader_new (AmpCaseFile *file, GError **error);

/**
 * amp_record_reader_free:
 * @reader: (transfer full) (nullable): a reader
 *
 * Frees @reader.
 */
void amp_record_reader_free (AmpRecordReader *reader);

/**
 * amp_record_reader_next:
 * @reader: a reader
 * @cancellable: (nullable): what stops it
 *
 * Returns: (transfer none) (nullable): the next record, in the order in which
 *   they were appended, valid until the next call; %NULL at the end, or with
 *   @error set.
 */
const AmpRecord *amp_record_reader_next (AmpRecordReader *reader, GCancellable *cancellable, GError **error);

/**
 * amp_record_reader_next_block:
 * @reader: a reader
 * @n_records: (out): where to put how many records follow
 * @cancellable: (nullable): what stops it
 *
 * Returns: (transfer none) (array length=n_records) (nullable): the records of
 *   the next block, all of one source, valid until the next call; %NULL at the
 *   end, or with @error set.
 */
const AmpRecord *amp_record_reader_next_block (AmpRecordReader *reader, guint *n_records, GCancellable *cancellable, GError **error);

/**
 * amp_record_reader_is_sound:
 * @reader: a reader that has returned a block
 *
 * Returns: whether the checksums of that block are right.
 */
gboolean amp_record_reader_is_sound (AmpRecordReader *reader);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpRecordReader, amp_record_reader_free)

G_END_DECLS
