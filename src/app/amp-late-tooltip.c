/* Keeps a tooltip's text beside its widget; see the header. */
#include "amp-late-tooltip.h"

#define TEXT_KEY "amp-late-tooltip"

static gboolean
on_query (GtkWidget *widget, int x, int y, gboolean keyboard_mode, GtkTooltip *tooltip)
{
  const char *text = g_object_get_data (G_OBJECT (widget), TEXT_KEY);

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

void
amp_late_tooltip_set (GtkWidget *widget, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_object_set_data_full (G_OBJECT (widget), TEXT_KEY, g_strdup (text), g_free);
  if (gtk_widget_get_has_tooltip (widget))
    return;
  g_signal_connect (widget, "query-tooltip", G_CALLBACK (on_query), NULL);
  gtk_widget_set_has_tooltip (widget, TRUE);
}
