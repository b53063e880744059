/* AmpLateView: stands where a view of an opened case will be.
 *
 * Makes the view when it is first seen, so that the window need not make all its
 * pages before its first frame. Knows only that the view has a case and a filter. */
#pragma once

#include "amp-case-view.h"

G_BEGIN_DECLS

#define AMP_TYPE_LATE_VIEW (amp_late_view_get_type ())
G_DECLARE_FINAL_TYPE (AmpLateView, amp_late_view, AMP, LATE_VIEW, AmpCaseView)

/* Properties:
 *   view-type  GType, write-once: the widget to make, which has the properties
 *              "case" and "filter"
 *   narrow     boolean, read-write: given to the view if it has such a property
 */

G_END_DECLS
