/* Paints pieces of a map in threads of its own, so that the window never waits.
 *
 * Owns the threads. Invariant: a piece of work owns or holds all that it reads,
 * and nothing that it reads changes meanwhile; its result is handed over in the
 * main thread, unless nobody waits for it any more. Must not know what is
 * painted. */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "amp-chart-style.h"
#include "amp-map-frame.h"

G_BEGIN_DECLS

/**
 * AmpMapContentKind:
 * @ref: takes a reference of some content, from any thread
 * @unref: drops one, from any thread
 * @draft: (nullable): makes what outlasts a change of colours, with g_malloc()
 * @paint: paints a tile; transparent where it leaves it
 * @shares_drafts: (nullable): whether drafts made for one content are good for the
 *   other
 * @tile_size: side of a tile, pixels; 0: the whole view with its margins is one
 * @is_opaque: every pixel is painted
 *
 * What some immutable content is, and how a tile of it is painted, in any thread.
 */
typedef struct
{
  gpointer (*ref) (gpointer content);
  void (*unref) (gpointer content);
  gpointer (*draft) (gpointer content, const AmpMapFrame *tile, int scale_factor);
  void (*paint) (gpointer content, gconstpointer draft, cairo_surface_t *surface, const AmpMapFrame *tile, const AmpChartStyle *style);
  gboolean (*shares_drafts) (gpointer content, gpointer other);
  int      tile_size;
  gboolean is_opaque;
} AmpMapContentKind;

/**
 * AmpMapPiece:
 * @surface: (nullable): the picture; %NULL when nothing could be painted
 * @draft: (nullable): made or taken over, see #AmpMapContentKind
 */
typedef struct
{
  cairo_surface_t *surface;
  GBytes          *draft;
} AmpMapPiece;

/**
 * AmpMapPieceDone:
 * @owner: who asked
 * @piece: (transfer full): the result
 *
 * Runs in the main thread.
 */
typedef void (*AmpMapPieceDone) (gpointer owner, guint64 ticket, AmpMapPiece *piece);

void amp_map_piece_free (AmpMapPiece *piece);

/**
 * amp_map_painter_queue:
 * @kind: constant
 * @content: what to paint; a reference is taken
 * @draft: (nullable): made before for the same tile
 * @tile: where
 * @style: copied
 * @scale_factor: of the screen
 * @is_urgent: it is in sight
 * @owner: (type GObject): held weakly
 * @ticket: given back to @done
 * @is_dropped: (transfer full): g_atomic_rc_box of a gint: set to 1, atomically,
 *   by who asked when the piece is of no use any more: it is not begun then
 * @done: told of the result, unless @owner is gone or the piece was dropped
 */
void amp_map_painter_queue (const AmpMapContentKind *kind,
                            gpointer                 content,
                            GBytes                  *draft,
                            const AmpMapFrame       *tile,
                            const AmpChartStyle     *style,
                            int                      scale_factor,
                            gboolean                 is_urgent,
                            gpointer                 owner,
                            guint64                  ticket,
                            gint                    *is_dropped,
                            AmpMapPieceDone          done);

G_END_DECLS
