/* ampleur-cli export: the report of a case as a folder of files. */
#include "amp-command.h"

#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "amp-case.h"
#include "amp-export.h"
#include "amp-outline-set.h"

static int
print_json (const char *directory, char **files)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *name = g_filename_display_name (directory);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "output");
  json_builder_add_string_value (builder, name);
  json_builder_set_member_name (builder, "files");
  json_builder_begin_array (builder);
  for (guint i = 0; files[i] != NULL; i++)
    json_builder_add_string_value (builder, files[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return amp_command_print_json (builder);
}

static int
export_report (const char *path, const AmpExportOptions *options, const char *filter, AmpSelection *selection, gboolean as_json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpCase) opened = amp_case_open (path, NULL, &error);
  g_auto (GStrv) files = NULL;

  if (opened != NULL && (!amp_command_add_filter (opened, filter, selection) || !amp_command_knows_terms (opened, selection)))
    return AMP_EXIT_USAGE;
  if (opened == NULL || !amp_export_run (opened, options, NULL, NULL, &files, NULL, &error))
    return amp_command_fail (error);
  if (as_json)
    return print_json (options->directory, files);
  for (guint i = 0; files[i] != NULL; i++)
    printf ("%s\n", files[i]);
  return amp_command_flush ();
}

/* The options as they are given. */
typedef struct
{
  char    *directory;
  char    *formats;
  char    *language;
  char    *filter;
  char    *outlines;
  char   **terms;
  gint64   min_cell;
  int      round_to;
  int      png_width;
  int      png_dpi;
  gboolean as_json;
} Arguments;

static void
clear_arguments (Arguments *self)
{
  g_free (self->directory);
  g_free (self->formats);
  g_free (self->language);
  g_free (self->filter);
  g_free (self->outlines);
  g_strfreev (self->terms);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, clear_arguments)

static gboolean
is_outside (int value, int least, int greatest)
{
  return value != 0 && (value < least || value > greatest);
}

/* Returns an exit status. */
static int
check_numbers (const Arguments *self)
{
  if (self->min_cell < 0 || (self->min_cell > 0 && self->min_cell < AMP_EXPORT_LOWEST_MIN_CELL))
    return amp_command_misuse (_ ("--min-cell takes a number from %d, or 0 to mask nothing"), AMP_EXPORT_LOWEST_MIN_CELL);
  if (self->round_to != 0 && self->round_to != AMP_EXPORT_ROUND_TO)
    return amp_command_misuse (_ ("--round takes %d"), AMP_EXPORT_ROUND_TO);
  if (is_outside (self->png_width, AMP_EXPORT_LEAST_PNG_WIDTH, AMP_EXPORT_GREATEST_PNG_WIDTH))
    return amp_command_misuse (_ ("--png-width takes a number from %d to %d"), AMP_EXPORT_LEAST_PNG_WIDTH, AMP_EXPORT_GREATEST_PNG_WIDTH);
  if (is_outside (self->png_dpi, AMP_EXPORT_LEAST_PNG_DPI, AMP_EXPORT_GREATEST_PNG_DPI))
    return amp_command_misuse (_ ("--png-dpi takes a number from %d to %d"), AMP_EXPORT_LEAST_PNG_DPI, AMP_EXPORT_GREATEST_PNG_DPI);
  return AMP_EXIT_DONE;
}

static int
check_texts (const Arguments *self, AmpExportFormats *formats, AmpSelection *selection)
{
  g_autoptr (GError) error = NULL;

  if (self->directory == NULL)
    return amp_command_misuse (_ ("--output DIR is missing"));
  if (self->formats != NULL && !amp_export_formats_from_string (self->formats, formats, &error))
    return amp_command_misuse ("--format: %s", error->message);
  if (self->language != NULL && !g_str_equal (self->language, "fr") && !g_str_equal (self->language, "en"))
    return amp_command_misuse (_ ("--lang takes fr or en"));
  if (self->outlines != NULL && !g_str_equal (self->outlines, "imported") && !g_str_equal (self->outlines, "shipped"))
    return amp_command_misuse (_ ("--outlines takes imported or shipped"));
  return amp_command_read_terms (self->terms, selection) ? AMP_EXIT_DONE : AMP_EXIT_USAGE;
}

static int
run (const char *path, const Arguments *self)
{
  g_autoptr (AmpSelection) selection = amp_selection_new ();
  g_autofree char *folder = amp_outline_set_get_folder ();
  AmpExportOptions options = { .directory = self->directory, .formats = AMP_EXPORT_ALL, .min_cell = self->min_cell, .language = self->language, .selection = selection };

  if (check_texts (self, &options.formats, selection) != AMP_EXIT_DONE || check_numbers (self) != AMP_EXIT_DONE)
    return AMP_EXIT_USAGE;
  options.round_to = self->round_to;
  options.outlines_folder = g_strcmp0 (self->outlines, "shipped") != 0 ? folder : NULL;
  options.png_width = (guint) self->png_width;
  options.png_dpi = (guint) self->png_dpi;
  return export_report (path, &options, self->filter, selection, self->as_json);
}

int
amp_command_export (int n_arguments, char **arguments)
{
  g_auto (Arguments) given = { .min_cell = AMP_EXPORT_DEFAULT_MIN_CELL };
  g_autofree char *codes = amp_export_formats_dup_codes ();
  /* translators: %s is a list of codes: "html, json, csv" */
  g_autofree char *format_help = g_strdup_printf (_ ("What to write, with commas between, instead of everything: %s"), codes);
  GOptionEntry     entries[] = {
        { "output", 'o', 0, G_OPTION_ARG_FILENAME, &given.directory, N_ ("The folder to write to"), N_ ("DIR") },
        { "format", 'f', 0, G_OPTION_ARG_STRING, &given.formats, format_help, N_ ("LIST") },
        { "min-cell", 0, 0, G_OPTION_ARG_INT64, &given.min_cell, N_ ("Mask counts below this one, 11 if not given and 5 at least; 0 masks nothing"), N_ ("N") },
        { "lang", 0, 0, G_OPTION_ARG_STRING, &given.language, N_ ("The language of the report"), "fr|en" },
        AMP_COMMAND_WHERE (&given.terms),
        AMP_COMMAND_FILTER (&given.filter),
        { "round", 0, 0, G_OPTION_ARG_INT, &given.round_to, N_ ("Round counts to multiples of 5"), "5" },
        { "outlines", 0, 0, G_OPTION_ARG_STRING, &given.outlines, N_ ("Draw maps with the outlines imported on this computer, if not told otherwise, or with those that ship alone"), "imported|shipped" },
        { "png-width", 0, 0, G_OPTION_ARG_INT, &given.png_width, N_ ("Pixels that a PNG is wide"), N_ ("PIXELS") },
        { "png-dpi", 0, 0, G_OPTION_ARG_INT, &given.png_dpi, N_ ("Dots per inch of a PNG, 192 if not given"), N_ ("N") },
        { "json", 0, 0, G_OPTION_ARG_NONE, &given.as_json, N_ ("Print JSON"), NULL },
        { 0 },
  };

  if (amp_command_parse (_ ("CASE"), _ ("Write the report of a case into a folder."), entries, &n_arguments, &arguments, 1, 1) < 0)
    return AMP_EXIT_USAGE;
  return run (arguments[1], &given);
}
