/* AmpPageView: one page of a document, as it will be printed. For those who do
 * not see it, its text is its description. */
#pragma once

#include <gtk/gtk.h>

#include "amp-pages.h"

G_BEGIN_DECLS

#define AMP_TYPE_PAGE_VIEW (amp_page_view_get_type ())
G_DECLARE_FINAL_TYPE (AmpPageView, amp_page_view, AMP, PAGE_VIEW, GtkWidget)

/**
 * amp_page_view_new:
 * @pages: the pages, which outlive the widget
 * @page: which, from 0
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *amp_page_view_new (const AmpPages *pages, guint page);

G_END_DECLS
