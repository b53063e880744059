/* AmpExportDialog: what to export of a case, how much of it, and where to.
 *
 * Asks, runs the export in a job and says how it went. The export itself, and
 * what is masked, is the export layer's. */
#pragma once

#include <adwaita.h>

#include "amp-case.h"
#include "amp-filter.h"

G_BEGIN_DECLS

#define AMP_TYPE_EXPORT_DIALOG (amp_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AmpExportDialog, amp_export_dialog, AMP, EXPORT_DIALOG, AdwWindow)

/* Signal "exported": void (*) (AmpExportDialog *self, GFile *folder, guint
 * n_files, gpointer data): every file was written; the dialog closes itself. */

/**
 * amp_export_dialog_new:
 * @parent: (nullable): the window it belongs to
 * @opened: the case
 * @filter: what is selected now; may be exported instead of everything
 *
 * Returns: (transfer none): a modal dialog, to be presented
 */
AmpExportDialog *amp_export_dialog_new (GtkWindow *parent, AmpCase *opened, AmpFilter *filter);

/**
 * amp_export_dialog_set_folder:
 * @folder: where to; made if it does not exist
 */
void amp_export_dialog_set_folder (AmpExportDialog *self, GFile *folder);

/**
 * amp_export_dialog_start:
 *
 * Exports with the present choices, as the button does.
 */
void amp_export_dialog_start (AmpExportDialog *self);

G_END_DECLS
