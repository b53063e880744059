/* The cells of an opened case once more, small: what a count reads of a cell, in
 * sixteen bytes. A question is answered by reading all of them, and a country's case
 * has millions: its answer takes as long as they take to come from memory.
 * Internal to the store. */
#pragma once

#include "amp-cell-filter.h"

G_BEGIN_DECLS

/**
 * AmpSmallCell:
 * @place: number of the place
 * @set: number of the set of categories
 * @profile: quality, age band and sex, as amp_profile_pack() packs them
 * @records: its count
 * @persons: its count
 */
typedef struct _AmpSmallCell
{
  guint32 place;
  guint16 set;
  guint8  profile;
  guint32 records;
  guint32 persons;
} AmpSmallCell;

/**
 * AmpCellTally:
 * @records: sum over cells
 * @persons: likewise
 * @sensitive_persons: likewise, of cells with a sensitive category
 */
typedef struct
{
  gint64 records;
  gint64 persons;
  gint64 sensitive_persons;
} AmpCellTally;

/**
 * AmpCellPart:
 * @AMP_CELL_PART_PLACE: the number of the place
 * @AMP_CELL_PART_SET: the number of the set of categories
 * @AMP_CELL_PART_PROFILE: quality, age band and sex
 *
 * What cells may be told apart by.
 */
typedef enum
{
  AMP_CELL_PART_PLACE,
  AMP_CELL_PART_SET,
  AMP_CELL_PART_PROFILE,
} AmpCellPart;

/**
 * amp_cell_table_new:
 * @file: a case whose cells were loaded
 *
 * Returns: (transfer full) (nullable): as many small cells as @file has cells;
 *   %NULL when a count or a number is too large for them
 */
AmpSmallCell *amp_cell_table_new (AmpCaseFile *file);

/**
 * amp_cell_table_count:
 * @file: a case with small cells
 * @filter: which cells to count; it must not test sources
 * @part: what to tell them apart by
 * @n_tallies: (out): how many there are: one for each place or set, or 256
 *
 * Returns: (transfer full) (array length=n_tallies): the sums, by the number of the
 *   part
 */
AmpCellTally *amp_cell_table_count (AmpCaseFile *file, const AmpCellFilter *filter, AmpCellPart part, guint *n_tallies);

G_END_DECLS
