/* A walk over the counts of a case that a filter lets pass. Internal to the store;
 * must not know what is added up. */
#pragma once

#include "amp-cell-filter.h"
#include "amp-packed-cells.h"

G_BEGIN_DECLS

/**
 * AmpCellWalk:
 * @kind: what is counted
 * @place: where, of a walk by place
 * @cell: the number of the cell, of a walk by place
 * @records: how many
 * @persons: likewise
 *
 * The count that the walk has come to. What follows in it is its own.
 */
typedef struct
{
  const AmpCellKind *kind;
  guint32            place;
  guint32            cell;
  gint64             records;
  gint64             persons;

  const AmpPackedCells *cells;
  const AmpCellFilter  *filter;
  gboolean              is_by_place;
  guint                 next_kind;
  guint                 next_cell;
  AmpCellRun            run;
} AmpCellWalk;

/**
 * amp_cell_walk_begin:
 * @walk: (out caller-allocates): a walk, before the first count
 * @file: a case, which outlives @walk
 * @filter: what to count, which outlives @walk
 * @is_by_place: whether each cell is a count; otherwise each kind is, and of those
 *   nothing is unpacked, unless the filter is one of places
 */
void amp_cell_walk_begin (AmpCellWalk *walk, AmpCaseFile *file, const AmpCellFilter *filter, gboolean is_by_place);

/**
 * amp_cell_walk_next_kind:
 * @walk: a walk
 *
 * Goes on to the next kind that passes, before the first of its cells.
 *
 * Returns: whether there was one
 */
gboolean amp_cell_walk_next_kind (AmpCellWalk *walk);

/**
 * amp_cell_walk_next:
 * @walk: a walk
 *
 * Goes on to the next count that passes. There may be some that count nothing.
 *
 * Returns: whether there was one
 */
gboolean amp_cell_walk_next (AmpCellWalk *walk);

G_END_DECLS
