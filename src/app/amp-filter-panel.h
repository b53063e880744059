/* AmpFilterPanel: everything that can be filtered by, in one place, each value to
 * be asked for or excluded by pointer or keyboard.
 *
 * Shows and changes the filter; combinations, which are too many to list, are
 * set by the bars of their chart. */
#pragma once

#include "amp-case-view.h"

G_BEGIN_DECLS

#define AMP_TYPE_FILTER_PANEL (amp_filter_panel_get_type ())
G_DECLARE_FINAL_TYPE (AmpFilterPanel, amp_filter_panel, AMP, FILTER_PANEL, AmpCaseView)

GtkWidget *amp_filter_panel_new (void);

G_END_DECLS
