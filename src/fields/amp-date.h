/* Calendar dates as dumps write them. Knows nothing of times of day, time
 * zones or what a date means. Thread-safe: no state. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The years that a dump may hold; what lies outside is not read as a date. */
#define AMP_DATE_FIRST_YEAR 1850
#define AMP_DATE_LAST_YEAR 2100

/**
 * AmpDate:
 * @year: the year, 0 for no date
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * A day of the Gregorian calendar. All zero: no date.
 */
typedef struct
{
  guint16 year;
  guint8  month;
  guint8  day;
} AmpDate;

/**
 * amp_date_is_valid:
 * @date: a date
 *
 * Returns: whether @date is a day of the calendar within the years above.
 */
gboolean amp_date_is_valid (AmpDate date);

/**
 * amp_date_compare:
 * @first: a date
 * @second: another one
 *
 * Returns: less than, equal to or greater than 0 as @first comes before, is or
 *   comes after @second.
 */
int amp_date_compare (AmpDate first, AmpDate second);

G_END_DECLS
