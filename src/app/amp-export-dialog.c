/* AmpExportDialog: what to export of a case, how much of it, and where to.
 *
 * Invariant: at most one job runs, and while it runs nothing can be changed.
 * The worker opens the case anew: an #AmpCase serves one thread, and the pages
 * go on using theirs. */
#include "amp-export-dialog.h"

#include <glib/gi18n-lib.h>

#include "amp-compat.h"
#include "amp-dialog-width.h"
#include "amp-export.h"
#include "amp-job.h"
#include "amp-outline-set.h"

struct _AmpExportDialog
{
  AdwWindow parent_instance;

  /* Template */
  GtkStack       *stack;
  GtkWidget      *export_button;
  AdwActionRow   *folder_row;
  GtkCheckButton *html_check;
  GtkCheckButton *pdf_check;
  GtkCheckButton *odt_check;
  GtkCheckButton *notification_check;
  GtkCheckButton *svg_check;
  GtkCheckButton *chart_pdf_check;
  GtkCheckButton *png_check;
  GtkCheckButton *xlsx_check;
  GtkCheckButton *csv_check;
  GtkCheckButton *json_check;
  GtkCheckButton *geojson_check;
  GtkCheckButton *datapackage_check;
  GtkSwitch      *png_width_switch;
  GtkSpinButton  *png_width_spin;
  GtkSpinButton  *png_dpi_spin;
  GtkSwitch      *round_switch;
  AdwActionRow   *selection_row;
  GtkSwitch      *selection_switch;
  GtkSwitch      *mask_switch;
  GtkSpinButton  *threshold_spin;
  GtkWidget      *unmasked_warning;
  AdwComboRow    *language_row;
  GtkProgressBar *progress_bar;
  GtkWidget      *failure_group;
  GtkLabel       *failure_label;

  /* Owned */
  AmpCase   *opened;
  AmpFilter *filter;
  GFile     *folder;
  AmpJob    *job;
};

enum
{
  EXPORTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmpExportDialog, amp_export_dialog, ADW_TYPE_WINDOW)

/* In the order of the template's list. */
static const char *const languages[] = { NULL, "en", "fr" };

/* What the worker owns. */
typedef struct
{
  char            *case_path;
  char            *directory;
  char            *outlines_folder;
  AmpSelection    *selection;
  AmpExportOptions options;
} ExportInput;

typedef struct
{
  guint done;
  guint total;
} ExportProgress;

static void
export_input_free (gpointer data)
{
  ExportInput *input = data;

  g_free (input->case_path);
  g_free (input->directory);
  g_free (input->outlines_folder);
  amp_selection_free (input->selection);
  g_free (input);
}

static void
report_progress (guint done, guint total, gpointer job)
{
  const ExportProgress progress = { done, total };

  amp_job_report (job, &progress);
}

static gpointer
run_export (AmpJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  ExportInput *input = data;
  g_autoptr (AmpCase) opened = amp_case_open (input->case_path, cancellable, error);
  char **files = NULL;

  if (!opened || !amp_export_run (opened, &input->options, report_progress, job, &files, cancellable, error))
    return NULL;
  return files;
}

static void
show_progress (gpointer owner, gconstpointer data)
{
  AmpExportDialog      *self = owner;
  const ExportProgress *progress = data;

  gtk_progress_bar_set_fraction (self->progress_bar, progress->total > 0 ? (double) progress->done / progress->total : 0);
}

static void
show_failure (AmpExportDialog *self, const GError *error)
{
  gtk_widget_set_visible (self->failure_group, !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
  gtk_label_set_label (self->failure_label, error->message);
  gtk_stack_set_visible_child_name (self->stack, "choices");
  gtk_widget_set_sensitive (self->export_button, TRUE);
}

static void
finish_export (gpointer owner, gpointer result, const GError *error)
{
  AmpExportDialog *self = owner;

  g_clear_object (&self->job);
  if (!result)
    {
      show_failure (self, error);
      return;
    }
  g_signal_emit (self, signals[EXPORTED], 0, self->folder, g_strv_length (result));
  gtk_window_close (GTK_WINDOW (self));
}

static const AmpJobKind export_job = {
  .work = run_export,
  .done = finish_export,
  .free_input = export_input_free,
  .free_result = (GDestroyNotify) g_strfreev,
  .progress = show_progress,
  .progress_size = sizeof (ExportProgress),
};

/* Which button asks for which format. */
/* clang-format off */
static const struct
{
  gsize            check;
  AmpExportFormats format;
} FORMATS[] = {
  { G_STRUCT_OFFSET (AmpExportDialog, html_check),        AMP_EXPORT_HTML },
  { G_STRUCT_OFFSET (AmpExportDialog, pdf_check),         AMP_EXPORT_PDF },
  { G_STRUCT_OFFSET (AmpExportDialog, odt_check),         AMP_EXPORT_ODT },
  { G_STRUCT_OFFSET (AmpExportDialog, svg_check),         AMP_EXPORT_SVG },
  { G_STRUCT_OFFSET (AmpExportDialog, chart_pdf_check),   AMP_EXPORT_CHART_PDF },
  { G_STRUCT_OFFSET (AmpExportDialog, png_check),         AMP_EXPORT_PNG },
  { G_STRUCT_OFFSET (AmpExportDialog, xlsx_check),        AMP_EXPORT_XLSX },
  { G_STRUCT_OFFSET (AmpExportDialog, csv_check),         AMP_EXPORT_CSV },
  { G_STRUCT_OFFSET (AmpExportDialog, json_check),        AMP_EXPORT_JSON },
  { G_STRUCT_OFFSET (AmpExportDialog, geojson_check),     AMP_EXPORT_GEOJSON },
  { G_STRUCT_OFFSET (AmpExportDialog, datapackage_check), AMP_EXPORT_DATAPACKAGE },
  { G_STRUCT_OFFSET (AmpExportDialog, notification_check), AMP_EXPORT_NOTIFICATION },
};
/* clang-format on */

static GtkCheckButton *
get_check (AmpExportDialog *self, guint index)
{
  return G_STRUCT_MEMBER (GtkCheckButton *, self, FORMATS[index].check);
}

static AmpExportFormats
get_formats (AmpExportDialog *self)
{
  AmpExportFormats formats = 0;

  for (guint i = 0; i < G_N_ELEMENTS (FORMATS); i++)
    if (gtk_check_button_get_active (get_check (self, i)))
      formats |= FORMATS[i].format;
  return formats;
}

static void
set_formats (AmpExportDialog *self, AmpExportFormats formats)
{
  for (guint i = 0; i < G_N_ELEMENTS (FORMATS); i++)
    gtk_check_button_set_active (get_check (self, i), (formats & FORMATS[i].format) != 0);
}

/* A list that another version wrote may name formats that this one lacks. */
static AmpExportFormats
read_formats (GSettings *settings)
{
  g_autofree char *codes = g_settings_get_string (settings, "export-formats");
  AmpExportFormats formats = AMP_EXPORT_ALL;

  if (codes[0] != '\0')
    amp_export_formats_from_string (codes, &formats, NULL);
  return formats;
}

static void
remember_choices (AmpExportDialog *self)
{
  g_autoptr (GSettings) settings = g_settings_new (AMP_APPLICATION_ID);
  g_autofree char *codes = amp_export_formats_to_string (get_formats (self));

  g_settings_set_string (settings, "export-formats", codes);
  g_settings_set_boolean (settings, "export-rounded", gtk_switch_get_active (self->round_switch));
  g_settings_set_boolean (settings, "picture-width-chosen", gtk_switch_get_active (self->png_width_switch));
  g_settings_set_int (settings, "picture-width", gtk_spin_button_get_value_as_int (self->png_width_spin));
  g_settings_set_int (settings, "picture-density", gtk_spin_button_get_value_as_int (self->png_dpi_spin));
}

static void
recall_choices (AmpExportDialog *self, GSettings *settings)
{
  set_formats (self, read_formats (settings));
  gtk_switch_set_active (self->round_switch, g_settings_get_boolean (settings, "export-rounded"));
  gtk_switch_set_active (self->png_width_switch, g_settings_get_boolean (settings, "picture-width-chosen"));
  gtk_spin_button_set_value (self->png_width_spin, g_settings_get_int (settings, "picture-width"));
  gtk_spin_button_set_value (self->png_dpi_spin, g_settings_get_int (settings, "picture-density"));
}

static ExportInput *
collect_input (AmpExportDialog *self)
{
  ExportInput *input = g_new0 (ExportInput, 1);
  guint        language = adw_combo_row_get_selected (self->language_row);

  input->case_path = g_strdup (amp_case_get_path (self->opened));
  input->directory = g_file_get_path (self->folder);
  input->outlines_folder = amp_outline_set_get_folder ();
  if (gtk_switch_get_active (self->selection_switch))
    input->selection = amp_selection_copy (amp_filter_get_selection (self->filter));
  input->options = (AmpExportOptions){
    .directory = input->directory,
    .formats = get_formats (self),
    .min_cell = gtk_switch_get_active (self->mask_switch) ? gtk_spin_button_get_value_as_int (self->threshold_spin) : 0,
    .language = languages[MIN (language, G_N_ELEMENTS (languages) - 1)],
    .selection = input->selection,
    .outlines_folder = input->outlines_folder,
    .round_to = gtk_switch_get_active (self->round_switch) ? AMP_EXPORT_ROUND_TO : 0,
    .png_width = gtk_switch_get_active (self->png_width_switch) ? (guint) gtk_spin_button_get_value_as_int (self->png_width_spin) : 0,
    .png_dpi = (guint) gtk_spin_button_get_value_as_int (self->png_dpi_spin),
  };
  return input;
}

static void
update_choices (AmpExportDialog *self)
{
  gboolean is_masked = gtk_switch_get_active (self->mask_switch);
  gboolean has_pictures = gtk_check_button_get_active (self->png_check);

  gtk_widget_set_sensitive (GTK_WIDGET (self->threshold_spin), is_masked);
  gtk_widget_set_visible (self->unmasked_warning, !is_masked);
  gtk_widget_set_sensitive (GTK_WIDGET (self->png_width_switch), has_pictures);
  gtk_widget_set_sensitive (GTK_WIDGET (self->png_width_spin), has_pictures && gtk_switch_get_active (self->png_width_switch));
  gtk_widget_set_sensitive (GTK_WIDGET (self->png_dpi_spin), has_pictures);
  gtk_widget_set_sensitive (self->export_button, get_formats (self) != 0 && !self->job);
}

static void
on_folder_chosen (gpointer owner, GPtrArray *files)
{
  amp_export_dialog_set_folder (owner, g_ptr_array_index (files, 0));
}

static void
on_choose_folder (AmpExportDialog *self)
{
  const AmpFileRequest request = {
    .purpose = AMP_FILE_FOLDER,
    .title = _ ("Export to Folder"),
    .accept = _ ("_Choose"),
  };

  amp_compat_choose_files (GTK_WINDOW (self), &request, self, on_folder_chosen);
}

static void
on_cancel (AmpExportDialog *self)
{
  if (self->job)
    amp_job_cancel (self->job);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
amp_export_dialog_close_request (GtkWindow *window)
{
  AmpExportDialog *self = AMP_EXPORT_DIALOG (window);

  if (self->job)
    amp_job_cancel (self->job);
  return self->job ? TRUE : GTK_WINDOW_CLASS (amp_export_dialog_parent_class)->close_request (window);
}

static void
amp_export_dialog_dispose (GObject *object)
{
  AmpExportDialog *self = AMP_EXPORT_DIALOG (object);

  amp_job_clear (&self->job);
  g_clear_object (&self->opened);
  g_clear_object (&self->filter);
  g_clear_object (&self->folder);
  gtk_widget_dispose_template (GTK_WIDGET (self), AMP_TYPE_EXPORT_DIALOG);
  G_OBJECT_CLASS (amp_export_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, AmpExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, AmpExportDialog, folder_row);
  gtk_widget_class_bind_template_child (widget_class, AmpExportDialog, html_check);
  gtk_widget_class_bind_template_child (widget_class, AmpExportDialog, pdf_check);
  gtk_widget_class_bind_template_child (widget_class, AmpExportDialog, odt_check);
  gtk_widget_class_bind_template_child (widget_class, AmpExportDialog, notification_check);
  gtk_widget_class_bind_template_child (widget_class, AmpExportDialog, svg_check);
  gtk_widget_class_bind_template_child (widget_class, AmpExportDialog, png_check);
  gtk_widget_class_bind_template_child (widget_class, AmpExportDialog, csv_check);
  gtk_widget_class_bind_template_child (widget_class, AmpExportDialog, json_check);
  gtk_widget_class_bind_template_child (widget_class, AmpExportDialog, chart_pdf_check);
  gtk_widget_class_bind_template_child (widget_class, AmpExportDialog, xlsx_check);
  gtk_widget_class_bind_template_child (widget_class, AmpExportDialog, geojson_check);
  gtk_widget_class_bind_template_child (widget_class, AmpExportDialog, datapackage_check);
  gtk_widget_class_bind_template_child (widget_class, AmpExportDialog, png_width_switch);
  gtk_widget_class_bind_template_child (widget_class, AmpExportDialog, png_width_spin);
  gtk_widget_class_bind_template_child (widget_class, AmpExportDialog, png_dpi_spin);
  gtk_widget_class_bind_template_child (widget_class, AmpExportDialog, round_switch);
  gtk_widget_class_bind_template_child (widget_class, AmpExportDialog, selection_row);
  gtk_widget_class_bind_template_child (widget_class, AmpExportDialog, selection_switch);
  gtk_widget_class_bind_template_child (widget_class, AmpExportDialog, mask_switch);
  gtk_widget_class_bind_template_child (widget_class, AmpExportDialog, threshold_spin);
  gtk_widget_class_bind_template_child (widget_class, AmpExportDialog, unmasked_warning);
  gtk_widget_class_bind_template_child (widget_class, AmpExportDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, AmpExportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, AmpExportDialog, failure_group);
  gtk_widget_class_bind_template_child (widget_class, AmpExportDialog, failure_label);
  gtk_widget_class_bind_template_callback (widget_class, update_choices);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_folder);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, amp_export_dialog_start);
}

static void
amp_export_dialog_class_init (AmpExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amp_export_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = amp_export_dialog_close_request;
  signals[EXPORTED] = g_signal_new ("exported", AMP_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_FILE, G_TYPE_UINT);
  bind_template (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
propose_preferences (AmpExportDialog *self)
{
  g_autoptr (GSettings) settings = g_settings_new (AMP_APPLICATION_ID);
  g_autofree char *language = g_settings_get_string (settings, "report-language");

  gtk_spin_button_set_value (self->threshold_spin, g_settings_get_int (settings, "small-cell-threshold"));
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_strcmp0 (languages[i], language) == 0)
      adw_combo_row_set_selected (self->language_row, i);
  recall_choices (self, settings);
  update_choices (self);
}

static void
amp_export_dialog_init (AmpExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  propose_preferences (self);
  gtk_window_set_focus (GTK_WINDOW (self), self->export_button);
}

/* Beside the case, where the analyst will look for it. */
static GFile *
propose_folder (AmpCase *opened)
{
  g_autofree char *parent = g_path_get_dirname (amp_case_get_path (opened));
  g_autofree char *name = g_path_get_basename (amp_case_get_path (opened));
  char            *dot = strrchr (name, '.');

  if (dot && dot != name)
    *dot = '\0';
  /* translators: the folder of an export; %s is the name of the case */
  g_autofree char *folder = g_strdup_printf (_ ("%s report"), name);

  return g_file_new_build_filename (parent, folder, NULL);
}

AmpExportDialog *
amp_export_dialog_new (GtkWindow *parent, AmpCase *opened, AmpFilter *filter)
{
  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (AMP_IS_CASE (opened), NULL);
  g_return_val_if_fail (AMP_IS_FILTER (filter), NULL);

  AmpExportDialog *self = g_object_new (AMP_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  gboolean         is_filtered = !amp_selection_is_empty (amp_filter_get_selection (filter));
  g_autoptr (GFile) folder = propose_folder (opened);

  amp_dialog_width_fit (GTK_WINDOW (self));
  self->opened = g_object_ref (opened);
  self->filter = g_object_ref (filter);
  gtk_widget_set_visible (GTK_WIDGET (self->selection_row), is_filtered);
  gtk_switch_set_active (self->selection_switch, is_filtered);
  amp_export_dialog_set_folder (self, folder);
  return self;
}

void
amp_export_dialog_set_folder (AmpExportDialog *self, GFile *folder)
{
  g_return_if_fail (AMP_IS_EXPORT_DIALOG (self));
  g_return_if_fail (G_IS_FILE (folder));

  g_autofree char *path = g_file_get_parse_name (folder);
  g_autofree char *text = g_markup_escape_text (path, -1);

  g_set_object (&self->folder, folder);
  adw_action_row_set_subtitle (self->folder_row, text);
}

void
amp_export_dialog_start (AmpExportDialog *self)
{
  g_return_if_fail (AMP_IS_EXPORT_DIALOG (self));

  if (self->job || get_formats (self) == 0)
    return;
  remember_choices (self);
  gtk_widget_set_visible (self->failure_group, FALSE);
  gtk_widget_set_sensitive (self->export_button, FALSE);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_stack_set_visible_child_name (self->stack, "progress");
  self->job = amp_job_start (&export_job, collect_input (self), self, NULL);
}
