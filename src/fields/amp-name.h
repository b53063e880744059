/* The form in which names are compared. Knows nothing of which name it is.
 * Thread-safe: no state. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * amp_name_normalize:
 * @bytes: (array length=length): a name, UTF-8
 * @length: bytes
 * @buffer: (out) (array length=size): where to write it, 0-terminated
 * @size: bytes of @buffer, at least 1; longer names are cut
 *
 * Keeps letters only, as upper-case ASCII: accents folded, ligatures written
 * out (Œ as OE, ß as SS), everything else dropped, so that "Le Goff",
 * "LE-GOFF" and "Legoff", or "d’Été" and "DETE", are one name.
 *
 * Returns: letters written; 0 when there is none (digits, other scripts).
 */
gsize amp_name_normalize (const char *bytes, gsize length, char *buffer, gsize size);

G_END_DECLS
