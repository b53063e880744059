/* How up to 4096 cells become columns of bytes and back, as src/store/README.md
 * describes: read row by row, a hundred thousand cells would delay the opening
 * of a case. Internal to the store; must not know SQLite. */
#pragma once

#include "amp-record-block.h"

G_BEGIN_DECLS

/**
 * AmpCellColumn:
 * @AMP_CELL_SOURCES: varints, a bit for each source.
 * @AMP_CELL_PLACES: varints.
 * @AMP_CELL_CATEGORY_SETS: varints.
 * @AMP_CELL_PROFILES: one byte each, as in records.
 * @AMP_CELL_RECORDS: varints.
 * @AMP_CELL_PERSONS: varints.
 * @AMP_N_CELL_COLUMNS: how many there are.
 *
 * The columns of a block of cells, in the order of the table.
 */
typedef enum
{
  AMP_CELL_SOURCES,
  AMP_CELL_PLACES,
  AMP_CELL_CATEGORY_SETS,
  AMP_CELL_PROFILES,
  AMP_CELL_RECORDS,
  AMP_CELL_PERSONS,
  AMP_N_CELL_COLUMNS
} AmpCellColumn;

/**
 * amp_cell_block_pack:
 * @cells: (array length=n_cells): cells
 * @category_sets: (array length=n_cells): number of the set of each
 * @n_cells: how many, at most %AMP_RECORDS_PER_BLOCK
 * @columns: (array fixed-size=6) (element-type GByteArray): where to put the
 *   bytes; emptied first
 *
 * Packs cells.
 */
void amp_cell_block_pack (const AmpCell *cells, const guint32 *category_sets, guint n_cells, GByteArray *const *columns);

/**
 * amp_cell_block_unpack:
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
gboolean amp_cell_block_unpack (const AmpBytes *columns, guint n_cells, const AmpBlockLimits *limits, AmpCell *cells, guint32 *category_sets);

G_END_DECLS
