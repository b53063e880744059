/* AmpMandatePage: who analyses, for whom and on what legal basis, and where the
 * case will be written.
 *
 * Holding a leaked file may itself be an offence, so nothing is imported before
 * this page is complete. Analyst and client are proposed from the last time;
 * the legal basis and the reference belong to one case and never are. */
#pragma once

#include <adwaita.h>

#include "amp-import.h"

G_BEGIN_DECLS

#define AMP_TYPE_MANDATE_PAGE (amp_mandate_page_get_type ())
G_DECLARE_FINAL_TYPE (AmpMandatePage, amp_mandate_page, AMP, MANDATE_PAGE, AdwBin)

/* Properties:
 *   complete   boolean, read-only, notified: whether the case may be made
 *   case-file  GFile, read-write, notified: where the case will be written
 */

/**
 * amp_mandate_page_start:
 * @proposed: where the case could be written; replaces nothing there
 *
 * Empties the page for a new case.
 */
void amp_mandate_page_start (AmpMandatePage *self, GFile *proposed);

/**
 * amp_mandate_page_resume:
 * @mandate: of a case that is there
 * @case_file: that case, which may be replaced
 *
 * Fills the page for another import of the dump of that case.
 */
void amp_mandate_page_resume (AmpMandatePage *self, const AmpMandate *mandate, GFile *case_file);

/**
 * amp_mandate_page_is_complete:
 *
 * Returns: whether analyst, client and legal basis are given
 */
gboolean amp_mandate_page_is_complete (AmpMandatePage *self);

/**
 * amp_mandate_page_dup_mandate:
 *
 * Remembers analyst and client for the next case.
 *
 * Returns: (transfer full): the mandate as written
 */
AmpMandate *amp_mandate_page_dup_mandate (AmpMandatePage *self);

/**
 * amp_mandate_page_get_case_file:
 * @may_replace: (out) (optional): whether the analyst chose the name in a
 *   dialog, which asked about replacing a file
 *
 * Returns: (transfer none) (nullable): where the case will be written
 */
GFile *amp_mandate_page_get_case_file (AmpMandatePage *self, gboolean *may_replace);

G_END_DECLS
