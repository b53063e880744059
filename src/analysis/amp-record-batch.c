/* Collects the facts of one block's records, in memory that is used again. */
#include "amp-record-batch.h"

/* Records that there is room for at first. */
#define FIRST_RECORDS 256

AmpRecordBatch *
amp_record_batch_new (const AmpRecordPlan *plan, const AmpValueSketch *values)
{
  AmpRecordBatch *batch = g_new0 (AmpRecordBatch, 1);

  batch->set_aside = g_array_new (FALSE, FALSE, sizeof (AmpSetAside));
  batch->bitmap_size = plan->bitmap_size;
  batch->n_fields = plan->n_fields;
  batch->filled = g_new0 (guint32, plan->n_fields);
  batch->values = amp_value_finds_new (values);
  return batch;
}

void
amp_record_batch_free (AmpRecordBatch *batch)
{
  g_return_if_fail (batch != NULL);

  if (batch->facts != NULL)
    explicit_bzero (batch->facts, batch->records_size * sizeof *batch->facts);
  g_free (batch->facts);
  g_free (batch->bitmaps);
  g_free (batch->filled);
  g_array_unref (batch->set_aside);
  amp_value_finds_free (batch->values);
  g_free (batch);
}

void
amp_record_batch_reset (AmpRecordBatch *batch)
{
  g_return_if_fail (batch != NULL);

  batch->n_records = 0;
  batch->skipped = 0;
  batch->lines_before = 0;
  memset (batch->filled, 0, batch->n_fields * sizeof *batch->filled);
  g_array_set_size (batch->set_aside, 0);
  amp_value_finds_reset (batch->values);
}

/* Facts that move leave nothing behind. */
static void
make_room (AmpRecordBatch *batch)
{
  guint           size = MAX (batch->records_size * 2, FIRST_RECORDS);
  AmpRecordFacts *facts = g_new (AmpRecordFacts, size);

  if (batch->facts != NULL)
    {
      memcpy (facts, batch->facts, batch->n_records * sizeof *facts);
      explicit_bzero (batch->facts, batch->records_size * sizeof *facts);
    }
  g_free (batch->facts);
  batch->facts = facts;
  batch->bitmaps = g_realloc (batch->bitmaps, (gsize) size * MAX (batch->bitmap_size, 1));
  batch->records_size = size;
}

static void
set_aside (AmpRecordBatch *batch, const AmpRow *row)
{
  AmpSetAside aside = { row->line, row->fault };

  batch->skipped++;
  if (row->fault != AMP_ROW_FAULT_NONE)
    g_array_append_val (batch->set_aside, aside);
}

static void
add_data_row (AmpRecordBatch *batch, AmpRecordCoder *coder, const AmpRow *row)
{
  guint   n = batch->n_records;
  guint8 *bitmap;

  if (n == batch->records_size)
    make_room (batch);
  bitmap = batch->bitmaps + (gsize) n * batch->bitmap_size;
  if (!amp_record_coder_code (coder, row, &batch->facts[n], bitmap, batch->filled))
    {
      set_aside (batch, row);
      return;
    }
  batch->n_records++;
  amp_value_finds_add_row (batch->values, row, bitmap);
}

void
amp_record_batch_add_row (AmpRecordBatch *batch, AmpRecordCoder *coder, const AmpRow *row)
{
  g_return_if_fail (batch != NULL && coder != NULL && row != NULL);

  if (row->kind == AMP_ROW_DATA)
    add_data_row (batch, coder, row);
  else
    batch->skipped++;
}
