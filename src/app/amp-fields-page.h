/* AmpFieldsPage: what is in the dump: every column, what it holds, why that is
 * believed, and how many records and persons it is filled for.
 *
 * The list is that of the whole case; the figures follow the filter. A type that
 * is chosen is told, and shown; the window finds out what follows from it. */
#pragma once

#include "amp-case-view.h"

G_BEGIN_DECLS

#define AMP_TYPE_FIELDS_PAGE (amp_fields_page_get_type ())
G_DECLARE_FINAL_TYPE (AmpFieldsPage, amp_fields_page, AMP, FIELDS_PAGE, AmpCaseView)

/* Properties, read-write:
 *   narrow   boolean: the window has room for the main columns only
 */

/* Signal "type-chosen": void (*) (AmpFieldsPage *self, guint source, guint position,
 * guint type, gpointer data): the analyst wants the field at @position (from 1) of
 * @source (from 0) to be of another #AmpFieldType. */

GtkWidget *amp_fields_page_new (void);

/**
 * amp_fields_page_set_revising:
 * @is_revising: whether the case is being revised
 *
 * Shows that it takes a moment. The table stays sensitive, since the focus returns
 * to it from the list of types.
 */
void amp_fields_page_set_revising (AmpFieldsPage *self, gboolean is_revising);

/**
 * amp_fields_page_reset_types:
 *
 * Shows the types of the case again: what was chosen did not come about.
 */
void amp_fields_page_reset_types (AmpFieldsPage *self);

G_END_DECLS
