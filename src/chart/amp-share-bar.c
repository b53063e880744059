/* The parts of a whole: see the header.
 *
 * Invariant: pieces of the bar touch and never pass its end. */
#include "amp-share-bar.h"

#include <math.h>

#include "amp-heading.h"
#include "amp-mark.h"
#include "amp-text.h"

/* Pixels at font scale 1. */
#define PADDING 8
#define GAP 12
#define BAR_HEIGHT 18
#define SWATCH 12
#define LINE_SPACING 8
#define RADIUS 4
#define ROW_RADIUS 6
#define HATCH_SPACING 5
#define DIMMED_SHARE 0.62

/* A part that is not nothing is seen; a masked one has this width always. */
#define MIN_PIECE 2
#define MASKED_PIECE 10

typedef struct
{
  double            scale;
  cairo_rectangle_t bar;
  double            lines_top;
  double            line_height;
  double            detail_width;
  double            whole;
} Layout;

/* Only measures where @cr is NULL. */
static double
draw_heading (cairo_t *cr, const AmpSeries *series, const AmpChartStyle *style, double width)
{
  return amp_heading_draw (cr, style, amp_series_get_title (series), amp_series_get_caption (series), PADDING, width, GAP);
}

static double
measure_details (const AmpSeries *series, const AmpChartStyle *style)
{
  double widest = 0;

  for (guint i = 0; i < amp_series_get_n_rows (series); i++)
    {
      const char *text = amp_series_get_row (series, i)->detail_text;

      if (text)
        widest = MAX (widest, ceil (amp_text_get_width (style, AMP_TEXT_BODY, text)));
    }
  return widest;
}

static Layout
create_layout (const AmpSeries *series, const AmpChartStyle *style, double width)
{
  Layout layout = { .scale = amp_text_scale (style) };
  double bounded = width > 1 ? MIN (width, 1e5) : 1;
  double left = PADDING * layout.scale;

  layout.bar = (cairo_rectangle_t){ left, draw_heading (NULL, series, style, bounded), MAX (1, bounded - 2 * left), BAR_HEIGHT * layout.scale };
  layout.lines_top = ceil (layout.bar.y + layout.bar.height + GAP * layout.scale);
  layout.line_height = ceil (amp_text_get_line_height (style, AMP_TEXT_BODY) + LINE_SPACING * layout.scale);
  layout.detail_width = measure_details (series, style);
  layout.whole = MAX (amp_series_get_total (series), amp_series_get_maximum (series));
  return layout;
}

/* The piece of row @index, which begins at @x; @x moves to its end. */
static cairo_rectangle_t
next_piece (const Layout *layout, const AmpSeriesRow *row, double *x)
{
  double            end = layout->bar.x + layout->bar.width;
  double            value = amp_series_row_get_drawn_value (row);
  double            width = row->is_masked ? MASKED_PIECE * layout->scale : value / layout->whole * layout->bar.width;
  cairo_rectangle_t piece = { *x, layout->bar.y, 0, layout->bar.height };

  if (row->is_masked || value > 0)
    piece.width = MIN (MAX (width, MIN_PIECE * layout->scale), end - *x);
  *x += piece.width;
  return piece;
}

static AmpColor
get_color (const AmpSeriesRow *row, const AmpTheme *theme)
{
  AmpColor color = amp_theme_get_mark_color (theme, row->color);

  return row->is_dimmed ? amp_color_mix (color, theme->background, DIMMED_SHARE) : color;
}

static void
fill_mark (cairo_t *cr, const AmpChartStyle *style, const AmpSeriesRow *row, const cairo_rectangle_t *box, double radius)
{
  amp_mark_add_box (cr, box, radius);
  if (row->is_masked)
    {
      amp_mark_hatch (cr, style->theme->masked, HATCH_SPACING * amp_text_scale (style));
      return;
    }
  amp_mark_set_color (cr, get_color (row, style->theme), 1);
  cairo_fill (cr);
}

static void
draw_pieces (cairo_t *cr, const AmpSeries *series, const AmpChartStyle *style, const Layout *layout, int hovered)
{
  double x = layout->bar.x;

  cairo_save (cr);
  amp_mark_add_box (cr, &layout->bar, RADIUS * layout->scale);
  cairo_clip (cr);
  amp_mark_set_color (cr, style->theme->grid, 1);
  cairo_paint (cr);
  for (guint i = 0; i < amp_series_get_n_rows (series); i++)
    {
      cairo_rectangle_t piece = next_piece (layout, amp_series_get_row (series, i), &x);
      cairo_rectangle_t seam = { x - layout->scale, piece.y, layout->scale, piece.height };

      fill_mark (cr, style, amp_series_get_row (series, i), &piece, 0);
      if ((int) i == hovered)
        {
          amp_mark_add_box (cr, &piece, 0);
          amp_mark_set_color (cr, style->theme->foreground, 0.15);
          cairo_fill (cr);
        }
      if (piece.width > 0 && x < layout->bar.x + layout->bar.width)
        {
          amp_mark_add_box (cr, &seam, 0);
          amp_mark_set_color (cr, style->theme->background, 1);
          cairo_fill (cr);
        }
    }
  cairo_restore (cr);
}

static void
draw_band (cairo_t *cr, const AmpChartStyle *style, const Layout *layout, const AmpSeriesRow *row, double top, gboolean is_hovered)
{
  cairo_rectangle_t band = { 0, top + 1, layout->bar.width + 2 * layout->bar.x, layout->line_height - 2 };

  amp_mark_add_box (cr, &band, ROW_RADIUS * layout->scale);
  if (row->is_selected)
    amp_mark_set_color (cr, style->theme->accent, 0.15);
  else
    amp_mark_set_color (cr, style->theme->foreground, 0.07);
  if (row->is_selected || is_hovered)
    cairo_fill (cr);
  cairo_new_path (cr);
}

static void
draw_line (cairo_t *cr, const AmpChartStyle *style, const Layout *layout, const AmpSeriesRow *row, double top)
{
  double            middle = top + layout->line_height / 2;
  double            side = SWATCH * layout->scale;
  double            gap = GAP * layout->scale;
  double            right = layout->bar.x + layout->bar.width;
  double            left = layout->bar.x + side + gap * 0.75;
  cairo_rectangle_t swatch = { layout->bar.x, middle - side / 2, side, side };
  AmpColor          color = row->is_dimmed ? style->theme->muted : style->theme->foreground;
  AmpTextRole       role = row->is_selected ? AMP_TEXT_STRONG : AMP_TEXT_BODY;

  fill_mark (cr, style, row, &swatch, 3 * layout->scale);
  if (row->detail_text)
    amp_text_draw (cr, style, AMP_TEXT_BODY, style->theme->muted, row->detail_text, AMP_TEXT_END, right, middle, -1);
  if (layout->detail_width > 0)
    right -= layout->detail_width + gap;
  amp_text_draw (cr, style, role, row->is_masked ? style->theme->muted : color, row->value_text, AMP_TEXT_END, right, middle, -1);
  right -= amp_text_get_width (style, role, row->value_text) + gap;
  amp_text_draw (cr, style, role, color, row->label, AMP_TEXT_START, left, middle, MAX (0, right - left));
}

double
amp_share_bar_measure (const AmpSeries *series, const AmpChartStyle *style, double width)
{
  Layout layout;

  g_return_val_if_fail (series != NULL, 0);
  g_return_val_if_fail (style != NULL && style->theme != NULL, 0);

  layout = create_layout (series, style, width);
  return layout.lines_top + MAX (1, amp_series_get_n_rows (series)) * layout.line_height;
}

void
amp_share_bar_draw (cairo_t *cr, const AmpSeries *series, const AmpChartStyle *style, double width, double height, int hovered)
{
  Layout      layout;
  const char *empty_text;

  g_return_if_fail (cr != NULL);
  g_return_if_fail (series != NULL);
  g_return_if_fail (style != NULL && style->theme != NULL);

  if (!(width >= 1 && height >= 1))
    return;
  layout = create_layout (series, style, width);
  draw_heading (cr, series, style, layout.bar.width + 2 * layout.bar.x);
  draw_pieces (cr, series, style, &layout, hovered);
  for (guint i = 0; i < amp_series_get_n_rows (series); i++)
    {
      double top = layout.lines_top + i * layout.line_height;

      if (top >= height)
        break;
      draw_band (cr, style, &layout, amp_series_get_row (series, i), top, (int) i == hovered);
      draw_line (cr, style, &layout, amp_series_get_row (series, i), top);
    }
  empty_text = amp_series_get_empty_text (series);
  if (empty_text && amp_series_get_n_rows (series) == 0)
    amp_text_draw (cr, style, AMP_TEXT_BODY, style->theme->muted, empty_text, AMP_TEXT_START, layout.bar.x, layout.lines_top + layout.line_height / 2, layout.bar.width);
}

int
amp_share_bar_row_at (const AmpSeries *series, const AmpChartStyle *style, double width, double x, double y)
{
  Layout layout;
  double line, left;

  g_return_val_if_fail (series != NULL, -1);
  g_return_val_if_fail (style != NULL && style->theme != NULL, -1);

  layout = create_layout (series, style, width);
  line = floor ((y - layout.lines_top) / layout.line_height);
  if (x >= 0 && x < layout.bar.width + 2 * layout.bar.x && line >= 0 && line < amp_series_get_n_rows (series))
    return (int) line;
  left = layout.bar.x;
  for (guint i = 0; i < amp_series_get_n_rows (series); i++)
    {
      cairo_rectangle_t piece = next_piece (&layout, amp_series_get_row (series, i), &left);

      if (x >= piece.x && x < piece.x + piece.width && y >= piece.y && y < piece.y + piece.height)
        return (int) i;
    }
  return -1;
}
