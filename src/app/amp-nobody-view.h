/* AmpNobodyView: what stands where figures would, when there is nobody to show:
 * the filters leave nobody, which they can be cleared of, or the case has no
 * record at all, which no filter changes.
 *
 * Counts nothing: whoever shows it knows that there is nobody. */
#pragma once

#include "amp-case-view.h"

G_BEGIN_DECLS

#define AMP_TYPE_NOBODY_VIEW (amp_nobody_view_get_type ())
G_DECLARE_FINAL_TYPE (AmpNobodyView, amp_nobody_view, AMP, NOBODY_VIEW, AmpCaseView)

G_END_DECLS
