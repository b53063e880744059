/* Codes of diagnoses, drugs and blood groups. Thread-safe: no state. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * amp_icd10_is_valid:
 * @bytes: (array length=length): a value
 * @length: bytes
 *
 * Source: WHO, ICD-10, and the ATIH's French edition for hospital stays: a
 * letter, two digits, then perhaps a dot and up to four characters of
 * extension (digits or +). The first three or four must be a category and a
 * subdivision of the French list (data/fields/icd10.tsv).
 *
 * Returns: whether it is a diagnosis code.
 */
gboolean amp_icd10_is_valid (const char *bytes, gsize length);

/**
 * amp_atc_is_valid:
 * @bytes: (array length=length): a value
 * @length: bytes
 *
 * Source: WHO Collaborating Centre for Drug Statistics Methodology, structure
 * and principles of the ATC: a letter, two digits, two letters and, for a
 * substance, two digits. The first three must be a main group; of what is
 * below, only the shape is checked, as no open list was found.
 *
 * Returns: whether it has the shape of a drug's code.
 */
gboolean amp_atc_is_valid (const char *bytes, gsize length);

/**
 * amp_blood_group_is_valid:
 * @bytes: (array length=length): a value
 * @length: bytes
 *
 * Accepts A, B, AB or O (also written 0) with or without a rhesus (+, -, POS,
 * NEG, positif, negatif, with or without RH or D), and a rhesus alone; in any
 * case, with or without blanks.
 *
 * Returns: whether it is a blood group.
 */
gboolean amp_blood_group_is_valid (const char *bytes, gsize length);

G_END_DECLS
