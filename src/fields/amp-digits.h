/* Digits in a value and the check sums over them: what the validators of
 * numbers share. Private to this layer. Thread-safe: no state. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * amp_digits_collect:
 * @bytes: (array length=length): a value
 * @length: bytes
 * @digits: (out) (array length=size): where to put its digits
 * @size: how many @digits can take
 *
 * Blanks, dots and dashes between the digits are passed over, and white space
 * around them.
 *
 * Returns: how many digits there are, 0 when there are more than @size or when
 *   anything else is in @bytes.
 */
guint amp_digits_collect (const char *bytes, gsize length, char *digits, guint size);

/**
 * amp_digits_are_luhn:
 * @digits: (array length=n_digits): digits
 * @n_digits: how many
 *
 * Source: ISO/IEC 7812-1, annex B.
 *
 * Returns: whether the Luhn sum is right and @digits are not all 0.
 */
gboolean amp_digits_are_luhn (const char *digits, guint n_digits);

/**
 * amp_digits_are_departement:
 * @bytes: (array fixed-size=2): two characters
 *
 * Returns: whether they can start a code of a commune or establishment: 01 to
 *   99, 2A or 2B.
 */
gboolean amp_digits_are_departement (const char *bytes);

G_END_DECLS
