/* A matrix of dots and bars: see the header.
 *
 * Invariant: all geometry comes from create_layout(). */
#include "amp-upset-chart.h"

#include <math.h>

#include "amp-heading.h"
#include "amp-mark.h"
#include "amp-text.h"

/* Pixels at font scale 1. */
#define PADDING 8
#define GAP 12
#define BAR_HEIGHT 14
#define ROW_SPACING 10
#define RADIUS 3
#define ROW_RADIUS 6
#define HATCH_SPACING 5
#define MASKED_WIDTH 28
#define COLUMN_WIDTH 24
#define MIN_COLUMN_WIDTH 8
#define DOT_RADIUS 5.5
#define LINK_WIDTH 2

/* The matrix takes no more of the width; shares are left out where bars would
 * be shorter. */
#define MAX_MATRIX_SHARE 0.5
#define MIN_BAR_SHARE 0.2
#define DIMMED_SHARE 0.62

typedef struct
{
  double scale;
  double width;
  double heading;
  double top;
  double row_height;
  double column;
  double matrix_left;
  double bar_left;
  double bar_width;
  double value_width;
  double detail_width;
  double maximum;
} Layout;

static void
measure_columns (Layout *layout, const AmpSeries *series, const AmpChartStyle *style)
{
  for (guint i = 0; i < amp_series_get_n_rows (series); i++)
    {
      const AmpSeriesRow *row = amp_series_get_row (series, i);

      layout->value_width = MAX (layout->value_width, ceil (amp_text_get_width (style, AMP_TEXT_STRONG, row->value_text)));
      if (row->detail_text != NULL)
        layout->detail_width = MAX (layout->detail_width, ceil (amp_text_get_width (style, AMP_TEXT_BODY, row->detail_text)));
    }
}

static double
measure_names (const AmpUpset *upset, const AmpChartStyle *style)
{
  double longest = 0;

  for (guint i = 0; i < amp_upset_get_n_sets (upset); i++)
    longest = MAX (longest, amp_heading_measure_name (style, amp_upset_get_set_label (upset, i)));
  return longest;
}

/* Only measures where @cr is NULL. */
static double
draw_heading (cairo_t *cr, const AmpSeries *series, const AmpChartStyle *style, double width)
{
  return amp_heading_draw (cr, style, amp_series_get_title (series), amp_series_get_caption (series), PADDING, width, GAP);
}

static void
place_bars (Layout *layout, double matrix_width)
{
  double right = layout->width - PADDING * layout->scale;
  double gap = GAP * layout->scale;

  layout->bar_left = layout->matrix_left + matrix_width + gap;
  layout->bar_width = right - layout->bar_left - gap - layout->value_width;
  if (layout->detail_width > 0 && layout->bar_width - layout->detail_width - gap < layout->width * MIN_BAR_SHARE)
    layout->detail_width = 0;
  if (layout->detail_width > 0)
    layout->bar_width -= layout->detail_width + gap;
  layout->bar_width = MAX (layout->bar_width, 1);
}

static Layout
create_layout (const AmpUpset *upset, const AmpChartStyle *style, double width)
{
  const AmpSeries *series = amp_upset_get_series (upset);
  Layout           layout = { .scale = amp_text_scale (style), .width = width > 1 ? MIN (width, 1e5) : 1 };
  guint            n_sets = MAX (1, amp_upset_get_n_sets (upset));
  double           room = layout.width * MAX_MATRIX_SHARE / n_sets;

  measure_columns (&layout, series, style);
  layout.maximum = amp_series_get_maximum (series);
  layout.heading = draw_heading (NULL, series, style, layout.width);
  layout.top = layout.heading;
  if (amp_series_get_n_rows (series) > 0)
    layout.top += measure_names (upset, style) + GAP / 2.0 * layout.scale;
  layout.row_height = ceil (amp_text_get_line_height (style, AMP_TEXT_BODY) + ROW_SPACING * layout.scale);
  layout.column = CLAMP (room, MIN_COLUMN_WIDTH, COLUMN_WIDTH * layout.scale);
  layout.matrix_left = PADDING * layout.scale;
  place_bars (&layout, layout.column * n_sets);
  return layout;
}

static double
get_column_middle (const Layout *layout, guint set)
{
  return layout->matrix_left + (set + 0.5) * layout->column;
}

static void
draw_names (cairo_t *cr, const AmpUpset *upset, const AmpChartStyle *style, const Layout *layout)
{
  double bottom = layout->top - GAP / 2.0 * layout->scale;

  for (guint i = 0; i < amp_upset_get_n_sets (upset); i++)
    amp_heading_draw_name (cr, style, amp_upset_get_set_label (upset, i), get_column_middle (layout, i), bottom, bottom - layout->heading);
}

static void
draw_band (cairo_t *cr, const AmpChartStyle *style, const Layout *layout, const AmpSeriesRow *row, double top, gboolean is_hovered)
{
  cairo_rectangle_t band = { 0, top + 1, layout->width, layout->row_height - 2 };

  if (row->is_selected || is_hovered)
    {
      amp_mark_add_box (cr, &band, ROW_RADIUS * layout->scale);
      amp_mark_set_color (cr, row->is_selected ? style->theme->accent : style->theme->foreground, row->is_selected ? 0.15 : 0.07);
      cairo_fill (cr);
    }
}

static AmpColor
get_color (const AmpChartStyle *style, const AmpSeriesRow *row, int color)
{
  AmpColor found = amp_theme_get_mark_color (style->theme, color);

  return row->is_dimmed ? amp_color_mix (found, style->theme->background, DIMMED_SHARE) : found;
}

static void
draw_dot (cairo_t *cr, const Layout *layout, double x, double y, AmpColor color, double share)
{
  double radius = MIN (DOT_RADIUS * layout->scale, layout->column * 0.42) * share;

  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  amp_mark_set_color (cr, color, 1);
  cairo_fill (cr);
}

/* A line through all that belongs together. */
static void
draw_link (cairo_t *cr, const AmpUpset *upset, const AmpChartStyle *style, const Layout *layout, guint index, double middle)
{
  const AmpSeriesRow *row = amp_series_get_row (amp_upset_get_series (upset), index);
  double              first = -1;
  double              last = -1;
  cairo_rectangle_t   line;

  for (guint i = 0; i < amp_upset_get_n_sets (upset); i++)
    if (amp_upset_has_member (upset, index, i))
      {
        last = get_column_middle (layout, i);
        first = first < 0 ? last : first;
      }
  if (last <= first)
    return;
  line = (cairo_rectangle_t){ first, middle - LINK_WIDTH * layout->scale / 2, last - first, LINK_WIDTH * layout->scale };
  amp_mark_add_box (cr, &line, 0);
  amp_mark_set_color (cr, row->is_dimmed ? amp_color_mix (style->theme->muted, style->theme->background, DIMMED_SHARE) : style->theme->muted, 1);
  cairo_fill (cr);
}

/* What is not in the combination stays a small dot: position and size tell, not
 * colour alone. */
static void
draw_members (cairo_t *cr, const AmpUpset *upset, const AmpChartStyle *style, const Layout *layout, guint index, double middle)
{
  const AmpSeriesRow *row = amp_series_get_row (amp_upset_get_series (upset), index);
  AmpColor            absent = amp_color_mix (style->theme->muted, style->theme->background, DIMMED_SHARE);

  for (guint i = 0; i < amp_upset_get_n_sets (upset); i++)
    if (!amp_upset_has_member (upset, index, i))
      draw_dot (cr, layout, get_column_middle (layout, i), middle, absent, 0.45);
  draw_link (cr, upset, style, layout, index, middle);
  for (guint i = 0; i < amp_upset_get_n_sets (upset); i++)
    if (amp_upset_has_member (upset, index, i))
      draw_dot (cr, layout, get_column_middle (layout, i), middle, get_color (style, row, amp_upset_get_set_color (upset, i)), 1);
}

static void
draw_bar (cairo_t *cr, const AmpChartStyle *style, const Layout *layout, const AmpSeriesRow *row, double middle)
{
  double            share = MIN (amp_series_row_get_drawn_value (row) / layout->maximum, 1);
  double            height = BAR_HEIGHT * layout->scale;
  cairo_rectangle_t bar = { layout->bar_left, floor (middle - height / 2), share * layout->bar_width, height };

  if (row->is_masked)
    bar.width = MIN (MASKED_WIDTH * layout->scale, layout->bar_width);
  else if (share <= 0)
    return;
  else
    bar.width = MAX (bar.width, 2 * layout->scale);
  amp_mark_add_bar (cr, &bar, RADIUS * layout->scale);
  if (row->is_masked)
    {
      amp_mark_hatch (cr, style->theme->masked, HATCH_SPACING * layout->scale);
      return;
    }
  amp_mark_set_color (cr, get_color (style, row, row->color), 1);
  cairo_fill (cr);
}

static void
draw_values (cairo_t *cr, const AmpChartStyle *style, const Layout *layout, const AmpSeriesRow *row, double middle)
{
  AmpColor color = row->is_dimmed || row->is_masked ? style->theme->muted : style->theme->foreground;
  double   right = layout->width - PADDING * layout->scale;

  if (layout->detail_width > 0)
    {
      if (row->detail_text != NULL)
        amp_text_draw (cr, style, AMP_TEXT_BODY, style->theme->muted, row->detail_text, AMP_TEXT_END, right, middle, -1);
      right -= layout->detail_width + GAP * layout->scale;
    }
  amp_text_draw (cr, style, row->is_selected ? AMP_TEXT_STRONG : AMP_TEXT_BODY, color, row->value_text, AMP_TEXT_END, right, middle, -1);
}

static void
draw_rows (cairo_t *cr, const AmpUpset *upset, const AmpChartStyle *style, const Layout *layout, double height, int hovered)
{
  const AmpSeries *series = amp_upset_get_series (upset);

  for (guint i = 0; i < amp_series_get_n_rows (series); i++)
    {
      const AmpSeriesRow *row = amp_series_get_row (series, i);
      double              top = layout->top + i * layout->row_height;
      double              middle = top + layout->row_height / 2;

      if (top >= height)
        break;
      draw_band (cr, style, layout, row, top, (int) i == hovered);
      draw_members (cr, upset, style, layout, i, middle);
      draw_bar (cr, style, layout, row, middle);
      draw_values (cr, style, layout, row, middle);
    }
}

static void
draw_empty (cairo_t *cr, const AmpSeries *series, const AmpChartStyle *style, const Layout *layout)
{
  const char *text = amp_series_get_empty_text (series);
  double      left = PADDING * layout->scale;

  if (text != NULL)
    amp_text_draw (cr, style, AMP_TEXT_BODY, style->theme->muted, text, AMP_TEXT_START, left, layout->top + layout->row_height / 2, MAX (0, layout->width - 2 * left));
}

double
amp_upset_chart_measure (const AmpUpset *upset, const AmpChartStyle *style, double width)
{
  Layout layout;

  g_return_val_if_fail (upset != NULL, 0);
  g_return_val_if_fail (style != NULL && style->theme != NULL, 0);

  layout = create_layout (upset, style, width);
  return layout.top + MAX (1, amp_series_get_n_rows (amp_upset_get_series (upset))) * layout.row_height;
}

void
amp_upset_chart_draw (cairo_t *cr, const AmpUpset *upset, const AmpChartStyle *style, double width, double height, int hovered)
{
  Layout layout;

  g_return_if_fail (cr != NULL);
  g_return_if_fail (upset != NULL);
  g_return_if_fail (style != NULL && style->theme != NULL);

  if (!(width >= 1 && height >= 1))
    return;
  layout = create_layout (upset, style, width);
  draw_heading (cr, amp_upset_get_series (upset), style, layout.width);
  if (amp_series_get_n_rows (amp_upset_get_series (upset)) == 0)
    {
      draw_empty (cr, amp_upset_get_series (upset), style, &layout);
      return;
    }
  draw_names (cr, upset, style, &layout);
  draw_rows (cr, upset, style, &layout, height, hovered);
}

int
amp_upset_chart_row_at (const AmpUpset *upset, const AmpChartStyle *style, double width, double x, double y)
{
  Layout layout;
  double row;

  g_return_val_if_fail (upset != NULL, -1);
  g_return_val_if_fail (style != NULL && style->theme != NULL, -1);

  layout = create_layout (upset, style, width);
  row = floor ((y - layout.top) / layout.row_height);
  if (!(x >= 0 && x < layout.width && row >= 0 && row < amp_series_get_n_rows (amp_upset_get_series (upset))))
    return -1;
  return (int) row;
}

gboolean
amp_upset_chart_get_row_box (const AmpUpset *upset, const AmpChartStyle *style, double width, guint index, cairo_rectangle_t *box)
{
  Layout layout;

  g_return_val_if_fail (upset != NULL, FALSE);
  g_return_val_if_fail (style != NULL && style->theme != NULL, FALSE);
  g_return_val_if_fail (box != NULL, FALSE);

  if (index >= amp_series_get_n_rows (amp_upset_get_series (upset)))
    return FALSE;
  layout = create_layout (upset, style, width);
  *box = (cairo_rectangle_t){ 0, layout.top + index * layout.row_height, layout.width, layout.row_height };
  return TRUE;
}
