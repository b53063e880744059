/* AmpSavedComparisons: the comparisons saved with the case, for a popover.
 *
 * Lists them, takes one up, deletes one, and saves the present one under a name. */
#pragma once

#include <gtk/gtk.h>

#include "amp-case.h"
#include "amp-filter.h"

G_BEGIN_DECLS

#define AMP_TYPE_SAVED_COMPARISONS (amp_saved_comparisons_get_type ())
G_DECLARE_FINAL_TYPE (AmpSavedComparisons, amp_saved_comparisons, AMP, SAVED_COMPARISONS, GtkWidget)

/* Signal "applied": void (*) (AmpSavedComparisons *self, gpointer data): one was taken
 * up. */

/**
 * amp_saved_comparisons_set_groups:
 * @opened: (nullable): the case; %NULL for none
 * @groups: (array fixed-size=2): the two groups, which a choice changes
 *
 * References are taken.
 */
void amp_saved_comparisons_set_groups (AmpSavedComparisons *self, AmpCase *opened, AmpFilter *const *groups);

G_END_DECLS
