/* AmpWindow's export: the dialog, and the word of where its files are; and its
 * printing. */
#define G_LOG_DOMAIN "amp-window-export"

#include "amp-window-private.h"

#include <glib/gi18n-lib.h>

#include "amp-export-dialog.h"
#include "amp-preview-window.h"

static void
show_in_files (AdwToast *toast, GFile *folder)
{
  g_autofree char *uri = g_file_get_uri (folder);

  g_app_info_launch_default_for_uri_async (uri, NULL, NULL, NULL, NULL);
}

static void
on_exported (AmpWindow *self, GFile *folder, guint n_files)
{
  /* Translators: %u is how many files an export has written */
  g_autofree char *message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u file exported", "%u files exported", n_files), n_files);
  AdwToast        *toast = adw_toast_new (message);

  adw_toast_set_button_label (toast, _ ("Open Folder"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (show_in_files), g_object_ref (folder), (GClosureNotify) (GCallback) g_object_unref, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
amp_window_export (AmpWindow *self)
{
  AmpExportDialog *dialog;

  if (self->opened == NULL)
    return;
  dialog = amp_export_dialog_new (GTK_WINDOW (self), self->opened, self->filter);
  g_signal_connect_object (dialog, "exported", G_CALLBACK (on_exported), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
amp_window_print (AmpWindow *self)
{
  if (self->opened == NULL)
    return;
  gtk_window_present (GTK_WINDOW (amp_preview_window_new (GTK_WINDOW (self), self->opened, self->filter, AMP_REPORT_WORK_REPORT, TRUE)));
}
