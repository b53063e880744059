/* ampleur-cli inspect: what is in a dump, without importing it. */
#include "amp-command.h"

#include <inttypes.h>
#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "amp-display-text.h"
#include "amp-inspection.h"
#include "amp-place-basis.h"
#include "amp-source-json.h"

#define HEADER_WIDTH 28

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
  g_autofree char *header = amp_command_pad (amp_field_get_header (field), HEADER_WIDTH);

  printf ("%5u  %s  %-16s  %5.0f %%  %5.0f %%  %s\n",
          amp_field_get_position (field),
          header,
          amp_field_type_get_code (amp_field_get_field_type (field)),
          100 * amp_field_get_confidence (field),
          100 * amp_field_get_filled (field),
          amp_field_get_shape (field));
}

/* The heads of the columns, as wide as what print_field() prints. */
static void
print_heads (void)
{
  g_autofree char *header = amp_command_pad (_ ("header"), HEADER_WIDTH);
  g_autofree char *type = amp_command_pad (_ ("type"), 16);
  /* Translators: the head of a column, 7 characters at most: how sure the recognition of a type is */
  g_autofree char *sure = amp_command_pad (_ ("sure"), -7);
  /* Translators: the head of a column, 7 characters at most: the share of values that are filled */
  g_autofree char *filled = amp_command_pad (_ ("filled"), -7);

  printf ("\n%5s  %s  %s  %s  %s  %s\n", "#", header, type, sure, filled, _ ("shape"));
}

/* Whose places there are; the default has a star. */
static void
print_place_bases (AmpSource *source)
{
  g_autoptr (GPtrArray) bases = amp_place_basis_list (source);

  if (bases->len == 0)
    return;
  printf ("\n%s", _ ("Places:"));
  for (guint i = 0; i < bases->len; i++)
    {
      const AmpPlaceBasis *basis = g_ptr_array_index (bases, i);

      printf (" %s%s", basis->code, basis->is_default ? "*" : "");
    }
  printf ("\n");
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
  if (dialect->format != AMP_DUMP_FORMAT_DELIMITED)
    printf (_ ("Format: %s\n"), amp_dump_format_get_code (dialect->format));
  if (dialect->format == AMP_DUMP_FORMAT_SQL)
    {
      g_autofree char *table = amp_display_text_escape (dialect->table);

      printf (_ ("Table: %s\n"), table);
    }
  if (amp_source_get_packing (source) != AMP_PACKING_NONE)
    /* Translators: how a file is packed, such as “gzip”, and the size of its content in relation to its own */
    printf (_ ("Packed: %s, %.1f to 1\n"), amp_packing_get_code (amp_source_get_packing (source)), amp_source_get_ratio (source));
  /* Translators: an estimate, as the file was not read to its end */
  printf (_ ("Records, about: %" PRId64 "\n"), amp_source_get_records_estimate (source));
  printf (_ ("Fields: %u\n"), n_fields);
  print_heads ();
  for (guint column = 1; column <= n_fields; column++)
    print_field (amp_source_get_field (source, column));
  print_place_bases (source);
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
  amp_command_tell_passed_over (amp_inspection_get_passed_over (inspection));
  if (as_json)
    return print_json (inspection);
  for (guint i = 0; i < amp_inspection_get_n_sources (inspection); i++)
    print_source (amp_inspection_get_source (inspection, i));
  return amp_command_flush ();
}
