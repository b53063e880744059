/* The few marks that every chart is made of: rounded boxes and hatching.
 *
 * Must not know what a mark stands for. */
#pragma once

#include <cairo.h>

#include "amp-palette.h"

G_BEGIN_DECLS

/**
 * amp_mark_set_color:
 * @alpha: 0 transparent, 1 opaque
 *
 * Makes @color the source of the next fill or stroke.
 */
void amp_mark_set_color (cairo_t *cr, AmpColor color, double alpha);

/**
 * amp_mark_add_box:
 * @box: pixels; a negative or unbounded size adds nothing
 * @radius: of the corners; at most half of the shorter side is used
 *
 * Adds a box with rounded corners to the current path.
 */
void amp_mark_add_box (cairo_t *cr, const cairo_rectangle_t *box, double radius);

/**
 * amp_mark_add_bar:
 * @box: as above
 * @radius: of the two corners on the right
 *
 * Adds a box that stands on a line at its left to the current path.
 */
void amp_mark_add_bar (cairo_t *cr, const cairo_rectangle_t *box, double radius);

/**
 * amp_mark_hatch:
 * @color: of the lines
 * @spacing: between two lines, pixels, at least 1
 *
 * Fills the current path with oblique lines drawn as lines, not as a pattern:
 * vector files stay vector and small. The path is consumed.
 */
void amp_mark_hatch (cairo_t *cr, AmpColor color, double spacing);

G_END_DECLS
