/* Collects the facts of one block's records. */
#include "amp-record-batch.h"

AmpRecordBatch *
amp_record_batch_new (guint bitmap_size)
{
  AmpRecordBatch *batch = g_new0 (AmpRecordBatch, 1);

  batch->facts = g_array_new (FALSE, FALSE, sizeof (AmpRecordFacts));
  batch->bitmaps = g_byte_array_new ();
  batch->set_aside = g_array_new (FALSE, FALSE, sizeof (AmpSetAside));
  batch->bitmap_size = bitmap_size;
  return batch;
}

void
amp_record_batch_free (AmpRecordBatch *batch)
{
  g_return_if_fail (batch != NULL);

  if (batch->facts->len > 0)
    explicit_bzero (batch->facts->data, batch->facts->len * sizeof (AmpRecordFacts));
  g_array_unref (batch->facts);
  g_byte_array_unref (batch->bitmaps);
  g_array_unref (batch->set_aside);
  g_free (batch);
}

static void
add_data_row (AmpRecordBatch *batch, AmpRecordCoder *coder, const AmpRow *row)
{
  guint           n_bytes = batch->bitmaps->len;
  AmpRecordFacts *facts;

  g_array_set_size (batch->facts, batch->facts->len + 1);
  g_byte_array_set_size (batch->bitmaps, n_bytes + batch->bitmap_size);
  facts = &g_array_index (batch->facts, AmpRecordFacts, batch->facts->len - 1);
  if (amp_record_coder_code (coder, row, facts, batch->bitmaps->data + n_bytes))
    return;

  g_array_set_size (batch->facts, batch->facts->len - 1);
  g_byte_array_set_size (batch->bitmaps, n_bytes);
  batch->skipped++;
  if (row->fault != AMP_ROW_FAULT_NONE)
    {
      AmpSetAside set_aside = { row->line, row->fault };

      g_array_append_val (batch->set_aside, set_aside);
    }
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

void
amp_record_batch_shift_lines (AmpRecordBatch *batch, gint64 lines)
{
  g_return_if_fail (batch != NULL);

  for (guint i = 0; i < batch->facts->len; i++)
    g_array_index (batch->facts, AmpRecordFacts, i).line += lines;
  for (guint i = 0; i < batch->set_aside->len; i++)
    g_array_index (batch->set_aside, AmpSetAside, i).line += lines;
}
