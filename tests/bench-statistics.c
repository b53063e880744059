/* How long an opened case takes to answer.
 *
 * usage: bench-statistics CASE
 *
 * Opens the case again and again and asks one question under a filter, then asks
 * for every breakdown under every filter of one term that the case can be filtered
 * by, and under pairs of them. Prints, in milliseconds: median and 95th percentile of
 * opening and one answer; median, 95th percentile and maximum of the questions;
 * how many those were; and again both percentiles of opening, but of the processor's
 * time, which the company of other programs does not change much. */
#include "amp-case.h"

#include <time.h>

#define N_OPENINGS 100
#define ASKING_SECONDS 20
#define MIXING_PRIME 7919

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

/* Pairs of terms, in an order that mixes them, until there was time enough: a country's
 * case is asked some hundreds of questions rather than thousands. */
static void
ask_all (AmpCase *opened, GArray *times)
{
  g_autoptr (GPtrArray) terms = collect_terms (opened);
  gint64 end = g_get_monotonic_time () + ASKING_SECONDS * G_USEC_PER_SEC;
  guint  n_pairs = terms->len * terms->len;

  for (guint i = 0; i < n_pairs && g_get_monotonic_time () < end; i++)
    {
      guint pair = (guint) ((guint64) i * MIXING_PRIME % n_pairs);
      g_autoptr (AmpSelection) selection = amp_selection_new ();

      amp_selection_add_string (selection, g_ptr_array_index (terms, pair / terms->len), NULL);
      amp_selection_add_string (selection, g_ptr_array_index (terms, pair % terms->len), NULL);
      ask (opened, selection, times);
    }
}

/* Opening as the application does it: as far as the first answer. */
static gboolean
open_and_ask (const char *path, GArray *times, GArray *processor_times)
{
  gint64  begin = g_get_monotonic_time ();
  clock_t processor_begin = clock ();
  g_autoptr (AmpCase) opened = amp_case_open (path, NULL, NULL);
  g_autoptr (AmpSelection) selection = amp_selection_new ();
  g_autoptr (AmpTable) table = NULL;
  double took, processor_took;

  if (opened == NULL)
    return FALSE;
  amp_selection_add_string (selection, "category=health", NULL);
  table = amp_case_tabulate (opened, AMP_KEY_DEPARTEMENT, selection, NULL, NULL);
  took = (double) (g_get_monotonic_time () - begin) / 1000;
  processor_took = (double) (clock () - processor_begin) * 1000 / CLOCKS_PER_SEC;
  g_array_append_val (times, took);
  g_array_append_val (processor_times, processor_took);
  return TRUE;
}

static double
get_percentile (GArray *times, guint percent)
{
  return g_array_index (times, double, MIN (times->len - 1, times->len * percent / 100));
}

int
main (int argc, char **argv)
{
  g_autoptr (GArray) openings = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) processor = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (AmpCase) opened = NULL;

  for (guint i = 0; i < N_OPENINGS; i++)
    if (argc != 2 || !open_and_ask (argv[1], openings, processor))
      return 1;
  opened = amp_case_open (argv[1], NULL, NULL);
  g_assert (opened != NULL);
  ask_all (opened, times);
  g_array_sort (openings, compare_times);
  g_array_sort (processor, compare_times);
  g_array_sort (times, compare_times);
  g_print ("%.1f %.1f %.2f %.2f %.2f %u %.1f %.1f\n",
           get_percentile (openings, 50),
           get_percentile (openings, 95),
           get_percentile (times, 50),
           get_percentile (times, 95),
           get_percentile (times, 100),
           times->len,
           get_percentile (processor, 50),
           get_percentile (processor, 95));
  return 0;
}
