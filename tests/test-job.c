/* Jobs: who is told what, and when. */
#include <gio/gio.h>

#include "amp-job.h"

/* The owner of the jobs: an object that remembers what it was told. */
typedef struct
{
  GObject parent_instance;
  int     n_done;
  int     n_progress;
  int     last_progress;
  int     result;
  GError *error;
} TestOwner;

typedef GObjectClass TestOwnerClass;
GType                test_owner_get_type (void);
G_DEFINE_TYPE (TestOwner, test_owner, G_TYPE_OBJECT)

static void
test_owner_finalize (GObject *object)
{
  g_clear_error (&((TestOwner *) object)->error);

  G_OBJECT_CLASS (test_owner_parent_class)->finalize (object);
}

static void
test_owner_class_init (TestOwnerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_owner_finalize;
}

static void
test_owner_init (TestOwner *self)
{
}

static int n_inputs_freed;
static int n_results_freed;
static int n_running;
static int n_running_most;

static void
free_input (gpointer input)
{
  g_free (input);
  g_atomic_int_inc (&n_inputs_freed);
}

static void
free_result (gpointer result)
{
  g_free (result);
  g_atomic_int_inc (&n_results_freed);
}

static gpointer
double_number (AmpJob *job, gpointer input, GCancellable *cancellable, GError **error)
{
  int *result = g_new (int, 1);

  *result = 2 * *(int *) input;
  return result;
}

static gpointer
fail (AmpJob *job, gpointer input, GCancellable *cancellable, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
  return NULL;
}

static gpointer
wait_for_cancel (AmpJob *job, gpointer input, GCancellable *cancellable, GError **error)
{
  while (!g_cancellable_set_error_if_cancelled (cancellable, error))
    g_usleep (1000);
  return NULL;
}

static gpointer
count_to_thousand (AmpJob *job, gpointer input, GCancellable *cancellable, GError **error)
{
  for (int i = 1; i <= 1000; i++)
    amp_job_report (job, &i);
  return g_new0 (int, 1);
}

static gpointer
run_alone (AmpJob *job, gpointer input, GCancellable *cancellable, GError **error)
{
  int now = g_atomic_int_add (&n_running, 1) + 1;

  if (now > g_atomic_int_get (&n_running_most))
    g_atomic_int_set (&n_running_most, now);
  g_usleep (5000);
  g_atomic_int_add (&n_running, -1);
  return g_new0 (int, 1);
}

static void
on_done (gpointer data, gpointer result, const GError *error)
{
  TestOwner *owner = data;

  owner->n_done++;
  owner->result = result != NULL ? *(int *) result : -1;
  g_clear_error (&owner->error);
  owner->error = error != NULL ? g_error_copy (error) : NULL;
}

static void
on_progress (gpointer data, gconstpointer progress)
{
  TestOwner *owner = data;

  g_assert_cmpint (owner->n_done, ==, 0);
  owner->n_progress++;
  g_assert_cmpint (*(const int *) progress, >, owner->last_progress);
  owner->last_progress = *(const int *) progress;
}

#define KIND(function)                                                                                                                              \
  {                                                                                                                                                 \
    .work = function, .done = on_done, .free_input = free_input, .free_result = free_result, .progress = on_progress, .progress_size = sizeof (int) \
  }
static const AmpJobKind doubling = KIND (double_number);
static const AmpJobKind failing = KIND (fail);
static const AmpJobKind waiting = KIND (wait_for_cancel);
static const AmpJobKind counting = KIND (count_to_thousand);
static const AmpJobKind lonely = KIND (run_alone);

static int *
make_number (int number)
{
  return g_memdup2 (&number, sizeof number);
}

static void
wait_until_done (TestOwner *owner, int n_done)
{
  while (owner->n_done < n_done)
    g_main_context_iteration (NULL, TRUE);
}

/* What is still queued has its chance to do harm. */
static void
settle (void)
{
  for (int i = 0; i < 20; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        continue;
      g_usleep (1000);
    }
}

static void
test_gives_result (void)
{
  TestOwner *owner = g_object_new (test_owner_get_type (), NULL);
  g_autoptr (AmpJob) job = NULL;

  n_inputs_freed = n_results_freed = 0;
  job = amp_job_start (&doubling, make_number (21), owner, NULL);
  wait_until_done (owner, 1);
  g_assert_cmpint (owner->result, ==, 42);
  g_assert_no_error (owner->error);
  settle ();
  g_assert_cmpint (n_inputs_freed, ==, 1);
  g_assert_cmpint (n_results_freed, ==, 1);
  g_assert_cmpint (owner->n_done, ==, 1);
  g_assert_finalize_object (owner);
}

static void
test_gives_error (void)
{
  TestOwner *owner = g_object_new (test_owner_get_type (), NULL);
  g_autoptr (AmpJob) job = amp_job_start (&failing, NULL, owner, NULL);

  wait_until_done (owner, 1);
  g_assert_error (owner->error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_finalize_object (owner);
}

static void
test_tells_of_cancel (void)
{
  TestOwner *owner = g_object_new (test_owner_get_type (), NULL);
  g_autoptr (AmpJob) job = amp_job_start (&waiting, NULL, owner, NULL);

  amp_job_cancel (job);
  wait_until_done (owner, 1);
  g_assert_error (owner->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_finalize_object (owner);
}

static void
test_forgets_abandoned (void)
{
  TestOwner *owner = g_object_new (test_owner_get_type (), NULL);
  AmpJob    *job = NULL;

  n_inputs_freed = 0;
  job = amp_job_start (&waiting, make_number (1), owner, NULL);
  amp_job_clear (&job);
  g_assert_null (job);
  while (n_inputs_freed == 0)
    settle ();
  settle ();
  g_assert_cmpint (owner->n_done, ==, 0);
  g_assert_finalize_object (owner);
}

static void
test_survives_owner (void)
{
  TestOwner *owner = g_object_new (test_owner_get_type (), NULL);
  g_autoptr (AmpJob) job = NULL;

  n_results_freed = 0;
  job = amp_job_start (&doubling, make_number (1), owner, NULL);
  g_assert_finalize_object (owner);
  while (n_results_freed == 0)
    settle ();
}

static void
test_coalesces_progress (void)
{
  TestOwner *owner = g_object_new (test_owner_get_type (), NULL);
  g_autoptr (AmpJob) job = amp_job_start (&counting, NULL, owner, NULL);

  wait_until_done (owner, 1);
  settle ();
  g_assert_cmpint (owner->n_progress, <, 1000);
  g_assert_finalize_object (owner);
}

static void
test_takes_turns_on_subject (void)
{
  TestOwner *owner = g_object_new (test_owner_get_type (), NULL);
  g_autoptr (GObject) subject = g_object_new (G_TYPE_OBJECT, NULL);

  n_running_most = 0;
  for (int i = 0; i < 5; i++)
    g_object_unref (amp_job_start (&lonely, NULL, owner, subject));
  wait_until_done (owner, 5);
  g_assert_cmpint (n_running_most, ==, 1);
  g_assert_finalize_object (owner);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/job/gives-its-result-and-frees-it", test_gives_result);
  g_test_add_func ("/app/job/gives-its-error", test_gives_error);
  g_test_add_func ("/app/job/tells-when-it-was-cancelled", test_tells_of_cancel);
  g_test_add_func ("/app/job/does-not-speak-once-abandoned", test_forgets_abandoned);
  g_test_add_func ("/app/job/outlives-its-owner-in-silence", test_survives_owner);
  g_test_add_func ("/app/job/coalesces-progress", test_coalesces_progress);
  g_test_add_func ("/app/job/takes-turns-on-a-subject", test_takes_turns_on_subject);
  return g_test_run ();
}
