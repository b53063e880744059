/* Owns the arithmetic of dates. A year is counted from March, so that the leap
 * day is its last one. */
#include "sample-date.h"

#define DAYS_FROM_MARCH_0_TO_1900 693901

const char *const sample_age_codes[SAMPLE_N_AGES] = {
  "0-14", "15-17", "18-24", "25-34", "35-44", "45-54", "55-64", "65-74", "75+", "unknown"
};

gint32
sample_date_to_day (SampleDate date)
{
  int month = (date.month + 9) % 12;
  int year = date.year - (date.month < 3);

  return 365 * year + year / 4 - year / 100 + year / 400 +
         (month * 306 + 5) / 10 + date.day - 1 - DAYS_FROM_MARCH_0_TO_1900;
}

SampleDate
sample_date_from_day (gint32 day)
{
  int in_all = day + DAYS_FROM_MARCH_0_TO_1900;
  int century = (4 * in_all + 3) / 146097;
  int in_century = in_all - 146097 * century / 4;
  int year = (4 * in_century + 3) / 1461;
  int in_year = in_century - 1461 * year / 4;
  int month = (5 * in_year + 2) / 153;

  return (SampleDate){
    .year = 100 * century + year + (month >= 10),
    .month = month < 10 ? month + 3 : month - 9,
    .day = in_year - (153 * month + 2) / 5 + 1,
  };
}

static int
count_years (gint32 birth, gint32 as_of)
{
  SampleDate from = sample_date_from_day (birth);
  SampleDate to = sample_date_from_day (as_of);
  gboolean   is_before = to.month < from.month || (to.month == from.month && to.day < from.day);

  return to.year - from.year - is_before;
}

SampleAge
sample_age_at (gint32 birth, gint32 as_of)
{
  static const int first_after[] = { 15, 18, 25, 35, 45, 55, 65, 75 };

  if (birth == SAMPLE_DAY_UNKNOWN)
    return SAMPLE_AGE_UNKNOWN;
  int years = count_years (birth, as_of);
  for (guint i = 0; i < G_N_ELEMENTS (first_after); i++)
    if (years < first_after[i])
      return (SampleAge) i;
  return SAMPLE_AGE_75;
}
