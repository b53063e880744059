/* AmpCrossTable: the figures of two breakdowns crossed, labelled for people:
 * places by categories, for instance.
 *
 * A value: must not know how it is drawn. */
#pragma once

#include "amp-case.h"

G_BEGIN_DECLS

/**
 * AmpCrossTable:
 * @rows: the breakdown that the rows are, by persons
 * @columns: the breakdown that the columns are, by persons
 * @records: n_rows × n_columns counts, row by row, in the order of both tables
 * @persons: likewise
 *
 * How many records and persons are in each row and column. Margins are those of
 * the breakdowns: of a key that is not exclusive, rows do not add up to them.
 */
typedef struct
{
  AmpTable *rows;
  AmpTable *columns;
  gint64   *records;
  gint64   *persons;
} AmpCrossTable;

void amp_cross_table_free (AmpCrossTable *table);

/**
 * amp_cross_table_is_key:
 * @key: a key
 *
 * Returns: whether it can be one of two: all that can be filtered by
 */
gboolean amp_cross_table_is_key (AmpKey key);

/**
 * amp_case_cross:
 * @row_key: what the rows are
 * @column_key: what the columns are, another key
 * @selection: (nullable): the filter; %NULL for everything
 *
 * Answered from the cells.
 *
 * Returns: (transfer full) (nullable): the figures, or %NULL with an error
 */
AmpCrossTable *amp_case_cross (AmpCase            *opened,
                               AmpKey              row_key,
                               AmpKey              column_key,
                               const AmpSelection *selection,
                               GCancellable       *cancellable,
                               GError            **error);

/**
 * amp_cross_table_get_persons:
 * @row: index of a row
 * @column: index of a column
 *
 * Returns: persons in both
 */
gint64 amp_cross_table_get_persons (const AmpCrossTable *table, guint row, guint column);

gint64 amp_cross_table_get_records (const AmpCrossTable *table, guint row, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpCrossTable, amp_cross_table_free)

G_END_DECLS
