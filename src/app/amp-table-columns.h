/* The columns of a table of figures: how cells read, what they are sorted by, and
 * which are shown where there is little room. Must not know widgets. */
#pragma once

#include "amp-table.h"

G_BEGIN_DECLS

typedef enum
{
  AMP_TABLE_COLUMN_PERSONS,
  AMP_TABLE_COLUMN_RATE,
  AMP_TABLE_COLUMN_SENSITIVE,
  AMP_TABLE_COLUMN_SHARE,
  AMP_TABLE_COLUMN_RECORDS,
  AMP_N_TABLE_COLUMNS,
} AmpTableColumn;

/**
 * amp_table_column_get_title:
 *
 * Returns: (transfer none): the heading, translated
 */
const char *amp_table_column_get_title (AmpTableColumn column);

/**
 * amp_table_column_format:
 *
 * Returns: (transfer full): what the cell of a row says
 */
char *amp_table_column_format (AmpTableColumn column, const AmpTableRow *row, AmpTable *table);

/**
 * amp_table_column_get_number:
 *
 * Returns: what a row is sorted by
 */
double amp_table_column_get_number (AmpTableColumn column, const AmpTableRow *row);

/**
 * amp_table_column_is_shown:
 * @has_places: rows are places
 * @is_narrow: there is little room
 * @looked_at: the column that the table is about: where there is little room, it
 *   stands beside the persons, and a rate where it is theirs
 */
gboolean amp_table_column_is_shown (AmpTableColumn column, gboolean has_places, gboolean is_narrow, AmpTableColumn looked_at);

G_END_DECLS
