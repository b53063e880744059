/* Where a count comes from: the cells that are added up to it, by source. Counts
 * anew, apart from amp-statistics.h, so that either can be held against the
 * other. */
#pragma once

#include "amp-case-file.h"
#include "amp-selection.h"

G_BEGIN_DECLS

/**
 * AmpSourceTrace:
 * @cells: cells with records or persons of the source
 * @records: records of the source
 * @persons: persons with records in the source; who has some in several counts
 *   in each
 */
typedef struct
{
  gint64 cells;
  gint64 records;
  gint64 persons;
} AmpSourceTrace;

/**
 * AmpCellTrace:
 * @all_cells: cells of the case
 * @cells: cells that are added up
 * @records: their records
 * @persons: their persons
 * @sensitive_persons: those of @persons with data of the sensitive class
 * @n_sources: how many sources the case has
 * @sources: (array length=n_sources): the same by source
 */
typedef struct
{
  gint64          all_cells;
  gint64          cells;
  gint64          records;
  gint64          persons;
  gint64          sensitive_persons;
  guint           n_sources;
  AmpSourceTrace *sources;
} AmpCellTrace;

/**
 * amp_cell_trace_new:
 * @file: a case
 * @filter: (nullable): a selection
 * @row: (nullable): another; cells must pass both
 *
 * Returns: (transfer full): what is added up
 */
AmpCellTrace *amp_cell_trace_new (AmpCaseFile *file, const AmpSelection *filter, const AmpSelection *row);

void amp_cell_trace_free (AmpCellTrace *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpCellTrace, amp_cell_trace_free)

G_END_DECLS
