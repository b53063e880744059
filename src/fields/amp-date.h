/* Calendar dates as dumps write them. Knows nothing of times of day, time
 * zones or what a date means. Thread-safe: no state. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The years that a dump may hold; what lies outside is not read as a date. */
#define AMP_DATE_FIRST_YEAR 1850
#define AMP_DATE_LAST_YEAR 2100

/* Years of two digits: below the pivot 20xx, from it on 19xx. */
#define AMP_DATE_PIVOT 30

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
 * AmpDateOrder:
 * @AMP_DATE_ORDER_DMY: day, month, year
 * @AMP_DATE_ORDER_MDY: month, day, year
 * @AMP_DATE_ORDER_YMD: year, month, day
 *
 * How a column writes its dates. It decides only where a value leaves a
 * choice: a year of four digits in front is always read as such.
 */
typedef enum
{
  AMP_DATE_ORDER_DMY,
  AMP_DATE_ORDER_MDY,
  AMP_DATE_ORDER_YMD
} AmpDateOrder;

/**
 * amp_date_parse:
 * @bytes: (array length=length): a value
 * @length: bytes
 * @order: how the column writes its dates
 * @date: (out): the date
 *
 * Reads dd/mm/yyyy, yyyy-mm-dd and the like, with one of / - . or a blank
 * between the parts, one or two digits for day and month, two or four for the
 * year (see %AMP_DATE_PIVOT); yyyymmdd and ddmmyyyy (mmddyyyy in a column of
 * that order); a month by its French or English name or its first letters
 * (12-MAR-85, 3 février 1990). A time of day may follow. The day must exist in
 * the calendar, between %AMP_DATE_FIRST_YEAR and %AMP_DATE_LAST_YEAR.
 *
 * Returns: whether @bytes hold a date; @date is untouched if not.
 */
gboolean amp_date_parse (const char *bytes, gsize length, AmpDateOrder order, AmpDate *date);

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
