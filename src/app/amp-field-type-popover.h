/* AmpFieldTypePopover: every field type, by category, with a search: where the
 * analyst says what a field holds.
 *
 * Made when it is asked for, since a dump may have hundreds of fields. */
#pragma once

#include <gtk/gtk.h>

#include "amp-field.h"

G_BEGIN_DECLS

#define AMP_TYPE_FIELD_TYPE_POPOVER (amp_field_type_popover_get_type ())
G_DECLARE_FINAL_TYPE (AmpFieldTypePopover, amp_field_type_popover, AMP, FIELD_TYPE_POPOVER, GtkPopover)

/**
 * amp_field_type_popover_new:
 * @field: whose type is chosen
 *
 * Returns: (transfer floating): the popover
 */
GtkWidget *amp_field_type_popover_new (AmpField *field);

G_END_DECLS
