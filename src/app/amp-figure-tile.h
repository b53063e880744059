/* AmpFigureTile: one figure, large, with its name above and a note below.
 *
 * Shows texts; it does not know what they count. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define AMP_TYPE_FIGURE_TILE (amp_figure_tile_get_type ())
G_DECLARE_FINAL_TYPE (AmpFigureTile, amp_figure_tile, AMP, FIGURE_TILE, GtkWidget)

/* Properties, all strings, read-write:
 *   title    what is counted: "Persons"
 *   figure   how many: "352,118"
 *   note     what the figure means: "between 350,002 and 361,940"
 */

GtkWidget *amp_figure_tile_new (void);

/**
 * amp_figure_tile_set_figure:
 * @figure: (nullable): how many, formatted
 * @note: (nullable): what it means
 */
void amp_figure_tile_set_figure (AmpFigureTile *self, const char *figure, const char *note);

G_END_DECLS
