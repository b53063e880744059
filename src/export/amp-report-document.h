/* The report as a document: which section says what, in which order. */
#pragma once

#include "amp-document.h"
#include "amp-report.h"

G_BEGIN_DECLS

/**
 * amp_report_document_new:
 * @report: what is told; must outlive the document, whose pictures borrow from it
 *
 * To be called in the thread and the language in which the report was made.
 *
 * Returns: (transfer full): the report in reading order
 */
AmpDocument *amp_report_document_new (const AmpReport *report);

G_END_DECLS
