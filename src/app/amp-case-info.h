/* AmpCaseInfo: what the figures of a case rest on: the mandate, the day of ages,
 * the geography, the dump, the program.
 *
 * The same whatever the filter. */
#pragma once

#include "amp-case-view.h"

G_BEGIN_DECLS

#define AMP_TYPE_CASE_INFO (amp_case_info_get_type ())
G_DECLARE_FINAL_TYPE (AmpCaseInfo, amp_case_info, AMP, CASE_INFO, AmpCaseView)

GtkWidget *amp_case_info_new (void);

G_END_DECLS
