/* Bounds, and the sums that narrow them. Only sums of which a count has become
 * narrower are looked at again. */
#include "amp-interval-system.h"

#define MANY AMP_INTERVAL_MANY

typedef struct
{
  gint64 lowest;
  gint64 highest;
} Interval;

struct _AmpIntervalSystem
{
  GArray    *intervals; /* Interval */
  GPtrArray *sums;      /* GArray of guint: the first is the sum of the others */
  GPtrArray *sums_of;   /* of each count: GArray of the numbers of its sums, or NULL */
  GArray    *is_queued; /* of each sum */
  GQueue     queue;     /* numbers of sums */
};

static void
unref_numbers (gpointer data)
{
  if (data != NULL)
    g_array_unref (data);
}

AmpIntervalSystem *
amp_interval_system_new (void)
{
  AmpIntervalSystem *self = g_new0 (AmpIntervalSystem, 1);

  self->intervals = g_array_new (FALSE, FALSE, sizeof (Interval));
  self->sums = g_ptr_array_new_with_free_func (unref_numbers);
  self->sums_of = g_ptr_array_new_with_free_func (unref_numbers);
  self->is_queued = g_array_new (FALSE, FALSE, sizeof (gboolean));
  g_queue_init (&self->queue);
  return self;
}

void
amp_interval_system_free (AmpIntervalSystem *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->intervals);
  g_ptr_array_unref (self->sums);
  g_ptr_array_unref (self->sums_of);
  g_array_unref (self->is_queued);
  g_queue_clear (&self->queue);
  g_free (self);
}

guint
amp_interval_system_add (AmpIntervalSystem *self, gint64 lowest, gint64 highest)
{
  Interval interval = { lowest, highest };

  g_return_val_if_fail (self != NULL && lowest <= highest, 0);

  g_array_append_val (self->intervals, interval);
  g_ptr_array_add (self->sums_of, NULL);
  return self->intervals->len - 1;
}

static Interval *
get_interval (const AmpIntervalSystem *self, guint count)
{
  return &g_array_index (self->intervals, Interval, count);
}

static void
add_to_sum (AmpIntervalSystem *self, guint sum, guint count)
{
  if (g_ptr_array_index (self->sums_of, count) == NULL)
    g_ptr_array_index (self->sums_of, count) = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val ((GArray *) g_ptr_array_index (self->sums, sum), count);
  g_array_append_val ((GArray *) g_ptr_array_index (self->sums_of, count), sum);
}

guint
amp_interval_system_add_sum (AmpIntervalSystem *self, guint total)
{
  gboolean is_queued = FALSE;

  g_return_val_if_fail (self != NULL && total < self->intervals->len, 0);

  g_ptr_array_add (self->sums, g_array_new (FALSE, FALSE, sizeof (guint)));
  g_array_append_val (self->is_queued, is_queued);
  add_to_sum (self, self->sums->len - 1, total);
  return self->sums->len - 1;
}

void
amp_interval_system_add_part (AmpIntervalSystem *self, guint sum, guint part)
{
  g_return_if_fail (self != NULL && sum < self->sums->len && part < self->intervals->len);

  add_to_sum (self, sum, part);
}

guint
amp_interval_system_add_at_most (AmpIntervalSystem *self, guint count, guint most)
{
  guint rest = amp_interval_system_add (self, 0, MANY);
  guint sum = amp_interval_system_add_sum (self, most);

  amp_interval_system_add_part (self, sum, count);
  amp_interval_system_add_part (self, sum, rest);
  return rest;
}

gint64
amp_interval_system_get_lowest (const AmpIntervalSystem *self, guint count)
{
  g_return_val_if_fail (self != NULL && count < self->intervals->len, 0);

  return get_interval (self, count)->lowest;
}

gint64
amp_interval_system_get_highest (const AmpIntervalSystem *self, guint count)
{
  g_return_val_if_fail (self != NULL && count < self->intervals->len, MANY);

  return get_interval (self, count)->highest;
}

static void
enqueue (AmpIntervalSystem *self, guint sum)
{
  gboolean *is_queued = &g_array_index (self->is_queued, gboolean, sum);

  if (*is_queued)
    return;
  *is_queued = TRUE;
  g_queue_push_tail (&self->queue, GUINT_TO_POINTER (sum));
}

static void
narrow (AmpIntervalSystem *self, guint count, gint64 lowest, gint64 highest)
{
  Interval     *interval = get_interval (self, count);
  const GArray *sums = g_ptr_array_index (self->sums_of, count);

  if (lowest <= interval->lowest && highest >= interval->highest)
    return;
  interval->lowest = MAX (interval->lowest, lowest);
  interval->highest = MIN (interval->highest, highest);
  for (guint i = 0; i < sums->len; i++)
    enqueue (self, g_array_index (sums, guint, i));
}

/* Each part is the total less the others. Unbounded ones are counted apart, so
 * that subtracting one leaves the rest of the sum known. */
static void
narrow_sum (AmpIntervalSystem *self, const GArray *sum)
{
  guint    total = g_array_index (sum, guint, 0);
  Interval whole;
  gint64   lowest = 0, highest = 0;
  guint    n_unbounded = 0;

  for (guint i = 1; i < sum->len; i++)
    {
      const Interval *part = get_interval (self, g_array_index (sum, guint, i));

      lowest += part->lowest;
      n_unbounded += part->highest >= MANY;
      highest += part->highest >= MANY ? 0 : part->highest;
    }
  narrow (self, total, lowest, n_unbounded > 0 ? MANY : highest);
  whole = *get_interval (self, total);
  for (guint i = 1; i < sum->len; i++)
    {
      guint    count = g_array_index (sum, guint, i);
      Interval part = *get_interval (self, count);
      gboolean is_unbounded = part.highest >= MANY;
      gboolean is_known = n_unbounded == 0 || (n_unbounded == 1 && is_unbounded);
      gint64   least = is_known ? whole.lowest - (highest - (is_unbounded ? 0 : part.highest)) : 0;
      gint64   most = whole.highest >= MANY ? MANY : whole.highest - (lowest - part.lowest);

      narrow (self, count, least, most);
    }
}

void
amp_interval_system_solve (AmpIntervalSystem *self)
{
  g_return_if_fail (self != NULL);

  for (guint sum = 0; sum < self->sums->len; sum++)
    enqueue (self, sum);
  while (!g_queue_is_empty (&self->queue))
    {
      guint sum = GPOINTER_TO_UINT (g_queue_pop_head (&self->queue));

      g_array_index (self->is_queued, gboolean, sum) = FALSE;
      narrow_sum (self, g_ptr_array_index (self->sums, sum));
    }
}
