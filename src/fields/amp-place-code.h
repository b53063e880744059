/* French postal codes and INSEE codes of communes, by shape: whether the place
 * exists is not known here. Thread-safe: no state. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * amp_postal_code_is_valid:
 * @bytes: (array length=length): a value
 * @length: bytes
 *
 * Returns: whether it is five digits that start with 01 to 98.
 */
gboolean amp_postal_code_is_valid (const char *bytes, gsize length);

/**
 * amp_insee_code_is_valid:
 * @bytes: (array length=length): a value
 * @length: bytes
 *
 * Source: INSEE, code officiel géographique: the département (01 to 99, 2A,
 * 2B), then three digits; 99 stands for foreign countries.
 *
 * Returns: whether it has the shape of a commune's code.
 */
gboolean amp_insee_code_is_valid (const char *bytes, gsize length);

/**
 * amp_postal_city_is_valid:
 * @bytes: (array length=length): a value
 * @length: bytes
 *
 * Returns: whether it is a postal code, a blank and a name ("35000 RENNES").
 */
gboolean amp_postal_city_is_valid (const char *bytes, gsize length);

/**
 * amp_full_address_is_valid:
 * @bytes: (array length=length): a value
 * @length: bytes
 *
 * Returns: whether it is an address on one line: something with letters, then a
 *   postal code, a blank and a name ("3 rue du Lac, 35000 RENNES").
 */
gboolean amp_full_address_is_valid (const char *bytes, gsize length);

G_END_DECLS
