/* AmpOverviewPage: the extent at a glance: the figures, and who, where, with
 * what.
 *
 * Owns the order of its cards; each of them counts for itself. */
#pragma once

#include "amp-case-view.h"

G_BEGIN_DECLS

#define AMP_TYPE_OVERVIEW_PAGE (amp_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (AmpOverviewPage, amp_overview_page, AMP, OVERVIEW_PAGE, AmpCaseView)

GtkWidget *amp_overview_page_new (void);

G_END_DECLS
