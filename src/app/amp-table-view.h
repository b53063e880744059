/* AmpTableView: the table behind a chart or the map.
 *
 * Shows every row of an #AmpTable with its figures, sortable by any column. It
 * does not count and does not filter: it says which row the analyst chose. */
#pragma once

#include <gtk/gtk.h>

#include "amp-filter.h"
#include "amp-table.h"

G_BEGIN_DECLS

#define AMP_TYPE_TABLE_VIEW (amp_table_view_get_type ())
G_DECLARE_FINAL_TYPE (AmpTableView, amp_table_view, AMP, TABLE_VIEW, GtkWidget)

/* Signals:
 *   "row-activated": void (*) (AmpTableView *self, const char *code, gpointer
 *       data): double click, or Enter on a row
 *   "row-selected": void (*) (AmpTableView *self, const char *code, gpointer
 *       data): the cursor is on another row */

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
 * Puts the cursor on that row and scrolls there, as far as it takes; tells nobody.
 */
void amp_table_view_show_row (AmpTableView *self, const char *code);

G_END_DECLS
