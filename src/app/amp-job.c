/* AmpJob: see the header for what it promises. */
#define G_LOG_DOMAIN "amp-job"

#include "amp-job.h"

struct _AmpJob
{
  GObject parent_instance;

  /* Set at the start, constant afterwards */
  const AmpJobKind *kind;
  GCancellable     *cancellable;
  GWeakRef          owner;
  GObject          *subject;

  /* The worker's */
  gpointer input;

  /* The main thread's */
  gboolean is_abandoned;

  /* Shared, under the mutex */
  GMutex   mutex;
  gpointer progress;
  gboolean is_reporting;
};

G_DEFINE_FINAL_TYPE (AmpJob, amp_job, G_TYPE_OBJECT)

static GMutex *
get_subject_mutex (GObject *subject)
{
  static GQuark quark;
  GMutex       *mutex;

  if (quark == 0)
    quark = g_quark_from_static_string ("amp-job-mutex");
  mutex = g_object_get_qdata (subject, quark);
  if (mutex == NULL)
    {
      /* A GMutex that is not held needs no clearing on Linux, so freeing will do. */
      mutex = g_new0 (GMutex, 1);
      g_object_set_qdata_full (subject, quark, mutex, g_free);
    }
  return mutex;
}

static void
free_input (AmpJob *self)
{
  if (self->input != NULL && self->kind->free_input != NULL)
    self->kind->free_input (self->input);
  self->input = NULL;
}

static void
run_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  AmpJob  *self = task_data;
  GMutex  *mutex = self->subject != NULL ? get_subject_mutex (self->subject) : NULL;
  gpointer result = NULL;
  GError  *error = NULL;

  if (mutex != NULL)
    g_mutex_lock (mutex);
  /* Its turn may come long after it was cancelled. */
  if (!g_cancellable_set_error_if_cancelled (cancellable, &error))
    result = self->kind->work (self, self->input, cancellable, &error);
  if (mutex != NULL)
    g_mutex_unlock (mutex);
  free_input (self);

  g_assert (error == NULL || result == NULL);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, self->kind->free_result);
}

static void
on_worker_finished (GObject *source, GAsyncResult *async_result, gpointer data)
{
  g_autoptr (AmpJob) self = data;
  g_autoptr (GObject) owner = g_weak_ref_get (&self->owner);
  g_autoptr (GError) error = NULL;
  gpointer result = g_task_propagate_pointer (G_TASK (async_result), &error);

  if (owner != NULL && !self->is_abandoned)
    self->kind->done (owner, result, error);
  /* A progress idle that is still queued must not speak after the end. */
  self->is_abandoned = TRUE;
  if (result != NULL && self->kind->free_result != NULL)
    self->kind->free_result (result);
}

static gboolean
show_progress (gpointer data)
{
  AmpJob *self = data;
  g_autoptr (GObject) owner = g_weak_ref_get (&self->owner);
  g_autofree gpointer progress = NULL;

  g_mutex_lock (&self->mutex);
  progress = g_steal_pointer (&self->progress);
  self->is_reporting = FALSE;
  g_mutex_unlock (&self->mutex);

  if (owner != NULL && !self->is_abandoned)
    self->kind->progress (owner, progress);
  return G_SOURCE_REMOVE;
}

AmpJob *
amp_job_start (const AmpJobKind *kind, gpointer input, gpointer owner, gpointer subject)
{
  g_autoptr (GTask) task = NULL;
  AmpJob *self;

  g_return_val_if_fail (kind != NULL && kind->work != NULL && kind->done != NULL, NULL);
  g_return_val_if_fail (G_IS_OBJECT (owner), NULL);
  g_return_val_if_fail (subject == NULL || G_IS_OBJECT (subject), NULL);

  self = g_object_new (AMP_TYPE_JOB, NULL);
  self->kind = kind;
  self->input = input;
  g_weak_ref_set (&self->owner, owner);
  if (subject != NULL)
    {
      self->subject = g_object_ref (subject);
      get_subject_mutex (self->subject);
    }

  task = g_task_new (NULL, self->cancellable, on_worker_finished, g_object_ref (self));
  g_task_set_source_tag (task, amp_job_start);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, g_object_ref (self), g_object_unref);
  g_task_run_in_thread (task, run_in_worker);
  return self;
}

void
amp_job_cancel (AmpJob *self)
{
  g_return_if_fail (AMP_IS_JOB (self));

  g_cancellable_cancel (self->cancellable);
}

void
amp_job_abandon (AmpJob *self)
{
  g_return_if_fail (AMP_IS_JOB (self));

  self->is_abandoned = TRUE;
  g_cancellable_cancel (self->cancellable);
}

void
amp_job_clear (AmpJob **job)
{
  g_return_if_fail (job != NULL);

  if (*job == NULL)
    return;
  amp_job_abandon (*job);
  g_clear_object (job);
}

void
amp_job_report (AmpJob *self, gconstpointer progress)
{
  gboolean must_queue;

  g_return_if_fail (AMP_IS_JOB (self));
  g_return_if_fail (self->kind->progress != NULL && progress != NULL);

  g_mutex_lock (&self->mutex);
  g_free (self->progress);
  self->progress = g_memdup2 (progress, self->kind->progress_size);
  must_queue = !self->is_reporting;
  self->is_reporting = TRUE;
  g_mutex_unlock (&self->mutex);

  if (must_queue)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, show_progress, g_object_ref (self), g_object_unref);
}

static void
amp_job_finalize (GObject *object)
{
  AmpJob *self = AMP_JOB (object);

  free_input (self);
  g_weak_ref_clear (&self->owner);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->subject);
  g_mutex_clear (&self->mutex);
  g_free (self->progress);

  G_OBJECT_CLASS (amp_job_parent_class)->finalize (object);
}

static void
amp_job_class_init (AmpJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = amp_job_finalize;
}

static void
amp_job_init (AmpJob *self)
{
  self->cancellable = g_cancellable_new ();
  g_weak_ref_init (&self->owner, NULL);
  g_mutex_init (&self->mutex);
}
