/* AmpTileGrid: the pictures of one map layer at one scale, by place.
 *
 * Asks the painter for what is missing and keeps what comes. A grid never changes
 * its content, scale or style: another one takes its place. Used by
 * AmpPaintedLayer alone; must not know where its pictures are drawn. */
#pragma once

#include "amp-map-painter.h"

G_BEGIN_DECLS

typedef struct _AmpTileGrid AmpTileGrid;

/**
 * AmpTile:
 * @x: of its left edge, pixels of the world at the grid's scale
 * @y: of its upper edge
 * @width: pixels
 * @height: pixels
 * @surface: (nullable): the picture; %NULL while it is painted
 * @texture: (nullable): the same, once somebody asked for it
 */
typedef struct
{
  double           x;
  double           y;
  double           width;
  double           height;
  cairo_surface_t *surface;
  GdkTexture      *texture;
} AmpTile;

/**
 * amp_tile_grid_new:
 * @kind: constant
 * @content: a reference is taken
 * @style: copied
 * @scale: pixels for the world's width
 * @scale_factor: of the screen
 * @before: (nullable): the grid it replaces, to take drafts from
 *
 * Returns: (transfer full): a grid without pictures
 */
AmpTileGrid *amp_tile_grid_new (const AmpMapContentKind *kind, gpointer content, const AmpChartStyle *style, double scale, int scale_factor, AmpTileGrid *before);

void amp_tile_grid_free (AmpTileGrid *self);

/**
 * amp_tile_grid_get_scale:
 *
 * Returns: pixels for the world's width
 */
double amp_tile_grid_get_scale (const AmpTileGrid *self);

/**
 * amp_tile_grid_request:
 * @frame: what is in sight, at the grid's scale
 * @owner: who is told with @done
 * @done: to hand its arguments on to amp_tile_grid_take()
 *
 * Asks for what is missing in sight and around, and drops what is far away.
 *
 * Returns: whether all that is in sight is there
 */
gboolean amp_tile_grid_request (AmpTileGrid *self, const AmpMapFrame *frame, gpointer owner, AmpMapPieceDone done);

/**
 * amp_tile_grid_take:
 * @piece: (transfer full): what the painter made
 *
 * Returns: whether it was this grid's
 */
gboolean amp_tile_grid_take (AmpTileGrid *self, guint64 ticket, AmpMapPiece *piece);

/**
 * amp_tile_grid_list:
 *
 * Returns: (transfer none) (element-type AmpTile): all tiles that have a picture;
 *   valid until the grid changes
 */
GPtrArray *amp_tile_grid_list (AmpTileGrid *self);

/**
 * amp_tile_get_texture:
 *
 * Returns: (transfer none): the tile's picture, on the same memory
 */
GdkTexture *amp_tile_get_texture (AmpTile *tile);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpTileGrid, amp_tile_grid_free)

G_END_DECLS
