/* One spelling for a place name however it was written. Private to the layer.
 * Pure functions of bytes; knows no place. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AMP_PLACE_NAME_SIZE:
 *
 * A buffer in which every name of the gazetteer fits folded.
 */
#define AMP_PLACE_NAME_SIZE 96

/**
 * amp_place_name_fold:
 * @text: UTF-8, may hold any bytes.
 * @length: bytes of @text.
 * @buffer: (out caller-allocates): the folded words, NUL-terminated.
 * @size: bytes of @buffer.
 *
 * Words of A–Z and 0–9 with one space between: accents and ligatures folded,
 * punctuation turned into spaces, the usual abbreviations of postal addresses
 * written out (ST, STE, STS, STES, S/), an article moved from the end to the
 * front ("HAVRE (LE)").
 *
 * Returns: the length written; 0 when nothing is left, or when it would not fit:
 *   then it is no place name.
 */
gsize amp_place_name_fold (const char *text, gsize length, char *buffer, gsize size);

/**
 * amp_place_name_compact:
 * @folded: (inout): folded words; their spaces are removed in place.
 *
 * Returns: the length left.
 */
gsize amp_place_name_compact (char *folded);

/**
 * amp_place_name_skip_article:
 * @folded: folded words.
 *
 * Returns: @folded after a leading LE, LA, LES or L, or @folded itself when
 *   there is none or nothing after it.
 */
const char *amp_place_name_skip_article (const char *folded);

G_END_DECLS
