/* A column header as a list of words. Private to this layer: what the words
 * mean is amp-header-dictionary.h. Thread-safe: no state. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A header of more words than this says nothing about a type. */
#define AMP_HEADER_MAXIMUM_WORDS 12

/**
 * amp_header_split:
 * @header: a column header, UTF-8
 *
 * Splits at blanks and punctuation, between a lower-case and an upper-case
 * letter, and between letters and digits; folds to upper-case ASCII.
 * "Date_naissance", "dateNaissance" and "DATE NAISSANCE" are [DATE,
 * NAISSANCE]; "ADR2" is [ADR, 2]. What wrong decoding did is undone where it can
 * be; a letter that it lost is a ? in the word ("Pr?nom" is [PR?NOM]).
 *
 * Returns: (transfer full): the words, the first %AMP_HEADER_MAXIMUM_WORDS of
 *   them; empty for an empty header.
 */
GStrv amp_header_split (const char *header);

G_END_DECLS
