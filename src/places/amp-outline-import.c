/* Owns the journey of a file of outlines. Invariant: `areas` holds, by level and
 * code of today, the coded rings of each area, and nothing is written before the
 * whole file has been read. */
#include "amp-outline-import.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "amp-geojson.h"
#include "amp-hashing-stream.h"
#include "amp-outline-code.h"
#include "amp-places-error.h"

#define FEATURES_PER_REPORT 64

/* The rings of one area, as they are kept. */
typedef struct
{
  GByteArray *bytes;
  guint       n_rings;
} Part;

typedef struct
{
  AmpGazetteer      *gazetteer;
  AmpOutlineReport  *report;
  GSeekable         *file;
  goffset            size;
  AmpOutlineProgress progress;
  gpointer           data;

  GHashTable *areas[AMP_N_PLACE_LEVELS]; /* code → Part */
  GHashTable *departements;              /* indices that the file is about */
  char       *sha256;
} Import;

/* clang-format off */
static const AmpPlaceLevel levels[] = { AMP_PLACE_LEVEL_EPCI, AMP_PLACE_LEVEL_COMMUNE };
/* clang-format on */

static void
free_part (gpointer data)
{
  Part *part = data;

  g_byte_array_unref (part->bytes);
  g_free (part);
}

static void
free_note (gpointer data)
{
  AmpOutlineNote *note = data;

  g_free (note->code);
  g_free (note->name);
  g_free (note->today);
  g_free (note->today_name);
  g_free (note);
}

static AmpOutlineReport *
report_new (GFile *file)
{
  AmpOutlineReport *report = g_new0 (AmpOutlineReport, 1);
  g_autofree char  *name = g_file_get_basename (file);

  report->file = g_filename_display_name (name);
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    report->counts[levels[i]].lacking = g_ptr_array_new_with_free_func (free_note);
  report->merged = g_ptr_array_new_with_free_func (free_note);
  report->unknown = g_ptr_array_new_with_free_func (free_note);
  report->shapeless = g_ptr_array_new_with_free_func (free_note);
  return report;
}

void
amp_outline_report_free (AmpOutlineReport *report)
{
  g_return_if_fail (report != NULL);

  g_free (report->file);
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    g_ptr_array_unref (report->counts[levels[i]].lacking);
  g_ptr_array_unref (report->merged);
  g_ptr_array_unref (report->unknown);
  g_ptr_array_unref (report->shapeless);
  g_free (report);
}

static void
add_note (GPtrArray *notes, const char *code, const char *name, const AmpArea *today)
{
  AmpOutlineNote *note = g_new0 (AmpOutlineNote, 1);

  note->code = g_strdup (code != NULL ? code : "");
  note->name = g_strdup (name != NULL ? name : "");
  note->today = today != NULL ? g_strdup (today->code) : NULL;
  note->today_name = today != NULL ? g_strdup (today->name) : NULL;
  g_ptr_array_add (notes, note);
}

static Part *
part_new (const AmpGeoFeature *feature)
{
  Part *part = g_new0 (Part, 1);
  guint start = 0;

  part->bytes = g_byte_array_new ();
  part->n_rings = feature->ring_ends->len;
  for (guint i = 0; i < feature->ring_ends->len; i++)
    {
      guint end = g_array_index (feature->ring_ends, guint, i);

      amp_outline_code_append_ring (part->bytes, &g_array_index (feature->points, gint32, 2 * start), end - start);
      start = end;
    }
  return part;
}

/* The rings of a part as an outline; its points and rings are the caller's. */
static AmpOutline
decode (const Part *part, GArray *points, GArray *rings)
{
  AmpOutline    outline = { .west = -180, .south = -90, .east = 180, .north = 90 };
  const guint8 *at = part->bytes->data;
  const double *first;

  for (guint i = 0; i < part->n_rings; i++)
    {
      AmpRing ring = { NULL, 0 };

      amp_outline_code_read_ring (&at, part->bytes->data + part->bytes->len, points, &ring.n_points);
      g_array_append_val (rings, ring);
    }
  first = (const double *) (gconstpointer) points->data;
  for (guint i = 0; i < rings->len; i++)
    {
      g_array_index (rings, AmpRing, i).points = first;
      first += 2 * g_array_index (rings, AmpRing, i).n_points;
    }
  outline.rings = (const AmpRing *) (gconstpointer) rings->data;
  outline.n_rings = rings->len;
  return outline;
}

static int
compare_doubles (gconstpointer first, gconstpointer second)
{
  double one = *(const double *) first;
  double other = *(const double *) second;

  return (one > other) - (one < other);
}

/* Where the ring's lines cross the parallel @y, from west to east. */
static GArray *
find_crossings (const AmpRing *ring, double y)
{
  GArray *crossings = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < ring->n_points; i++)
    {
      const double *from = ring->points + 2 * i;
      const double *to = ring->points + 2 * ((i + 1) % ring->n_points);
      double        x = from[0] + (y - from[1]) / (to[1] - from[1]) * (to[0] - from[0]);

      if ((from[1] > y) != (to[1] > y))
        g_array_append_val (crossings, x);
    }
  g_array_sort (crossings, compare_doubles);
  return crossings;
}

/* A point inside the first ring, halfway up and halfway through its widest run. */
static void
find_inner_point (const AmpRing *ring, double *x, double *y)
{
  double south = INFINITY;
  double north = -INFINITY;
  double widest = -1;
  g_autoptr (GArray) crossings = NULL;

  for (guint i = 0; i < ring->n_points; i++)
    {
      south = MIN (south, ring->points[2 * i + 1]);
      north = MAX (north, ring->points[2 * i + 1]);
    }
  *y = (south + north) / 2;
  *x = ring->points[0];
  crossings = find_crossings (ring, *y);
  for (guint i = 0; i + 1 < crossings->len; i += 2)
    {
      double west = g_array_index (crossings, double, i);
      double east = g_array_index (crossings, double, i + 1);

      if (east - west > widest)
        *x = (west + east) / 2;
      widest = MAX (widest, east - west);
    }
}

/* Whether the first ring of @inner lies in @outer: outlines of one file do not cut
 * each other, so one point tells. */
static gboolean
covers (const Part *outer, const Part *inner)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) rings = g_array_new (FALSE, FALSE, sizeof (AmpRing));
  g_autoptr (GArray) inner_points = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) inner_rings = g_array_new (FALSE, FALSE, sizeof (AmpRing));
  AmpOutline outline = decode (outer, points, rings);
  AmpOutline inside = decode (inner, inner_points, inner_rings);
  double     x, y;

  find_inner_point (&inside.rings[0], &x, &y);
  return amp_outline_contains (&outline, x, y);
}

static void
join_part (Part *known, Part *added)
{
  g_byte_array_append (known->bytes, added->bytes->data, added->bytes->len);
  known->n_rings += added->n_rings;
}

static void
add_part (GHashTable *areas, const char *code, Part *part)
{
  Part *known = g_hash_table_lookup (areas, code);

  if (known == NULL || covers (part, known))
    {
      g_hash_table_replace (areas, g_strdup (code), part);
      return;
    }
  if (!covers (known, part))
    join_part (known, part);
  free_part (part);
}

static void
note_departement (Import *self, const AmpArea *area)
{
  if (area->departement != AMP_PLACE_NONE)
    g_hash_table_add (self->departements, GUINT_TO_POINTER (area->departement));
}

static gboolean
find_area (Import *self, const char *code, AmpPlaceLevel *level, const AmpArea **area)
{
  guint32 index;

  *level = strlen (code) == 5 ? AMP_PLACE_LEVEL_COMMUNE : AMP_PLACE_LEVEL_EPCI;
  if (!amp_gazetteer_find_area (self->gazetteer, *level, code, &index))
    return FALSE;
  *area = amp_gazetteer_get_area (self->gazetteer, *level, index);
  return TRUE;
}

static void
tell_progress (Import *self)
{
  if (self->progress != NULL && self->size > 0 && self->report->n_features % FEATURES_PER_REPORT == 0)
    self->progress (CLAMP ((double) g_seekable_tell (self->file) / (double) self->size, 0, 1), self->data);
}

static void
on_feature (const AmpGeoFeature *feature, gpointer data)
{
  Import        *self = data;
  AmpPlaceLevel  level;
  const AmpArea *area;

  self->report->n_features++;
  tell_progress (self);
  if (!feature->is_area)
    {
      add_note (self->report->shapeless, feature->code, feature->name, NULL);
      return;
    }
  if (feature->code == NULL || !find_area (self, feature->code, &level, &area))
    {
      add_note (self->report->unknown, feature->code, feature->name, NULL);
      return;
    }
  if (strcmp (area->code, feature->code) != 0)
    add_note (self->report->merged, feature->code, feature->name, area);
  note_departement (self, area);
  add_part (self->areas[level], area->code, part_new (feature));
}

/* Reads the first two bytes twice: gzip is told by them. */
static GInputStream *
open_stream (GInputStream *bytes_read, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) buffered = g_buffered_input_stream_new_sized (bytes_read, 65536);
  g_autoptr (GConverter) converter = NULL;
  const guint8 *bytes;
  gsize         count;

  if (g_buffered_input_stream_fill (G_BUFFERED_INPUT_STREAM (buffered), 65536, cancellable, error) < 0)
    return NULL;
  bytes = g_buffered_input_stream_peek_buffer (G_BUFFERED_INPUT_STREAM (buffered), &count);
  if (count < 2 || bytes[0] != 0x1f || bytes[1] != 0x8b)
    {
      /* Some programs put a byte order mark before their JSON. */
      if (count >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
        g_input_stream_skip (buffered, 3, NULL, NULL);
      return g_steal_pointer (&buffered);
    }
  converter = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  return g_converter_input_stream_new (buffered, converter);
}

static gboolean
read_file (Import *self, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) opened = g_file_read (file, cancellable, error);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GInputStream) hashing = NULL;
  g_autoptr (GInputStream) stream = NULL;

  if (opened == NULL)
    return FALSE;
  info = g_file_input_stream_query_info (opened, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, NULL);
  self->size = info != NULL ? g_file_info_get_size (info) : 0;
  self->file = G_SEEKABLE (opened);
  hashing = amp_hashing_stream_new (G_INPUT_STREAM (opened));
  stream = open_stream (hashing, cancellable, error);
  if (stream == NULL || !amp_geojson_read (stream, on_feature, self, cancellable, error))
    return FALSE;
  self->sha256 = amp_hashing_stream_dup_sha256 (AMP_HASHING_STREAM (hashing), cancellable, error);
  return self->sha256 != NULL;
}

/* Of the files imported before, and this one, the latest. The same file again
 * keeps its day: what is drawn from it is the same. */
static GPtrArray *
list_sources (Import *self, const AmpOutlineSet *kept)
{
  GPtrArray *sources = g_ptr_array_new_with_free_func ((GDestroyNotify) amp_outline_source_free);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  const char      *day = today;

  for (guint i = 0; kept != NULL && i < amp_outline_set_get_n_sources (kept); i++)
    {
      const AmpOutlineSource *source = amp_outline_set_get_source (kept, i);

      g_ptr_array_add (sources, amp_outline_source_new (source->name, source->sha256, source->day));
      if (g_str_equal (source->sha256, self->sha256))
        day = source->day;
    }
  g_ptr_array_add (sources, amp_outline_source_new (self->report->file, self->sha256, day));
  return sources;
}

static GBytes *
code_part (const Part *part)
{
  GByteArray *bytes = g_byte_array_new ();

  amp_outline_code_append_number (bytes, part->n_rings);
  g_byte_array_append (bytes, part->bytes->data, part->bytes->len);
  return g_byte_array_free_to_bytes (bytes);
}

/* What is kept already and still good, and what was just read over it. */
static GHashTable *
join_kept (Import *self, const char *folder, AmpPlaceLevel level, GPtrArray **sources)
{
  GHashTable *coded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) amp_coded_area_free);
  g_autoptr (GBytes) bytes = amp_outline_set_read_file (folder, level, NULL);
  g_autoptr (AmpOutlineSet) kept = bytes != NULL ? amp_outline_set_decode (bytes, level, NULL) : NULL;
  GHashTableIter iter;
  gpointer       code, part;

  if (kept != NULL)
    amp_outline_set_list_coded (bytes, coded);
  *sources = list_sources (self, kept);
  g_hash_table_iter_init (&iter, self->areas[level]);
  while (g_hash_table_iter_next (&iter, &code, &part))
    g_hash_table_replace (coded, g_strdup (code), amp_coded_area_new ((*sources)->len - 1, code_part (part)));
  return coded;
}

static void
count_level (Import *self, AmpPlaceLevel level, GHashTable *kept)
{
  AmpOutlineCount *count = &self->report->counts[level];

  count->n_read = g_hash_table_size (self->areas[level]);
  count->n_kept = g_hash_table_size (kept);
  count->n_known = amp_gazetteer_get_n_areas (self->gazetteer, level);
  for (guint i = 0; count->n_read > 0 && i < count->n_known; i++)
    {
      const AmpArea *area = amp_gazetteer_get_area (self->gazetteer, level, i);

      if (g_hash_table_contains (self->departements, GUINT_TO_POINTER (area->departement)) && !g_hash_table_contains (kept, area->code))
        add_note (count->lacking, area->code, area->name, NULL);
    }
}

static gboolean
keep_level (Import *self, const char *folder, AmpPlaceLevel level, GError **error)
{
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (GHashTable) kept = join_kept (self, folder, level, &sources);
  g_autoptr (GBytes) bytes = NULL;

  count_level (self, level, kept);
  if (g_hash_table_size (self->areas[level]) == 0)
    return TRUE;
  bytes = amp_outline_set_encode (sources, kept);
  return amp_outline_set_write_file (folder, level, bytes, error);
}

static gboolean
run (Import *self, GFile *file, const char *folder, GCancellable *cancellable, GError **error)
{
  if (!read_file (self, file, cancellable, error))
    return FALSE;
  if (g_hash_table_size (self->areas[AMP_PLACE_LEVEL_EPCI]) + g_hash_table_size (self->areas[AMP_PLACE_LEVEL_COMMUNE]) == 0)
    {
      g_set_error_literal (error, AMP_PLACES_ERROR, AMP_PLACES_ERROR_FILE, _ ("no property of its areas is the code of a commune or of an agglomeration (EPCI)"));
      return FALSE;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (!keep_level (self, folder, levels[i], error))
      return FALSE;
  return TRUE;
}

AmpOutlineReport *
amp_outline_import (GFile             *file,
                    AmpGazetteer      *gazetteer,
                    const char        *folder,
                    GCancellable      *cancellable,
                    AmpOutlineProgress progress,
                    gpointer           data,
                    GError           **error)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (gazetteer != NULL && folder != NULL, NULL);

  g_autoptr (AmpOutlineReport) report = report_new (file);
  Import   self = { .gazetteer = gazetteer, .report = report, .progress = progress, .data = data };
  gboolean is_done;

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    self.areas[levels[i]] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_part);
  self.departements = g_hash_table_new (NULL, NULL);
  is_done = run (&self, file, folder, cancellable, error);
  g_hash_table_unref (self.departements);
  g_free (self.sha256);
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    g_hash_table_unref (self.areas[levels[i]]);
  if (is_done)
    return g_steal_pointer (&report);
  g_prefix_error (error, "%s: ", report->file);
  return NULL;
}
