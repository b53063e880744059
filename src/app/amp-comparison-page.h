/* AmpComparisonPage: two groups of people side by side: of this case, or one of
 * another; and two sources of this case.
 *
 * Owns who is in each group; the pages' filter is only offered as one. */
#pragma once

#include "amp-case-view.h"

G_BEGIN_DECLS

#define AMP_TYPE_COMPARISON_PAGE (amp_comparison_page_get_type ())
G_DECLARE_FINAL_TYPE (AmpComparisonPage, amp_comparison_page, AMP, COMPARISON_PAGE, AmpCaseView)

GtkWidget *amp_comparison_page_new (void);

/**
 * amp_comparison_page_get_group:
 * @side: 0 for A, 1 for B
 *
 * Returns: (transfer none): who is in it
 */
AmpFilter *amp_comparison_page_get_group (AmpComparisonPage *self, guint side);

/**
 * amp_comparison_page_open_other:
 * @path: (type filename): another case, which B is taken from
 *
 * Opens it in the background.
 */
void amp_comparison_page_open_other (AmpComparisonPage *self, const char *path);

G_END_DECLS
