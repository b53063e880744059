/* AmpFilterBar: the filter as chips that can be taken away one by one.
 *
 * Visible only while something is filtered. It changes the filter and nothing
 * else. */
#pragma once

#include "amp-case-view.h"

G_BEGIN_DECLS

#define AMP_TYPE_FILTER_BAR (amp_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (AmpFilterBar, amp_filter_bar, AMP, FILTER_BAR, AmpCaseView)

GtkWidget *amp_filter_bar_new (void);

G_END_DECLS
