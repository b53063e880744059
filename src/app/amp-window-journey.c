/* AmpWindow's journey: from files to an opened case: opening, mandate, review,
 * import, and what to do when one of them fails. */
#define G_LOG_DOMAIN "amp-window-journey"

#include "amp-window-private.h"

#include <glib/gi18n-lib.h>

#include "amp-figure-text.h"
#include "amp-opening.h"
#include "amp-place-basis.h"
#include "amp-recent-cases.h"
#include "amp-session.h"

/* Status pages read markup, and a file may be called anything. */
void
amp_window_show_wait (AmpWindow *self, const char *title, const char *description)
{
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_status_page_set_title (self->wait_status, escaped);
  adw_status_page_set_description (self->wait_status, description);
  amp_window_set_step (self, AMP_STEP_WAIT);
}

static void
show_failure (AmpWindow *self, const char *title, const GError *error)
{
  g_autofree char *reason = g_markup_escape_text (error->message, -1);

  adw_status_page_set_icon_name (self->failure_status, "dialog-warning-symbolic");
  adw_status_page_set_title (self->failure_status, title);
  adw_status_page_set_description (self->failure_status, reason);
  amp_window_set_step (self, AMP_STEP_FAILURE);
}

/* A page of that name may be gone since. */
static void
show_restored_view (AmpWindow *self)
{
  if (self->restored_view != NULL && adw_view_stack_get_child_by_name (self->views, self->restored_view) != NULL)
    adw_view_stack_set_visible_child_name (self->views, self->restored_view);
  g_clear_pointer (&self->restored_view, g_free);
}

/* A review of 160 fields takes as long to put away as a case to show: the case
 * comes first. By then another dump may be under review. */
static gboolean
put_review_away (gpointer data)
{
  AmpWindow *self = data;

  self->put_away_id = 0;
  if (self->review_page != NULL && self->inspection == NULL)
    amp_review_page_set_inspection (self->review_page, NULL);
  return G_SOURCE_REMOVE;
}

static void
show_case (AmpWindow *self, AmpCase *opened)
{
  g_autoptr (GFile) file = g_file_new_for_path (amp_case_get_path (opened));

  amp_recent_cases_add (file);
  amp_session_remember (file);
  /* The case itself was opened, and nobody knows where its dump is. */
  if (self->inspection == NULL)
    g_clear_pointer (&self->dump_paths, g_strfreev);
  g_clear_object (&self->inspection);
  g_clear_handle_id (&self->put_away_id, g_source_remove);
  self->put_away_id = g_idle_add_full (G_PRIORITY_LOW, put_review_away, self, NULL);
  amp_window_set_case (self, opened);
  amp_window_set_step (self, AMP_STEP_CASE);
  show_restored_view (self);
  if (self->done_message != NULL)
    {
      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (self->done_message));
      g_clear_pointer (&self->done_message, g_free);
    }
}

static void
show_inspection (AmpWindow *self, AmpOpening *opening)
{
  g_autoptr (GFile) proposed = opening->proposed_path != NULL ? g_file_new_for_path (opening->proposed_path) : NULL;

  amp_window_make_pages (self);
  g_set_object (&self->inspection, opening->inspection);
  amp_review_page_set_inspection (self->review_page, opening->inspection);
  amp_mandate_page_start (self->mandate_page, proposed);
  amp_window_set_step (self, AMP_STEP_MANDATE);
}

/* The same case again: its places are told as before, until the analyst says otherwise. */
static void
take_over_basis (AmpInspection *inspection, const char *code)
{
  for (guint i = 0; code != NULL && i < amp_inspection_get_n_sources (inspection); i++)
    {
      AmpSource *source = amp_inspection_get_source (inspection, i);
      g_autoptr (GPtrArray) bases = amp_place_basis_list (source);

      if (amp_place_basis_find (bases, code) != NULL)
        amp_source_set_place_basis (source, code);
    }
}

void
amp_window_review_again (AmpWindow *self, AmpInspection *inspection)
{
  const AmpCaseFacts *facts = amp_case_get_facts (self->opened);
  g_autoptr (GFile) file = g_file_new_for_path (amp_case_get_path (self->opened));

  amp_window_make_pages (self);
  g_set_object (&self->inspection, inspection);
  take_over_basis (inspection, facts->place_basis);
  amp_review_page_set_inspection (self->review_page, inspection);
  amp_mandate_page_resume (self->mandate_page, facts->mandate, file);
  amp_window_set_step (self, AMP_STEP_REVIEW);
}

static gpointer
open_in_worker (AmpJob *job, gpointer paths, GCancellable *cancellable, GError **error)
{
  return amp_opening_run (paths, cancellable, error);
}

static void
on_opened (gpointer owner, gpointer result, const GError *error)
{
  AmpWindow  *self = owner;
  AmpOpening *opening = result;

  g_clear_object (&self->job);
  if (opening == NULL)
    show_failure (self, _ ("Could Not Open"), error);
  else if (opening->opened != NULL)
    show_case (self, opening->opened);
  else
    show_inspection (self, opening);
}

static const AmpJobKind opening_job = {
  .work = open_in_worker,
  .done = on_opened,
  .free_input = (GDestroyNotify) g_strfreev,
  .free_result = (GDestroyNotify) amp_opening_free,
};

static void
open_paths (AmpWindow *self, char **paths)
{
  g_autofree char *base = g_path_get_basename (paths[0]);
  g_autofree char *name = g_filename_display_name (base);
  guint            n_paths = g_strv_length (paths);
  g_autofree char *title = NULL;

  if (n_paths == 1)
    /* Translators: %s is a file name */
    title = g_strdup_printf (_ ("Opening “%s”"), name);
  else
    title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Opening %u File", "Opening %u Files", n_paths), n_paths);
  amp_job_clear (&self->job);
  amp_window_show_wait (self, title, amp_opening_is_case_name (paths[0]) ? NULL : _ ("Looking at the beginning, the middle and the end"));
  self->job = amp_job_start (&opening_job, paths, self, NULL);
}

void
amp_window_open_files (AmpWindow *self, GFile *const *files, guint n_files)
{
  g_autoptr (GStrvBuilder) paths = NULL;

  g_return_if_fail (AMP_IS_WINDOW (self) && n_files > 0);

  g_clear_pointer (&self->restored_view, g_free);
  paths = g_strv_builder_new ();
  for (guint i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);
      g_autoptr (GError) error = NULL;

      if (path == NULL)
        {
          g_autofree char *name = g_file_get_parse_name (files[i]);
          g_set_error (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _ ("“%s” is not on this computer. Ampleur opens local files only."), name);
          show_failure (self, _ ("Could Not Open"), error);
          return;
        }
      if (!amp_opening_is_case_name (path))
        amp_recent_cases_forbid (files[i]);
      g_strv_builder_add (paths, path);
    }
  g_clear_pointer (&self->dump_paths, g_strfreev);
  self->dump_paths = g_strv_builder_end (paths);
  open_paths (self, g_strdupv (self->dump_paths));
}

void
amp_window_restore (AmpWindow *self, GFile *file, const char *view)
{
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;
  g_autofree char *escaped = NULL;

  g_return_if_fail (AMP_IS_WINDOW (self) && G_IS_FILE (file));

  if (g_file_query_exists (file, NULL))
    {
      amp_window_open_files (self, &file, 1);
      self->restored_view = g_strdup (view);
      return;
    }
  base = g_file_get_basename (file);
  name = g_filename_display_name (base);
  /* Translators: %s is the file name of a case */
  message = g_strdup_printf (_ ("The last case, “%s”, is no longer where it was"), name);
  escaped = g_markup_escape_text (message, -1);
  amp_session_remember (NULL);
  amp_recent_cases_remove (file);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

static void
take_over_options (const AmpCaseFacts *facts, AmpImportOptions *options)
{
  if (facts->as_of != NULL)
    amp_date_parse (facts->as_of, strlen (facts->as_of), AMP_DATE_ORDER_YMD, &options->as_of);
}

static void
start_import (AmpWindow *self)
{
  g_autoptr (AmpMandate) mandate = amp_mandate_page_dup_mandate (self->mandate_page);
  AmpImportOptions options = { .mandate = mandate };
  GFile           *case_file = amp_mandate_page_get_case_file (self->mandate_page, &options.overwrite);
  g_autofree char *path = g_file_get_path (case_file);

  options.case_path = path;
  /* The same case again: its ages are told as before. */
  if (self->opened != NULL)
    take_over_options (amp_case_get_facts (self->opened), &options);
  amp_import_page_start (self->import_page, self->inspection, &options);
  amp_window_set_importing (self, TRUE);
  amp_window_set_step (self, AMP_STEP_IMPORT);
}

void
amp_window_continue (AmpWindow *self)
{
  if (self->step == AMP_STEP_MANDATE && amp_mandate_page_is_complete (self->mandate_page))
    amp_window_set_step (self, AMP_STEP_REVIEW);
  else if (self->step == AMP_STEP_REVIEW)
    start_import (self);
}

static void
drop_inspection (AmpWindow *self)
{
  amp_job_clear (&self->job);
  g_clear_object (&self->inspection);
  if (self->review_page != NULL)
    amp_review_page_set_inspection (self->review_page, NULL);
}

void
amp_window_start_over (AmpWindow *self)
{
  drop_inspection (self);
  if (self->opened != NULL)
    amp_session_remember (NULL);
  amp_window_set_case (self, NULL);
  amp_window_set_step (self, AMP_STEP_OPEN);
}

/* Its dump was to be imported again. */
static void
return_to_case (AmpWindow *self)
{
  drop_inspection (self);
  amp_window_set_step (self, AMP_STEP_CASE);
}

void
amp_window_go_back (AmpWindow *self)
{
  switch (self->step)
    {
    case AMP_STEP_REVIEW:
      amp_window_set_step (self, AMP_STEP_MANDATE);
      break;
    case AMP_STEP_IMPORT:
      amp_import_page_cancel (self->import_page);
      break;
    case AMP_STEP_FAILURE:
      /* What the analyst did so far is still there after a failed import. */
      if (self->inspection != NULL)
        amp_window_set_step (self, AMP_STEP_REVIEW);
      else
        amp_window_start_over (self);
      break;
    case AMP_STEP_WAIT:
    case AMP_STEP_MANDATE:
      if (self->opened != NULL)
        return_to_case (self);
      else
        amp_window_start_over (self);
      break;
    case AMP_STEP_OPEN:
    case AMP_STEP_CASE:
    case AMP_N_STEPS:
    default:
      break;
    }
}

static gboolean
close_if_asked (AmpWindow *self)
{
  if (self->is_closing)
    gtk_window_close (GTK_WINDOW (self));
  return self->is_closing;
}

static void
on_import_finished (AmpWindow *self, guint64 records, double seconds)
{
  GFile *case_file = amp_mandate_page_get_case_file (self->mandate_page, NULL);
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  g_autofree char *path = g_file_get_path (case_file);
  g_autofree char *count = amp_figure_text_count ((gint64) records);
  g_autofree char *name = g_filename_display_basename (path);

  amp_window_set_importing (self, FALSE);
  amp_recent_cases_add (case_file);
  if (close_if_asked (self))
    return;
  /* Translators: a number of records, a number of seconds */
  self->done_message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s record imported in %.1f s", "%s records imported in %.1f s", records), count, seconds);
  amp_window_notify (self, name, self->done_message);
  g_strv_builder_add (paths, path);
  open_paths (self, g_strv_builder_end (paths));
}

static void
on_import_failed (AmpWindow *self, const GError *error)
{
  amp_window_set_importing (self, FALSE);
  amp_window_notify (self, _ ("Could Not Import"), error->message);
  if (!close_if_asked (self))
    show_failure (self, _ ("Could Not Import"), error);
}

static void
on_import_cancelled (AmpWindow *self)
{
  amp_window_set_importing (self, FALSE);
  if (!close_if_asked (self))
    {
      amp_window_set_step (self, AMP_STEP_REVIEW);
      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("Import stopped; nothing was written")));
    }
}

void
amp_window_make_pages (AmpWindow *self)
{
  if (self->mandate_page != NULL)
    return;
  self->mandate_page = g_object_new (AMP_TYPE_MANDATE_PAGE, NULL);
  self->review_page = g_object_new (AMP_TYPE_REVIEW_PAGE, NULL);
  self->import_page = g_object_new (AMP_TYPE_IMPORT_PAGE, NULL);
  gtk_stack_add_named (self->steps, GTK_WIDGET (self->mandate_page), "mandate");
  gtk_stack_add_named (self->steps, GTK_WIDGET (self->review_page), "review");
  gtk_stack_add_named (self->steps, GTK_WIDGET (self->import_page), "import");
  g_object_bind_property (self, "narrow", self->review_page, "narrow", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->mandate_page, "notify::complete", G_CALLBACK (amp_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->import_page, "finished", G_CALLBACK (on_import_finished), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->import_page, "failed", G_CALLBACK (on_import_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->import_page, "cancelled", G_CALLBACK (on_import_cancelled), self, G_CONNECT_SWAPPED);
}
