/* AmpWindow's field plans: the corrections of the review page, to a file and back. */
#define G_LOG_DOMAIN "amp-window-field-plan"

#include "amp-window-private.h"

#include <glib/gi18n-lib.h>

#include "amp-compat.h"
#include "amp-field-plan-undo.h"
#include "amp-field-plan.h"

#define PLAN_SUFFIX ".fields.json"

static void
undo (AdwToast *toast, AmpFieldPlanUndo *former)
{
  amp_field_plan_undo_restore (former);
}

static void
free_undo (gpointer former, GClosure *closure)
{
  amp_field_plan_undo_free (former);
}

static void
tell_loaded (AmpWindow *self, AmpFieldPlanUndo *former)
{
  guint            n = amp_field_plan_undo_count_changed (former);
  g_autofree char *message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u field changed by the plan", "%u fields changed by the plan", n), n);
  AdwToast        *toast = adw_toast_new (message);

  if (n > 0)
    adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo), former, free_undo, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
amp_window_load_field_plan (AmpWindow *self, GFile *file)
{
  g_autoptr (AmpFieldPlanUndo) former = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_file_get_path (file);

  if (self->inspection == NULL || path == NULL)
    return;
  former = amp_field_plan_undo_new (self->inspection);
  if (amp_field_plan_load (self->inspection, path, &error))
    tell_loaded (self, g_steal_pointer (&former));
  else
    amp_compat_tell (GTK_WINDOW (self), _ ("Could Not Load the Field Plan"), error->message);
}

static void
on_plan_chosen (gpointer owner, GPtrArray *files)
{
  amp_window_load_field_plan (owner, files->pdata[0]);
}

static void
on_load (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const AmpFileRequest request = {
    .purpose = AMP_FILE_OPEN,
    .title = _ ("Load a Field Plan"),
    .accept = _ ("_Load"),
    .pattern_name = _ ("Field plans"),
    .pattern = "*.json",
  };

  amp_compat_choose_files (GTK_WINDOW (data), &request, data, on_plan_chosen);
}

static void
on_name_chosen (gpointer owner, GPtrArray *files)
{
  AmpWindow       *self = owner;
  g_autofree char *path = g_file_get_path (files->pdata[0]);
  g_autofree char *base = path != NULL ? g_filename_display_basename (path) : NULL;
  g_autofree char *message = NULL;
  g_autofree char *escaped = NULL;
  g_autoptr (GError) error = NULL;

  if (self->inspection == NULL || path == NULL)
    return;
  if (!amp_field_plan_save (self->inspection, path, &error))
    {
      amp_compat_tell (GTK_WINDOW (self), _ ("Could Not Save the Field Plan"), error->message);
      return;
    }
  /* Translators: %s is a file name */
  message = g_strdup_printf (_ ("Saved as “%s”"), base);
  /* A toast reads markup, and a file may be called anything. */
  escaped = g_markup_escape_text (message, -1);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

static void
on_save (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AmpWindow           *self = data;
  const char          *source = amp_source_get_name (amp_inspection_get_source (self->inspection, 0));
  g_autofree char     *name = g_strconcat (source, PLAN_SUFFIX, NULL);
  const AmpFileRequest request = {
    .purpose = AMP_FILE_SAVE,
    .title = _ ("Save the Field Plan"),
    .accept = _ ("_Save"),
    .name = name,
    .pattern_name = _ ("Field plans"),
    .pattern = "*.json",
  };

  amp_compat_choose_files (GTK_WINDOW (self), &request, self, on_name_chosen);
}

void
amp_window_add_field_plan_actions (AmpWindow *self)
{
  static const GActionEntry actions[] = {
    { "load-field-plan", on_load },
    { "save-field-plan", on_save },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
