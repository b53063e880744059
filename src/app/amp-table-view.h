/* AmpTableView: the table behind a chart or the map.
 *
 * Shows every row of an #AmpTable with its figures, sortable by any column. Rows
 * that are filtered on are the selected ones; a single row may be selected to be
 * looked at, too. It does not count and does not filter: it says which rows the
 * analyst chose. */
#pragma once

#include <gtk/gtk.h>

#include "amp-filter.h"
#include "amp-table-columns.h"

G_BEGIN_DECLS

#define AMP_TYPE_TABLE_VIEW (amp_table_view_get_type ())
G_DECLARE_FINAL_TYPE (AmpTableView, amp_table_view, AMP, TABLE_VIEW, GtkWidget)

/* Signals:
 *   "row-activated": void (*) (AmpTableView *self, const char *code, gpointer
 *       data): double click, or Enter on a row
 *   "row-selected": void (*) (AmpTableView *self, const char *code, gpointer
 *       data): the cursor is on another row
 *   "rows-selected": void (*) (AmpTableView *self, GStrv codes, gpointer data):
 *       several rows were selected, or of those filtered on fewer: none, maybe */

GtkWidget *amp_table_view_new (void);

/**
 * amp_table_view_set_table:
 * @table: (nullable): what to show
 * @filter: (nullable): which of its rows are filtered on; only read
 *
 * A table with the same rows in the same order keeps scroll position and
 * cursor.
 */
void amp_table_view_set_table (AmpTableView *self, AmpTable *table, AmpFilter *filter);

/**
 * amp_table_view_show_row:
 * @code: (nullable): of a row
 *
 * Selects that row, unless several are, and scrolls there, as far as it takes; tells
 * nobody.
 */
void amp_table_view_show_row (AmpTableView *self, const char *code);

/**
 * amp_table_view_sort:
 *
 * Sorts by a column, the highest first; by persons, in the order of the table.
 */
void amp_table_view_sort (AmpTableView *self, AmpTableColumn column);

/**
 * amp_table_view_set_narrow:
 * @is_narrow: there is room for the persons and one more figure
 */
void amp_table_view_set_narrow (AmpTableView *self, gboolean is_narrow);

G_END_DECLS
