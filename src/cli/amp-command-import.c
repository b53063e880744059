/* ampleur-cli import: a dump into a case. */
#include "amp-command.h"

#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "amp-case.h"
#include "amp-date.h"
#include "amp-field-plan.h"
#include "amp-import.h"
#include "amp-interrupt.h"
#include "amp-source-json.h"

typedef struct
{
  char    *case_path;
  char    *fields_path;
  char    *mandate;
  char    *analyst;
  char    *client;
  char    *reference;
  char    *as_of;
  char    *place_basis;
  gboolean overwrite;
  gboolean as_json;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->case_path);
  g_free (options->fields_path);
  g_free (options->mandate);
  g_free (options->analyst);
  g_free (options->client);
  g_free (options->reference);
  g_free (options->as_of);
  g_free (options->place_basis);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* One line that is written over; only where somebody watches. */
static void
on_progress (const AmpImportProgress *progress, gpointer data)
{
  gint64 n = progress->records;
  /* Translators: how much was read so far: megabytes, records */
  g_autofree char *read = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%.0f MB, %" PRId64 " record", "%.0f MB, %" PRId64 " records", (gulong) n),
                                           (double) progress->bytes / 1e6,
                                           n);

  if (progress->bytes_total > 0)
    g_printerr ("\r%3.0f %%  %s", 100.0 * (double) progress->bytes / (double) progress->bytes_total, read);
  else
    g_printerr ("\r%s", read);
}

static void
add_number (JsonBuilder *builder, const char *name, gint64 number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
add_sources (JsonBuilder *builder, AmpInspection *inspection, AmpCase *imported)
{
  const AmpCaseFacts *facts = amp_case_get_facts (imported);

  json_builder_set_member_name (builder, "sources");
  json_builder_begin_array (builder);
  for (guint i = 0; i < amp_inspection_get_n_sources (inspection); i++)
    amp_source_json_add (builder, amp_inspection_get_source (inspection, i), g_ptr_array_index (facts->sources, i));
  json_builder_end_array (builder);
}

static int
print_json (AmpInspection *inspection, AmpCase *imported, const AmpImportResult *result)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *path = g_filename_display_name (amp_case_get_path (imported));

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "case");
  json_builder_add_string_value (builder, path);
  add_sources (builder, inspection, imported);
  add_number (builder, "records", result->records);
  add_number (builder, "persons", result->persons);
  json_builder_set_member_name (builder, "persons_bounds");
  json_builder_begin_array (builder);
  json_builder_add_int_value (builder, result->persons_lowest);
  json_builder_add_int_value (builder, result->persons_highest);
  json_builder_end_array (builder);
  add_number (builder, "malformed", result->malformed);
  json_builder_set_member_name (builder, "place_basis");
  if (amp_case_get_facts (imported)->place_basis != NULL)
    json_builder_add_string_value (builder, amp_case_get_facts (imported)->place_basis);
  else
    json_builder_add_null_value (builder);
  add_number (builder, "unplaced", result->unplaced);
  json_builder_set_member_name (builder, "seconds");
  json_builder_add_double_value (builder, result->seconds);
  add_number (builder, "peak_bytes", result->peak_bytes);
  json_builder_end_object (builder);
  return amp_command_print_json (builder);
}

static int
print_text (const AmpImportResult *result)
{
  printf (_ ("Records: %" PRId64 "\n"), result->records);
  printf (_ ("Persons: %" PRId64 " (between %" PRId64 " and %" PRId64 ")\n"), result->persons, result->persons_lowest, result->persons_highest);
  printf (_ ("Malformed records: %" PRId64 "\n"), result->malformed);
  printf (_ ("Records without a place: %" PRId64 "\n"), result->unplaced);
  return amp_command_flush ();
}

static int
run_import (const Options *options, AmpInspection *inspection, AmpDate as_of)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpCase) imported = NULL;
  g_autoptr (GCancellable) cancellable = amp_interrupt_watch ();
  AmpMandate       mandate = { options->analyst, options->client, options->mandate, options->reference };
  AmpImportOptions import = { options->case_path, &mandate, as_of, options->overwrite, options->place_basis };
  AmpImportResult  result = { 0 };
  gboolean         is_watched = isatty (STDERR_FILENO);
  gboolean         is_done;

  is_done = amp_import_run (inspection, &import, is_watched ? on_progress : NULL, NULL, &result, cancellable, &error);
  if (is_watched)
    g_printerr ("\n");
  if (!is_done)
    return amp_command_fail (error);
  if (!options->as_json)
    return print_text (&result);
  imported = amp_case_open (options->case_path, NULL, &error);
  return imported != NULL ? print_json (inspection, imported, &result) : amp_command_fail (error);
}

static int
inspect_and_import (const Options *options, const char *const *paths)
{
  g_autoptr (AmpInspection) inspection = NULL;
  g_autoptr (GError) error = NULL;
  AmpDate as_of = { 0 };

  if (options->case_path == NULL)
    return amp_command_misuse (_ ("--case FILE is missing"));
  if (options->as_of != NULL &&
      !amp_date_parse (options->as_of, strlen (options->as_of), AMP_DATE_ORDER_YMD, &as_of))
    return amp_command_misuse (_ ("--as-of takes a day, as 2026-01-31"));
  inspection = amp_inspection_new_for_paths (paths, NULL, &error);
  if (inspection == NULL)
    return amp_command_fail (error);
  amp_command_tell_passed_over (amp_inspection_get_passed_over (inspection));
  if (options->fields_path != NULL && !amp_field_plan_load (inspection, options->fields_path, &error))
    return amp_command_fail (error);
  return run_import (options, inspection, as_of);
}

int
amp_command_import (int n_arguments, char **arguments)
{
  g_auto (Options) options = { 0 };
  GOptionEntry entries[] = {
    { "case", 'c', 0, G_OPTION_ARG_FILENAME, &options.case_path, N_ ("The case to write"), N_ ("FILE") },
    { "fields", 0, 0, G_OPTION_ARG_FILENAME, &options.fields_path, N_ ("Types of fields, as the review page saves them"), N_ ("FILE.json") },
    { "mandate", 0, 0, G_OPTION_ARG_STRING, &options.mandate, N_ ("On what legal basis the dump is analysed"), N_ ("TEXT") },
    { "analyst", 0, 0, G_OPTION_ARG_STRING, &options.analyst, N_ ("Who analyses it"), N_ ("TEXT") },
    { "client", 0, 0, G_OPTION_ARG_STRING, &options.client, N_ ("For whom"), N_ ("TEXT") },
    { "reference", 0, 0, G_OPTION_ARG_STRING, &options.reference, N_ ("The file number of the matter"), N_ ("TEXT") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &options.as_of, N_ ("The day at which ages are computed; today if not given"), N_ ("YYYY-MM-DD") },
    { "place-basis", 0, 0, G_OPTION_ARG_STRING, &options.place_basis, N_ ("Whose addresses place the records, as inspect lists them (an extension): person, insured, doctor…; the person's if not given"), N_ ("CODE") },
    { "overwrite", 0, 0, G_OPTION_ARG_NONE, &options.overwrite, N_ ("Replace an existing case"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.as_json, N_ ("Print JSON"), NULL },
    { 0 },
  };

  if (amp_command_parse (_ ("DUMP…"), _ ("Import a dump into a case; “-” reads it from standard input."), entries, &n_arguments, &arguments, 1, -1) < 0)
    return AMP_EXIT_USAGE;
  return inspect_and_import (&options, (const char *const *) arguments + 1);
}
