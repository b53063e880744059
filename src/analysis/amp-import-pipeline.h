/* The import pipeline: the bytes of one source to batches of records, on several
 * threads.
 *
 * Owns the threads. Blocks are read and hashed here, parsed and recognised by
 * workers, and handed over here again in the order of the file. Each worker
 * starts at a guessed row start; a guess is believed only when the parser before
 * it ended at the start of a row, otherwise that parser reads the block again.
 * So the batches do not depend on the number of threads or the size of the
 * blocks. (The idea is Ge, Li, Eilebrecht, Chandramouli and Kossmann,
 * "Speculative Distributed CSV Data Parsing for Big Data Analytics", SIGMOD 2019.) */
#pragma once

#include <gio/gio.h>

#include "amp-record-batch.h"

G_BEGIN_DECLS

/**
 * AmpImportPipeline:
 * @file: the source, from its start; hashed on the way
 * @dialect: how its rows are written
 * @headers: (array zero-terminated=1): its headers, to know repeats of them
 * @plan: which column plays which part
 * @gazetteer: for the place resolvers
 * @topics: for free text
 * @key: for pseudonyms
 * @values: keyed and filled by the run: the sketch of the source's values
 * @as_of: the day at which ages are computed
 * @n_threads: workers; 0 for one a processor
 * @block_size: bytes of a block; 0 for the default
 *
 * What a run needs; everything is borrowed.
 */
typedef struct
{
  AmpDumpFile           *file;
  const AmpDialect      *dialect;
  const char *const     *headers;
  const AmpRecordPlan   *plan;
  AmpGazetteer          *gazetteer;
  const AmpTopicScanner *topics;
  const AmpPseudonymKey *key;
  AmpValueSketch        *values;
  AmpDate                as_of;
  guint                  n_threads;
  gsize                  block_size;
} AmpImportPipeline;

/**
 * AmpBatchFunc:
 * @batch: (transfer none): the next records of the source
 * @bytes: bytes of the source that are done
 * @error: where to say why the import cannot go on
 *
 * Called in the order of the source, from the thread that runs the pipeline.
 *
 * Returns: whether to go on
 */
typedef gboolean (*AmpBatchFunc) (const AmpRecordBatch *batch, gint64 bytes, gpointer data, GError **error);

/**
 * amp_import_pipeline_run:
 * @pipeline: what to read, and how
 * @func: (scope call): takes the batches
 * @data: for @func
 * @lines: (out): physical lines of the source
 * @cancellable: (nullable): stops between two blocks
 * @error: an error of the dump layer, of @func, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the whole source was read
 */
gboolean amp_import_pipeline_run (const AmpImportPipeline *pipeline,
                                  AmpBatchFunc             func,
                                  gpointer                 data,
                                  gint64                  *lines,
                                  GCancellable            *cancellable,
                                  GError                 **error);

G_END_DECLS
