/* One line of text on a cairo_t, the same on every surface.
 *
 * Invariant: a text has the same width on screen, PNG, SVG and PDF, at any
 * scale: hinting of metrics and rounding of glyph positions are off. Sizes are
 * pixels at font scale 1. Broken UTF-8 draws as replacement marks. Must not know which chart it labels. */
#pragma once

#include <cairo.h>

#include "amp-chart-style.h"

G_BEGIN_DECLS

typedef enum
{
  AMP_TEXT_TITLE,
  AMP_TEXT_BODY,
  AMP_TEXT_STRONG,
  AMP_TEXT_CAPTION,
  AMP_TEXT_CAPTION_STRONG,
  AMP_N_TEXT_ROLES,
} AmpTextRole;

typedef enum
{
  AMP_TEXT_START,
  AMP_TEXT_MIDDLE,
  AMP_TEXT_END,
} AmpTextAnchor;

/**
 * amp_text_scale:
 *
 * Returns: the style's font scale, brought back between 0.25 and 8
 */
double amp_text_scale (const AmpChartStyle *style);

/**
 * amp_text_get_line_height:
 *
 * Returns: the distance between two lines of @role, in pixels
 */
double amp_text_get_line_height (const AmpChartStyle *style, AmpTextRole role);

/**
 * amp_text_get_width:
 * @text: UTF-8, one line
 *
 * Returns: the width of the whole text, in pixels
 */
double amp_text_get_width (const AmpChartStyle *style, AmpTextRole role, const char *text);

/**
 * amp_text_draw:
 * @text: UTF-8; line ends draw as a space
 * @anchor: which point of the text @x is
 * @x: pixels
 * @middle: the y of the line's middle, pixels
 * @width: the room there is; longer texts end in an ellipsis; below 0, no
 *   limit
 */
void amp_text_draw (cairo_t *cr, const AmpChartStyle *style, AmpTextRole role, AmpColor color, const char *text, AmpTextAnchor anchor, double x, double middle, double width);

/**
 * amp_text_draw_haloed:
 * @halo: the colour around the letters
 *
 * As amp_text_draw() without a limit, readable on top of any drawing.
 */
void amp_text_draw_haloed (cairo_t *cr, const AmpChartStyle *style, AmpTextRole role, AmpColor color, AmpColor halo, const char *text, AmpTextAnchor anchor, double x, double middle);

/**
 * amp_text_draw_paragraph:
 * @cr: (nullable): %NULL only measures
 * @x: the left edge
 * @top: the upper edge
 * @width: where lines break
 * @max_lines: the last one ends in an ellipsis when the text is longer
 *
 * Returns: the height used, in pixels
 */
double amp_text_draw_paragraph (cairo_t *cr, const AmpChartStyle *style, AmpTextRole role, AmpColor color, const char *text, double x, double top, double width, int max_lines);

G_END_DECLS
