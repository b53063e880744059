/* Owns the numbers that carry a check digit, and the ranges that no real person
 * or company has. Knows nothing of whom they are given to. */
#pragma once

#include "sample-random.h"
#include "sample-text.h"

/* clang-format off */
/* How many numbers there are in one of the ranges that ARCEP keeps for fiction
 * (decision 2018-0881, "numéros fictifs"). */
#define SAMPLE_PHONES_IN_RANGE 10000
#define SAMPLE_N_LAND_RANGES   5
#define SAMPLE_MOBILE_RANGE    SAMPLE_N_LAND_RANGES
/* clang-format on */

/**
 * sample_number_put_phone:
 * @text: where to
 * @range: below %SAMPLE_N_LAND_RANGES, or %SAMPLE_MOBILE_RANGE
 * @number: below %SAMPLE_PHONES_IN_RANGE
 * @separator: between the pairs of digits, or NUL
 */
void sample_number_put_phone (SampleText *text, guint range, guint number, char separator);

/**
 * sample_number_nir_key:
 * @nir: 13 characters; 2A and 2B stand for the départements of Corsica
 *
 * Returns: its key, 1 to 97 (97 less the remainder of the number by 97; 2A
 *   counts as 19 and 2B as 18)
 */
guint sample_number_nir_key (const char *nir);

/**
 * sample_number_put_luhn:
 * @text: where to
 * @digits: decimal digits
 *
 * Writes @digits and the digit that makes Luhn's sum a multiple of ten
 * (ISO/IEC 7812-1, annex B), as RPPS, FINESS, SIREN and SIRET have it.
 */
void sample_number_put_luhn (SampleText *text, const char *digits);

/**
 * sample_number_put_iban:
 * @text: where to
 * @account: below 10^11
 *
 * Writes a French IBAN of the bank 99999, which does not exist, with the right
 * keys of both the account and the IBAN (ISO 13616, remainder by 97).
 */
void sample_number_put_iban (SampleText *text, guint64 account);
