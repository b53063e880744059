/* AmpQualityPage: how far the figures of a case can be trusted: places, malformed
 * rows, how persons were told apart, the files that were read. Each figure says
 * how it was counted.
 *
 * Places follow the filter; everything else is of the whole case, and is said to
 * be. */
#pragma once

#include "amp-case-view.h"

G_BEGIN_DECLS

#define AMP_TYPE_QUALITY_PAGE (amp_quality_page_get_type ())
G_DECLARE_FINAL_TYPE (AmpQualityPage, amp_quality_page, AMP, QUALITY_PAGE, AmpCaseView)

GtkWidget *amp_quality_page_new (void);

G_END_DECLS
