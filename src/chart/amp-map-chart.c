/* The page of a map: see the header.
 *
 * Invariant: boxes of the layout never overlap; what does not fit is left out,
 * the legend first. */
#include "amp-map-chart.h"

#include <math.h>

#include "amp-mark.h"
#include "amp-text.h"

/* Pixels at font scale 1. */
#define GAP 16
#define INSET_GAP 8
#define INSET_WIDTH 92
#define MAX_INSET_HEIGHT 88
#define LEGEND_WIDTH 176
#define MARGIN 12
#define HATCH_SPACING 5
#define WIDE 560

/* Of the height, what a legend or insets under the map may take. */
#define MAX_SHARE_BELOW 0.5
#define MIN_MAP_SIDE 40

#define CIRCLE_SHARE 16.0
#define DIMMED_SHARE 0.6

typedef struct
{
  double            scale;
  gboolean          is_wide;
  cairo_rectangle_t map;
  cairo_rectangle_t legend;
  cairo_rectangle_t insets;
  AmpCircleScale    circles;
} Layout;

static double
draw_heading (cairo_t *cr, const AmpMapChart *chart, const AmpChartStyle *style, double width)
{
  double bottom = 0;

  if (chart->title)
    bottom += amp_text_draw_paragraph (cr, style, AMP_TEXT_TITLE, style->theme->foreground, chart->title, 0, bottom, width, 3) + 2;
  if (chart->caption)
    bottom += amp_text_draw_paragraph (cr, style, AMP_TEXT_CAPTION, style->theme->muted, chart->caption, 0, bottom, width, 3);
  return bottom > 0 ? ceil (bottom + INSET_GAP * amp_text_scale (style)) : 0;
}

static double
measure_attribution (const AmpMapChart *chart, const AmpChartStyle *style, double width)
{
  if (!chart->attribution)
    return 0;
  return amp_text_draw_paragraph (NULL, style, AMP_TEXT_CAPTION, style->theme->muted, chart->attribution, 0, 0, width, 5) + INSET_GAP * amp_text_scale (style);
}

/* Returns where the room above the attribution ends. */
static double
draw_attribution (cairo_t *cr, const AmpMapChart *chart, const AmpChartStyle *style, double width, double height)
{
  double bottom = height - measure_attribution (chart, style, width);

  if (chart->attribution)
    amp_text_draw_paragraph (cr, style, AMP_TEXT_CAPTION, style->theme->muted, chart->attribution, 0, bottom + INSET_GAP * amp_text_scale (style), width, 5);
  return bottom;
}

/* Cuts the legend off the right, the insets off the left. */
static void
place_beside (Layout *layout, const AmpMapChart *chart)
{
  double gap = GAP * layout->scale;

  if (chart->legend)
    {
      double taken = LEGEND_WIDTH * layout->scale;

      layout->map.width -= taken + gap;
      layout->legend = (cairo_rectangle_t){ layout->map.x + layout->map.width + gap, layout->map.y, taken, layout->map.height };
    }
  if (chart->n_insets > 0)
    {
      double taken = INSET_WIDTH * layout->scale;

      layout->insets = (cairo_rectangle_t){ layout->map.x, layout->map.y, taken, layout->map.height };
      layout->map.x += taken + INSET_GAP * layout->scale;
      layout->map.width -= taken + INSET_GAP * layout->scale;
    }
}

/* Cuts @wanted off the bottom of the map, or nothing when that is too much. */
static cairo_rectangle_t
cut_bottom (Layout *layout, double wanted)
{
  double gap = INSET_GAP * layout->scale;

  if (wanted <= 0 || wanted + gap > layout->map.height * MAX_SHARE_BELOW)
    return (cairo_rectangle_t){ 0 };
  layout->map.height -= wanted + gap;
  return (cairo_rectangle_t){ layout->map.x, layout->map.y + layout->map.height + gap, layout->map.width, wanted };
}

static void
place_below (Layout *layout, const AmpMapChart *chart, const AmpChartStyle *style)
{
  if (chart->legend)
    layout->legend = cut_bottom (layout, amp_legend_measure (chart->legend, style, layout->map.width));
  if (chart->n_insets > 0)
    layout->insets = cut_bottom (layout, MAX_INSET_HEIGHT * layout->scale);
}

static void
scale_circles (Layout *layout, const AmpMapChart *chart)
{
  layout->circles = chart->circle_scale;
  if (!(layout->circles.maximum_radius > 0))
    layout->circles.maximum_radius = MAX (2, MIN (layout->map.width, layout->map.height) / CIRCLE_SHARE);
  else
    layout->circles.maximum_radius *= layout->scale;
}

static Layout
create_layout (const AmpMapChart *chart, const AmpChartStyle *style, double top, double width, double bottom)
{
  Layout layout = { .scale = amp_text_scale (style), .map = { 0, top, width, bottom - top } };

  layout.is_wide = width >= WIDE * layout.scale;
  if (layout.is_wide)
    place_beside (&layout, chart);
  else
    place_below (&layout, chart, style);
  scale_circles (&layout, chart);
  return layout;
}

static AmpColor
get_shape_color (const AmpMapShape *shape, const AmpTheme *theme, const AmpClasses *classes)
{
  int      index = shape->has_value && !shape->is_masked && classes ? amp_classes_find (classes, shape->value) : -1;
  AmpColor color = index >= 0 ? amp_theme_get_class_color (theme, (guint) index, classes->n_classes) : theme->no_data;

  return shape->is_dimmed ? amp_color_mix (color, theme->land, DIMMED_SHARE) : color;
}

static void
draw_shapes (cairo_t *cr, const AmpMapChart *chart, const AmpChartStyle *style, const AmpProjection *projection, const cairo_rectangle_t *frame)
{
  double scale = amp_text_scale (style);

  for (guint i = 0; i < chart->n_shapes; i++)
    {
      const AmpMapShape *shape = &chart->shapes[i];

      amp_map_shape_fill (cr, shape, projection, frame, get_shape_color (shape, style->theme, chart->classes));
      if (shape->is_masked)
        amp_map_shape_hatch (cr, shape, projection, frame, style->theme->masked, HATCH_SPACING * scale);
    }
  for (guint i = 0; i < chart->n_shapes; i++)
    amp_map_shape_stroke (cr, &chart->shapes[i], projection, frame, style->theme->border, 0.8 * scale);
  /* After all others, or a neighbour would cover half of the line. */
  for (guint i = 0; i < chart->n_shapes; i++)
    if (chart->shapes[i].is_selected)
      amp_map_shape_stroke (cr, &chart->shapes[i], projection, frame, style->theme->selection, 2 * scale);
}

static void
draw_frame (cairo_t *cr, const AmpMapChart *chart, const AmpChartStyle *style, const AmpCircleScale *circles, const AmpMapBounds *bounds, const cairo_rectangle_t *frame, guint max_labels)
{
  double            scale = amp_text_scale (style);
  double            margin = MIN (MARGIN * scale, MIN (frame->width, frame->height) / 10);
  cairo_rectangle_t inner = { frame->x + margin, frame->y + margin, frame->width - 2 * margin, frame->height - 2 * margin };
  AmpProjection     projection = amp_projection_fit (bounds, &inner);

  cairo_save (cr);
  /* A rectangle: what lies whole in one needs no clip of its own in an SVG,
   * where any other shape is written once more for each circle. */
  cairo_rectangle (cr, frame->x, frame->y, frame->width, frame->height);
  cairo_clip (cr);
  amp_mark_set_color (cr, style->theme->sea, 1);
  cairo_paint (cr);
  for (guint i = 0; i < chart->n_land; i++)
    amp_map_shape_fill (cr, &chart->land[i], &projection, frame, style->theme->land);
  draw_shapes (cr, chart, style, &projection, frame);
  amp_map_circles_draw (cr, chart->circles, chart->n_circles, style, circles, chart->classes, &projection, frame);
  amp_map_circles_draw_labels (cr, chart->circles, chart->n_circles, style, circles, &projection, &inner, max_labels);
  cairo_restore (cr);
}

static void
draw_inset (cairo_t *cr, const AmpMapChart *chart, const AmpChartStyle *style, const Layout *layout, const AmpMapInset *inset, const cairo_rectangle_t *cell)
{
  double            line = inset->title ? amp_text_get_line_height (style, AMP_TEXT_CAPTION) : 0;
  cairo_rectangle_t frame = { cell->x, cell->y, cell->width, cell->height - line };

  if (frame.height < MIN_MAP_SIDE * layout->scale / 2 || frame.width < MIN_MAP_SIDE * layout->scale / 2)
    return;
  draw_frame (cr, chart, style, &layout->circles, &inset->bounds, &frame, 0);
  if (inset->title)
    amp_text_draw (cr, style, AMP_TEXT_CAPTION, style->theme->muted, inset->title, AMP_TEXT_MIDDLE, cell->x + cell->width / 2, cell->y + cell->height - line / 2, cell->width);
}

static void
draw_insets (cairo_t *cr, const AmpMapChart *chart, const AmpChartStyle *style, const Layout *layout)
{
  double gap = INSET_GAP * layout->scale;
  double n_insets = chart->n_insets;
  double line = amp_text_get_line_height (style, AMP_TEXT_CAPTION);
  double side = layout->is_wide ? layout->insets.height : layout->insets.width;
  double step = MIN ((side + gap) / n_insets, (layout->is_wide ? MAX_INSET_HEIGHT * layout->scale + line : 2 * INSET_WIDTH * layout->scale) + gap);

  for (guint i = 0; i < chart->n_insets; i++)
    {
      cairo_rectangle_t cell = layout->insets;

      if (layout->is_wide)
        cell = (cairo_rectangle_t){ cell.x, cell.y + i * step, cell.width, step - gap };
      else
        cell = (cairo_rectangle_t){ cell.x + i * step, cell.y, step - gap, cell.height };
      draw_inset (cr, chart, style, layout, &chart->insets[i], &cell);
    }
}

static void
draw_legend (cairo_t *cr, const AmpMapChart *chart, const AmpChartStyle *style, const Layout *layout)
{
  AmpLegend legend = *chart->legend;

  if (legend.circles)
    legend.circles = &layout->circles;
  cairo_save (cr);
  cairo_rectangle (cr, layout->legend.x - 2, layout->legend.y, layout->legend.width + 4, layout->legend.height);
  cairo_clip (cr);
  amp_legend_draw (cr, &legend, style, layout->legend.x, layout->legend.y, layout->legend.width);
  cairo_restore (cr);
}

/* The height of the main map that its bounds ask for at @width. */
static double
get_map_height (const AmpMapChart *chart, double width)
{
  cairo_rectangle_t box = { 0, 0, width, 1e6 };
  AmpProjection     projection = amp_projection_fit (&chart->bounds, &box);
  double            left, top, right, bottom;

  if (amp_map_bounds_is_empty (&chart->bounds))
    return width;
  amp_projection_to_pixels (&projection, chart->bounds.west, chart->bounds.north, &left, &top);
  amp_projection_to_pixels (&projection, chart->bounds.east, chart->bounds.south, &right, &bottom);
  return CLAMP (bottom - top, width / 2, width * 1.25);
}

double
amp_map_chart_measure (const AmpMapChart *chart, const AmpChartStyle *style, double width)
{
  Layout layout;
  double bounded = width > 1 ? MIN (width, 1e5) : 1;
  double height;

  g_return_val_if_fail (chart != NULL, 0);
  g_return_val_if_fail (style != NULL && style->theme != NULL, 0);

  layout = create_layout (chart, style, 0, bounded, 1e6);
  height = get_map_height (chart, MAX (layout.map.width, MIN_MAP_SIDE));
  if (layout.is_wide && chart->legend)
    height = MAX (height, amp_legend_measure (chart->legend, style, layout.legend.width));
  /* The legend is cut first: what lies below it must be at most as large. */
  if (!layout.is_wide)
    {
      double gap = INSET_GAP * layout.scale;
      double below = (chart->n_insets > 0 ? layout.insets.height + gap : 0);

      height = MAX (height + below, 2 * below);
      height = chart->legend ? MAX (height + layout.legend.height + gap, 2 * (layout.legend.height + gap)) : height;
    }
  return ceil (draw_heading (NULL, chart, style, bounded) + height + measure_attribution (chart, style, bounded));
}

void
amp_map_chart_draw (cairo_t *cr, const AmpMapChart *chart, const AmpChartStyle *style, double width, double height)
{
  Layout layout;
  double top, bottom;

  g_return_if_fail (cr != NULL);
  g_return_if_fail (chart != NULL);
  g_return_if_fail (style != NULL && style->theme != NULL);

  if (!(width >= 1 && height >= 1 && isfinite (width) && isfinite (height)))
    return;
  cairo_save (cr);
  top = draw_heading (cr, chart, style, width);
  bottom = draw_attribution (cr, chart, style, width, height);
  layout = create_layout (chart, style, top, width, bottom);
  if (layout.map.width >= MIN_MAP_SIDE && layout.map.height >= MIN_MAP_SIDE)
    {
      draw_frame (cr, chart, style, &layout.circles, &chart->bounds, &layout.map, chart->max_labels);
      if (layout.insets.height > 0)
        draw_insets (cr, chart, style, &layout);
      if (chart->legend && layout.legend.height > 0)
        draw_legend (cr, chart, style, &layout);
    }
  cairo_restore (cr);
}
