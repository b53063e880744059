/* AmpImportPage: see the header. */
#define G_LOG_DOMAIN "amp-import-page"

#include "amp-import-page.h"

#include <glib/gi18n-lib.h>

#include "amp-figure-text.h"
#include "amp-job.h"

struct _AmpImportPage
{
  AdwBin parent_instance;

  /* Template widgets */
  AdwStatusPage  *status;
  GtkProgressBar *progress_bar;
  GtkLabel       *bytes_label;
  GtkLabel       *records_label;
  GtkLabel       *rate_label;
  GtkLabel       *left_label;
  GtkWidget      *cancel_button;

  /* Owned */
  AmpJob *job;
};

enum
{
  FINISHED,
  FAILED,
  CANCELLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmpImportPage, amp_import_page, ADW_TYPE_BIN)

/* What the worker owns. */
typedef struct
{
  AmpInspection *inspection;
  AmpMandate    *mandate;
  char          *case_path;
  char          *place_basis;
  AmpDate        as_of;
  gboolean       overwrite;
} ImportInput;

static void
import_input_free (gpointer data)
{
  ImportInput *input = data;

  g_object_unref (input->inspection);
  amp_mandate_free (input->mandate);
  g_free (input->case_path);
  g_free (input->place_basis);
  g_free (input);
}

static void
report_progress (const AmpImportProgress *progress, gpointer job)
{
  amp_job_report (job, progress);
}

static gpointer
run_import (AmpJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  const ImportInput     *input = data;
  const AmpImportOptions options = {
    .case_path = input->case_path,
    .mandate = input->mandate,
    .as_of = input->as_of,
    .overwrite = input->overwrite,
    .place_basis = input->place_basis,
  };
  g_autofree AmpImportResult *result = g_new0 (AmpImportResult, 1);

  if (!amp_import_run (input->inspection, &options, report_progress, job, result, cancellable, error))
    return NULL;
  return g_steal_pointer (&result);
}

static char *
describe_time_left (double seconds)
{
  guint rounded = (guint) (seconds + 0.5);

  if (seconds < 0)
    return g_strdup ("…");
  if (rounded < 60)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u second", "%u seconds", rounded), rounded);
  rounded = (rounded + 30) / 60;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u minute", "%u minutes", rounded), rounded);
}

static void
show_figures (AmpImportPage *self, const AmpImportProgress *progress)
{
  gint64           rate = progress->seconds > 0 ? (gint64) ((double) progress->records / progress->seconds) : 0;
  g_autofree char *bytes = g_format_size ((guint64) progress->bytes);
  g_autofree char *total = progress->bytes_total >= 0 ? g_format_size ((guint64) progress->bytes_total) : NULL;
  /* Translators: bytes read so far, and in all */
  g_autofree char *bytes_text = total != NULL ? g_strdup_printf (_ ("%s of %s"), bytes, total) : g_strdup (bytes);
  g_autofree char *records_text = amp_figure_text_count (progress->records);
  g_autofree char *rate_count = amp_figure_text_count (rate);
  /* Translators: %s is a number of records */
  g_autofree char *rate_text = g_strdup_printf (_ ("%s per second"), rate_count);
  g_autofree char *left_text = describe_time_left (progress->seconds_left);

  gtk_label_set_text (self->bytes_label, bytes_text);
  gtk_label_set_text (self->records_label, records_text);
  gtk_label_set_text (self->rate_label, rate_text);
  gtk_label_set_text (self->left_label, left_text);
}

static void
on_progress (gpointer owner, gconstpointer data)
{
  AmpImportPage           *self = owner;
  const AmpImportProgress *progress = data;

  if (progress->bytes_total > 0)
    gtk_progress_bar_set_fraction (self->progress_bar, MIN (1, (double) progress->bytes / (double) progress->bytes_total));
  else
    gtk_progress_bar_pulse (self->progress_bar);
  show_figures (self, progress);
}

static void
on_done (gpointer owner, gpointer result, const GError *error)
{
  AmpImportPage         *self = owner;
  const AmpImportResult *totals = result;

  g_clear_object (&self->job);
  if (totals != NULL)
    g_signal_emit (self, signals[FINISHED], 0, (guint64) totals->records, totals->seconds);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[CANCELLED], 0);
  else
    g_signal_emit (self, signals[FAILED], 0, error);
}

static const AmpJobKind import_job = {
  .work = run_import,
  .done = on_done,
  .free_input = import_input_free,
  .free_result = g_free,
  .progress = on_progress,
  .progress_size = sizeof (AmpImportProgress),
};

static void
show_start (AmpImportPage *self, AmpInspection *inspection)
{
  const AmpImportProgress none = { .bytes_total = -1, .seconds_left = -1 };
  guint                   n_sources = amp_inspection_get_n_sources (inspection);
  g_autofree char        *title = NULL;
  g_autofree char        *escaped = NULL;

  if (n_sources == 1)
    /* Translators: %s is a file name */
    title = g_strdup_printf (_ ("Importing “%s”"), amp_source_get_name (amp_inspection_get_source (inspection, 0)));
  else
    title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Importing %u File", "Importing %u Files", n_sources), n_sources);
  /* A status page reads markup, and a file may be called anything. */
  escaped = g_markup_escape_text (title, -1);
  adw_status_page_set_title (self->status, escaped);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_widget_set_sensitive (self->cancel_button, TRUE);
  show_figures (self, &none);
}

void
amp_import_page_start (AmpImportPage          *self,
                       AmpInspection          *inspection,
                       const AmpImportOptions *options)
{
  ImportInput *input;

  g_return_if_fail (AMP_IS_IMPORT_PAGE (self) && self->job == NULL);
  g_return_if_fail (AMP_IS_INSPECTION (inspection));
  g_return_if_fail (options != NULL && options->case_path != NULL);

  input = g_new0 (ImportInput, 1);
  input->inspection = g_object_ref (inspection);
  input->mandate = amp_mandate_copy (options->mandate);
  input->case_path = g_strdup (options->case_path);
  input->place_basis = g_strdup (options->place_basis);
  input->as_of = options->as_of;
  input->overwrite = options->overwrite;
  show_start (self, inspection);
  self->job = amp_job_start (&import_job, input, self, NULL);
}

gboolean
amp_import_page_is_running (AmpImportPage *self)
{
  g_return_val_if_fail (AMP_IS_IMPORT_PAGE (self), FALSE);

  return self->job != NULL;
}

void
amp_import_page_cancel (AmpImportPage *self)
{
  g_return_if_fail (AMP_IS_IMPORT_PAGE (self));

  if (self->job == NULL)
    return;
  gtk_widget_set_sensitive (self->cancel_button, FALSE);
  adw_status_page_set_title (self->status, _ ("Stopping the Import"));
  amp_job_cancel (self->job);
}

static void
amp_import_page_dispose (GObject *object)
{
  AmpImportPage *self = AMP_IMPORT_PAGE (object);

  amp_job_clear (&self->job);
  /* The template would free the bin's own child under its feet. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), AMP_TYPE_IMPORT_PAGE);

  G_OBJECT_CLASS (amp_import_page_parent_class)->dispose (object);
}

static void
amp_import_page_class_init (AmpImportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amp_import_page_dispose;

  signals[FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT64, G_TYPE_DOUBLE);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[CANCELLED] = g_signal_new ("cancelled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-import-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpImportPage, status);
  gtk_widget_class_bind_template_child (widget_class, AmpImportPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, AmpImportPage, bytes_label);
  gtk_widget_class_bind_template_child (widget_class, AmpImportPage, records_label);
  gtk_widget_class_bind_template_child (widget_class, AmpImportPage, rate_label);
  gtk_widget_class_bind_template_child (widget_class, AmpImportPage, left_label);
  gtk_widget_class_bind_template_child (widget_class, AmpImportPage, cancel_button);
  gtk_widget_class_bind_template_callback (widget_class, amp_import_page_cancel);
}

static void
amp_import_page_init (AmpImportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
