/* Text that a dump brought and that people will see: headers and file names.
 *
 * Every byte of a dump is hostile: control characters can rewrite a terminal,
 * bidirectional ones can reorder a label. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * amp_display_text_escape:
 * @text: any bytes, NUL-terminated
 *
 * Makes @text valid UTF-8, writes control, bidirectional, zero-width and
 * private-use characters as `\u{XXXX}`, and cuts it at 200 characters.
 *
 * Returns: (transfer full): text that is safe on a screen and in a terminal
 */
char *amp_display_text_escape (const char *text);

/**
 * amp_display_text_escape_message:
 * @message: the message of an error, with a file name in it
 *
 * The same without the cut: the reason stands behind the name, and a name may be
 * long.
 *
 * Returns: (transfer full): text that is safe on a screen and in a terminal
 */
char *amp_display_text_escape_message (const char *message);

G_END_DECLS
