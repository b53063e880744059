/* The upper halves of the single-byte encodings, as tables of Unicode code points. */
#pragma once

#include "amp-encoding.h"

G_BEGIN_DECLS

/**
 * amp_code_page_get_table:
 * @encoding: an encoding.
 *
 * Returns: (transfer none) (array fixed-size=128): the code points of the bytes
 *   80 to FF, U+FFFD where a byte has none. Encodings that are no single-byte ones
 *   get Windows-1252, which is what stray bytes in them most often are.
 */
const guint16 *amp_code_page_get_table (AmpEncoding encoding);

G_END_DECLS
