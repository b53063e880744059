/* The columns of the table of an opened case's fields.
 *
 * Owns how a cell reads and what a column is sorted by. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * amp_case_field_columns_append:
 * @view: a column view whose items are #AmpCaseField
 */
void amp_case_field_columns_append (GtkColumnView *view);

/**
 * amp_case_field_columns_show:
 * @view: the same view
 * @has_sources: whether there are several sources to tell apart
 * @is_narrow: whether only header, type, persons and details have room; the
 *   details show the rest
 */
void amp_case_field_columns_show (GtkColumnView *view, gboolean has_sources, gboolean is_narrow);

G_END_DECLS
