/* Numbers on papers: passports, identity cards, driving licences, number
 * plates, tax notices. All by shape: none has a public check digit.
 * Thread-safe: no state. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * amp_passport_is_valid:
 * @bytes: (array length=length): a value
 * @length: bytes
 *
 * Returns: whether it has the shape of a French passport's number: two digits,
 *   two letters, five digits.
 */
gboolean amp_passport_is_valid (const char *bytes, gsize length);

/**
 * amp_cni_is_valid:
 * @bytes: (array length=length): a value
 * @length: bytes
 *
 * Returns: whether it has the shape of a French identity card's number: twelve
 *   digits whose third and fourth are a month (1988 to 2021), or nine
 *   characters of the vowel-less alphabet of the cards since 2021, with both
 *   letters and digits.
 */
gboolean amp_cni_is_valid (const char *bytes, gsize length);

/**
 * amp_driving_licence_is_valid:
 * @bytes: (array length=length): a value
 * @length: bytes
 *
 * Returns: whether it has the shape of a French driving licence's number:
 *   twelve digits, or two digits, two letters, five digits (since 2013).
 */
gboolean amp_driving_licence_is_valid (const char *bytes, gsize length);

/**
 * amp_plate_is_valid:
 * @bytes: (array length=length): a value
 * @length: bytes
 *
 * Source: order of 9 February 2009, annex: AA-123-AA without I, O and U; and
 * the former 1234 AB 35, which ends with the département.
 *
 * Returns: whether it has the shape of a French number plate.
 */
gboolean amp_plate_is_valid (const char *bytes, gsize length);

/**
 * amp_tax_id_is_valid:
 * @bytes: (array length=length): a value
 * @length: bytes
 *
 * Source: European Commission, TIN algorithms, France: the last three digits
 * are the remainder of the first ten divided by 511.
 *
 * Returns: whether it is a French tax number (SPI): thirteen digits, the first
 *   0 to 3, that obey this rule.
 */
gboolean amp_tax_id_is_valid (const char *bytes, gsize length);

G_END_DECLS
