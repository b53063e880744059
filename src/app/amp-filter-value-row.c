/* AmpFilterValueRow: one value that can be filtered on.
 *
 * Invariant: at most one of its two buttons is pressed; "wanted" is sent for
 * what the analyst does and never for what is set. */
#include "amp-filter-value-row.h"

#include <glib/gi18n-lib.h>

#include "amp-figure-text.h"

struct _AmpFilterValueRow
{
  AdwActionRow parent_instance;

  /* Template */
  GtkCheckButton  *with_check;
  GtkLabel        *count_label;
  GtkToggleButton *without_toggle;

  /* Owned */
  char *code;

  AmpKey   key;
  gboolean is_being_set;
};

enum
{
  WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmpFilterValueRow, amp_filter_value_row, ADW_TYPE_ACTION_ROW)

static void
want (AmpFilterValueRow *self, AmpValueState state)
{
  if (!self->is_being_set)
    g_signal_emit (self, signals[WANTED], 0, (guint) state);
}

static void
on_with_toggled (AmpFilterValueRow *self)
{
  want (self, gtk_check_button_get_active (self->with_check) ? AMP_VALUE_WITH : AMP_VALUE_FREE);
}

static void
on_without_toggled (AmpFilterValueRow *self)
{
  want (self, gtk_toggle_button_get_active (self->without_toggle) ? AMP_VALUE_WITHOUT : AMP_VALUE_FREE);
}

static void
amp_filter_value_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AMP_TYPE_FILTER_VALUE_ROW);
  G_OBJECT_CLASS (amp_filter_value_row_parent_class)->dispose (object);
}

static void
amp_filter_value_row_finalize (GObject *object)
{
  g_free (AMP_FILTER_VALUE_ROW (object)->code);
  G_OBJECT_CLASS (amp_filter_value_row_parent_class)->finalize (object);
}

static void
amp_filter_value_row_class_init (AmpFilterValueRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amp_filter_value_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = amp_filter_value_row_finalize;
  signals[WANTED] = g_signal_new ("wanted", AMP_TYPE_FILTER_VALUE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-filter-value-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpFilterValueRow, with_check);
  gtk_widget_class_bind_template_child (widget_class, AmpFilterValueRow, count_label);
  gtk_widget_class_bind_template_child (widget_class, AmpFilterValueRow, without_toggle);
  gtk_widget_class_bind_template_callback (widget_class, on_with_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_without_toggled);
}

static void
amp_filter_value_row_init (AmpFilterValueRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
name_buttons (AmpFilterValueRow *self, const char *label)
{
  g_autofree char *without = NULL;

  if (amp_key_is_exclusive (self->key))
    /* translators: a button that excludes a value: a place, an age, a sex: "Except Rennes" */
    without = g_strdup_printf (_ ("Except %s"), label);
  else
    /* translators: a button that excludes a value, of data or a file: "Without Health" */
    without = g_strdup_printf (_ ("Without %s"), label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->without_toggle), without);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->without_toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, without, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->with_check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

GtkWidget *
amp_filter_value_row_new (AmpKey key, const char *code, const char *label)
{
  AmpFilterValueRow *self;

  g_return_val_if_fail (code != NULL && label != NULL, NULL);

  self = g_object_new (AMP_TYPE_FILTER_VALUE_ROW, NULL);
  /* Once the row knows that it is no markup: a source may be called anything. */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), label);
  self->key = key;
  self->code = g_strdup (code);
  name_buttons (self, label);
  return GTK_WIDGET (self);
}

AmpKey
amp_filter_value_row_get_key (AmpFilterValueRow *self)
{
  g_return_val_if_fail (AMP_IS_FILTER_VALUE_ROW (self), AMP_KEY_CATEGORY);
  return self->key;
}

const char *
amp_filter_value_row_get_code (AmpFilterValueRow *self)
{
  g_return_val_if_fail (AMP_IS_FILTER_VALUE_ROW (self), NULL);
  return self->code;
}

void
amp_filter_value_row_set (AmpFilterValueRow *self, AmpValueState state, gint64 persons)
{
  g_autofree char *count = amp_figure_text_count (persons);
  g_autofree char *description = NULL;

  g_return_if_fail (AMP_IS_FILTER_VALUE_ROW (self));

  /* translators: %s is a number */
  description = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s person", "%s persons", persons), count);
  self->is_being_set = TRUE;
  gtk_check_button_set_active (self->with_check, state == AMP_VALUE_WITH);
  gtk_toggle_button_set_active (self->without_toggle, state == AMP_VALUE_WITHOUT);
  self->is_being_set = FALSE;
  gtk_label_set_label (self->count_label, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->with_check), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}
