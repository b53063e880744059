/* Telephone numbers. Thread-safe: no state. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What amp_phone_normalize() may need, with the final 0 (E.164: 15 digits). */
#define AMP_PHONE_SIZE 16

/**
 * amp_phone_normalize:
 * @bytes: (array length=length): a value
 * @length: bytes
 * @buffer: (out) (array length=size): where to write it, 0-terminated
 * @size: bytes of @buffer, %AMP_PHONE_SIZE to hold any
 *
 * Reads French numbers (0X XX XX XX XX, +33, 0033, 33 and "(0)", with blanks,
 * dots, dashes, slashes or brackets anywhere; the nine digits that a
 * spreadsheet leaves of them) and foreign ones that start with + or 00 and a
 * country code. A number whose last eight digits are one same digit is a
 * placeholder, and none.
 *
 * Returns: the digits of the international number, country code first, without
 *   the +; 0 when it is no number or does not fit.
 */
gsize amp_phone_normalize (const char *bytes, gsize length, char *buffer, gsize size);

G_END_DECLS
