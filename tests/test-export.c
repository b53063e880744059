/* Exports: every format is there, whole and readable by others; hostile texts
 * stay texts; the same case gives the same bytes; what fails says why. */
#include "amp-export.h"

#include "amp-export-error.h"
#include "export-case.h"

#include <signal.h>
#include <sys/resource.h>

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

typedef struct
{
  char    *folder;
  char    *path;
  char    *output;
  AmpCase *opened;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("ampleur-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "case.ampleur", NULL);
  fixture->output = g_build_filename (fixture->folder, "report", "deep", NULL);
  export_case_write (fixture->path, (ExportCaseSize) GPOINTER_TO_UINT (data), 1);
  fixture->opened = amp_case_open (fixture->path, NULL, &error);
  g_assert_no_error (error);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->opened);
  remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->output);
}

static char **
export_to (Fixture *fixture, const char *directory, AmpExportFormats formats, gint64 min_cell)
{
  AmpExportOptions options = { directory, formats, min_cell, NULL, NULL };
  g_autoptr (GError) error = NULL;
  char **files = NULL;

  g_assert_true (amp_export_run (fixture->opened, &options, NULL, NULL, &files, NULL, &error));
  g_assert_no_error (error);
  return files;
}

static char *
read_file (const char *folder, const char *name, gsize *length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *content;

  g_file_get_contents (path, &content, length, &error);
  g_assert_no_error (error);
  return content;
}

static void
assert_well_formed (const char *text, gsize length)
{
  static const GMarkupParser nothing = { 0 };
  g_autoptr (GError) error = NULL;
  GMarkupParseContext *context = g_markup_parse_context_new (&nothing, 0, NULL, NULL);

  g_markup_parse_context_parse (context, text, (gssize) length, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_markup_parse_context_free (context);
}

static guint
count_suffix (char **files, const char *suffix)
{
  guint n = 0;

  for (guint i = 0; files[i] != NULL; i++)
    n += g_str_has_suffix (files[i], suffix);
  return n;
}

static void
test_formats (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) files = export_to (fixture, fixture->output, AMP_EXPORT_ALL, 11);

  g_assert_cmpuint (count_suffix (files, ".html"), ==, 1);
  g_assert_cmpuint (count_suffix (files, ".json"), ==, 2);
  g_assert_cmpuint (count_suffix (files, ".xlsx"), ==, 1);
  g_assert_cmpuint (count_suffix (files, ".geojson"), ==, 4);
  g_assert_cmpuint (count_suffix (files, ".csv"), ==, 33);
  g_assert_cmpuint (count_suffix (files, ".svg"), >=, 16);
  g_assert_cmpuint (count_suffix (files, ".png"), ==, count_suffix (files, ".svg"));
  /* One for each chart and map, and the report. */
  g_assert_cmpuint (count_suffix (files, ".pdf"), ==, count_suffix (files, ".svg") + 1);
  g_assert_cmpuint (count_suffix (files, ".odt"), ==, 1);
  for (guint i = 0; files[i] != NULL; i++)
    {
      gsize            length;
      g_autofree char *content = read_file (fixture->output, files[i], &length);

      if (g_str_has_suffix (files[i], ".svg") || g_str_has_suffix (files[i], ".html"))
        assert_well_formed (content, length);
      else if (g_str_has_suffix (files[i], ".png"))
        g_assert_cmpmem (content, 8, "\x89PNG\r\n\x1A\n", 8);
      else if (g_str_has_suffix (files[i], ".xlsx"))
        g_assert_cmpmem (content, 4, "PK\3\4", 4);
      else if (g_str_has_suffix (files[i], ".pdf"))
        g_assert_cmpmem (content, 5, "%PDF-", 5);
      else if (g_str_has_suffix (files[i], ".csv"))
        g_assert_true (g_str_has_prefix (content, strstr (files[i], "-by-") != NULL ? "code,label,column_code,column_label,persons," : "code,label,records,persons,"));
    }
}

static void
assert_same_rows (JsonObject *rows_of, AmpTable *table)
{
  JsonArray *rows = json_object_get_array_member (rows_of, "rows");

  g_assert_cmpuint (json_array_get_length (rows), ==, amp_table_get_n_rows (table));
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject        *row = json_array_get_object_element (rows, i);
      const AmpTableRow *expected = amp_table_find_row (table, json_object_get_string_member (row, "code"));

      g_assert_nonnull (expected);
      g_assert_cmpint (json_object_get_int_member (row, "persons"), ==, expected->persons);
      g_assert_cmpint (json_object_get_int_member (row, "records"), ==, expected->records);
    }
}

static JsonParser *
parse_json (Fixture *fixture, const char *name)
{
  gsize            length;
  g_autofree char *text = read_file (fixture->output, name, &length);
  g_autoptr (GError) error = NULL;
  JsonParser *parser = json_parser_new ();

  json_parser_load_from_data (parser, text, (gssize) length, &error);
  g_assert_no_error (error);
  return parser;
}

static void
test_unmasked_equals_case (Fixture *fixture, gconstpointer data)
{
  static const AmpKey keys[] = { AMP_KEY_REGION, AMP_KEY_COMMUNE, AMP_KEY_CATEGORY, AMP_KEY_AGE, AMP_KEY_FIELD };
  g_auto (GStrv) files = export_to (fixture, fixture->output, AMP_EXPORT_JSON, 0);
  g_autoptr (JsonParser) parser = parse_json (fixture, "report.json");
  JsonObject *root = json_node_get_object (json_parser_get_root (parser));

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (AmpTable) table = amp_case_tabulate (fixture->opened, keys[i], NULL, NULL, NULL);

      assert_same_rows (json_object_get_object_member (json_object_get_object_member (root, "tables"), amp_key_get_code (keys[i])), table);
    }
  g_assert_nonnull (strstr (json_object_get_string_member (root, "masking"), "switched off"));
}

static void
test_csv_equals_case (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) files = export_to (fixture, fixture->output, AMP_EXPORT_CSV, 0);
  g_autoptr (AmpTable) table = amp_case_tabulate (fixture->opened, AMP_KEY_COMMUNE, NULL, NULL, NULL);
  gsize            length;
  g_autofree char *csv = read_file (fixture->output, "table-commune.csv", &length);
  g_auto (GStrv) lines = g_strsplit (csv, "\r\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, amp_table_get_n_rows (table) + 2);
  for (guint i = 1; lines[i][0] != '\0'; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], ",", -1);
      const AmpTableRow *row = amp_table_find_row (table, fields[0]);

      g_assert_nonnull (row);
      g_assert_cmpuint (g_strv_length (fields), ==, 10);
      g_assert_cmpint (g_ascii_strtoll (fields[2], NULL, 10), ==, row->records);
      g_assert_cmpint (g_ascii_strtoll (fields[3], NULL, 10), ==, row->persons);
      g_assert_cmpint (g_ascii_strtoll (fields[7], NULL, 10), ==, row->sensitive_persons);
      g_assert_cmpstr (fields[9], ==, "0");
    }
}

static void
assert_no_small (const char *count, gboolean is_masked)
{
  g_assert_true (count[0] == '\0' || strlen (count) > 1 || count[0] == '0');
  g_assert_true ((count[0] == '\0') == is_masked);
}

/* No number under the threshold is anywhere in the tables; those of two keys
 * have no records. */
static void
test_masked (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) files = export_to (fixture, fixture->output, AMP_EXPORT_CSV, 11);
  guint n_masked = 0;

  for (guint i = 0; files[i] != NULL; i++)
    {
      gsize            length;
      g_autofree char *content = read_file (fixture->output, files[i], &length);
      g_auto (GStrv) lines = g_strsplit (content, "\r\n", -1);

      for (guint line = 1; g_str_has_suffix (files[i], ".csv") && lines[line] != NULL && lines[line][0] != '\0'; line++)
        {
          g_auto (GStrv) fields = NULL;
          gboolean is_masked;
          guint    n;

          if (strchr (lines[line], '"') != NULL)
            continue;
          fields = g_strsplit (lines[line], ",", -1);
          n = g_strv_length (fields);
          g_assert_cmpuint (n, ==, strstr (files[i], "-by-") != NULL ? 7 : 10);
          is_masked = g_str_equal (fields[n - 1], "1");
          n_masked += is_masked;
          if (n == 7)
            assert_no_small (fields[4], is_masked);
          else
            assert_no_small (fields[2], is_masked);
          if (n == 10)
            assert_no_small (fields[3], is_masked);
        }
    }
  g_assert_cmpuint (n_masked, >, 100);
}

/* Outlines stand in the page once, however many maps show them. */
static void
test_page_is_light (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) files = export_to (fixture, fixture->output, AMP_EXPORT_HTML | AMP_EXPORT_SVG, 11);
  gsize            length, map_length;
  g_autofree char *html = read_file (fixture->output, "report.html", &length);
  g_autofree char *map = read_file (fixture->output, "map-departement.svg", &map_length);

  g_assert_cmpuint (length, <, 2000000);
  g_assert_cmpuint (map_length, <, 700000);
  g_assert_nonnull (strstr (html, "<path id=\"p1\" d=\"m"));
  g_assert_nonnull (strstr (html, "href=\"#p1\""));
}

static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) files = export_to (fixture, fixture->output, AMP_EXPORT_HTML | AMP_EXPORT_CSV, 11);
  gsize            length;
  g_autofree char *html = read_file (fixture->output, "report.html", &length);
  g_autofree char *csv = read_file (fixture->output, "table-field.csv", &length);

  g_assert_null (strstr (html, "<script"));
  g_assert_nonnull (strstr (html, "&lt;script&gt;alert(1)"));
  g_assert_null (strstr (html, "\xE2\x80\xAE"));
  g_assert_null (strstr (html, "src="));
  g_assert_null (strstr (html, "href=\"http"));
  g_assert_null (strstr (html, "url(http"));
  g_assert_null (strstr (csv, "\xE2\x80\xAE"));
  g_assert_nonnull (strstr (csv, ",'=cmd|"));
  g_assert_nonnull (strstr (csv, "\"a \"\"quoted\"\", b\""));
  g_assert_nonnull (strstr (csv, ",'+1"));
}

static void
test_same_bytes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);
  g_auto (GStrv) files = export_to (fixture, fixture->output, AMP_EXPORT_ALL, 11);
  g_auto (GStrv) again = export_to (fixture, other, AMP_EXPORT_ALL, 11);

  g_assert_cmpstrv (files, again);
  for (guint i = 0; files[i] != NULL; i++)
    {
      gsize            lengths[2];
      g_autofree char *first = read_file (fixture->output, files[i], &lengths[0]);
      g_autofree char *second = read_file (other, files[i], &lengths[1]);

      g_assert_cmpmem (first, lengths[0], second, lengths[1]);
    }
}

/* The package lists the other files of the same export, as they are. */
static void
test_package (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) files = export_to (fixture, fixture->output, AMP_EXPORT_CSV | AMP_EXPORT_XLSX | AMP_EXPORT_DATAPACKAGE, 11);
  g_autoptr (JsonParser) parser = parse_json (fixture, "datapackage.json");
  JsonArray *resources = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "resources");

  g_assert_cmpuint (json_array_get_length (resources), ==, g_strv_length (files) - 1);
  for (guint i = 0; i < json_array_get_length (resources); i++)
    {
      JsonObject      *resource = json_array_get_object_element (resources, i);
      gsize            length;
      g_autofree char *content = read_file (fixture->output, files[i], &length);
      g_autofree char *sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content, length);

      g_assert_cmpstr (json_object_get_string_member (resource, "path"), ==, files[i]);
      g_assert_cmpint (json_object_get_int_member (resource, "bytes"), ==, (gint64) length);
      g_assert_cmpstr (json_object_get_string_member (resource, "hash") + strlen ("sha256:"), ==, sum);
    }
}

static void
assert_multiple (JsonObject *object, const char *member)
{
  if (!json_object_get_null_member (object, member))
    g_assert_cmpint (json_object_get_int_member (object, member) % AMP_EXPORT_ROUND_TO, ==, 0);
}

/* Every count, totals and sources too; and the report says so. */
static void
test_rounded (Fixture *fixture, gconstpointer data)
{
  AmpExportOptions options = { .directory = fixture->output, .formats = AMP_EXPORT_JSON, .min_cell = 11, .round_to = AMP_EXPORT_ROUND_TO };
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GList) tables = NULL;
  JsonObject *root;

  g_assert_true (amp_export_run (fixture->opened, &options, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  parser = parse_json (fixture, "report.json");
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_nonnull (strstr (json_object_get_string_member (root, "masking"), "multiples of 5"));
  assert_multiple (json_object_get_object_member (root, "figures"), "persons");
  assert_multiple (json_object_get_object_member (root, "figures"), "minors");
  assert_multiple (json_array_get_object_element (json_object_get_array_member (root, "sources"), 0), "records");
  tables = json_object_get_values (json_object_get_object_member (root, "tables"));
  for (GList *table = tables; table != NULL; table = table->next)
    {
      JsonArray *rows = json_object_get_array_member (json_node_get_object (table->data), "rows");

      assert_multiple (json_object_get_object_member (json_node_get_object (table->data), "total"), "persons");
      for (guint i = 0; i < json_array_get_length (rows); i++)
        {
          assert_multiple (json_array_get_object_element (rows, i), "persons");
          assert_multiple (json_array_get_object_element (rows, i), "records");
          assert_multiple (json_array_get_object_element (rows, i), "sensitive_persons");
        }
    }
}

static void
assert_sum (JsonObject *root, const char *member, gint64 expected)
{
  JsonArray *features = json_object_get_array_member (root, "features");
  gint64     sum = 0;

  for (guint i = 0; i < json_array_get_length (features); i++)
    sum += json_object_get_int_member (json_object_get_object_member (json_array_get_object_element (features, i), "properties"), member);
  g_assert_cmpint (sum, ==, expected);
}

/* Every area is there, those without anybody too, and the figures are those of
 * the case; those of masked areas are null. */
static void
test_areas (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) files = export_to (fixture, fixture->output, AMP_EXPORT_GEOJSON, 0);
  g_autoptr (JsonParser) parser = parse_json (fixture, "areas-departement.geojson");
  g_autoptr (AmpTable) table = amp_case_tabulate (fixture->opened, AMP_KEY_DEPARTEMENT, NULL, NULL, NULL);
  const AmpTableRow *unplaced = amp_table_find_row (table, "");
  JsonObject        *root = json_node_get_object (json_parser_get_root (parser));

  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "features")), >=, 101);
  assert_sum (root, "persons", amp_table_get_total_persons (table) - unplaced->persons);
  assert_sum (root, "records", amp_table_get_total_records (table) - unplaced->records);
}

static void
test_masked_areas (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) files = export_to (fixture, fixture->output, AMP_EXPORT_GEOJSON, 11);
  g_autoptr (JsonParser) parser = parse_json (fixture, "areas-commune.geojson");
  JsonArray *features = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "features");
  guint      n_masked = 0;

  for (guint i = 0; i < json_array_get_length (features); i++)
    {
      JsonObject *properties = json_object_get_object_member (json_array_get_object_element (features, i), "properties");
      gboolean    is_masked = json_object_get_boolean_member (properties, "masked");

      n_masked += is_masked;
      g_assert_true (is_masked == json_object_get_null_member (properties, "persons"));
      g_assert_true (is_masked == json_object_get_null_member (properties, "share"));
      g_assert_true (is_masked || json_object_get_int_member (properties, "persons") >= 11);
    }
  g_assert_cmpuint (n_masked, >, 50);
}

static void
test_vocabulary (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) files = export_to (fixture, fixture->output, AMP_EXPORT_JSON, 11);
  g_autoptr (JsonParser) parser = parse_json (fixture, "report.json");
  JsonObject *tables = json_object_get_object_member (json_node_get_object (json_parser_get_root (parser)), "tables");
  JsonObject *row = json_array_get_object_element (json_object_get_array_member (json_object_get_object_member (tables, "field"), "rows"), 0);

  g_assert_cmpstr (json_object_get_string_member (row, "type"), ==, "last_name");
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (row, "dpv"), 0), ==, "https://w3id.org/dpv/pd#Name");
}

static void
test_few_people (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) files = export_to (fixture, fixture->output, AMP_EXPORT_JSON, 11);
  g_autoptr (JsonParser) parser = parse_json (fixture, "report.json");
  JsonObject *root = json_node_get_object (json_parser_get_root (parser));
  JsonObject *figures = json_object_get_object_member (root, "figures");

  g_assert_true (json_object_get_null_member (figures, "persons"));
  g_assert_true (json_object_get_null_member (figures, "records"));
  g_assert_true (json_object_get_null_member (root, "severity"));
}

static void
test_bad_folder (Fixture *fixture, gconstpointer data)
{
  AmpExportOptions options = { fixture->path, AMP_EXPORT_ALL, 11, NULL, NULL };
  g_autoptr (GError) error = NULL;
  char **files = NULL;

  g_assert_false (amp_export_run (fixture->opened, &options, NULL, NULL, &files, NULL, &error));
  g_assert_error (error, AMP_EXPORT_ERROR, AMP_EXPORT_ERROR_FOLDER);
  g_assert_nonnull (strstr (error->message, "case.ampleur"));
}

/* A limit on the size of files stands in for a full disk. */
static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  AmpExportOptions options = { fixture->output, AMP_EXPORT_HTML, 11, NULL, NULL };
  struct rlimit    before, limit;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = NULL;
  gboolean is_done;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = (struct rlimit){ 4096, before.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  is_done = amp_export_run (fixture->opened, &options, NULL, NULL, NULL, NULL, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_false (is_done);
  g_assert_error (error, AMP_EXPORT_ERROR, AMP_EXPORT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "report.html"));
  folder = g_dir_open (fixture->output, 0, NULL);
  g_assert_null (g_dir_read_name (folder));
}

static guint32
read_number (const char *bytes)
{
  guint32 number;

  memcpy (&number, bytes, sizeof number);
  return GUINT32_FROM_BE (number);
}

/* The width stands in the header, the density in the chunk behind it. */
static void
test_picture_size (Fixture *fixture, gconstpointer data)
{
  AmpExportOptions options = { .directory = fixture->output, .formats = AMP_EXPORT_PNG, .min_cell = 11, .png_width = 1234, .png_dpi = 300 };
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) files = NULL;

  g_assert_true (amp_export_run (fixture->opened, &options, NULL, NULL, &files, NULL, &error));
  g_assert_no_error (error);
  for (guint i = 0; files[i] != NULL; i++)
    {
      gsize            length;
      g_autofree char *content = read_file (fixture->output, files[i], &length);

      g_assert_cmpuint (read_number (content + 16), ==, 1234);
      g_assert_cmpmem (content + 37, 4, "pHYs", 4);
      g_assert_cmpuint (read_number (content + 41), ==, 11811);
    }
}

static void
test_out_of_bounds (Fixture *fixture, gconstpointer data)
{
  static const AmpExportOptions wrong[] = {
    { .formats = AMP_EXPORT_CSV, .min_cell = 4 },
    { .formats = AMP_EXPORT_PNG, .png_width = 99 },
    { .formats = AMP_EXPORT_PNG, .png_width = 8001 },
    { .formats = AMP_EXPORT_PNG, .png_dpi = 2400 },
    { .formats = AMP_EXPORT_CSV, .round_to = 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      AmpExportOptions options = wrong[i];
      g_autoptr (GError) error = NULL;

      options.directory = fixture->output;
      g_assert_false (amp_export_run (fixture->opened, &options, NULL, NULL, NULL, NULL, &error));
      g_assert_error (error, AMP_EXPORT_ERROR, AMP_EXPORT_ERROR_OPTION);
      g_assert_false (g_file_test (fixture->output, G_FILE_TEST_EXISTS));
    }
}

static void
cancel_after_three (guint done, guint total, gpointer data)
{
  g_assert_cmpuint (done, <=, total);
  if (done == 3)
    g_cancellable_cancel (data);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  AmpExportOptions options = { fixture->output, AMP_EXPORT_CSV, 11, NULL, NULL };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) files = NULL;

  g_assert_false (amp_export_run (fixture->opened, &options, cancel_after_three, cancellable, &files, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (g_strv_length (files), ==, 3);
}

static void
test_formats_from_string (void)
{
  AmpExportFormats formats = 0;
  g_autoptr (GError) error = NULL;

  g_assert_true (amp_export_formats_from_string ("csv, html", &formats, NULL));
  g_assert_cmpuint (formats, ==, AMP_EXPORT_CSV | AMP_EXPORT_HTML);
  g_assert_false (amp_export_formats_from_string ("csv,docx", &formats, &error));
  g_assert_error (error, AMP_EXPORT_ERROR, AMP_EXPORT_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "docx"));
  g_assert_false (amp_export_formats_from_string ("", &formats, NULL));
}

#define ADD(name, size, function) \
  g_test_add (name, Fixture, GUINT_TO_POINTER (size), set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/export/export/every-format-is-whole", EXPORT_CASE_USUAL, test_formats);
  ADD ("/export/export/unmasked-figures-are-those-of-the-case", EXPORT_CASE_USUAL, test_unmasked_equals_case);
  ADD ("/export/export/csv-holds-the-figures-of-the-case", EXPORT_CASE_USUAL, test_csv_equals_case);
  ADD ("/export/export/no-small-count-is-written", EXPORT_CASE_USUAL, test_masked);
  ADD ("/export/export/page-is-light", EXPORT_CASE_USUAL, test_page_is_light);
  ADD ("/export/export/hostile-texts-stay-texts", EXPORT_CASE_USUAL, test_hostile);
  ADD ("/export/export/same-case-same-bytes", EXPORT_CASE_USUAL, test_same_bytes);
  ADD ("/export/export/package-lists-the-files", EXPORT_CASE_USUAL, test_package);
  ADD ("/export/export/areas-hold-the-figures-of-the-case", EXPORT_CASE_USUAL, test_areas);
  ADD ("/export/export/masked-areas-are-null", EXPORT_CASE_USUAL, test_masked_areas);
  ADD ("/export/export/rounded-everywhere", EXPORT_CASE_USUAL, test_rounded);
  ADD ("/export/export/terms-of-a-vocabulary", EXPORT_CASE_USUAL, test_vocabulary);
  ADD ("/export/export/few-people-tell-nothing", EXPORT_CASE_FEW, test_few_people);
  ADD ("/export/export/folder-that-cannot-be-made", EXPORT_CASE_FEW, test_bad_folder);
  ADD ("/export/export/full-disk-leaves-nothing", EXPORT_CASE_FEW, test_full_disk);
  ADD ("/export/export/pictures-of-a-chosen-size", EXPORT_CASE_FEW, test_picture_size);
  ADD ("/export/export/numbers-out-of-bounds", EXPORT_CASE_FEW, test_out_of_bounds);
  ADD ("/export/export/cancel-stops-between-files", EXPORT_CASE_FEW, test_cancel);
  g_test_add_func ("/export/export/formats-from-string", test_formats_from_string);
  return g_test_run ();
}
