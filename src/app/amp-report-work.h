/* The report of an opened case, made in the background for the window: what the
 * notification says, or pages to look at and to print.
 *
 * The worker opens the case anew: an #AmpCase serves one thread. */
#pragma once

#include "amp-document.h"
#include "amp-filter.h"
#include "amp-job.h"
#include "amp-report.h"

G_BEGIN_DECLS

/**
 * AmpReportWorkKind:
 * @AMP_REPORT_WORK_ANSWERS: what the case answers in the notification
 * @AMP_REPORT_WORK_REPORT: the report as a document
 * @AMP_REPORT_WORK_NOTIFICATION: the notification as a document
 */
typedef enum
{
  AMP_REPORT_WORK_ANSWERS,
  AMP_REPORT_WORK_REPORT,
  AMP_REPORT_WORK_NOTIFICATION,
} AmpReportWorkKind;

/**
 * AmpReportWork:
 * @report: the report; the document borrows from it
 * @document: (nullable): what was asked for; %NULL for answers
 * @answers: (element-type utf8): for each field of the form what the case
 *   answers, for people; %NULL where it does not
 *
 * What comes of it.
 */
typedef struct
{
  AmpReport   *report;
  AmpDocument *document;
  GPtrArray   *answers;
} AmpReportWork;

void amp_report_work_free (AmpReportWork *work);

/**
 * amp_report_work_steal:
 * @result: what a job made, which frees it
 *
 * Returns: (transfer full): the same, which stays
 */
AmpReportWork *amp_report_work_steal (AmpReportWork *result);

/**
 * amp_report_work_input_new:
 * @opened: the case
 * @filter: (nullable): what is selected; the notification is always about the
 *   whole case
 * @kind: what to make
 *
 * Returns: (transfer full): the input of amp_report_work_run()
 */
gpointer amp_report_work_input_new (AmpCase *opened, AmpFilter *filter, AmpReportWorkKind kind);

void amp_report_work_input_free (gpointer input);

/**
 * amp_report_work_run:
 *
 * An #AmpJobWork whose result is an #AmpReportWork.
 */
gpointer amp_report_work_run (AmpJob *job, gpointer input, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpReportWork, amp_report_work_free)

G_END_DECLS
