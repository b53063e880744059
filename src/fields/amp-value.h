/* What counts as a value of a cell. Knows nothing of types.
 * Thread-safe: no state. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the first or last byte of a cell tells: blank when it may be white space,
 * open when a placeholder may begin with it, else 0. Nearly every cell is
 * told by its first byte, and an import looks at each: so this much is inline. */
enum
{
  AMP_VALUE_BYTE_BLANK = 1,
  AMP_VALUE_BYTE_OPEN = 2,
};

extern const guint8 amp_value_bytes[256];

/* The rest of the two functions below. */
gboolean amp_value_is_filled_closely (const char *bytes, gsize length);
void     amp_value_trim_closely (const char **bytes, gsize *length);

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
static inline gboolean
amp_value_is_filled (const char *bytes, gsize length)
{
  return length > 0 && (amp_value_bytes[(guint8) bytes[0]] == 0 || amp_value_is_filled_closely (bytes, length));
}

/**
 * amp_value_trim:
 * @bytes: (inout): where the value starts; moved past leading white space
 * @length: (inout): its bytes; without leading and trailing white space
 *
 * Drops ASCII white space, NULs and no-break spaces at both ends.
 */
static inline void
amp_value_trim (const char **bytes, gsize *length)
{
  if (*length > 0 && (((amp_value_bytes[(guint8) (*bytes)[0]] | amp_value_bytes[(guint8) (*bytes)[*length - 1]]) & AMP_VALUE_BYTE_BLANK) != 0))
    amp_value_trim_closely (bytes, length);
}

G_END_DECLS
