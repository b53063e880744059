/* How many different values a column has: how near the estimate comes, and that parts
 * add up. */
#include "amp-value-sketch.h"

#include <math.h>
#include <string.h>

/* One column that is looked at in every record, and one that is not. */
static const guint8 first_is_varied[] = { 1 };

static AmpValueSketch *
make_sketch (guint seed)
{
  AmpValueSketch *sketch = amp_value_sketch_new (2, first_is_varied);

  amp_value_sketch_set_key (sketch, (const guint8 *) &seed, sizeof seed);
  return sketch;
}

static void
add (AmpValueFinds *finds, const char *first, const char *second)
{
  const AmpValue values[] = { { first, (guint32) strlen (first) }, { second, (guint32) strlen (second) } };
  const AmpRow   row = { .n_values = 2, .values = (AmpValue *) values };
  const guint8   bitmap[] = { (guint8) ((*first != '\0') | (*second != '\0') << 1) };

  amp_value_finds_add_row (finds, &row, bitmap);
}

static void
add_numbers (AmpValueSketch *sketch, const char *before, const char *after, guint from, guint to, guint repeats)
{
  g_autoptr (AmpValueFinds) finds = amp_value_finds_new (sketch);

  for (guint repeat = 0; repeat < repeats; repeat++)
    for (guint i = from; i < to; i++)
      {
        char text[64];

        g_snprintf (text, sizeof text, "%s%05u%s", before, i, after);
        add (finds, text, text);
      }
  amp_value_sketch_take (sketch, finds);
}

/* Over many keys, the error is that of the method, whatever the values look like. */
static void
test_is_near (void)
{
  static const char *const formats[][2] = { { "", "" }, { "000", "" }, { "1 80 02 ", "" }, { "somebody.", "@example.org" }, { "a rather long text whose end alone differs: ", "" } };
  static const guint       numbers[] = { 40, 300, 2500, 20000 };

  for (guint f = 0; f < G_N_ELEMENTS (formats); f++)
    for (guint n = 0; n < G_N_ELEMENTS (numbers); n++)
      {
        double sum = 0, squares = 0;

        for (guint seed = 0; seed < 60; seed++)
          {
            g_autoptr (AmpValueSketch) sketch = make_sketch (seed);
            double error;

            add_numbers (sketch, formats[f][0], formats[f][1], 0, numbers[n], 1);
            error = (double) amp_value_sketch_estimate (sketch, 0, numbers[n] * 10) / numbers[n] - 1;
            sum += error;
            squares += error * error;
          }
        g_test_message ("%s, %u: bias %.3f, error %.3f", formats[f][0], numbers[n], sum / 60, sqrt (squares / 60));
        g_assert_cmpfloat (fabs (sum / 60), <, 0.02);
        g_assert_cmpfloat (sqrt (squares / 60), <, 0.06);
      }
}

static void
test_repeats_change_nothing (void)
{
  g_autoptr (AmpValueSketch) once = make_sketch (1);
  g_autoptr (AmpValueSketch) often = make_sketch (1);

  add_numbers (once, "", "", 0, 5000, 1);
  add_numbers (often, "", "", 0, 2500, 3);
  add_numbers (often, " ", "\t", 1000, 5000, 2);
  g_assert_cmpint (amp_value_sketch_estimate (once, 0, 50000), ==, amp_value_sketch_estimate (often, 0, 50000));
}

/* What was read wrongly is forgotten before it counts. */
static void
test_finds_count_when_taken (void)
{
  g_autoptr (AmpValueSketch) sketch = make_sketch (1);
  g_autoptr (AmpValueFinds) finds = amp_value_finds_new (sketch);

  add (finds, "wrong", "");
  add (finds, "guess", "");
  amp_value_finds_reset (finds);
  add (finds, "right", "");
  amp_value_sketch_take (sketch, finds);
  g_assert_cmpint (amp_value_sketch_estimate (sketch, 0, 3), ==, 1);
  g_assert_cmpint (amp_value_sketch_estimate (sketch, 1, 0), ==, 0);
}

/* Of a column that is looked at now and then, the least that there must be is told. */
static void
test_sample_is_a_lower_bound (void)
{
  static const struct
  {
    guint numbers;
    guint repeats;
    guint lowest;
  } cases[] = { { 20, 4000, 16 }, { 1000, 80, 800 }, { 20000, 4, 5000 }, { 80000, 1, 10000 } };
  guint n_above = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint seed = 0; seed < 40; seed++)
      {
        g_autoptr (AmpValueSketch) sketch = make_sketch (seed);
        gint64 number;

        add_numbers (sketch, "", "", 0, cases[i].numbers, cases[i].repeats);
        number = amp_value_sketch_estimate (sketch, 1, cases[i].numbers * cases[i].repeats);
        g_assert_cmpint (number, >=, cases[i].lowest);
        n_above += number > cases[i].numbers * 1.1;
      }
  g_assert_cmpuint (n_above, <=, 4);
}

static void
test_ends_at_the_last_column (void)
{
  const guint          n_fields = AMP_VALUE_SKETCH_MAX_FIELDS + 5;
  g_autofree guint8   *varied = g_malloc0 (n_fields / 8 + 1);
  g_autofree guint8   *bitmap = g_malloc (n_fields / 8 + 1);
  g_autofree AmpValue *values = g_new (AmpValue, n_fields);
  g_autoptr (AmpValueSketch) sketch = amp_value_sketch_new (n_fields, varied);
  g_autoptr (AmpValueFinds) finds = amp_value_finds_new (sketch);
  AmpRow row = { .n_values = n_fields, .values = values };

  memset (bitmap, 0xff, n_fields / 8 + 1);
  for (guint i = 0; i < n_fields; i++)
    values[i] = (AmpValue){ "x", 1 };
  amp_value_finds_add_row (finds, &row, bitmap);
  amp_value_sketch_take (sketch, finds);
  g_assert_cmpint (amp_value_sketch_estimate (sketch, AMP_VALUE_SKETCH_MAX_FIELDS - 1, 1), ==, 1);
  g_assert_cmpint (amp_value_sketch_estimate (sketch, AMP_VALUE_SKETCH_MAX_FIELDS, 1), <, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/value-sketch/is-near", test_is_near);
  g_test_add_func ("/analysis/value-sketch/repeats-change-nothing", test_repeats_change_nothing);
  g_test_add_func ("/analysis/value-sketch/finds-count-when-taken", test_finds_count_when_taken);
  g_test_add_func ("/analysis/value-sketch/a-sample-is-a-lower-bound", test_sample_is_a_lower_bound);
  g_test_add_func ("/analysis/value-sketch/ends-at-the-last-column", test_ends_at_the_last_column);
  return g_test_run ();
}
