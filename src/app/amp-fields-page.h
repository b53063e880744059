/* AmpFieldsPage: what is in the dump: every column, what it holds, why that is
 * believed, and how many records and persons it is filled for.
 *
 * The list is that of the whole case; the figures follow the filter. */
#pragma once

#include "amp-case-view.h"

G_BEGIN_DECLS

#define AMP_TYPE_FIELDS_PAGE (amp_fields_page_get_type ())
G_DECLARE_FINAL_TYPE (AmpFieldsPage, amp_fields_page, AMP, FIELDS_PAGE, AmpCaseView)

/* Properties, read-write:
 *   narrow   boolean: the window has room for the main columns only
 */

GtkWidget *amp_fields_page_new (void);

G_END_DECLS
