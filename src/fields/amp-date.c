/* Owns the calendar rules. */
#include "amp-date.h"

static guint
get_days_in_month (guint year, guint month)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean            is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

  return days[month - 1] + (month == 2 && is_leap ? 1 : 0);
}

gboolean
amp_date_is_valid (AmpDate date)
{
  return date.year >= AMP_DATE_FIRST_YEAR && date.year <= AMP_DATE_LAST_YEAR &&
         date.month >= 1 && date.month <= 12 &&
         date.day >= 1 && date.day <= get_days_in_month (date.year, date.month);
}

int
amp_date_compare (AmpDate first, AmpDate second)
{
  if (first.year != second.year)
    return (int) first.year - (int) second.year;
  if (first.month != second.month)
    return (int) first.month - (int) second.month;
  return (int) first.day - (int) second.day;
}
