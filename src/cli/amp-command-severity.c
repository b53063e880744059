/* ampleur-cli severity: how severe a case is, and why. */
#include "amp-command.h"

#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "amp-case-severity.h"

static void
add_number (JsonBuilder *builder, const char *name, double number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, number);
}

static void
add_flag (JsonBuilder *builder, const char *name, gboolean flag)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, flag);
}

static void
add_reasons (JsonBuilder *builder, char **reasons)
{
  json_builder_set_member_name (builder, "reasons");
  json_builder_begin_array (builder);
  for (guint i = 0; reasons[i] != NULL; i++)
    json_builder_add_string_value (builder, reasons[i]);
  json_builder_end_array (builder);
}

static void
add_bands (JsonBuilder *builder, AmpTable *bands)
{
  json_builder_set_member_name (builder, "bands");
  json_builder_begin_array (builder);
  for (guint i = 0; i < amp_table_get_n_rows (bands); i++)
    {
      const AmpTableRow *row = amp_table_get_row (bands, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "code");
      json_builder_add_string_value (builder, row->code);
      json_builder_set_member_name (builder, "label");
      json_builder_add_string_value (builder, row->label);
      json_builder_set_member_name (builder, "records");
      json_builder_add_int_value (builder, row->records);
      json_builder_set_member_name (builder, "persons");
      json_builder_add_int_value (builder, row->persons);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static int
print_json (const AmpSeverity *severity, AmpTable *bands)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_number (builder, "score", severity->score);
  json_builder_set_member_name (builder, "band");
  json_builder_add_string_value (builder, amp_severity_band_get_code (severity->band));
  json_builder_set_member_name (builder, "dpc");
  json_builder_add_int_value (builder, severity->dpc);
  add_number (builder, "ei", severity->ei);
  add_number (builder, "cb", severity->cb);
  add_flag (builder, "many_people", severity->is_many_people);
  add_flag (builder, "unintelligible", severity->is_unintelligible);
  add_reasons (builder, severity->reasons);
  add_bands (builder, bands);
  json_builder_end_object (builder);
  return amp_command_print_json (builder);
}

static int
print_text (const AmpSeverity *severity, AmpTable *bands)
{
  /* translators: the band of the severity, then its score and what it is made of */
  printf (_ ("%s: %.2f = %u × %.2f + %.2f\n"),
          amp_severity_band_get_label (severity->band),
          severity->score,
          severity->dpc,
          severity->ei,
          severity->cb);
  for (guint i = 0; severity->reasons[i] != NULL; i++)
    printf ("- %s\n", severity->reasons[i]);
  for (guint i = 0; i < amp_table_get_n_rows (bands); i++)
    {
      const AmpTableRow *row = amp_table_get_row (bands, i);

      printf ("%12" G_GINT64_FORMAT "  %s\n", row->persons, row->label);
    }
  return amp_command_flush ();
}

static int
assess (const char *path, const char *filter, AmpSelection *selection, gboolean as_json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpCase) opened = amp_case_open (path, NULL, &error);
  g_autoptr (AmpSeverity) severity = NULL;
  g_autoptr (AmpTable) bands = NULL;

  if (opened != NULL && (!amp_command_add_filter (opened, filter, selection) || !amp_command_knows_terms (opened, selection)))
    return AMP_EXIT_USAGE;
  if (opened != NULL)
    severity = amp_case_assess_severity (opened, selection, NULL, &error);
  if (severity != NULL)
    bands = amp_case_tabulate_severity (opened, selection, NULL, &error);
  if (bands == NULL)
    return amp_command_fail (error);
  return as_json ? print_json (severity, bands) : print_text (severity, bands);
}

int
amp_command_severity (int n_arguments, char **arguments)
{
  g_autoptr (AmpSelection) selection = amp_selection_new ();
  g_autofree char *filter = NULL;
  g_auto (GStrv) terms = NULL;
  gboolean     as_json = FALSE;
  GOptionEntry entries[] = {
    AMP_COMMAND_WHERE (&terms),
    AMP_COMMAND_FILTER (&filter),
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print JSON"), NULL },
    { 0 },
  };

  if (amp_command_parse (_ ("CASE"), _ ("Rate a case, and each person in it, by ENISA's method."), entries, &n_arguments, &arguments, 1, 1) < 0)
    return AMP_EXIT_USAGE;
  if (!amp_command_read_terms (terms, selection))
    return AMP_EXIT_USAGE;
  return assess (arguments[1], filter, selection, as_json);
}
