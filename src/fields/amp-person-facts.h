/* The two facts about a person that a case keeps besides place and
 * categories: sex and age band. Knows nothing of records.
 * Thread-safe: no state. */
#pragma once

#include "amp-date.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpSex:
 * @AMP_SEX_UNKNOWN: not stated, or not understood
 * @AMP_SEX_FEMALE: female
 * @AMP_SEX_MALE: male
 * @AMP_N_SEXES: how many there are
 */
typedef enum
{
  AMP_SEX_UNKNOWN,
  AMP_SEX_FEMALE,
  AMP_SEX_MALE,
  AMP_N_SEXES
} AmpSex;

/**
 * AmpAgeBand:
 *
 * Ages in years, both ends included. The first two bands are the minors; the
 * cut at 15 is the age of digital consent in France (art. 45 of law 78-17).
 */
typedef enum
{
  AMP_AGE_BAND_0_14,
  AMP_AGE_BAND_15_17,
  AMP_AGE_BAND_18_24,
  AMP_AGE_BAND_25_34,
  AMP_AGE_BAND_35_44,
  AMP_AGE_BAND_45_54,
  AMP_AGE_BAND_55_64,
  AMP_AGE_BAND_65_74,
  AMP_AGE_BAND_75,
  AMP_AGE_BAND_UNKNOWN,
  AMP_N_AGE_BANDS
} AmpAgeBand;

/* Nobody verified has lived longer than 122 years: an age above this one is a
 * placeholder date, not an age. */
#define AMP_AGE_MAXIMUM 122

/**
 * amp_sex_get_code:
 * @sex: an #AmpSex
 *
 * Returns: "F", "M" or "unknown".
 */
const char *amp_sex_get_code (AmpSex sex);

/**
 * amp_sex_get_label:
 * @sex: an #AmpSex
 *
 * Returns: the name for people, in the language of the locale.
 */
const char *amp_sex_get_label (AmpSex sex);

/**
 * amp_sex_from_code:
 * @code: (nullable): a code
 * @sex: (out) (optional): where to put what @code stands for
 *
 * Returns: whether @code is known; @sex is untouched if not.
 */
gboolean amp_sex_from_code (const char *code, AmpSex *sex);

/**
 * amp_sex_parse:
 * @bytes: (array length=length): a value of a sex or title field
 * @length: bytes
 *
 * Reads F, M, H, W, 1 (male) and 2 (female) as in the NIR and ISO/IEC 5218,
 * the words for female and male, man and woman, and French and English titles
 * (Mme, Mlle, Monsieur, Mrs…), in any case, with or without a final dot.
 *
 * Returns: the sex stated, or %AMP_SEX_UNKNOWN.
 */
AmpSex amp_sex_parse (const char *bytes, gsize length);

/**
 * amp_age_band_get_code:
 * @band: an #AmpAgeBand
 *
 * Returns: the stable code, as "18-24", "75+" or "unknown".
 */
const char *amp_age_band_get_code (AmpAgeBand band);

/**
 * amp_age_band_get_label:
 * @band: an #AmpAgeBand
 *
 * Returns: the name for people, in the language of the locale.
 */
const char *amp_age_band_get_label (AmpAgeBand band);

/**
 * amp_age_band_from_code:
 * @code: (nullable): a code
 * @band: (out) (optional): where to put what @code stands for
 *
 * Returns: whether @code is known; @band is untouched if not.
 */
gboolean amp_age_band_from_code (const char *code, AmpAgeBand *band);

/**
 * amp_age_band_is_minor:
 * @band: an #AmpAgeBand
 *
 * Returns: whether all people of @band are under 18.
 */
gboolean amp_age_band_is_minor (AmpAgeBand band);

/**
 * amp_age_band_at:
 * @birth: the birth date
 * @as_of: the day at which the age counts
 *
 * The age is the number of birthdays since birth; who is born on a 29
 * February has the birthday on 1 March in common years.
 *
 * Returns: the band, %AMP_AGE_BAND_UNKNOWN when a date is no date, when birth
 *   is after @as_of, and above %AMP_AGE_MAXIMUM years.
 */
AmpAgeBand amp_age_band_at (AmpDate birth, AmpDate as_of);

G_END_DECLS
