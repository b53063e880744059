/* AmpCaseView: what every widget that shows an opened case has in common.
 *
 * Owns the reference to the case and to the filter, and decides when figures
 * are asked for again: when either changes, and only while the widget can be
 * seen. Subclasses fill themselves; none asks before it is told. */
#pragma once

#include <gtk/gtk.h>

#include "amp-case.h"
#include "amp-filter.h"

G_BEGIN_DECLS

#define AMP_TYPE_CASE_VIEW (amp_case_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (AmpCaseView, amp_case_view, AMP, CASE_VIEW, GtkWidget)

/* Properties, read-write:
 *   case     #AmpCase, nullable: the opened case
 *   filter   #AmpFilter, nullable: what is selected
 */

/**
 * AmpCaseViewClass:
 * @refresh: asks the case for the figures of the filter and shows them; case
 *   and filter are both there
 * @case_changed: (nullable): another case was opened, or none; before @refresh
 */
struct _AmpCaseViewClass
{
  GtkWidgetClass parent_class;

  void (*refresh) (AmpCaseView *self);
  void (*case_changed) (AmpCaseView *self);
};

/**
 * amp_case_view_get_case:
 *
 * Returns: (transfer none) (nullable): the opened case
 */
AmpCase *amp_case_view_get_case (AmpCaseView *self);

/**
 * amp_case_view_get_filter:
 *
 * Returns: (transfer none) (nullable): what is selected
 */
AmpFilter *amp_case_view_get_filter (AmpCaseView *self);

/**
 * amp_case_view_refresh:
 *
 * Figures are out of date: asks for them now if the widget can be seen, or as
 * soon as it can.
 */
void amp_case_view_refresh (AmpCaseView *self);

/**
 * amp_case_view_toggle:
 * @key: what to filter on
 * @code: the value; "" is what has none (people without a place)
 *
 * Adds the term to the filter or removes it.
 */
void amp_case_view_toggle (AmpCaseView *self, AmpKey key, const char *code);

/**
 * amp_case_view_choose:
 * @key: what to filter on
 * @codes: (array zero-terminated=1): the values that are alternatives from now on;
 *   none: any
 *
 * One change, and one to undo.
 *
 * Returns: %FALSE when these are more than a filter can say, and nothing changed
 */
gboolean amp_case_view_choose (AmpCaseView *self, AmpKey key, char **codes);

G_END_DECLS
