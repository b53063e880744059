/* AmpWindow's changes of types after the import: the case is revised where that is
 * enough, or its dump is looked for and reviewed again. */
#define G_LOG_DOMAIN "amp-window-retype"

#include "amp-window-private.h"

#include <glib/gi18n-lib.h>

#include "amp-analysis-error.h"
#include "amp-case-revision.h"
#include "amp-compat.h"
#include "amp-dump-match.h"
#include "amp-recent-cases.h"

/* Seconds for which a change can be taken back. */
#define UNDO_SECONDS 10

/* What a job is given. @former is for a job that takes a change back. */
typedef struct
{
  char         *path;
  AmpCase      *former;
  AmpTypeChange change;
  char        **dump_paths;
} RetypeInput;

static void
retype_input_free (gpointer data)
{
  RetypeInput *input = data;

  g_free (input->path);
  g_clear_object (&input->former);
  g_strfreev (input->dump_paths);
  g_free (input);
}

static RetypeInput *
make_input (AmpWindow *self)
{
  RetypeInput *input = g_new0 (RetypeInput, 1);

  input->path = g_strdup (amp_case_get_path (self->opened));
  input->change = self->change;
  return input;
}

static void choose_dump (gpointer owner);

static void
set_revising (AmpWindow *self, AmpJob *job)
{
  amp_job_clear (&self->job);
  self->job = job;
  if (self->fields_page != NULL)
    amp_fields_page_set_revising (self->fields_page, job != NULL);
}

/* The case as it was stays open: taking the change back is a revision of it that
 * changes nothing. */
static gpointer
undo_in_worker (AmpJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  const RetypeInput *input = data;

  if (!amp_case_revision_run (input->former, NULL, 0, cancellable, error))
    return NULL;
  return amp_case_open (input->path, cancellable, error);
}

static void
on_undone (gpointer owner, gpointer result, const GError *error)
{
  AmpWindow *self = owner;

  set_revising (self, NULL);
  if (result != NULL)
    amp_window_replace_case (self, result);
  else
    amp_compat_tell (GTK_WINDOW (self), _ ("Could Not Undo"), error->message);
}

static const AmpJobKind undo_job = {
  .work = undo_in_worker,
  .done = on_undone,
  .free_input = retype_input_free,
  .free_result = g_object_unref,
};

typedef struct
{
  AmpWindow *window; /* weak */
  AmpCase   *former;
} Undo;

static void
free_undo (gpointer data, GClosure *closure)
{
  Undo *undo = data;

  g_clear_weak_pointer (&undo->window);
  g_object_unref (undo->former);
  g_free (undo);
}

/* Another case may be shown by now. */
static void
on_undo_clicked (AdwToast *toast, Undo *undo)
{
  AmpWindow   *self = undo->window;
  RetypeInput *input;

  if (self == NULL || self->opened == NULL || self->job != NULL || g_strcmp0 (amp_case_get_path (self->opened), amp_case_get_path (undo->former)) != 0)
    return;
  input = make_input (self);
  input->former = g_object_ref (undo->former);
  set_revising (self, amp_job_start (&undo_job, input, self, undo->former));
}

static const AmpFieldFacts *
find_changed (AmpWindow *self)
{
  GPtrArray *fields = amp_case_get_facts (self->opened)->fields;

  for (guint i = 0; i < fields->len; i++)
    {
      const AmpFieldFacts *field = g_ptr_array_index (fields, i);

      if (field->source == self->change.source && field->position == self->change.position)
        return field;
    }
  return NULL;
}

static char *
dup_changed_name (AmpWindow *self)
{
  const AmpFieldFacts *field = find_changed (self);

  if (field != NULL && field->header[0] != '\0')
    return g_strdup (field->header);
  return g_strdup_printf (_ ("Field %u"), self->change.position);
}

static void
tell_revised (AmpWindow *self, AmpCase *former)
{
  g_autofree char *name = dup_changed_name (self);
  /* Translators: a header, and the type that its field has now */
  g_autofree char *message = g_strdup_printf (_ ("%s is now of the type “%s”"), name, amp_field_type_get_label (self->change.type));
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  AdwToast        *toast = adw_toast_new (escaped);
  Undo            *undo = g_new0 (Undo, 1);

  g_set_weak_pointer (&undo->window, self);
  undo->former = g_object_ref (former);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_undo_clicked), undo, free_undo, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
offer_choice (AmpWindow *self, const char *reason)
{
  const AmpQuestion question = {
    .heading = _ ("Not the Same Dump"),
    .body = reason,
    .keep_label = _ ("_Cancel"),
    .act_label = _ ("_Open Another File…"),
  };

  amp_compat_ask (GTK_WINDOW (self), &question, self, choose_dump);
}

static gpointer
match_in_worker (AmpJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  const RetypeInput *input = data;

  return amp_dump_match_run (input->path, (const char *const *) input->dump_paths, &input->change, cancellable, error);
}

static void
on_matched (gpointer owner, gpointer result, const GError *error)
{
  AmpWindow *self = owner;

  g_clear_object (&self->job);
  if (result != NULL)
    {
      amp_window_review_again (self, result);
      return;
    }
  amp_window_set_step (self, AMP_STEP_CASE);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    offer_choice (self, error->message);
}

static const AmpJobKind match_job = {
  .work = match_in_worker,
  .done = on_matched,
  .free_input = retype_input_free,
  .free_result = g_object_unref,
};

static void
match_dump (AmpWindow *self, char **paths)
{
  RetypeInput *input;

  if (self->opened == NULL)
    {
      g_strfreev (paths);
      return;
    }
  input = make_input (self);
  input->dump_paths = paths;
  amp_job_clear (&self->job);
  amp_window_show_wait (self, _ ("Comparing with the Dump of the Case"), NULL);
  self->job = amp_job_start (&match_job, input, self, NULL);
}

static void
on_dump_chosen (gpointer owner, GPtrArray *files)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();

  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *path = g_file_get_path (files->pdata[i]);

      if (path == NULL)
        return;
      amp_recent_cases_forbid (files->pdata[i]);
      g_strv_builder_add (paths, path);
    }
  match_dump (owner, g_strv_builder_end (paths));
}

static void
choose_dump (gpointer owner)
{
  AmpWindow           *self = owner;
  const AmpFileRequest request = {
    .purpose = AMP_FILE_OPEN_SEVERAL,
    .title = _ ("Open the Dump of This Case"),
    .accept = _ ("_Open"),
  };

  amp_compat_choose_files (GTK_WINDOW (self), &request, self, on_dump_chosen);
}

static void
import_again (gpointer owner)
{
  AmpWindow *self = owner;
  char     **paths = self->opened != NULL ? amp_dump_match_guess (self->opened, (const char *const *) self->dump_paths) : NULL;

  if (paths != NULL)
    match_dump (self, paths);
  else
    choose_dump (self);
}

static void
offer_import (AmpWindow *self, const char *reason)
{
  /* Translators: why the case alone is not enough */
  g_autofree char  *body = g_strdup_printf (_ ("The case alone cannot tell the new figures: %s.\n\nThe dump has to be imported once more. What you added to the case is kept."), reason);
  const AmpQuestion question = {
    .heading = _ ("The Dump Is Needed"),
    .body = body,
    .keep_label = _ ("_Cancel"),
    .act_label = _ ("_Import Again…"),
  };

  amp_compat_ask (GTK_WINDOW (self), &question, self, import_again);
}

static gpointer
revise_in_worker (AmpJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  const RetypeInput *input = data;
  g_autoptr (AmpCase) former = amp_case_open (input->path, cancellable, error);

  if (former == NULL || !amp_case_revision_run (former, &input->change, 1, cancellable, error))
    return NULL;
  return amp_case_open (input->path, cancellable, error);
}

static void
on_revised (gpointer owner, gpointer result, const GError *error)
{
  AmpWindow *self = owner;
  g_autoptr (AmpCase) former = g_object_ref (self->opened);

  set_revising (self, NULL);
  if (result != NULL)
    {
      tell_revised (self, former);
      amp_window_replace_case (self, result);
      return;
    }
  amp_fields_page_reset_types (self->fields_page);
  if (g_error_matches (error, AMP_ANALYSIS_ERROR, AMP_ANALYSIS_ERROR_NEEDS_DUMP))
    offer_import (self, error->message);
  else
    amp_compat_tell (GTK_WINDOW (self), _ ("Could Not Change the Type"), error->message);
}

static const AmpJobKind revise_job = {
  .work = revise_in_worker,
  .done = on_revised,
  .free_input = retype_input_free,
  .free_result = g_object_unref,
};

static void
on_type_chosen (AmpWindow *self, guint source, guint position, guint type)
{
  if (self->opened == NULL)
    return;
  /* One after the other. */
  if (self->job != NULL)
    {
      amp_fields_page_reset_types (self->fields_page);
      return;
    }
  self->change = (AmpTypeChange){ source, position, (AmpFieldType) type };
  set_revising (self, amp_job_start (&revise_job, make_input (self), self, NULL));
}

void
amp_window_connect_fields_page (AmpWindow *self, GtkWidget *page)
{
  self->fields_page = AMP_FIELDS_PAGE (page);
  g_signal_connect_object (self->fields_page, "type-chosen", G_CALLBACK (on_type_chosen), self, G_CONNECT_SWAPPED);
}
