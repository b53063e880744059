/* Collects the facts of one block's records. Invariant: the facts of all records
 * follow each other, each cut after the last key that it has, so that the thread
 * that takes the batch reads no more than there is. */
#include "amp-record-batch.h"

/* Records that there is room for at first. */
#define FIRST_RECORDS 256

#define KEYS_OFFSET (G_STRUCT_OFFSET (AmpRecordFacts, evidence) + G_STRUCT_OFFSET (AmpPersonEvidence, keys))

G_STATIC_ASSERT (KEYS_OFFSET + AMP_PERSON_MAX_KEYS * sizeof (AmpPersonKey) == sizeof (AmpRecordFacts));
G_STATIC_ASSERT (KEYS_OFFSET % 8 == 0 && sizeof (AmpPersonKey) % 8 == 0);

AmpRecordBatch *
amp_record_batch_new (const AmpRecordPlan *plan)
{
  AmpRecordBatch *batch = g_new0 (AmpRecordBatch, 1);

  batch->set_aside = g_array_new (FALSE, FALSE, sizeof (AmpSetAside));
  batch->bitmap_size = plan->bitmap_size;
  batch->n_fields = plan->n_fields;
  batch->filled = g_new0 (guint32, plan->n_fields);
  return batch;
}

void
amp_record_batch_free (AmpRecordBatch *batch)
{
  g_return_if_fail (batch != NULL);

  if (batch->facts != NULL)
    explicit_bzero (batch->facts, batch->facts_size);
  g_free (batch->facts);
  g_free (batch->ends);
  g_free (batch->bitmaps);
  g_free (batch->filled);
  g_array_unref (batch->set_aside);
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
}

static gsize
get_end (const AmpRecordBatch *batch)
{
  return batch->n_records > 0 ? batch->ends[batch->n_records - 1] : 0;
}

static void
make_room_for_facts (AmpRecordBatch *batch, gsize needed)
{
  gsize   size = MAX (batch->facts_size * 2, needed + FIRST_RECORDS * sizeof (AmpRecordFacts));
  guint8 *facts = g_malloc (size);

  if (batch->facts != NULL)
    {
      memcpy (facts, batch->facts, get_end (batch));
      explicit_bzero (batch->facts, batch->facts_size);
    }
  g_free (batch->facts);
  batch->facts = facts;
  batch->facts_size = size;
}

/* Returns where the facts of the next record go. */
static AmpRecordFacts *
make_room (AmpRecordBatch *batch)
{
  gsize end = get_end (batch);

  if (batch->n_records == batch->records_size)
    {
      batch->records_size = MAX (batch->records_size * 2, FIRST_RECORDS);
      batch->ends = g_renew (gsize, batch->ends, batch->records_size);
      batch->bitmaps = g_realloc (batch->bitmaps, (gsize) batch->records_size * MAX (batch->bitmap_size, 1));
    }
  if (end + sizeof (AmpRecordFacts) > batch->facts_size)
    make_room_for_facts (batch, end + sizeof (AmpRecordFacts));
  return (AmpRecordFacts *) (void *) (batch->facts + end);
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
  AmpRecordFacts *facts = make_room (batch);

  if (!amp_record_coder_code (coder, row, facts, batch->bitmaps + (gsize) batch->n_records * batch->bitmap_size, batch->filled))
    {
      set_aside (batch, row);
      return;
    }
  batch->ends[batch->n_records] = get_end (batch) + KEYS_OFFSET + facts->evidence.n_keys * sizeof (AmpPersonKey);
  batch->n_records++;
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
