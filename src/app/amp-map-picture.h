/* AmpMapPicture: the map as it is seen, to be saved or printed: with title, legend
 * and sources, small counts masked.
 *
 * Immutable; drawn with the colours of paper, from any thread. The counts come from
 * a report (amp-report.h), so a picture tells nothing that a report hides. */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "amp-case.h"
#include "amp-map-figures.h"

G_BEGIN_DECLS

typedef struct _AmpMapPicture AmpMapPicture;

/**
 * AmpMapSight:
 * @key: the level of places
 * @look: measure, classes and colours
 * @selection: (nullable): the filter; its places of @key are outlined, not left out
 * @atlas: what outlines there are
 * @bounds: which part of the world
 * @has_insets: whether the overseas départements stand beside it
 * @min_cell: the smallest count told
 *
 * What the map shows. Everything is borrowed.
 */
typedef struct
{
  AmpKey              key;
  AmpMapLook          look;
  const AmpSelection *selection;
  AmpAreaAtlas       *atlas;
  AmpMapBounds        bounds;
  gboolean            has_insets;
  gint64              min_cell;
} AmpMapSight;

/**
 * amp_map_picture_new:
 * @opened: the case, used by no other thread meanwhile
 * @sight: what is seen
 *
 * Counts and masks a report, which may take some seconds.
 *
 * Returns: (transfer full) (nullable): the picture; %NULL with an error of the
 *   export or of the case, or %G_IO_ERROR_CANCELLED
 */
AmpMapPicture *amp_map_picture_new (AmpCase *opened, const AmpMapSight *sight, GCancellable *cancellable, GError **error);

void amp_map_picture_free (AmpMapPicture *self);

/**
 * amp_map_picture_get_n_masked:
 *
 * Returns: how many areas are masked
 */
guint amp_map_picture_get_n_masked (const AmpMapPicture *self);

/**
 * amp_map_picture_draw:
 * @cr: where to draw, from 0, 0
 * @width: pixels, or points
 * @height: likewise
 */
void amp_map_picture_draw (AmpMapPicture *self, cairo_t *cr, double width, double height);

/**
 * amp_map_picture_write:
 * @path: (type filename): ending in .svg, .png or .pdf
 * @error: why it could not be written, or that the ending is another one
 *
 * Returns: whether the file was written, whole
 */
gboolean amp_map_picture_write (AmpMapPicture *self, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpMapPicture, amp_map_picture_free)

G_END_DECLS
