/* AmpCrossingFamily: places of all levels crossed with one other key, and what is
 * masked of them together: each column over all levels of places, each row over
 * columns of which everybody is in one. Internal to the protection of crossings;
 * must not know what one family tells of another. */
#pragma once

#include "amp-crossing.h"
#include "amp-disclosure.h"

G_BEGIN_DECLS

/**
 * AmpCrossingFamily:
 * @told: the tables of the same report, borrowed
 * @gazetteer: which place lies in which, borrowed
 * @min_cell: the threshold, above 0
 * @column_key: the other key
 * @levels: the crossing of each level, borrowed; %NULL where the level is not told
 * @places: the places of each level, as told, borrowed
 * @tables: of each level, the column in hand
 * @helpers: of each cell, whether others of its row count on it
 * @n_columns: how many values the other key has
 * @links: of each commune, what it lies in
 * @stand_ins: what communes lie in → the row that stands for them
 * @is_dirty: of each column, whether more was masked since it was protected
 */
typedef struct _AmpCrossingFamily
{
  AmpDisclosure *told;
  AmpGazetteer  *gazetteer;
  gint64         min_cell;
  AmpKey         column_key;
  AmpCrossing   *levels[AMP_N_PLACE_KEYS];
  AmpTable      *places[AMP_N_PLACE_KEYS];
  AmpTable      *tables[AMP_N_PLACE_KEYS];
  gboolean      *helpers[AMP_N_PLACE_KEYS];
  guint          n_columns;
  guint64       *links;
  GHashTable    *stand_ins;
  gboolean      *is_dirty;
} AmpCrossingFamily;

/**
 * amp_crossing_family_get:
 *
 * Levels that the tables withhold are withheld in @crossings, too.
 *
 * Returns: the family of @column_key, to be begun if it has levels
 */
AmpCrossingFamily amp_crossing_family_get (const GPtrArray *crossings, AmpDisclosure *told, AmpGazetteer *gazetteer, gint64 min_cell, AmpKey column_key);

gboolean amp_crossing_family_has_levels (const AmpCrossingFamily *self);

/* Makes ready for protection, and leaves out what lies in places that are masked. */
void amp_crossing_family_begin (AmpCrossingFamily *self);

/* A #GDestroyNotify of what begun families own. */
void amp_crossing_family_clear (gpointer data);

/**
 * amp_crossing_family_protect:
 *
 * Masks until neither columns nor rows tell what must not be told.
 */
void amp_crossing_family_protect (AmpCrossingFamily *self);

/**
 * amp_crossing_family_make_helper:
 *
 * Masks a count for others’ sake.
 */
void amp_crossing_family_make_helper (AmpCrossingFamily *self, AmpKey key, guint row, guint column);

/**
 * amp_crossing_family_find_helper:
 *
 * Returns: the column whose count hides the others of the row best, or -1
 */
int amp_crossing_family_find_helper (const AmpCrossingFamily *self, AmpKey key, guint row);

/**
 * amp_crossing_family_unlist:
 *
 * Leaves a row out.
 */
void amp_crossing_family_unlist (AmpCrossingFamily *self, AmpCrossing *crossing, guint row);

/**
 * amp_crossing_count_row:
 *
 * Returns: the persons of the place of a row
 */
gint64 amp_crossing_count_row (const AmpCrossing *crossing, guint row);

/**
 * amp_crossing_find:
 *
 * Returns: (transfer none) (nullable): the one of both keys
 */
AmpCrossing *amp_crossing_find (const GPtrArray *crossings, AmpKey row_key, AmpKey column_key);

G_END_DECLS
