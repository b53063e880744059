/* AmpAreaCard: name and figures of the area under the pointer, or of the one the
 * keyboard is at. */
#include "amp-area-card.h"

#include <glib/gi18n-lib.h>

#include "amp-figure-text.h"

struct _AmpAreaCard
{
  GtkWidget parent_instance;

  /* Template; disposing of it unparents those that are bound */
  GtkWidget *content;
  GtkLabel  *name_label;
  GtkLabel  *figures_label;
  GtkLabel  *note_label;
};

G_DEFINE_FINAL_TYPE (AmpAreaCard, amp_area_card, GTK_TYPE_WIDGET)

static void
amp_area_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AMP_TYPE_AREA_CARD);
  G_OBJECT_CLASS (amp_area_card_parent_class)->dispose (object);
}

static void
amp_area_card_class_init (AmpAreaCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amp_area_card_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-area-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpAreaCard, content);
  gtk_widget_class_bind_template_child (widget_class, AmpAreaCard, name_label);
  gtk_widget_class_bind_template_child (widget_class, AmpAreaCard, figures_label);
  gtk_widget_class_bind_template_child (widget_class, AmpAreaCard, note_label);
}

static void
amp_area_card_init (AmpAreaCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
amp_area_card_new (void)
{
  return g_object_new (AMP_TYPE_AREA_CARD, NULL);
}

static char *
format_figures (const AmpTableRow *row)
{
  g_autofree char *persons = amp_figure_text_count (row->persons);
  g_autofree char *sensitive = amp_figure_text_share (amp_table_row_get_sensitive_share (row));
  g_autofree char *rate = amp_figure_text_rate (amp_table_row_get_per_1000 (row));
  /* translators: %s is a number */
  g_autofree char *first = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s person", "%s persons", row->persons), persons);
  /* translators: the first %s is a rate, the second a percentage */
  g_autofree char *rest = g_strdup_printf (_ ("%s per 1,000 inhabitants\n%s with sensitive data"), rate, sensitive);

  return g_strconcat (first, "\n", rest, NULL);
}

void
amp_area_card_set_area (AmpAreaCard *self, const AmpTableRow *row)
{
  g_return_if_fail (AMP_IS_AREA_CARD (self));

  gtk_widget_set_visible (GTK_WIDGET (self), row != NULL);
  if (!row)
    return;
  g_autofree char *figures = format_figures (row);

  gtk_label_set_label (self->name_label, row->label);
  gtk_label_set_label (self->figures_label, figures);
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), row->is_approximate);
}

char *
amp_area_card_dup_text (AmpAreaCard *self)
{
  g_return_val_if_fail (AMP_IS_AREA_CARD (self), NULL);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return g_strdup ("");
  return g_strconcat (gtk_label_get_label (self->name_label), "\n", gtk_label_get_label (self->figures_label), NULL);
}
