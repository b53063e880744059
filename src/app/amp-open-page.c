/* AmpOpenPage: see the header. */
#define G_LOG_DOMAIN "amp-open-page"

#include "amp-open-page.h"

#include <glib/gi18n-lib.h>

#include "amp-recent-cases.h"
#include "amp-undo-toast.h"

#define RECENT_CASES_SHOWN 6

struct _AmpOpenPage
{
  AdwBin parent_instance;

  /* Template widgets */
  AdwPreferencesGroup *recent_group;
  GtkListBox          *recent_list;
};

G_DEFINE_FINAL_TYPE (AmpOpenPage, amp_open_page, ADW_TYPE_BIN)

static char *
dup_display_folder (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *path = folder != NULL ? g_file_get_path (folder) : NULL;
  const char      *home = g_get_home_dir ();

  if (path == NULL)
    return g_strdup ("");
  if (g_str_has_prefix (path, home) && (path[strlen (home)] == '/' || path[strlen (home)] == '\0'))
    {
      g_autofree char *shown = g_filename_display_name (path + strlen (home));
      return g_strconcat ("~", shown, NULL);
    }
  return g_filename_display_name (path);
}

static void
put_back (gpointer owner, gpointer file)
{
  amp_recent_cases_add (file);
}

static void
on_remove_clicked (GtkWidget *button, GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  /* Translators: %s is the file name of a case */
  g_autofree char *message = g_strdup_printf (_ ("“%s” removed from the list"), name);
  GtkWidget       *page = gtk_widget_get_ancestor (button, AMP_TYPE_OPEN_PAGE);

  amp_undo_toast_show (page, message, page, put_back, g_object_ref (file), g_object_unref);
  amp_recent_cases_remove (file);
}

/* The case itself stays where it is. */
static GtkWidget *
make_remove_button (GFile *file, const char *name)
{
  GtkWidget       *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *label = g_strdup_printf (_ ("Remove “%s” from the list"), name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Remove from the List"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_remove_clicked), g_object_ref (file), (GClosureNotify) (GCallback) g_object_unref, 0);
  return button;
}

static GtkWidget *
make_row (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *folder = dup_display_folder (file);
  g_autofree char *uri = g_file_get_uri (file);
  GtkWidget       *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                       "use-markup", FALSE,
                                       "title", name,
                                       "subtitle", folder,
                                       "title-lines", 1,
                                       "subtitle-lines", 1,
                                       "activatable", TRUE,
                                       "action-name", "win.open-uri",
                                       NULL);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", uri);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_remove_button (file, name));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

static void
show_recent_cases (AmpOpenPage *self)
{
  g_autoptr (GPtrArray) files = amp_recent_cases_list (RECENT_CASES_SHOWN);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->recent_list))) != NULL)
    gtk_list_box_remove (self->recent_list, row);
  for (guint i = 0; i < files->len; i++)
    gtk_list_box_append (self->recent_list, make_row (files->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->recent_group), files->len > 0);
}

static void
amp_open_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AMP_TYPE_OPEN_PAGE);

  G_OBJECT_CLASS (amp_open_page_parent_class)->dispose (object);
}

static void
amp_open_page_class_init (AmpOpenPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amp_open_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-open-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpOpenPage, recent_group);
  gtk_widget_class_bind_template_child (widget_class, AmpOpenPage, recent_list);
}

static void
amp_open_page_init (AmpOpenPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (show_recent_cases), self, G_CONNECT_SWAPPED);
  show_recent_cases (self);
}

GtkWidget *
amp_open_page_new (void)
{
  return g_object_new (AMP_TYPE_OPEN_PAGE, NULL);
}
