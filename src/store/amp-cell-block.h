/* How packed cells become rows of the table "cell_blocks" and back, as
 * src/store/README.md describes. Internal to the store; must not know SQLite. */
#pragma once

#include "amp-packed-cells.h"

G_BEGIN_DECLS

/**
 * AMP_CELLS_PER_BLOCK:
 *
 * A block ends with the kind that makes it hold as many cells.
 */
#define AMP_CELLS_PER_BLOCK 65536

/**
 * AmpCellColumn:
 * @AMP_CELL_SOURCES: varints, a bit for each source; one for each kind.
 * @AMP_CELL_CATEGORY_SETS: varints; one for each kind.
 * @AMP_CELL_PROFILES: one byte for each kind, as in records.
 * @AMP_CELL_LENGTHS: varints: how many cells each kind has.
 * @AMP_CELL_PLACES: varints, as in %AMP_PACKED_PLACES; one for each cell.
 * @AMP_CELL_RECORDS: varints; one for each cell.
 * @AMP_CELL_PERSONS: varints; one for each cell.
 * @AMP_N_CELL_COLUMNS: how many there are.
 *
 * The columns of a block of cells, in the order of the table.
 */
typedef enum
{
  AMP_CELL_SOURCES,
  AMP_CELL_CATEGORY_SETS,
  AMP_CELL_PROFILES,
  AMP_CELL_LENGTHS,
  AMP_CELL_PLACES,
  AMP_CELL_RECORDS,
  AMP_CELL_PERSONS,
  AMP_N_CELL_COLUMNS
} AmpCellColumn;

/**
 * AmpCellBlock:
 * @first_kind: number of its first kind
 * @n_kinds: how many kinds it has
 * @n_cells: how many cells these have
 * @columns: their bytes
 */
typedef struct
{
  guint    first_kind;
  guint    n_kinds;
  guint32  n_cells;
  AmpBytes columns[AMP_N_CELL_COLUMNS];

  /*< private >*/
  GByteArray *packed[AMP_CELL_PLACES];
} AmpCellBlock;

/**
 * amp_cell_block_next:
 * @block: all zero before the first call; cleared by the last
 * @cells: packed cells, unchanged between calls
 *
 * Packs the next block; its bytes are borrowed until the next call.
 *
 * Returns: whether there was one more
 */
gboolean amp_cell_block_next (AmpCellBlock *block, const AmpPackedCells *cells);

void amp_cell_block_clear (AmpCellBlock *block);

/**
 * amp_cell_block_read:
 * @columns: (array fixed-size=7): the columns of a block, any bytes
 * @n_kinds: how many kinds it is said to have
 * @n_cells: how many cells
 * @limits: what its numbers may refer to
 * @cells: where to add its cells
 *
 * Returns: whether the columns held just these, with places and sets that exist;
 *   sources are not checked.
 */
gboolean amp_cell_block_read (const AmpBytes *columns, gint64 n_kinds, gint64 n_cells, const AmpBlockLimits *limits, AmpPackedCells *cells);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AmpCellBlock, amp_cell_block_clear)

G_END_DECLS
