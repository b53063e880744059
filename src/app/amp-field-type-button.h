/* The button that shows a field's type and opens the list of types: one cell of a
 * table of fields, before the import and after it. */
#pragma once

#include <gtk/gtk.h>

#include "amp-field.h"

G_BEGIN_DECLS

/**
 * amp_field_type_button_new:
 * @width_chars: characters that the cell is at least wide
 *
 * Returns: (transfer floating): a button without a field
 */
GtkWidget *amp_field_type_button_new (int width_chars);

/**
 * amp_field_type_button_show:
 * @button: what amp_field_type_button_new() made
 * @field: the field of the row, held until the next one
 *
 * Shows the type of @field, and names the button for screen readers.
 */
void amp_field_type_button_show (GtkWidget *button, AmpField *field);

/**
 * amp_field_type_button_forget:
 * @button: what amp_field_type_button_new() made
 *
 * The row is used for another field: a popover left behind would speak of this one.
 */
void amp_field_type_button_forget (GtkWidget *button);

G_END_DECLS
