/* Undoes what wrong decoding did to headers. Private to this layer. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Stands in a repaired header for a letter that was lost. */
#define AMP_HEADER_LOST_LETTER '?'

/**
 * amp_header_repair:
 * @header: a column header, UTF-8
 *
 * Decodes what was decoded twice ("PrÃ©nom"), and writes what was lost inside or at
 * the end of a word, U+FFFD, as %AMP_HEADER_LOST_LETTER.
 *
 * Returns: (transfer full): the header as it was meant; the same where nothing is wrong.
 */
char *amp_header_repair (const char *header);

G_END_DECLS
