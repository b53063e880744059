/* AmpReportPage: what leaves the building: the severity of the case with its
 * adjustments, the notification, and the ways to look at, print and export the
 * report. */
#pragma once

#include "amp-case-view.h"

G_BEGIN_DECLS

#define AMP_TYPE_REPORT_PAGE (amp_report_page_get_type ())
G_DECLARE_FINAL_TYPE (AmpReportPage, amp_report_page, AMP, REPORT_PAGE, AmpCaseView)

G_END_DECLS
