/* Mirrored bars: see the header.
 *
 * Invariant: all geometry comes from create_layout(). */
#include "amp-mirror-chart.h"

#include <math.h>

#include "amp-mark.h"
#include "amp-text.h"

/* Pixels at font scale 1. */
#define PADDING 8
#define GAP 10
#define BAR_HEIGHT 14
#define ROW_SPACING 10
#define NARROW_WIDTH 460
#define RADIUS 3

/* Labels take no more of the width. */
#define MAX_LABEL_SHARE 0.32

/* How far the right side's colour is from the left's: position tells them
 * apart, and tone. */
#define TONE_SHARE 0.45

typedef struct
{
  double   scale;
  double   width;
  double   top;
  double   row_height;
  double   line;        /* of the label above, where the chart is narrow */
  double   label_width; /* 0 where it is narrow */
  double   text_widths[2];
  double   axis;
  double   bar_width; /* of a full bar */
  double   maximum;
  gboolean is_narrow;
} Layout;

AmpColor
amp_mirror_chart_get_color (const AmpChartStyle *style, guint side)
{
  g_return_val_if_fail (style != NULL && style->theme != NULL, (AmpColor){ 0 });

  return side == 0 ? style->theme->accent : amp_color_mix (style->theme->accent, style->theme->foreground, TONE_SHARE);
}

static void
measure_texts (Layout *layout, const AmpMirror *mirror, const AmpChartStyle *style)
{
  for (guint i = 0; i < amp_mirror_get_n_rows (mirror); i++)
    {
      const AmpMirrorRow *row = amp_mirror_get_row (mirror, i);

      layout->label_width = MAX (layout->label_width, ceil (amp_text_get_width (style, AMP_TEXT_BODY, row->label)));
      for (guint side = 0; side < 2; side++)
        layout->text_widths[side] = MAX (layout->text_widths[side], ceil (amp_text_get_width (style, AMP_TEXT_BODY, row->texts[side])));
    }
  layout->label_width = layout->is_narrow ? 0 : MIN (layout->label_width, layout->width * MAX_LABEL_SHARE);
}

static Layout
create_layout (const AmpMirror *mirror, const AmpChartStyle *style, double width)
{
  Layout layout = { .scale = amp_text_scale (style), .width = width > 1 ? MIN (width, 1e5) : 1 };
  double gap = GAP * layout.scale;
  double left = PADDING * layout.scale;
  double right = layout.width - left;

  layout.is_narrow = layout.width < NARROW_WIDTH * layout.scale;
  measure_texts (&layout, mirror, style);
  layout.line = layout.is_narrow ? amp_text_get_line_height (style, AMP_TEXT_BODY) : 0;
  layout.row_height = ceil (amp_text_get_line_height (style, AMP_TEXT_BODY) + ROW_SPACING * layout.scale + layout.line);
  if (amp_mirror_get_side (mirror, 0) != NULL || amp_mirror_get_side (mirror, 1) != NULL)
    layout.top = ceil (amp_text_get_line_height (style, AMP_TEXT_CAPTION_STRONG) + gap / 2);
  if (layout.label_width > 0)
    left += layout.label_width + gap;
  layout.bar_width = MAX (1, (right - left - layout.text_widths[0] - layout.text_widths[1] - 2 * gap) / 2);
  layout.axis = left + layout.text_widths[0] + gap + layout.bar_width;
  layout.maximum = amp_mirror_get_maximum (mirror);
  return layout;
}

static double
get_top (const Layout *layout, guint index)
{
  return layout->top + index * layout->row_height;
}

static double
get_middle (const Layout *layout, guint index)
{
  return get_top (layout, index) + layout->line + (layout->row_height - layout->line) / 2;
}

static cairo_rectangle_t
get_bar (const Layout *layout, const AmpMirrorRow *row, guint index, guint side)
{
  double height = BAR_HEIGHT * layout->scale;
  double length = MIN (row->values[side] / layout->maximum, 1) * layout->bar_width;

  if (row->values[side] > 0)
    length = MAX (length, 2 * layout->scale);
  return (cairo_rectangle_t){ side == 0 ? layout->axis - length : layout->axis, floor (get_middle (layout, index) - height / 2), length, height };
}

static void
draw_bar (cairo_t *cr, const AmpChartStyle *style, const Layout *layout, const AmpMirrorRow *row, guint index, guint side)
{
  cairo_rectangle_t bar = get_bar (layout, row, index, side);

  if (bar.width <= 0)
    return;
  cairo_save (cr);
  if (side == 0)
    {
      /* A bar stands on its left: that of the left side is one seen in a mirror. */
      cairo_translate (cr, 2 * layout->axis, 0);
      cairo_scale (cr, -1, 1);
      bar.x = layout->axis;
    }
  amp_mark_add_bar (cr, &bar, RADIUS * layout->scale);
  cairo_restore (cr);
  amp_mark_set_color (cr, amp_mirror_chart_get_color (style, side), 1);
  cairo_fill (cr);
}

static void
draw_row (cairo_t *cr, const AmpMirror *mirror, const AmpChartStyle *style, const Layout *layout, guint index)
{
  const AmpMirrorRow *row = amp_mirror_get_row (mirror, index);
  double              padding = PADDING * layout->scale;
  double              gap = GAP * layout->scale;
  double              middle = get_middle (layout, index);
  double              label_middle = layout->is_narrow ? get_top (layout, index) + layout->line / 2 + ROW_SPACING * layout->scale / 2 : middle;

  amp_text_draw (cr, style, AMP_TEXT_BODY, style->theme->foreground, row->label, AMP_TEXT_START, padding, label_middle, layout->is_narrow ? layout->width - 2 * padding : layout->label_width + 1);
  draw_bar (cr, style, layout, row, index, 0);
  draw_bar (cr, style, layout, row, index, 1);
  amp_text_draw (cr, style, AMP_TEXT_BODY, style->theme->foreground, row->texts[0], AMP_TEXT_END, layout->axis - layout->bar_width - gap, middle, -1);
  amp_text_draw (cr, style, AMP_TEXT_BODY, style->theme->foreground, row->texts[1], AMP_TEXT_END, layout->width - padding, middle, -1);
}

static void
draw_axis (cairo_t *cr, const AmpChartStyle *style, const Layout *layout, double bottom)
{
  amp_mark_set_color (cr, style->theme->grid, 1);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, floor (layout->axis) + 0.5, layout->top);
  cairo_line_to (cr, floor (layout->axis) + 0.5, bottom);
  cairo_stroke (cr);
}

static void
draw_sides (cairo_t *cr, const AmpMirror *mirror, const AmpChartStyle *style, const Layout *layout)
{
  double gap = GAP * layout->scale;
  double middle = (layout->top - gap / 2) / 2;

  if (amp_mirror_get_side (mirror, 0) != NULL)
    amp_text_draw (cr, style, AMP_TEXT_CAPTION_STRONG, style->theme->muted, amp_mirror_get_side (mirror, 0), AMP_TEXT_END, layout->axis - gap, middle, MAX (1, layout->axis - 2 * gap));
  if (amp_mirror_get_side (mirror, 1) != NULL)
    amp_text_draw (cr, style, AMP_TEXT_CAPTION_STRONG, style->theme->muted, amp_mirror_get_side (mirror, 1), AMP_TEXT_START, layout->axis + gap, middle, MAX (1, layout->width - layout->axis - 2 * gap));
}

double
amp_mirror_chart_measure (const AmpMirror *mirror, const AmpChartStyle *style, double width)
{
  Layout layout;

  g_return_val_if_fail (mirror != NULL, 0);
  g_return_val_if_fail (style != NULL && style->theme != NULL, 0);

  layout = create_layout (mirror, style, width);
  return get_top (&layout, MAX (1, amp_mirror_get_n_rows (mirror)));
}

void
amp_mirror_chart_draw (cairo_t *cr, const AmpMirror *mirror, const AmpChartStyle *style, double width, double height)
{
  Layout layout;
  guint  n_rows;

  g_return_if_fail (cr != NULL && mirror != NULL);
  g_return_if_fail (style != NULL && style->theme != NULL);

  if (!(width >= 1 && height >= 1))
    return;
  layout = create_layout (mirror, style, width);
  n_rows = amp_mirror_get_n_rows (mirror);
  draw_sides (cr, mirror, style, &layout);
  if (n_rows == 0 && amp_mirror_get_empty_text (mirror) != NULL)
    amp_text_draw (cr, style, AMP_TEXT_BODY, style->theme->muted, amp_mirror_get_empty_text (mirror), AMP_TEXT_START, PADDING * layout.scale, get_middle (&layout, 0), MAX (1, layout.width - 2 * PADDING * layout.scale));
  for (guint i = 0; i < n_rows && get_top (&layout, i) < height; i++)
    draw_row (cr, mirror, style, &layout, i);
  if (n_rows > 0)
    draw_axis (cr, style, &layout, MIN (height, get_top (&layout, n_rows)));
}

int
amp_mirror_chart_row_at (const AmpMirror *mirror, const AmpChartStyle *style, double width, double y)
{
  Layout layout;
  double row;

  g_return_val_if_fail (mirror != NULL, -1);
  g_return_val_if_fail (style != NULL && style->theme != NULL, -1);

  layout = create_layout (mirror, style, width);
  row = floor ((y - layout.top) / layout.row_height);
  return row >= 0 && row < amp_mirror_get_n_rows (mirror) ? (int) row : -1;
}

gboolean
amp_mirror_chart_get_bar_box (const AmpMirror *mirror, const AmpChartStyle *style, double width, guint index, guint side, cairo_rectangle_t *box)
{
  Layout layout;

  g_return_val_if_fail (mirror != NULL && side < 2 && box != NULL, FALSE);
  g_return_val_if_fail (style != NULL && style->theme != NULL, FALSE);

  if (index >= amp_mirror_get_n_rows (mirror))
    return FALSE;
  layout = create_layout (mirror, style, width);
  *box = get_bar (&layout, amp_mirror_get_row (mirror, index), index, side);
  return TRUE;
}
