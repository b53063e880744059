/* ampleur-cli stats: the records and persons of a case, counted by a key. */
#include "amp-command.h"

#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "amp-case.h"

/* The shares and rates that go with counts, to as many decimals as they mean. */
static double
round_to (double value, double unit)
{
  return (double) (gint64) (value / unit + 0.5) * unit;
}

static void
add_count (JsonBuilder *builder, const char *name, gint64 count, gboolean is_masked)
{
  json_builder_set_member_name (builder, name);
  if (is_masked)
    json_builder_add_null_value (builder);
  else
    json_builder_add_int_value (builder, count);
}

static void
add_ratio (JsonBuilder *builder, const char *name, double ratio, gboolean is_masked)
{
  json_builder_set_member_name (builder, name);
  if (is_masked || ratio < 0)
    json_builder_add_null_value (builder);
  else
    json_builder_add_double_value (builder, ratio);
}

static void
add_row (JsonBuilder *builder, AmpTable *table, const AmpTableRow *row)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "code");
  json_builder_add_string_value (builder, row->code);
  json_builder_set_member_name (builder, "label");
  json_builder_add_string_value (builder, row->label);
  add_count (builder, "records", row->records, row->is_masked);
  add_count (builder, "persons", row->persons, row->is_masked);
  add_ratio (builder, "share", round_to (amp_table_row_get_share (row, table), 1e-6), row->is_masked);
  add_ratio (builder, "per_1000", round_to (amp_table_row_get_per_1000 (row), 1e-3), row->is_masked);
  json_builder_end_object (builder);
}

static int
print_json (AmpTable *table, char **terms)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "by");
  json_builder_add_string_value (builder, amp_key_get_code (amp_table_get_key (table)));
  json_builder_set_member_name (builder, "where");
  json_builder_begin_array (builder);
  for (guint i = 0; terms != NULL && terms[i] != NULL; i++)
    json_builder_add_string_value (builder, terms[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "total");
  json_builder_begin_object (builder);
  add_count (builder, "records", amp_table_get_total_records (table), amp_table_is_total_masked (table));
  add_count (builder, "persons", amp_table_get_total_persons (table), amp_table_is_total_masked (table));
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < amp_table_get_n_rows (table); i++)
    add_row (builder, table, amp_table_get_row (table, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return amp_command_print_json (builder);
}

/* As wide as the codes are, but for combinations of many categories. */
static int
get_code_width (AmpTable *table)
{
  glong width = g_utf8_strlen (_ ("code"), -1);

  for (guint i = 0; i < amp_table_get_n_rows (table); i++)
    width = MAX (width, (glong) strlen (amp_table_get_row (table, i)->code));
  return (int) MIN (width, 24);
}

static void
print_row (const char *code, const char *label, const AmpTableRow *row, int width)
{
  if (row->is_masked)
    printf ("%15s  %15s  %*s  %s\n", "-", "-", width, code, label);
  else
    printf ("%15" G_GINT64_FORMAT "  %15" G_GINT64_FORMAT "  %*s  %s\n", row->persons, row->records, width, code, label);
}

static int
print_text (AmpTable *table)
{
  int              width = get_code_width (table);
  g_autofree char *persons = amp_command_pad (_ ("persons"), -15);
  g_autofree char *records = amp_command_pad (_ ("records"), -15);
  g_autofree char *code = amp_command_pad (_ ("code"), -width);
  AmpTableRow      total = {
         .records = amp_table_get_total_records (table),
         .persons = amp_table_get_total_persons (table),
         .is_masked = amp_table_is_total_masked (table),
  };

  printf ("%s  %s  %s  %s\n", persons, records, code, amp_key_get_label (amp_table_get_key (table)));
  for (guint i = 0; i < amp_table_get_n_rows (table); i++)
    {
      const AmpTableRow *row = amp_table_get_row (table, i);

      print_row (row->code, row->label, row, width);
    }
  print_row ("", _ ("Total"), &total, width);
  return amp_command_flush ();
}

static int
tabulate (const char *path, AmpKey key, char **terms, const AmpSelection *selection, gint64 min_cell, gboolean as_json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpCase) opened = amp_case_open (path, NULL, &error);
  g_autoptr (AmpTable) table = NULL;

  if (opened != NULL && !amp_command_knows_terms (opened, selection))
    return AMP_EXIT_USAGE;
  if (opened != NULL)
    table = amp_case_tabulate (opened, key, selection, NULL, &error);
  if (table == NULL)
    return amp_command_fail (error);
  amp_table_mask (table, min_cell);
  return as_json ? print_json (table, terms) : print_text (table);
}

int
amp_command_stats (int n_arguments, char **arguments)
{
  g_autoptr (AmpSelection) selection = amp_selection_new ();
  g_autofree char *by = NULL;
  g_auto (GStrv) terms = NULL;
  gint64       min_cell = 0;
  gboolean     as_json = FALSE;
  AmpKey       key;
  GOptionEntry entries[] = {
    { "by", 'b', 0, G_OPTION_ARG_STRING, &by, N_ ("What the rows are: region, departement, epci, commune, country, category, sensitivity, type, field, age, sex, source, place-quality, combination or severity"), N_ ("KEY") },
    AMP_COMMAND_WHERE (&terms),
    { "min-cell", 0, 0, G_OPTION_ARG_INT64, &min_cell, N_ ("Mask counts below this one"), N_ ("N") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print JSON"), NULL },
    { 0 },
  };

  if (amp_command_parse (_ ("CASE"), _ ("Count the records and persons of a case."), entries, &n_arguments, &arguments, 1, 1) < 0)
    return AMP_EXIT_USAGE;
  if (by == NULL)
    return amp_command_misuse (_ ("--by KEY is missing"));
  if (!amp_key_from_code (by, &key))
    return amp_command_misuse (_ ("--by: “%s” is not a key"), by);
  if (min_cell < 0)
    return amp_command_misuse (_ ("--min-cell takes a number from 0"));
  if (!amp_command_read_terms (terms, selection))
    return AMP_EXIT_USAGE;
  return tabulate (arguments[1], key, terms, selection, min_cell, as_json);
}
