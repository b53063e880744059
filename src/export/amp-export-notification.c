/* The notification as HTML, PDF and OpenDocument text. */
#include "amp-export-private.h"

#include "amp-html-document.h"
#include "amp-notification-document.h"
#include "amp-odt-document.h"
#include "amp-pdf-document.h"

guint
amp_export_count_notification (const AmpReport *report)
{
  return 3;
}

gboolean
amp_export_write_notification (const AmpReport *report, AmpExportRun *run, GError **error)
{
  GCancellable *cancellable = amp_export_run_get_cancellable (run);
  g_autoptr (AmpNotification) notification = amp_notification_load (report->opened, error);
  g_autoptr (AmpDocument) document = NULL;

  if (notification == NULL)
    return FALSE;
  document = amp_notification_document_new (notification, report);
  return amp_export_run_write (run, "notification.html", amp_html_document_write (document, cancellable, error), error) &&
         amp_export_run_write (run, "notification.pdf", amp_pdf_document_write (document, cancellable, error), error) &&
         amp_export_run_write (run, "notification.odt", amp_odt_document_write (document, cancellable, error), error);
}
