/* AmpFieldDetails: all that is known of one field, in a popover: shape, shares,
 * category, and the evidence for its type. Never a value. */
#pragma once

#include <gtk/gtk.h>

#include "amp-field.h"

G_BEGIN_DECLS

#define AMP_TYPE_FIELD_DETAILS (amp_field_details_get_type ())
G_DECLARE_FINAL_TYPE (AmpFieldDetails, amp_field_details, AMP, FIELD_DETAILS, GtkPopover)

/**
 * amp_field_details_new:
 * @field: what to tell of
 *
 * Returns: (transfer floating): the popover
 */
GtkWidget *amp_field_details_new (AmpField *field);

/**
 * amp_field_details_new_settled:
 * @field: a field of a dump that was imported: nothing is left to choose
 *
 * Returns: (transfer floating): the popover
 */
GtkWidget *amp_field_details_new_settled (AmpField *field);

G_END_DECLS
