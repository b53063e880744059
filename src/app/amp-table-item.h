/* AmpTableItem: one row of an #AmpTable as a list model wants it.
 *
 * Holds the table and the row's index; may be pointed at the same row of a
 * newer table, so that the list keeps its scroll position and its focus. */
#pragma once

#include <gio/gio.h>

#include "amp-table.h"

G_BEGIN_DECLS

#define AMP_TYPE_TABLE_ITEM (amp_table_item_get_type ())
G_DECLARE_FINAL_TYPE (AmpTableItem, amp_table_item, AMP, TABLE_ITEM, GObject)

/* Signal "changed": void (*) (AmpTableItem *self, gpointer data): the row has
 * other figures, or is filtered on or not. */

AmpTableItem *amp_table_item_new (AmpTable *table, guint index, gboolean is_selected);

void amp_table_item_set (AmpTableItem *self, AmpTable *table, guint index, gboolean is_selected);

/**
 * amp_table_item_get_row:
 *
 * Returns: (transfer none): the row, as long as the item is not set again
 */
const AmpTableRow *amp_table_item_get_row (AmpTableItem *self);

guint amp_table_item_get_index (AmpTableItem *self);

AmpTable *amp_table_item_get_table (AmpTableItem *self);

/**
 * amp_table_item_is_selected:
 *
 * Returns: whether the filter names this row
 */
gboolean amp_table_item_is_selected (AmpTableItem *self);

G_END_DECLS
