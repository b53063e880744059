/* Calendar dates as dumps write them. Knows nothing of times of day, time
 * zones or what a date means. Thread-safe: no state. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The years that a dump may hold; what lies outside is not read as a date. */
#define AMP_DATE_FIRST_YEAR 1850
#define AMP_DATE_LAST_YEAR 2100

/* Where nothing tells the century of a year of two digits, it is the first
 * such year from this one on. */
#define AMP_DATE_FIRST_SHORT_YEAR 1930

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
 * year (see %AMP_DATE_FIRST_SHORT_YEAR); yyyymmdd and ddmmyyyy (mmddyyyy in a column of
 * that order); a month by its French or English name or its first letters
 * (12-MAR-85, 3 février 1990). A time of day may follow. The day must exist in
 * the calendar, between %AMP_DATE_FIRST_YEAR and %AMP_DATE_LAST_YEAR.
 *
 * Returns: whether @bytes hold a date; @date is untouched if not.
 */
gboolean amp_date_parse (const char *bytes, gsize length, AmpDateOrder order, AmpDate *date);

/**
 * amp_date_parse_from:
 * @bytes: (array length=length): a value
 * @length: bytes
 * @order: how the column writes its dates
 * @first_short_year: a year of two digits is the first such year from this
 *   one on: from 1923 on, 25 is 1925 and 22 is 2022
 * @date: (out): the date
 *
 * As amp_date_parse(), for a column whose centuries are known.
 *
 * Returns: whether @bytes hold a date; @date is untouched if not.
 */
gboolean amp_date_parse_from (const char *bytes, gsize length, AmpDateOrder order, guint first_short_year, AmpDate *date);

/**
 * AmpShortYears:
 * @are_known: whether a column has enough years of two digits to tell
 * @first: the earliest of them, from 0 to 99, in whatever century
 * @span: how many years later the latest is, from 0 to 99
 *
 * What the spread of a column's two-digit years says: those of old people
 * begin and end in the century before.
 */
typedef struct
{
  gboolean are_known;
  guint8   first;
  guint8   span;
} AmpShortYears;

/**
 * amp_short_years_get_first:
 * @years: what a column's years say
 * @latest: the latest year there can be, as that of the reference day
 *
 * The column's years are the latest that end by @latest. A year that was not
 * among them, being outside the sample, is taken for the nearer end.
 *
 * Returns: the year to give to amp_date_parse_from(); where nothing is known,
 *   or nobody is that old, that of the hundred years that end with @latest.
 */
guint amp_short_years_get_first (const AmpShortYears *years, guint latest);

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
