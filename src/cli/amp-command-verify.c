/* ampleur-cli verify: whether a case is whole and its sums agree. */
#include "amp-command.h"

#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "amp-case.h"

static int
print_json (char **problems)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "whole");
  json_builder_add_boolean_value (builder, problems[0] == NULL);
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; problems[i] != NULL; i++)
    json_builder_add_string_value (builder, problems[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return amp_command_print_json (builder);
}

static int
print_text (char **problems)
{
  for (guint i = 0; problems[i] != NULL; i++)
    printf ("%s\n", problems[i]);
  if (problems[0] == NULL)
    printf (_ ("The case is whole and its sums agree.\n"));
  return amp_command_flush ();
}

int
amp_command_verify (int n_arguments, char **arguments)
{
  g_autoptr (AmpCase) opened = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) problems = NULL;
  gboolean     as_json = FALSE;
  int          status;
  GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print JSON"), NULL },
    { 0 },
  };

  if (amp_command_parse (_ ("CASE"), _ ("Check that a case is whole and that its sums agree."), entries, &n_arguments, &arguments, 1, 1) < 0)
    return AMP_EXIT_USAGE;
  opened = amp_case_open (arguments[1], NULL, &error);
  if (opened != NULL)
    problems = amp_case_verify (opened, NULL, &error);
  if (problems == NULL)
    return amp_command_fail (error);
  status = as_json ? print_json (problems) : print_text (problems);
  return problems[0] == NULL ? status : AMP_EXIT_FAILED;
}
