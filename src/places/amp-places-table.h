/* Reads the tab-separated tables that ship with the program. Private to the
 * layer. Cells are cut in place inside one block of text, which outlives the
 * reading: that block is the string pool of whoever keeps it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpPlacesTable:
 * @name: the table's file name, for messages.
 * @text: the whole table; the owner of every cell.
 * @cursor: where the next row starts.
 * @end: the end of @text.
 * @n_cells: how many cells each row must have.
 */
typedef struct
{
  const char *name;
  char       *text;
  char       *cursor;
  char       *end;
  guint       n_cells;
} AmpPlacesTable;

/**
 * amp_places_table_open:
 * @table: (out caller-allocates): the table, to be read from its first row.
 * @name: a file of data/places/ as embedded in the program; kept.
 * @n_cells: how many cells a row has.
 * @error: return location.
 *
 * Returns: whether the table is there. Its text is freed by whoever takes
 *   `table->text`, with g_free().
 */
gboolean amp_places_table_open (AmpPlacesTable *table, const char *name, guint n_cells, GError **error);

/**
 * amp_places_table_count:
 * @table: a table.
 *
 * Returns: an upper bound of the rows still to read.
 */
guint amp_places_table_count (const AmpPlacesTable *table);

/**
 * amp_places_table_next:
 * @table: a table.
 * @cells: (out caller-allocates): the row's cells, NUL-terminated.
 * @error: return location.
 *
 * Returns: FALSE at the end, and with @error set when a row has another number
 *   of cells than it must.
 */
gboolean amp_places_table_next (AmpPlacesTable *table, char **cells, GError **error);

/**
 * amp_places_table_parse_decimal:
 * @cell: a cell: an optional sign, digits, an optional point and more digits.
 *
 * Returns: its value, whatever the locale; 0 for an empty cell.
 */
double amp_places_table_parse_decimal (const char *cell);

/**
 * amp_places_table_parse_number:
 * @cell: a cell of digits.
 *
 * Returns: its value; 0 for an empty cell.
 */
gint64 amp_places_table_parse_number (const char *cell);

G_END_DECLS
