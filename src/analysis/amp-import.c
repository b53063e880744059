/* Runs the pipeline over every source and lets the builder make the case. */
#include "amp-import.h"

#include <sys/resource.h>

#include <glib/gi18n-lib.h>

#include "amp-analysis-error.h"
#include "amp-case-builder.h"
#include "amp-import-pipeline.h"

/* Seconds between two calls of the progress function. */
#define PROGRESS_INTERVAL 0.1

typedef struct
{
  AmpInspection          *inspection;
  const AmpImportOptions *options;
  AmpImportProgressFunc   progress;
  gpointer                data;

  AmpGazetteer    *gazetteer;
  AmpTopicScanner *topics;
  AmpPseudonymKey *key;
  AmpCaseBuilder  *builder;
  GPtrArray       *place_bases; /* codes of those in use, each once */
  GTimer          *timer;
  double           last_progress;
  gint64           bytes_before; /* of the sources that are done */
  gint64           bytes_total;
  gint64           bytes; /* of the source under way */
} Import;

static void
import_clear (Import *import)
{
  g_clear_pointer (&import->builder, amp_case_builder_free);
  g_clear_pointer (&import->key, amp_pseudonym_key_free);
  g_clear_pointer (&import->topics, amp_topic_scanner_free);
  g_clear_pointer (&import->gazetteer, amp_gazetteer_unref);
  g_clear_pointer (&import->place_bases, g_ptr_array_unref);
  g_clear_pointer (&import->timer, g_timer_destroy);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

static gint64
count_bytes (AmpInspection *inspection)
{
  gint64 total = 0;

  for (guint i = 0; i < amp_inspection_get_n_sources (inspection); i++)
    {
      gint64 bytes = amp_source_get_bytes (amp_inspection_get_source (inspection, i));

      if (bytes < 0)
        return -1;
      total += bytes;
    }
  return total;
}

static AmpDate
get_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return (AmpDate){
    .year = (guint16) g_date_time_get_year (now),
    .month = (guint8) g_date_time_get_month (now),
    .day = (guint8) g_date_time_get_day_of_month (now),
  };
}

static void
tell_progress (Import *import, gboolean is_forced)
{
  AmpImportProgress progress = { 0 };
  double            seconds = g_timer_elapsed (import->timer, NULL);

  if (import->progress == NULL || (!is_forced && seconds - import->last_progress < PROGRESS_INTERVAL))
    return;
  import->last_progress = seconds;
  progress.bytes = import->bytes_before + import->bytes;
  progress.bytes_total = import->bytes_total;
  progress.records = amp_case_builder_get_records (import->builder);
  progress.seconds = seconds;
  progress.seconds_left = -1;
  if (import->bytes_total > 0 && progress.bytes > 0)
    progress.seconds_left = seconds * (double) (import->bytes_total - progress.bytes) / (double) progress.bytes;
  import->progress (&progress, import->data);
}

static gboolean
on_batch (const AmpRecordBatch *batch, gint64 bytes, gpointer data, GError **error)
{
  Import *import = data;

  if (!amp_case_builder_add_batch (import->builder, batch, error))
    return FALSE;
  import->bytes = bytes;
  tell_progress (import, FALSE);
  return TRUE;
}

/* Finds the basis of a source. One that the source does not have is an error
 * rather than another basis; a source without any place needs none. */
static gboolean
choose_basis (Import *import, AmpSource *source, GPtrArray *bases, const AmpPlaceBasis **basis, GError **error)
{
  const char *own = amp_source_get_place_basis (source);
  const char *code = own != NULL ? own : import->options->place_basis;

  *basis = amp_place_basis_find (bases, code);
  if (*basis == NULL && bases->len > 0)
    {
      /* translators: file name, code */
      g_set_error (error, AMP_ANALYSIS_ERROR, AMP_ANALYSIS_ERROR_PLACE_BASIS, _ ("%s: has no place basis “%s”"), amp_source_get_name (source), code);
      return FALSE;
    }
  if (*basis != NULL && !g_ptr_array_find_with_equal_func (import->place_bases, (*basis)->code, g_str_equal, NULL))
    g_ptr_array_add (import->place_bases, g_strdup ((*basis)->code));
  return TRUE;
}

static gboolean
import_source (Import *import, AmpSource *source, AmpDate as_of, GCancellable *cancellable, GError **error)
{
  g_autoptr (AmpDumpFile) file = amp_source_take_file (source, error);
  g_autoptr (GPtrArray) bases = amp_place_basis_list (source);
  g_autoptr (AmpRecordPlan) plan = NULL;
  g_autoptr (AmpValueSketch) values = NULL;
  g_auto (GStrv) headers = NULL;
  const AmpPlaceBasis *basis;
  AmpImportPipeline    pipeline;
  gint64               lines;

  if (file == NULL || !choose_basis (import, source, bases, &basis, error) || !amp_case_builder_begin_source (import->builder, source, error))
    return FALSE;
  plan = amp_record_plan_new (source, basis);
  values = amp_value_sketch_new (plan->n_fields, plan->varied);
  headers = amp_source_dup_headers (source);
  pipeline = (AmpImportPipeline){
    .file = file,
    .dialect = amp_source_get_dialect (source),
    .headers = (const char *const *) headers,
    .plan = plan,
    .gazetteer = import->gazetteer,
    .topics = import->topics,
    .key = import->key,
    .values = values,
    .as_of = as_of,
  };
  import->bytes = 0;
  if (!amp_import_pipeline_run (&pipeline, on_batch, import, &lines, cancellable, error) ||
      !amp_case_builder_end_source (import->builder, amp_dump_file_get_sha256 (file), import->bytes, lines, values, error))
    return FALSE;
  import->bytes_before += import->bytes;
  import->bytes = 0;
  return TRUE;
}

static gboolean
prepare (Import *import, GError **error)
{
  import->timer = g_timer_new ();
  import->place_bases = g_ptr_array_new_with_free_func (g_free);
  import->bytes_total = count_bytes (import->inspection);
  import->gazetteer = amp_gazetteer_new (error);
  if (import->gazetteer == NULL)
    return FALSE;
  import->topics = amp_topic_scanner_new ();
  import->key = amp_pseudonym_key_new (error);
  if (import->key == NULL)
    return FALSE;
  import->builder = amp_case_builder_new (import->options, import->gazetteer, error);
  return import->builder != NULL;
}

static gint64
get_peak_bytes (void)
{
  struct rusage usage;

  return getrusage (RUSAGE_SELF, &usage) == 0 ? (gint64) usage.ru_maxrss * 1024 : 0;
}

/* One code where all sources have the same basis, as they mostly do. */
static gboolean
tell_place_basis (Import *import, GError **error)
{
  g_autofree char *codes = NULL;

  if (import->place_bases->len == 0)
    return TRUE;
  g_ptr_array_add (import->place_bases, NULL);
  codes = g_strjoinv (",", (char **) import->place_bases->pdata);
  return amp_case_builder_set_place_basis (import->builder, codes, error);
}

static gboolean
import_all (Import *import, AmpImportResult *result, GCancellable *cancellable, GError **error)
{
  if (!prepare (import, error))
    return FALSE;
  for (guint i = 0; i < amp_inspection_get_n_sources (import->inspection); i++)
    if (!import_source (import, amp_inspection_get_source (import->inspection, i), import->options->as_of, cancellable, error))
      return FALSE;
  tell_progress (import, TRUE);
  if (!tell_place_basis (import, error) || !amp_case_builder_finish (import->builder, result, cancellable, error))
    return FALSE;
  result->seconds = g_timer_elapsed (import->timer, NULL);
  result->peak_bytes = get_peak_bytes ();
  return TRUE;
}

gboolean
amp_import_run (AmpInspection          *inspection,
                const AmpImportOptions *options,
                AmpImportProgressFunc   progress,
                gpointer                data,
                AmpImportResult        *result,
                GCancellable           *cancellable,
                GError                **error)
{
  AmpImportOptions dated;

  g_return_val_if_fail (AMP_IS_INSPECTION (inspection), FALSE);
  g_return_val_if_fail (options != NULL && options->case_path != NULL && result != NULL, FALSE);

  dated = *options;
  if (dated.as_of.year == 0)
    dated.as_of = get_today ();

  g_auto (Import) import = {
    .inspection = inspection,
    .options = &dated,
    .progress = progress,
    .data = data,
  };
  return import_all (&import, result, cancellable, error);
}
