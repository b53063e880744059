/* Owns what makes a text JSON Lines. It knows lines and paths of keys, not rows. */
#include "amp-json-guess.h"
#include "amp-json-scanner.h"
#include "amp-line-scan.h"

#define MAX_LINES 500
#define MAX_FIELDS 10000

typedef struct
{
  guint n_objects;
  guint n_broken;
  guint n_values;
} Tally;

static void
count_value (const char *path, gsize path_length, const char *bytes, gsize length, gpointer data)
{
  ((Tally *) data)->n_values++;
}

static void
read_line (AmpJsonScanner *scanner, const AmpLine *line, Tally *tally)
{
  gboolean is_whole = TRUE;

  amp_json_scanner_set_line (scanner, line->bytes, line->length);
  while (is_whole && amp_json_scanner_has_more (scanner))
    {
      is_whole = amp_json_scanner_read_object (scanner, count_value, tally);
      tally->n_objects += is_whole;
      tally->n_broken += !is_whole;
    }
}

gboolean
amp_json_guess_is_lines (const guint8 *bytes, gsize length, gboolean is_whole)
{
  g_autoptr (AmpJsonScanner) scanner = amp_json_scanner_new ();
  AmpLineScan scan;
  AmpLine     line;
  Tally       tally = { 0 };

  amp_line_scan_init (&scan, bytes, length);
  for (guint i = 0; i < MAX_LINES && amp_line_scan_next (&scan, &line); i++)
    if (line.end_length > 0 || is_whole)
      read_line (scanner, &line, &tally);
  return tally.n_values > 0 && tally.n_broken * 10 <= tally.n_objects;
}

typedef struct
{
  GPtrArray  *fields;
  GHashTable *known;
} Collection;

static void
collect (const char *path, gsize path_length, const char *bytes, gsize length, gpointer data)
{
  Collection *collection = data;
  char       *name;

  if (collection->fields->len == MAX_FIELDS || g_hash_table_contains (collection->known, path))
    return;
  name = g_strdup (path);
  g_ptr_array_add (collection->fields, name);
  g_hash_table_add (collection->known, name);
}

void
amp_json_guess_add_fields (GPtrArray *fields, const guint8 *bytes, gsize length)
{
  g_autoptr (AmpJsonScanner) scanner = amp_json_scanner_new ();
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  Collection  collection = { fields, known };
  AmpLineScan scan;
  AmpLine     line;

  g_return_if_fail (fields != NULL);

  for (guint i = 0; i < fields->len; i++)
    g_hash_table_add (known, g_ptr_array_index (fields, i));
  amp_line_scan_init (&scan, bytes, length);
  while (amp_line_scan_next (&scan, &line))
    {
      amp_json_scanner_set_line (scanner, line.bytes, line.length);
      while (amp_json_scanner_has_more (scanner) && amp_json_scanner_read_object (scanner, collect, &collection))
        ;
    }
}
