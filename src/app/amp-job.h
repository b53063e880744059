/* AmpJob: work that would make the window wait, done off the main thread.
 *
 * The only file of the application that starts a thread. Invariant: the worker
 * owns its input and its result and never touches the owner; the owner is told
 * in the main thread, and only while it is still alive and has not abandoned
 * the job; at most one progress report is on its way at any time. It knows
 * nothing of dumps, cases or pages. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define AMP_TYPE_JOB (amp_job_get_type ())
G_DECLARE_FINAL_TYPE (AmpJob, amp_job, AMP, JOB, GObject)

/**
 * AmpJobWork:
 * @job: the job, for amp_job_report() only
 * @input: what amp_job_start() was given; the worker may use it freely
 * @cancellable: to be looked at often
 * @error: why there is no result
 *
 * Runs in a worker thread.
 *
 * Returns: (transfer full) (nullable): the result, or %NULL with @error set
 */
typedef gpointer (*AmpJobWork) (AmpJob *job, gpointer input, GCancellable *cancellable, GError **error);

/**
 * AmpJobDone:
 * @owner: who started the job
 * @result: (transfer none) (nullable): freed when this returns; take a
 *   reference, or steal the members, to keep it
 * @error: (nullable): why there is no result; %G_IO_ERROR_CANCELLED after
 *   amp_job_cancel()
 *
 * Runs in the main thread, once.
 */
typedef void (*AmpJobDone) (gpointer owner, gpointer result, const GError *error);

/**
 * AmpJobProgress:
 * @owner: who started the job
 * @progress: the latest structure given to amp_job_report()
 *
 * Runs in the main thread; reports in between are skipped.
 */
typedef void (*AmpJobProgress) (gpointer owner, gconstpointer progress);

/**
 * AmpJobKind:
 * @work: (not nullable): what to do
 * @done: (not nullable): what to do with the result
 * @free_input: (nullable): frees the input, in the worker thread or the main one
 * @free_result: (nullable): frees the result, after @done
 * @progress: (nullable): told how far the work is
 * @progress_size: bytes of the structure that @work reports
 *
 * One constant table per kind of job.
 */
typedef struct
{
  AmpJobWork     work;
  AmpJobDone     done;
  GDestroyNotify free_input;
  GDestroyNotify free_result;
  AmpJobProgress progress;
  gsize          progress_size;
} AmpJobKind;

/**
 * amp_job_start:
 * @kind: what the job does; must outlive it
 * @input: (transfer full) (nullable): what the worker needs
 * @owner: (type GObject): whom to tell; held weakly
 * @subject: (type GObject) (nullable): jobs on the same subject run one after
 *   the other, since an #AmpCase serves one thread at a time; held until the end
 *
 * Called from the main thread.
 *
 * Returns: (transfer full): the running job
 */
AmpJob *amp_job_start (const AmpJobKind *kind, gpointer input, gpointer owner, gpointer subject);

/**
 * amp_job_cancel:
 *
 * Asks the work to stop. The owner is still told when it has: with
 * %G_IO_ERROR_CANCELLED, or with the result if it was too late to stop.
 */
void amp_job_cancel (AmpJob *self);

/**
 * amp_job_abandon:
 *
 * Asks the work to stop and never tells the owner: for a result that nobody
 * waits for any more.
 */
void amp_job_abandon (AmpJob *self);

/**
 * amp_job_clear:
 * @job: (inout) (nullable): where the owner keeps its job
 *
 * Abandons the job, if any, and drops the reference: what an owner does in
 * dispose and before it starts a newer job.
 */
void amp_job_clear (AmpJob **job);

/**
 * amp_job_report:
 * @progress: a structure of the kind's @progress_size, copied
 *
 * Called by the worker, from any of its threads, as often as it likes.
 */
void amp_job_report (AmpJob *self, gconstpointer progress);

G_END_DECLS
