/* AmpApplication: see the header. */
#define G_LOG_DOMAIN "amp-application"

#include "amp-application.h"

#include <glib/gi18n-lib.h>

#include "amp-compat.h"
#include "amp-preferences-window.h"
#include "amp-session.h"
#include "amp-window.h"

struct _AmpApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (AmpApplication, amp_application, ADW_TYPE_APPLICATION)

static const struct
{
  const char *action;
  const char *keys[3];
} accelerators[] = {
  { "app.new-window", { "<Control>n" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.quit", { "<Control>q" } },
  { "win.open", { "<Control>o" } },
  { "win.save-copy", { "<Control><Shift>s" } },
  { "win.export", { "<Control>e" } },
  { "win.print", { "<Control>p" } },
  { "win.back", { "<Alt>Left" } },
  { "win.continue", { "<Control>Return" } },
  { "win.show-help-overlay", { "<Control>question", "F1" } },
  { "win.view::overview", { "<Alt>1" } },
  { "win.view::map", { "<Alt>2" } },
  { "win.view::comparison", { "<Alt>3" } },
  { "win.view::fields", { "<Alt>4" } },
  { "win.view::report", { "<Alt>5" } },
  { "win.view::quality", { "<Alt>6" } },
  { "window.close", { "<Control>w" } },
};

static AmpWindow *
make_window (AmpApplication *self)
{
  return amp_window_new (self);
}

static AmpWindow *
get_window_for_opening (AmpApplication *self)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (AMP_IS_WINDOW (active) && amp_window_is_free (AMP_WINDOW (active)))
    return AMP_WINDOW (active);
  return make_window (self);
}

static void
on_new_window (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (make_window (data)));
}

static void
on_preferences (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (amp_preferences_window_new (gtk_application_get_active_window (data))));
}

/* A notice of a window that is gone by now brings up any. */
static void
on_present_window (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_window_by_id (data, g_variant_get_uint32 (parameter));

  if (window != NULL)
    gtk_window_present (window);
  else
    g_application_activate (data);
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  amp_compat_show_about (gtk_application_get_active_window (data));
}

/* Each window is asked to close, since one may be importing; the application
 * ends with its last window. */
static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));

  for (GList *link = windows; link != NULL; link = link->next)
    if (AMP_IS_WINDOW (link->data))
      gtk_window_close (link->data);
}

static const GActionEntry actions[] = {
  { "new-window", on_new_window },
  { "preferences", on_preferences },
  { "present-window", on_present_window, "u" },
  { "about", on_about },
  { "quit", on_quit },
};

static void
restore_session (AmpWindow *window)
{
  g_autofree char *view = NULL;
  g_autoptr (GFile) last = amp_session_get_case (&view);

  if (last != NULL)
    amp_window_restore (window, last, view);
}

static void
amp_application_activate (GApplication *application)
{
  AmpApplication *self = AMP_APPLICATION (application);
  GtkWindow      *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    {
      window = GTK_WINDOW (make_window (self));
      restore_session (AMP_WINDOW (window));
    }
  gtk_window_present (window);
}

static void
amp_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  AmpWindow *window = get_window_for_opening (AMP_APPLICATION (application));

  amp_window_open_files (window, files, (guint) n_files);
  gtk_window_present (GTK_WINDOW (window));
}

static int
amp_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("ampleur %s\n", AMP_VERSION);
      return EXIT_SUCCESS;
    }
  return -1;
}

static void
amp_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (amp_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accelerators[i].action, accelerators[i].keys);
}

static void
amp_application_class_init (AmpApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = amp_application_activate;
  application_class->open = amp_application_open;
  application_class->handle_local_options = amp_application_handle_local_options;
  application_class->startup = amp_application_startup;
}

static void
amp_application_init (AmpApplication *self)
{
  static const GOptionEntry options[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version and exit"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[DUMP… | CASE]"));
}

AmpApplication *
amp_application_new (void)
{
  return g_object_new (AMP_TYPE_APPLICATION,
                       "application-id", AMP_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
