/* Owns the rules that tell births from acts by the dates alone. */
#include "amp-column-dates.h"

#define N_ORDERS 3
/* Fewer years of two digits prove nothing, nor does a shorter break in them. */
#define SHORT_YEARS_MINIMUM 20
#define SHORT_YEARS_BREAK 3
#define BIRTHS_MINIMUM 5
#define BIRTHS_SPREAD 35
/* Half of the births are at least this much older than the latest one. */
#define BIRTHS_MEDIAN 12

static int
compare_years (gconstpointer first, gconstpointer second)
{
  return (int) *(const guint16 *) first - (int) *(const guint16 *) second;
}

static GArray *
read_years (const GPtrArray *values, AmpDateOrder order)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (guint16));

  for (guint i = 0; i < values->len; i++)
    {
      const char *value = g_ptr_array_index (values, i);
      AmpDate     date;

      if (amp_date_parse (value, strlen (value), order, &date))
        g_array_append_val (years, date.year);
    }
  return years;
}

static gboolean
has_time (const char *value)
{
  const char *colon = strchr (value, ':');

  return colon != NULL && strstr (value, "00:00") == NULL && strstr (value, " 0:00") == NULL;
}

/* The tenth percentile, not the first year: one mistyped act is no birth. */
static gboolean
are_births (GArray *years)
{
  guint earliest, median, latest;

  if (years->len < BIRTHS_MINIMUM)
    return FALSE;
  g_array_sort (years, compare_years);
  earliest = g_array_index (years, guint16, years->len / 10);
  median = g_array_index (years, guint16, years->len / 2);
  latest = g_array_index (years, guint16, years->len - 1 - years->len / 50);
  return latest - earliest > BIRTHS_SPREAD && latest - median >= BIRTHS_MEDIAN;
}

/* A year of two digits is one that moves with the century. */
static gboolean
read_short_year (const char *value, AmpDateOrder order, guint *short_year)
{
  AmpDate early, late;

  if (!amp_date_parse_from (value, strlen (value), order, 1900, &early) ||
      !amp_date_parse_from (value, strlen (value), order, 2000, &late))
    return FALSE;
  *short_year = early.year % 100u;
  return early.year != late.year;
}

/* Dates of people stand within a hundred years: where the circle of two digits
 * has its longest break, they begin behind it. */
static void
find_longest_break (const gboolean *is_there, AmpShortYears *years)
{
  guint longest = 0;

  for (guint year = 0; year < 100; year++)
    {
      guint length = 0;

      if (!is_there[year])
        continue;
      while (length < 99 && !is_there[(year + 99 - length) % 100])
        length++;
      if (length <= longest)
        continue;
      longest = length;
      years->first = (guint8) year;
      years->span = (guint8) (99 - length);
    }
  years->are_known = longest >= SHORT_YEARS_BREAK;
}

static void
read_short_years (const GPtrArray *values, AmpDateOrder order, AmpShortYears *years)
{
  gboolean is_there[100] = { FALSE };
  guint    n = 0, short_year;

  for (guint i = 0; i < values->len; i++)
    if (read_short_year (g_ptr_array_index (values, i), order, &short_year))
      {
        is_there[short_year] = TRUE;
        n++;
      }
  if (n >= SHORT_YEARS_MINIMUM)
    find_longest_break (is_there, years);
}

void
amp_column_dates_read (const GPtrArray *values, AmpColumnDates *dates)
{
  *dates = (AmpColumnDates){ .order = AMP_DATE_ORDER_DMY };

  for (guint order = 0; order < N_ORDERS; order++)
    {
      g_autoptr (GArray) years = read_years (values, (AmpDateOrder) order);

      if (years->len <= dates->n_dates)
        continue;
      dates->n_dates = years->len;
      dates->order = (AmpDateOrder) order;
      dates->is_births = are_births (years);
    }
  read_short_years (values, dates->order, &dates->short_years);
  for (guint i = 0; i < values->len; i++)
    dates->n_timed += has_time (g_ptr_array_index (values, i)) ? 1 : 0;
}
