/* Finishing an SVG: see the header. */
#include "amp-svg-document.h"

#include <string.h>

/* What stands before an identifier, and the character that ends it. */
typedef struct
{
  const char *before;
  char        end;
} Place;

/* clang-format off */
static const Place places[] = {
  { " id=\"", '"' },
  { "href=\"#", '"' },
  { "url(#", ')' },
};
/* clang-format on */

static char *
clean_prefix (const char *prefix)
{
  GString *clean = g_string_new (NULL);

  for (const char *at = prefix ? prefix : ""; *at; at++)
    if (g_ascii_isalnum (*at) || *at == '-' || *at == '_')
      g_string_append_c (clean, *at);
  return g_string_free (clean, FALSE);
}

/* Control characters other than tab and line ends are no XML (XML 1.0, 2.2). */
static char *
escape (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (char *at = valid; *at; at++)
    if ((guchar) *at < 0x20 && *at != '\t' && *at != '\n' && *at != '\r')
      *at = ' ';
  return g_markup_escape_text (valid, -1);
}

/* How many bytes of @at stand before an identifier; 0 when none does. */
static gsize
match_place (const char *at, const char *end, char *closing)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gsize length = strlen (places[i].before);

      if ((gsize) (end - at) > length && memcmp (at, places[i].before, length) == 0)
        {
          *closing = places[i].end;
          return length;
        }
    }
  return 0;
}

static guint
number_of (GHashTable *numbers, const char *name, gsize length)
{
  g_autofree char *key = g_strndup (name, length);
  gpointer         number = g_hash_table_lookup (numbers, key);

  if (!number)
    {
      number = GUINT_TO_POINTER (g_hash_table_size (numbers) + 1);
      g_hash_table_insert (numbers, g_steal_pointer (&key), number);
    }
  return GPOINTER_TO_UINT (number);
}

static void
append_renamed (GString *out, const char *svg, gsize length, const char *prefix)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *end = svg + length;
  const char *at = svg;

  while (at < end)
    {
      char        closing = 0;
      gsize       before = *at == ' ' || *at == 'h' || *at == 'u' ? match_place (at, end, &closing) : 0;
      const char *stop = before ? memchr (at + before, closing, (gsize) (end - at) - before) : NULL;

      if (!stop)
        {
          g_string_append_c (out, *at++);
          continue;
        }
      g_string_append_len (out, at, (gssize) before);
      g_string_append_printf (out, "%sn%u", prefix, number_of (numbers, at + before, (gsize) (stop - at) - before));
      at = stop;
    }
}

static void
append_element (GString *out, const char *name, const char *text)
{
  if (text)
    {
      g_autofree char *escaped = escape (text);

      g_string_append_printf (out, "\n<%s>%s</%s>", name, escaped, name);
    }
}

GBytes *
amp_svg_document_finish (const char *svg, gsize length, const char *title, const char *description, const char *id_prefix)
{
  g_autofree char *prefix = clean_prefix (id_prefix);
  GString         *out = g_string_sized_new (length + 1024);
  const char      *root;
  const char      *content;

  g_return_val_if_fail (svg != NULL, NULL);

  root = g_strstr_len (svg, (gssize) length, "<svg");
  content = root ? memchr (root, '>', length - (gsize) (root - svg)) : NULL;
  if (content)
    {
      g_string_append_len (out, svg, root + 4 - svg);
      g_string_append (out, " role=\"img\"");
      g_string_append_len (out, root + 4, content + 1 - (root + 4));
      append_element (out, "title", title);
      append_element (out, "desc", description);
      length -= (gsize) (content + 1 - svg);
      svg = content + 1;
    }
  append_renamed (out, svg, length, prefix);
  return g_string_free_to_bytes (out);
}
