/* ampleur-cli inspect: what is in a dump, without importing it. */
#include "amp-command.h"

#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "amp-inspection.h"
#include "amp-source-json.h"

static int
print_json (AmpInspection *inspection)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "sources");
  json_builder_begin_array (builder);
  for (guint i = 0; i < amp_inspection_get_n_sources (inspection); i++)
    amp_source_json_add (builder, amp_inspection_get_source (inspection, i), NULL);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return amp_command_print_json (builder);
}

static void
print_field (AmpField *field)
{
  printf ("%5u  %-28.28s  %-16s  %3.0f %%  %3.0f %%  %s\n",
          amp_field_get_position (field),
          amp_field_get_header (field),
          amp_field_type_get_code (amp_field_get_field_type (field)),
          100 * amp_field_get_confidence (field),
          100 * amp_field_get_filled (field),
          amp_field_get_shape (field));
}

/* The delimiter as people name it. */
static char *
describe_character (char character)
{
  if (character == '\0')
    return g_strdup (_ ("none"));
  return g_ascii_isgraph (character) ? g_strdup_printf ("%c", character) : g_strdup_printf ("\\x%02X", (guint8) character);
}

static void
print_source (AmpSource *source)
{
  const AmpDialect *dialect = amp_source_get_dialect (source);
  g_autofree char  *delimiter = describe_character (dialect->delimiter);
  g_autofree char  *quote = describe_character (dialect->quote);
  guint             n_fields = g_list_model_get_n_items (amp_source_get_fields (source));

  printf (_ ("%s: %s, delimiter %s, quote %s, line ends %s, %s\n"),
          amp_source_get_display_path (source),
          amp_encoding_get_code (dialect->encoding),
          delimiter,
          quote,
          amp_line_end_get_code (dialect->line_end),
          dialect->has_header ? _ ("with a header") : _ ("without a header"));
  printf (_ ("about %" G_GINT64_FORMAT " records of %u fields\n\n"), amp_source_get_records_estimate (source), n_fields);
  printf ("%5s  %-28s  %-16s  %5s  %5s  %s\n", "#", _ ("header"), _ ("type"), _ ("sure"), _ ("filled"), _ ("shape"));
  for (guint column = 1; column <= n_fields; column++)
    print_field (amp_source_get_field (source, column));
}

int
amp_command_inspect (int n_arguments, char **arguments)
{
  g_autoptr (AmpInspection) inspection = NULL;
  g_autoptr (GError) error = NULL;
  gboolean     as_json = FALSE;
  GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print JSON"), NULL },
    { 0 },
  };

  if (amp_command_parse (_ ("DUMP…"), _ ("Show what a dump holds, without importing it."), entries, &n_arguments, &arguments, 1, -1) < 0)
    return AMP_EXIT_USAGE;
  inspection = amp_inspection_new_for_paths ((const char *const *) arguments + 1, NULL, &error);
  if (inspection == NULL)
    return amp_command_fail (error);
  if (as_json)
    return print_json (inspection);
  for (guint i = 0; i < amp_inspection_get_n_sources (inspection); i++)
    print_source (amp_inspection_get_source (inspection, i));
  return amp_command_flush ();
}
