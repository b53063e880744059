/* Counts the keys of each bin, hands out ranges of bins, and sorts them one by one. Owns
 * the threads: each collects the keys of its range, sorts and visits. What is gathered
 * and what a visit reads is changed by none of them. */
#include "amp-key-groups.h"

#include <string.h>

#include "amp-large-memory.h"

/* Keys of a bin that a cache holds while they are sorted, and the most bins that keys
 * are thrown into at once without missing the table of pages each time. */
#define KEYS_OF_BIN 8192u
#define MAX_BIN_BITS 14u

/* Keys that are collected at once, and the most ranges: each costs a pass over all
 * keys. */
#define KEYS_OF_RANGE (1u << 22)
#define MAX_RANGES 16u

/* So few that a second thread would not pay. */
#define FEW_KEYS (1u << 15)

/* How many keys ahead the record of one is fetched from memory. */
#define FETCH_DISTANCE 24u

#define DIGIT_BITS 11u
#define N_DIGITS (1u << DIGIT_BITS)

typedef struct
{
  AmpKeyEntry *entries;
  gsize        size;
} Buffer;

/* What all threads share. */
typedef struct
{
  AmpKeyGatherFunc gather;
  gpointer         gather_data;
  AmpKeyFetchFunc  fetch;
  AmpKeyVisitFunc  visit;
  guint            shift;
  guint32          n_bins;
  guint32         *counts; /* by bin */
  gsize            keys_of_range;
  GMutex           mutex;
  guint32          next_bin; /* under the mutex */
} Run;

/* A thread's own. */
typedef struct
{
  Run       *run;
  gpointer   visitor;
  GThread   *thread; /* NULL in the calling one */
  AmpKeySink sink;
  Buffer     keys;
  Buffer     spare;
} Worker;

static void
clear_buffer (Buffer *buffer)
{
  if (buffer->entries != NULL)
    explicit_bzero (buffer->entries, buffer->size * sizeof *buffer->entries);
  amp_large_memory_free (buffer->entries, buffer->size * sizeof *buffer->entries);
  *buffer = (Buffer){ NULL, 0 };
}

static void
make_room (Buffer *buffer, gsize size)
{
  if (size <= buffer->size)
    return;
  clear_buffer (buffer);
  buffer->entries = amp_large_memory_new (size * sizeof *buffer->entries);
  buffer->size = size;
}

static void
count_bins (Run *run)
{
  AmpKeySink sink = { 0, run->n_bins, run->shift, run->counts, NULL };

  run->gather (run->gather_data, &sink);
}

/* As many ranges for each thread, so that all end together. */
static guint
plan_ranges (Run *run, guint n_visitors)
{
  gsize n_keys = 0, n_ranges;

  for (guint32 i = 0; i < run->n_bins; i++)
    n_keys += run->counts[i];
  n_ranges = MIN (n_keys / KEYS_OF_RANGE + 1, MAX_RANGES);
  n_ranges = n_keys < FEW_KEYS ? 1 : (n_ranges + n_visitors - 1) / n_visitors * n_visitors;
  run->keys_of_range = n_keys / n_ranges + 1;
  return (guint) MIN (n_ranges, n_visitors);
}

/* Takes the next bins, as many as are collected at once; returns how many keys. */
static gsize
take_range (Run *run, AmpKeySink *sink)
{
  gsize n_keys = 0;

  g_mutex_lock (&run->mutex);
  sink->first = run->next_bin;
  while (run->next_bin < run->n_bins &&
         (n_keys == 0 || n_keys + run->counts[run->next_bin] <= run->keys_of_range))
    n_keys += run->counts[run->next_bin++];
  sink->n = run->next_bin - sink->first;
  g_mutex_unlock (&run->mutex);
  return n_keys;
}

/* Leaves in the sink's places where each bin ends. */
static void
collect (Worker *worker, gsize n_keys)
{
  const Run *run = worker->run;
  AmpKeySink sink = worker->sink;
  guint32    start = 0, largest = 0;

  for (guint32 i = 0; i < sink.n; i++)
    {
      guint32 count = run->counts[sink.first + i];

      sink.places[i] = start;
      start += count;
      largest = MAX (largest, count);
    }
  make_room (&worker->keys, n_keys);
  make_room (&worker->spare, largest);
  sink.entries = worker->keys.entries;
  run->gather (run->gather_data, &sink);
}

/* A stable pass: records stay in their order. Returns whether anything had to move. */
static gboolean
sort_by_digit (const AmpKeyEntry *from, AmpKeyEntry *to, gsize n, guint shift)
{
  guint32 starts[N_DIGITS] = { 0 };
  guint32 start = 0;

  for (gsize i = 0; i < n; i++)
    starts[from[i].hash >> shift & (N_DIGITS - 1)]++;
  if (starts[from[0].hash >> shift & (N_DIGITS - 1)] == n)
    return FALSE;
  for (guint digit = 0; digit < N_DIGITS; digit++)
    {
      guint32 count = starts[digit];

      starts[digit] = start;
      start += count;
    }
  for (gsize i = 0; i < n; i++)
    to[starts[from[i].hash >> shift & (N_DIGITS - 1)]++] = from[i];
  return TRUE;
}

/* Returns which of the two holds the sorted keys. */
static const AmpKeyEntry *
sort (AmpKeyEntry *keys, AmpKeyEntry *spare, gsize n, guint n_bits)
{
  for (guint shift = 0; shift < n_bits; shift += DIGIT_BITS)
    if (sort_by_digit (keys, spare, n, shift))
      {
        AmpKeyEntry *sorted = spare;

        spare = keys;
        keys = sorted;
      }
  return keys;
}

/* What stands alone is not visited. */
static void
fetch_ahead (const Worker *worker, const AmpKeyEntry *keys, gsize n, gsize i)
{
  if (i + 1 < n && (keys[i].hash == keys[i + 1].hash || keys[i].hash == keys[i - 1].hash))
    worker->run->fetch (worker->visitor, keys[i].record);
}

static void
visit_groups (const Worker *worker, const AmpKeyEntry *keys, gsize n)
{
  const Run *run = worker->run;

  for (gsize i = 0; i < n;)
    {
      gsize end = i;

      do
        {
          if (run->fetch != NULL)
            fetch_ahead (worker, keys, n, end + FETCH_DISTANCE);
          end++;
        }
      while (end < n && keys[end].hash == keys[i].hash);
      if (end - i > 1)
        run->visit (worker->visitor, keys + i, end - i);
      i = end;
    }
}

static void
visit_range (Worker *worker)
{
  const AmpKeySink *sink = &worker->sink;
  guint32           start = 0;

  for (guint32 i = 0; i < sink->n; i++)
    {
      guint32 n = sink->places[i] - start;

      if (n > 1)
        visit_groups (worker, sort (worker->keys.entries + start, worker->spare.entries, n, sink->shift), n);
      start = sink->places[i];
    }
}

static gpointer
work (gpointer data)
{
  Worker *worker = data;
  gsize   n_keys;

  while ((n_keys = take_range (worker->run, &worker->sink)) > 0)
    {
      collect (worker, n_keys);
      visit_range (worker);
    }
  return NULL;
}

static void
run_workers (Run *run, gpointer *visitors, guint n)
{
  g_autofree Worker *workers = g_new0 (Worker, n);

  for (guint i = 0; i < n; i++)
    {
      workers[i] = (Worker){ .run = run, .visitor = visitors[i], .sink = { .shift = run->shift, .places = g_new (guint32, run->n_bins) } };
      if (i > 0)
        workers[i].thread = g_thread_new ("amp-keys", work, &workers[i]);
    }
  work (&workers[0]);
  for (guint i = 0; i < n; i++)
    {
      g_clear_pointer (&workers[i].thread, g_thread_join);
      clear_buffer (&workers[i].keys);
      clear_buffer (&workers[i].spare);
      g_free (workers[i].sink.places);
    }
}

void
amp_key_groups_visit (gsize            n_keys,
                      AmpKeyGatherFunc gather,
                      gpointer         gather_data,
                      AmpKeyFetchFunc  fetch,
                      AmpKeyVisitFunc  visit,
                      gpointer        *visitors,
                      guint            n_visitors)
{
  Run   run = { .gather = gather, .gather_data = gather_data, .fetch = fetch, .visit = visit };
  guint bin_bits = 1;

  g_return_if_fail (gather != NULL && visit != NULL);
  g_return_if_fail (visitors != NULL && n_visitors > 0);

  while (bin_bits < MAX_BIN_BITS && n_keys >> bin_bits > KEYS_OF_BIN)
    bin_bits++;
  run.shift = 32 - bin_bits;
  run.n_bins = 1u << bin_bits;
  run.counts = g_new0 (guint32, run.n_bins);
  g_mutex_init (&run.mutex);
  count_bins (&run);
  run_workers (&run, visitors, plan_ranges (&run, n_visitors));
  g_mutex_clear (&run.mutex);
  g_free (run.counts);
}
