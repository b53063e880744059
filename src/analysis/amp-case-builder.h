/* The case builder: batches of records in, a case file out.
 *
 * Owns the writer, the persons and the profiles of one import. Batches come in
 * the order of the dump; nothing here depends on how they were made. Until it
 * has finished, no case exists; freed earlier, it leaves no trace. */
#pragma once

#include "amp-import.h"
#include "amp-record-batch.h"

G_BEGIN_DECLS

typedef struct _AmpCaseBuilder AmpCaseBuilder;

/**
 * amp_case_builder_new:
 * @options: where to and under which mandate
 * @gazetteer: that the records' places are resolved with
 * @error: an error of the store
 *
 * Returns: (transfer full) (nullable): a builder with an empty case
 */
AmpCaseBuilder *amp_case_builder_new (const AmpImportOptions *options,
                                      AmpGazetteer           *gazetteer,
                                      GError                **error);

void amp_case_builder_free (AmpCaseBuilder *self);

/**
 * amp_case_builder_begin_source:
 * @source: (transfer none): the next source of the dump
 */
gboolean amp_case_builder_begin_source (AmpCaseBuilder *self, AmpSource *source, GError **error);

/**
 * amp_case_builder_add_batch:
 * @batch: the next records of the source
 * @error: an error of the store, or %AMP_ANALYSIS_ERROR_TOO_MANY
 */
gboolean amp_case_builder_add_batch (AmpCaseBuilder *self, const AmpRecordBatch *batch, GError **error);

/**
 * amp_case_builder_end_source:
 * @sha256: of the whole file, in hexadecimal
 * @bytes: its size
 * @lines: its physical lines
 * @values: the sketch of its values
 */
gboolean amp_case_builder_end_source (AmpCaseBuilder *self, const char *sha256, gint64 bytes, gint64 lines, const AmpValueSketch *values, GError **error);

/**
 * amp_case_builder_set_place_basis:
 * @codes: the bases that the records were placed by, with commas between
 */
gboolean amp_case_builder_set_place_basis (AmpCaseBuilder *self, const char *codes, GError **error);

/**
 * amp_case_builder_get_records:
 *
 * Returns: records added so far
 */
gint64 amp_case_builder_get_records (AmpCaseBuilder *self);

/**
 * amp_case_builder_finish:
 * @result: (out): the totals; times and memory are left alone
 *
 * Tells the persons apart, writes the cells and puts the case in its place.
 *
 * Returns: whether the case file is there, whole and on the disk
 */
gboolean amp_case_builder_finish (AmpCaseBuilder *self, AmpImportResult *result, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpCaseBuilder, amp_case_builder_free)

G_END_DECLS
