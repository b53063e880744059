/* How long an opened case takes to answer.
 *
 * usage: bench-statistics CASE
 *
 * Opens the case, then asks for every breakdown under every filter of one term
 * that the case can be filtered by, and under pairs of them. Prints, in
 * milliseconds: opening, median, 95th percentile, maximum, number of questions. */
#include "amp-case.h"

static int
compare_times (gconstpointer one, gconstpointer other)
{
  double a = *(const double *) one, b = *(const double *) other;

  return (a > b) - (a < b);
}

static const AmpKey KEYS[] = {
  AMP_KEY_REGION, AMP_KEY_DEPARTEMENT, AMP_KEY_EPCI, AMP_KEY_COMMUNE, AMP_KEY_CATEGORY,
  AMP_KEY_SENSITIVITY, AMP_KEY_AGE, AMP_KEY_SEX, AMP_KEY_PLACE_QUALITY, AMP_KEY_COMBINATION
};

static void
ask (AmpCase *opened, const AmpSelection *selection, GArray *times)
{
  for (guint i = 0; i < G_N_ELEMENTS (KEYS); i++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (AmpTable) table = amp_case_tabulate (opened, KEYS[i], selection, NULL, NULL);
      double took = (double) (g_get_monotonic_time () - begin) / 1000;

      g_assert (table != NULL);
      g_array_append_val (times, took);
    }
}

/* The first few codes of each breakdown, as terms. */
static GPtrArray *
collect_terms (AmpCase *opened)
{
  GPtrArray *terms = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (KEYS); i++)
    {
      g_autoptr (AmpTable) table = amp_case_tabulate (opened, KEYS[i], NULL, NULL, NULL);

      for (guint row = 0; row < MIN (amp_table_get_n_rows (table), 4); row++)
        g_ptr_array_add (terms, g_strdup_printf ("%s=%s", amp_key_get_code (KEYS[i]), amp_table_get_row (table, row)->code));
    }
  return terms;
}

static void
ask_all (AmpCase *opened, GArray *times)
{
  g_autoptr (GPtrArray) terms = collect_terms (opened);

  for (guint i = 0; i < terms->len; i++)
    for (guint j = i; j < terms->len; j++)
      {
        g_autoptr (AmpSelection) selection = amp_selection_new ();

        amp_selection_add_string (selection, g_ptr_array_index (terms, i), NULL);
        amp_selection_add_string (selection, g_ptr_array_index (terms, j), NULL);
        ask (opened, selection, times);
      }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpCase) opened = NULL;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  gint64 begin = g_get_monotonic_time ();
  double opening;

  if (argc != 2 || (opened = amp_case_open (argv[1], NULL, &error)) == NULL)
    return 1;
  opening = (double) (g_get_monotonic_time () - begin) / 1000;
  ask_all (opened, times);
  g_array_sort (times, compare_times);
  g_print ("%.1f %.2f %.2f %.2f %u\n",
           opening,
           g_array_index (times, double, times->len / 2),
           g_array_index (times, double, times->len * 95 / 100),
           g_array_index (times, double, times->len - 1),
           times->len);
  return 0;
}
