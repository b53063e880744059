/* Circles and their names: see the header. */
#include "amp-map-circle.h"

#include <math.h>

#include "amp-mark.h"
#include "amp-text.h"

#define FILL_ALPHA 0.42
#define COLORED_ALPHA 0.85
#define DIMMED_ALPHA 0.3
#define LABEL_GAP 4

/* How far a name may stick out of its circle, in radii. */
#define MAX_WIDTH_ON_CIRCLE 2.6

/* Names are tried for so many circles at most, whatever the number of places. */
#define MAX_TRIED 200

typedef struct
{
  const AmpMapCircle *circle;
  double              x;
  double              y;
  double              radius;
} Placed;

static int
compare_placed (gconstpointer first, gconstpointer second)
{
  const Placed *one = first;
  const Placed *other = second;

  if (one->radius != other->radius)
    return one->radius < other->radius ? 1 : -1;
  return g_strcmp0 (one->circle->id, other->circle->id);
}

static gboolean
touches (const cairo_rectangle_t *frame, const Placed *placed)
{
  return placed->x + placed->radius >= frame->x &&
         placed->x - placed->radius <= frame->x + frame->width &&
         placed->y + placed->radius >= frame->y &&
         placed->y - placed->radius <= frame->y + frame->height;
}

/* The visible circles, the largest first. */
static GArray *
place_circles (const AmpMapCircle *circles, guint n_circles, const AmpCircleScale *scale, const AmpProjection *projection, const cairo_rectangle_t *frame)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Placed));

  for (guint i = 0; i < n_circles; i++)
    {
      Placed placed = { .circle = &circles[i] };

      placed.radius = circles[i].is_masked ? amp_circle_scale_get_masked_radius (scale) : amp_circle_scale_get_radius (scale, circles[i].value);
      if (placed.radius <= 0 || !isfinite (circles[i].longitude) || !isfinite (circles[i].latitude))
        continue;
      amp_projection_to_pixels (projection, circles[i].longitude, circles[i].latitude, &placed.x, &placed.y);
      if (touches (frame, &placed))
        g_array_append_val (all, placed);
    }
  g_array_sort (all, compare_placed);
  return all;
}

static AmpColor
get_color (const AmpMapCircle *circle, const AmpTheme *theme, const AmpClasses *classes)
{
  int class_index = -1;

  if (circle->is_masked)
    return theme->masked;
  if (circle->has_color_value && classes)
    class_index = amp_classes_find (classes, circle->color_value);
  return class_index >= 0 ? amp_theme_get_class_color (theme, (guint) class_index, classes->n_classes) : theme->accent;
}

static void
draw_outline (cairo_t *cr, const Placed *placed, const AmpTheme *theme, AmpColor color, double scale)
{
  const double dashes[] = { 3 * scale, 2 * scale };
  gboolean     is_selected = placed->circle->is_selected;

  if (placed->circle->is_approximate)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  amp_mark_set_color (cr, is_selected ? theme->selection : color, placed->circle->is_dimmed ? DIMMED_ALPHA * 2 : 1);
  cairo_set_line_width (cr, (is_selected ? 2.5 : 1) * scale);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_circle (cairo_t *cr, const Placed *placed, const AmpTheme *theme, const AmpClasses *classes, double scale)
{
  const AmpMapCircle *circle = placed->circle;
  AmpColor            color = get_color (circle, theme, classes);
  double              alpha = circle->has_color_value && classes ? COLORED_ALPHA : FILL_ALPHA;

  cairo_new_sub_path (cr);
  cairo_arc (cr, placed->x, placed->y, placed->radius, 0, 2 * G_PI);
  if (circle->is_masked)
    amp_mark_set_color (cr, theme->background, 0.8);
  else
    amp_mark_set_color (cr, color, circle->is_dimmed ? alpha * DIMMED_ALPHA : alpha);
  cairo_fill_preserve (cr);
  /* Ramp colours may equal their neighbour's: a text-coloured rim parts them. */
  if (circle->has_color_value && classes && !circle->is_masked)
    color = theme->muted;
  draw_outline (cr, placed, theme, color, scale);
}

void
amp_map_circles_draw (cairo_t *cr, const AmpMapCircle *circles, guint n_circles, const AmpChartStyle *style, const AmpCircleScale *scale, const AmpClasses *classes, const AmpProjection *projection, const cairo_rectangle_t *frame)
{
  g_autoptr (GArray) placed = NULL;

  g_return_if_fail (cr != NULL);
  g_return_if_fail (circles != NULL || n_circles == 0);
  g_return_if_fail (style != NULL && style->theme != NULL);
  g_return_if_fail (scale != NULL && projection != NULL && frame != NULL);

  placed = place_circles (circles, n_circles, scale, projection, frame);
  for (guint i = 0; i < placed->len; i++)
    draw_circle (cr, &g_array_index (placed, Placed, i), style->theme, classes, amp_text_scale (style));
}

static gboolean
is_inside (const cairo_rectangle_t *frame, const cairo_rectangle_t *box)
{
  return box->x >= frame->x && box->y >= frame->y && box->x + box->width <= frame->x + frame->width && box->y + box->height <= frame->y + frame->height;
}

static gboolean
boxes_meet (const cairo_rectangle_t *one, const cairo_rectangle_t *other)
{
  return one->x < other->x + other->width && other->x < one->x + one->width && one->y < other->y + other->height && other->y < one->y + one->height;
}

static gboolean
meets_disc (const cairo_rectangle_t *box, const Placed *placed)
{
  double x = placed->x - CLAMP (placed->x, box->x, box->x + box->width);
  double y = placed->y - CLAMP (placed->y, box->y, box->y + box->height);

  return hypot (x, y) < placed->radius;
}

/* How bad a place for a name is: the circles it covers. INFINITY when it is
 * none: outside, or on another name or on a larger circle, whose name it would
 * be taken for. */
static double
get_penalty (const cairo_rectangle_t *box, const cairo_rectangle_t *frame, const GArray *boxes, const GArray *placed, guint index)
{
  double penalty = 0;

  if (!is_inside (frame, box))
    return INFINITY;
  for (guint i = 0; i < boxes->len; i++)
    if (boxes_meet (box, &g_array_index (boxes, cairo_rectangle_t, i)))
      return INFINITY;
  for (guint i = 0; i < MIN (placed->len, MAX_TRIED); i++)
    if (i != index && meets_disc (box, &g_array_index (placed, Placed, i)))
      penalty += i < index ? INFINITY : g_array_index (placed, Placed, i).radius;
  return penalty;
}

/* On the circle when it is nearly as wide, else beside, above or below it,
 * where it covers least. */
static gboolean
find_place (const GArray *placed, guint index, double width, double height, const cairo_rectangle_t *frame, const GArray *boxes, cairo_rectangle_t *found)
{
  const Placed           *circle = &g_array_index (placed, Placed, index);
  double                  reach = circle->radius + LABEL_GAP;
  gboolean                is_wide_enough = width <= MAX_WIDTH_ON_CIRCLE * circle->radius;
  double                  least = INFINITY;
  const cairo_rectangle_t candidates[] = {
    { circle->x - width / 2, circle->y - height / 2, width, height },
    { circle->x + reach, circle->y - height / 2, width, height },
    { circle->x - reach - width, circle->y - height / 2, width, height },
    { circle->x - width / 2, circle->y - reach - height, width, height },
    { circle->x - width / 2, circle->y + reach, width, height },
  };

  for (guint i = is_wide_enough ? 0 : 1; i < G_N_ELEMENTS (candidates); i++)
    {
      double penalty = get_penalty (&candidates[i], frame, boxes, placed, index);

      if (penalty < least)
        {
          least = penalty;
          *found = candidates[i];
        }
    }
  return isfinite (least);
}

static gboolean
is_named (const AmpMapCircle *circle)
{
  return circle->label && *circle->label && !circle->is_masked && !circle->is_dimmed;
}

void
amp_map_circles_draw_labels (cairo_t *cr, const AmpMapCircle *circles, guint n_circles, const AmpChartStyle *style, const AmpCircleScale *scale, const AmpProjection *projection, const cairo_rectangle_t *frame, guint max_labels)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));

  amp_map_circles_place_labels (cr, circles, n_circles, style, scale, projection, frame, max_labels, boxes);
}

void
amp_map_circles_place_labels (cairo_t *cr, const AmpMapCircle *circles, guint n_circles, const AmpChartStyle *style, const AmpCircleScale *scale, const AmpProjection *projection, const cairo_rectangle_t *frame, guint max_labels, GArray *boxes)
{
  g_autoptr (GArray) placed = NULL;
  double height;

  g_return_if_fail (cr != NULL);
  g_return_if_fail (circles != NULL || n_circles == 0);
  g_return_if_fail (style != NULL && style->theme != NULL);
  g_return_if_fail (scale != NULL && projection != NULL && frame != NULL);
  g_return_if_fail (boxes != NULL);

  placed = place_circles (circles, n_circles, scale, projection, frame);
  height = amp_text_get_line_height (style, AMP_TEXT_CAPTION_STRONG);
  for (guint i = 0; i < MIN (placed->len, MAX_TRIED) && boxes->len < max_labels; i++)
    {
      const AmpMapCircle *circle = g_array_index (placed, Placed, i).circle;
      cairo_rectangle_t   box;

      if (!is_named (circle) ||
          !find_place (placed, i, amp_text_get_width (style, AMP_TEXT_CAPTION_STRONG, circle->label), height, frame, boxes, &box))
        continue;
      g_array_append_val (boxes, box);
      amp_text_draw_haloed (cr, style, AMP_TEXT_CAPTION_STRONG, style->theme->foreground, style->theme->land, circle->label, AMP_TEXT_START, box.x, box.y + height / 2);
    }
}
