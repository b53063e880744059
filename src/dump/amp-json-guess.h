/* Tells whether a text is JSON Lines, and which fields its objects have. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * amp_json_guess_is_lines:
 * @bytes: (array length=length): the start of a text.
 * @length: its size in bytes.
 * @is_whole: whether the last line is whole though it has no end.
 *
 * Returns: whether nearly all lines are objects of JSON with a value at least, or the
 *   brackets of an array around them.
 */
gboolean amp_json_guess_is_lines (const guint8 *bytes, gsize length, gboolean is_whole);

/**
 * amp_json_guess_add_fields:
 * @fields: (element-type utf8): the fields known so far, in the order of their first use.
 * @bytes: (array length=length): whole lines; the last may be cut.
 * @length: their size in bytes.
 *
 * Adds the dotted paths of all values that no field has yet, 10,000 fields at most.
 */
void amp_json_guess_add_fields (GPtrArray *fields, const guint8 *bytes, gsize length);

G_END_DECLS
