/* First names that many bear: tells which word of a full name is the first name,
 * and that two spellings are two names rather than one and its misspelling.
 * Private to this layer. Thread-safe: the table never changes once it is read. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * amp_first_name_is_known:
 * @letters: (array length=length): folded letters, as %AmpNameWords has them
 * @length: how many
 *
 * Returns: whether this is one of the first names of data/fields/values.tsv
 */
gboolean amp_first_name_is_known (const char *letters, gsize length);

G_END_DECLS
