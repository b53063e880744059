/* ampleur-cli stats: the records and persons of a case, counted by a key. */
#include "amp-command.h"

#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "amp-cross-table.h"

/* As wide as the longest code of a category. */
#define COLUMN_WIDTH 14

/* What was asked. */
typedef struct
{
  AmpKey        key;
  AmpKey        across; /* AMP_N_KEYS for none */
  AmpSelection *selection;
  char         *filter;
  char        **terms;
  gint64        min_cell;
  gboolean      as_json;
} Question;

static void
question_clear (Question *question)
{
  g_clear_pointer (&question->selection, amp_selection_free);
  g_clear_pointer (&question->filter, g_free);
  g_clear_pointer (&question->terms, g_strfreev);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Question, question_clear)

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

/* The counts of each column, by its code. */
static void
add_columns (JsonBuilder *builder, const AmpCrossTable *cross, guint row)
{
  json_builder_set_member_name (builder, "columns");
  json_builder_begin_object (builder);
  for (guint i = 0; i < amp_table_get_n_rows (cross->columns); i++)
    {
      json_builder_set_member_name (builder, amp_table_get_row (cross->columns, i)->code);
      json_builder_begin_object (builder);
      add_count (builder, "records", amp_cross_table_get_records (cross, row, i), FALSE);
      add_count (builder, "persons", amp_cross_table_get_persons (cross, row, i), FALSE);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

/* How many different values a field has in the whole case. */
static void
add_distinct (JsonBuilder *builder, const AmpCaseFacts *facts, const AmpTableRow *row)
{
  const AmpFieldFacts *field = amp_case_facts_find_field (facts, row->code);
  gboolean             is_known = field != NULL && !row->is_masked && field->distinct != AMP_NOT_COUNTED;

  json_builder_set_member_name (builder, "distinct");
  if (is_known)
    json_builder_add_int_value (builder, field->distinct);
  else
    json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "distinct_is_sampled");
  json_builder_add_boolean_value (builder, is_known && field->distinct_is_sampled);
}

static void
add_row (JsonBuilder *builder, AmpTable *table, guint index, const AmpCrossTable *cross, const AmpCaseFacts *facts)
{
  const AmpTableRow *row = amp_table_get_row (table, index);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "code");
  json_builder_add_string_value (builder, row->code);
  json_builder_set_member_name (builder, "label");
  json_builder_add_string_value (builder, row->label);
  add_count (builder, "records", row->records, row->is_masked);
  add_count (builder, "persons", row->persons, row->is_masked);
  add_ratio (builder, "share", round_to (amp_table_row_get_share (row, table), 1e-6), row->is_masked);
  add_ratio (builder, "per_1000", round_to (amp_table_row_get_per_1000 (row), 1e-3), row->is_masked);
  if (cross != NULL)
    add_columns (builder, cross, index);
  if (amp_table_get_key (table) == AMP_KEY_FIELD)
    add_distinct (builder, facts, row);
  json_builder_end_object (builder);
}

static void
add_rows (JsonBuilder *builder, const char *name, AmpTable *table, const AmpCrossTable *cross, const AmpCaseFacts *facts)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < amp_table_get_n_rows (table); i++)
    add_row (builder, table, i, cross, facts);
  json_builder_end_array (builder);
}

static void
add_key (JsonBuilder *builder, const char *name, AmpTable *table)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, amp_key_get_code (amp_table_get_key (table)));
}

/* What @terms say is told as it was given; a saved filter by its terms. */
static void
add_where (JsonBuilder *builder, const Question *question)
{
  if (question->filter != NULL)
    {
      amp_command_add_where_json (builder, question->selection);
      return;
    }
  json_builder_set_member_name (builder, "where");
  json_builder_begin_array (builder);
  for (guint i = 0; question->terms != NULL && question->terms[i] != NULL; i++)
    json_builder_add_string_value (builder, question->terms[i]);
  json_builder_end_array (builder);
}

static int
print_json (AmpCase *opened, const Question *question, AmpTable *table, const AmpCrossTable *cross)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_key (builder, "by", table);
  if (cross != NULL)
    add_key (builder, "across", cross->columns);
  add_where (builder, question);
  json_builder_set_member_name (builder, "total");
  json_builder_begin_object (builder);
  add_count (builder, "records", amp_table_get_total_records (table), amp_table_is_total_masked (table));
  add_count (builder, "persons", amp_table_get_total_persons (table), amp_table_is_total_masked (table));
  json_builder_end_object (builder);
  if (cross != NULL)
    add_rows (builder, "columns", cross->columns, NULL, NULL);
  add_rows (builder, "rows", table, cross, amp_case_get_facts (opened));
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

/* One line a row and one column a code: persons. */
static int
print_cross (const AmpCrossTable *cross)
{
  int              width = get_code_width (cross->rows);
  guint            n_columns = amp_table_get_n_rows (cross->columns);
  g_autofree char *code = amp_command_pad (_ ("code"), -width);

  fputs (code, stdout);
  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *head = amp_command_pad (amp_table_get_row (cross->columns, i)->code, -COLUMN_WIDTH);

      printf ("  %s", head);
    }
  printf ("  %s\n", amp_key_get_label (amp_table_get_key (cross->rows)));
  for (guint i = 0; i < amp_table_get_n_rows (cross->rows); i++)
    {
      const AmpTableRow *row = amp_table_get_row (cross->rows, i);

      printf ("%*s", width, row->code);
      for (guint j = 0; j < n_columns; j++)
        printf ("  %*" G_GINT64_FORMAT, COLUMN_WIDTH, amp_cross_table_get_persons (cross, i, j));
      printf ("  %s\n", row->label);
    }
  return amp_command_flush ();
}

static int
answer_cross (AmpCase *opened, const Question *question)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpCrossTable) cross = amp_case_cross (opened, question->key, question->across, question->selection, NULL, &error);

  if (cross == NULL)
    return amp_command_fail (error);
  return question->as_json ? print_json (opened, question, cross->rows, cross) : print_cross (cross);
}

static int
answer (const char *path, const Question *question)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpCase) opened = amp_case_open (path, NULL, &error);
  g_autoptr (AmpTable) table = NULL;

  if (opened == NULL)
    return amp_command_fail (error);
  if (!amp_command_add_filter (opened, question->filter, question->selection) || !amp_command_knows_terms (opened, question->selection))
    return AMP_EXIT_USAGE;
  if (question->across != AMP_N_KEYS)
    return answer_cross (opened, question);
  table = amp_case_tabulate (opened, question->key, question->selection, NULL, &error);
  if (table == NULL)
    return amp_command_fail (error);
  amp_table_mask (table, question->min_cell);
  return question->as_json ? print_json (opened, question, table, NULL) : print_text (table);
}

static int
read_keys (Question *question, const char *by, const char *across)
{
  if (by == NULL)
    return amp_command_misuse (_ ("--by KEY is missing"));
  if (!amp_key_from_code (by, &question->key))
    return amp_command_misuse (_ ("--by: “%s” is not a key"), by);
  if (across == NULL)
    return AMP_EXIT_DONE;
  if (!amp_key_from_code (across, &question->across) || !amp_cross_table_is_key (question->across))
    return amp_command_misuse (_ ("--across: “%s” is not a key that can be crossed"), across);
  if (!amp_cross_table_is_key (question->key))
    return amp_command_misuse (_ ("--by: “%s” is not a key that can be crossed"), by);
  if (question->min_cell > 0)
    return amp_command_misuse (_ ("--min-cell does not protect a table of two keys: leave out --across"));
  return AMP_EXIT_DONE;
}

int
amp_command_stats (int n_arguments, char **arguments)
{
  g_auto (Question) question = { .across = AMP_N_KEYS, .selection = amp_selection_new () };
  g_autofree char *by = NULL;
  g_autofree char *across = NULL;
  GOptionEntry     entries[] = {
        { "by", 'b', 0, G_OPTION_ARG_STRING, &by, N_ ("What the rows are: region, departement, epci, commune, country, category, sensitivity, type, field, age, sex, source, place-quality, combination or severity"), N_ ("KEY") },
        { "across", 'a', 0, G_OPTION_ARG_STRING, &across, N_ ("What the columns are, as well: any of these but type, field and severity"), N_ ("KEY") },
        AMP_COMMAND_WHERE (&question.terms),
        AMP_COMMAND_FILTER (&question.filter),
        { "min-cell", 0, 0, G_OPTION_ARG_INT64, &question.min_cell, N_ ("Mask counts below this one"), N_ ("N") },
        { "json", 0, 0, G_OPTION_ARG_NONE, &question.as_json, N_ ("Print JSON"), NULL },
        { 0 },
  };

  if (amp_command_parse (_ ("CASE"), _ ("Count the records and persons of a case."), entries, &n_arguments, &arguments, 1, 1) < 0)
    return AMP_EXIT_USAGE;
  if (read_keys (&question, by, across) != AMP_EXIT_DONE)
    return AMP_EXIT_USAGE;
  if (question.min_cell < 0)
    return amp_command_misuse (_ ("--min-cell takes a number from 0"));
  if (!amp_command_read_terms (question.terms, question.selection))
    return AMP_EXIT_USAGE;
  return answer (arguments[1], &question);
}
