/* How wide a dialog opens. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * amp_dialog_width_fit:
 * @dialog: a window over another one
 *
 * A dialog opens no wider than the window that it is of: a phone shows all of both.
 */
void amp_dialog_width_fit (GtkWindow *dialog);

G_END_DECLS
