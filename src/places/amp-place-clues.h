/* What the cells of one record say about its place, read but not yet believed:
 * a postal code, an INSEE code, a folded city, a département. Private to the
 * layer. Pure functions of bytes: knows how addresses are written in France,
 * not which places exist. */
#pragma once

#include <glib.h>

#include "amp-place-name.h"

G_BEGIN_DECLS

/**
 * AmpPlaceClues:
 * @postal_code: 0–99999, or %G_MAXUINT32 when there is none.
 * @is_padded: the postal code had four digits: a leading zero that a spreadsheet
 *   ate, or a foreign code.
 * @departement: a département's code, from "35" as postal code or "RENNES 35";
 *   "" when there is none.
 * @is_departement_given: the département stood where a postal code belongs.
 * @is_cedex: the word CEDEX was there.
 * @city: the city as folded words, without what was taken from it; "" when none.
 * @key: @city, compact.
 * @key_length: bytes of @key.
 * @ends_word: for each length of a beginning of @key, whether a word ends there.
 */
typedef struct
{
  guint32  postal_code;
  gboolean is_padded;
  char     departement[4];
  gboolean is_departement_given;
  gboolean is_cedex;
  char     city[AMP_PLACE_NAME_SIZE];
  char     key[AMP_PLACE_NAME_SIZE];
  gsize    key_length;
  gboolean ends_word[AMP_PLACE_NAME_SIZE];
} AmpPlaceClues;

/**
 * amp_place_clues_read:
 * @clues: (out caller-allocates): what was understood.
 * @postal_code: (array length=postal_code_length): any bytes.
 * @postal_code_length: bytes of @postal_code.
 * @city: (array length=city_length): any bytes.
 * @city_length: bytes of @city.
 *
 * The postal code may be "35000", "35 000", "F-35000", "35000.0", "1400" for
 * "01400", "35", or hold the city too; the city may hold the postal code, CEDEX
 * and its number, an arrondissement, a département's number, FRANCE.
 */
void amp_place_clues_read (AmpPlaceClues *clues, const char *postal_code, gsize postal_code_length, const char *city, gsize city_length);

/**
 * amp_place_clues_split_address:
 * @address: (array length=length): the end of an address, any bytes.
 * @length: bytes of @address.
 * @postal_code: (out): where its last five digits in a row start, or %NULL.
 * @city: (out): what follows them; without such digits, what follows the last
 *   comma, semicolon or line end; or %NULL.
 * @city_length: (out): bytes of @city.
 */
void amp_place_clues_split_address (const char *address, gsize length, const char **postal_code, const char **city, gsize *city_length);

/**
 * amp_place_clues_read_insee:
 * @text: (array length=length): any bytes.
 * @length: bytes of @text.
 * @code: (out caller-allocates): five characters and a NUL.
 *
 * Accepts four digits (a lost zero) and a ".0" at the end.
 *
 * Returns: whether @text has the shape of a commune's INSEE code.
 */
gboolean amp_place_clues_read_insee (const char *text, gsize length, char code[6]);

G_END_DECLS
