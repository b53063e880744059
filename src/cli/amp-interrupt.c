/* One thread that waits for a signal. A handler could not do its work: cancelling
 * takes a lock, and the main thread is busy. */
#include "amp-interrupt.h"

#include <signal.h>

static const int SIGNALS[] = { SIGINT, SIGTERM, SIGHUP };

/* What was ignored when the program started (nohup) stays ignored. */
static void
fill_signals (sigset_t *signals)
{
  sigemptyset (signals);
  for (guint i = 0; i < G_N_ELEMENTS (SIGNALS); i++)
    {
      struct sigaction action;

      if (sigaction (SIGNALS[i], NULL, &action) == 0 && action.sa_handler != SIG_IGN)
        sigaddset (signals, SIGNALS[i]);
    }
}

static gpointer
wait_for_signal (gpointer data)
{
  g_autoptr (GCancellable) cancellable = data;
  sigset_t signals, none;
  int      number;

  fill_signals (&signals);
  if (sigwait (&signals, &number) != 0)
    return NULL;
  g_cancellable_cancel (cancellable);
  /* The thread stays, so that one takes the second signal. */
  sigemptyset (&none);
  for (;;)
    sigsuspend (&none);
}

GCancellable *
amp_interrupt_watch (void)
{
  GCancellable *cancellable = g_cancellable_new ();
  sigset_t      signals;

  fill_signals (&signals);
  /* Threads inherit it: none but the one that waits takes the signals. */
  pthread_sigmask (SIG_BLOCK, &signals, NULL);
  g_thread_unref (g_thread_new ("amp-interrupt", wait_for_signal, g_object_ref (cancellable)));
  return cancellable;
}
