/* AmpSavedFilters: the filters saved with the case: apply, save, rename, delete.
 *
 * Keeps no list of its own: the case is asked whenever it is shown. */
#pragma once

#include "amp-case-view.h"

G_BEGIN_DECLS

#define AMP_TYPE_SAVED_FILTERS (amp_saved_filters_get_type ())
G_DECLARE_FINAL_TYPE (AmpSavedFilters, amp_saved_filters, AMP, SAVED_FILTERS, AmpCaseView)

/* Signal "applied": void (*) (AmpSavedFilters *self, gpointer data): a saved
 * filter has become the present one. */

GtkWidget *amp_saved_filters_new (void);

G_END_DECLS
