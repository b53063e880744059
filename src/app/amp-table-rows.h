/* AmpTableRows: the rows of an #AmpTable as a list model.
 *
 * Makes the item of a row when somebody asks for it, and forgets it with the last who
 * holds it: a list shows some forty of 35,000 communes. Knows no order but the table's. */
#pragma once

#include "amp-filter.h"
#include "amp-table-item.h"

G_BEGIN_DECLS

#define AMP_TYPE_TABLE_ROWS (amp_table_rows_get_type ())
G_DECLARE_FINAL_TYPE (AmpTableRows, amp_table_rows, AMP, TABLE_ROWS, GObject)

AmpTableRows *amp_table_rows_new (void);

/**
 * amp_table_rows_set_table:
 * @table: (nullable): %NULL for no rows
 * @filter: (nullable): what the items are told to be selected by
 *
 * Items are pointed at the rows of the new table that are where theirs were, rather than
 * replaced: making the widgets of a row costs far more than changing their texts.
 */
void amp_table_rows_set_table (AmpTableRows *self, AmpTable *table, AmpFilter *filter);

/**
 * amp_table_rows_get_table:
 *
 * Returns: (transfer none) (nullable): the table
 */
AmpTable *amp_table_rows_get_table (AmpTableRows *self);

/**
 * amp_table_rows_is_selected:
 *
 * Returns: whether the filter names the row of this index
 */
gboolean amp_table_rows_is_selected (AmpTableRows *self, guint index);

/**
 * amp_table_rows_count_selected:
 *
 * Returns: how many rows the filter names
 */
guint amp_table_rows_count_selected (AmpTableRows *self);

G_END_DECLS
