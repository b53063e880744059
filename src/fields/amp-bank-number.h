/* Numbers of bank accounts, banks and payment cards. Thread-safe: no state. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * amp_iban_is_valid:
 * @bytes: (array length=length): a value; blanks may stand anywhere
 * @length: bytes
 *
 * Source: ISO 13616 and SWIFT's IBAN registry (length of each country), ISO
 * 7064 MOD 97-10 (check digits).
 *
 * Returns: whether it is an account number with right check digits.
 */
gboolean amp_iban_is_valid (const char *bytes, gsize length);

/**
 * amp_bic_is_valid:
 * @bytes: (array length=length): a value
 * @length: bytes
 *
 * Source: ISO 9362: four letters, a country, two characters, and perhaps
 * three for the branch. The country must be one that has IBANs, or one of a
 * few large ones without; upper case only, as words have this shape too.
 *
 * Returns: whether it has the shape of a bank code.
 */
gboolean amp_bic_is_valid (const char *bytes, gsize length);

/**
 * amp_card_is_valid:
 * @bytes: (array length=length): a value; blanks and dashes may stand anywhere
 * @length: bytes
 *
 * Source: ISO/IEC 7812 (Luhn), the networks' published number ranges.
 *
 * Returns: whether it is a card number of a known network and length.
 */
gboolean amp_card_is_valid (const char *bytes, gsize length);

G_END_DECLS
