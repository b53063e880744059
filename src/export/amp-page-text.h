/* Texts on pages: one face and size for each role, measured in points (1/72
 * inch) and alike on paper, in a PDF and on the screen. Must not know where on a
 * page they stand. */
#pragma once

#include <pango/pangocairo.h>

#include "amp-palette.h"

G_BEGIN_DECLS

typedef enum
{
  AMP_PAGE_TITLE,
  AMP_PAGE_HEADING,
  AMP_PAGE_SUBHEADING,
  AMP_PAGE_BODY,
  AMP_PAGE_STRONG,
  AMP_PAGE_CAPTION,
  AMP_PAGE_FIGURE,
  AMP_PAGE_CELL,
  AMP_PAGE_CELL_STRONG,
  AMP_PAGE_CELL_MASKED,
  AMP_PAGE_FOOT,
  AMP_N_PAGE_ROLES,
} AmpPageRole;

/**
 * amp_page_text_new:
 * @role: which face
 * @text: plain UTF-8; broken UTF-8 shows replacement marks
 * @width: points to wrap at; negative for one line
 * @is_right: whether lines end at the right, as numbers do
 *
 * Returns: (transfer full): the text, laid out
 */
PangoLayout *amp_page_text_new (AmpPageRole role, const char *text, double width, gboolean is_right);

/**
 * amp_page_text_get_color:
 *
 * Returns: the colour of texts of that role
 */
AmpColor amp_page_text_get_color (AmpPageRole role);

double amp_page_text_get_height (PangoLayout *layout);

/**
 * amp_page_text_get_width:
 *
 * Returns: points that the widest line takes
 */
double amp_page_text_get_width (PangoLayout *layout);

/**
 * amp_page_text_get_line_range:
 * @iter: at a line
 * @top: (out): where the line begins, in points from the top of its text
 * @bottom: (out): where it ends
 */
void amp_page_text_get_line_range (PangoLayoutIter *iter, double *top, double *bottom);

G_END_DECLS
