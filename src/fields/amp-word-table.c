/* Owns the reading of the tables; their meaning is the callers'. */
#include "amp-word-table.h"

#include "amp-fields-resource.h"

#include <gio/gio.h>

#define RESOURCE_PATH "/org/ampleur/fields/"

static void
read_line (char *line, AmpWordTableFunc function, gpointer data)
{
  g_auto (GStrv) fields = NULL;

  if (*line == '\0' || *line == '#')
    return;
  fields = g_strsplit (line, "\t", -1);
  function (fields, g_strv_length (fields), data);
}

void
amp_word_table_read (const char *name, AmpWordTableFunc function, gpointer data)
{
  g_autofree char *path = g_strconcat (RESOURCE_PATH, name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (amp_fields_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_auto (GStrv) lines = NULL;
  g_autofree char *text = NULL;

  g_assert (bytes != NULL);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    read_line (lines[i], function, data);
}
