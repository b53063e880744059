/* AmpEvidence: a reason why a column was given its type. A case keeps it as a
 * line of codes and counts, so that the same dump gives the same case in any
 * language, and whoever shows it puts it into words. Holds words of the header,
 * never a value. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpEvidence:
 * @AMP_EVIDENCE_HEADER: text: the words of the header that name the type
 * @AMP_EVIDENCE_VALID: share, count, type: values that pass the check of the type
 * @AMP_EVIDENCE_KNOWN: share, count, type: values with a usual word of the type
 * @AMP_EVIDENCE_NAMES: share, count: values that start with a usual name
 * @AMP_EVIDENCE_WORDS: count in tenths: words a value
 * @AMP_EVIDENCE_UNIQUE: count: all values differ
 * @AMP_EVIDENCE_BIRTHS: the years are spread like those of births
 * @AMP_EVIDENCE_NO_BIRTHS: the years are not spread so
 * @AMP_EVIDENCE_NO_VALUE: count: rows without a value
 * @AMP_EVIDENCE_NOTHING: neither header nor values tell
 * @AMP_EVIDENCE_DISTINCT: count, of: different values of the sample
 * @AMP_EVIDENCE_BIRTH_OF_NIR: share, count: rows that agree with the NIR
 * @AMP_EVIDENCE_NIR_OF_BIRTH: share, count: rows that agree with a birth date
 * @AMP_EVIDENCE_KEY_OF_NIR: share, count: rows with the right key of the NIR
 * @AMP_EVIDENCE_SEX_OF_NIR: share, count: rows that agree with the NIR
 * @AMP_EVIDENCE_BESIDE_POSTAL_CODE: stands beside a postal code
 * @AMP_EVIDENCE_BESIDE_FIRST_NAME: stands beside a first name
 * @AMP_EVIDENCE_BESIDE_BIRTH_DATE: stands beside a birth date, away from the
 *   postal code
 * @AMP_EVIDENCE_WEIGHT: kilograms beside centimetres
 * @AMP_EVIDENCE_HEIGHT: centimetres beside kilograms
 *
 * What speaks for a type. Shares are per cent.
 */
typedef enum
{
  AMP_EVIDENCE_HEADER,
  AMP_EVIDENCE_VALID,
  AMP_EVIDENCE_KNOWN,
  AMP_EVIDENCE_NAMES,
  AMP_EVIDENCE_WORDS,
  AMP_EVIDENCE_UNIQUE,
  AMP_EVIDENCE_BIRTHS,
  AMP_EVIDENCE_NO_BIRTHS,
  AMP_EVIDENCE_NO_VALUE,
  AMP_EVIDENCE_NOTHING,
  AMP_EVIDENCE_DISTINCT,
  AMP_EVIDENCE_BIRTH_OF_NIR,
  AMP_EVIDENCE_NIR_OF_BIRTH,
  AMP_EVIDENCE_KEY_OF_NIR,
  AMP_EVIDENCE_SEX_OF_NIR,
  AMP_EVIDENCE_BESIDE_POSTAL_CODE,
  AMP_EVIDENCE_BESIDE_FIRST_NAME,
  AMP_EVIDENCE_BESIDE_BIRTH_DATE,
  AMP_EVIDENCE_WEIGHT,
  AMP_EVIDENCE_HEIGHT,
  AMP_N_EVIDENCE
} AmpEvidence;

/**
 * amp_evidence_dup_line:
 * @first: the share, or the first count; what a reason has none of is 0
 * @second: the count
 * @text: (nullable): code of the type, or words of the header
 *
 * Returns: (transfer full): the reason in codes: "valid|98|200|nir"
 */
char *amp_evidence_dup_line (AmpEvidence evidence, guint first, guint second, const char *text);

/**
 * amp_evidence_dup_sentence:
 * @line: what amp_evidence_dup_line() returned; or anything, as the sentences of
 *   cases before version 3, which stay what they are
 *
 * Returns: (transfer full): the reason in the language of the locale
 */
char *amp_evidence_dup_sentence (const char *line);

/**
 * amp_evidence_dup_sentences:
 * @lines: (array zero-terminated=1): reasons
 *
 * Returns: (transfer full) (array zero-terminated=1): all of them as sentences
 */
char **amp_evidence_dup_sentences (const char *const *lines);

G_END_DECLS
