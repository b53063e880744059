/* AmpImportPage: an import that runs: how far it is, and the way to stop it.
 *
 * Owns the job. Says how it ended by one of three signals:
 *   "finished" (AmpImportPage *, guint64 records, double seconds)
 *   "failed"   (AmpImportPage *, const GError *)
 *   "cancelled" (AmpImportPage *): no trace of the import is left
 */
#pragma once

#include <adwaita.h>

#include "amp-import.h"

G_BEGIN_DECLS

#define AMP_TYPE_IMPORT_PAGE (amp_import_page_get_type ())
G_DECLARE_FINAL_TYPE (AmpImportPage, amp_import_page, AMP, IMPORT_PAGE, AdwBin)

/**
 * amp_import_page_start:
 * @inspection: the reviewed dump; nothing may change it while the import runs
 * @options: where to write the case, and under which mandate; copied
 */
void amp_import_page_start (AmpImportPage          *self,
                            AmpInspection          *inspection,
                            const AmpImportOptions *options);

/**
 * amp_import_page_is_running:
 *
 * Returns: whether an import has neither ended nor been stopped yet
 */
gboolean amp_import_page_is_running (AmpImportPage *self);

/**
 * amp_import_page_cancel:
 *
 * Asks the import to stop; one of the signals says when it has.
 */
void amp_import_page_cancel (AmpImportPage *self);

G_END_DECLS
