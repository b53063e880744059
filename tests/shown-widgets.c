/* What is on the screen, as whoever tests a page looks for it. */
#include "shown-widgets.h"

#include <adwaita.h>

/* A deadline rather than a delay: a page is ready when it is. */
#define DEADLINE (30 * G_USEC_PER_SEC)

typedef gboolean (*Fits) (GtkWidget *widget, const char *text);

gboolean
wait_until (gboolean (*is_so) (gpointer data), gpointer data)
{
  gint64 deadline = g_get_monotonic_time () + DEADLINE;

  while (!is_so (data) && g_get_monotonic_time () < deadline)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  return is_so (data);
}

gboolean
is_laid_out (gpointer widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 1;
}

void
settle (void)
{
  for (guint i = 0; i < 50; i++)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

void
spin (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + 1000 * (gint64) milliseconds;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_mapped (widget))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

guint
count (GtkWidget *widget, GType type)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (widget, type, found);
  return found->len;
}

GtkWidget *
find_nth (GtkWidget *widget, GType type, guint n)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (widget, type, found);
  return n < found->len ? g_ptr_array_index (found, n) : NULL;
}

static GtkWidget *
find_fitting (GtkWidget *widget, GType type, Fits fits, const char *text)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (widget, type, found);
  for (guint i = 0; i < found->len; i++)
    if (fits (g_ptr_array_index (found, i), text))
      return g_ptr_array_index (found, i);
  return NULL;
}

static gboolean
has_text (GtkWidget *label, const char *text)
{
  return g_str_equal (gtk_label_get_text (GTK_LABEL (label)), text);
}

static gboolean
has_part (GtkWidget *label, const char *part)
{
  return strstr (gtk_label_get_text (GTK_LABEL (label)), part) != NULL;
}

static gboolean
has_tooltip (GtkWidget *widget, const char *tooltip)
{
  return g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0;
}

static gboolean
has_tooltip_prefix (GtkWidget *widget, const char *prefix)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  return tooltip != NULL && g_str_has_prefix (tooltip, prefix);
}

static gboolean
is_labelled (GtkWidget *button, const char *label)
{
  return g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0;
}

static gboolean
is_titled (GtkWidget *row, const char *title)
{
  return g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) == 0;
}

GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  return find_fitting (widget, GTK_TYPE_LABEL, has_text, text);
}

GtkWidget *
find_text (GtkWidget *widget, const char *part)
{
  return find_fitting (widget, GTK_TYPE_LABEL, has_part, part);
}

gboolean
says (GtkWidget *widget, const char *part)
{
  return find_text (widget, part) != NULL;
}

GtkWidget *
find_tooltip (GtkWidget *widget, const char *tooltip)
{
  return find_fitting (widget, GTK_TYPE_WIDGET, has_tooltip, tooltip);
}

GtkWidget *
find_tooltip_prefix (GtkWidget *widget, const char *prefix)
{
  return find_fitting (widget, GTK_TYPE_WIDGET, has_tooltip_prefix, prefix);
}

GtkWidget *
find_labelled (GtkWidget *widget, const char *label)
{
  return find_fitting (widget, GTK_TYPE_BUTTON, is_labelled, label);
}

GtkWidget *
find_row (GtkWidget *widget, const char *title)
{
  return find_fitting (widget, ADW_TYPE_PREFERENCES_ROW, is_titled, title);
}

GtkWindow *
find_toplevel (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }
  return NULL;
}

void
set_text_scale (double scale)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (96 * 1024 * scale), NULL);
  settle ();
}

static void
note_click (GtkWidget *button, gboolean *is_clicked)
{
  *is_clicked = TRUE;
}

static gboolean
is_true (gpointer is_so)
{
  return *(gboolean *) is_so;
}

/* A button shows that it is pressed for a moment before it acts. */
static void
press (GtkWidget *button)
{
  gboolean is_clicked = FALSE;
  gulong   id = g_signal_connect_after (button, "clicked", G_CALLBACK (note_click), &is_clicked);

  g_object_ref (button);
  g_assert_true (gtk_widget_activate (button));
  g_assert_true (wait_until (is_true, &is_clicked));
  g_signal_handler_disconnect (button, id);
  g_object_unref (button);
}

void
click (GtkWidget *widget)
{
  g_assert_nonnull (widget);
  if (GTK_IS_MENU_BUTTON (widget))
    gtk_menu_button_popup (GTK_MENU_BUTTON (widget));
  else if (GTK_IS_BUTTON (widget))
    press (widget);
  else
    g_assert_true (gtk_widget_activate (widget));
  settle ();
}
