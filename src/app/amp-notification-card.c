/* AmpNotificationCard: see the header.
 *
 * Invariant: what was typed is written when the analyst pauses, leaves the page
 * or closes the case; one job writes at a time. The worker opens the case anew:
 * an opened case serves one thread. */
#define G_LOG_DOMAIN "amp-notification-card"

#include "amp-notification-card.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "amp-export-language.h"
#include "amp-notification-row.h"
#include "amp-notification.h"
#include "amp-report-work.h"

/* Milliseconds without a key before the answers are written. */
#define PAUSE 1200

/* Seconds after which the clock shows another minute. */
#define CLOCK_STEP 20

struct _AmpNotificationCard
{
  AmpCaseView parent_instance;

  /* Template */
  GtkBox   *content;
  GtkLabel *clock_label;
  GtkLabel *deadline_label;
  GtkLabel *state_label;

  /* Owned */
  GPtrArray       *rows; /* of AmpNotificationRow, borrowed from the box */
  AmpNotification *notification;
  AmpJob          *answers_job;

  guint    save_source;
  guint    clock_source;
  gboolean is_loaded;
};

G_DEFINE_FINAL_TYPE (AmpNotificationCard, amp_notification_card, AMP_TYPE_CASE_VIEW)

static void
show_state (AmpNotificationCard *self, const char *text)
{
  gtk_label_set_label (self->state_label, text);
}

static gboolean
show_clock (gpointer data)
{
  AmpNotificationCard *self = data;
  AmpNotificationClock clock;
  g_autofree char     *text = NULL;
  g_autofree char     *deadline = NULL;

  if (self->notification == NULL)
    return G_SOURCE_CONTINUE;
  clock = amp_notification_get_clock (self->notification, g_get_real_time () / G_USEC_PER_SEC);
  text = amp_notification_clock_dup_text (&clock);
  deadline = amp_notification_dup_deadline (self->notification, amp_export_language_is_french ());
  gtk_label_set_label (self->clock_label, text);
  gtk_label_set_label (self->deadline_label, deadline != NULL ? deadline : "");
  gtk_widget_set_visible (GTK_WIDGET (self->deadline_label), deadline != NULL);
  if (clock.is_running && (clock.left < 0 || clock.is_ahead))
    gtk_widget_add_css_class (GTK_WIDGET (self->clock_label), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->clock_label), "error");
  return G_SOURCE_CONTINUE;
}

typedef struct
{
  char            *path;
  AmpNotification *notification;
} SaveInput;

static void
save_input_free (gpointer data)
{
  SaveInput *input = data;

  g_free (input->path);
  amp_notification_free (input->notification);
  g_free (input);
}

static gpointer
save_in_worker (AmpJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  const SaveInput *input = data;
  g_autoptr (AmpCase) opened = amp_case_open (input->path, NULL, error);

  return opened != NULL && amp_notification_save (input->notification, opened, error) ? GINT_TO_POINTER (TRUE) : NULL;
}

static void
on_saved (gpointer owner, gpointer result, const GError *error)
{
  AmpNotificationCard *self = owner;
  /* translators: the reason why the answers could not be written */
  g_autofree char *failure = result == NULL ? g_strdup_printf (_ ("Not saved: %s"), error->message) : NULL;

  if (self->state_label != NULL)
    show_state (self, failure != NULL ? failure : _ ("Saved in the case"));
}

static const AmpJobKind save_job = {
  .work = save_in_worker,
  .done = on_saved,
  .free_input = save_input_free,
};

static AmpNotification *
copy_answers (const AmpNotification *from)
{
  AmpNotification *copy = amp_notification_new ();

  for (guint i = 0; i < amp_notification_form_get_n_fields (); i++)
    {
      const AmpNotificationField *field = amp_notification_form_get_field (i);
      const char                 *answer = amp_notification_get (from, field->code);

      if (answer != NULL)
        amp_notification_set (copy, field->code, answer, NULL);
    }
  return copy;
}

void
amp_notification_card_save (AmpNotificationCard *self)
{
  SaveInput *input;
  AmpCase   *opened;

  g_return_if_fail (AMP_IS_NOTIFICATION_CARD (self));

  opened = amp_case_view_get_case (AMP_CASE_VIEW (self));
  if (self->save_source == 0 || opened == NULL)
    return;
  g_clear_handle_id (&self->save_source, g_source_remove);
  input = g_new0 (SaveInput, 1);
  input->path = g_strdup (amp_case_get_path (opened));
  input->notification = copy_answers (self->notification);
  /* Jobs about the same case wait for each other: the last words are written last. */
  g_object_unref (amp_job_start (&save_job, input, self, opened));
}

static gboolean
on_pause (gpointer data)
{
  amp_notification_card_save (data);
  return G_SOURCE_REMOVE;
}

static void
on_answered (AmpNotificationRow *row, AmpNotificationCard *self)
{
  g_autofree char *answer = amp_notification_row_dup_answer (row);
  gboolean         is_taken;

  if (self->notification == NULL)
    return;
  is_taken = amp_notification_set (self->notification, amp_notification_row_get_field (row)->code, answer, NULL);
  amp_notification_row_set_fault (row, !is_taken);
  if (!is_taken)
    return;
  show_state (self, _ ("Not saved yet"));
  if (self->save_source != 0)
    g_source_remove (self->save_source);
  self->save_source = g_timeout_add (PAUSE, on_pause, self);
  show_clock (self);
}

static void
show_answers (AmpNotificationCard *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      AmpNotificationRow *row = g_ptr_array_index (self->rows, i);

      amp_notification_row_set_answer (row, amp_notification_get (self->notification, amp_notification_row_get_field (row)->code));
    }
}

static void
on_computed (gpointer owner, gpointer result, const GError *error)
{
  AmpNotificationCard *self = owner;
  const AmpReportWork *work = result;
  guint                row = 0;

  g_clear_object (&self->answers_job);
  if (work == NULL)
    {
      show_state (self, error->message);
      return;
    }
  for (guint i = 0; i < amp_notification_form_get_n_fields (); i++)
    if (amp_notification_form_get_field (i)->kind != AMP_NOTIFICATION_SECTION)
      amp_notification_row_set_computed (g_ptr_array_index (self->rows, row++), g_ptr_array_index (work->answers, i));
}

static const AmpJobKind answers_job = {
  .work = amp_report_work_run,
  .done = on_computed,
  .free_input = amp_report_work_input_free,
  .free_result = (GDestroyNotify) amp_report_work_free,
};

void
amp_notification_card_update (AmpNotificationCard *self)
{
  AmpCase *opened;

  g_return_if_fail (AMP_IS_NOTIFICATION_CARD (self));

  opened = amp_case_view_get_case (AMP_CASE_VIEW (self));
  amp_job_clear (&self->answers_job);
  if (opened != NULL)
    self->answers_job = amp_job_start (&answers_job, amp_report_work_input_new (opened, NULL, AMP_REPORT_WORK_ANSWERS), self, NULL);
}

/* Where the preferences say otherwise than article 33, so does a new form. */
static void
propose_hours (AmpNotificationCard *self)
{
  g_autoptr (GSettings) settings = g_settings_new (AMP_APPLICATION_ID);
  int              hours = g_settings_get_int (settings, "notification-hours");
  g_autofree char *text = g_strdup_printf ("%d", hours);

  if (hours != AMP_NOTIFICATION_HOURS && amp_notification_get (self->notification, "deadline_hours") == NULL)
    amp_notification_set (self->notification, "deadline_hours", text, NULL);
}

/* The form is about the whole case: the filter changes nothing. */
static void
amp_notification_card_refresh (AmpCaseView *view)
{
  AmpNotificationCard *self = AMP_NOTIFICATION_CARD (view);
  g_autoptr (GError) error = NULL;

  if (self->is_loaded)
    return;
  self->notification = amp_notification_load (amp_case_view_get_case (view), &error);
  gtk_widget_set_sensitive (GTK_WIDGET (self->content), self->notification != NULL);
  if (self->notification == NULL)
    {
      show_state (self, error->message);
      return;
    }
  propose_hours (self);
  self->is_loaded = TRUE;
  show_state (self, "");
  show_answers (self);
  show_clock (self);
  amp_notification_card_update (self);
}

/* The case that is left still gets the last words: they are saved before the
 * property changes hands only if the page was unmapped, which it is. */
static void
amp_notification_card_case_changed (AmpCaseView *view)
{
  AmpNotificationCard *self = AMP_NOTIFICATION_CARD (view);

  g_clear_handle_id (&self->save_source, g_source_remove);
  amp_job_clear (&self->answers_job);
  g_clear_pointer (&self->notification, amp_notification_free);
  self->is_loaded = FALSE;
}

static void
amp_notification_card_unmap (GtkWidget *widget)
{
  amp_notification_card_save (AMP_NOTIFICATION_CARD (widget));
  GTK_WIDGET_CLASS (amp_notification_card_parent_class)->unmap (widget);
}

static void
add_rows (AmpNotificationCard *self)
{
  guint                language = amp_export_language_is_french () ? 1 : 0;
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < amp_notification_form_get_n_fields (); i++)
    {
      const AmpNotificationField *field = amp_notification_form_get_field (i);
      AmpNotificationRow         *row;

      if (field->kind == AMP_NOTIFICATION_SECTION)
        {
          group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", field->labels[language], NULL);
          gtk_box_append (self->content, GTK_WIDGET (group));
          continue;
        }
      row = amp_notification_row_new (field);
      g_signal_connect_object (row, "answered", G_CALLBACK (on_answered), self, 0);
      adw_preferences_group_add (group, GTK_WIDGET (row));
      g_ptr_array_add (self->rows, row);
    }
}

static void
amp_notification_card_dispose (GObject *object)
{
  AmpNotificationCard *self = AMP_NOTIFICATION_CARD (object);

  g_clear_handle_id (&self->save_source, g_source_remove);
  g_clear_handle_id (&self->clock_source, g_source_remove);
  amp_job_clear (&self->answers_job);
  g_clear_pointer (&self->notification, amp_notification_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), AMP_TYPE_NOTIFICATION_CARD);
  G_OBJECT_CLASS (amp_notification_card_parent_class)->dispose (object);
}

static void
amp_notification_card_class_init (AmpNotificationCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amp_notification_card_dispose;
  AMP_CASE_VIEW_CLASS (klass)->refresh = amp_notification_card_refresh;
  AMP_CASE_VIEW_CLASS (klass)->case_changed = amp_notification_card_case_changed;
  widget_class->unmap = amp_notification_card_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-notification-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpNotificationCard, content);
  gtk_widget_class_bind_template_child (widget_class, AmpNotificationCard, clock_label);
  gtk_widget_class_bind_template_child (widget_class, AmpNotificationCard, deadline_label);
  gtk_widget_class_bind_template_child (widget_class, AmpNotificationCard, state_label);
}

static void
amp_notification_card_init (AmpNotificationCard *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_rows (self);
  self->clock_source = g_timeout_add_seconds (CLOCK_STEP, show_clock, self);
}
