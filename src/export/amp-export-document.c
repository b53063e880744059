/* The report as PDF and as OpenDocument text. */
#include "amp-export-private.h"

#include "amp-odt-document.h"
#include "amp-pdf-document.h"
#include "amp-report-document.h"

gboolean
amp_export_write_pdf (const AmpReport *report, AmpExportRun *run, GError **error)
{
  g_autoptr (AmpDocument) document = amp_report_document_new (report);

  return amp_export_run_write (run, "report.pdf", amp_pdf_document_write (document, amp_export_run_get_cancellable (run), error), error);
}

gboolean
amp_export_write_odt (const AmpReport *report, AmpExportRun *run, GError **error)
{
  g_autoptr (AmpDocument) document = amp_report_document_new (report);

  return amp_export_run_write (run, "report.odt", amp_odt_document_write (document, amp_export_run_get_cancellable (run), error), error);
}
