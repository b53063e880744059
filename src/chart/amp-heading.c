/* Owns nothing: draws text above a chart. */
#include "amp-heading.h"

#include <math.h>

#include "amp-text.h"

/* Pixels at font scale 1. */
#define LINE_GAP 2
#define MAX_NAME_LENGTH 170

#define MAX_TITLE_LINES 3
#define MAX_CAPTION_LINES 2

double
amp_heading_draw (cairo_t *cr, const AmpChartStyle *style, const char *title, const char *caption, double padding, double width, double gap)
{
  double scale = amp_text_scale (style);
  double left = padding * scale;
  double room = width - 2 * left;
  double bottom = 0;

  if (title)
    bottom += amp_text_draw_paragraph (cr, style, AMP_TEXT_TITLE, style->theme->foreground, title, left, bottom, room, MAX_TITLE_LINES);
  if (title && caption)
    bottom += LINE_GAP * scale;
  if (caption)
    bottom += amp_text_draw_paragraph (cr, style, AMP_TEXT_CAPTION, style->theme->muted, caption, left, bottom, room, MAX_CAPTION_LINES);
  return bottom > 0 ? ceil (bottom + gap * scale) : 0;
}

double
amp_heading_measure_name (const AmpChartStyle *style, const char *name)
{
  return ceil (MIN (amp_text_get_width (style, AMP_TEXT_CAPTION, name), MAX_NAME_LENGTH * amp_text_scale (style)));
}

void
amp_heading_draw_name (cairo_t *cr, const AmpChartStyle *style, const char *name, double x, double bottom, double room)
{
  cairo_save (cr);
  cairo_translate (cr, x, bottom);
  cairo_rotate (cr, -G_PI / 2);
  /* The longest name would lose a letter to a rounding error. */
  amp_text_draw (cr, style, AMP_TEXT_CAPTION, style->theme->foreground, name, AMP_TEXT_START, 0, 0, room + 1);
  cairo_restore (cr);
}
