/* Every figure of the report in one file: stable keys, numbers as numbers,
 * masked ones null. Rows of tables have the members that `ampleur-cli stats
 * --json` gives them, and more. */
#include "amp-export-private.h"

#include "amp-display-text.h"
#include "amp-dpv-term.h"
#include "amp-report-crossing.h"
#include "amp-report-spread.h"

#include <json-glib/json-glib.h>

/* To as many decimals as it means. */
static double
round_to (double value, double per_unit)
{
  return (double) (gint64) (value * per_unit + 0.5) / per_unit;
}

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text == NULL)
    json_builder_add_null_value (builder);
  else
    json_builder_add_string_value (builder, text);
}

static void
add_count (JsonBuilder *builder, const char *name, gint64 count, gboolean is_known)
{
  json_builder_set_member_name (builder, name);
  if (is_known)
    json_builder_add_int_value (builder, count);
  else
    json_builder_add_null_value (builder);
}

static void
add_ratio (JsonBuilder *builder, const char *name, double ratio, double per_unit, gboolean is_known)
{
  json_builder_set_member_name (builder, name);
  if (is_known && ratio >= 0)
    json_builder_add_double_value (builder, round_to (ratio, per_unit));
  else
    json_builder_add_null_value (builder);
}

static void
add_flag (JsonBuilder *builder, const char *name, gboolean is_set)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, is_set);
}

static void
add_terms (JsonBuilder *builder, const char *name, char **terms)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; terms[i] != NULL; i++)
    json_builder_add_string_value (builder, terms[i]);
  json_builder_end_array (builder);
}

static void
add_mandate (JsonBuilder *builder, const AmpReport *report)
{
  const AmpMandate *mandate = report->facts->mandate;

  json_builder_set_member_name (builder, "mandate");
  if (report->mandate->len == 0)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  add_text (builder, "analyst", mandate->analyst);
  add_text (builder, "client", mandate->client);
  add_text (builder, "legal_basis", mandate->legal_basis);
  add_text (builder, "reference", mandate->reference);
  json_builder_end_object (builder);
}

/* The last part of the identifier: "lines" of "dump/1/lines". */
static const char *
get_fact (const AmpReportFigure *figure)
{
  return strrchr (figure->id, '/') + 1;
}

static void
add_source (JsonBuilder *builder, const AmpReportSource *source, guint index)
{
  const AmpSourceFacts *facts = source->facts;
  g_autofree char      *id = g_strdup_printf ("dump/%u", index + 1);

  json_builder_begin_object (builder);
  add_text (builder, "figure", id);
  add_text (builder, "name", source->name);
  add_text (builder, "format", facts->format);
  add_text (builder, "encoding", facts->encoding);
  add_text (builder, "delimiter", facts->delimiter);
  add_text (builder, "quote", facts->quote);
  add_text (builder, "line_end", facts->line_end);
  for (guint i = 0; i < source->figures->len; i++)
    {
      const AmpReportFigure *figure = g_ptr_array_index (source->figures, i);

      if (figure->unit == AMP_REPORT_TEXT)
        add_text (builder, get_fact (figure), figure->text);
      else
        add_count (builder, get_fact (figure), (gint64) figure->value, !figure->is_masked);
    }
  json_builder_end_object (builder);
}

/* What the import counted beside the sources. */
static void
add_counts (JsonBuilder *builder, const char *name, const GPtrArray *figures)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < figures->len; i++)
    {
      const AmpReportFigure *figure = g_ptr_array_index (figures, i);

      json_builder_begin_object (builder);
      add_text (builder, "id", figure->id);
      add_text (builder, "label", figure->label);
      add_count (builder, "value", (gint64) figure->value, !figure->is_masked);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_figures (JsonBuilder *builder, const AmpReport *report)
{
  json_builder_set_member_name (builder, "figures");
  json_builder_begin_object (builder);
  for (guint i = 0; i < report->figures->len; i++)
    {
      const AmpReportFigure *figure = g_ptr_array_index (report->figures, i);

      if (figure->unit == AMP_REPORT_COUNT)
        add_count (builder, figure->id, (gint64) figure->value, !figure->is_masked);
      else
        add_ratio (builder, figure->id, figure->value, 1e6, !figure->is_masked);
    }
  json_builder_end_object (builder);
}

static void
add_vocabulary_terms (JsonBuilder *builder, char **terms)
{
  g_auto (GStrv) owned = terms;

  add_terms (builder, "dpv", terms);
}

/* What the row is in the words of others. */
static void
add_vocabulary (JsonBuilder *builder, const AmpReport *report, AmpKey key, const char *code)
{
  const AmpFieldFacts *field = key == AMP_KEY_FIELD ? amp_case_facts_find_field (report->facts, code) : NULL;
  AmpCategory          category;

  if (key == AMP_KEY_CATEGORY && amp_category_from_code (code, &category))
    add_vocabulary_terms (builder, amp_dpv_term_list_for_category (category));
  if (field == NULL)
    return;
  add_text (builder, "type", amp_field_type_get_code (field->type));
  add_vocabulary_terms (builder, amp_dpv_term_list_for_type (field->type));
}

static void
add_row (JsonBuilder *builder, const AmpReport *report, AmpTable *table, const AmpTableRow *row)
{
  gboolean is_known = !row->is_masked;
  gboolean is_sensitive_known = is_known && !row->is_sensitive_masked;

  json_builder_begin_object (builder);
  add_text (builder, "code", row->code);
  add_text (builder, "label", row->label);
  add_count (builder, "records", row->records, is_known);
  add_count (builder, "persons", row->persons, is_known);
  add_ratio (builder, "share", amp_table_row_get_share (row, table), 1e6, is_known);
  add_ratio (builder, "per_1000", amp_table_row_get_per_1000 (row), 1e3, is_known);
  add_count (builder, "population", row->population, row->population > 0);
  add_count (builder, "sensitive_persons", row->sensitive_persons, is_sensitive_known);
  add_ratio (builder, "sensitive_share", amp_table_row_get_sensitive_share (row), 1e6, is_sensitive_known);
  add_flag (builder, "masked", row->is_masked);
  add_vocabulary (builder, report, amp_table_get_key (table), row->code);
  json_builder_end_object (builder);
}

static void
add_table (JsonBuilder *builder, const AmpReport *report, const AmpReportTable *table)
{
  gboolean is_known = !amp_table_is_total_masked (table->table);

  json_builder_set_member_name (builder, table->id);
  json_builder_begin_object (builder);
  add_text (builder, "by", table->id);
  add_text (builder, "title", table->title);
  add_terms (builder, "where", report->filter_terms);
  add_flag (builder, "withheld", table->is_withheld);
  json_builder_set_member_name (builder, "total");
  json_builder_begin_object (builder);
  add_count (builder, "records", amp_table_get_total_records (table->table), is_known);
  add_count (builder, "persons", amp_table_get_total_persons (table->table), is_known);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < table->order->len; i++)
    add_row (builder, report, table->table, amp_report_table_get_row (table, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_crossing_row (JsonBuilder *builder, const AmpReportCrossing *crossing, guint row)
{
  const AmpTableRow *place = amp_report_crossing_get_row (crossing, row);

  json_builder_begin_object (builder);
  add_text (builder, "code", place->code);
  add_text (builder, "label", place->label);
  json_builder_set_member_name (builder, "persons");
  json_builder_begin_array (builder);
  for (guint column = 0; column < amp_report_crossing_get_n_columns (crossing); column++)
    if (amp_report_crossing_is_masked (crossing, row, column))
      json_builder_add_null_value (builder);
    else
      json_builder_add_int_value (builder, amp_report_crossing_get_persons (crossing, row, column));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_crossing_columns (JsonBuilder *builder, const AmpReportCrossing *crossing)
{
  json_builder_set_member_name (builder, "columns");
  json_builder_begin_array (builder);
  for (guint column = 0; column < amp_report_crossing_get_n_columns (crossing); column++)
    {
      json_builder_begin_object (builder);
      add_text (builder, "code", amp_report_crossing_get_column (crossing, column)->code);
      add_text (builder, "label", amp_report_crossing_get_column (crossing, column)->label);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* Persons of each row in the order of the columns. */
static void
add_crossing (JsonBuilder *builder, const AmpReportCrossing *crossing)
{
  json_builder_set_member_name (builder, crossing->id);
  json_builder_begin_object (builder);
  add_text (builder, "rows_by", crossing->rows->id);
  add_text (builder, "columns_by", crossing->columns->id);
  add_text (builder, "title", crossing->title);
  add_flag (builder, "withheld", crossing->is_withheld);
  add_count (builder, "unlisted", crossing->n_unlisted, TRUE);
  add_crossing_columns (builder, crossing);
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint row = 0; row < amp_report_crossing_get_n_rows (crossing); row++)
    add_crossing_row (builder, crossing, row);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_crossings (JsonBuilder *builder, const AmpReport *report)
{
  json_builder_set_member_name (builder, "crossings");
  json_builder_begin_object (builder);
  for (guint i = 0; i < report->crossings->len; i++)
    add_crossing (builder, g_ptr_array_index (report->crossings, i));
  json_builder_end_object (builder);
}

static void
add_rules (JsonBuilder *builder, const AmpReport *report)
{
  json_builder_set_member_name (builder, "records_joined_by_rule");
  json_builder_begin_array (builder);
  for (guint i = 0; i < AMP_N_JOINING_RULES; i++)
    json_builder_add_int_value (builder, amp_table_round_count (report->facts->joined[i], report->round_to));
  json_builder_end_array (builder);
}

/* What the analyst set beside what was computed. */
static void
add_adjustments (JsonBuilder *builder, const AmpReport *report)
{
  json_builder_set_member_name (builder, "adjustments");
  json_builder_begin_array (builder);
  for (guint i = 0; i < report->adjustments->len; i++)
    {
      const AmpSeverityAdjustment *adjustment = g_ptr_array_index (report->adjustments, i);

      json_builder_begin_object (builder);
      add_text (builder, "part", amp_severity_part_get_code (adjustment->part));
      add_ratio (builder, "value", adjustment->value, 1e2, TRUE);
      add_ratio (builder, "computed", report->severity->computed_parts[adjustment->part], 1e2, report->severity->computed_parts[adjustment->part] >= 0);
      add_text (builder, "analyst", adjustment->analyst);
      add_text (builder, "time", adjustment->time);
      add_text (builder, "reason", adjustment->reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_spread (JsonBuilder *builder, const AmpReportSpread *spread)
{
  json_builder_set_member_name (builder, amp_key_get_code (spread->key));
  json_builder_begin_array (builder);
  for (guint i = 0; i < spread->rows->len; i++)
    {
      const AmpReportSpreadRow *row = g_ptr_array_index (spread->rows, i);

      json_builder_begin_object (builder);
      add_text (builder, "code", row->code);
      add_text (builder, "label", row->label);
      for (guint band = 0; band < AMP_N_SEVERITY_BANDS; band++)
        add_count (builder, amp_severity_band_get_code (band), row->persons[band], !row->is_masked[band]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_spreads (JsonBuilder *builder, const AmpReport *report)
{
  json_builder_set_member_name (builder, "persons_by_band");
  json_builder_begin_object (builder);
  for (guint i = 0; i < report->spreads->len; i++)
    add_spread (builder, g_ptr_array_index (report->spreads, i));
  json_builder_end_object (builder);
}

static void
add_severity (JsonBuilder *builder, const AmpReport *report)
{
  const AmpSeverity *severity = report->severity;

  json_builder_set_member_name (builder, "severity");
  if (severity == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  add_text (builder, "band", amp_severity_band_get_code (severity->band));
  add_ratio (builder, "score", severity->score, 1e2, TRUE);
  add_count (builder, "dpc", severity->dpc, TRUE);
  add_ratio (builder, "ei", severity->ei, 1e2, TRUE);
  add_ratio (builder, "cb", severity->cb, 1e2, TRUE);
  add_ratio (builder, "computed_score", severity->computed_score, 1e2, TRUE);
  add_text (builder, "computed_band", amp_severity_band_get_code (severity->computed_band));
  add_adjustments (builder, report);
  add_terms (builder, "reasons", severity->reasons);
  add_spreads (builder, report);
  json_builder_end_object (builder);
}

static void
add_outline_source (JsonBuilder *builder, const AmpOutlineSource *source)
{
  g_autofree char *name = amp_display_text_escape (source->name);

  json_builder_begin_object (builder);
  add_text (builder, "file", name);
  add_text (builder, "sha256", source->sha256);
  add_text (builder, "imported", source->day);
  json_builder_end_object (builder);
}

/* Those that were imported and drawn. */
static void
add_outlines (JsonBuilder *builder, const AmpReport *report)
{
  g_autoptr (GPtrArray) sources = amp_report_list_outline_sources (report);

  json_builder_set_member_name (builder, "outlines");
  json_builder_begin_array (builder);
  for (guint i = 0; i < sources->len; i++)
    add_outline_source (builder, g_ptr_array_index (sources, i));
  json_builder_end_array (builder);
}

static void
add_report (JsonBuilder *builder, const AmpReport *report)
{
  json_builder_begin_object (builder);
  add_text (builder, "program", "Ampleur " AMP_VERSION);
  add_text (builder, "imported_with", report->facts->program);
  add_text (builder, "language", report->is_french ? "fr" : "en");
  json_builder_set_member_name (builder, "vocabulary");
  json_builder_begin_object (builder);
  add_text (builder, "dpv", AMP_DPV_NAMESPACE);
  add_text (builder, "version", AMP_DPV_VERSION);
  json_builder_end_object (builder);
  add_text (builder, "as_of", report->facts->as_of);
  add_text (builder, "place_basis", report->facts->place_basis);
  add_mandate (builder, report);
  add_terms (builder, "where", report->filter_terms);
  add_count (builder, "min_cell", report->min_cell, TRUE);
  add_count (builder, "round_to", report->round_to, report->round_to > 1);
  add_text (builder, "masking", report->masking);
  json_builder_set_member_name (builder, "sources");
  json_builder_begin_array (builder);
  for (guint i = 0; i < report->sources->len; i++)
    add_source (builder, g_ptr_array_index (report->sources, i), i);
  json_builder_end_array (builder);
  add_outlines (builder, report);
  add_rules (builder, report);
  add_counts (builder, "joined_by_rule", report->rules);
  add_counts (builder, "malformed_by_reason", report->malformed);
  add_counts (builder, "unplaced_by_reason", report->unplaced);
  add_figures (builder, report);
  add_severity (builder, report);
  json_builder_set_member_name (builder, "tables");
  json_builder_begin_object (builder);
  for (guint i = 0; i < report->tables->len; i++)
    add_table (builder, report, g_ptr_array_index (report->tables, i));
  json_builder_end_object (builder);
  add_crossings (builder, report);
  json_builder_end_object (builder);
}

gboolean
amp_export_write_json (const AmpReport *report, AmpExportRun *run, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  gsize length;
  char *text;

  add_report (builder, report);
  root = json_builder_get_root (builder);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, &length);
  return amp_export_run_write (run, "report.json", g_bytes_new_take (text, length), error);
}
