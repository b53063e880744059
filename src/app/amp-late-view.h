/* AmpLateView: stands where a view of an opened case will be.
 *
 * Makes the view once it is first seen, so that the window need not make all its
 * pages before its first frame; and where several are seen at once, one a turn of the
 * main loop, so that none waits for all. Knows only that the view has a case and a filter. */
#pragma once

#include "amp-case-view.h"

G_BEGIN_DECLS

#define AMP_TYPE_LATE_VIEW (amp_late_view_get_type ())
G_DECLARE_FINAL_TYPE (AmpLateView, amp_late_view, AMP, LATE_VIEW, AmpCaseView)

/* Properties:
 *   view-type  string, write-once: the name of the type of the widget to make, which
 *              has the properties "case" and "filter". A type itself would come with
 *              its class, and the class with its template
 *   narrow     boolean, read-write: given to the view if it has such a property
 */

/* Signal "made": void (*) (AmpLateView *self, GtkWidget *view, gpointer data): @view
 * is there, and has its case. */

G_END_DECLS
