/* Imported outlines: what is read, what is refused and why, how communes of other
 * years are matched, and that what is kept comes back. */
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "amp-outline-import.h"
#include "amp-places-error.h"

#define SQUARE(x, y) "[[" #x "," #y "],[" #x ".1," #y "],[" #x ".1," #y ".1],[" #x "," #y ".1],[" #x "," #y "]]"
#define FEATURE(code, x, y) "{\"type\":\"Feature\",\"properties\":{\"code\":\"" code "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[" SQUARE (x, y) "]}}"
#define COLLECTION(features) "{\"type\":\"FeatureCollection\",\"features\":[" features "]}"

static AmpGazetteer *gazetteer;

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("ampleur-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "areas.geojson", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_true (amp_outline_set_remove (fixture->folder, AMP_PLACE_LEVEL_COMMUNE, NULL));
  g_assert_true (amp_outline_set_remove (fixture->folder, AMP_PLACE_LEVEL_EPCI, NULL));
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static AmpOutlineReport *
import_bytes (Fixture *fixture, const char *bytes, gssize size, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);

  g_assert_true (g_file_set_contents (fixture->path, bytes, size, NULL));
  return amp_outline_import (file, gazetteer, fixture->folder, NULL, NULL, NULL, error);
}

static AmpOutlineReport *
import_good (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;
  AmpOutlineReport *report = import_bytes (fixture, text, -1, &error);

  g_assert_no_error (error);
  return report;
}

/* The message names the file and the reason, and nothing was kept. */
static void
refuse (Fixture *fixture, const char *text, const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpOutlineReport) report = import_bytes (fixture, text, -1, &error);

  g_assert_null (report);
  g_assert_error (error, AMP_PLACES_ERROR, AMP_PLACES_ERROR_FILE);
  if (!g_str_has_prefix (error->message, "areas.geojson: ") || strstr (error->message, reason) == NULL)
    g_error ("“%s” is not about “%s”", error->message, reason);
  g_assert_null (amp_outline_set_load (fixture->folder, AMP_PLACE_LEVEL_COMMUNE, NULL));
}

static AmpOutlineSet *
load (Fixture *fixture, AmpPlaceLevel level)
{
  g_autoptr (GError) error = NULL;
  AmpOutlineSet *set = amp_outline_set_load (fixture->folder, level, &error);

  g_assert_no_error (error);
  return set;
}

static void
test_reads_areas (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpOutlineReport) report = import_good (fixture, COLLECTION (FEATURE ("35238", -1, 48) "," FEATURE ("29019", -4, 48)));
  g_autoptr (AmpOutlineSet) set = load (fixture, AMP_PLACE_LEVEL_COMMUNE);

  g_assert_cmpuint (report->n_features, ==, 2);
  g_assert_cmpuint (report->counts[AMP_PLACE_LEVEL_COMMUNE].n_read, ==, 2);
  g_assert_cmpuint (report->counts[AMP_PLACE_LEVEL_COMMUNE].n_known, >, 34000);
  g_assert_cmpuint (report->counts[AMP_PLACE_LEVEL_EPCI].n_read, ==, 0);
  g_assert_cmpuint (report->counts[AMP_PLACE_LEVEL_EPCI].lacking->len, ==, 0);
  g_assert_cmpuint (amp_outline_set_get_n_areas (set), ==, 2);
  g_assert_cmpstr (amp_outline_set_get_area (set, 0)->code, ==, "29019");
  g_assert_cmpuint (amp_outline_set_get_n_sources (set), ==, 1);
  g_assert_cmpstr (amp_outline_set_get_source (set, 0)->name, ==, "areas.geojson");
  g_assert_true (amp_outline_contains (amp_outline_set_find (set, "35238"), -1.05, 48.05));
  g_assert_false (amp_outline_contains (amp_outline_set_find (set, "35238"), -1.15, 48.05));
  g_assert_cmpuint (amp_outline_set_find (set, "35238")->rings[0].n_points, ==, 4);
  g_assert_null (amp_outline_set_find (set, "75056"));
  g_assert_null (amp_outline_set_find (set, NULL));
  g_assert_null (amp_outline_set_load (fixture->folder, AMP_PLACE_LEVEL_EPCI, NULL));
}

/* Members in any order, other names of the code, numbers, holes, heights, nulls. */
static void
test_reads_what_publishers_write (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpOutlineReport) report = import_good (
      fixture,
      "{\"features\": [\n"
      "{\"geometry\":{\"coordinates\":[[[[-1,48,12.5],[-1.5e0,48,0],[-1.5,48.5],[-1,48.5]],[[-1.1,48.1],[-1.2,48.1],[-1.2,48.2]]],[[[-2,48],[-2.1,48],[-2.1,48.1]]]],\"type\":\"MultiPolygon\"},"
      "\"properties\":{\"INSEE_COM\":\"35238\",\"SIREN_EPCI\":\"243500139\",\"extra\":{\"a\":[1,{}]}},\"type\":\"Feature\"},\n"
      "{\"type\":\"Feature\",\"properties\":{\"codgeo\":1004,\"libgeo\":\"Amb\\u00e9rieu\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[" SQUARE (5, 45) "]}},\n"
                                                                                                                                                                 "{\"type\":\"Feature\",\"properties\":{\"SIREN\":243500139},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[" SQUARE (-1, 48) "]}},\n"
                                                                                                                                                                                                                                                                                                   "{\"type\":\"Feature\",\"properties\":{\"code\":\"35001\"},\"geometry\":null},\n"
                                                                                                                                                                                                                                                                                                   "{\"type\":\"Feature\",\"properties\":null,\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[" SQUARE (5, 46) "]}},\n"
                                                                                                                                                                                                                                                                                                                                                                                                                   "{\"type\":\"Feature\",\"properties\":{\"code\":\"35002\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}\n"
                                                                                                                                                                                                                                                                                                                                                                                                                   "], \"crs\": null, \"type\": \"FeatureCollection\"}\n");
  g_autoptr (AmpOutlineSet) communes = load (fixture, AMP_PLACE_LEVEL_COMMUNE);
  g_autoptr (AmpOutlineSet) groups = load (fixture, AMP_PLACE_LEVEL_EPCI);

  g_assert_cmpuint (report->n_features, ==, 6);
  g_assert_cmpuint (report->shapeless->len, ==, 2);
  g_assert_cmpuint (report->unknown->len, ==, 1);
  g_assert_cmpuint (amp_outline_set_get_n_areas (communes), ==, 2);
  g_assert_nonnull (amp_outline_set_find (communes, "01004"));
  g_assert_cmpuint (amp_outline_set_find (communes, "35238")->n_rings, ==, 3);
  g_assert_false (amp_outline_contains (amp_outline_set_find (communes, "35238"), -1.19, 48.12));
  g_assert_nonnull (amp_outline_set_find (groups, "243500139"));
}

static void
assert_source (const AmpOutlineSet *set, guint index, const char *text, guint n_areas)
{
  const AmpOutlineSource *source = amp_outline_set_get_source (set, index);
  g_autofree char        *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  g_assert_cmpstr (source->sha256, ==, sha256);
  g_assert_true (g_regex_match_simple ("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", source->day, 0, 0));
  g_assert_cmpuint (source->n_areas, ==, n_areas);
}

/* Each outline knows the file it came from; a file that gave none is forgotten. */
static void
test_tells_sources (Fixture *fixture, gconstpointer data)
{
  const char *first = COLLECTION (FEATURE ("35238", -1, 48) "," FEATURE ("29019", -4, 48));
  const char *second = COLLECTION (FEATURE ("56260", -2, 47)) "\n \n";
  const char *third = COLLECTION (FEATURE ("35238", -1, 47) "," FEATURE ("29019", -4, 47));

  amp_outline_report_free (import_good (fixture, first));
  amp_outline_report_free (import_good (fixture, second));
  {
    g_autoptr (AmpOutlineSet) set = load (fixture, AMP_PLACE_LEVEL_COMMUNE);

    g_assert_cmpuint (amp_outline_set_get_n_sources (set), ==, 2);
    assert_source (set, 0, first, 2);
    assert_source (set, 1, second, 1);
  }
  amp_outline_report_free (import_good (fixture, third));
  {
    g_autoptr (AmpOutlineSet) set = load (fixture, AMP_PLACE_LEVEL_COMMUNE);

    g_assert_cmpuint (amp_outline_set_get_n_sources (set), ==, 2);
    assert_source (set, 0, second, 1);
    assert_source (set, 1, third, 2);
    g_assert_true (amp_outline_contains (amp_outline_set_find (set, "56260"), -2.05, 47.05));
  }
}

static void
append_digest (GByteArray *bytes)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize  length = sizeof digest;

  g_checksum_update (checksum, bytes->data, bytes->len);
  g_checksum_get_digest (checksum, digest, &length);
  g_byte_array_append (bytes, digest, (guint) length);
}

/* Version 1, written by hand: one source, without hash or day. */
static void
test_reads_the_first_version (Fixture *fixture, gconstpointer data)
{
  static const char content[] = "AMPOUTL1"
                                "\005a.txt"
                                "\001"
                                "\00535238\001\003"
                                "\000\000\002\000\000\002";
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "commune.outlines", NULL);

  g_byte_array_append (bytes, (const guint8 *) content, sizeof content - 1);
  append_digest (bytes);
  g_assert_true (g_file_set_contents (path, (const char *) bytes->data, bytes->len, NULL));
  {
    g_autoptr (AmpOutlineSet) set = load (fixture, AMP_PLACE_LEVEL_COMMUNE);

    g_assert_cmpstr (amp_outline_set_get_source (set, 0)->name, ==, "a.txt");
    g_assert_cmpstr (amp_outline_set_get_source (set, 0)->sha256, ==, "");
    g_assert_cmpuint (amp_outline_set_find (set, "35238")->rings[0].n_points, ==, 3);
  }
  amp_outline_report_free (import_good (fixture, COLLECTION (FEATURE ("29019", -4, 48))));
  {
    g_autoptr (AmpOutlineSet) set = load (fixture, AMP_PLACE_LEVEL_COMMUNE);

    g_assert_cmpuint (amp_outline_set_get_n_areas (set), ==, 2);
    g_assert_cmpstr (amp_outline_set_get_source (set, 0)->name, ==, "a.txt");
    g_assert_cmpstr (amp_outline_set_get_source (set, 1)->name, ==, "areas.geojson");
    g_assert_cmpuint (amp_outline_set_find (set, "35238")->rings[0].n_points, ==, 3);
  }
}

/* What is kept has another stamp once it is another. */
static void
test_stamps_change (Fixture *fixture, gconstpointer data)
{
  g_autofree char *none = amp_outline_set_dup_stamp (fixture->folder);
  g_autofree char *first = NULL;
  g_autofree char *same = NULL;
  g_autofree char *second = NULL;

  amp_outline_report_free (import_good (fixture, COLLECTION (FEATURE ("35238", -1, 48))));
  first = amp_outline_set_dup_stamp (fixture->folder);
  same = amp_outline_set_dup_stamp (fixture->folder);
  amp_outline_report_free (import_good (fixture, COLLECTION (FEATURE ("35238", -1, 47))));
  second = amp_outline_set_dup_stamp (fixture->folder);
  g_assert_cmpstr (first, ==, same);
  g_assert_cmpstr (none, !=, first);
  g_assert_cmpstr (first, !=, second);
}

/* Monterrein merged into Ploërmel in 2019. */
static void
test_joins_merged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpOutlineReport) report = import_good (fixture, COLLECTION (FEATURE ("56138", -2, 47) "," FEATURE ("56165", -3, 47)));
  g_autoptr (AmpOutlineSet) set = load (fixture, AMP_PLACE_LEVEL_COMMUNE);
  const AmpOutlineNote *note = g_ptr_array_index (report->merged, 0);

  g_assert_cmpuint (report->merged->len, ==, 1);
  g_assert_cmpstr (note->code, ==, "56138");
  g_assert_cmpstr (note->today, ==, "56165");
  g_assert_cmpstr (note->today_name, ==, "Ploërmel");
  g_assert_cmpuint (report->counts[AMP_PLACE_LEVEL_COMMUNE].n_read, ==, 1);
  g_assert_cmpuint (amp_outline_set_find (set, "56165")->n_rings, ==, 2);
  /* The Morbihan has 248 other communes. */
  g_assert_cmpuint (report->counts[AMP_PLACE_LEVEL_COMMUNE].lacking->len, >, 200);
}

/* An arrondissement is part of its city, whichever comes first. */
static void
test_ignores_nested (Fixture *fixture, gconstpointer data)
{
  static const char *const files[] = {
    COLLECTION (FEATURE ("75101", 2, 48) ",{\"type\":\"Feature\",\"properties\":{\"code\":\"75056\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[1,47],[4,47],[4,50],[1,50],[1,47]]]}}"),
    COLLECTION ("{\"type\":\"Feature\",\"properties\":{\"code\":\"75056\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[1,47],[4,47],[4,50],[1,50],[1,47]]]}}," FEATURE ("75101", 2, 48)),
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (AmpOutlineReport) report = import_good (fixture, files[i]);
      g_autoptr (AmpOutlineSet) set = load (fixture, AMP_PLACE_LEVEL_COMMUNE);

      g_assert_cmpuint (report->merged->len, ==, 1);
      g_assert_cmpuint (amp_outline_set_find (set, "75056")->n_rings, ==, 1);
      g_assert_true (amp_outline_contains (amp_outline_set_find (set, "75056"), 2.05, 48.05));
    }
}

static void
test_adds_to_what_is_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpOutlineReport) first = import_good (fixture, COLLECTION (FEATURE ("35238", -1, 48) "," FEATURE ("29019", -4, 48)));
  g_autoptr (AmpOutlineReport) second = import_good (fixture, COLLECTION (FEATURE ("29019", 6, 48) "," FEATURE ("75056", 2, 48)));
  g_autoptr (AmpOutlineSet) set = load (fixture, AMP_PLACE_LEVEL_COMMUNE);

  g_assert_cmpuint (second->counts[AMP_PLACE_LEVEL_COMMUNE].n_read, ==, 2);
  g_assert_cmpuint (second->counts[AMP_PLACE_LEVEL_COMMUNE].n_kept, ==, 3);
  g_assert_cmpuint (amp_outline_set_get_n_areas (set), ==, 3);
  g_assert_cmpfloat (amp_outline_set_find (set, "29019")->west, ==, 6);
  g_assert_true (amp_outline_set_remove (fixture->folder, AMP_PLACE_LEVEL_COMMUNE, NULL));
  g_assert_null (amp_outline_set_load (fixture->folder, AMP_PLACE_LEVEL_COMMUNE, NULL));
}

static void
test_tells_unknown_codes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpOutlineReport) report = import_good (
      fixture, COLLECTION (FEATURE ("99999", 1, 48) "," FEATURE ("ABC", 1, 48) "," FEATURE ("35238", -1, 48) ",{\"type\":\"Feature\",\"properties\":{\"code\":\"\\u202e\\n\",\"nom\":\"A\\u202eB\\nC\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[" SQUARE (1, 48) "]}}"));

  g_assert_cmpuint (report->unknown->len, ==, 3);
  g_assert_cmpstr (((AmpOutlineNote *) g_ptr_array_index (report->unknown, 0))->code, ==, "99999");
  g_assert_cmpstr (((AmpOutlineNote *) g_ptr_array_index (report->unknown, 2))->code, ==, "");
  g_assert_cmpstr (((AmpOutlineNote *) g_ptr_array_index (report->unknown, 2))->name, ==, "ABC");
}

static void
test_refuses_bad_files (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) deep = g_string_new ("{\"type\":\"FeatureCollection\",\"features\":[{\"geometry\":{\"coordinates\":");
  g_autofree char *text = g_strnfill (70000, 'x');
  g_autofree char *long_text = g_strdup_printf ("{\"%s\":1}", text);

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (deep, '[');
  refuse (fixture, deep->str, "nested too deeply");
  refuse (fixture, long_text, "a string is too long");
  refuse (fixture, "", "the file ends too early");
  refuse (fixture, "code;nom\n35238;Rennes\n", "this is not JSON");
  refuse (fixture, "[]", "this is no GeoJSON");
  refuse (fixture, "{\"type\":\"Topology\",\"objects\":{}}", "no FeatureCollection");
  refuse (fixture, COLLECTION (""), "no property of its areas");
  refuse (fixture, COLLECTION (FEATURE ("ABCDE", 1, 48)), "no property of its areas");
  refuse (fixture, COLLECTION (FEATURE ("35238", -1, 48)) "x", "something follows the end");
  refuse (fixture, "{\"type\":\"FeatureCollection\",\n\n\"features\":[" FEATURE ("35238", -1, 48) ",]}", "line 3: ");
  refuse (fixture, COLLECTION (FEATURE ("35238", -1, 48) " " FEATURE ("29019", -1, 48)), "a comma is missing");
  refuse (fixture, "{\"type\" \"FeatureCollection\"}", "a colon is missing");
  refuse (fixture, "{\"type\":\"FeatureCollection\",\"features\":{}}", "must be an array");
  refuse (fixture, "{\"type\":\"FeatureCollection\",\"features\":[1]}", "must hold objects");
  refuse (fixture, "{\"a\":\"\\ud8zz\"}", "a broken escape");
}

static void
refuse_geometry (Fixture *fixture, const char *geometry, const char *reason)
{
  g_autofree char *text = g_strdup_printf (COLLECTION ("{\"type\":\"Feature\",\"properties\":{\"code\":\"35238\"},\"geometry\":%s}"), geometry);

  refuse (fixture, text, reason);
}

static void
test_refuses_bad_coordinates (Fixture *fixture, gconstpointer data)
{
  /* Lambert 93, as IGN delivers by default. */
  refuse_geometry (fixture, "{\"type\":\"Polygon\",\"coordinates\":[[[351500,6789200],[351600,6789200],[351600,6789300]]]}", "longitude and latitude (WGS 84)");
  refuse_geometry (fixture, "{\"type\":\"Polygon\",\"coordinates\":[[[1e999,48],[2,48],[2,49]]]}", "longitude and latitude");
  refuse_geometry (fixture, "{\"type\":\"Polygon\",\"coordinates\":[[[NaN,48],[2,48],[2,49]]]}", "not JSON");
  refuse_geometry (fixture, "{\"type\":\"Polygon\",\"coordinates\":[[[01,48],[2,48],[2,49]]]}", "no number");
  refuse_geometry (fixture, "{\"type\":\"Polygon\",\"coordinates\":[[[1],[2,48],[2,49]]]}", "two numbers");
  refuse_geometry (fixture, "{\"type\":\"Polygon\",\"coordinates\":[[[\"1\",48],[2,48],[2,49]]]}", "must be numbers");
  refuse_geometry (fixture, "{\"type\":\"Polygon\",\"coordinates\":[[1,48],[2,48],[2,49]]}", "not nested as those of a polygon");
  refuse_geometry (fixture, "{\"type\":\"MultiPolygon\",\"coordinates\":[[[1,48],[2,48],[2,49]]]}", "not nested as those of a polygon");
  refuse_geometry (fixture, "{\"type\":\"Polygon\",\"coordinates\":{}}", "must be an array");
  refuse_geometry (fixture, "{\"type\":7}", "a type must be a string");
  /* Too small to be seen: two points, or one place. */
  refuse_geometry (fixture, "{\"type\":\"Polygon\",\"coordinates\":[[[1,48],[2,48],[1,48]]]}", "no property");
  refuse_geometry (fixture, "{\"type\":\"Polygon\",\"coordinates\":[[[1,48],[1.000001,48],[1,48.000001],[1,48]]]}", "no property");
}

/* Every prefix of a good file is an error, and none is more than that. */
static void
test_refuses_truncated (Fixture *fixture, gconstpointer data)
{
  const char *whole = COLLECTION (FEATURE ("35238", -1, 48));

  for (gsize length = 0; length < strlen (whole); length++)
    {
      g_autofree char *part = g_strndup (whole, length);

      refuse (fixture, part, "line 1: ");
    }
}

static void
test_reads_gzip (Fixture *fixture, gconstpointer data)
{
  const char *text = COLLECTION (FEATURE ("35238", -1, 48));
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GConverter) compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 6));
  g_autoptr (GOutputStream) packed = g_converter_output_stream_new (memory, compressor);
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpOutlineReport) report = NULL;
  const char *bytes;
  gsize       size;

  g_assert_true (g_output_stream_write_all (packed, text, strlen (text), NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (packed, NULL, NULL));
  bytes = g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (memory));
  size = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (memory));
  report = import_bytes (fixture, bytes, (gssize) size, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->counts[AMP_PLACE_LEVEL_COMMUNE].n_read, ==, 1);
  g_assert_null (import_bytes (fixture, bytes, (gssize) size / 2, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "areas.geojson: "));
}

static void
test_cancels (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, COLLECTION (FEATURE ("35238", -1, 48)), -1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_null (amp_outline_import (file, gazetteer, fixture->folder, cancellable, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (amp_outline_set_load (fixture->folder, AMP_PLACE_LEVEL_COMMUNE, NULL));
}

/* Whatever happened to the kept file, it is noticed, and an import mends it. */
static void
test_notices_damage (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpOutlineReport) report = import_good (fixture, COLLECTION (FEATURE ("35238", -1, 48)));
  g_autofree char *path = g_build_filename (fixture->folder, "commune.outlines", NULL);
  g_autofree char *bytes = NULL;
  gsize            size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  for (gsize i = 0; i < size; i++)
    {
      g_autoptr (GError) error = NULL;

      bytes[i] ^= 1;
      g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
      g_assert_null (amp_outline_set_load (fixture->folder, AMP_PLACE_LEVEL_COMMUNE, &error));
      g_assert_error (error, AMP_PLACES_ERROR, AMP_PLACES_ERROR_FILE);
      bytes[i] ^= 1;
    }
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size / 2, NULL));
  g_clear_pointer (&report, amp_outline_report_free);
  report = import_good (fixture, COLLECTION (FEATURE ("29019", -4, 48)));
  g_assert_cmpuint (report->counts[AMP_PLACE_LEVEL_COMMUNE].n_kept, ==, 1);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "reads-areas", test_reads_areas },
    { "reads-what-publishers-write", test_reads_what_publishers_write },
    { "joins-merged", test_joins_merged },
    { "ignores-nested", test_ignores_nested },
    { "adds-to-what-is-kept", test_adds_to_what_is_kept },
    { "tells-unknown-codes", test_tells_unknown_codes },
    { "refuses-bad-files", test_refuses_bad_files },
    { "refuses-bad-coordinates", test_refuses_bad_coordinates },
    { "refuses-truncated", test_refuses_truncated },
    { "reads-gzip", test_reads_gzip },
    { "cancels", test_cancels },
    { "notices-damage", test_notices_damage },
    { "tells-sources", test_tells_sources },
    { "reads-the-first-version", test_reads_the_first_version },
    { "stamps-change", test_stamps_change },
  };

  g_test_init (&argc, &argv, NULL);
  gazetteer = amp_gazetteer_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/places/outline-import/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }
  int status = g_test_run ();
  amp_gazetteer_unref (gazetteer);
  return status;
}
