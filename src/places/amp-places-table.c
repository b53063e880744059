/* Owns the way from an embedded table to its cells. Invariant: every cell ends
 * with a NUL inside the table's own text. Must not know what a cell means. */
#include "amp-places-table.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "amp-places-error.h"
#include "amp-places-resources.h"

gboolean
amp_places_table_open (AmpPlacesTable *table, const char *name, guint n_cells, GError **error)
{
  g_autofree char *path = g_strconcat ("/org/ampleur/Ampleur/places/", name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (amp_places_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize       length;
  const char *data;
  char       *first;

  if (bytes == NULL)
    {
      g_set_error (error, AMP_PLACES_ERROR, AMP_PLACES_ERROR_DATA, _ ("The table “%s” is missing from the program"), name);
      return FALSE;
    }
  data = g_bytes_get_data (bytes, &length);
  table->name = name;
  table->n_cells = n_cells;
  table->text = g_malloc (length + 1);
  memcpy (table->text, data, length);
  table->end = table->text + length;
  *table->end = '\0';
  first = memchr (table->text, '\n', length);
  table->cursor = first != NULL ? first + 1 : table->end;
  return TRUE;
}

guint
amp_places_table_count (const AmpPlacesTable *table)
{
  guint count = 1;

  for (const char *c = table->cursor; (c = memchr (c, '\n', table->end - c)) != NULL; c++)
    count++;
  return count;
}

gboolean
amp_places_table_next (AmpPlacesTable *table, char **cells, GError **error)
{
  char *c = table->cursor;
  guint n = 0;

  if (c == table->end)
    return FALSE;
  cells[n++] = c;
  for (; c < table->end && *c != '\n'; c++)
    {
      if (*c != '\t')
        continue;
      *c = '\0';
      if (n < table->n_cells)
        cells[n] = c + 1;
      n++;
    }
  table->cursor = c < table->end ? c + 1 : c;
  *c = '\0';
  if (n == table->n_cells)
    return TRUE;
  g_set_error (error, AMP_PLACES_ERROR, AMP_PLACES_ERROR_DATA, _ ("The table “%s” has a row of %u cells instead of %u"), table->name, n, table->n_cells);
  return FALSE;
}

double
amp_places_table_parse_decimal (const char *cell)
{
  gint64   value = 0;
  gint64   scale = 1;
  gboolean negative = *cell == '-';
  gboolean in_fraction = FALSE;

  for (const char *c = cell + negative; *c != '\0'; c++)
    {
      if (*c == '.')
        in_fraction = TRUE;
      else if (g_ascii_isdigit (*c))
        {
          value = value * 10 + (*c - '0');
          scale *= in_fraction ? 10 : 1;
        }
    }
  return (negative ? -1.0 : 1.0) * (double) value / (double) scale;
}

gint64
amp_places_table_parse_number (const char *cell)
{
  gint64 value = 0;

  for (const char *c = cell; g_ascii_isdigit (*c); c++)
    value = value * 10 + (*c - '0');
  return value;
}
