/* A menu button with a label of its own: see the header. */
#define G_LOG_DOMAIN "amp-field-type-button"

#include "amp-field-type-button.h"

#include <glib/gi18n-lib.h>

#include "amp-field-text.h"
#include "amp-field-type-popover.h"
#include "amp-late-tooltip.h"

#define FIELD_KEY "amp-field"

static void
open_popover (GtkMenuButton *button, gpointer data)
{
  AmpField *field = g_object_get_data (G_OBJECT (button), FIELD_KEY);

  if (field != NULL)
    gtk_menu_button_set_popover (button, amp_field_type_popover_new (field));
}

GtkWidget *
amp_field_type_button_new (int width_chars)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  /* A label of one's own, since the button's stands in the middle and asks for
   * the width of the longest type. */
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), width_chars);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 22);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), label);
  /* The button centres what it holds; a column of types reads from the left. */
  gtk_widget_set_halign (gtk_widget_get_parent (label), GTK_ALIGN_FILL);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), open_popover, NULL, NULL);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "field-type");
  return button;
}

void
amp_field_type_button_show (GtkWidget *button, AmpField *field)
{
  g_autofree char *type = amp_field_text_dup_type (field);
  g_autofree char *header = amp_field_text_dup_header (field);
  /* Translators: a header and its field type */
  g_autofree char *name = g_strdup_printf (_ ("Type of %s: %s"), header, type);

  g_object_set_data_full (G_OBJECT (button), FIELD_KEY, g_object_ref (field), g_object_unref);
  gtk_label_set_text (GTK_LABEL (gtk_menu_button_get_child (GTK_MENU_BUTTON (button))), type);
  amp_late_tooltip_set (button, type);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (amp_field_text_needs_check (field))
    gtk_widget_add_css_class (button, "to-check");
  else
    gtk_widget_remove_css_class (button, "to-check");
}

void
amp_field_type_button_forget (GtkWidget *button)
{
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), NULL);
  g_object_set_data (G_OBJECT (button), FIELD_KEY, NULL);
}
