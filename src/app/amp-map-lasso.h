/* AmpMapLasso: the line that is drawn around areas, or the rectangle over them.
 *
 * Lies over the map and takes no events; it knows pixels, no area. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define AMP_TYPE_MAP_LASSO (amp_map_lasso_get_type ())
G_DECLARE_FINAL_TYPE (AmpMapLasso, amp_map_lasso, AMP, MAP_LASSO, GtkWidget)

/**
 * AmpLassoMode:
 * @AMP_LASSO_NONE: dragging moves the map
 * @AMP_LASSO_RECTANGLE: dragging spans a rectangle
 * @AMP_LASSO_FREEHAND: dragging draws a line around areas
 */
typedef enum
{
  AMP_LASSO_NONE,
  AMP_LASSO_RECTANGLE,
  AMP_LASSO_FREEHAND,
} AmpLassoMode;

GtkWidget *amp_map_lasso_new (void);

/**
 * amp_map_lasso_begin:
 * @mode: not %AMP_LASSO_NONE
 * @x: pixels
 * @y: pixels
 */
void amp_map_lasso_begin (AmpMapLasso *self, AmpLassoMode mode, double x, double y);

/**
 * amp_map_lasso_extend:
 * @x: pixels: where the pointer is now
 * @y: pixels
 */
void amp_map_lasso_extend (AmpMapLasso *self, double x, double y);

/**
 * amp_map_lasso_contains:
 *
 * Returns: whether the point lies inside the line, its ends joined; outside while
 *   nothing is drawn
 */
gboolean amp_map_lasso_contains (AmpMapLasso *self, double x, double y);

/**
 * amp_map_lasso_clear:
 *
 * Takes the line away.
 */
void amp_map_lasso_clear (AmpMapLasso *self);

G_END_DECLS
