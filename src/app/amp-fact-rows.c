/* Rows that tell a figure and how it was counted: see the header. */
#include "amp-fact-rows.h"

#include "amp-figure-text.h"

GtkWidget *
amp_fact_row_new (const char *title, const char *note, const char *value)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "subtitle", note != NULL ? note : "", "subtitle-lines", 0, NULL);
  GtkWidget *label;

  if (value[0] == '\0')
    return row;
  label = gtk_label_new (value);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  /* Long values, as a hash, wrap rather than widen the page. */
  gtk_label_set_width_chars (GTK_LABEL (label), MIN (g_utf8_strlen (value, -1), 16));
  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  gtk_widget_add_css_class (label, "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, title, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

GtkWidget *
amp_fact_row_new_count (const char *title, const char *note, gint64 count)
{
  g_autofree char *text = amp_figure_text_count (count);

  return amp_fact_row_new (title, note, text);
}
