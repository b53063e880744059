/* Owns the slips of whoever typed a record in: a city with a wrong letter, a
 * name that is spelt in another way. Their truth is what was meant. */
#pragma once

#include "sample-random.h"
#include "sample-text.h"

/* How a name is written on a record that is not the person's first. */
typedef enum
{
  SAMPLE_VARIANT_NONE,
  SAMPLE_VARIANT_JOINED,  /* without spaces, hyphens and apostrophes */
  SAMPLE_VARIANT_MAIDEN,  /* the name at birth for the one in use */
  SAMPLE_VARIANT_SHORT,   /* "JEAN-PIERRE" → "JEAN", "JEANNE" → "J" */
  SAMPLE_VARIANT_TYPO,    /* one wrong letter in the last name */
  SAMPLE_VARIANT_SWAPPED, /* last name and first name in each other's place */
  SAMPLE_N_VARIANTS,
} SampleVariant;

/**
 * sample_slip_letters:
 * @text: what to change
 * @random: where to draw from
 *
 * Makes one mistake in @text, or two when it is long: a letter left out, typed
 * twice, typed wrong, or typed after the next one. The first letter stays.
 */
void sample_slip_letters (SampleText *text, SampleRandom *random);

/* Leaves out whatever is no letter. */
void sample_slip_join (SampleText *text);

/* Keeps the first part of a compound name, the first letter of another. */
void sample_slip_shorten (SampleText *text);
