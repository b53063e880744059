/* The columns of the review's table of fields: text, the type that can be
 * chosen, the switch that ignores, the details.
 *
 * Owns how a cell looks and what it does to its field. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * amp_field_columns_append:
 * @view: a column view whose items are #AmpField
 */
void amp_field_columns_append (GtkColumnView *view);

/**
 * amp_field_columns_set_narrow:
 * @view: the same view
 * @is_narrow: whether only header, type and details have room; the details
 *   show the rest
 */
void amp_field_columns_set_narrow (GtkColumnView *view, gboolean is_narrow);

G_END_DECLS
