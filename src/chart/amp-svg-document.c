/* Finishing an SVG: see the header. */
#include "amp-svg-document.h"

#include <string.h>

#include "amp-svg-path.h"

/* What stands before the data of a path. */
#define PATH_BEGIN " d=\""

/* A clip with its name, as cairo writes it. */
#define CLIP_BEGIN "<clipPath id=\""
#define CLIP_END "</clipPath>"

/* What stands before an identifier, and the character that ends it. */
typedef struct
{
  const char *before;
  char        end;
} Place;

/* The numbers that identifiers get, and those of the clips by what they hold. */
typedef struct
{
  GHashTable *numbers;
  GHashTable *clips;
  guint       n_used;
} Names;

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
number_of (Names *names, const char *name, gsize length)
{
  g_autofree char *key = g_strndup (name, length);
  gpointer         number = g_hash_table_lookup (names->numbers, key);

  if (!number)
    {
      number = GUINT_TO_POINTER (++names->n_used);
      g_hash_table_insert (names->numbers, g_steal_pointer (&key), number);
    }
  return GPOINTER_TO_UINT (number);
}

/* cairo defines the same clip anew for every stroke. Where a definition begins
 * that has been before, its name becomes that of the first one.
 *
 * Returns where it ends, or NULL where no clip begins that has been before. */
static const char *
skip_known_clip (Names *names, const char *at, const char *end)
{
  const char      *name = at + strlen (CLIP_BEGIN);
  const char      *closing;
  const char      *quote;
  g_autofree char *content = NULL;
  gpointer         number;

  if (name >= end || memcmp (at, CLIP_BEGIN, strlen (CLIP_BEGIN)) != 0)
    return NULL;
  closing = g_strstr_len (name, end - name, CLIP_END);
  quote = closing ? memchr (name, '"', (gsize) (closing - name)) : NULL;
  if (!quote)
    return NULL;
  content = g_strndup (quote, (gsize) (closing - quote));
  number = g_hash_table_lookup (names->clips, content);
  if (!number)
    {
      g_hash_table_insert (names->clips, g_steal_pointer (&content), GUINT_TO_POINTER (number_of (names, name, (gsize) (quote - name))));
      return NULL;
    }
  g_hash_table_insert (names->numbers, g_strndup (name, (gsize) (quote - name)), number);
  return closing + strlen (CLIP_END);
}

/* Returns where to go on, or NULL where no path begins. */
static const char *
append_path (GString *out, const char *at, const char *end)
{
  const char *path = at + strlen (PATH_BEGIN);
  const char *stop;

  if (path >= end || memcmp (at, PATH_BEGIN, strlen (PATH_BEGIN)) != 0)
    return NULL;
  stop = memchr (path, '"', (gsize) (end - path));
  if (!stop)
    return NULL;
  g_string_append (out, PATH_BEGIN);
  amp_svg_path_append_short (out, path, (gsize) (stop - path));
  return stop;
}

static void
append_renamed (GString *out, const char *svg, gsize length, const char *prefix)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) clips = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Names       names = { numbers, clips, 0 };
  const char *end = svg + length;
  const char *at = svg;

  while (at < end)
    {
      char        closing = 0;
      gsize       before = *at == ' ' || *at == 'h' || *at == 'u' ? match_place (at, end, &closing) : 0;
      const char *stop = before ? memchr (at + before, closing, (gsize) (end - at) - before) : NULL;
      const char *after = *at == '<' ? skip_known_clip (&names, at, end) : *at == ' ' ? append_path (out, at, end)
                                                                                      : NULL;

      if (after)
        {
          at = after;
          continue;
        }
      if (!stop)
        {
          g_string_append_c (out, *at++);
          continue;
        }
      g_string_append_len (out, at, (gssize) before);
      g_string_append_printf (out, "%sn%u", prefix, number_of (&names, at + before, (gsize) (stop - at) - before));
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
