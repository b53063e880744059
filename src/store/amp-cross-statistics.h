/* Counts of records and persons of a case by two keys at once, under a
 * selection, from the cells in memory. Must not know labels, shares or the
 * suppression of small counts. */
#pragma once

#include "amp-case-file.h"
#include "amp-selection.h"

G_BEGIN_DECLS

/**
 * AmpCrossCounts:
 * @row_codes: (array zero-terminated=1): codes of the rows, in the order of the
 *   case; rows that count nothing are left out
 * @column_codes: (array zero-terminated=1): codes of the columns, likewise
 * @n_rows: how many rows
 * @n_columns: how many columns
 * @records: n_rows × n_columns counts, row by row
 * @persons: n_rows × n_columns counts, row by row
 *
 * How many records and persons are in each row and column.
 */
typedef struct
{
  char  **row_codes;
  char  **column_codes;
  guint   n_rows;
  guint   n_columns;
  gint64 *records;
  gint64 *persons;
} AmpCrossCounts;

void amp_cross_counts_free (AmpCrossCounts *counts);

/**
 * amp_cross_statistics_is_key:
 * @key: a key
 *
 * Returns: whether @key can be one of two: the cells tell it
 */
gboolean amp_cross_statistics_is_key (AmpKey key);

/**
 * amp_cross_statistics_count:
 * @file: a case
 * @rows: what the rows are, see amp_cross_statistics_is_key()
 * @columns: what the columns are, likewise
 * @selection: (nullable): what to count, %NULL for everything
 *
 * Counts as amp_statistics_count() does, in one walk over the cells: of a key
 * that is not exclusive a person counts in each row, or column, that applies.
 *
 * Returns: (transfer full) (nullable): the counts; %NULL with
 *   %AMP_STORE_ERROR_LIMIT where the table would be too large for anybody, as
 *   that of communes by communes.
 */
AmpCrossCounts *amp_cross_statistics_count (AmpCaseFile *file, AmpKey rows, AmpKey columns, const AmpSelection *selection, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpCrossCounts, amp_cross_counts_free)

G_END_DECLS
