/* AmpHeatView: a heat map on the screen, each cell a button.
 *
 * Draws with the same code as the exports. Every cell is a real, transparent
 * toggle button: pointer, keyboard, focus ring, tool tip and screen reader are
 * GTK's own. Tab enters and leaves the map; the arrow keys walk the cells, Home
 * and End the row. It does not know what a cell counts. */
#pragma once

#include <gtk/gtk.h>

#include "amp-heat-map.h"

G_BEGIN_DECLS

#define AMP_TYPE_HEAT_VIEW (amp_heat_view_get_type ())
G_DECLARE_FINAL_TYPE (AmpHeatView, amp_heat_view, AMP, HEAT_VIEW, GtkWidget)

/* Signal "cell-activated": void (*) (AmpHeatView *self, const char *row_id,
 * const char *column_id, gpointer data): a cell was clicked, or activated with
 * Enter or Space. */

GtkWidget *amp_heat_view_new (void);

/**
 * amp_heat_view_set_heat_map:
 * @heat: (nullable): what to draw; a reference is taken
 */
void amp_heat_view_set_heat_map (AmpHeatView *self, AmpHeatMap *heat);

G_END_DECLS
