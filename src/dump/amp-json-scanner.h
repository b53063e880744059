/* Reads one object of JSON after the other from a line: keys as dotted paths, values as
 * text. Any bytes may come; nothing is kept but the line's own values. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Longer paths of keys are cut here, in bytes. */
#define AMP_JSON_MAX_PATH 256

/**
 * AmpJsonFunc:
 * @path: the keys that lead to the value, joined by dots; in valid UTF-8, cut at
 *   %AMP_JSON_MAX_PATH bytes; NUL bytes became U+FFFD.
 * @path_length: its size in bytes.
 * @bytes: (array length=length): the value as text, unescaped; valid until the next line.
 *   Empty for null and for what is an empty array. An array is one value: all strings,
 *   numbers and words in it, however deep, joined by a comma and a space.
 * @length: its size in bytes.
 * @data: what was given with the function.
 *
 * Called for each value of an object, in its order.
 */
typedef void (*AmpJsonFunc) (const char *path, gsize path_length, const char *bytes, gsize length, gpointer data);

typedef struct _AmpJsonScanner AmpJsonScanner;

/**
 * amp_json_scanner_new:
 *
 * Returns: (transfer full): a scanner without a line.
 */
AmpJsonScanner *amp_json_scanner_new (void);

/**
 * amp_json_scanner_free:
 * @scanner: (nullable) (transfer full): a scanner.
 */
void amp_json_scanner_free (AmpJsonScanner *scanner);

/**
 * amp_json_scanner_set_line:
 * @scanner: a scanner.
 * @bytes: (array length=length): a line without its end; must outlive its reading.
 * @length: its size in bytes.
 */
void amp_json_scanner_set_line (AmpJsonScanner *scanner, const guint8 *bytes, gsize length);

/**
 * amp_json_scanner_has_more:
 * @scanner: a scanner.
 *
 * Passes blanks, and the commas and brackets of an array around objects.
 *
 * Returns: whether anything else is left of the line.
 */
gboolean amp_json_scanner_has_more (AmpJsonScanner *scanner);

/**
 * amp_json_scanner_read_object:
 * @scanner: a scanner that has more.
 * @func: called for each value.
 * @data: given to @func.
 *
 * Reads the next object, in time linear in its size. Strings may contain any byte, and
 * any word may stand for a value (`NaN`).
 *
 * Returns: whether there was a whole object; if not, @func was called for the values
 *   before the fault, and amp_json_scanner_get_rest() gives what follows.
 */
gboolean amp_json_scanner_read_object (AmpJsonScanner *scanner, AmpJsonFunc func, gpointer data);

/**
 * amp_json_scanner_get_rest:
 * @scanner: a scanner.
 * @length: (out): its size in bytes.
 *
 * Returns: (transfer none): what was not read of the line.
 */
const char *amp_json_scanner_get_rest (AmpJsonScanner *scanner, gsize *length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpJsonScanner, amp_json_scanner_free)

G_END_DECLS
