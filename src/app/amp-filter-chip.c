/* AmpFilterChip: one term of the filter: "Commune: Rennes", and a cross.
 *
 * A button as a whole: a click, Enter, Space or Delete takes the term away. */
#include "amp-filter-chip.h"

#include <glib/gi18n-lib.h>

struct _AmpFilterChip
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget *button;
  GtkLabel  *key_label;
  GtkLabel  *value_label;

  /* Owned */
  char *code;

  AmpKey key;
};

enum
{
  REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmpFilterChip, amp_filter_chip, GTK_TYPE_WIDGET)

static void
on_clicked (AmpFilterChip *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static gboolean
on_delete (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  g_signal_emit (widget, signals[REMOVED], 0);
  return TRUE;
}

static void
amp_filter_chip_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AMP_TYPE_FILTER_CHIP);
  G_OBJECT_CLASS (amp_filter_chip_parent_class)->dispose (object);
}

static void
amp_filter_chip_finalize (GObject *object)
{
  g_free (AMP_FILTER_CHIP (object)->code);
  G_OBJECT_CLASS (amp_filter_chip_parent_class)->finalize (object);
}

static void
amp_filter_chip_class_init (AmpFilterChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amp_filter_chip_dispose;
  G_OBJECT_CLASS (klass)->finalize = amp_filter_chip_finalize;
  signals[REMOVED] = g_signal_new ("removed", AMP_TYPE_FILTER_CHIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-filter-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpFilterChip, button);
  gtk_widget_class_bind_template_child (widget_class, AmpFilterChip, key_label);
  gtk_widget_class_bind_template_child (widget_class, AmpFilterChip, value_label);
  gtk_widget_class_bind_template_callback (widget_class, on_clicked);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, on_delete, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_BackSpace, 0, on_delete, NULL);
}

static void
amp_filter_chip_init (AmpFilterChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
amp_filter_chip_new (AmpKey key, const char *code, const char *label)
{
  g_return_val_if_fail (code != NULL && label != NULL, NULL);

  AmpFilterChip *self = g_object_new (AMP_TYPE_FILTER_CHIP, NULL);
  /* translators: the name of a filter's button; the first %s is a property
   * ("Commune"), the second its value ("Rennes") */
  g_autofree char *name = g_strdup_printf (_ ("Remove filter %s: %s"), amp_key_get_label (key), label);
  /* translators: a property before its value, as in "Commune: Rennes" */
  g_autofree char *key_text = g_strdup_printf (_ ("%s:"), amp_key_get_label (key));

  self->key = key;
  self->code = g_strdup (code);
  gtk_label_set_label (self->key_label, key_text);
  gtk_label_set_label (self->value_label, label);
  gtk_widget_set_tooltip_text (self->button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

AmpKey
amp_filter_chip_get_key (AmpFilterChip *self)
{
  g_return_val_if_fail (AMP_IS_FILTER_CHIP (self), AMP_KEY_CATEGORY);
  return self->key;
}

const char *
amp_filter_chip_get_code (AmpFilterChip *self)
{
  g_return_val_if_fail (AMP_IS_FILTER_CHIP (self), NULL);
  return self->code;
}
