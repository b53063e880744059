/* How many pixels of a PNG make an inch: programs that lay out pages read it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * amp_png_set_density:
 * @png: (transfer full): a PNG without a density, as cairo writes it
 * @dots_per_inch: above 0
 *
 * Returns: (transfer full): the same picture with a pHYs chunk (PNG, section
 *   11.3.4.3), which counts in pixels per metre
 */
GBytes *amp_png_set_density (GBytes *png, guint dots_per_inch);

G_END_DECLS
