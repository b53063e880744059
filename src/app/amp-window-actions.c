/* AmpWindow's actions: what the menus, buttons, keys and drops of a window do. */
#define G_LOG_DOMAIN "amp-window-actions"

#include "amp-window-private.h"

#include <glib/gi18n-lib.h>

#include "amp-compat.h"

/* The application decides which window shows what is opened. */
static void
open_in_application (AmpWindow *self, GFile **files, int n_files)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application != NULL)
    g_application_open (G_APPLICATION (application), files, n_files, "");
  else
    amp_window_open_files (self, files, (guint) n_files);
}

static void
on_files_chosen (gpointer owner, GPtrArray *files)
{
  open_in_application (owner, (GFile **) files->pdata, (int) files->len);
}

static void
on_open (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const AmpFileRequest request = {
    .purpose = AMP_FILE_OPEN_SEVERAL,
    .title = _ ("Open a Dump or a Case"),
    .accept = _ ("_Open"),
  };

  amp_compat_choose_files (GTK_WINDOW (data), &request, data, on_files_chosen);
}

static void
on_open_uri (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  open_in_application (data, &file, 1);
}

static void
on_back (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  amp_window_go_back (data);
}

static void
on_continue (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  amp_window_continue (data);
}

static void
on_close_case (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  amp_window_start_over (data);
}

typedef struct
{
  GFile *from;
  GFile *to;
} Copy;

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  g_object_unref (copy->from);
  g_object_unref (copy->to);
  g_free (copy);
}

static gpointer
copy_in_worker (AmpJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  const Copy *copy = data;

  /* The dialog has asked whether an existing file may be replaced. */
  if (!g_file_copy (copy->from, copy->to, G_FILE_COPY_OVERWRITE, cancellable, NULL, NULL, error))
    return NULL;
  return g_file_get_basename (copy->to);
}

static void
on_copied (gpointer owner, gpointer result, const GError *error)
{
  AmpWindow       *self = owner;
  g_autofree char *name = result != NULL ? g_filename_display_name (result) : NULL;
  /* Translators: %s is a file name, or the reason of a failure */
  g_autofree char *message = g_strdup_printf (result != NULL ? _ ("Saved as “%s”") : _ ("Could not save the copy: %s"),
                                              result != NULL ? name : error->message);
  /* A toast reads markup, and a file may be called anything. */
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

static const AmpJobKind copy_job = {
  .work = copy_in_worker,
  .done = on_copied,
  .free_input = copy_free,
  .free_result = g_free,
};

static void
on_copy_chosen (gpointer owner, GPtrArray *files)
{
  AmpWindow *self = owner;
  Copy      *copy;

  if (self->opened == NULL)
    return;
  copy = g_new0 (Copy, 1);
  copy->from = g_file_new_for_path (amp_case_get_path (self->opened));
  copy->to = g_object_ref (files->pdata[0]);
  g_object_unref (amp_job_start (&copy_job, copy, self, NULL));
}

static void
on_save_copy (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AmpWindow *self = data;
  g_autoptr (GFile) file = g_file_new_for_path (amp_case_get_path (self->opened));
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char     *base = g_file_get_basename (file);
  g_autofree char     *name = g_filename_display_name (base);
  const AmpFileRequest request = {
    .purpose = AMP_FILE_SAVE,
    .title = _ ("Save a Copy of the Case"),
    .accept = _ ("_Save"),
    .folder = folder,
    .name = name,
    .pattern_name = _ ("Cases"),
    .pattern = "*.ampleur",
  };

  amp_compat_choose_files (GTK_WINDOW (self), &request, self, on_copy_chosen);
}

static void
on_export (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  amp_window_export (data);
}

/* From now on the toolkit's own action shows it: its is of the same name. */
static void
on_show_help_overlay (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/ampleur/Ampleur/ui/help-overlay.ui");
  GObject *overlay = gtk_builder_get_object (builder, "help_overlay");

  gtk_application_window_set_help_overlay (GTK_APPLICATION_WINDOW (data), GTK_SHORTCUTS_WINDOW (overlay));
  gtk_window_present (GTK_WINDOW (overlay));
}

static void
on_print (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  amp_window_print (data);
}

static void
enable (AmpWindow *self, const char *name, gboolean is_enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name)), is_enabled);
}

void
amp_window_update_actions (AmpWindow *self)
{
  gboolean has_case = self->step == AMP_STEP_CASE;

  enable (self, "open", self->step != AMP_STEP_IMPORT);
  enable (self, "back", self->step != AMP_STEP_OPEN && !has_case);
  enable (self, "continue", self->step == AMP_STEP_REVIEW || (self->step == AMP_STEP_MANDATE && amp_mandate_page_is_complete (self->mandate_page)));
  enable (self, "load-field-plan", self->step == AMP_STEP_REVIEW);
  enable (self, "save-field-plan", self->step == AMP_STEP_REVIEW);
  enable (self, "save-copy", has_case);
  enable (self, "export", has_case);
  enable (self, "print", has_case);
  enable (self, "close-case", has_case);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, AmpWindow *self)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  for (GSList *link = g_value_get_boxed (value); link != NULL; link = link->next)
    g_ptr_array_add (files, link->data);
  if (files->len == 0 || self->step == AMP_STEP_IMPORT)
    return FALSE;
  open_in_application (self, (GFile **) files->pdata, (int) files->len);
  return TRUE;
}

static void
on_drop_hover (GtkDropTarget *target, GParamSpec *pspec, AmpWindow *self)
{
  gtk_widget_set_visible (self->drop_hint, gtk_drop_target_get_current_drop (target) != NULL && self->step != AMP_STEP_IMPORT);
}

static void
accept_drops (AmpWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, 0);
  g_signal_connect_object (target, "notify::current-drop", G_CALLBACK (on_drop_hover), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
amp_window_add_actions (AmpWindow *self)
{
  static const GActionEntry actions[] = {
    { "open", on_open },
    { "open-uri", on_open_uri, "s" },
    { "back", on_back },
    { "continue", on_continue },
    { "save-copy", on_save_copy },
    { "export", on_export },
    { "print", on_print },
    { "close-case", on_close_case },
    { "show-help-overlay", on_show_help_overlay },
  };
  /* Which of the case's views is shown, for keys and menus. */
  g_autoptr (GPropertyAction) view = g_property_action_new ("view", self->views, "visible-child-name");

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (view));
  amp_window_add_field_plan_actions (self);
  accept_drops (self);
}
