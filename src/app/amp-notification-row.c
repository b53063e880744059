/* AmpNotificationRow: see the header. The kind of the field decides which of the
 * template's three places takes the answer. */
#include "amp-notification-row.h"

#include <glib/gi18n-lib.h>

#include "amp-export-language.h"

struct _AmpNotificationRow
{
  AdwPreferencesRow parent_instance;

  /* Template */
  GtkLabel    *title_label;
  GtkLabel    *hint_label;
  GtkLabel    *computed_label;
  GtkEntry    *entry;
  GtkWidget   *text_frame;
  GtkTextView *text;
  GtkDropDown *choice;

  /* Borrowed */
  const AmpNotificationField *field;

  gboolean is_setting;
};

enum
{
  ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmpNotificationRow, amp_notification_row, ADW_TYPE_PREFERENCES_ROW)

static void
on_changed (AmpNotificationRow *self)
{
  if (!self->is_setting)
    g_signal_emit (self, signals[ANSWERED], 0);
}

static GtkWidget *
get_control (AmpNotificationRow *self)
{
  switch (self->field->kind)
    {
    case AMP_NOTIFICATION_TEXT:
      return GTK_WIDGET (self->text);
    case AMP_NOTIFICATION_CHOICE:
      return GTK_WIDGET (self->choice);
    case AMP_NOTIFICATION_LINE:
    case AMP_NOTIFICATION_TIME:
    case AMP_NOTIFICATION_NUMBER:
      return GTK_WIDGET (self->entry);
    default:
      return NULL;
    }
}

/* The first choice is not to answer. */
static void
fill_choices (AmpNotificationRow *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint                        language = amp_export_language_is_french () ? 1 : 0;
  const AmpNotificationChoice *choice;

  gtk_string_list_append (labels, "–");
  for (guint i = 0; (choice = amp_notification_form_get_choice (self->field, i)) != NULL; i++)
    gtk_string_list_append (labels, choice->labels[language]);
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (labels));
}

static const char *
get_hint (const AmpNotificationField *field)
{
  return field->kind == AMP_NOTIFICATION_TIME ? _ ("Day and time, as 2026-11-28 09:30") : NULL;
}

static void
set_up (AmpNotificationRow *self, const AmpNotificationField *field)
{
  const char *label = field->labels[amp_export_language_is_french () ? 1 : 0];
  GtkWidget  *control;
  /* translators: an article of the GDPR */
  g_autofree char *article = field->article[0] != '\0' ? g_strdup_printf (_ ("GDPR, art. %s"), field->article) : NULL;
  g_autofree char *unbroken = article != NULL ? amp_notification_form_dup_unbroken (article) : NULL;
  g_autofree char *hint = g_strjoin (" · ", unbroken != NULL ? unbroken : get_hint (field), unbroken != NULL ? get_hint (field) : NULL, NULL);

  self->field = field;
  control = get_control (self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), label);
  gtk_label_set_label (self->title_label, label);
  gtk_label_set_label (self->hint_label, hint);
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), hint[0] != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->entry), control == GTK_WIDGET (self->entry));
  gtk_widget_set_visible (self->text_frame, control == GTK_WIDGET (self->text));
  gtk_widget_set_visible (GTK_WIDGET (self->choice), control == GTK_WIDGET (self->choice));
  if (control != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (field->kind == AMP_NOTIFICATION_CHOICE)
    fill_choices (self);
}

static void
amp_notification_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AMP_TYPE_NOTIFICATION_ROW);
  G_OBJECT_CLASS (amp_notification_row_parent_class)->dispose (object);
}

static void
amp_notification_row_class_init (AmpNotificationRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amp_notification_row_dispose;
  signals[ANSWERED] = g_signal_new ("answered", AMP_TYPE_NOTIFICATION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-notification-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpNotificationRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, AmpNotificationRow, hint_label);
  gtk_widget_class_bind_template_child (widget_class, AmpNotificationRow, computed_label);
  gtk_widget_class_bind_template_child (widget_class, AmpNotificationRow, entry);
  gtk_widget_class_bind_template_child (widget_class, AmpNotificationRow, text_frame);
  gtk_widget_class_bind_template_child (widget_class, AmpNotificationRow, text);
  gtk_widget_class_bind_template_child (widget_class, AmpNotificationRow, choice);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
amp_notification_row_init (AmpNotificationRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}

AmpNotificationRow *
amp_notification_row_new (const AmpNotificationField *field)
{
  AmpNotificationRow *self;

  g_return_val_if_fail (field != NULL && field->kind != AMP_NOTIFICATION_SECTION, NULL);

  self = g_object_new (AMP_TYPE_NOTIFICATION_ROW, NULL);
  set_up (self, field);
  return self;
}

const AmpNotificationField *
amp_notification_row_get_field (AmpNotificationRow *self)
{
  g_return_val_if_fail (AMP_IS_NOTIFICATION_ROW (self), NULL);

  return self->field;
}

static char *
dup_text (AmpNotificationRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter    start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

char *
amp_notification_row_dup_answer (AmpNotificationRow *self)
{
  GtkWidget *control;
  guint      selected;

  g_return_val_if_fail (AMP_IS_NOTIFICATION_ROW (self), NULL);

  control = get_control (self);
  if (control == GTK_WIDGET (self->text))
    return dup_text (self);
  if (control == GTK_WIDGET (self->entry))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  selected = control != NULL ? gtk_drop_down_get_selected (self->choice) : 0;
  return g_strdup (selected > 0 && selected != GTK_INVALID_LIST_POSITION ? amp_notification_form_get_choice (self->field, selected - 1)->code : "");
}

static void
select_choice (AmpNotificationRow *self, const char *code)
{
  const AmpNotificationChoice *choice;

  gtk_drop_down_set_selected (self->choice, 0);
  for (guint i = 0; (choice = amp_notification_form_get_choice (self->field, i)) != NULL; i++)
    if (g_str_equal (choice->code, code))
      gtk_drop_down_set_selected (self->choice, i + 1);
}

/* As people write a time: the seconds and the offset are left out where they
 * tell nothing else. */
static char *
dup_editable (const AmpNotificationField *field, const char *answer)
{
  g_autoptr (GDateTime) time = field->kind == AMP_NOTIFICATION_TIME ? g_date_time_new_from_iso8601 (answer, NULL) : NULL;
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M") : g_strdup (answer);
}

void
amp_notification_row_set_answer (AmpNotificationRow *self, const char *answer)
{
  GtkWidget       *control;
  g_autofree char *text = NULL;

  g_return_if_fail (AMP_IS_NOTIFICATION_ROW (self));

  text = dup_editable (self->field, answer != NULL ? answer : "");
  control = get_control (self);
  self->is_setting = TRUE;
  if (control == GTK_WIDGET (self->text))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
  else if (control == GTK_WIDGET (self->entry))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  else if (control != NULL)
    select_choice (self, text);
  self->is_setting = FALSE;
}

void
amp_notification_row_set_computed (AmpNotificationRow *self, const char *text)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (AMP_IS_NOTIFICATION_ROW (self));

  /* translators: what the case answers in a field of the notification */
  shown = text != NULL ? g_strdup_printf (_ ("From the case: %s"), text) : NULL;
  gtk_label_set_label (self->computed_label, shown != NULL ? shown : "");
  gtk_widget_set_visible (GTK_WIDGET (self->computed_label), shown != NULL);
}

void
amp_notification_row_set_fault (AmpNotificationRow *self, gboolean is_wrong)
{
  g_return_if_fail (AMP_IS_NOTIFICATION_ROW (self));

  if (is_wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID, is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}
