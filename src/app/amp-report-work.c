/* Makes reports off the main thread. */
#include "amp-report-work.h"

#include "amp-export-language.h"
#include "amp-notification-answer.h"
#include "amp-notification-document.h"
#include "amp-report-document.h"

typedef struct
{
  char             *path;
  AmpSelection     *selection;
  AmpReportWorkKind kind;
  gint64            min_cell;
  char             *language;
} Input;

void
amp_report_work_free (AmpReportWork *work)
{
  if (work == NULL)
    return;
  g_clear_pointer (&work->document, amp_document_free);
  g_clear_pointer (&work->answers, g_ptr_array_unref);
  g_clear_pointer (&work->report, amp_report_free);
  g_free (work);
}

AmpReportWork *
amp_report_work_steal (AmpReportWork *result)
{
  AmpReportWork *work = g_new0 (AmpReportWork, 1);

  g_return_val_if_fail (result != NULL, work);

  work->report = g_steal_pointer (&result->report);
  work->document = g_steal_pointer (&result->document);
  work->answers = g_steal_pointer (&result->answers);
  return work;
}

/* Answers are shown on the screen, in its language. */
static void
read_preferences (Input *input)
{
  g_autoptr (GSettings) settings = g_settings_new (AMP_APPLICATION_ID);
  g_autofree char *language = g_settings_get_string (settings, "report-language");

  input->min_cell = g_settings_get_int (settings, "small-cell-threshold");
  if (language[0] != '\0' && input->kind != AMP_REPORT_WORK_ANSWERS)
    input->language = g_steal_pointer (&language);
}

gpointer
amp_report_work_input_new (AmpCase *opened, AmpFilter *filter, AmpReportWorkKind kind)
{
  Input *input;

  g_return_val_if_fail (AMP_IS_CASE (opened), NULL);

  input = g_new0 (Input, 1);
  input->path = g_strdup (amp_case_get_path (opened));
  input->selection = amp_selection_copy (filter != NULL && kind == AMP_REPORT_WORK_REPORT ? amp_filter_get_selection (filter) : NULL);
  input->kind = kind;
  read_preferences (input);
  return input;
}

void
amp_report_work_input_free (gpointer data)
{
  Input *input = data;

  g_free (input->path);
  g_free (input->language);
  amp_selection_free (input->selection);
  g_free (input);
}

static GPtrArray *
list_answers (const AmpReport *report)
{
  GPtrArray *answers = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < amp_notification_form_get_n_fields (); i++)
    {
      const AmpNotificationField *field = amp_notification_form_get_field (i);
      g_autofree char            *answer = amp_notification_answer (report, field);

      g_ptr_array_add (answers, answer != NULL ? amp_notification_dup_shown (report, field, answer) : NULL);
    }
  return answers;
}

static gboolean
fill (AmpReportWork *work, AmpCase *opened, AmpReportWorkKind kind, GError **error)
{
  if (kind == AMP_REPORT_WORK_ANSWERS)
    work->answers = list_answers (work->report);
  else if (kind == AMP_REPORT_WORK_REPORT)
    work->document = amp_report_document_new (work->report);
  else
    {
      g_autoptr (AmpNotification) notification = amp_notification_load (opened, error);

      if (notification == NULL)
        return FALSE;
      work->document = amp_notification_document_new (notification, work->report);
    }
  return TRUE;
}

/* The same maps as in what is exported. */
static gboolean
use_outlines (AmpReportWork *work, AmpReportWorkKind kind, GError **error)
{
  g_autofree char *folder = amp_outline_set_get_folder ();

  return kind != AMP_REPORT_WORK_REPORT || amp_report_use_outlines (work->report, folder, error);
}

gpointer
amp_report_work_run (AmpJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  const Input *input = data;
  g_autoptr (AmpCase) opened = amp_case_open (input->path, cancellable, error);
  g_autoptr (AmpReportWork) work = g_new0 (AmpReportWork, 1);
  g_autoptr (AmpExportLanguage) language = NULL;

  if (opened == NULL)
    return NULL;
  language = amp_export_language_enter (input->language, error);
  if (language == NULL)
    return NULL;
  work->report = amp_report_new (opened, input->selection, input->min_cell, 0, cancellable, error);
  if (work->report == NULL || !use_outlines (work, input->kind, error) || !fill (work, opened, input->kind, error))
    return NULL;
  return g_steal_pointer (&work);
}
