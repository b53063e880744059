/* AmpFilterBar: what is filtered, and all that can be done with it: a panel of
 * every filter, chips that can be taken away one by one, undo and redo, filters
 * saved with the case.
 *
 * It changes the filter and the saved filters, and nothing else. Its actions are
 * filter.choose, filter.clear, filter.undo and filter.redo, with keys that work
 * wherever the focus is in the window. */
#pragma once

#include "amp-case-view.h"

G_BEGIN_DECLS

#define AMP_TYPE_FILTER_BAR (amp_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (AmpFilterBar, amp_filter_bar, AMP, FILTER_BAR, AmpCaseView)

GtkWidget *amp_filter_bar_new (void);

G_END_DECLS
