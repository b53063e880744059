/* Owns the outlines in memory and the form of their file. Invariant: points never
 * move once read, so rings may point at them. */
#include "amp-outline-set.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "amp-outline-code.h"
#include "amp-places-error.h"

#define MAGIC "AMPOUTL"
#define MAGIC_SIZE 8 /* with the digit of the version */
#define DIGEST_SIZE 32
#define MAX_CODE 16
#define MAX_TEXT 4096
#define MAX_SOURCES 100000

struct _AmpOutlineSet
{
  AmpPlaceLevel level;
  GPtrArray    *sources; /* of AmpOutlineSource */
  GStringChunk *codes;
  GArray       *points;   /* double */
  GArray       *rings;    /* AmpRing */
  GArray       *outlines; /* AmpOutline */
};

/* A place in a file, where its content ends, and the digit of its version. */
typedef struct
{
  const guint8 *at;
  const guint8 *end;
  char          version;
} Cursor;

static void
clear_set (gpointer data)
{
  AmpOutlineSet *set = data;

  g_clear_pointer (&set->sources, g_ptr_array_unref);
  g_clear_pointer (&set->codes, g_string_chunk_free);
  g_clear_pointer (&set->points, g_array_unref);
  g_clear_pointer (&set->rings, g_array_unref);
  g_clear_pointer (&set->outlines, g_array_unref);
}

AmpOutlineSet *
amp_outline_set_ref (AmpOutlineSet *set)
{
  g_return_val_if_fail (set != NULL, NULL);
  return g_atomic_rc_box_acquire (set);
}

void
amp_outline_set_unref (AmpOutlineSet *set)
{
  g_return_if_fail (set != NULL);
  g_atomic_rc_box_release_full (set, clear_set);
}

static gboolean
has_digest (const guint8 *bytes, gsize size)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[DIGEST_SIZE];
  gsize  length = DIGEST_SIZE;

  if (size < MAGIC_SIZE + DIGEST_SIZE || memcmp (bytes, MAGIC, strlen (MAGIC)) != 0 || (bytes[MAGIC_SIZE - 1] != '1' && bytes[MAGIC_SIZE - 1] != '2'))
    return FALSE;
  g_checksum_update (checksum, bytes, (gssize) (size - DIGEST_SIZE));
  g_checksum_get_digest (checksum, digest, &length);
  return memcmp (digest, bytes + size - DIGEST_SIZE, DIGEST_SIZE) == 0;
}

static Cursor
open_content (GBytes *bytes)
{
  gsize         size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  return (Cursor){ data + MAGIC_SIZE, data + size - DIGEST_SIZE, (char) data[MAGIC_SIZE - 1] };
}

static gboolean
read_number (Cursor *cursor, guint64 *number)
{
  return amp_outline_code_read_number (&cursor->at, cursor->end, number);
}

static gboolean
read_text (Cursor *cursor, gsize maximum, char **text)
{
  return amp_outline_code_read_text (&cursor->at, cursor->end, maximum, text);
}

static gboolean
read_source (Cursor *cursor, GPtrArray *sources)
{
  g_autofree char *name = NULL;
  g_autofree char *sha256 = NULL;
  g_autofree char *day = NULL;

  if (!read_text (cursor, MAX_TEXT, &name))
    return FALSE;
  if (cursor->version > '1' && (!read_text (cursor, MAX_TEXT, &sha256) || !read_text (cursor, MAX_TEXT, &day)))
    return FALSE;
  g_ptr_array_add (sources, amp_outline_source_new (name, sha256 != NULL ? sha256 : "", day != NULL ? day : ""));
  return TRUE;
}

static gboolean
read_sources (Cursor *cursor, GPtrArray *sources)
{
  guint64 n_sources = 1;

  if (cursor->version > '1' && (!read_number (cursor, &n_sources) || n_sources > MAX_SOURCES))
    return FALSE;
  for (guint64 i = 0; i < n_sources; i++)
    if (!read_source (cursor, sources))
      return FALSE;
  return TRUE;
}

static gboolean
read_source_index (Cursor *cursor, guint n_sources, guint64 *source)
{
  *source = 0;
  return (cursor->version == '1' || read_number (cursor, source)) && *source < n_sources;
}

static gboolean
read_ring (AmpOutlineSet *set, Cursor *cursor, AmpOutline *outline)
{
  guint   first = set->points->len;
  AmpRing ring;

  if (!amp_outline_code_read_ring (&cursor->at, cursor->end, set->points, &ring.n_points))
    return FALSE;
  for (guint i = 0; i < ring.n_points; i++)
    {
      double x = g_array_index (set->points, double, first + 2 * i);
      double y = g_array_index (set->points, double, first + 2 * i + 1);

      outline->west = MIN (outline->west, x);
      outline->east = MAX (outline->east, x);
      outline->south = MIN (outline->south, y);
      outline->north = MAX (outline->north, y);
    }
  g_array_append_val (set->rings, ring);
  outline->n_rings++;
  return TRUE;
}

static gboolean
read_area (AmpOutlineSet *set, Cursor *cursor)
{
  g_autofree char *code = NULL;
  AmpOutline       outline = { .west = INFINITY, .south = INFINITY, .east = -INFINITY, .north = -INFINITY };
  guint64          source, n_rings;

  if (!read_text (cursor, MAX_CODE, &code) || !read_source_index (cursor, set->sources->len, &source) || !read_number (cursor, &n_rings))
    return FALSE;
  for (guint64 i = 0; i < n_rings; i++)
    if (!read_ring (set, cursor, &outline))
      return FALSE;
  if (set->outlines->len > 0 && strcmp (g_array_index (set->outlines, AmpOutline, set->outlines->len - 1).code, code) >= 0)
    return FALSE;
  outline.code = g_string_chunk_insert (set->codes, code);
  g_array_append_val (set->outlines, outline);
  ((AmpOutlineSource *) g_ptr_array_index (set->sources, source))->n_areas++;
  return n_rings > 0;
}

/* Points may have moved while they were added: point at them only now. */
static void
attach (AmpOutlineSet *set)
{
  const double *points = (const double *) (gconstpointer) set->points->data;
  AmpRing      *rings = (AmpRing *) (gpointer) set->rings->data;

  for (guint i = 0; i < set->rings->len; i++)
    {
      rings[i].points = points;
      points += 2 * rings[i].n_points;
    }
  for (guint i = 0; i < set->outlines->len; i++)
    {
      g_array_index (set->outlines, AmpOutline, i).rings = rings;
      rings += g_array_index (set->outlines, AmpOutline, i).n_rings;
    }
}

static gboolean
read_content (AmpOutlineSet *set, Cursor *cursor)
{
  guint64 n_areas;

  if (!read_sources (cursor, set->sources) || !read_number (cursor, &n_areas))
    return FALSE;
  for (guint64 i = 0; i < n_areas; i++)
    if (!read_area (set, cursor))
      return FALSE;
  attach (set);
  return cursor->at == cursor->end;
}

AmpOutlineSet *
amp_outline_set_decode (GBytes *bytes, AmpPlaceLevel level, GError **error)
{
  g_autoptr (AmpOutlineSet) set = g_atomic_rc_box_new0 (AmpOutlineSet);
  gsize         size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  Cursor        cursor;

  set->level = level;
  set->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) amp_outline_source_free);
  set->codes = g_string_chunk_new (4096);
  set->points = g_array_new (FALSE, FALSE, sizeof (double));
  set->rings = g_array_new (FALSE, FALSE, sizeof (AmpRing));
  set->outlines = g_array_new (FALSE, FALSE, sizeof (AmpOutline));
  if (has_digest (data, size))
    {
      cursor = open_content (bytes);
      if (read_content (set, &cursor))
        return g_steal_pointer (&set);
    }
  g_set_error_literal (error, AMP_PLACES_ERROR, AMP_PLACES_ERROR_FILE, _ ("the imported outlines are damaged: remove them and import them again"));
  return NULL;
}

static const guint8 *
pass_rings (Cursor *cursor)
{
  guint64 n_rings, n_points, step;

  read_number (cursor, &n_rings);
  for (guint64 i = 0; i < n_rings; i++)
    {
      read_number (cursor, &n_points);
      for (guint64 j = 0; j < 2 * n_points; j++)
        read_number (cursor, &step);
    }
  return cursor->at;
}

AmpCodedArea *
amp_coded_area_new (guint source, GBytes *rings)
{
  AmpCodedArea *area = g_new (AmpCodedArea, 1);

  *area = (AmpCodedArea){ source, rings };
  return area;
}

void
amp_coded_area_free (AmpCodedArea *area)
{
  g_bytes_unref (area->rings);
  g_free (area);
}

void
amp_outline_set_list_coded (GBytes *bytes, GHashTable *areas)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) amp_outline_source_free);
  Cursor        cursor = open_content (bytes);
  const guint8 *data = g_bytes_get_data (bytes, NULL);
  guint64       n_areas, source;

  read_sources (&cursor, sources);
  read_number (&cursor, &n_areas);
  for (guint64 i = 0; i < n_areas; i++)
    {
      char         *code = NULL;
      const guint8 *first;

      read_text (&cursor, MAX_CODE, &code);
      read_source_index (&cursor, sources->len, &source);
      first = cursor.at;
      g_hash_table_insert (areas, code, amp_coded_area_new ((guint) source, g_bytes_new_from_bytes (bytes, (gsize) (first - data), (gsize) (pass_rings (&cursor) - first))));
    }
}

static void
append_digest (GByteArray *bytes)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[DIGEST_SIZE];
  gsize  length = DIGEST_SIZE;

  g_checksum_update (checksum, bytes->data, bytes->len);
  g_checksum_get_digest (checksum, digest, &length);
  g_byte_array_append (bytes, digest, DIGEST_SIZE);
}

/* Which number each source has in the file: those that gave nothing have none. */
static guint *
number_sources (GPtrArray *sources, GHashTable *areas, guint *n_used)
{
  guint         *numbers = g_new0 (guint, sources->len + 1);
  GHashTableIter iter;
  gpointer       area;

  *n_used = 0;
  g_hash_table_iter_init (&iter, areas);
  while (g_hash_table_iter_next (&iter, NULL, &area))
    numbers[((AmpCodedArea *) area)->source] = 1;
  for (guint i = 0; i < sources->len; i++)
    numbers[i] = numbers[i] > 0 ? (*n_used)++ : G_MAXUINT;
  return numbers;
}

static void
append_sources (GByteArray *bytes, GPtrArray *sources, const guint *numbers, guint n_used)
{
  amp_outline_code_append_number (bytes, n_used);
  for (guint i = 0; i < sources->len; i++)
    {
      const AmpOutlineSource *source = g_ptr_array_index (sources, i);
      g_autofree char        *name = g_utf8_make_valid (source->name, -1);

      if (numbers[i] == G_MAXUINT)
        continue;
      amp_outline_code_append_text (bytes, name);
      amp_outline_code_append_text (bytes, source->sha256);
      amp_outline_code_append_text (bytes, source->day);
    }
}

GBytes *
amp_outline_set_encode (GPtrArray *sources, GHashTable *areas)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (GList) codes = g_list_sort (g_hash_table_get_keys (areas), (GCompareFunc) strcmp);
  guint             n_used;
  g_autofree guint *numbers = number_sources (sources, areas, &n_used);

  g_byte_array_append (bytes, (const guint8 *) MAGIC "2", MAGIC_SIZE);
  append_sources (bytes, sources, numbers, n_used);
  amp_outline_code_append_number (bytes, g_hash_table_size (areas));
  for (GList *link = codes; link != NULL; link = link->next)
    {
      const AmpCodedArea *area = g_hash_table_lookup (areas, link->data);
      gsize               size;
      const guint8       *data = g_bytes_get_data (area->rings, &size);

      amp_outline_code_append_text (bytes, link->data);
      amp_outline_code_append_number (bytes, numbers[area->source]);
      g_byte_array_append (bytes, data, (guint) size);
    }
  append_digest (bytes);
  return g_byte_array_free_to_bytes (bytes);
}

AmpPlaceLevel
amp_outline_set_get_level (const AmpOutlineSet *set)
{
  g_return_val_if_fail (set != NULL, AMP_PLACE_LEVEL_COMMUNE);
  return set->level;
}

guint
amp_outline_set_get_n_sources (const AmpOutlineSet *set)
{
  g_return_val_if_fail (set != NULL, 0);
  return set->sources->len;
}

const AmpOutlineSource *
amp_outline_set_get_source (const AmpOutlineSet *set, guint index)
{
  g_return_val_if_fail (set != NULL && index < set->sources->len, NULL);
  return g_ptr_array_index (set->sources, index);
}

guint
amp_outline_set_get_n_areas (const AmpOutlineSet *set)
{
  g_return_val_if_fail (set != NULL, 0);
  return set->outlines->len;
}

const AmpOutline *
amp_outline_set_get_area (const AmpOutlineSet *set, guint index)
{
  g_return_val_if_fail (set != NULL, NULL);
  g_return_val_if_fail (index < set->outlines->len, NULL);
  return &g_array_index (set->outlines, AmpOutline, index);
}

static int
compare_codes (gconstpointer code, gconstpointer outline)
{
  return strcmp (code, ((const AmpOutline *) outline)->code);
}

const AmpOutline *
amp_outline_set_find (const AmpOutlineSet *set, const char *code)
{
  g_return_val_if_fail (set != NULL, NULL);

  if (code == NULL || set->outlines->len == 0)
    return NULL;
  return bsearch (code, set->outlines->data, set->outlines->len, sizeof (AmpOutline), compare_codes);
}
