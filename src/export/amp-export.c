/* Makes the report once and hands it to the writer of each format. */
#include "amp-export.h"

#include "amp-export-error.h"
#include "amp-export-language.h"
#include "amp-export-private.h"
#include "amp-report-folder.h"

#include <glib/gi18n-lib.h>

struct _AmpExportRun
{
  const AmpExportOptions *options;
  AmpExportProgressFunc   progress;
  gpointer                data;
  GCancellable           *cancellable;
  GPtrArray              *files;
  guint                   total;
};

typedef guint (*CountFunc) (const AmpReport *report);
typedef gboolean (*WriteFunc) (const AmpReport *report, AmpExportRun *run, GError **error);

static guint
count_one (const AmpReport *report)
{
  return 1;
}

static guint
count_csv (const AmpReport *report)
{
  return report->tables->len + report->crossings->len;
}

static guint
count_drawings (const AmpReport *report)
{
  guint n_heats = 0;

  for (guint i = 0; i < report->crossings->len; i++)
    n_heats += amp_export_draws_crossing (g_ptr_array_index (report->crossings, i));
  return report->tables->len + n_heats + report->maps->len;
}

/* In the order in which files are written. */
/* clang-format off */
static const struct
{
  AmpExportFormats format;
  const char      *code;
  CountFunc        count;
  WriteFunc        write;
} FORMATS[] = {
  { AMP_EXPORT_HTML,        "html",        count_one,                amp_export_write_html },
  { AMP_EXPORT_PDF,         "pdf",         count_one,                amp_export_write_pdf },
  { AMP_EXPORT_ODT,         "odt",         count_one,                amp_export_write_odt },
  { AMP_EXPORT_NOTIFICATION, "notification", amp_export_count_notification, amp_export_write_notification },
  { AMP_EXPORT_JSON,        "json",        count_one,                amp_export_write_json },
  { AMP_EXPORT_CSV,         "csv",         count_csv,                amp_export_write_csv },
  { AMP_EXPORT_XLSX,        "xlsx",        count_one,                amp_export_write_xlsx },
  { AMP_EXPORT_GEOJSON,     "geojson",     amp_export_count_geojson, amp_export_write_geojson },
  { AMP_EXPORT_SVG,         "svg",         count_drawings,           amp_export_write_svg },
  { AMP_EXPORT_PNG,         "png",         count_drawings,           amp_export_write_png },
  { AMP_EXPORT_CHART_PDF,   "chart-pdf",   count_drawings,           amp_export_write_chart_pdf },
  /* Last: it lists the others. */
  { AMP_EXPORT_DATAPACKAGE, "datapackage", count_one,                amp_export_write_datapackage },
};
/* clang-format on */

static gboolean
find_format (const char *code, AmpExportFormats *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (FORMATS); i++)
    if (g_str_equal (FORMATS[i].code, code))
      {
        *format = FORMATS[i].format;
        return TRUE;
      }
  return FALSE;
}

static char *
join_codes (AmpExportFormats formats, const char *separator)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) codes = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (FORMATS); i++)
    if ((formats & FORMATS[i].format) != 0)
      g_strv_builder_add (builder, FORMATS[i].code);
  codes = g_strv_builder_end (builder);
  return g_strjoinv (separator, codes);
}

char *
amp_export_formats_to_string (AmpExportFormats formats)
{
  return join_codes (formats, ",");
}

char *
amp_export_formats_dup_codes (void)
{
  return join_codes (~0u, ", ");
}

gboolean
amp_export_formats_from_string (const char *text, AmpExportFormats *formats, GError **error)
{
  g_autofree char *known = amp_export_formats_dup_codes ();
  g_auto (GStrv) codes = NULL;
  AmpExportFormats found = 0;

  g_return_val_if_fail (text != NULL && formats != NULL, FALSE);

  codes = g_strsplit (text, ",", -1);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      AmpExportFormats format;

      if (!find_format (g_strstrip (codes[i]), &format))
        {
          g_set_error (error, AMP_EXPORT_ERROR, AMP_EXPORT_ERROR_FORMAT, _ ("“%s” is not a format of exports: %s"), codes[i], known);
          return FALSE;
        }
      found |= format;
    }
  if (found == 0)
    {
      g_set_error (error, AMP_EXPORT_ERROR, AMP_EXPORT_ERROR_FORMAT, _ ("No format is named: %s"), known);
      return FALSE;
    }
  *formats = found;
  return TRUE;
}

const AmpExportOptions *
amp_export_run_get_options (AmpExportRun *run)
{
  return run->options;
}

gboolean
amp_export_run_is_stopped (AmpExportRun *run, GError **error)
{
  return g_cancellable_set_error_if_cancelled (run->cancellable, error);
}

GCancellable *
amp_export_run_get_cancellable (AmpExportRun *run)
{
  return run->cancellable;
}

const GPtrArray *
amp_export_run_get_files (AmpExportRun *run)
{
  return run->files;
}

static AmpExportFile *
file_new (const char *name, GBytes *content)
{
  AmpExportFile *file = g_new0 (AmpExportFile, 1);

  file->name = g_strdup (name);
  file->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  file->n_bytes = (gint64) g_bytes_get_size (content);
  return file;
}

static void
file_free (AmpExportFile *file)
{
  g_free (file->name);
  g_free (file->sha256);
  g_free (file);
}

gboolean
amp_export_run_write (AmpExportRun *run, const char *name, GBytes *content, GError **error)
{
  g_autoptr (GBytes) owned = content;

  if (content == NULL)
    {
      g_prefix_error (error, "%s: ", name);
      return FALSE;
    }
  if (amp_export_run_is_stopped (run, error) ||
      !amp_report_folder_write (run->options->directory, name, content, error))
    return FALSE;
  g_ptr_array_add (run->files, file_new (name, content));
  if (run->progress != NULL)
    run->progress (run->files->len, run->total, run->data);
  return TRUE;
}

static gboolean
write_formats (const AmpReport *report, AmpExportFormats formats, AmpExportRun *run, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (FORMATS); i++)
    if (formats & FORMATS[i].format)
      run->total += FORMATS[i].count (report);
  for (guint i = 0; i < G_N_ELEMENTS (FORMATS); i++)
    if ((formats & FORMATS[i].format) && !FORMATS[i].write (report, run, error))
      return FALSE;
  return TRUE;
}

static char **
dup_names (const GPtrArray *files)
{
  char **names = g_new0 (char *, files->len + 1);

  for (guint i = 0; i < files->len; i++)
    names[i] = g_strdup (((const AmpExportFile *) g_ptr_array_index (files, i))->name);
  return names;
}

static gboolean
is_within (guint value, guint least, guint greatest)
{
  return value == 0 || (value >= least && value <= greatest);
}

static gboolean
check_options (const AmpExportOptions *options, GError **error)
{
  if (options->min_cell > 0 && options->min_cell < AMP_EXPORT_LOWEST_MIN_CELL)
    g_set_error (error, AMP_EXPORT_ERROR, AMP_EXPORT_ERROR_OPTION, _ ("The smallest count shown may be %d or more; 0 masks nothing"), AMP_EXPORT_LOWEST_MIN_CELL);
  else if (!is_within (options->png_width, AMP_EXPORT_LEAST_PNG_WIDTH, AMP_EXPORT_GREATEST_PNG_WIDTH))
    g_set_error (error, AMP_EXPORT_ERROR, AMP_EXPORT_ERROR_OPTION, _ ("A picture is from %d to %d pixels wide"), AMP_EXPORT_LEAST_PNG_WIDTH, AMP_EXPORT_GREATEST_PNG_WIDTH);
  else if (!is_within (options->png_dpi, AMP_EXPORT_LEAST_PNG_DPI, AMP_EXPORT_GREATEST_PNG_DPI))
    g_set_error (error, AMP_EXPORT_ERROR, AMP_EXPORT_ERROR_OPTION, _ ("A picture has from %d to %d dots per inch"), AMP_EXPORT_LEAST_PNG_DPI, AMP_EXPORT_GREATEST_PNG_DPI);
  else if (options->round_to != 0 && options->round_to != AMP_EXPORT_ROUND_TO)
    g_set_error (error, AMP_EXPORT_ERROR, AMP_EXPORT_ERROR_OPTION, _ ("Counts are rounded to multiples of %d, or not at all"), AMP_EXPORT_ROUND_TO);
  else
    return TRUE;
  return FALSE;
}

gboolean
amp_export_run (AmpCase *self, const AmpExportOptions *options, AmpExportProgressFunc progress, gpointer data, char ***files, GCancellable *cancellable, GError **error)
{
  g_autoptr (AmpExportLanguage) language = NULL;
  g_autoptr (AmpReport) report = NULL;
  g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func ((GDestroyNotify) file_free);
  AmpExportRun run = { options, progress, data, cancellable, written, 0 };
  gboolean     is_done;

  g_return_val_if_fail (AMP_IS_CASE (self), FALSE);
  g_return_val_if_fail (options != NULL && options->directory != NULL && options->min_cell >= 0, FALSE);

  if (!check_options (options, error))
    return FALSE;
  language = amp_export_language_enter (options->language, error);
  if (language == NULL || !amp_report_folder_make (options->directory, error))
    return FALSE;
  report = amp_report_new (self, options->selection, options->min_cell, options->round_to, cancellable, error);
  is_done = report != NULL && (options->outlines_folder == NULL || amp_report_use_outlines (report, options->outlines_folder, error)) && write_formats (report, options->formats, &run, error);
  if (files != NULL)
    *files = dup_names (written);
  return is_done;
}
