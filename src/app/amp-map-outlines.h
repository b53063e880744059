/* AmpMapOutlines: the outlines that the map has, and how they come and go.
 *
 * Loads what was imported, imports files and removes what was imported, all of it
 * in jobs; the atlas is replaced when one is done, and when another window or the
 * command line has changed what is kept. It shows nothing itself. */
#pragma once

#include "amp-area-atlas.h"
#include "amp-outline-import.h"

G_BEGIN_DECLS

#define AMP_TYPE_MAP_OUTLINES (amp_map_outlines_get_type ())
G_DECLARE_FINAL_TYPE (AmpMapOutlines, amp_map_outlines, AMP, MAP_OUTLINES, GObject)

/* Signals:
 *   "changed": void (*) (AmpMapOutlines *self, gpointer data): there is another
 *     atlas, or work begins or ends
 *   "progressed": void (*) (AmpMapOutlines *self, double fraction, gpointer data):
 *     how much of a file is read
 *   "imported": void (*) (AmpMapOutlines *self, const AmpOutlineReport *report,
 *     gpointer data): what became of a file; valid during the signal
 *   "failed": void (*) (AmpMapOutlines *self, const char *message, gpointer data):
 *     why work ended without a result */

AmpMapOutlines *amp_map_outlines_new (void);

/**
 * amp_map_outlines_start:
 * @gazetteer: the places; a reference is taken
 *
 * Makes the atlas of the outlines that ship, at once, and begins to load those
 * that were imported. Once.
 *
 * Returns: %FALSE with @error when those that ship cannot be read
 */
gboolean amp_map_outlines_start (AmpMapOutlines *self, AmpGazetteer *gazetteer, GError **error);

/**
 * amp_map_outlines_get_atlas:
 *
 * Returns: (transfer none) (nullable): what outlines there are now
 */
AmpAreaAtlas *amp_map_outlines_get_atlas (AmpMapOutlines *self);

/**
 * amp_map_outlines_is_importing:
 *
 * Returns: whether a file is being read
 */
gboolean amp_map_outlines_is_importing (AmpMapOutlines *self);

/**
 * amp_map_outlines_has_imported:
 *
 * Returns: whether there are outlines that were imported
 */
gboolean amp_map_outlines_has_imported (AmpMapOutlines *self);

void amp_map_outlines_import (AmpMapOutlines *self, GFile *file);

/**
 * amp_map_outlines_cancel:
 *
 * Stops reading the file; nothing changes then.
 */
void amp_map_outlines_cancel (AmpMapOutlines *self);

/**
 * amp_map_outlines_remove:
 *
 * Removes all that was imported.
 */
void amp_map_outlines_remove (AmpMapOutlines *self);

G_END_DECLS
