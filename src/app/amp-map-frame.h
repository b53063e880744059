/* What part of the world a picture of the map shows.
 *
 * Turns a libshumate viewport into the projection that the drawing code wants,
 * and moves a viewport so that given bounds are seen. Pure geometry; must not
 * know what is drawn. */
#pragma once

#include <shumate/shumate.h>

#include "amp-projection.h"

G_BEGIN_DECLS

/**
 * AmpMapFrame:
 * @projection: where places lie, in pixels from the picture's upper left corner
 * @width: of the picture, pixels
 * @height: of the picture, pixels
 */
typedef struct
{
  AmpProjection projection;
  double        width;
  double        height;
} AmpMapFrame;

/**
 * amp_map_frame_get:
 * @viewport: has a reference map source
 * @width: pixels
 * @height: pixels
 *
 * Returns: what a widget of that size shows
 */
AmpMapFrame amp_map_frame_get (ShumateViewport *viewport, double width, double height);

/**
 * amp_map_frame_get_rectangle:
 *
 * Returns: the picture from 0, 0
 */
cairo_rectangle_t amp_map_frame_get_rectangle (const AmpMapFrame *frame);

/**
 * amp_map_frame_covers:
 *
 * Returns: whether everything that @inner shows lies within @outer
 */
gboolean amp_map_frame_covers (const AmpMapFrame *outer, const AmpMapFrame *inner);

/**
 * amp_map_frame_show:
 * @viewport: moved and zoomed
 * @bounds: what is to be seen; nothing is done when they are empty
 * @width: of the widget, pixels
 * @height: of the widget, pixels
 */
void amp_map_frame_show (ShumateViewport *viewport, const AmpMapBounds *bounds, double width, double height);

G_END_DECLS
