/* Puts the form into sections. */
#include "amp-notification-document.h"

#include "amp-notification-answer.h"

#include <glib/gi18n-lib.h>

static void
add_head (AmpDocument *document, const AmpNotification *notification, const AmpReport *report)
{
  g_autofree char *deadline = amp_notification_dup_deadline (notification, report->is_french);

  amp_document_add_paragraph (document, AMP_STYLE_CAPTION, _ ("The fields of article 33(3) and (5) and of article 34 of the GDPR, as the form of the French authority asks for them. What the analysis of the leaked file answers is filled in; what nobody has answered yet is open."));
  if (deadline != NULL)
    {
      /* translators: a day and an hour */
      g_autofree char *line = g_strdup_printf (_ ("To be notified by %s."), deadline);

      amp_document_add_paragraph (document, AMP_STYLE_WARNING, line);
    }
  if (report->min_cell <= 0)
    amp_document_add_paragraph (document, AMP_STYLE_WARNING, report->masking);
}

/* "Number of people (art. 33(3)(a))". */
static char *
dup_label (const AmpNotificationField *field, gboolean is_french)
{
  const char      *label = field->labels[is_french ? 1 : 0];
  g_autofree char *with_article = NULL;

  if (field->article[0] == '\0')
    return g_strdup (label);
  /* translators: a field of the form, and the article of the GDPR that asks for it */
  with_article = g_strdup_printf (_ ("%s (art. %s)"), label, field->article);
  return amp_notification_form_dup_unbroken (with_article);
}

static char *
dup_shown (const AmpReport *report, const AmpNotificationField *field, const char *answer)
{
  g_autofree char *shown = amp_notification_dup_shown (report, field, answer);

  return field->kind == AMP_NOTIFICATION_CHOICE ? amp_notification_form_dup_unbroken (shown) : g_steal_pointer (&shown);
}

/* The analyst's word stands first; what the case answers otherwise, beside it. */
static char *
dup_text (const AmpNotification *notification, const AmpReport *report, const AmpNotificationField *field)
{
  const char      *answer = amp_notification_get (notification, field->code);
  g_autofree char *computed = amp_notification_answer (report, field);
  g_autofree char *shown = NULL;
  g_autofree char *shown_computed = NULL;

  if (answer == NULL && computed == NULL)
    return g_str_equal (field->code, "deadline_hours") ? g_strdup_printf ("%d", AMP_NOTIFICATION_HOURS) : g_strdup (_ ("open"));
  if (answer == NULL)
    return dup_shown (report, field, computed);
  shown = dup_shown (report, field, answer);
  if (computed == NULL || g_str_equal (computed, answer))
    return g_steal_pointer (&shown);
  shown_computed = dup_shown (report, field, computed);
  /* translators: what the analyst answers, and what the case says */
  return g_strdup_printf (_ ("%s\n(from the case: %s)"), shown, shown_computed);
}

AmpDocument *
amp_notification_document_new (const AmpNotification *notification, const AmpReport *report)
{
  AmpDocument *document;

  g_return_val_if_fail (notification != NULL && report != NULL, NULL);

  document = amp_document_new (report->is_french, _ ("Notification of a personal data breach"));
  document->author = report->facts->mandate != NULL ? g_strdup (report->facts->mandate->analyst) : NULL;
  document->footer = g_strdup_printf (_ ("Made with Ampleur %s."), AMP_VERSION);
  add_head (document, notification, report);
  for (guint i = 0; i < amp_notification_form_get_n_fields (); i++)
    {
      const AmpNotificationField *field = amp_notification_form_get_field (i);
      g_autofree char            *label = dup_label (field, report->is_french);
      g_autofree char            *text = NULL;

      if (field->kind == AMP_NOTIFICATION_SECTION)
        {
          amp_document_add_heading (document, 2, AMP_STYLE_PLAIN, field->code, label);
          amp_document_begin_terms (document, AMP_STYLE_PLAIN);
          continue;
        }
      text = dup_text (notification, report, field);
      amp_document_add_term (document, label, text);
    }
  return document;
}
