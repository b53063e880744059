/* The pipeline: the same records whatever the threads and the blocks. */
#include "amp-import-pipeline.h"

#include "amp-analysis-error.h"
#include "amp-inspection.h"

#include <glib/gstdio.h>

/* What a run gave, flattened so that two runs can be compared byte by byte. */
typedef struct
{
  GByteArray *facts;
  GByteArray *bitmaps;
  gint64      lines;
  gint64      skipped;
  gint64      bytes;
  guint       batches;
} Outcome;

static void
outcome_clear (Outcome *outcome)
{
  g_clear_pointer (&outcome->facts, g_byte_array_unref);
  g_clear_pointer (&outcome->bitmaps, g_byte_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

/* Only what was set: the rest of a facts' memory is undefined. */
static void
append_facts (GByteArray *bytes, const AmpRecordFacts *facts, gint64 lines_before)
{
  g_autofree char *text = NULL;

  text = g_strdup_printf ("%" G_GINT64_FORMAT " %d %s %u %u %u %u %d %x %d %d\n",
                          lines_before + facts->line,
                          facts->fault,
                          facts->place.country,
                          facts->place.region,
                          facts->place.departement,
                          facts->place.epci,
                          facts->place.commune,
                          facts->place.quality,
                          facts->categories,
                          facts->age_band,
                          facts->sex);
  g_byte_array_append (bytes, (const guint8 *) text, (guint) strlen (text));
  g_byte_array_append (bytes, (const guint8 *) &facts->evidence, sizeof facts->evidence);
}

static gboolean
on_batch (const AmpRecordBatch *batch, gint64 bytes, gpointer data, GError **error)
{
  Outcome *outcome = data;

  for (guint i = 0; i < batch->n_records; i++)
    append_facts (outcome->facts, amp_record_batch_get (batch, i), batch->lines_before);
  if (batch->n_records > 0)
    g_byte_array_append (outcome->bitmaps, batch->bitmaps, batch->n_records * batch->bitmap_size);
  outcome->skipped += batch->skipped;
  outcome->bytes = bytes;
  outcome->batches++;
  return TRUE;
}

typedef struct
{
  AmpGazetteer    *gazetteer;
  AmpTopicScanner *topics;
  AmpPseudonymKey *key;
  AmpInspection   *inspection;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer path)
{
  const char *const paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;

  fixture->gazetteer = amp_gazetteer_new (&error);
  g_assert_no_error (error);
  fixture->topics = amp_topic_scanner_new ();
  fixture->key = amp_pseudonym_key_new (&error);
  g_assert_no_error (error);
  fixture->inspection = amp_inspection_new_for_paths (paths, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer path)
{
  g_clear_pointer (&fixture->gazetteer, amp_gazetteer_unref);
  g_clear_pointer (&fixture->topics, amp_topic_scanner_free);
  g_clear_pointer (&fixture->key, amp_pseudonym_key_free);
  g_clear_object (&fixture->inspection);
}

static gboolean
run (Fixture      *fixture,
     guint         n_threads,
     gsize         block_size,
     AmpBatchFunc  func,
     Outcome      *outcome,
     GCancellable *cancellable,
     GError      **error)
{
  AmpSource *source = amp_inspection_get_source (fixture->inspection, 0);
  g_autoptr (AmpDumpFile) file = amp_source_take_file (source, NULL);
  g_autoptr (AmpRecordPlan) plan = amp_record_plan_new (source, NULL);
  g_autoptr (AmpValueSketch) values = amp_value_sketch_new (plan->n_fields, plan->varied);
  g_auto (GStrv) headers = amp_source_dup_headers (source);
  AmpImportPipeline pipeline = {
    .file = file,
    .dialect = amp_source_get_dialect (source),
    .headers = (const char *const *) headers,
    .plan = plan,
    .gazetteer = fixture->gazetteer,
    .topics = fixture->topics,
    .key = fixture->key,
    .values = values,
    .as_of = { 2021, 2, 23 },
    .n_threads = n_threads,
    .block_size = block_size,
  };

  *outcome = (Outcome){ g_byte_array_new (), g_byte_array_new (), 0, 0, 0, 0 };
  return amp_import_pipeline_run (&pipeline, func, outcome, &outcome->lines, cancellable, error);
}

static void
assert_same (const GByteArray *one, const GByteArray *other)
{
  g_assert_cmpuint (one->len, ==, other->len);
  g_assert_true (memcmp (one->data, other->data, one->len) == 0);
}

/* The smaller the blocks, the more of them start inside a quoted comment, where
 * the guess is wrong and the block must be read again. */
static void
test_blocks_and_threads_change_nothing (Fixture *fixture, gconstpointer path)
{
  static const gsize block_sizes[] = { 3000, 10000, 100000, 1000000 };
  g_auto (Outcome) whole = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (run (fixture, 1, 64 * 1024 * 1024, on_batch, &whole, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (whole.batches, ==, 1);
  g_assert_cmpint (whole.skipped, ==, 1);
  g_assert_cmpuint (whole.facts->len, >, 100000);

  for (guint i = 0; i < G_N_ELEMENTS (block_sizes); i++)
    for (guint threads = 1; threads <= 4; threads *= 2)
      {
        g_auto (Outcome) cut = { 0 };

        g_assert_true (run (fixture, threads, block_sizes[i], on_batch, &cut, NULL, &error));
        g_assert_no_error (error);
        g_assert_cmpuint (cut.batches, >, 1);
        g_assert_cmpint (cut.lines, ==, whole.lines);
        g_assert_cmpint (cut.skipped, ==, whole.skipped);
        g_assert_cmpint (cut.bytes, ==, whole.bytes);
        assert_same (cut.facts, whole.facts);
        assert_same (cut.bitmaps, whole.bitmaps);
      }
}

static gboolean
refuse_second_batch (const AmpRecordBatch *batch, gint64 bytes, gpointer data, GError **error)
{
  Outcome *outcome = data;

  if (outcome->batches++ == 0)
    return TRUE;
  g_set_error_literal (error, AMP_ANALYSIS_ERROR, AMP_ANALYSIS_ERROR_TOO_MANY, "enough");
  return FALSE;
}

static void
test_stops_where_batches_are_refused (Fixture *fixture, gconstpointer path)
{
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (run (fixture, 2, 10000, refuse_second_batch, &outcome, NULL, &error));
  g_assert_error (error, AMP_ANALYSIS_ERROR, AMP_ANALYSIS_ERROR_TOO_MANY);
  g_assert_cmpuint (outcome.batches, ==, 2);
}

static void
test_stops_when_cancelled (Fixture *fixture, gconstpointer path)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (run (fixture, 2, 10000, on_batch, &outcome, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (outcome.batches, ==, 0);
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL;

  g_test_init (&argc, &argv, NULL);
  path = g_test_build_filename (G_TEST_DIST, "..", "data", "sample", "laboratoire.csv", NULL);
  g_test_add ("/analysis/import-pipeline/blocks-and-threads-change-nothing", Fixture, path, set_up, test_blocks_and_threads_change_nothing, tear_down);
  g_test_add ("/analysis/import-pipeline/stops-where-batches-are-refused", Fixture, path, set_up, test_stops_where_batches_are_refused, tear_down);
  g_test_add ("/analysis/import-pipeline/stops-when-cancelled", Fixture, path, set_up, test_stops_when_cancelled, tear_down);
  return g_test_run ();
}
