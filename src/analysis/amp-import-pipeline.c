/* Reads ahead, lets workers parse, and takes their batches in order. */
#include "amp-import-pipeline.h"

#include "amp-block-reader.h"

/* Two cores parse as fast as a third could be fed; beyond eight, the thread that
 * takes the batches is the limit. */
#define MAX_THREADS 8

/* Blocks under way beyond one a worker, so that none waits for the disk. */
#define BLOCKS_AHEAD 2

/* Of the first block, so many bytes key the sketch of values: a few hundred records. */
#define VALUE_KEY_BYTES (64 * 1024)

/* One block on its way. The worker owns it from the queue until `is_done`. */
typedef struct
{
  AmpBlock       *block;
  AmpRowParser   *parser;
  AmpRecordBatch *batch;
  gboolean        is_done; /* under the run's mutex */
} Job;

typedef struct
{
  const AmpImportPipeline *pipeline;
  AmpBatchFunc             func;
  gpointer                 data;

  GAsyncQueue *todo;    /* Job, or the run itself to tell a worker to stop */
  GPtrArray   *workers; /* GThread */
  GQueue       pending; /* Job, in the order of the file */
  GPtrArray   *spare;   /* AmpRecordBatch, empty */
  GMutex       mutex;
  GCond        done;

  AmpRecordCoder *coder;        /* for blocks that are read again; NULL before the first */
  AmpRowParser   *current;      /* the parser whose state is known to be right */
  gint64          lines_before; /* physical lines before `current` started */
  gint64          bytes;
} Run;

typedef struct
{
  AmpRecordCoder *coder;
  AmpRecordBatch *batch;
} Collector;

static void
job_free (Job *job)
{
  g_clear_pointer (&job->block, amp_block_free);
  g_clear_pointer (&job->parser, amp_row_parser_free);
  g_clear_pointer (&job->batch, amp_record_batch_free);
  g_free (job);
}

static AmpRecordCoder *
new_coder (const AmpImportPipeline *pipeline)
{
  return amp_record_coder_new (pipeline->plan, pipeline->gazetteer, pipeline->topics, pipeline->key, pipeline->as_of);
}

static void
on_row (const AmpRow *row, gpointer data)
{
  Collector *collector = data;

  amp_record_batch_add_row (collector->batch, collector->coder, row);
}

static void
parse_block (AmpRowParser *parser, const AmpBlock *block, AmpRecordCoder *coder, AmpRecordBatch *batch)
{
  Collector collector = { coder, batch };

  amp_row_parser_feed (parser, block->bytes, block->length, on_row, &collector);
  if (block->is_last)
    amp_row_parser_finish (parser, on_row, &collector);
}

static gpointer
work (gpointer data)
{
  Run *run = data;
  g_autoptr (AmpRecordCoder) coder = new_coder (run->pipeline);
  gpointer next;

  while ((next = g_async_queue_pop (run->todo)) != run)
    {
      Job *job = next;

      parse_block (job->parser, job->block, coder, job->batch);
      g_mutex_lock (&run->mutex);
      job->is_done = TRUE;
      g_cond_signal (&run->done);
      g_mutex_unlock (&run->mutex);
    }
  return NULL;
}

static void
start_workers (Run *run)
{
  guint n = run->pipeline->n_threads;

  if (n == 0)
    n = MIN (g_get_num_processors (), MAX_THREADS);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (run->workers, g_thread_new ("amp-import", work, run));
}

static void
stop_workers (Run *run)
{
  for (guint i = 0; i < run->workers->len; i++)
    g_async_queue_push_front (run->todo, run);
  for (guint i = 0; i < run->workers->len; i++)
    g_thread_join (g_ptr_array_index (run->workers, i));
}

static void
run_init (Run *run, const AmpImportPipeline *pipeline, AmpBatchFunc func, gpointer data)
{
  memset (run, 0, sizeof *run);
  run->pipeline = pipeline;
  run->func = func;
  run->data = data;
  run->todo = g_async_queue_new ();
  run->workers = g_ptr_array_new ();
  run->spare = g_ptr_array_new_with_free_func ((GDestroyNotify) amp_record_batch_free);
  g_queue_init (&run->pending);
  g_mutex_init (&run->mutex);
  g_cond_init (&run->done);
}

static void
run_clear (Run *run)
{
  stop_workers (run);
  g_queue_clear_full (&run->pending, (GDestroyNotify) job_free);
  g_clear_pointer (&run->workers, g_ptr_array_unref);
  g_clear_pointer (&run->todo, g_async_queue_unref);
  g_clear_pointer (&run->spare, g_ptr_array_unref);
  g_clear_pointer (&run->coder, amp_record_coder_free);
  g_clear_pointer (&run->current, amp_row_parser_free);
  g_mutex_clear (&run->mutex);
  g_cond_clear (&run->done);
}

/* A batch that was taken leaves memory of the right size for the next. */
static AmpRecordBatch *
find_batch (Run *run)
{
  if (run->spare->len == 0)
    return amp_record_batch_new (run->pipeline->plan, run->pipeline->values);
  return g_ptr_array_steal_index_fast (run->spare, run->spare->len - 1);
}

static void
keep_batch (Run *run, AmpRecordBatch *batch)
{
  amp_record_batch_reset (batch);
  g_ptr_array_add (run->spare, batch);
}

static void
send_block (Run *run, AmpBlock *block)
{
  const AmpImportPipeline *pipeline = run->pipeline;
  Job                     *job = g_new0 (Job, 1);

  amp_dump_file_hash (pipeline->file, block->raw, block->raw_length);
  if (block->index == 0)
    amp_value_sketch_set_key (pipeline->values, block->bytes, MIN (block->length, VALUE_KEY_BYTES));
  job->block = block;
  job->parser = amp_row_parser_new (pipeline->dialect, pipeline->headers, block->index == 0);
  job->batch = find_batch (run);
  g_queue_push_tail (&run->pending, job);
  g_async_queue_push (run->todo, job);
}

/* Reads ahead until every worker has something to do. */
static gboolean
read_ahead (Run *run, AmpBlockReader *blocks, gboolean *is_at_end, GCancellable *cancellable, GError **error)
{
  while (!*is_at_end && run->pending.length < run->workers->len + BLOCKS_AHEAD)
    {
      GError   *failure = NULL;
      AmpBlock *block = amp_block_reader_next (blocks, cancellable, &failure);

      if (failure != NULL)
        {
          g_propagate_error (error, failure);
          return FALSE;
        }
      *is_at_end = block == NULL;
      if (block != NULL)
        send_block (run, block);
    }
  return TRUE;
}

static void
wait_for (Run *run, Job *job)
{
  g_mutex_lock (&run->mutex);
  while (!job->is_done)
    g_cond_wait (&run->done, &run->mutex);
  g_mutex_unlock (&run->mutex);
}

/* The guess was wrong: the parser that knows better reads the block again. */
static void
read_again (Run *run, Job *job)
{
  if (run->coder == NULL)
    run->coder = new_coder (run->pipeline);
  amp_record_batch_reset (job->batch);
  parse_block (run->current, job->block, run->coder, job->batch);
}

static gboolean
take_oldest (Run *run, GError **error)
{
  Job     *job = g_queue_peek_head (&run->pending);
  gboolean goes_on;

  wait_for (run, job);
  g_queue_pop_head (&run->pending);
  if (run->current != NULL && !amp_row_parser_is_at_row_start (run->current))
    {
      read_again (run, job);
    }
  else
    {
      if (run->current != NULL)
        run->lines_before += amp_row_parser_get_lines (run->current);
      g_clear_pointer (&run->current, amp_row_parser_free);
      run->current = g_steal_pointer (&job->parser);
    }
  job->batch->lines_before = run->lines_before;
  run->bytes += (gint64) job->block->file_bytes;
  amp_value_sketch_take (run->pipeline->values, job->batch->values);
  goes_on = run->func (job->batch, run->bytes, run->data, error);
  keep_batch (run, g_steal_pointer (&job->batch));
  job_free (job);
  return goes_on;
}

static gboolean
run_to_the_end (Run *run, gint64 *lines, GCancellable *cancellable, GError **error)
{
  const AmpImportPipeline *pipeline = run->pipeline;
  g_autoptr (AmpBlockReader) blocks = NULL;
  gboolean is_at_end = FALSE;

  blocks = amp_block_reader_new (pipeline->file, pipeline->dialect, pipeline->block_size);
  start_workers (run);
  do
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !read_ahead (run, blocks, &is_at_end, cancellable, error))
        return FALSE;
      if (run->pending.length > 0 && !take_oldest (run, error))
        return FALSE;
    }
  while (!is_at_end || run->pending.length > 0);

  *lines = run->lines_before + (run->current != NULL ? amp_row_parser_get_lines (run->current) : 0);
  return TRUE;
}

gboolean
amp_import_pipeline_run (const AmpImportPipeline *pipeline,
                         AmpBatchFunc             func,
                         gpointer                 data,
                         gint64                  *lines,
                         GCancellable            *cancellable,
                         GError                 **error)
{
  Run      run;
  gboolean is_done;

  g_return_val_if_fail (pipeline != NULL && func != NULL && lines != NULL, FALSE);

  run_init (&run, pipeline, func, data);
  is_done = run_to_the_end (&run, lines, cancellable, error);
  run_clear (&run);
  return is_done;
}
