/* What cairo leaves out of an SVG: a name, a description, stable identifiers.
 *
 * Works on the text that cairo wrote, which it trusts; the texts it inserts it
 * does not. Must not know what is drawn. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * amp_svg_document_finish:
 * @svg: an SVG document as cairo writes it
 * @length: its bytes
 * @title: (nullable): UTF-8
 * @description: (nullable): UTF-8
 * @id_prefix: (nullable): characters other than ASCII letters, digits, "-" and
 *   "_" are dropped
 *
 * Numbers every identifier in the order of its first appearance (cairo's
 * depend on what the process drew before) and inserts <title> and <desc>.
 *
 * Returns: (transfer full): the finished document
 */
GBytes *amp_svg_document_finish (const char *svg, gsize length, const char *title, const char *description, const char *id_prefix);

G_END_DECLS
