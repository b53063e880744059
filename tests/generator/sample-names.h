/* Owns the names of invented people: ordinary first names and family names,
 * composed for this generator, and family names made of syllables. Its
 * invariant: no two names of a table are equal once squashed to letters.
 * Must not know who bears them. */
#pragma once

#include "sample-random.h"
#include "sample-text.h"

#define SAMPLE_NAME_SIZE 40

typedef enum
{
  SAMPLE_SEX_UNKNOWN,
  SAMPLE_SEX_FEMALE,
  SAMPLE_SEX_MALE,
  SAMPLE_N_SEXES,
} SampleSex;

extern const char *const sample_sex_codes[SAMPLE_N_SEXES];

/* Returns: how many family names there are, listed and made */
guint sample_last_name_get_count (void);

/**
 * sample_last_name_write:
 * @index: below sample_last_name_get_count()
 * @name: (array fixed-size=40): where to write it, ended by NUL
 */
void sample_last_name_write (guint index, char *name);

/* Returns: a family name; the first ones are drawn more often, as in life */
guint sample_last_name_draw (SampleRandom *random);

/* Returns: how many first names there are for @sex */
guint sample_first_name_get_count (SampleSex sex);

/* Returns: (transfer none): the first name number @index of @sex */
const char *sample_first_name_get (SampleSex sex, guint index);

/* Returns: a first name of @sex in fashion about @year */
guint sample_first_name_draw (SampleRandom *random, SampleSex sex, int year);
