/* A heat map: see the header.
 *
 * Invariant: all geometry comes from create_layout(). */
#include "amp-heat-map-chart.h"

#include <math.h>

#include "amp-heading.h"
#include "amp-mark.h"
#include "amp-text.h"

/* Pixels at font scale 1. */
#define PADDING 8
#define GAP 12
#define ROW_SPACING 10
#define CELL_GAP 1
#define CELL_RADIUS 2
#define OUTLINE_WIDTH 2
#define HATCH_SPACING 5
#define MIN_CELL_WIDTH 6
#define MAX_CELL_WIDTH 84
#define CELL_PADDING 3
#define SWATCH_WIDTH 18
#define SWATCH_HEIGHT 12

/* Names of rows take no more of the width. */
#define MAX_LABEL_SHARE 0.34

typedef struct
{
  double scale;
  double width;
  double heading;
  double top;
  double row_height;
  double label_width;
  double left; /* of the first cell */
  double cell_width;
  double bottom; /* of the last row */
} Layout;

/* Where the next piece of the legend goes; @cr is NULL while measuring. */
typedef struct
{
  cairo_t             *cr;
  const AmpChartStyle *style;
  double               left;
  double               right;
  double               x;
  double               y;
  double               line;
} Pen;

/* To a new line where the rest of this one is too short. */
static void
make_room (Pen *pen, double width)
{
  if (pen->x > pen->left && pen->x + width > pen->right)
    {
      pen->x = pen->left;
      pen->y += pen->line;
    }
}

static void
add_text (Pen *pen, const char *text, AmpColor color)
{
  double width = amp_text_get_width (pen->style, AMP_TEXT_CAPTION, text);

  if (pen->cr != NULL)
    amp_text_draw (pen->cr, pen->style, AMP_TEXT_CAPTION, color, text, AMP_TEXT_START, pen->x, pen->y + pen->line / 2, MAX (1, pen->right - pen->x));
  pen->x += width + GAP * amp_text_scale (pen->style);
}

static void
add_swatch (Pen *pen, const char *text, AmpColor color, gboolean is_hatched)
{
  double            scale = amp_text_scale (pen->style);
  cairo_rectangle_t box = { 0, 0, SWATCH_WIDTH * scale, SWATCH_HEIGHT * scale };

  make_room (pen, box.width + GAP / 2.0 * scale + amp_text_get_width (pen->style, AMP_TEXT_CAPTION, text));
  box.x = pen->x;
  box.y = pen->y + (pen->line - box.height) / 2;
  if (pen->cr != NULL)
    {
      amp_mark_add_box (pen->cr, &box, CELL_RADIUS * scale);
      amp_mark_set_color (pen->cr, color, 1);
      if (is_hatched)
        amp_mark_hatch (pen->cr, color, HATCH_SPACING * scale);
      else
        cairo_fill (pen->cr);
    }
  pen->x += box.width + GAP / 2.0 * scale;
  add_text (pen, text, pen->style->theme->foreground);
}

/* From left to right, in as many lines as it takes. Returns the lower edge. */
static double
draw_legend (cairo_t *cr, const AmpHeatMap *heat, const AmpChartStyle *style, double width, double top, const char *masked_text)
{
  const char *const *texts = amp_heat_map_get_scale (heat);
  guint              n_levels = g_strv_length ((char **) texts);
  double             scale = amp_text_scale (style);
  Pen                pen = { cr, style, PADDING * scale, MAX (width - PADDING * scale, 1), PADDING * scale, top, 0 };

  pen.line = ceil (amp_text_get_line_height (style, AMP_TEXT_CAPTION) + GAP / 2.0 * scale);
  if (n_levels == 0)
    return top;
  if (amp_heat_map_get_scale_title (heat) != NULL)
    add_text (&pen, amp_heat_map_get_scale_title (heat), style->theme->muted);
  for (guint i = 0; i < n_levels; i++)
    add_swatch (&pen, texts[i], amp_theme_get_class_color (style->theme, i, n_levels), FALSE);
  if (amp_heat_map_has_masked (heat) && masked_text != NULL)
    add_swatch (&pen, masked_text, style->theme->masked, TRUE);
  return pen.y + pen.line;
}

static double
measure_labels (const AmpHeatMap *heat, const AmpChartStyle *style, double width)
{
  double longest = 0;

  for (guint i = 0; i < amp_heat_map_get_n_rows (heat); i++)
    longest = MAX (longest, amp_text_get_width (style, AMP_TEXT_BODY, amp_heat_map_get_row_label (heat, i)));
  return ceil (MIN (longest, width * MAX_LABEL_SHARE));
}

static double
measure_names (const AmpHeatMap *heat, const AmpChartStyle *style)
{
  double longest = 0;

  for (guint i = 0; i < amp_heat_map_get_n_columns (heat); i++)
    longest = MAX (longest, amp_heading_measure_name (style, amp_heat_map_get_column_label (heat, i)));
  return longest;
}

/* Only measures where @cr is NULL. */
static double
draw_heading (cairo_t *cr, const AmpHeatMap *heat, const AmpChartStyle *style, double width)
{
  return amp_heading_draw (cr, style, amp_heat_map_get_title (heat), amp_heat_map_get_caption (heat), PADDING, width, GAP);
}

static Layout
create_layout (const AmpHeatMap *heat, const AmpChartStyle *style, double width)
{
  Layout layout = { .scale = amp_text_scale (style), .width = width > 1 ? MIN (width, 1e5) : 1 };
  guint  n_columns = MAX (1, amp_heat_map_get_n_columns (heat));
  double padding = PADDING * layout.scale;

  layout.heading = draw_heading (NULL, heat, style, layout.width);
  layout.top = layout.heading;
  layout.row_height = ceil (amp_text_get_line_height (style, AMP_TEXT_BODY) + ROW_SPACING * layout.scale);
  if (amp_heat_map_get_n_rows (heat) > 0)
    layout.top += measure_names (heat, style) + GAP / 2.0 * layout.scale;
  layout.label_width = measure_labels (heat, style, layout.width);
  layout.left = padding + layout.label_width + GAP * layout.scale;
  layout.cell_width = CLAMP ((layout.width - layout.left - padding) / n_columns, MIN_CELL_WIDTH, MAX_CELL_WIDTH * layout.scale);
  layout.bottom = layout.top + MAX (1, amp_heat_map_get_n_rows (heat)) * layout.row_height;
  return layout;
}

static cairo_rectangle_t
get_box (const Layout *layout, guint row, guint column)
{
  return (cairo_rectangle_t){ layout->left + column * layout->cell_width, layout->top + row * layout->row_height, layout->cell_width, layout->row_height };
}

static void
draw_names (cairo_t *cr, const AmpHeatMap *heat, const AmpChartStyle *style, const Layout *layout)
{
  double bottom = layout->top - GAP / 2.0 * layout->scale;

  for (guint i = 0; i < amp_heat_map_get_n_columns (heat); i++)
    amp_heading_draw_name (cr, style, amp_heat_map_get_column_label (heat, i), layout->left + (i + 0.5) * layout->cell_width, bottom, bottom - layout->heading);
}

static void
draw_outline (cairo_t *cr, const AmpChartStyle *style, const Layout *layout, const cairo_rectangle_t *box)
{
  double            width = OUTLINE_WIDTH * layout->scale;
  cairo_rectangle_t inner = { box->x + width / 2, box->y + width / 2, box->width - width, box->height - width };

  amp_mark_add_box (cr, &inner, CELL_RADIUS * layout->scale);
  amp_mark_set_color (cr, style->theme->selection, 1);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

/* On whichever of the theme's two opposites is easier to read. */
static void
draw_number (cairo_t *cr, const AmpChartStyle *style, const Layout *layout, const AmpHeatCell *cell, const cairo_rectangle_t *box, AmpColor behind)
{
  double   room = box->width - 2 * CELL_PADDING * layout->scale;
  AmpColor color = style->theme->foreground;

  if (cell->text == NULL || cell->text[0] == '\0' || amp_text_get_width (style, AMP_TEXT_CAPTION, cell->text) > room)
    return;
  if (amp_color_contrast (style->theme->background, behind) > amp_color_contrast (color, behind))
    color = style->theme->background;
  amp_text_draw (cr, style, AMP_TEXT_CAPTION, color, cell->text, AMP_TEXT_MIDDLE, box->x + box->width / 2, box->y + box->height / 2, -1);
}

static void
draw_cell (cairo_t *cr, const AmpHeatMap *heat, const AmpChartStyle *style, const Layout *layout, guint row, guint column)
{
  const AmpHeatCell *cell = amp_heat_map_get_cell (heat, row, column);
  guint              n_levels = g_strv_length ((char **) amp_heat_map_get_scale (heat));
  cairo_rectangle_t  box = get_box (layout, row, column);
  double             gap = CELL_GAP * layout->scale;
  cairo_rectangle_t  inner = { box.x + gap, box.y + gap, box.width - 2 * gap, box.height - 2 * gap };
  AmpColor           color = style->theme->no_data;

  if (cell->level >= 0 && n_levels > 0)
    color = amp_theme_get_class_color (style->theme, MIN ((guint) cell->level, n_levels - 1), n_levels);
  amp_mark_add_box (cr, &inner, CELL_RADIUS * layout->scale);
  if (cell->is_masked)
    amp_mark_hatch (cr, style->theme->masked, HATCH_SPACING * layout->scale);
  else
    {
      amp_mark_set_color (cr, color, 1);
      cairo_fill (cr);
      draw_number (cr, style, layout, cell, &box, color);
    }
  if (cell->is_selected)
    draw_outline (cr, style, layout, &box);
}

static void
draw_rows (cairo_t *cr, const AmpHeatMap *heat, const AmpChartStyle *style, const Layout *layout, double height)
{
  for (guint row = 0; row < amp_heat_map_get_n_rows (heat); row++)
    {
      double top = layout->top + row * layout->row_height;

      if (top >= height)
        break;
      amp_text_draw (cr, style, AMP_TEXT_BODY, style->theme->foreground, amp_heat_map_get_row_label (heat, row), AMP_TEXT_START, PADDING * layout->scale, top + layout->row_height / 2, layout->label_width + 1);
      for (guint column = 0; column < amp_heat_map_get_n_columns (heat); column++)
        draw_cell (cr, heat, style, layout, row, column);
    }
}

static void
draw_empty (cairo_t *cr, const AmpHeatMap *heat, const AmpChartStyle *style, const Layout *layout)
{
  const char *text = amp_heat_map_get_empty_text (heat);
  double      left = PADDING * layout->scale;

  if (text != NULL)
    amp_text_draw (cr, style, AMP_TEXT_BODY, style->theme->muted, text, AMP_TEXT_START, left, layout->top + layout->row_height / 2, MAX (0, layout->width - 2 * left));
}

double
amp_heat_map_chart_measure (const AmpHeatMap *heat, const AmpChartStyle *style, double width, const char *masked_text)
{
  Layout layout;

  g_return_val_if_fail (heat != NULL, 0);
  g_return_val_if_fail (style != NULL && style->theme != NULL, 0);

  layout = create_layout (heat, style, width);
  if (amp_heat_map_get_n_rows (heat) == 0)
    return layout.bottom;
  return draw_legend (NULL, heat, style, layout.width, layout.bottom + GAP / 2.0 * layout.scale, masked_text);
}

void
amp_heat_map_chart_draw (cairo_t *cr, const AmpHeatMap *heat, const AmpChartStyle *style, double width, double height, const char *masked_text)
{
  Layout layout;

  g_return_if_fail (cr != NULL && heat != NULL);
  g_return_if_fail (style != NULL && style->theme != NULL);

  if (!(width >= 1 && height >= 1))
    return;
  layout = create_layout (heat, style, width);
  draw_heading (cr, heat, style, layout.width);
  if (amp_heat_map_get_n_rows (heat) == 0)
    {
      draw_empty (cr, heat, style, &layout);
      return;
    }
  draw_names (cr, heat, style, &layout);
  draw_rows (cr, heat, style, &layout, height);
  draw_legend (cr, heat, style, layout.width, layout.bottom + GAP / 2.0 * layout.scale, masked_text);
}

gboolean
amp_heat_map_chart_cell_at (const AmpHeatMap *heat, const AmpChartStyle *style, double width, double x, double y, guint *row, guint *column)
{
  Layout layout;
  double found_row, found_column;

  g_return_val_if_fail (heat != NULL && row != NULL && column != NULL, FALSE);
  g_return_val_if_fail (style != NULL && style->theme != NULL, FALSE);

  layout = create_layout (heat, style, width);
  found_row = floor ((y - layout.top) / layout.row_height);
  found_column = floor ((x - layout.left) / layout.cell_width);
  if (!(found_row >= 0 && found_row < amp_heat_map_get_n_rows (heat) && found_column >= 0 && found_column < amp_heat_map_get_n_columns (heat)))
    return FALSE;
  *row = (guint) found_row;
  *column = (guint) found_column;
  return TRUE;
}

gboolean
amp_heat_map_chart_get_cell_box (const AmpHeatMap *heat, const AmpChartStyle *style, double width, guint row, guint column, cairo_rectangle_t *box)
{
  Layout layout;

  g_return_val_if_fail (heat != NULL && box != NULL, FALSE);
  g_return_val_if_fail (style != NULL && style->theme != NULL, FALSE);

  if (row >= amp_heat_map_get_n_rows (heat) || column >= amp_heat_map_get_n_columns (heat))
    return FALSE;
  layout = create_layout (heat, style, width);
  *box = get_box (&layout, row, column);
  return TRUE;
}
