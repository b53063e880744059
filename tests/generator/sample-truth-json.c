/* Owns the truth's JSON; nothing in it needs an escape, since codes and headers
 * are plain. */
#include "sample-truth-private.h"

/* Returns: the code of row number @index of a table */
typedef const char *(*CodeFunc) (const SampleTruth *truth, guint index);

static gboolean
is_nonzero (const SampleFigure *figure)
{
  return figure->counts[SAMPLE_COUNT_RECORDS] > 0 || figure->counts[SAMPLE_COUNT_PERSONS] > 0;
}

static void
put_figure (GString *json, const char *code, const SampleFigure *figure, gboolean *is_first)
{
  g_string_append_printf (json,
                          "%s\n      \"%s\": {\"records\": %" G_GINT64_FORMAT ", \"persons\": %" G_GINT64_FORMAT "}",
                          *is_first ? "" : ",",
                          code,
                          figure->counts[SAMPLE_COUNT_RECORDS],
                          figure->counts[SAMPLE_COUNT_PERSONS]);
  *is_first = FALSE;
}

static void
begin_group (GString *json, const char *key, gboolean is_first)
{
  g_string_append_printf (json, "%s\n    \"%s\": {", is_first ? "" : ",", key);
}

static void
end_group (GString *json)
{
  g_string_append (json, "\n    }");
}

static void
add_to_code (GHashTable *figures, const char *code, const SampleFigure *more)
{
  SampleFigure *figure = g_hash_table_lookup (figures, code);

  if (figure == NULL)
    {
      figure = g_new0 (SampleFigure, 1);
      g_hash_table_insert (figures, (gpointer) code, figure);
    }
  for (guint i = 0; i < SAMPLE_N_COUNTS; i++)
    figure->counts[i] += more->counts[i];
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

static void
put_codes (GString *json, GHashTable *figures)
{
  g_autoptr (GList) codes = g_list_sort (g_hash_table_get_keys (figures), compare_codes);
  gboolean is_first = TRUE;

  for (GList *code = codes; code != NULL; code = code->next)
    put_figure (json, code->data, g_hash_table_lookup (figures, code->data), &is_first);
}

static void
put_places (GString *json, const SampleTruth *truth, const SampleTally *tally, const char *level)
{
  g_autoptr (GHashTable) figures = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  gboolean is_country = g_str_equal (level, "country");

  for (guint i = 0; i < sample_territory_get_n_communes (truth->territory); i++)
    if (is_nonzero (&tally->communes[i]))
      add_to_code (figures, sample_commune_get_code (sample_territory_get_commune (truth->territory, i), level), &tally->communes[i]);
  for (guint i = 0; i < sample_abroad_get_count (); i++)
    if (is_nonzero (&tally->abroad[i]))
      add_to_code (figures, is_country ? sample_abroad_get (i)->country : "", &tally->abroad[i]);
  if (is_nonzero (&tally->unplaced))
    add_to_code (figures, "", &tally->unplaced);
  begin_group (json, level, is_country);
  put_codes (json, figures);
  end_group (json);
}

static const char *
get_category (const SampleTruth *truth, guint index)
{
  return sample_categories[index].code;
}

static const char *
get_sensitivity (const SampleTruth *truth, guint index)
{
  return sample_sensitivity_codes[index];
}

static const char *
get_sex (const SampleTruth *truth, guint index)
{
  return sample_sex_codes[index];
}

static const char *
get_age (const SampleTruth *truth, guint index)
{
  return sample_age_codes[index];
}

static const char *
get_type (const SampleTruth *truth, guint index)
{
  return sample_type_get (index)->code;
}

static const char *
get_header (const SampleTruth *truth, guint index)
{
  return truth->preset->columns[index].header;
}

static void
put_table (GString *json, const SampleTruth *truth, const char *key, const SampleFigure *figures, guint n_figures, CodeFunc get_code)
{
  gboolean is_first = TRUE;

  begin_group (json, key, FALSE);
  for (guint i = 0; i < n_figures; i++)
    if (is_nonzero (&figures[i]))
      put_figure (json, get_code (truth, i), &figures[i], &is_first);
  end_group (json);
}

static void
put_tally (GString *json, const SampleTruth *truth, const SampleTally *tally)
{
  static const char *const levels[] = { "country", "region", "departement", "epci", "commune" };

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    put_places (json, truth, tally, levels[i]);
  put_table (json, truth, "category", tally->categories, SAMPLE_N_CATEGORIES, get_category);
  put_table (json, truth, "sensitivity", tally->sensitivities, SAMPLE_N_SENSITIVITIES, get_sensitivity);
  put_table (json, truth, "sex", tally->sexes, SAMPLE_N_SEXES, get_sex);
  put_table (json, truth, "age", tally->ages, SAMPLE_N_AGES, get_age);
  put_table (json, truth, "type", tally->types, sample_type_get_count (), get_type);
  put_table (json, truth, "field", tally->fields, truth->preset->n_columns, get_header);
}

static void
put_total (GString *json, const char *key, const SampleFigure *figure)
{
  g_string_append_printf (json,
                          "  \"%s\": {\"records\": %" G_GINT64_FORMAT ", \"persons\": %" G_GINT64_FORMAT "},\n",
                          key,
                          figure->counts[SAMPLE_COUNT_RECORDS],
                          figure->counts[SAMPLE_COUNT_PERSONS]);
}

static void
put_columns (GString *json, const SamplePreset *preset)
{
  g_string_append (json, "  \"columns\": [");
  for (guint i = 0; i < preset->n_columns; i++)
    g_string_append_printf (json,
                            "%s\n    {\"header\": \"%s\", \"type\": \"%s\"}",
                            i > 0 ? "," : "",
                            preset->columns[i].header,
                            preset->columns[i].type);
  g_string_append (json, "\n  ],\n");
}

static void
put_dialect (GString *json, const SampleDialect *dialect)
{
  char quote[8] = "", delimiter[8] = "";

  if (dialect->quote != '\0')
    g_snprintf (quote, sizeof quote, "\\u%04x", (guint) dialect->quote);
  g_snprintf (delimiter, sizeof delimiter, "\\u%04x", (guint) dialect->delimiter);
  g_string_append_printf (json,
                          "  \"dialect\": {\"encoding\": \"%s\", \"delimiter\": \"%s\", \"quote\": \"%s\", "
                          "\"line_end\": \"%s\", \"has_header\": %s, \"preamble_lines\": %u, \"repeated_headers\": %u},\n",
                          sample_dialect_get_encoding (dialect),
                          delimiter,
                          quote,
                          sample_dialect_get_line_end (dialect),
                          dialect->has_header ? "true" : "false",
                          dialect->preamble_lines,
                          dialect->repeated_headers);
}

static void
put_head (GString *json, const SampleTruth *truth, guint64 seed)
{
  const SampleFigure *total = &truth->all.total;
  SampleDate          as_of = truth->preset->as_of;

  g_string_append_printf (json,
                          "{\n  \"preset\": \"%s\",\n  \"seed\": %" G_GUINT64_FORMAT ",\n"
                          "  \"records\": %" G_GINT64_FORMAT ",\n  \"persons\": %" G_GINT64_FORMAT ",\n"
                          "  \"as_of\": \"%04d-%02d-%02d\",\n"
                          "  \"nir\": {\"written\": %" G_GINT64_FORMAT ", \"wrong_keys\": %" G_GINT64_FORMAT "},\n"
                          "  \"slips\": {\"cities\": %" G_GINT64_FORMAT ", \"names\": %" G_GINT64_FORMAT "},\n",
                          truth->preset->name,
                          seed,
                          total->counts[SAMPLE_COUNT_RECORDS],
                          total->counts[SAMPLE_COUNT_PERSONS],
                          as_of.year,
                          as_of.month,
                          as_of.day,
                          truth->n_nirs,
                          truth->n_wrong_keys,
                          truth->n_typos,
                          truth->n_variants);
}

static void
put_filters (GString *json, const SampleTruth *truth)
{
  g_string_append (json, "  \"where\": {");
  for (guint i = 0; i < SAMPLE_N_FILTERS; i++)
    {
      g_string_append_printf (json, "%s\n  \"%s=%s\": {\n", i > 0 ? "," : "", sample_filters[i].key, sample_filters[i].code);
      put_total (json, "total", &truth->filtered[i].total);
      g_string_append (json, "  \"by\": {");
      put_tally (json, truth, &truth->filtered[i]);
      g_string_append (json, "\n  }}");
    }
  g_string_append (json, "\n  }\n}\n");
}

gboolean
sample_truth_write (const SampleTruth *truth, const char *path, guint64 seed, const SampleDialect *dialect, GError **error)
{
  g_autoptr (GString) json = g_string_new (NULL);

  put_head (json, truth, seed);
  put_dialect (json, dialect);
  put_columns (json, truth->preset);
  g_string_append_printf (json, "  \"malformed\": %" G_GINT64_FORMAT ",\n", truth->n_malformed);
  g_string_append_printf (json, "  \"malformed_rows\": [%s\n  ],\n", truth->malformed_rows->str);
  put_total (json, "unplaced", &truth->all.unplaced);
  g_string_append (json, "  \"by\": {");
  put_tally (json, truth, &truth->all);
  g_string_append (json, "\n  },\n");
  put_filters (json, truth);
  return g_file_set_contents (path, json->str, (gssize) json->len, error);
}
