/* What is on the screen, as whoever tests a page looks for it: by type, by label,
 * by tool tip; pressed as by a person, and waited for.
 *
 * Finds mapped widgets only, in the order of the tree. Knows no case and no page. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * wait_until:
 *
 * Runs the main loop until @is_so says so of @data, or far too long.
 *
 * Returns: whether it is so in the end
 */
gboolean wait_until (gboolean (*is_so) (gpointer data), gpointer data);

/* For wait_until(): the widget has its place. */
gboolean is_laid_out (gpointer widget);

/* Runs what is due in the main loop: all of it, or for so long. */
void settle (void);
void spin (guint milliseconds);

void  collect (GtkWidget *widget, GType type, GPtrArray *found);
guint count (GtkWidget *widget, GType type);

/**
 * find_nth:
 * @n: from 0
 *
 * Returns: (nullable): itself or the descendant of that type
 */
GtkWidget *find_nth (GtkWidget *widget, GType type, guint n);

/* A label by all of its text, or by a part of it. */
GtkWidget *find_label (GtkWidget *widget, const char *text);
GtkWidget *find_text (GtkWidget *widget, const char *part);
gboolean   says (GtkWidget *widget, const char *part);

/* The tool tip is also the accessible name of what has one. */
GtkWidget *find_tooltip (GtkWidget *widget, const char *tooltip);
GtkWidget *find_tooltip_prefix (GtkWidget *widget, const char *prefix);

/* A button by its label, with its underscore. */
GtkWidget *find_labelled (GtkWidget *widget, const char *label);

/* A row of a list by its title. */
GtkWidget *find_row (GtkWidget *widget, const char *title);

/**
 * find_toplevel:
 *
 * Returns: (nullable) (transfer none): the first window of that type
 */
GtkWindow *find_toplevel (GType type);

/* How large text is, as people set it: 1 as usual, 2 twice. */
void set_text_scale (double scale);

/* As by the keyboard; a button acts a moment later, which is waited for. */
void click (GtkWidget *widget);

G_END_DECLS
