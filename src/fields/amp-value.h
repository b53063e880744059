/* What counts as a value of a cell. Knows nothing of types.
 * Thread-safe: no state. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * amp_value_is_filled:
 * @bytes: (array length=length): the cell, UTF-8 or a single-byte encoding;
 *   may hold any byte
 * @length: bytes
 *
 * A cell is filled when something is left after trimming ASCII white space
 * and no-break spaces, and that is no placeholder of an export (NULL, \N,
 * (null), N/A, #N/A, -, --, ?).
 *
 * Returns: whether the cell is filled, and so exposes its type's category.
 */
gboolean amp_value_is_filled (const char *bytes, gsize length);

/**
 * amp_value_trim:
 * @bytes: (inout): where the value starts; moved past leading white space
 * @length: (inout): its bytes; without leading and trailing white space
 *
 * Drops ASCII white space, NULs and no-break spaces at both ends.
 */
void amp_value_trim (const char **bytes, gsize *length);

G_END_DECLS
