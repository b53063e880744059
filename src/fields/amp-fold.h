/* Folds text to upper-case ASCII, one character at a time: what names, header
 * words and topics have in common. Private to this layer. Thread-safe. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * amp_fold_character:
 * @bytes: (array length=length): UTF-8, perhaps broken
 * @length: bytes, at least 1
 * @folded: (out): what is left of the first character: one or two upper-case
 *   letters, a digit, ASCII punctuation, a blank for what is none of these; a
 *   0 ends it when shorter than two
 *
 * Accents of Latin-1 and Latin Extended-A are dropped, ligatures are written
 * out (OE, AE, SS, IJ, TH), combining accents vanish, typographic apostrophes
 * and dashes become ASCII ones. A byte that is no UTF-8 counts as one blank.
 *
 * Returns: the bytes used up, at least 1.
 */
gsize amp_fold_character (const char *bytes, gsize length, char folded[2]);

G_END_DECLS
