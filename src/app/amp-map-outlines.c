/* AmpMapOutlines: the outlines that the map has, and how they come and go.
 *
 * Invariant: one job at a time; `atlas` is the last one that was made, of what
 * was kept when `stamp` was true. */
#include "amp-map-outlines.h"

#include "amp-job.h"

/* A file that is written makes several events, milliseconds. */
#define CHECK_DELAY 300

struct _AmpMapOutlines
{
  GObject parent_instance;

  /* Owned */
  AmpOutlines  *shipped;
  AmpGazetteer *gazetteer;
  AmpAreaAtlas *atlas;
  AmpJob       *job;
  GFileMonitor *monitor; /* nullable: where the file system tells nothing */
  char         *stamp;

  guint    check_id;
  gboolean is_importing;
  gboolean has_imported;
};

enum
{
  CHANGED,
  PROGRESSED,
  IMPORTED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmpMapOutlines, amp_map_outlines, G_TYPE_OBJECT)

/* What a worker needs: without a file it only loads what was imported. */
typedef struct
{
  GFile        *file;
  AmpOutlines  *shipped;
  AmpGazetteer *gazetteer;
} Input;

typedef struct
{
  AmpOutlineReport *report;
  AmpAreaAtlas     *atlas;
  char             *stamp;
  gboolean          has_imported;
} Result;

static void
free_input (gpointer data)
{
  Input *input = data;

  g_clear_object (&input->file);
  amp_outlines_unref (input->shipped);
  amp_gazetteer_unref (input->gazetteer);
  g_free (input);
}

static void
free_result (gpointer data)
{
  Result *result = data;

  g_clear_pointer (&result->report, amp_outline_report_free);
  g_clear_pointer (&result->atlas, amp_area_atlas_unref);
  g_free (result->stamp);
  g_free (result);
}

static void
on_file_progress (double fraction, gpointer data)
{
  amp_job_report (data, &fraction);
}

static gboolean
load_imported (Result *result, const Input *input, const char *folder, GError **error)
{
  g_autoptr (AmpOutlineSet) groups = NULL;
  g_autoptr (AmpOutlineSet) communes = NULL;

  /* Before they are read: a change that comes meanwhile is noticed afterwards. */
  result->stamp = amp_outline_set_dup_stamp (folder);
  if (!amp_outline_set_load_all (folder, &groups, &communes, error))
    return FALSE;
  result->has_imported = groups != NULL || communes != NULL;
  result->atlas = amp_area_atlas_new (input->shipped, groups, communes, input->gazetteer);
  return TRUE;
}

static gpointer
work (AmpJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  Input           *input = data;
  Result          *result = g_new0 (Result, 1);
  g_autofree char *folder = amp_outline_set_get_folder ();
  gboolean         is_done = TRUE;

  if (input->file != NULL)
    {
      result->report = amp_outline_import (input->file, input->gazetteer, folder, cancellable, on_file_progress, job, error);
      is_done = result->report != NULL;
    }
  if (is_done && load_imported (result, input, folder, error))
    return result;
  free_result (result);
  return NULL;
}

static void
on_done (gpointer owner, gpointer data, const GError *error)
{
  AmpMapOutlines *self = AMP_MAP_OUTLINES (owner);
  Result         *result = data;

  /* What cannot be loaded is damaged, and can still be removed. */
  self->has_imported |= error != NULL && !self->is_importing;
  self->is_importing = FALSE;
  g_clear_object (&self->job);
  if (result != NULL)
    {
      g_clear_pointer (&self->atlas, amp_area_atlas_unref);
      self->atlas = g_steal_pointer (&result->atlas);
      self->has_imported = result->has_imported;
      g_free (self->stamp);
      self->stamp = g_steal_pointer (&result->stamp);
    }
  g_signal_emit (self, signals[CHANGED], 0);
  if (result != NULL && result->report != NULL)
    g_signal_emit (self, signals[IMPORTED], 0, result->report);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error->message);
}

static void
on_progress (gpointer owner, gconstpointer progress)
{
  g_signal_emit (owner, signals[PROGRESSED], 0, *(const double *) progress);
}

static void
start_job (AmpMapOutlines *self, GFile *file)
{
  static const AmpJobKind kind = {
    .work = work,
    .done = on_done,
    .free_input = free_input,
    .free_result = free_result,
    .progress = on_progress,
    .progress_size = sizeof (double),
  };
  Input *input = g_new0 (Input, 1);

  input->file = file != NULL ? g_object_ref (file) : NULL;
  input->shipped = amp_outlines_ref (self->shipped);
  input->gazetteer = amp_gazetteer_ref (self->gazetteer);
  amp_job_clear (&self->job);
  self->is_importing = file != NULL;
  self->job = amp_job_start (&kind, input, self, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What this object did itself has the stamp already. */
static gboolean
check_stamp (gpointer data)
{
  AmpMapOutlines  *self = data;
  g_autofree char *folder = amp_outline_set_get_folder ();
  g_autofree char *stamp = amp_outline_set_dup_stamp (folder);

  if (self->job != NULL)
    return G_SOURCE_CONTINUE;
  self->check_id = 0;
  if (g_strcmp0 (stamp, self->stamp) != 0)
    start_job (self, NULL);
  return G_SOURCE_REMOVE;
}

static void
on_folder_changed (AmpMapOutlines *self)
{
  if (self->check_id == 0)
    self->check_id = g_timeout_add (CHECK_DELAY, check_stamp, self);
}

static void
watch_folder (AmpMapOutlines *self)
{
  g_autofree char *path = amp_outline_set_get_folder ();
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  self->monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (on_folder_changed), self, G_CONNECT_SWAPPED);
}

static void
amp_map_outlines_dispose (GObject *object)
{
  AmpMapOutlines *self = AMP_MAP_OUTLINES (object);

  amp_job_clear (&self->job);
  g_clear_handle_id (&self->check_id, g_source_remove);
  g_clear_object (&self->monitor);
  g_clear_pointer (&self->stamp, g_free);
  g_clear_pointer (&self->atlas, amp_area_atlas_unref);
  g_clear_pointer (&self->shipped, amp_outlines_unref);
  g_clear_pointer (&self->gazetteer, amp_gazetteer_unref);
  G_OBJECT_CLASS (amp_map_outlines_parent_class)->dispose (object);
}

static void
amp_map_outlines_class_init (AmpMapOutlinesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = amp_map_outlines_dispose;
  signals[CHANGED] = g_signal_new ("changed", AMP_TYPE_MAP_OUTLINES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PROGRESSED] = g_signal_new ("progressed", AMP_TYPE_MAP_OUTLINES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  signals[IMPORTED] = g_signal_new ("imported", AMP_TYPE_MAP_OUTLINES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[FAILED] = g_signal_new ("failed", AMP_TYPE_MAP_OUTLINES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
amp_map_outlines_init (AmpMapOutlines *self)
{
}

AmpMapOutlines *
amp_map_outlines_new (void)
{
  return g_object_new (AMP_TYPE_MAP_OUTLINES, NULL);
}

gboolean
amp_map_outlines_start (AmpMapOutlines *self, AmpGazetteer *gazetteer, GError **error)
{
  g_return_val_if_fail (AMP_IS_MAP_OUTLINES (self), FALSE);
  g_return_val_if_fail (gazetteer != NULL && self->gazetteer == NULL, FALSE);

  self->shipped = amp_outlines_new (error);
  if (self->shipped == NULL)
    return FALSE;
  self->gazetteer = amp_gazetteer_ref (gazetteer);
  self->atlas = amp_area_atlas_new (self->shipped, NULL, NULL, gazetteer);
  watch_folder (self);
  start_job (self, NULL);
  return TRUE;
}

AmpAreaAtlas *
amp_map_outlines_get_atlas (AmpMapOutlines *self)
{
  g_return_val_if_fail (AMP_IS_MAP_OUTLINES (self), NULL);
  return self->atlas;
}

gboolean
amp_map_outlines_is_importing (AmpMapOutlines *self)
{
  g_return_val_if_fail (AMP_IS_MAP_OUTLINES (self), FALSE);
  return self->is_importing;
}

gboolean
amp_map_outlines_has_imported (AmpMapOutlines *self)
{
  g_return_val_if_fail (AMP_IS_MAP_OUTLINES (self), FALSE);
  return self->has_imported;
}

void
amp_map_outlines_import (AmpMapOutlines *self, GFile *file)
{
  g_return_if_fail (AMP_IS_MAP_OUTLINES (self) && G_IS_FILE (file));
  g_return_if_fail (self->shipped != NULL);

  start_job (self, file);
}

void
amp_map_outlines_cancel (AmpMapOutlines *self)
{
  g_return_if_fail (AMP_IS_MAP_OUTLINES (self));

  if (self->job != NULL)
    amp_job_cancel (self->job);
}

void
amp_map_outlines_remove (AmpMapOutlines *self)
{
  g_return_if_fail (AMP_IS_MAP_OUTLINES (self));

  g_autofree char *folder = amp_outline_set_get_folder ();
  g_autoptr (GError) error = NULL;

  if (amp_outline_set_remove (folder, AMP_PLACE_LEVEL_EPCI, &error) && amp_outline_set_remove (folder, AMP_PLACE_LEVEL_COMMUNE, &error))
    start_job (self, NULL);
  else
    g_signal_emit (self, signals[FAILED], 0, error->message);
}
