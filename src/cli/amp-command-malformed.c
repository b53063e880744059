/* ampleur-cli malformed: the malformed rows of a case by line, with the reason.
 * There may be as many as the dump has lines, so they are written as they come. */
#include "amp-command.h"

#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "amp-case-listing.h"

static void
add_number (JsonBuilder *builder, const char *name, gint64 number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static char *
dup_json (const AmpListedMalformed *malformed)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_number (builder, "source", malformed->source);
  add_number (builder, "ordinal", malformed->ordinal);
  add_number (builder, "line", malformed->line);
  json_builder_set_member_name (builder, "reason");
  json_builder_add_string_value (builder, malformed->reason);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static gboolean
on_json_row (const AmpListedMalformed *malformed, gpointer data)
{
  gboolean        *is_first = data;
  g_autofree char *row = dup_json (malformed);

  printf ("%s\n    %s", *is_first ? "" : ",", row);
  *is_first = FALSE;
  return !ferror (stdout);
}

static gboolean
on_text_row (const AmpListedMalformed *malformed, gpointer data)
{
  printf ("%u\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%s\n", malformed->source, malformed->ordinal, malformed->line, malformed->reason);
  return !ferror (stdout);
}

static gboolean
print_json (AmpCase *opened, GError **error)
{
  gboolean is_first = TRUE;

  fputs ("{\n  \"malformed\" : [", stdout);
  if (!amp_case_list_malformed (opened, on_json_row, &is_first, NULL, error))
    return FALSE;
  fputs (is_first ? "]\n}\n" : "\n  ]\n}\n", stdout);
  return TRUE;
}

static gboolean
print_text (AmpCase *opened, GError **error)
{
  fputs ("source\tordinal\tline\treason\n", stdout);
  return amp_case_list_malformed (opened, on_text_row, NULL, NULL, error);
}

int
amp_command_malformed (int n_arguments, char **arguments)
{
  g_autoptr (AmpCase) opened = NULL;
  g_autoptr (GError) error = NULL;
  gboolean     as_json = FALSE;
  GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print JSON"), NULL },
    { 0 },
  };

  if (amp_command_parse (_ ("CASE"), _ ("List the malformed rows of a case by line, with the reason."), entries, &n_arguments, &arguments, 1, 1) < 0)
    return AMP_EXIT_USAGE;
  opened = amp_case_open (arguments[1], NULL, &error);
  if (opened == NULL || !(as_json ? print_json : print_text) (opened, &error))
    return amp_command_fail (error);
  return amp_command_flush ();
}
