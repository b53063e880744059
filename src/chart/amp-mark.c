/* The few marks: see the header. */
#include "amp-mark.h"

#include <math.h>

/* More lines than that are not told apart on any page; hostile sizes stop
 * here. */
#define MAX_HATCH_LINES 4000

void
amp_mark_set_color (cairo_t *cr, AmpColor color, double alpha)
{
  g_return_if_fail (cr != NULL);

  cairo_set_source_rgba (cr, color.red, color.green, color.blue, alpha);
}

static gboolean
is_drawable (const cairo_rectangle_t *box)
{
  return box->width > 0 && box->height > 0 && isfinite (box->width) && isfinite (box->height);
}

void
amp_mark_add_box (cairo_t *cr, const cairo_rectangle_t *box, double radius)
{
  double bounded, right, bottom;

  g_return_if_fail (cr != NULL);
  g_return_if_fail (box != NULL);

  if (!is_drawable (box))
    return;
  bounded = MAX (0, MIN (radius, MIN (box->width, box->height) / 2));
  right = box->x + box->width;
  bottom = box->y + box->height;
  cairo_new_sub_path (cr);
  cairo_arc (cr, right - bounded, box->y + bounded, bounded, -G_PI_2, 0);
  cairo_arc (cr, right - bounded, bottom - bounded, bounded, 0, G_PI_2);
  cairo_arc (cr, box->x + bounded, bottom - bounded, bounded, G_PI_2, G_PI);
  cairo_arc (cr, box->x + bounded, box->y + bounded, bounded, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

void
amp_mark_add_bar (cairo_t *cr, const cairo_rectangle_t *box, double radius)
{
  double bounded, right, bottom;

  g_return_if_fail (cr != NULL);
  g_return_if_fail (box != NULL);

  if (!is_drawable (box))
    return;
  bounded = MAX (0, MIN (radius, MIN (box->width, box->height / 2)));
  right = box->x + box->width;
  bottom = box->y + box->height;
  cairo_move_to (cr, box->x, box->y);
  cairo_arc (cr, right - bounded, box->y + bounded, bounded, -G_PI_2, 0);
  cairo_arc (cr, right - bounded, bottom - bounded, bounded, 0, G_PI_2);
  cairo_line_to (cr, box->x, bottom);
  cairo_close_path (cr);
}

void
amp_mark_hatch (cairo_t *cr, AmpColor color, double spacing)
{
  double left, top, right, bottom, step, height;

  g_return_if_fail (cr != NULL);

  cairo_save (cr);
  cairo_clip (cr);
  cairo_clip_extents (cr, &left, &top, &right, &bottom);
  height = bottom - top;
  /* On every line x + y is a multiple of the step, whatever part of a drawing
   * is repainted: the pieces match. */
  step = MAX (MAX (spacing, 1), (right - left + height) / MAX_HATCH_LINES);
  for (double start = floor ((left + top) / step) * step - bottom; start < right; start += step)
    {
      cairo_move_to (cr, start, bottom);
      cairo_line_to (cr, start + height, top);
    }
  cairo_set_line_width (cr, MAX (1, spacing / 4));
  amp_mark_set_color (cr, color, 1);
  cairo_stroke (cr);
  cairo_restore (cr);
}
