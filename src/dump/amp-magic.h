/* Tells what is certainly no table: known kinds of files, and noise. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * amp_magic_check:
 * @bytes: (array length=length): the first bytes of a file, as they are.
 * @length: their number.
 * @error: return location for an error.
 *
 * Looks for the marks of other kinds of files.
 *
 * Returns: %FALSE with %AMP_DUMP_ERROR_NOT_A_TABLE set, naming the kind, if one is found.
 */
gboolean amp_magic_check (const guint8 *bytes, gsize length, GError **error);

/**
 * amp_magic_is_json:
 * @text: (array length=length): the start of a text.
 * @length: its size in bytes.
 *
 * Returns: whether it starts as objects of JSON do, or an array of them.
 */
gboolean amp_magic_is_json (const guint8 *text, gsize length);

/**
 * amp_magic_check_text:
 * @bytes: (array length=length): the first bytes of a file, transcoded if need be.
 * @length: their number.
 * @error: return location for an error.
 *
 * Looks for more control characters than text has, and for documents and code that
 * consist of text but not of rows. Some NUL bytes are no reason.
 *
 * Returns: %FALSE with %AMP_DUMP_ERROR_EMPTY (blank) or %AMP_DUMP_ERROR_NOT_A_TABLE set.
 */
gboolean amp_magic_check_text (const guint8 *bytes, gsize length, GError **error);

G_END_DECLS
