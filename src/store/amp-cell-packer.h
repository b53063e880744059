/* Cells in any order into packed ones. Internal to the store; must not know SQLite. */
#pragma once

#include "amp-packed-cells.h"

G_BEGIN_DECLS

/**
 * amp_cell_packer_pack:
 * @cells: (array length=n_cells): cells, whose places, profiles and counts are good
 * @sets: (array length=n_cells): number of the set of each
 * @n_cells: how many
 * @n_places: how many places there are
 * @numbers: (out) (array length=n_cells): the number of each of @cells among the
 *   packed ones; free it with g_free()
 *
 * Puts together what is of one kind, the kinds in the order in which they first
 * appear. Time grows with the cells alone.
 *
 * Returns: (transfer full) (nullable): the packed cells; %NULL if the counts come to
 *   more than %AMP_MAX_COUNT
 */
AmpPackedCells *amp_cell_packer_pack (const AmpCell *cells, const guint32 *sets, guint32 n_cells, guint32 n_places, guint32 **numbers);

G_END_DECLS
