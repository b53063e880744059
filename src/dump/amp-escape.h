/* Backslashes that make the next character plain in delimited text, hidden from what
 * knows no escapes and shown again in its values. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * amp_escape_hide:
 * @bytes: (array length=length): some text.
 * @length: its size in bytes.
 * @plain: the characters that a backslash makes plain, at most 25; before any other it is
 *   a character itself.
 * @hidden: where the text goes, instead of what is there: each escape as two bytes that
 *   mean nothing to a parser. At most twice @length.
 *
 * Returns: whether there was anything to hide; if not, @hidden is untouched.
 */
gboolean amp_escape_hide (const guint8 *bytes, gsize length, const char *plain, GByteArray *hidden);

/**
 * amp_escape_show:
 * @bytes: (inout) (array length=length): a part of a hidden text, not cut inside an
 *   escape; written over.
 * @length: its size in bytes.
 * @plain: as it was hidden.
 *
 * Puts the plain characters where their escapes were.
 *
 * Returns: the new size in bytes.
 */
gsize amp_escape_show (char *bytes, gsize length, const char *plain);

G_END_DECLS
