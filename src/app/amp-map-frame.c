/* What part of the world a picture of the map shows.
 *
 * Pure geometry; must not know what is drawn. */
#include "amp-map-frame.h"

/* Free space around what is to be seen, as a share of the width and height. */
#define MARGIN 0.08

/* A single place is shown with its surroundings. */
#define MAX_ZOOM 10.0
#define ZOOM_STEP 0.1

/* The size is asked of the map source: between two zoom levels libshumate
 * enlarges the world evenly, not by powers of two. */
static double
get_world_size (ShumateViewport *viewport, double zoom_level)
{
  return shumate_map_source_get_x (shumate_viewport_get_reference_map_source (viewport), zoom_level, 180);
}

AmpMapFrame
amp_map_frame_get (ShumateViewport *viewport, double width, double height)
{
  double      size = get_world_size (viewport, shumate_viewport_get_zoom_level (viewport));
  double      x, y;
  AmpMapFrame frame = { { size, 0, 0 }, width, height };

  amp_projection_forward (shumate_location_get_longitude (SHUMATE_LOCATION (viewport)),
                          shumate_location_get_latitude (SHUMATE_LOCATION (viewport)),
                          &x,
                          &y);
  frame.projection.x = width / 2 - x * size;
  frame.projection.y = height / 2 - y * size;
  return frame;
}

cairo_rectangle_t
amp_map_frame_get_rectangle (const AmpMapFrame *frame)
{
  return (cairo_rectangle_t){ 0, 0, frame->width, frame->height };
}

gboolean
amp_map_frame_covers (const AmpMapFrame *outer, const AmpMapFrame *inner)
{
  double stretch = inner->projection.scale / outer->projection.scale;
  double left = inner->projection.x - outer->projection.x * stretch;
  double top = inner->projection.y - outer->projection.y * stretch;

  return left <= 0 && top <= 0 && left + outer->width * stretch >= inner->width && top + outer->height * stretch >= inner->height;
}

void
amp_map_frame_show (ShumateViewport *viewport, const AmpMapBounds *bounds, double width, double height)
{
  cairo_rectangle_t box = { width * MARGIN, height * MARGIN, width * (1 - 2 * MARGIN), height * (1 - 2 * MARGIN) };
  AmpProjection     fit;
  double            zoom_level = MAX_ZOOM;
  double            latitude, longitude;

  if (amp_map_bounds_is_empty (bounds) || box.width < 1 || box.height < 1)
    return;
  fit = amp_projection_fit (bounds, &box);
  while (zoom_level > shumate_viewport_get_min_zoom_level (viewport) && get_world_size (viewport, zoom_level) > fit.scale)
    zoom_level -= ZOOM_STEP;
  amp_projection_from_pixels (&fit, width / 2, height / 2, &longitude, &latitude);
  shumate_viewport_set_zoom_level (viewport, zoom_level);
  shumate_location_set_location (SHUMATE_LOCATION (viewport), latitude, longitude);
}
