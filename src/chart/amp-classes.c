/* Cutting numbers into classes: see the header.
 *
 * Every cutter gets finite numbers in rising order and writes upper bounds in
 * rising order. */
#include "amp-classes.h"

#include <math.h>
#include <string.h>

/* Natural breaks take k n log n steps: some tenths of a second here. */
#define MAX_JENKS_VALUES 65536

static const char *const classing_codes[AMP_N_CLASSINGS] = {
  [AMP_CLASSING_QUANTILE] = "quantile",
  [AMP_CLASSING_EQUAL] = "equal",
  [AMP_CLASSING_JENKS] = "jenks",
};

/* Sums over the first i distinct values, so that the spread of any run of them
 * takes one step. */
typedef struct
{
  double *values;
  double *weights;
  double *sums;
  double *squares;
  gsize   n_values;
  double *previous;
  double *current;
  gsize  *starts;
} Jenks;

const char *
amp_classing_get_code (AmpClassing classing)
{
  g_return_val_if_fail (classing < AMP_N_CLASSINGS, NULL);

  return classing_codes[classing];
}

AmpClassing
amp_classing_from_code (const char *code)
{
  for (AmpClassing classing = 0; classing < AMP_N_CLASSINGS; classing++)
    if (g_strcmp0 (classing_codes[classing], code) == 0)
      return classing;
  return AMP_CLASSING_JENKS;
}

static int
compare_doubles (gconstpointer first, gconstpointer second)
{
  double one = *(const double *) first;
  double other = *(const double *) second;

  return (one > other) - (one < other);
}

static GArray *
sort_finite (const double *values, gsize n_values)
{
  GArray *sorted = g_array_new (FALSE, FALSE, sizeof (double));

  for (gsize i = 0; i < n_values; i++)
    if (isfinite (values[i]))
      g_array_append_val (sorted, values[i]);
  g_array_sort (sorted, compare_doubles);
  return sorted;
}

static double
value_at (const GArray *sorted, gsize index)
{
  return g_array_index (sorted, double, index);
}

/* Adds a bound unless it would make an empty class; the first class may hold
 * the lowest value alone. */
static void
add_bound (AmpClasses *classes, double bound)
{
  if (classes->n_classes > 0 && bound <= classes->bounds[classes->n_classes])
    return;
  classes->bounds[++classes->n_classes] = bound;
}

static gboolean
has_more_values_than (const GArray *sorted, guint n_classes)
{
  guint found = 1;

  for (gsize i = 1; i < sorted->len && found <= n_classes; i++)
    found += value_at (sorted, i) > value_at (sorted, i - 1);
  return found > n_classes;
}

static void
cut_quantiles (AmpClasses *classes, const GArray *sorted, guint n_classes)
{
  /* With so few values, the shares would merge some for no reason. */
  if (!has_more_values_than (sorted, n_classes))
    {
      for (gsize i = 0; i < sorted->len; i++)
        add_bound (classes, value_at (sorted, i));
      return;
    }
  for (guint i = 1; i <= n_classes; i++)
    add_bound (classes, value_at (sorted, (sorted->len * (gsize) i + n_classes - 1) / n_classes - 1));
}

static void
cut_equally (AmpClasses *classes, const GArray *sorted, guint n_classes)
{
  double lowest = value_at (sorted, 0);
  double highest = value_at (sorted, sorted->len - 1);
  double step = highest / n_classes - lowest / n_classes;

  for (guint i = 1; i < n_classes && step > 0; i++)
    if (lowest + i * step < highest)
      add_bound (classes, lowest + i * step);
  add_bound (classes, highest);
}

/* Sum of squared distances to their mean of the values @first to @last. */
static double
get_spread (const Jenks *jenks, gsize first, gsize last)
{
  double weight = jenks->weights[last + 1] - jenks->weights[first];
  double sum = jenks->sums[last + 1] - jenks->sums[first];
  double squares = jenks->squares[last + 1] - jenks->squares[first];

  return MAX (0, squares - sum * sum / weight);
}

/* The best last class for the runs that end at @low to @high. The start of the
 * best class never moves back when the end moves on, so one end in the middle
 * halves the search on both sides. */
static void
search (Jenks *jenks, gsize *starts, gsize low, gsize high, gsize first, gsize last)
{
  gsize  middle = low + (high - low) / 2;
  double best = INFINITY;

  for (gsize start = first; start <= MIN (last, middle); start++)
    {
      double spread = jenks->previous[start - 1] + get_spread (jenks, start, middle);

      if (spread < best)
        {
          best = spread;
          starts[middle] = start;
        }
    }
  jenks->current[middle] = best;
  if (middle > low)
    search (jenks, starts, low, middle - 1, first, starts[middle]);
  if (middle < high)
    search (jenks, starts, middle + 1, high, starts[middle], last);
}

/* Distances are taken from the middle of the range, in units of the range: the
 * differences of large sums keep their digits. */
static void
fill_sums (Jenks *jenks, const GArray *sorted)
{
  double lowest = value_at (sorted, 0);
  double highest = value_at (sorted, sorted->len - 1);
  double centre = lowest / 2 + highest / 2;
  double half = highest / 2 - lowest / 2;
  gsize  at = 0;

  for (gsize i = 0; i < sorted->len; i++)
    {
      double value = value_at (sorted, i);
      double distance = half > 0 ? (value - centre) / half : 0;

      if (at == 0 || value > jenks->values[at - 1])
        {
          jenks->values[at++] = value;
          jenks->weights[at] = jenks->weights[at - 1];
          jenks->sums[at] = jenks->sums[at - 1];
          jenks->squares[at] = jenks->squares[at - 1];
        }
      jenks->weights[at] += 1;
      jenks->sums[at] += distance;
      jenks->squares[at] += distance * distance;
    }
  jenks->n_values = at;
}

static void
solve (Jenks *jenks, guint n_classes)
{
  for (gsize i = 0; i < jenks->n_values; i++)
    jenks->previous[i] = get_spread (jenks, 0, i);
  for (guint k = 1; k < n_classes; k++)
    {
      double *spare = jenks->previous;

      search (jenks, jenks->starts + k * jenks->n_values, k, jenks->n_values - 1, k, jenks->n_values - 1);
      jenks->previous = jenks->current;
      jenks->current = spare;
    }
}

static void
read_bounds (AmpClasses *classes, const Jenks *jenks, guint n_classes)
{
  gsize end = jenks->n_values - 1;

  classes->n_classes = n_classes;
  for (guint k = n_classes; k-- > 0;)
    {
      classes->bounds[k + 1] = jenks->values[end];
      if (k > 0)
        end = jenks->starts[k * jenks->n_values + end] - 1;
    }
}

static void
cut_naturally (AmpClasses *classes, const GArray *sorted, guint n_classes)
{
  Jenks jenks = { 0 };

  jenks.values = g_new (double, sorted->len);
  jenks.weights = g_new0 (double, sorted->len + 1);
  jenks.sums = g_new0 (double, sorted->len + 1);
  jenks.squares = g_new0 (double, sorted->len + 1);
  fill_sums (&jenks, sorted);
  if (jenks.n_values > MAX_JENKS_VALUES)
    cut_quantiles (classes, sorted, n_classes);
  else
    {
      n_classes = MIN (n_classes, jenks.n_values);
      jenks.previous = g_new0 (double, jenks.n_values);
      jenks.current = g_new0 (double, jenks.n_values);
      jenks.starts = g_new0 (gsize, jenks.n_values * n_classes);
      solve (&jenks, n_classes);
      read_bounds (classes, &jenks, n_classes);
    }
  g_free (jenks.values);
  g_free (jenks.weights);
  g_free (jenks.sums);
  g_free (jenks.squares);
  g_free (jenks.previous);
  g_free (jenks.current);
  g_free (jenks.starts);
}

static void
count_values (AmpClasses *classes, const GArray *sorted)
{
  for (guint k = 0; k < classes->n_classes; k++)
    {
      classes->lowest[k] = classes->bounds[k];
      classes->highest[k] = classes->bounds[k + 1];
    }
  for (gsize i = 0; i < sorted->len; i++)
    {
      double value = value_at (sorted, i);
      int    k = amp_classes_find (classes, value);

      if (classes->counts[k]++ == 0)
        classes->lowest[k] = value;
      classes->highest[k] = value;
    }
}

void
amp_classes_init (AmpClasses *classes, AmpClassing classing, const double *values, gsize n_values, guint n_classes)
{
  static void (*const cut[AMP_N_CLASSINGS]) (AmpClasses *, const GArray *, guint) = {
    [AMP_CLASSING_QUANTILE] = cut_quantiles,
    [AMP_CLASSING_EQUAL] = cut_equally,
    [AMP_CLASSING_JENKS] = cut_naturally,
  };
  g_autoptr (GArray) sorted = NULL;

  g_return_if_fail (classes != NULL);
  g_return_if_fail (classing < AMP_N_CLASSINGS);
  g_return_if_fail (values != NULL || n_values == 0);

  memset (classes, 0, sizeof *classes);
  sorted = sort_finite (values, n_values);
  if (sorted->len == 0)
    return;
  classes->bounds[0] = value_at (sorted, 0);
  cut[classing](classes, sorted, CLAMP (n_classes, 1, AMP_MAX_CLASSES));
  count_values (classes, sorted);
}

int
amp_classes_find (const AmpClasses *classes, double value)
{
  g_return_val_if_fail (classes != NULL, -1);

  if (isnan (value))
    return -1;
  for (guint k = 0; k + 1 < classes->n_classes; k++)
    if (value <= classes->bounds[k + 1])
      return (int) k;
  return (int) classes->n_classes - 1;
}
