/* Owns the calendar of the generator: days counted from 1 January 1900, as the
 * proleptic Gregorian calendar has them. Knows nothing of persons. */
#pragma once

#include <glib.h>

#define SAMPLE_DAY_UNKNOWN -1

typedef struct
{
  int year;
  int month; /* 1 to 12 */
  int day;   /* 1 to 31 */
} SampleDate;

/* The ages that Ampleur counts by (the codes are those of CLI.md). */
typedef enum
{
  SAMPLE_AGE_0_14,
  SAMPLE_AGE_15_17,
  SAMPLE_AGE_18_24,
  SAMPLE_AGE_25_34,
  SAMPLE_AGE_35_44,
  SAMPLE_AGE_45_54,
  SAMPLE_AGE_55_64,
  SAMPLE_AGE_65_74,
  SAMPLE_AGE_75,
  SAMPLE_AGE_UNKNOWN,
  SAMPLE_N_AGES,
} SampleAge;

extern const char *const sample_age_codes[SAMPLE_N_AGES];

/**
 * sample_date_to_day:
 * @date: a date from 1900 on
 *
 * Returns: days since 1 January 1900
 */
gint32 sample_date_to_day (SampleDate date);

/**
 * sample_date_from_day:
 * @day: days since 1 January 1900
 *
 * Returns: the date
 */
SampleDate sample_date_from_day (gint32 day);

/**
 * sample_age_at:
 * @birth: days since 1900, or %SAMPLE_DAY_UNKNOWN
 * @as_of: the day at which the age is asked
 *
 * Returns: the band of the age in completed years
 */
SampleAge sample_age_at (gint32 birth, gint32 as_of);
