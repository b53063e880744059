/* The figures of two groups in a grid: what is counted, A, B, and how far apart
 * they are.
 *
 * Fills a grid; must not know where the groups come from. */
#pragma once

#include <gtk/gtk.h>

#include "amp-comparison.h"

G_BEGIN_DECLS

/**
 * amp_comparison_figures_show:
 * @grid: (transfer none): what it held is replaced
 * @sides: (array fixed-size=2): the two groups
 */
void amp_comparison_figures_show (GtkGrid *grid, const AmpComparisonSide *sides);

G_END_DECLS
