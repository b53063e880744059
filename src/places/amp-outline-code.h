/* Rings as few bytes: what is kept of imported outlines, in memory while a file is
 * read and in the user's data folder afterwards.
 *
 * A ring is the number of its points and then, for each point, the steps in
 * longitude and latitude from the one before (the first: from 0, 0), in
 * AMP_GEOJSON_UNITS a degree. Numbers are varints (LEB128), signed ones folded
 * (0, -1, 1, -2 become 0, 1, 2, 3). Private to the layer; pure functions. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void amp_outline_code_append_number (GByteArray *bytes, guint64 number);

/**
 * amp_outline_code_read_number:
 * @place: (inout): moved behind the number
 *
 * Returns: whether there was one before @end.
 */
gboolean amp_outline_code_read_number (const guint8 **place, const guint8 *end, guint64 *number);

/**
 * amp_outline_code_append_text:
 *
 * Appends the number of its bytes, and the bytes.
 */
void amp_outline_code_append_text (GByteArray *bytes, const char *text);

/**
 * amp_outline_code_read_text:
 * @place: (inout): moved behind the text
 * @maximum: how many bytes it may have
 * @text: (out) (transfer full): the text; set when %FALSE is returned, too, to
 *   what there was or %NULL
 *
 * Returns: whether there was one, in UTF-8 and without a NUL.
 */
gboolean amp_outline_code_read_text (const guint8 **place, const guint8 *end, gsize maximum, char **text);

/**
 * amp_outline_code_append_ring:
 * @points: (array): longitude, latitude of each point in turn, in units
 */
void amp_outline_code_append_ring (GByteArray *bytes, const gint32 *points, guint n_points);

/**
 * amp_outline_code_read_ring:
 * @place: (inout): moved behind the ring
 * @points: (element-type double): the ring's points are appended, in degrees
 * @n_points: (out): how many they are
 *
 * Returns: whether there was a ring of 3 points or more, all in this world.
 */
gboolean amp_outline_code_read_ring (const guint8 **place, const guint8 *end, GArray *points, guint *n_points);

G_END_DECLS
