/* Areas with their figures as GeoJSON: regions and départements as outlines, all
 * of them; EPCI and communes, those with a row, as outlines where some were
 * imported, else as points. One feature a line; a masked figure is null. An area
 * without a row counts nobody. */
#include "amp-export-private.h"

#include "amp-display-text.h"
#include "amp-figure-id.h"
#include "amp-geojson-geometry.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

typedef struct
{
  AmpKey      key;
  const char *name;
} Level;

/* clang-format off */
static const Level LEVELS[] = {
  { AMP_KEY_REGION,      "areas-region" },
  { AMP_KEY_DEPARTEMENT, "areas-departement" },
  { AMP_KEY_EPCI,        "areas-epci" },
  { AMP_KEY_COMMUNE,     "areas-commune" },
};
/* clang-format on */

static void
append_quoted (GString *json, const char *text)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), text);
  g_autofree char *quoted = json_to_string (node, FALSE);

  g_string_append (json, quoted);
}

/* Not g_str_has_suffix(): it measures all of the text each time. */
static gboolean
ends_with (const GString *json, char last)
{
  return json->len > 0 && json->str[json->len - 1] == last;
}

static void
append_name (GString *json, const char *name)
{
  g_string_append_printf (json, "%s\"%s\":", ends_with (json, '{') ? "" : ",", name);
}

static void
append_text (GString *json, const char *name, const char *text)
{
  append_name (json, name);
  if (text != NULL)
    append_quoted (json, text);
  else
    g_string_append (json, "null");
}

static void
append_number (GString *json, const char *name, double number, const char *format, gboolean is_known)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  append_name (json, name);
  g_string_append (json, is_known && number >= 0 ? g_ascii_formatd (digits, sizeof digits, format, number) : "null");
}

static void
append_flag (GString *json, const char *name, gboolean is_set)
{
  append_name (json, name);
  g_string_append (json, is_set ? "true" : "false");
}

static void
append_figures (GString *json, const AmpReportTable *table, const AmpTableRow *row)
{
  AmpKey           key = amp_table_get_key (table->table);
  g_autofree char *id = amp_figure_id_dup_row (key, row->code);
  gboolean         is_known = !row->is_masked;
  gboolean         is_sensitive_known = is_known && !row->is_sensitive_masked;

  append_name (json, "properties");
  g_string_append_c (json, '{');
  append_text (json, "figure", id);
  append_text (json, "code", row->code);
  append_text (json, "name", row->label);
  append_number (json, "records", (double) row->records, "%.0f", is_known);
  append_number (json, "persons", (double) row->persons, "%.0f", is_known);
  append_number (json, "share", amp_table_row_get_share (row, table->table), "%.6f", is_known);
  append_number (json, "per_1000", amp_table_row_get_per_1000 (row), "%.3f", is_known);
  append_number (json, "population", (double) row->population, "%.0f", row->population > 0);
  append_number (json, "sensitive_persons", (double) row->sensitive_persons, "%.0f", is_sensitive_known);
  append_number (json, "sensitive_share", amp_table_row_get_sensitive_share (row), "%.6f", is_sensitive_known);
  append_flag (json, "masked", row->is_masked);
  if (key == AMP_KEY_EPCI || key == AMP_KEY_COMMUNE)
    append_flag (json, "approximate", row->is_approximate);
  g_string_append_c (json, '}');
}

/* Those that ship count in ten-thousandths of a degree, some ten metres; imported
 * ones in parts ten times as small. */
static guint
get_decimals (AmpKey key)
{
  return key == AMP_KEY_REGION || key == AMP_KEY_DEPARTEMENT ? 4 : 5;
}

static void
append_geometry (GString *json, AmpKey key, const AmpOutline *outline, const AmpTableRow *row)
{
  append_name (json, "geometry");
  if (outline != NULL)
    amp_geojson_append_outline (json, outline, get_decimals (key));
  else if (row->is_located)
    amp_geojson_append_point (json, row->longitude, row->latitude);
  else
    g_string_append (json, "null");
}

static void
append_feature (GString *json, const AmpReportTable *table, const AmpTableRow *row, const AmpOutline *outline)
{
  g_string_append (json, ends_with (json, '[') ? "\n{" : ",\n{");
  append_text (json, "type", "Feature");
  append_text (json, "id", row->code);
  append_figures (json, table, row);
  append_geometry (json, amp_table_get_key (table->table), outline, row);
  g_string_append_c (json, '}');
}

static void
append_rows (GString *json, const AmpReport *report, const AmpReportTable *table)
{
  AmpKey key = amp_table_get_key (table->table);

  for (guint i = 0; i < table->order->len; i++)
    {
      const AmpTableRow *row = amp_report_table_get_row (table, i);

      if (row->code[0] != '\0')
        append_feature (json, table, row, amp_report_find_outline (report, key, row->code));
    }
}

/* A table that is withheld does not tell which of its areas count nobody. */
static void
append_empty_area (GString *json, const AmpReport *report, const AmpReportTable *table, AmpPlaceLevel level, const AmpOutline *outline)
{
  AmpTableRow row = { .code = (char *) outline->code, .is_masked = table->is_withheld, .is_sensitive_masked = table->is_withheld };
  guint32     index;

  if (!table->is_withheld && amp_table_find_row (table->table, outline->code) != NULL)
    return;
  if (!amp_gazetteer_find_area (report->gazetteer, level, outline->code, &index))
    return;
  row.label = (char *) amp_gazetteer_get_area (report->gazetteer, level, index)->name;
  row.population = amp_gazetteer_get_area (report->gazetteer, level, index)->population;
  append_feature (json, table, &row, outline);
}

static void
append_empty_areas (GString *json, const AmpReport *report, const AmpReportTable *table)
{
  AmpKey key = amp_table_get_key (table->table);

  for (guint i = 0; key == AMP_KEY_REGION && i < amp_outlines_get_n_regions (report->outlines); i++)
    append_empty_area (json, report, table, AMP_PLACE_LEVEL_REGION, amp_outlines_get_region (report->outlines, i));
  for (guint i = 0; key == AMP_KEY_DEPARTEMENT && i < amp_outlines_get_n_areas (report->outlines); i++)
    append_empty_area (json, report, table, AMP_PLACE_LEVEL_DEPARTEMENT, amp_outlines_get_area (report->outlines, i));
}

static void
append_outline_source (GString *json, const AmpOutlineSource *source)
{
  g_autofree char *name = amp_display_text_escape (source->name);

  g_string_append (json, ends_with (json, '[') ? "{" : ",{");
  append_text (json, "file", name);
  append_text (json, "sha256", source->sha256);
  append_text (json, "imported", source->day);
  g_string_append_c (json, '}');
}

static void
append_outline_sources (GString *json, const AmpReport *report, AmpKey key)
{
  g_autoptr (GPtrArray) sources = amp_report_list_outline_sources (report);

  if (sources->len == 0 || key == AMP_KEY_REGION || key == AMP_KEY_DEPARTEMENT)
    return;
  append_name (json, "outlines");
  g_string_append_c (json, '[');
  for (guint i = 0; i < sources->len; i++)
    append_outline_source (json, g_ptr_array_index (sources, i));
  g_string_append_c (json, ']');
}

/* What a reader of the file alone must know. */
static void
append_head (GString *json, const AmpReport *report, const Level *level)
{
  const AmpReportTable *table = amp_report_find_table (report, level->key);
  g_autofree char      *attribution = amp_report_dup_attribution (report, level->key);

  append_text (json, "type", "FeatureCollection");
  append_text (json, "name", level->name);
  append_text (json, "title", table->title);
  append_text (json, "filter", report->filter);
  append_number (json, "min_cell", (double) report->min_cell, "%.0f", TRUE);
  append_text (json, "masking", report->masking);
  append_text (json, "attribution", attribution);
  append_outline_sources (json, report, level->key);
}

static GBytes *
render (const AmpReport *report, const Level *level)
{
  const AmpReportTable *table = amp_report_find_table (report, level->key);
  GString              *json = g_string_new ("{");

  append_head (json, report, level);
  append_name (json, "features");
  g_string_append_c (json, '[');
  append_rows (json, report, table);
  append_empty_areas (json, report, table);
  g_string_append (json, "\n]}\n");
  return g_string_free_to_bytes (json);
}

guint
amp_export_count_geojson (const AmpReport *report)
{
  return G_N_ELEMENTS (LEVELS);
}

gboolean
amp_export_write_geojson (const AmpReport *report, AmpExportRun *run, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (LEVELS); i++)
    {
      g_autofree char *name = g_strconcat (LEVELS[i].name, ".geojson", NULL);

      if (amp_export_run_is_stopped (run, error) || !amp_export_run_write (run, name, render (report, &LEVELS[i]), error))
        return FALSE;
    }
  return TRUE;
}
