/* The French social-security number (numéro d'inscription au répertoire).
 * Knows nothing of whose it is: a child may stand under a parent's.
 * Thread-safe: no state. */
#pragma once

#include "amp-person-facts.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpNir:
 * @digits: the 13 characters without the key, 2A and 2B kept in upper case
 * @has_key: whether the two digits of the key followed
 * @key_valid: whether they are the right ones
 * @sex: what the first digit says
 *
 * A number that was read. The key is no part of the number: with or without
 * it, and with a mistyped one, it is the same person's.
 */
typedef struct
{
  char     digits[14];
  gboolean has_key;
  gboolean key_valid;
  AmpSex   sex;
} AmpNir;

/**
 * amp_nir_parse:
 * @bytes: (array length=length): a value
 * @length: bytes
 * @nir: (out): the number
 *
 * Reads 13 characters, or 15 with the key; blanks, dots and dashes may stand
 * anywhere. Accepted: a first digit of 1 or 2, 3 or 4 (being registered), 7 or
 * 8 (provisional); a month of 01 to 12, or the fictitious 20 to 42 and 50 to
 * 99 of incomplete civil-status records; the Corsican départements 2A and 2B;
 * any département but 00.
 *
 * Sources: decree 82-103 of 22 January 1982, article 4 (structure); INSEE,
 * XML schema of the NIR, xml.insee.fr/schema/nir.html (months, first digits).
 *
 * Returns: whether @bytes hold a number, right key or not.
 */
gboolean amp_nir_parse (const char *bytes, gsize length, AmpNir *nir);

/**
 * amp_nir_get_key:
 * @digits: the 13 characters of a number that amp_nir_parse() accepted
 *
 * The key is 97 − (n mod 97), where n is the number read with 19 in place of
 * 2A and 18 in place of 2B.
 *
 * Returns: the key, 1 to 97.
 */
guint amp_nir_get_key (const char *digits);

G_END_DECLS
