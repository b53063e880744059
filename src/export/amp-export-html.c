/* The report as one HTML page. */
#include "amp-export-private.h"

#include "amp-html-document.h"
#include "amp-report-document.h"

gboolean
amp_export_write_html (const AmpReport *report, AmpExportRun *run, GError **error)
{
  g_autoptr (AmpDocument) document = amp_report_document_new (report);

  return amp_export_run_write (run, "report.html", amp_html_document_write (document, amp_export_run_get_cancellable (run), error), error);
}
