/* AmpAdjustDialog: see the header. */
#include "amp-adjust-dialog.h"
#include "amp-dialog-width.h"

#include <glib/gi18n-lib.h>

struct _AmpAdjustDialog
{
  AdwWindow parent_instance;

  /* Template */
  AdwPreferencesGroup *group;
  AdwComboRow         *value_row;
  GtkEditable         *analyst_row;
  GtkEditable         *reason_row;
  GtkWidget           *save_button;
  GtkWidget           *reset_button;

  AmpSeverityPart part;
};

enum
{
  ADJUSTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmpAdjustDialog, amp_adjust_dialog, ADW_TYPE_WINDOW)

static gboolean
is_told (GtkEditable *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  return text[0] != '\0';
}

static void
update_buttons (AmpAdjustDialog *self)
{
  gtk_widget_set_sensitive (self->save_button, is_told (self->analyst_row) && is_told (self->reason_row));
}

static void
on_save (AmpAdjustDialog *self)
{
  const AmpSeverityAdjustment adjustment = {
    .part = self->part,
    .value = amp_severity_part_get_value (self->part, adw_combo_row_get_selected (self->value_row)),
    .analyst = (char *) gtk_editable_get_text (self->analyst_row),
    .reason = (char *) gtk_editable_get_text (self->reason_row),
  };

  if (!is_told (self->analyst_row) || !is_told (self->reason_row))
    return;
  g_signal_emit (self, signals[ADJUSTED], 0, &adjustment);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_reset (AmpAdjustDialog *self)
{
  g_signal_emit (self, signals[ADJUSTED], 0, NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
amp_adjust_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AMP_TYPE_ADJUST_DIALOG);
  G_OBJECT_CLASS (amp_adjust_dialog_parent_class)->dispose (object);
}

static void
amp_adjust_dialog_class_init (AmpAdjustDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amp_adjust_dialog_dispose;
  signals[ADJUSTED] = g_signal_new ("adjusted", AMP_TYPE_ADJUST_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-adjust-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpAdjustDialog, group);
  gtk_widget_class_bind_template_child (widget_class, AmpAdjustDialog, value_row);
  gtk_widget_class_bind_template_child (widget_class, AmpAdjustDialog, analyst_row);
  gtk_widget_class_bind_template_child (widget_class, AmpAdjustDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, AmpAdjustDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, AmpAdjustDialog, reset_button);
  gtk_widget_class_bind_template_callback (widget_class, update_buttons);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_reset);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
amp_adjust_dialog_init (AmpAdjustDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* "0.75 – significant". */
static GtkStringList *
create_values (AmpSeverityPart part)
{
  GtkStringList *values = gtk_string_list_new (NULL);

  for (guint i = 0; i < amp_severity_part_get_n_values (part); i++)
    gtk_string_list_take (values, g_strdup_printf ("%g – %s", amp_severity_part_get_value (part, i), amp_severity_part_get_value_label (part, i)));
  return values;
}

static void
select_value (AmpAdjustDialog *self, double value)
{
  for (guint i = 0; i < amp_severity_part_get_n_values (self->part); i++)
    if (amp_severity_part_get_value (self->part, i) == value)
      adw_combo_row_set_selected (self->value_row, i);
}

AmpAdjustDialog *
amp_adjust_dialog_new (GtkWindow *parent, AmpSeverityPart part, const AmpSeverity *severity, const AmpSeverityAdjustment *present, const char *analyst)
{
  AmpAdjustDialog *self;
  g_autoptr (GtkStringList) values = NULL;
  g_autofree char *computed = NULL;

  g_return_val_if_fail (part < AMP_N_SEVERITY_PARTS && severity != NULL, NULL);

  self = g_object_new (AMP_TYPE_ADJUST_DIALOG, "transient-for", parent, NULL);
  amp_dialog_width_fit (GTK_WINDOW (self));
  self->part = part;
  values = create_values (part);
  adw_combo_row_set_model (self->value_row, G_LIST_MODEL (values));
  select_value (self, severity->parts[part]);
  /* translators: the value that the method computes for a part of the score */
  computed = g_strdup_printf (_ ("Computed: %g"), MAX (severity->computed_parts[part], 0));
  adw_preferences_group_set_title (self->group, amp_severity_part_get_label (part));
  adw_preferences_group_set_description (self->group, computed);
  gtk_editable_set_text (self->analyst_row, present != NULL ? present->analyst : analyst != NULL ? analyst
                                                                                                 : "");
  gtk_editable_set_text (self->reason_row, present != NULL ? present->reason : "");
  gtk_widget_set_visible (self->reset_button, present != NULL);
  update_buttons (self);
  return self;
}

AmpSeverityPart
amp_adjust_dialog_get_part (AmpAdjustDialog *self)
{
  g_return_val_if_fail (AMP_IS_ADJUST_DIALOG (self), AMP_SEVERITY_PART_DPC);

  return self->part;
}
