/* From a drawing function to SVG, PNG or PDF, in memory or in a file.
 *
 * Invariants: the same drawing gives the same bytes, in whatever order and
 * however often pictures are made; a file is either written whole or left as
 * it was. Must not know what is drawn. */
#pragma once

#include <cairo.h>
#include <glib.h>

#include "amp-palette.h"

G_BEGIN_DECLS

/**
 * AmpDrawFunc:
 * @cr: where to draw, from 0, 0
 * @width: pixels at scale 1 (points in a PDF)
 * @height: pixels at scale 1
 * @data: what the caller passed along
 */
typedef void (*AmpDrawFunc) (cairo_t *cr, double width, double height, gpointer data);

/**
 * AmpChartPage:
 * @width: pixels at scale 1, above 0
 * @height: pixels at scale 1, above 0
 * @background: (nullable): painted first; %NULL leaves it transparent
 * @title: (nullable): the picture's accessible name, plain UTF-8
 * @description: (nullable): what the picture shows, in words, plain UTF-8
 * @id_prefix: (nullable): put before every identifier of an SVG (ASCII letters,
 *   digits, "-", "_"), so that several can stand inline in one HTML page
 */
typedef struct
{
  double          width;
  double          height;
  const AmpColor *background;
  const char     *title;
  const char     *description;
  const char     *id_prefix;
} AmpChartPage;

/**
 * amp_chart_render_svg:
 * @draw: (scope call): draws the picture
 *
 * Title and description become the <title> and <desc> of the root element (SVG
 * 2, section 5.7), which carries role="img".
 *
 * Returns: (transfer full) (nullable): the file's bytes, or %NULL with @error
 *   set to #AmpChartError
 */
GBytes *amp_chart_render_svg (const AmpChartPage *page, AmpDrawFunc draw, gpointer data, GError **error);

/**
 * amp_chart_render_png:
 * @scale: pixels of the picture for one of the page, above 0
 * @draw: (scope call): draws the picture
 *
 * Returns: (transfer full) (nullable): the file's bytes, or %NULL with @error
 *   set to #AmpChartError
 */
GBytes *amp_chart_render_png (const AmpChartPage *page, double scale, AmpDrawFunc draw, gpointer data, GError **error);

/**
 * amp_chart_render_pdf:
 * @draw: (scope call): draws the picture
 *
 * The date of creation is a constant: the same drawing gives the same file.
 *
 * Returns: (transfer full) (nullable): the file's bytes, or %NULL with @error
 *   set to #AmpChartError
 */
GBytes *amp_chart_render_pdf (const AmpChartPage *page, AmpDrawFunc draw, gpointer data, GError **error);

/**
 * amp_chart_write_svg:
 * @path: the file, replaced when it exists
 *
 * Returns: %FALSE with @error set to #AmpChartError when nothing was written
 */
gboolean amp_chart_write_svg (const char *path, const AmpChartPage *page, AmpDrawFunc draw, gpointer data, GError **error);

/**
 * amp_chart_write_png:
 * @path: the file, replaced when it exists
 *
 * Returns: %FALSE with @error set to #AmpChartError when nothing was written
 */
gboolean amp_chart_write_png (const char *path, const AmpChartPage *page, double scale, AmpDrawFunc draw, gpointer data, GError **error);

/**
 * amp_chart_write_pdf:
 * @path: the file, replaced when it exists
 *
 * Returns: %FALSE with @error set to #AmpChartError when nothing was written
 */
gboolean amp_chart_write_pdf (const char *path, const AmpChartPage *page, AmpDrawFunc draw, gpointer data, GError **error);

G_END_DECLS
