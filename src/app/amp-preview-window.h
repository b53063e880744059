/* AmpPreviewWindow: the report or the notification on the pages that the PDF and
 * the printer get, and their printing. */
#pragma once

#include <adwaita.h>

#include "amp-filter.h"
#include "amp-report-work.h"

G_BEGIN_DECLS

#define AMP_TYPE_PREVIEW_WINDOW (amp_preview_window_get_type ())
G_DECLARE_FINAL_TYPE (AmpPreviewWindow, amp_preview_window, AMP, PREVIEW_WINDOW, AdwWindow)

/**
 * amp_preview_window_new:
 * @parent: (nullable): the window it belongs to
 * @opened: the case
 * @filter: (nullable): what is selected
 * @kind: the report or the notification
 * @prints: whether to ask for a printer as soon as the pages are there
 *
 * Returns: (transfer floating): a window that makes its pages and shows them
 */
AmpPreviewWindow *amp_preview_window_new (GtkWindow *parent, AmpCase *opened, AmpFilter *filter, AmpReportWorkKind kind, gboolean prints);

/**
 * amp_preview_window_get_n_pages:
 *
 * Returns: how many pages are shown; 0 until they are there
 */
guint amp_preview_window_get_n_pages (AmpPreviewWindow *self);

/**
 * amp_preview_window_export_pdf:
 * @path: (type filename): where to
 *
 * Prints into a file, without a dialog.
 *
 * Returns: whether it was written
 */
gboolean amp_preview_window_export_pdf (AmpPreviewWindow *self, const char *path, GError **error);

G_END_DECLS
