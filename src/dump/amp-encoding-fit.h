/* How well bytes read as French text in a single-byte encoding. Private to this layer.
 * Any number of threads may call it. */
#pragma once

#include "amp-encoding.h"

G_BEGIN_DECLS

/**
 * amp_encoding_fit_score:
 * @encoding: an encoding; those that are no single-byte ones count as Windows-1252.
 * @bytes: (array length=length): any bytes.
 * @length: their number.
 *
 * Returns: the sum over all bytes above 127: positive where they read as accented
 *   letters and symbols should, negative where they break words.
 */
gint64 amp_encoding_fit_score (AmpEncoding encoding, const guint8 *bytes, gsize length);

/**
 * amp_encoding_fit_choose:
 * @encoding: the encoding of the source.
 * @bytes: (array length=length): one value, not UTF-8.
 * @length: its size in bytes.
 *
 * Returns: @encoding, unless the value breaks words in it and makes sense in another.
 */
AmpEncoding amp_encoding_fit_choose (AmpEncoding encoding, const guint8 *bytes, gsize length);

G_END_DECLS
