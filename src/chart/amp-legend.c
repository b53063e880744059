/* Legends: see the header.
 *
 * Measuring is drawing on no cairo_t: the two cannot disagree. */
#include "amp-legend.h"

#include <math.h>

#include "amp-mark.h"
#include "amp-text.h"

/* Pixels at font scale 1. */
#define SWATCH_WIDTH 22
#define SWATCH_HEIGHT 14
#define GAP 8
#define SECTION_GAP 14
#define HATCH_SPACING 5
#define CIRCLE_ALPHA 0.35

/* Where the next piece goes; @cr is NULL while measuring. */
typedef struct
{
  cairo_t             *cr;
  const AmpChartStyle *style;
  double               scale;
  double               x;
  double               y;
  double               width;
} Pen;

typedef void (*DrawSymbol) (const Pen *pen, const cairo_rectangle_t *box, AmpColor color);

static void
draw_filled (const Pen *pen, const cairo_rectangle_t *box, AmpColor color)
{
  amp_mark_add_box (pen->cr, box, 3 * pen->scale);
  amp_mark_set_color (pen->cr, color, 1);
  cairo_fill (pen->cr);
}

static void
draw_hatched (const Pen *pen, const cairo_rectangle_t *box, AmpColor color)
{
  draw_filled (pen, box, pen->style->theme->no_data);
  amp_mark_add_box (pen->cr, box, 3 * pen->scale);
  amp_mark_hatch (pen->cr, color, HATCH_SPACING * pen->scale);
}

static void
draw_dashed (const Pen *pen, const cairo_rectangle_t *box, AmpColor color)
{
  const double dashes[] = { 3 * pen->scale, 2 * pen->scale };

  cairo_new_sub_path (pen->cr);
  cairo_arc (pen->cr, box->x + box->width / 2, box->y + box->height / 2, box->height / 2, 0, 2 * G_PI);
  amp_mark_set_color (pen->cr, color, CIRCLE_ALPHA);
  cairo_fill_preserve (pen->cr);
  amp_mark_set_color (pen->cr, color, 1);
  cairo_set_line_width (pen->cr, 1.2 * pen->scale);
  cairo_set_dash (pen->cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (pen->cr);
  cairo_set_dash (pen->cr, NULL, 0, 0);
}

static void
draw_hollow (const Pen *pen, const cairo_rectangle_t *box, AmpColor color)
{
  AmpCircleScale any = { 0 };
  double         radius = amp_circle_scale_get_masked_radius (&any) * pen->scale;

  cairo_new_sub_path (pen->cr);
  cairo_arc (pen->cr, box->x + box->width / 2, box->y + box->height / 2, radius, 0, 2 * G_PI);
  amp_mark_set_color (pen->cr, color, 1);
  cairo_set_line_width (pen->cr, pen->scale);
  cairo_stroke (pen->cr);
}

static void
add_title (Pen *pen, const char *title)
{
  if (!title)
    return;
  pen->y += amp_text_draw_paragraph (pen->cr, pen->style, AMP_TEXT_CAPTION_STRONG, pen->style->theme->foreground, title, pen->x, pen->y, pen->width, 3);
  pen->y += 4 * pen->scale;
}

static void
add_line (Pen *pen, DrawSymbol draw_symbol, AmpColor color, const char *text)
{
  double            line = amp_text_get_line_height (pen->style, AMP_TEXT_CAPTION) + 3 * pen->scale;
  double            indent = (SWATCH_WIDTH + GAP) * pen->scale;
  cairo_rectangle_t box = { pen->x, pen->y + (line - SWATCH_HEIGHT * pen->scale) / 2, SWATCH_WIDTH * pen->scale, SWATCH_HEIGHT * pen->scale };

  if (pen->cr && text)
    {
      draw_symbol (pen, &box, color);
      amp_text_draw (pen->cr, pen->style, AMP_TEXT_CAPTION, pen->style->theme->foreground, text, AMP_TEXT_START, pen->x + indent, pen->y + line / 2, MAX (0, pen->width - indent));
    }
  if (text)
    pen->y += line;
}

/* The highest class on top, as a scale is read. */
static void
add_classes (Pen *pen, const AmpLegend *legend)
{
  const AmpTheme *theme = pen->style->theme;

  add_title (pen, legend->title);
  for (guint i = legend->class_texts ? legend->n_classes : 0; i-- > 0;)
    add_line (pen, draw_filled, amp_theme_get_class_color (theme, i, legend->n_classes), legend->class_texts[i]);
  add_line (pen, draw_filled, theme->no_data, legend->no_data_text);
}

static void
draw_circle (const Pen *pen, double x, double bottom, double radius)
{
  cairo_new_sub_path (pen->cr);
  cairo_arc (pen->cr, x, bottom - radius, radius, 0, 2 * G_PI);
  amp_mark_set_color (pen->cr, pen->style->theme->muted, 1);
  cairo_set_line_width (pen->cr, pen->scale);
  cairo_stroke (pen->cr);
}

/* A hairline from the circle's top to its text. */
static void
draw_leader (const Pen *pen, double from, double to, double y)
{
  cairo_move_to (pen->cr, from, y);
  cairo_line_to (pen->cr, to, y);
  amp_mark_set_color (pen->cr, pen->style->theme->muted, 0.7);
  cairo_set_line_width (pen->cr, 0.75 * pen->scale);
  cairo_stroke (pen->cr);
}

/* Circles stand on one point; each text is level with its circle's top unless
 * the one above needs the room. */
static void
add_circles (Pen *pen, const AmpLegend *legend)
{
  double line = amp_text_get_line_height (pen->style, AMP_TEXT_CAPTION);
  double largest = amp_circle_scale_get_radius (legend->circles, legend->circle_values[0]);
  double height = MAX (2 * largest + line / 2, legend->n_circles * line);
  double bottom = pen->y + height;
  double next = pen->y;
  double text_x = pen->x + 2 * largest + 14 * pen->scale;

  for (guint i = 0; pen->cr && i < legend->n_circles; i++)
    {
      double radius = amp_circle_scale_get_radius (legend->circles, legend->circle_values[i]);
      double middle = MAX (next + line / 2, bottom - 2 * radius);

      /* Leave room below for the texts to come. */
      middle = MIN (middle, bottom - (legend->n_circles - 1 - i) * line - line / 2 + 2);
      draw_circle (pen, pen->x + largest + 1, bottom, radius);
      if (fabs (middle - (bottom - 2 * radius)) < 1)
        draw_leader (pen, pen->x + largest + 1, text_x - 4 * pen->scale, middle);
      amp_text_draw (pen->cr, pen->style, AMP_TEXT_CAPTION, pen->style->theme->foreground, legend->circle_texts[i], AMP_TEXT_START, text_x, middle, MAX (0, pen->x + pen->width - text_x));
      next = middle + line / 2;
    }
  pen->y = bottom + 6 * pen->scale;
}

static gboolean
has_circles (const AmpLegend *legend)
{
  return legend->circles && legend->n_circles > 0 && legend->circle_values && legend->circle_texts;
}

static double
draw_sections (const AmpLegend *legend, Pen pen)
{
  double begin = pen.y;

  if (legend->n_classes > 0 || legend->no_data_text)
    add_classes (&pen, legend);
  if (has_circles (legend))
    {
      if (pen.y > begin)
        pen.y += SECTION_GAP * pen.scale;
      add_title (&pen, legend->circle_title);
      add_circles (&pen, legend);
    }
  add_line (&pen, draw_dashed, pen.style->theme->accent, legend->approximate_text);
  /* As the map shows it: an area is hatched, a circle is hollow. */
  add_line (&pen, has_circles (legend) && legend->n_classes == 0 ? draw_hollow : draw_hatched, pen.style->theme->masked, legend->masked_text);
  return pen.y - begin;
}

double
amp_legend_measure (const AmpLegend *legend, const AmpChartStyle *style, double width)
{
  g_return_val_if_fail (legend != NULL, 0);
  g_return_val_if_fail (style != NULL && style->theme != NULL, 0);

  return ceil (draw_sections (legend, (Pen){ NULL, style, amp_text_scale (style), 0, 0, width }));
}

void
amp_legend_draw (cairo_t *cr, const AmpLegend *legend, const AmpChartStyle *style, double x, double y, double width)
{
  g_return_if_fail (cr != NULL);
  g_return_if_fail (legend != NULL);
  g_return_if_fail (style != NULL && style->theme != NULL);

  draw_sections (legend, (Pen){ cr, style, amp_text_scale (style), x, y, width });
}
