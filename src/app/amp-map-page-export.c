/* AmpMapPage's pictures: the map as it is seen, saved or printed. The counts are
 * masked by the rules of the export, in a job. */
#include "amp-map-page-private.h"

#include <glib/gi18n-lib.h>

#include "amp-compat.h"
#include "amp-figure-text.h"
#include "amp-job.h"
#include "amp-map-picture.h"

typedef struct
{
  char         *case_path;
  char         *target; /* nullable: to be printed */
  AmpMapSight   sight;
  AmpSelection *selection;
} Input;

typedef struct
{
  AmpMapPicture *picture;
  char          *target;
} Result;

static void
free_input (gpointer data)
{
  Input *input = data;

  g_free (input->case_path);
  g_free (input->target);
  amp_selection_free (input->selection);
  amp_area_atlas_unref (input->sight.atlas);
  g_free (input);
}

static void
free_result (gpointer data)
{
  Result *result = data;

  g_clear_pointer (&result->picture, amp_map_picture_free);
  g_free (result->target);
  g_free (result);
}

/* Opens the case anew: the window goes on using its own. */
static gpointer
work (AmpJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  Input *input = data;
  g_autoptr (AmpCase) opened = amp_case_open (input->case_path, cancellable, error);
  g_autoptr (AmpMapPicture) picture = NULL;
  Result *result;

  if (opened == NULL)
    return NULL;
  picture = amp_map_picture_new (opened, &input->sight, cancellable, error);
  if (picture == NULL || (input->target != NULL && !amp_map_picture_write (picture, input->target, error)))
    return NULL;
  result = g_new0 (Result, 1);
  result->picture = g_steal_pointer (&picture);
  result->target = g_steal_pointer (&input->target);
  return result;
}

static void
tell_saved (AmpMapPage *self, const Result *result)
{
  guint            n_masked = amp_map_picture_get_n_masked (result->picture);
  g_autofree char *name = g_filename_display_basename (result->target);
  g_autofree char *count = amp_figure_text_count (n_masked);
  g_autofree char *text = NULL;

  if (n_masked == 0)
    /* translators: %s is the name of a file */
    text = g_strdup_printf (_ ("%s was saved."), name);
  else
    /* translators: the name of a file, and a number of areas */
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s was saved; %s area is masked, for its count is small or would tell one.", "%s was saved; %s areas are masked, for their counts are small or would tell one.", n_masked), name, count);
  amp_map_page_tell (self, text);
}

static void
on_draw_page (AmpMapPicture *picture, GtkPrintContext *context, int page)
{
  amp_map_picture_draw (picture, gtk_print_context_get_cairo_context (context), gtk_print_context_get_width (context), gtk_print_context_get_height (context));
}

static void
print_picture (AmpMapPage *self, Result *result)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, _ ("Map"));
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (on_draw_page), g_steal_pointer (&result->picture), (GClosureNotify) (GCallback) amp_map_picture_free, G_CONNECT_SWAPPED);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    amp_map_page_tell (self, error->message);
}

static void
on_done (gpointer owner, gpointer data, const GError *error)
{
  AmpMapPage *self = AMP_MAP_PAGE (owner);
  Result     *result = data;

  g_clear_object (&self->picture_job);
  if (error != NULL)
    amp_map_page_tell (self, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? NULL : error->message);
  else if (result->target != NULL)
    tell_saved (self, result);
  else
    print_picture (self, result);
}

static void
start_job (AmpMapPage *self, const char *target)
{
  static const AmpJobKind kind = { .work = work, .done = on_done, .free_input = free_input, .free_result = free_result };
  AmpCase                *opened = amp_case_view_get_case (AMP_CASE_VIEW (self));
  Input                  *input = g_new0 (Input, 1);

  input->case_path = g_strdup (amp_case_get_path (opened));
  input->target = g_strdup (target);
  input->selection = amp_selection_copy (amp_filter_get_selection (amp_case_view_get_filter (AMP_CASE_VIEW (self))));
  input->sight = (AmpMapSight){
    .key = amp_map_page_get_key (self),
    .look = amp_map_page_get_look (self),
    .selection = input->selection,
    .atlas = amp_area_atlas_ref (amp_map_outlines_get_atlas (self->outlines)),
    .bounds = amp_map_view_get_bounds (self->map_view),
    .has_insets = !self->is_narrow,
    .min_cell = g_settings_get_int (self->settings, "small-cell-threshold"),
  };
  amp_job_clear (&self->picture_job);
  self->picture_job = amp_job_start (&kind, input, self, NULL);
}

static void
on_target_chosen (gpointer owner, GPtrArray *files)
{
  g_autofree char *path = g_file_get_path (g_ptr_array_index (files, 0));

  if (path != NULL)
    start_job (owner, path);
  else
    amp_map_page_tell (owner, _ ("A picture can only be saved in a folder of this computer."));
}

static void
on_save_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AmpMapPage      *self = data;
  GtkRoot         *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *name = g_strconcat (_ ("map"), ".png", NULL);
  AmpFileRequest   request = { .purpose = AMP_FILE_SAVE, .title = _ ("Save Map Picture"), .accept = _ ("_Save"), .name = name };

  amp_compat_choose_files (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, &request, self, on_target_chosen);
}

static void
on_print_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  start_job (data, NULL);
}

void
amp_map_page_save_picture (AmpMapPage *self, const char *path)
{
  g_return_if_fail (AMP_IS_MAP_PAGE (self) && path != NULL);

  start_job (self, path);
}

void
amp_map_page_add_export_actions (AmpMapPage *self)
{
  static const GActionEntry entries[] = {
    { "save-picture", on_save_activated, NULL, NULL, NULL, { 0 } },
    { "print", on_print_activated, NULL, NULL, NULL, { 0 } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}
