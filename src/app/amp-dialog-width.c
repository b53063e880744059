/* How wide a dialog opens. */
#include "amp-dialog-width.h"

void
amp_dialog_width_fit (GtkWindow *dialog)
{
  GtkWindow *parent;
  int        room, width, height;

  g_return_if_fail (GTK_IS_WINDOW (dialog));

  parent = gtk_window_get_transient_for (dialog);
  room = parent != NULL ? gtk_widget_get_width (GTK_WIDGET (parent)) : 0;
  gtk_window_get_default_size (dialog, &width, &height);
  if (room > 0 && width > room)
    gtk_window_set_default_size (dialog, room, height);
}
