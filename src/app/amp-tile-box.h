/* AmpTileBox: tiles of one width in rows of one length: as many in a row as fit,
 * and then as few as the same number of rows allows, so that none stands alone.
 *
 * It knows nothing of its tiles. In a .ui file its children are the tiles. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define AMP_TYPE_TILE_BOX (amp_tile_box_get_type ())
G_DECLARE_FINAL_TYPE (AmpTileBox, amp_tile_box, AMP, TILE_BOX, GtkWidget)

GtkWidget *amp_tile_box_new (void);

G_END_DECLS
