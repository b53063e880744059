/* How wide lines of text are, remembered.
 *
 * A chart asks for the same widths whenever it is measured, given a size or drawn, and
 * shaping a line takes far longer than finding it again. Must not know what a text is
 * for. Each thread has a memory of its own. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpTextMeasure:
 *
 * Returns: how wide @text is, in Pango units
 */
typedef int (*AmpTextMeasure) (const char *text, gconstpointer data);

/**
 * amp_text_ruler_get_width:
 * @font: names the font and its size: the same for the same letters
 * @measure: asked for a text that is not remembered
 *
 * What is remembered is forgotten once the fonts of the process change.
 *
 * Returns: how wide @text is, in Pango units
 */
int amp_text_ruler_get_width (const char *font, const char *text, AmpTextMeasure measure, gconstpointer data);

G_END_DECLS
