/* ampleur-cli explain: what a figure of a report rests on. */
#include "amp-command.h"

#include <inttypes.h>
#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "amp-display-text.h"
#include "amp-explanation.h"
#include "amp-export.h"

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_count (JsonBuilder *builder, const char *name, gint64 count)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, count);
}

static void
add_texts (JsonBuilder *builder, const char *name, char **texts)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; texts[i] != NULL; i++)
    json_builder_add_string_value (builder, texts[i]);
  json_builder_end_array (builder);
}

static gboolean
is_whole (double value)
{
  return value == (double) (gint64) value;
}

static void
add_value (JsonBuilder *builder, const AmpExplanation *found)
{
  json_builder_set_member_name (builder, "value");
  if (!found->has_value)
    json_builder_add_null_value (builder);
  else if (is_whole (found->value))
    json_builder_add_int_value (builder, (gint64) found->value);
  else
    json_builder_add_double_value (builder, found->value);
}

static void
add_query (JsonBuilder *builder, const AmpExplanation *found)
{
  json_builder_set_member_name (builder, "query");
  json_builder_begin_object (builder);
  add_text (builder, "command", found->command);
  add_text (builder, "by", found->key);
  add_text (builder, "code", found->code);
  add_texts (builder, "where", found->filter);
  add_texts (builder, "row", found->row);
  json_builder_end_object (builder);
}

static void
add_cells (JsonBuilder *builder, const AmpCellTrace *trace)
{
  json_builder_set_member_name (builder, "cells");
  if (trace == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  add_count (builder, "used", trace->cells);
  add_count (builder, "of", trace->all_cells);
  add_count (builder, "records", trace->records);
  add_count (builder, "persons", trace->persons);
  add_count (builder, "sensitive_persons", trace->sensitive_persons);
  json_builder_end_object (builder);
}

static void
add_source (JsonBuilder *builder, const AmpExplanation *found, guint index)
{
  const AmpSourceFacts *facts = g_ptr_array_index (found->facts->sources, index);
  g_autofree char      *name = amp_display_text_escape (facts->name != NULL ? facts->name : "");

  json_builder_begin_object (builder);
  add_count (builder, "number", index + 1);
  add_text (builder, "name", name);
  add_text (builder, "sha256", facts->sha256);
  add_count (builder, "source_records", facts->records);
  add_count (builder, "malformed", facts->malformed);
  add_count (builder, "unplaced", facts->unplaced);
  add_count (builder, "skipped", facts->skipped);
  if (found->trace != NULL)
    {
      add_count (builder, "cells", found->trace->sources[index].cells);
      add_count (builder, "records", found->trace->sources[index].records);
      add_count (builder, "persons", found->trace->sources[index].persons);
    }
  json_builder_end_object (builder);
}

static int
print_json (const AmpExplanation *found, gint64 min_cell)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_text (builder, "figure", found->figure);
  add_text (builder, "title", found->title);
  add_value (builder, found);
  add_text (builder, "text", found->text);
  add_text (builder, "formula", found->formula);
  add_query (builder, found);
  add_cells (builder, found->trace);
  json_builder_set_member_name (builder, "sources");
  json_builder_begin_array (builder);
  for (guint i = 0; i < found->facts->sources->len; i++)
    add_source (builder, found, i);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "records_joined_by_rule");
  json_builder_begin_array (builder);
  for (guint i = 0; i < AMP_N_JOINING_RULES; i++)
    json_builder_add_int_value (builder, found->facts->joined[i]);
  json_builder_end_array (builder);
  add_count (builder, "min_cell", min_cell);
  json_builder_set_member_name (builder, "masked");
  json_builder_add_boolean_value (builder, found->is_masked);
  add_text (builder, "masking", found->masking);
  json_builder_end_object (builder);
  return amp_command_print_json (builder);
}

static void
print_value (const AmpExplanation *found)
{
  if (!found->has_value)
    printf ("%s = %s\n", found->figure, found->text != NULL ? found->text : "–");
  else if (is_whole (found->value))
    printf ("%s = %" PRId64 "\n", found->figure, (gint64) found->value);
  else
    printf ("%s = %.6g\n", found->figure, found->value);
  printf ("%s\n%s\n", found->title, found->formula);
}

static void
print_terms (const char *head, char **terms)
{
  g_autofree char *joined = g_strjoinv (" ", terms);

  if (terms[0] != NULL)
    printf ("%s %s\n", head, joined);
}

static void
print_query (const AmpExplanation *found)
{
  const AmpCellTrace *trace = found->trace;

  if (found->command != NULL)
    printf (_ ("Query: %s\n"), found->command);
  print_terms (_ ("Filter:"), found->filter);
  print_terms (_ ("Row:"), found->row);
  if (trace != NULL)
    printf (_ ("Cells: %" PRId64 " of %" PRId64 ", with %" PRId64 " records and %" PRId64 " persons, %" PRId64 " of them with sensitive data\n"),
            trace->cells, trace->all_cells, trace->records, trace->persons, trace->sensitive_persons);
}

static void
print_source (const AmpExplanation *found, guint index)
{
  const AmpSourceFacts *facts = g_ptr_array_index (found->facts->sources, index);
  g_autofree char      *name = amp_display_text_escape (facts->name != NULL ? facts->name : "");

  printf (_ ("Source %u: %s, SHA-256 %s\n"), index + 1, name, facts->sha256 != NULL ? facts->sha256 : "–");
  fputs ("  ", stdout);
  printf (_ ("%" PRId64 " records, %" PRId64 " malformed, %" PRId64 " without a place\n"), facts->records, facts->malformed, facts->unplaced);
  if (found->trace == NULL)
    return;
  fputs ("  ", stdout);
  printf (_ ("of this figure: %" PRId64 " cells, %" PRId64 " records, %" PRId64 " persons\n"),
          found->trace->sources[index].cells, found->trace->sources[index].records, found->trace->sources[index].persons);
}

static int
print_text (const AmpExplanation *found)
{
  print_value (found);
  print_query (found);
  for (guint i = 0; i < found->facts->sources->len; i++)
    print_source (found, i);
  printf ("%s\n", _ ("Records joined into persons, by rule:"));
  for (guint i = 0; i < found->rules->len; i++)
    {
      const AmpReportFigure *rule = g_ptr_array_index (found->rules, i);

      printf ("  %s: %s\n", rule->label, rule->text);
    }
  printf ("%s\n", found->masking);
  return amp_command_flush ();
}

static int
list (AmpCase *opened, const AmpSelection *selection)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) figures = amp_explanation_list_figures (opened, selection, NULL, &error);

  if (figures == NULL)
    return amp_command_fail (error);
  for (guint i = 0; figures[i] != NULL; i++)
    printf ("%s\n", figures[i]);
  return amp_command_flush ();
}

/* @figure is NULL for the list of all. */
static int
explain (const char *path, const char *figure, const AmpSelection *selection, gint64 min_cell, gboolean as_json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpCase) opened = amp_case_open (path, NULL, &error);
  g_autoptr (AmpExplanation) found = NULL;

  if (opened == NULL)
    return amp_command_fail (error);
  if (!amp_command_knows_terms (opened, selection))
    return AMP_EXIT_USAGE;
  if (figure == NULL)
    return list (opened, selection);
  found = amp_explanation_new (opened, figure, selection, min_cell, NULL, &error);
  if (found == NULL)
    return amp_command_fail (error);
  return as_json ? print_json (found, min_cell) : print_text (found);
}

int
amp_command_explain (int n_arguments, char **arguments)
{
  g_autoptr (AmpSelection) selection = amp_selection_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) terms = NULL;
  gint64       min_cell = AMP_EXPORT_DEFAULT_MIN_CELL;
  gboolean     as_json = FALSE, as_list = FALSE;
  GOptionEntry entries[] = {
    { "where", 'w', 0, G_OPTION_ARG_STRING_ARRAY, &terms, N_ ("The filter of the report; may be repeated"), N_ ("KEY=VALUE") },
    { "min-cell", 0, 0, G_OPTION_ARG_INT64, &min_cell, N_ ("The threshold of the report, 11 if not given"), N_ ("N") },
    { "list", 0, 0, G_OPTION_ARG_NONE, &as_list, N_ ("List all figures instead"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print JSON"), NULL },
    { 0 },
  };

  if (amp_command_parse (_ ("CASE FIGURE"), _ ("Tell what a figure of a report rests on: the query, the cells, the sources, the masking. A figure is named as in the report: persons, or departement/35/persons."), entries, &n_arguments, &arguments, 1, 2) < 0)
    return AMP_EXIT_USAGE;
  if (as_list == (n_arguments > 2))
    return amp_command_misuse (_ ("Name one figure, or ask for all with --list"));
  if (min_cell < 0)
    return amp_command_misuse (_ ("--min-cell takes a number from 0"));
  for (guint i = 0; terms != NULL && terms[i] != NULL; i++)
    if (!amp_selection_add_string (selection, terms[i], &error))
      return amp_command_misuse ("--where: %s", error->message);
  return explain (arguments[1], as_list ? NULL : arguments[2], selection, min_cell, as_json);
}
