/* ampleur-cli filters: the filters that are saved with a case; saves and deletes
 * them, too. */
#include "amp-command.h"

#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "amp-display-text.h"
#include "amp-named-filters.h"
#include "amp-selection-text.h"

static int
print_json (AmpCase *opened, char **names)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "filters");
  json_builder_begin_array (builder);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AmpSelection) selection = amp_named_filters_load (opened, names[i], &error);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "name");
      json_builder_add_string_value (builder, names[i]);
      if (selection != NULL)
        amp_command_add_where_json (builder, selection);
      else
        {
          json_builder_set_member_name (builder, "where");
          json_builder_add_null_value (builder);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return amp_command_print_json (builder);
}

static int
print_text (AmpCase *opened, char **names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AmpSelection) selection = amp_named_filters_load (opened, names[i], &error);
      g_autofree char *words = selection != NULL ? amp_selection_text_dup (opened, selection) : g_strdup (error->message);
      g_autofree char *name = amp_display_text_escape (names[i]);

      printf ("%s\t%s\n", name, words);
    }
  return amp_command_flush ();
}

static int
list (AmpCase *opened, gboolean as_json)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = amp_named_filters_list (opened, &error);

  if (names == NULL)
    return amp_command_fail (error);
  return as_json ? print_json (opened, names) : print_text (opened, names);
}

static int
change (AmpCase *opened, const char *saved, const char *deleted, const AmpSelection *selection, gboolean as_json)
{
  g_autoptr (GError) error = NULL;

  if (deleted != NULL && !amp_named_filters_remove (opened, deleted, &error))
    return amp_command_fail (error);
  if (saved != NULL && !amp_named_filters_save (opened, saved, selection, &error))
    return amp_command_fail (error);
  return list (opened, as_json);
}

int
amp_command_filters (int n_arguments, char **arguments)
{
  g_autoptr (AmpSelection) selection = amp_selection_new ();
  g_autoptr (AmpCase) opened = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *saved = NULL;
  g_autofree char *deleted = NULL;
  g_auto (GStrv) terms = NULL;
  gboolean     as_json = FALSE;
  GOptionEntry entries[] = {
    { "save", 0, 0, G_OPTION_ARG_STRING, &saved, N_ ("Save what --where says under this name first"), N_ ("NAME") },
    { "delete", 0, 0, G_OPTION_ARG_STRING, &deleted, N_ ("Delete this filter first"), N_ ("NAME") },
    AMP_COMMAND_WHERE (&terms),
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print JSON"), NULL },
    { 0 },
  };

  if (amp_command_parse (_ ("CASE"), _ ("List the filters saved with a case."), entries, &n_arguments, &arguments, 1, 1) < 0)
    return AMP_EXIT_USAGE;
  if (terms != NULL && saved == NULL)
    return amp_command_misuse (_ ("--where goes with --save NAME"));
  if (!amp_command_read_terms (terms, selection))
    return AMP_EXIT_USAGE;
  opened = amp_case_open (arguments[1], NULL, &error);
  if (opened == NULL)
    return amp_command_fail (error);
  if (!amp_command_knows_terms (opened, selection))
    return AMP_EXIT_USAGE;
  return change (opened, saved, deleted, selection, as_json);
}
