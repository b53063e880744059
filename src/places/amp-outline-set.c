/* Owns the outlines in memory and the form of their file. Invariant: points never
 * move once read, so rings may point at them. */
#include "amp-outline-set.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "amp-outline-code.h"
#include "amp-places-error.h"

#define MAGIC "AMPOUTL1"
#define MAGIC_SIZE 8
#define DIGEST_SIZE 32
#define MAX_CODE 16
#define MAX_SOURCE 4096

/* What was imported in one go is some tens of megabytes. */
#define MAX_FILE_SIZE (512 * 1024 * 1024)

struct _AmpOutlineSet
{
  AmpPlaceLevel level;
  char         *source;
  GStringChunk *codes;
  GArray       *points;   /* double */
  GArray       *rings;    /* AmpRing */
  GArray       *outlines; /* AmpOutline */
};

/* A place in a file, and where its content ends. */
typedef struct
{
  const guint8 *at;
  const guint8 *end;
} Cursor;

static void
clear_set (gpointer data)
{
  AmpOutlineSet *set = data;

  g_free (set->source);
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

char *
amp_outline_set_get_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "ampleur", "outlines", NULL);
}

static char *
dup_path (const char *folder, AmpPlaceLevel level)
{
  g_autofree char *name = g_strconcat (amp_place_level_get_code (level), ".outlines", NULL);

  return g_build_filename (folder, name, NULL);
}

static void
append_stamp (GString *stamp, const char *folder, AmpPlaceLevel level)
{
  g_autofree char *path = dup_path (folder, level);
  GStatBuf         facts;

  if (g_stat (path, &facts) == 0)
    g_string_append_printf (stamp, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT ".%09" G_GINT64_FORMAT "\n", (gint64) facts.st_ino, (gint64) facts.st_size, (gint64) facts.st_mtim.tv_sec, (gint64) facts.st_mtim.tv_nsec);
  else
    g_string_append (stamp, "-\n");
}

char *
amp_outline_set_dup_stamp (const char *folder)
{
  GString *stamp = g_string_new (NULL);

  append_stamp (stamp, folder, AMP_PLACE_LEVEL_EPCI);
  append_stamp (stamp, folder, AMP_PLACE_LEVEL_COMMUNE);
  return g_string_free (stamp, FALSE);
}

static gboolean
read_text (Cursor *cursor, gsize maximum, char **text)
{
  guint64 length;

  if (!amp_outline_code_read_number (&cursor->at, cursor->end, &length) || length > maximum || length > (gsize) (cursor->end - cursor->at))
    return FALSE;
  *text = g_strndup ((const char *) cursor->at, length);
  cursor->at += length;
  return strlen (*text) == length && g_utf8_validate (*text, -1, NULL);
}

static void
append_text (GByteArray *bytes, const char *text)
{
  amp_outline_code_append_number (bytes, strlen (text));
  g_byte_array_append (bytes, (const guint8 *) text, (guint) strlen (text));
}

static gboolean
has_digest (const guint8 *bytes, gsize size)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[DIGEST_SIZE];
  gsize  length = DIGEST_SIZE;

  if (size < MAGIC_SIZE + DIGEST_SIZE || memcmp (bytes, MAGIC, MAGIC_SIZE) != 0)
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

  return (Cursor){ data + MAGIC_SIZE, data + size - DIGEST_SIZE };
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
  guint64          n_rings;

  if (!read_text (cursor, MAX_CODE, &code) || !amp_outline_code_read_number (&cursor->at, cursor->end, &n_rings))
    return FALSE;
  for (guint64 i = 0; i < n_rings; i++)
    if (!read_ring (set, cursor, &outline))
      return FALSE;
  if (set->outlines->len > 0 && strcmp (g_array_index (set->outlines, AmpOutline, set->outlines->len - 1).code, code) >= 0)
    return FALSE;
  outline.code = g_string_chunk_insert (set->codes, code);
  g_array_append_val (set->outlines, outline);
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

  if (!read_text (cursor, MAX_SOURCE, &set->source) || !amp_outline_code_read_number (&cursor->at, cursor->end, &n_areas))
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

  amp_outline_code_read_number (&cursor->at, cursor->end, &n_rings);
  for (guint64 i = 0; i < n_rings; i++)
    {
      amp_outline_code_read_number (&cursor->at, cursor->end, &n_points);
      for (guint64 j = 0; j < 2 * n_points; j++)
        amp_outline_code_read_number (&cursor->at, cursor->end, &step);
    }
  return cursor->at;
}

void
amp_outline_set_list_coded (GBytes *bytes, GHashTable *areas)
{
  g_autofree char *source = NULL;
  Cursor           cursor = open_content (bytes);
  const guint8    *data = g_bytes_get_data (bytes, NULL);
  guint64          n_areas;

  read_text (&cursor, MAX_SOURCE, &source);
  amp_outline_code_read_number (&cursor.at, cursor.end, &n_areas);
  for (guint64 i = 0; i < n_areas; i++)
    {
      char         *code = NULL;
      const guint8 *first;

      read_text (&cursor, MAX_CODE, &code);
      first = cursor.at;
      g_hash_table_insert (areas, code, g_bytes_new_from_bytes (bytes, (gsize) (first - data), (gsize) (pass_rings (&cursor) - first)));
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

GBytes *
amp_outline_set_encode (const char *source, GHashTable *areas)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (GList) codes = g_list_sort (g_hash_table_get_keys (areas), (GCompareFunc) strcmp);
  g_autofree char *valid = g_utf8_make_valid (source, -1);

  g_byte_array_append (bytes, (const guint8 *) MAGIC, MAGIC_SIZE);
  append_text (bytes, valid);
  amp_outline_code_append_number (bytes, g_hash_table_size (areas));
  for (GList *link = codes; link != NULL; link = link->next)
    {
      GBytes       *coded = g_hash_table_lookup (areas, link->data);
      gsize         size;
      const guint8 *data = g_bytes_get_data (coded, &size);

      append_text (bytes, link->data);
      g_byte_array_append (bytes, data, (guint) size);
    }
  append_digest (bytes);
  return g_byte_array_free_to_bytes (bytes);
}

GBytes *
amp_outline_set_read_file (const char *folder, AmpPlaceLevel level, GError **error)
{
  g_autofree char *path = dup_path (folder, level);
  g_autoptr (GError) failure = NULL;
  GStatBuf facts;
  char    *data;
  gsize    size;

  if (g_stat (path, &facts) == 0 && facts.st_size > MAX_FILE_SIZE)
    {
      g_set_error (error, AMP_PLACES_ERROR, AMP_PLACES_ERROR_FILE, _ ("the imported outlines are damaged: remove them and import them again"));
      return NULL;
    }
  if (g_file_get_contents (path, &data, &size, &failure))
    return g_bytes_new_take (data, size);
  if (!g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

gboolean
amp_outline_set_write_file (const char *folder, AmpPlaceLevel level, GBytes *bytes, GError **error)
{
  g_autofree char *path = dup_path (folder, level);
  gsize            size;
  const char      *data = g_bytes_get_data (bytes, &size);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int reason = errno;

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (reason), "%s: %s", folder, g_strerror (reason));
      return FALSE;
    }
  return g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error);
}

AmpOutlineSet *
amp_outline_set_load (const char *folder, AmpPlaceLevel level, GError **error)
{
  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (level == AMP_PLACE_LEVEL_EPCI || level == AMP_PLACE_LEVEL_COMMUNE, NULL);

  g_autoptr (GBytes) bytes = amp_outline_set_read_file (folder, level, error);

  return bytes != NULL ? amp_outline_set_decode (bytes, level, error) : NULL;
}

gboolean
amp_outline_set_remove (const char *folder, AmpPlaceLevel level, GError **error)
{
  g_return_val_if_fail (folder != NULL, FALSE);

  g_autofree char *path = dup_path (folder, level);

  if (g_unlink (path) != 0 && errno != ENOENT)
    {
      int reason = errno;

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (reason), "%s: %s", path, g_strerror (reason));
      return FALSE;
    }
  return TRUE;
}

AmpPlaceLevel
amp_outline_set_get_level (const AmpOutlineSet *set)
{
  g_return_val_if_fail (set != NULL, AMP_PLACE_LEVEL_COMMUNE);
  return set->level;
}

const char *
amp_outline_set_get_source (const AmpOutlineSet *set)
{
  g_return_val_if_fail (set != NULL, NULL);
  return set->source;
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
