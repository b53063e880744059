/* Cells as cases of the versions 1 and 2 hold them: in any order, up to 4096 a row,
 * a column for each part of the profile. Internal to the store; must not know
 * SQLite. */
#pragma once

#include "amp-record-block.h"

G_BEGIN_DECLS

/**
 * AmpOldCellColumn:
 * @AMP_OLD_CELL_SOURCES: varints, a bit for each source.
 * @AMP_OLD_CELL_PLACES: varints.
 * @AMP_OLD_CELL_CATEGORY_SETS: varints.
 * @AMP_OLD_CELL_PROFILES: one byte each, as in records.
 * @AMP_OLD_CELL_RECORDS: varints.
 * @AMP_OLD_CELL_PERSONS: varints.
 * @AMP_N_OLD_CELL_COLUMNS: how many there are.
 *
 * The columns of a block of cells, in the order of the table.
 */
typedef enum
{
  AMP_OLD_CELL_SOURCES,
  AMP_OLD_CELL_PLACES,
  AMP_OLD_CELL_CATEGORY_SETS,
  AMP_OLD_CELL_PROFILES,
  AMP_OLD_CELL_RECORDS,
  AMP_OLD_CELL_PERSONS,
  AMP_N_OLD_CELL_COLUMNS
} AmpOldCellColumn;

/**
 * amp_old_cells_unpack:
 * @columns: (array fixed-size=6): the columns of a block, any bytes
 * @n_cells: cells in it, at most %AMP_RECORDS_PER_BLOCK
 * @limits: what its numbers may refer to
 * @cells: (out caller-allocates) (array length=n_cells): where to put the cells
 * @category_sets: (out caller-allocates) (array length=n_cells): where to put
 *   the numbers of their sets
 *
 * Returns: whether the columns held just these cells, with places and sets
 *   that exist and counts that are not negative; sources are not checked.
 */
gboolean amp_old_cells_unpack (const AmpBytes *columns, guint n_cells, const AmpBlockLimits *limits, AmpCell *cells, guint32 *category_sets);

G_END_DECLS
