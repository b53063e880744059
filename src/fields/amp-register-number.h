/* Numbers of French registers of companies and of health professionals and
 * establishments. Thread-safe: no state. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * amp_siren_is_valid:
 * @bytes: (array length=length): a value
 * @length: bytes
 *
 * Source: INSEE, Sirene: nine digits, Luhn.
 *
 * Returns: whether it is a company number.
 */
gboolean amp_siren_is_valid (const char *bytes, gsize length);

/**
 * amp_siret_is_valid:
 * @bytes: (array length=length): a value
 * @length: bytes
 *
 * Source: INSEE, Sirene: fourteen digits, Luhn; the establishments of La Poste
 * (SIREN 356 000 000) have a sum of digits divisible by 5 instead.
 *
 * Returns: whether it is an establishment number.
 */
gboolean amp_siret_is_valid (const char *bytes, gsize length);

/**
 * amp_rpps_is_valid:
 * @bytes: (array length=length): a value
 * @length: bytes
 *
 * Source: Agence du numérique en santé, RPPS: eleven digits, the first a 1,
 * Luhn.
 *
 * Returns: whether it is a health professional's number.
 */
gboolean amp_rpps_is_valid (const char *bytes, gsize length);

/**
 * amp_finess_is_valid:
 * @bytes: (array length=length): a value
 * @length: bytes
 *
 * Source: FINESS: the département (two characters), then seven digits, the last
 * of which is the Luhn digit of the others. Numbers given out long ago may lack it;
 * with the letter of a Corsican département it is not verified.
 *
 * Returns: whether it is a health establishment's number.
 */
gboolean amp_finess_is_valid (const char *bytes, gsize length);

G_END_DECLS
