/* What the folder holds, for programs: Frictionless Data Package, version 1
 * (specs.frictionlessdata.io/data-package). Written last: it lists the files of
 * this export with their size and hash, and the columns of the tables. No time
 * of writing: the same export gives the same bytes. */
#include "amp-export-private.h"

#include "amp-figure-id.h"
#include "amp-report-crossing.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

typedef struct
{
  const char *extension;
  const char *mediatype;
} MediaType;

/* clang-format off */
static const MediaType MEDIA_TYPES[] = {
  { "csv",     "text/csv" },
  { "geojson", "application/geo+json" },
  { "html",    "text/html" },
  { "json",    "application/json" },
  { "odt",     "application/vnd.oasis.opendocument.text" },
  { "pdf",     "application/pdf" },
  { "png",     "image/png" },
  { "svg",     "image/svg+xml" },
  { "xlsx",    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
};

typedef struct
{
  const char *name;
  const char *type;
  const char *description;
} Field;

static const Field FIELDS[] = {
  { "code",              "string",  N_("Code of the row: INSEE, SIREN, ISO 3166, or a code of Ampleur; empty for persons without a place at this level") },
  { "label",             "string",  N_("Name of the row") },
  { "records",           "integer", N_("Records") },
  { "persons",           "integer", N_("Persons") },
  { "share",             "number",  N_("Share of all persons, 1 for all") },
  { "per_1000",          "number",  N_("Persons per 1,000 inhabitants") },
  { "population",        "integer", N_("Inhabitants") },
  { "sensitive_persons", "integer", N_("Persons with sensitive data") },
  { "sensitive_share",   "number",  N_("Share with sensitive data, 1 for all") },
  { "masked",            "boolean", N_("Whether the counts of the row are masked; they are then empty") },
};

/* Of tables of two keys. */
static const Field CROSSING_FIELDS[] = {
  { "code",         "string",  N_("Code of the place: INSEE, SIREN or ISO 3166; empty for persons without a place at this level") },
  { "label",        "string",  N_("Name of the place") },
  { "column_code",  "string",  N_("Code of the category, sensitivity, age or sex") },
  { "column_label", "string",  N_("Its name") },
  { "persons",      "integer", N_("Persons") },
  { "share",        "number",  N_("Share of the persons of the place, 1 for all") },
  { "masked",       "boolean", N_("Whether the count is masked; it is then empty") },
};

typedef struct
{
  const char *name;
  const char *title;
  const char *path;
} Licence;

/* Those of the data that the figures are shown with. */
static const Licence LICENCES[] = {
  { "etalab-2.0", N_("Licence Ouverte 2.0: names, codes and populations of places (Etalab, INSEE)"), "https://www.etalab.gouv.fr/licence-ouverte-open-licence" },
  { "CC-BY-4.0",  N_("Creative Commons Attribution 4.0: coordinates of communes (GeoNames)"), "https://creativecommons.org/licenses/by/4.0/" },
  { "other-pd",   N_("Public domain: outlines (Natural Earth)"), "https://www.naturalearthdata.com/about/terms-of-use/" },
};
/* clang-format on */

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_number (JsonBuilder *builder, const char *name, gint64 number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
begin_array (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

static void
begin_object (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
}

static void
add_values (JsonBuilder *builder, const char *name, const char *value)
{
  begin_array (builder, name);
  json_builder_add_string_value (builder, value);
  json_builder_end_array (builder);
}

static void
add_field (JsonBuilder *builder, const Field *field)
{
  json_builder_begin_object (builder);
  add_text (builder, "name", field->name);
  add_text (builder, "type", field->type);
  add_text (builder, "description", _ (field->description));
  if (g_str_equal (field->type, "boolean"))
    {
      add_values (builder, "trueValues", "1");
      add_values (builder, "falseValues", "0");
    }
  json_builder_end_object (builder);
}

static void
add_schema (JsonBuilder *builder, const Field *fields, guint n_fields)
{
  begin_object (builder, "schema");
  begin_array (builder, "fields");
  for (guint i = 0; i < n_fields; i++)
    add_field (builder, &fields[i]);
  json_builder_end_array (builder);
  add_values (builder, "missingValues", "");
  json_builder_end_object (builder);
}

static void
add_dialect (JsonBuilder *builder)
{
  begin_object (builder, "dialect");
  add_text (builder, "delimiter", ",");
  add_text (builder, "lineTerminator", "\r\n");
  add_text (builder, "quoteChar", "\"");
  json_builder_set_member_name (builder, "doubleQuote");
  json_builder_add_boolean_value (builder, TRUE);
  json_builder_set_member_name (builder, "header");
  json_builder_add_boolean_value (builder, TRUE);
  json_builder_end_object (builder);
}

/* "table-place-quality.csv" is the table "place-quality". */
static const AmpReportTable *
find_table (const AmpReport *report, const char *stem)
{
  for (guint i = 0; i < report->tables->len; i++)
    {
      const AmpReportTable *table = g_ptr_array_index (report->tables, i);

      if (g_str_has_suffix (stem, table->id) && strlen (stem) > strlen (table->id) && stem[strlen (stem) - strlen (table->id) - 1] == '-')
        return table;
    }
  return NULL;
}

/* "table-epci-by-age.csv" is the crossing "epci-by-age". */
static const AmpReportCrossing *
find_crossing (const AmpReport *report, const char *stem)
{
  const char *dash = strchr (stem, '-');

  for (guint i = 0; dash != NULL && i < report->crossings->len; i++)
    if (g_str_equal (((const AmpReportCrossing *) g_ptr_array_index (report->crossings, i))->id, dash + 1))
      return g_ptr_array_index (report->crossings, i);
  return NULL;
}

static const char *
get_title (const AmpReport *report, const char *stem)
{
  const AmpReportTable    *table = find_table (report, stem);
  const AmpReportCrossing *crossing = find_crossing (report, stem);

  if (crossing != NULL)
    return crossing->title;
  for (guint i = 0; i < report->maps->len; i++)
    {
      const AmpReportMap *map = g_ptr_array_index (report->maps, i);

      if (g_str_equal (map->id, stem))
        return map->title;
    }
  return table != NULL ? table->title : report->title;
}

static const char *
find_media_type (const char *extension)
{
  for (guint i = 0; i < G_N_ELEMENTS (MEDIA_TYPES); i++)
    if (g_str_equal (MEDIA_TYPES[i].extension, extension))
      return MEDIA_TYPES[i].mediatype;
  return "application/octet-stream";
}

static void
add_resource (JsonBuilder *builder, const AmpReport *report, const AmpExportFile *file)
{
  const char      *dot = strrchr (file->name, '.');
  const char      *extension = dot != NULL ? dot + 1 : "";
  g_autofree char *stem = g_strndup (file->name, dot != NULL ? (gsize) (dot - file->name) : strlen (file->name));
  g_autofree char *name = g_strdelimit (g_strdup (file->name), ".", '-');
  g_autofree char *hash = g_strconcat ("sha256:", file->sha256, NULL);
  gboolean         is_table = g_str_equal (extension, "csv");

  json_builder_begin_object (builder);
  add_text (builder, "name", name);
  add_text (builder, "path", file->name);
  add_text (builder, "title", get_title (report, stem));
  add_text (builder, "profile", is_table ? "tabular-data-resource" : "data-resource");
  add_text (builder, "format", extension);
  add_text (builder, "mediatype", find_media_type (extension));
  add_number (builder, "bytes", file->n_bytes);
  add_text (builder, "hash", hash);
  if (is_table)
    {
      add_text (builder, "encoding", "utf-8");
      add_dialect (builder);
      if (find_crossing (report, stem) != NULL)
        add_schema (builder, CROSSING_FIELDS, G_N_ELEMENTS (CROSSING_FIELDS));
      else
        add_schema (builder, FIELDS, G_N_ELEMENTS (FIELDS));
    }
  json_builder_end_object (builder);
}

static void
add_licences (JsonBuilder *builder)
{
  begin_array (builder, "licenses");
  for (guint i = 0; i < G_N_ELEMENTS (LICENCES); i++)
    {
      json_builder_begin_object (builder);
      add_text (builder, "name", LICENCES[i].name);
      add_text (builder, "title", _ (LICENCES[i].title));
      add_text (builder, "path", LICENCES[i].path);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* The dump, known by the hash of its files. */
static void
add_sources (JsonBuilder *builder, const AmpReport *report)
{
  begin_array (builder, "sources");
  for (guint i = 0; i < report->sources->len; i++)
    {
      const AmpReportSource *source = g_ptr_array_index (report->sources, i);

      json_builder_begin_object (builder);
      add_text (builder, "title", source->name);
      if (source->facts->sha256 != NULL)
        {
          g_autofree char *hash = g_strconcat ("sha256:", source->facts->sha256, NULL);

          add_text (builder, "hash", hash);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_package (JsonBuilder *builder, const AmpReport *report, const GPtrArray *files)
{
  json_builder_begin_object (builder);
  add_text (builder, "profile", "data-package");
  add_text (builder, "name", "ampleur-report");
  add_text (builder, "title", report->title);
  add_text (builder, "description", report->masking);
  if (report->filter != NULL)
    add_text (builder, "filter", report->filter);
  add_number (builder, "min_cell", report->min_cell);
  add_licences (builder);
  add_sources (builder, report);
  begin_array (builder, "resources");
  for (guint i = 0; i < files->len; i++)
    add_resource (builder, report, g_ptr_array_index (files, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

gboolean
amp_export_write_datapackage (const AmpReport *report, AmpExportRun *run, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  char *text;

  add_package (builder, report, amp_export_run_get_files (run));
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  return amp_export_run_write (run, "datapackage.json", g_bytes_new_take (text, strlen (text)), error);
}
