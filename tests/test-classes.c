/* What src/chart/amp-classes promises. */
#include "amp-classes.h"

#include <math.h>

static double
get_spread (const double *values, guint first, guint last)
{
  double mean = 0, spread = 0;

  for (guint i = first; i <= last; i++)
    mean += values[i] / (last - first + 1);
  for (guint i = first; i <= last; i++)
    spread += (values[i] - mean) * (values[i] - mean);
  return spread;
}

/* The least spread of all ways to cut @values (sorted) into @n_classes. */
static double
try_all (const double *values, guint first, guint n_values, guint n_classes)
{
  double best = INFINITY;

  if (n_classes == 1)
    return get_spread (values, first, n_values - 1);
  for (guint last = first; last + n_classes <= n_values; last++)
    best = MIN (best, get_spread (values, first, last) + try_all (values, last + 1, n_values, n_classes - 1));
  return best;
}

static double
get_classes_spread (const AmpClasses *classes, const double *values, guint n_values)
{
  double total = 0;
  guint  first = 0;

  for (guint i = 1; i <= n_values; i++)
    if (i == n_values || amp_classes_find (classes, values[i]) != amp_classes_find (classes, values[first]))
      {
        total += get_spread (values, first, i - 1);
        first = i;
      }
  return total;
}

static int
compare (gconstpointer one, gconstpointer other)
{
  return (*(const double *) one > *(const double *) other) - (*(const double *) one < *(const double *) other);
}

static void
test_jenks_is_the_optimum (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20210223);

  for (guint turn = 0; turn < 400; turn++)
    {
      double     values[11];
      guint      n_values = (guint) g_rand_int_range (random, 4, 12);
      guint      n_classes = (guint) g_rand_int_range (random, 2, 5);
      AmpClasses classes;

      for (guint i = 0; i < n_values; i++)
        values[i] = turn % 2 ? g_rand_int_range (random, 1, 30) : exp (g_rand_double_range (random, 0, 12)) - 500;
      amp_classes_init (&classes, AMP_CLASSING_JENKS, values, n_values, n_classes);
      qsort (values, n_values, sizeof *values, compare);
      g_assert_cmpuint (classes.n_classes, <=, n_classes);
      g_assert_cmpfloat (get_classes_spread (&classes, values, n_values), <=, try_all (values, 0, n_values, n_classes) * (1 + 1e-9) + 1e-9);
    }
}

static void
test_quantiles_hold_as_many (void)
{
  double     values[100];
  AmpClasses classes;

  for (guint i = 0; i < 100; i++)
    values[i] = (i * 37 % 100) * 1.5;
  amp_classes_init (&classes, AMP_CLASSING_QUANTILE, values, 100, 4);
  g_assert_cmpuint (classes.n_classes, ==, 4);
  for (guint k = 0; k < 4; k++)
    g_assert_cmpuint (classes.counts[k], ==, 25);
  g_assert_cmpfloat (classes.bounds[0], ==, 0);
  g_assert_cmpfloat (classes.bounds[1], ==, 36);
  g_assert_cmpfloat (classes.bounds[4], ==, 148.5);
  g_assert_cmpfloat (classes.lowest[1], ==, 37.5);
  g_assert_cmpfloat (classes.highest[1], ==, 73.5);
}

static void
test_equal_classes_are_as_wide (void)
{
  const double values[] = { 0, 1, 2, 100 };
  AmpClasses   classes;

  amp_classes_init (&classes, AMP_CLASSING_EQUAL, values, 4, 5);
  g_assert_cmpuint (classes.n_classes, ==, 5);
  for (guint k = 0; k <= 5; k++)
    g_assert_cmpfloat_with_epsilon (classes.bounds[k], 20.0 * k, 1e-9);
  g_assert_cmpuint (classes.counts[0], ==, 3);
  g_assert_cmpuint (classes.counts[2], ==, 0);
  g_assert_cmpint (amp_classes_find (&classes, 20), ==, 0);
  g_assert_cmpint (amp_classes_find (&classes, 20.1), ==, 1);
}

static void
test_few_values_make_few_classes (void)
{
  const double same[] = { 7, 7, 7, 7 };
  const double two[] = { 9, 1, 9, NAN, INFINITY, -INFINITY };
  AmpClasses   classes;

  for (AmpClassing classing = 0; classing < AMP_N_CLASSINGS; classing++)
    {
      amp_classes_init (&classes, classing, same, 4, 5);
      g_assert_cmpuint (classes.n_classes, ==, 1);
      g_assert_cmpint (amp_classes_find (&classes, 7), ==, 0);
      g_assert_cmpuint (classes.counts[0], ==, 4);
      amp_classes_init (&classes, classing, two, G_N_ELEMENTS (two), 2);
      g_assert_cmpuint (classes.n_classes, ==, 2);
      g_assert_cmpuint (classes.counts[0], ==, 1);
      g_assert_cmpuint (classes.counts[1], ==, 2);
      amp_classes_init (&classes, classing, NULL, 0, 5);
      g_assert_cmpuint (classes.n_classes, ==, 0);
      g_assert_cmpint (amp_classes_find (&classes, 1), ==, -1);
    }
}

/* Counted by hand: values that are equal stay together, whatever the shares say. */
static void
test_ties_stay_together (void)
{
  const double values[] = { 1, 7, 1, 6, 1, 5, 1, 4, 2, 3 };
  const double bounds[] = { 1, 1, 3, 5, 7 };
  const gsize  counts[] = { 4, 2, 2, 2 };
  AmpClasses   classes;

  amp_classes_init (&classes, AMP_CLASSING_QUANTILE, values, G_N_ELEMENTS (values), 5);
  g_assert_cmpuint (classes.n_classes, ==, 4);
  for (guint k = 0; k <= 4; k++)
    g_assert_cmpfloat (classes.bounds[k], ==, bounds[k]);
  for (guint k = 0; k < 4; k++)
    g_assert_cmpuint (classes.counts[k], ==, counts[k]);
  g_assert_cmpfloat (classes.lowest[1], ==, 2);
  g_assert_cmpfloat (classes.highest[1], ==, 3);
}

/* A value at a bound belongs to the class below, and an empty class has its bounds. */
static void
test_bounds_belong_below (void)
{
  const double values[] = { 10, 0, 20, 5, 10 };
  AmpClasses   classes;

  amp_classes_init (&classes, AMP_CLASSING_EQUAL, values, G_N_ELEMENTS (values), 4);
  g_assert_cmpuint (classes.n_classes, ==, 4);
  g_assert_cmpuint (classes.counts[0], ==, 2);
  g_assert_cmpuint (classes.counts[1], ==, 2);
  g_assert_cmpuint (classes.counts[2], ==, 0);
  g_assert_cmpuint (classes.counts[3], ==, 1);
  g_assert_cmpfloat (classes.highest[0], ==, 5);
  g_assert_cmpfloat (classes.lowest[1], ==, 10);
  g_assert_cmpfloat (classes.lowest[2], ==, 10);
  g_assert_cmpfloat (classes.highest[2], ==, 15);
  g_assert_cmpfloat (classes.lowest[3], ==, 20);
}

/* 1 2 3, 10 11 12, 30: no other three classes have a spread as small as 2 + 2 + 0. */
static void
test_breaks_are_where_gaps_are (void)
{
  const double values[] = { 11, 2, 30, 1, 12, 3, 10 };
  AmpClasses   classes;

  amp_classes_init (&classes, AMP_CLASSING_JENKS, values, G_N_ELEMENTS (values), 3);
  g_assert_cmpuint (classes.n_classes, ==, 3);
  g_assert_cmpfloat (classes.bounds[0], ==, 1);
  g_assert_cmpfloat (classes.bounds[1], ==, 3);
  g_assert_cmpfloat (classes.bounds[2], ==, 12);
  g_assert_cmpfloat (classes.bounds[3], ==, 30);
  g_assert_cmpfloat (classes.lowest[1], ==, 10);
  g_assert_cmpuint (classes.counts[2], ==, 1);
}

static void
test_every_value_has_its_class (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  double     values[500];
  AmpClasses classes;

  for (guint i = 0; i < 500; i++)
    values[i] = exp (g_rand_double_range (random, -300, 300));
  values[0] = -G_MAXDOUBLE;
  values[1] = G_MAXDOUBLE;
  for (AmpClassing classing = 0; classing < AMP_N_CLASSINGS; classing++)
    for (guint n_classes = 0; n_classes < 12; n_classes++)
      {
        amp_classes_init (&classes, classing, values, 500, n_classes);
        g_assert_cmpuint (classes.n_classes, >=, 1);
        g_assert_cmpuint (classes.n_classes, <=, MIN (MAX (n_classes, 1), AMP_MAX_CLASSES));
        for (guint k = 0; k < classes.n_classes; k++)
          g_assert_true (isfinite (classes.bounds[k]) && (k == 0 ? classes.bounds[0] <= classes.bounds[1] : classes.bounds[k] < classes.bounds[k + 1]));
        for (guint i = 0; i < 500; i++)
          {
            int k = amp_classes_find (&classes, values[i]);

            g_assert_cmpfloat (values[i], <=, classes.highest[k]);
            g_assert_cmpfloat (values[i], >=, classes.lowest[k]);
          }
        g_assert_cmpint (amp_classes_find (&classes, NAN), ==, -1);
        g_assert_cmpint (amp_classes_find (&classes, INFINITY), ==, classes.n_classes - 1);
        g_assert_cmpint (amp_classes_find (&classes, -INFINITY), ==, 0);
      }
}

static void
test_many_values_take_little_time (void)
{
  g_autofree double *values = g_new (double, 100000);
  AmpClasses         classes;
  gint64             begin = g_get_monotonic_time ();

  for (guint i = 0; i < 100000; i++)
    values[i] = pow (i + 1, 1.3);
  amp_classes_init (&classes, AMP_CLASSING_JENKS, values, 36000, 7);
  g_assert_cmpuint (classes.n_classes, ==, 7);
  amp_classes_init (&classes, AMP_CLASSING_JENKS, values, 100000, 7);
  g_assert_cmpuint (classes.n_classes, ==, 7);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 20 * G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/classes/jenks-is-the-optimum", test_jenks_is_the_optimum);
  g_test_add_func ("/chart/classes/quantiles-hold-as-many", test_quantiles_hold_as_many);
  g_test_add_func ("/chart/classes/equal-classes-are-as-wide", test_equal_classes_are_as_wide);
  g_test_add_func ("/chart/classes/few-values-make-few-classes", test_few_values_make_few_classes);
  g_test_add_func ("/chart/classes/ties-stay-together", test_ties_stay_together);
  g_test_add_func ("/chart/classes/bounds-belong-below", test_bounds_belong_below);
  g_test_add_func ("/chart/classes/breaks-are-where-gaps-are", test_breaks_are_where_gaps_are);
  g_test_add_func ("/chart/classes/every-value-has-its-class", test_every_value_has_its_class);
  g_test_add_func ("/chart/classes/many-values-take-little-time", test_many_values_take_little_time);
  return g_test_run ();
}
