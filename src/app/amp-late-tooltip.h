/* Tooltips that cost nothing until the pointer rests on them. GTK asks the display
 * server where the pointer is whenever a tooltip's text changes, which in a table of
 * some thousand cells keeps the window from answering for a quarter of a second. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * amp_late_tooltip_set:
 * @widget: a widget that has no tooltip of another kind
 * @text: (nullable): what its tooltip says, from the next time it is shown
 */
void amp_late_tooltip_set (GtkWidget *widget, const char *text);

G_END_DECLS
