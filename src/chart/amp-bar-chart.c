/* Horizontal bars: see the header.
 *
 * Invariant: all geometry comes from create_layout(). */
#include "amp-bar-chart.h"

#include <math.h>

#include "amp-heading.h"
#include "amp-mark.h"
#include "amp-text.h"

/* Pixels at font scale 1. */
#define PADDING 8
#define GAP 12
#define BAR_HEIGHT 14
#define NARROW_BAR_HEIGHT 8
#define ROW_SPACING 10
#define RADIUS 3
#define ROW_RADIUS 6
#define HATCH_SPACING 5
#define MASKED_WIDTH 28

/* A chart below this width puts labels above bars. */
#define NARROW_WIDTH 430

#define MAX_LABEL_SHARE 0.38
#define DIMMED_SHARE 0.62

/* The widest text is looked for among the longest ones only. */
#define N_MEASURED 12

typedef struct
{
  double   scale;
  double   width;
  gboolean is_narrow;
  double   top;
  double   row_height;
  double   bar_height;
  double   bar_left;
  double   bar_width;
  double   label_width;
  double   detail_width;
  double   maximum;
} Layout;

typedef const char *(*GetText) (const AmpSeriesRow *row);

static const char *
get_label (const AmpSeriesRow *row)
{
  return row->label;
}

static const char *
get_value_text (const AmpSeriesRow *row)
{
  return row->value_text;
}

static const char *
get_detail_text (const AmpSeriesRow *row)
{
  return row->detail_text ? row->detail_text : "";
}

/* Keeps the longest texts in @longest, the longest first. */
static void
keep_longest (const char *longest[N_MEASURED], glong lengths[N_MEASURED], const char *text)
{
  glong length = g_utf8_strlen (text, -1);
  guint at = N_MEASURED;

  while (at > 0 && length > lengths[at - 1])
    at--;
  if (at == N_MEASURED)
    return;
  for (guint i = N_MEASURED - 1; i > at; i--)
    {
      longest[i] = longest[i - 1];
      lengths[i] = lengths[i - 1];
    }
  longest[at] = text;
  lengths[at] = length;
}

static double
measure_column (const AmpSeries *series, const AmpChartStyle *style, GetText get_text)
{
  const char *longest[N_MEASURED] = { NULL };
  glong       lengths[N_MEASURED] = { 0 };
  double      widest = 0;

  for (guint i = 0; i < amp_series_get_n_rows (series); i++)
    keep_longest (longest, lengths, get_text (amp_series_get_row (series, i)));
  for (guint i = 0; i < N_MEASURED && longest[i]; i++)
    widest = MAX (widest, amp_text_get_width (style, AMP_TEXT_BODY, longest[i]));
  return ceil (widest);
}

/* Only measures where @cr is NULL. */
static double
draw_heading (cairo_t *cr, const AmpSeries *series, const AmpChartStyle *style, double width)
{
  return amp_heading_draw (cr, style, amp_series_get_title (series), amp_series_get_caption (series), PADDING, width, GAP);
}

static void
place_wide (Layout *layout, const AmpSeries *series, const AmpChartStyle *style, double value_width)
{
  double line = amp_text_get_line_height (style, AMP_TEXT_BODY);
  double inner = layout->width - 2 * PADDING * layout->scale;
  double gap = GAP * layout->scale;
  double label = measure_column (series, style, get_label);

  layout->label_width = MIN (label, floor (inner * MAX_LABEL_SHARE));
  layout->bar_left = PADDING * layout->scale + layout->label_width + gap;
  layout->bar_width = inner - layout->label_width - value_width - 2 * gap;
  if (layout->detail_width > 0)
    layout->bar_width -= layout->detail_width + gap;
  layout->bar_height = BAR_HEIGHT * layout->scale;
  layout->row_height = ceil (line + ROW_SPACING * layout->scale);
}

static void
place_narrow (Layout *layout, const AmpChartStyle *style)
{
  double line = amp_text_get_line_height (style, AMP_TEXT_BODY);

  layout->bar_left = PADDING * layout->scale;
  layout->bar_width = MAX (1, layout->width - 2 * layout->bar_left);
  layout->label_width = layout->bar_width;
  layout->bar_height = NARROW_BAR_HEIGHT * layout->scale;
  layout->row_height = ceil (line + layout->bar_height + (ROW_SPACING + 4) * layout->scale);
}

static Layout
create_layout (const AmpSeries *series, const AmpChartStyle *style, double width)
{
  Layout layout = { .scale = amp_text_scale (style), .width = width > 1 ? MIN (width, 1e5) : 1 };
  double value_width = measure_column (series, style, get_value_text);

  layout.maximum = amp_series_get_maximum (series);
  layout.detail_width = measure_column (series, style, get_detail_text);
  layout.top = draw_heading (NULL, series, style, layout.width);
  layout.is_narrow = layout.width < NARROW_WIDTH * layout.scale;
  if (!layout.is_narrow)
    place_wide (&layout, series, style, value_width);
  /* Long values may leave no room for bars: give them a line of their own. */
  if (layout.is_narrow || layout.bar_width < layout.width / 5)
    {
      layout.is_narrow = TRUE;
      place_narrow (&layout, style);
    }
  return layout;
}

static void
draw_band (cairo_t *cr, const AmpChartStyle *style, const Layout *layout, const AmpSeriesRow *row, double top, gboolean is_hovered)
{
  cairo_rectangle_t band = { 0, top + 1, layout->width, layout->row_height - 2 };

  if (row->is_selected)
    {
      amp_mark_add_box (cr, &band, ROW_RADIUS * layout->scale);
      amp_mark_set_color (cr, style->theme->accent, 0.15);
      cairo_fill (cr);
    }
  if (is_hovered)
    {
      amp_mark_add_box (cr, &band, ROW_RADIUS * layout->scale);
      amp_mark_set_color (cr, style->theme->foreground, 0.07);
      cairo_fill (cr);
    }
}

static void
add_bar (cairo_t *cr, const Layout *layout, const cairo_rectangle_t *bar)
{
  if (layout->is_narrow)
    amp_mark_add_box (cr, bar, RADIUS * layout->scale);
  else
    amp_mark_add_bar (cr, bar, RADIUS * layout->scale);
}

static void
draw_masked_bar (cairo_t *cr, const AmpChartStyle *style, const Layout *layout, double top)
{
  cairo_rectangle_t bar = { layout->bar_left, top, MIN (MASKED_WIDTH * layout->scale, layout->bar_width), layout->bar_height };

  add_bar (cr, layout, &bar);
  amp_mark_hatch (cr, style->theme->masked, HATCH_SPACING * layout->scale);
}

static void
draw_bar (cairo_t *cr, const AmpChartStyle *style, const Layout *layout, const AmpSeriesRow *row, double top)
{
  double            share = MIN (amp_series_row_get_drawn_value (row) / layout->maximum, 1);
  cairo_rectangle_t bar = { layout->bar_left, top, share * layout->bar_width, layout->bar_height };
  AmpColor          color = amp_theme_get_mark_color (style->theme, row->color);

  if (row->is_masked)
    {
      draw_masked_bar (cr, style, layout, top);
      return;
    }
  if (share <= 0)
    return;
  /* One person among a million must not look like none. */
  bar.width = MAX (bar.width, 2 * layout->scale);
  if (row->is_dimmed)
    color = amp_color_mix (color, style->theme->background, DIMMED_SHARE);
  add_bar (cr, layout, &bar);
  amp_mark_set_color (cr, color, 1);
  cairo_fill (cr);
}

/* Returns how much of the row's width the texts at its end take. */
static double
draw_values (cairo_t *cr, const AmpChartStyle *style, const Layout *layout, const AmpSeriesRow *row, double middle)
{
  AmpColor    color = row->is_dimmed || row->is_masked ? style->theme->muted : style->theme->foreground;
  AmpTextRole role = row->is_selected ? AMP_TEXT_STRONG : AMP_TEXT_BODY;
  double      right = layout->width - PADDING * layout->scale;
  double      used = 0;

  if (layout->detail_width > 0)
    {
      amp_text_draw (cr, style, AMP_TEXT_BODY, style->theme->muted, get_detail_text (row), AMP_TEXT_END, right, middle, -1);
      used = layout->detail_width + GAP * layout->scale;
    }
  amp_text_draw (cr, style, role, color, row->value_text, AMP_TEXT_END, right - used, middle, -1);
  return used + amp_text_get_width (style, role, row->value_text) + GAP * layout->scale;
}

static void
draw_row (cairo_t *cr, const AmpChartStyle *style, const Layout *layout, const AmpSeriesRow *row, double top)
{
  double      line = amp_text_get_line_height (style, AMP_TEXT_BODY);
  double      middle = layout->is_narrow ? top + (ROW_SPACING / 2.0) * layout->scale + line / 2 : top + layout->row_height / 2;
  double      bar_top = layout->is_narrow ? middle + line / 2 : middle - layout->bar_height / 2;
  double      used = draw_values (cr, style, layout, row, middle);
  double      room = layout->is_narrow ? MAX (0, layout->label_width - used) : layout->label_width;
  AmpColor    color = row->is_dimmed ? style->theme->muted : style->theme->foreground;
  AmpTextRole role = row->is_selected ? AMP_TEXT_STRONG : AMP_TEXT_BODY;

  amp_text_draw (cr, style, role, color, row->label, AMP_TEXT_START, PADDING * layout->scale, middle, room);
  draw_bar (cr, style, layout, row, floor (bar_top));
}

/* The line where all bars begin. */
static void
draw_baseline (cairo_t *cr, const AmpChartStyle *style, const Layout *layout, guint n_rows)
{
  cairo_rectangle_t line = { floor (layout->bar_left) - 1, layout->top + 2, 1, n_rows * layout->row_height - 4 };

  if (layout->is_narrow)
    return;
  amp_mark_add_box (cr, &line, 0);
  amp_mark_set_color (cr, style->theme->grid, 1);
  cairo_fill (cr);
}

static void
draw_empty (cairo_t *cr, const AmpSeries *series, const AmpChartStyle *style, const Layout *layout)
{
  const char *text = amp_series_get_empty_text (series);
  double      left = PADDING * layout->scale;

  if (text)
    amp_text_draw (cr, style, AMP_TEXT_BODY, style->theme->muted, text, AMP_TEXT_START, left, layout->top + layout->row_height / 2, MAX (0, layout->width - 2 * left));
}

static void
draw_rows (cairo_t *cr, const AmpSeries *series, const AmpChartStyle *style, const Layout *layout, double height, int hovered)
{
  double left, top, right, bottom;
  double first;
  guint  n_rows = amp_series_get_n_rows (series);

  cairo_clip_extents (cr, &left, &top, &right, &bottom);
  first = floor ((top - layout->top) / layout->row_height);
  for (guint i = first > 0 ? (guint) MIN (first, n_rows) : 0; i < n_rows; i++)
    {
      const AmpSeriesRow *row = amp_series_get_row (series, i);
      double              row_top = layout->top + i * layout->row_height;

      if (row_top >= MIN (height, bottom))
        break;
      draw_band (cr, style, layout, row, row_top, (int) i == hovered);
      draw_row (cr, style, layout, row, row_top);
    }
}

double
amp_bar_chart_measure (const AmpSeries *series, const AmpChartStyle *style, double width)
{
  Layout layout;

  g_return_val_if_fail (series != NULL, 0);
  g_return_val_if_fail (style != NULL && style->theme != NULL, 0);

  layout = create_layout (series, style, width);
  return layout.top + MAX (1, amp_series_get_n_rows (series)) * layout.row_height;
}

void
amp_bar_chart_draw (cairo_t *cr, const AmpSeries *series, const AmpChartStyle *style, double width, double height, int hovered)
{
  Layout layout;

  g_return_if_fail (cr != NULL);
  g_return_if_fail (series != NULL);
  g_return_if_fail (style != NULL && style->theme != NULL);

  if (!(width >= 1 && height >= 1))
    return;
  layout = create_layout (series, style, width);
  draw_heading (cr, series, style, layout.width);
  if (amp_series_get_n_rows (series) == 0)
    draw_empty (cr, series, style, &layout);
  else
    draw_baseline (cr, style, &layout, amp_series_get_n_rows (series));
  draw_rows (cr, series, style, &layout, height, hovered);
}

int
amp_bar_chart_row_at (const AmpSeries *series, const AmpChartStyle *style, double width, double x, double y)
{
  Layout layout;
  double row;

  g_return_val_if_fail (series != NULL, -1);
  g_return_val_if_fail (style != NULL && style->theme != NULL, -1);

  layout = create_layout (series, style, width);
  row = floor ((y - layout.top) / layout.row_height);
  if (!(x >= 0 && x < layout.width && row >= 0 && row < amp_series_get_n_rows (series)))
    return -1;
  return (int) row;
}

gboolean
amp_bar_chart_get_row_box (const AmpSeries *series, const AmpChartStyle *style, double width, guint index, cairo_rectangle_t *box)
{
  Layout layout;

  g_return_val_if_fail (series != NULL, FALSE);
  g_return_val_if_fail (style != NULL && style->theme != NULL, FALSE);
  g_return_val_if_fail (box != NULL, FALSE);

  if (index >= amp_series_get_n_rows (series))
    return FALSE;
  layout = create_layout (series, style, width);
  *box = (cairo_rectangle_t){ 0, layout.top + index * layout.row_height, layout.width, layout.row_height };
  return TRUE;
}
