/* A toast that offers to take back what was just done.
 *
 * Knows how to ask, not what is taken back. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AmpUndo:
 * @owner: who did it
 * @data: what is needed to take it back
 */
typedef void (*AmpUndo) (gpointer owner, gpointer data);

/**
 * amp_undo_toast_show:
 * @near: the widget where it was done; in a window with toasts
 * @title: what was done, any text
 * @owner: (type GObject): held weakly
 * @undo: takes it back
 * @data: (transfer full) (nullable): for @undo
 * @free_data: (nullable): frees @data
 *
 * Where the window shows no toasts, nothing is shown.
 */
void amp_undo_toast_show (GtkWidget *near, const char *title, gpointer owner, AmpUndo undo, gpointer data, GDestroyNotify free_data);

G_END_DECLS
