/* Plain numbers that mean something only with their field's name: amounts,
 * weights, heights, coordinates, keys. Thread-safe: no state. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * amp_amount_is_valid:
 * @bytes: (array length=length): a value
 * @length: bytes
 *
 * Returns: whether it is a sum of money: a number, perhaps signed, with blanks
 *   between thousands, a decimal dot or comma, and a currency before or after
 *   (€, $, £, EUR, USD, GBP, F).
 */
gboolean amp_amount_is_valid (const char *bytes, gsize length);

/**
 * amp_weight_is_valid:
 * @bytes: (array length=length): a value
 * @length: bytes
 *
 * Returns: whether it is a number of 0.3 to 350, with or without "kg".
 */
gboolean amp_weight_is_valid (const char *bytes, gsize length);

/**
 * amp_height_is_valid:
 * @bytes: (array length=length): a value
 * @length: bytes
 *
 * Returns: whether it is a number of 30 to 240 (centimetres) or 0.3 to 2.4
 *   (metres), with or without "cm" or "m".
 */
gboolean amp_height_is_valid (const char *bytes, gsize length);

/**
 * amp_location_is_valid:
 * @bytes: (array length=length): a value
 * @length: bytes
 *
 * Returns: whether it is a latitude or longitude in degrees with at least
 *   three decimals, or a pair of them.
 */
gboolean amp_location_is_valid (const char *bytes, gsize length);

/**
 * amp_nir_key_is_valid:
 * @bytes: (array length=length): a value
 * @length: bytes
 *
 * Returns: whether it can be the key of a NIR: one or two digits, 1 to 97.
 */
gboolean amp_nir_key_is_valid (const char *bytes, gsize length);

G_END_DECLS
