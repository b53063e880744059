/* The path of an SVG, written short. cairo writes every point with six decimals
 * of its place on the page; steps from the point before, in hundredths of a
 * pixel, look the same and take a quarter. Must not know what is drawn. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * amp_svg_path_append_short:
 * @out: what to append to
 * @path: path data as cairo writes it: M, L, C and Z, then numbers
 * @length: bytes of @path
 *
 * Appends the same path (SVG 2, section 9.3). Errors of rounding do not add up.
 * A path of many points, the outline of an area, is given in tenths of a pixel.
 * What is no such path is appended as it is.
 */
void amp_svg_path_append_short (GString *out, const char *path, gsize length);

G_END_DECLS
