/* ampleur-cli export: the report of a case as a folder of files. */
#include "amp-command.h"

#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "amp-case.h"
#include "amp-export.h"

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
export_report (const char *path, const AmpExportOptions *options, gboolean as_json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpCase) opened = amp_case_open (path, NULL, &error);
  g_auto (GStrv) files = NULL;

  if (opened != NULL && !amp_command_knows_terms (opened, options->selection))
    return AMP_EXIT_USAGE;
  if (opened == NULL || !amp_export_run (opened, options, NULL, NULL, &files, NULL, &error))
    return amp_command_fail (error);
  if (as_json)
    return print_json (options->directory, files);
  for (guint i = 0; files[i] != NULL; i++)
    printf ("%s\n", files[i]);
  return amp_command_flush ();
}

int
amp_command_export (int n_arguments, char **arguments)
{
  g_autoptr (AmpSelection) selection = amp_selection_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *directory = NULL;
  g_autofree char *formats = NULL;
  g_autofree char *language = NULL;
  g_auto (GStrv) terms = NULL;
  gboolean         as_json = FALSE;
  AmpExportOptions options = { .formats = AMP_EXPORT_ALL, .min_cell = AMP_EXPORT_DEFAULT_MIN_CELL };
  GOptionEntry     entries[] = {
        { "output", 'o', 0, G_OPTION_ARG_FILENAME, &directory, N_ ("The folder to write to"), N_ ("DIR") },
        { "format", 'f', 0, G_OPTION_ARG_STRING, &formats, N_ ("What to write: html,svg,png,csv,json"), N_ ("LIST") },
        { "min-cell", 0, 0, G_OPTION_ARG_INT64, &options.min_cell, N_ ("Mask counts below this one; 0 masks nothing"), N_ ("N") },
        { "lang", 0, 0, G_OPTION_ARG_STRING, &language, N_ ("The language of the report"), "fr|en" },
        { "where", 'w', 0, G_OPTION_ARG_STRING_ARRAY, &terms, N_ ("Count only these; may be repeated"), N_ ("KEY=VALUE") },
        { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print JSON"), NULL },
        { 0 },
  };

  if (amp_command_parse (_ ("CASE"), _ ("Write the report of a case into a folder."), entries, &n_arguments, &arguments, 1, 1) < 0)
    return AMP_EXIT_USAGE;
  if (directory == NULL)
    return amp_command_misuse (_ ("--output DIR is missing"));
  if (options.min_cell < 0)
    return amp_command_misuse (_ ("--min-cell takes a number from 0"));
  if (formats != NULL && !amp_export_formats_from_string (formats, &options.formats, &error))
    return amp_command_misuse ("--format: %s", error->message);
  if (language != NULL && !g_str_equal (language, "fr") && !g_str_equal (language, "en"))
    return amp_command_misuse (_ ("--lang takes fr or en"));
  for (guint i = 0; terms != NULL && terms[i] != NULL; i++)
    if (!amp_selection_add_string (selection, terms[i], &error))
      return amp_command_misuse ("--where: %s", error->message);
  options.directory = directory;
  options.language = language;
  options.selection = selection;
  return export_report (arguments[1], &options, as_json);
}
