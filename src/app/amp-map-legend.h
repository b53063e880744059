/* AmpMapLegend: what the colours and circles of the map mean.
 *
 * Draws with the same code as the exported map; its texts are its accessible
 * description. */
#pragma once

#include <gtk/gtk.h>

#include "amp-map-figures.h"

G_BEGIN_DECLS

#define AMP_TYPE_MAP_LEGEND (amp_map_legend_get_type ())
G_DECLARE_FINAL_TYPE (AmpMapLegend, amp_map_legend, AMP, MAP_LEGEND, GtkWidget)

GtkWidget *amp_map_legend_new (void);

/**
 * amp_map_legend_set_figures:
 * @figures: (nullable): what the map shows
 */
void amp_map_legend_set_figures (AmpMapLegend *self, AmpMapFigures *figures);

G_END_DECLS
