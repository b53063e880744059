/* Turns <path style="…" d="…"/> into <use class="…" href="#…"/> (SVG 2, section
 * 5.5). What is copied is what cairo wrote: the tags are well formed, and no
 * text holds a "<". */
#include "amp-html-picture-pool.h"

#include <string.h>

#define PATH_ELEMENT "path"

/* Shorter paths and styles take less room where they are. */
#define MIN_PATH 64
#define MIN_STYLE 24

/* The same values, numbered. */
typedef struct
{
  GHashTable *numbers;
  GString    *definitions;
} Pool;

struct _AmpHtmlPicturePool
{
  Pool paths;
  Pool styles;
};

AmpHtmlPicturePool *
amp_html_picture_pool_new (void)
{
  AmpHtmlPicturePool *self = g_new0 (AmpHtmlPicturePool, 1);

  self->paths = (Pool){ g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), g_string_new (NULL) };
  self->styles = (Pool){ g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), g_string_new (NULL) };
  return self;
}

void
amp_html_picture_pool_free (AmpHtmlPicturePool *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->paths.numbers);
  g_string_free (self->paths.definitions, TRUE);
  g_hash_table_unref (self->styles.numbers);
  g_string_free (self->styles.definitions, TRUE);
  g_free (self);
}

static guint
keep_value (Pool *pool, const char *value, gsize length, const char *before, const char *between, const char *after)
{
  g_autofree char *key = g_strndup (value, length);
  guint            number = GPOINTER_TO_UINT (g_hash_table_lookup (pool->numbers, key));

  if (number > 0)
    return number;
  number = g_hash_table_size (pool->numbers) + 1;
  g_string_append_printf (pool->definitions, "%s%u%s%s%s\n", before, number, between, key, after);
  g_hash_table_insert (pool->numbers, g_steal_pointer (&key), GUINT_TO_POINTER (number));
  return number;
}

static gboolean
is_named (const char *name, gsize length, const char *expected)
{
  return strlen (expected) == length && memcmp (name, expected, length) == 0;
}

/* One attribute, from its name to the quote that ends it. */
static void
append_attribute (AmpHtmlPicturePool *self, GString *html, const char *name, const char *value, const char *quote, gboolean is_use)
{
  gsize n_name = (gsize) (value - name) - strlen ("=\"");
  gsize n_value = (gsize) (quote - value);

  if (is_named (name, n_name, "d") && is_use)
    g_string_append_printf (html, " href=\"#p%u\"", keep_value (&self->paths, value, n_value, "<path id=\"p", "\" d=\"", "\"/>"));
  else if (is_named (name, n_name, "style") && n_value >= MIN_STYLE)
    g_string_append_printf (html, " class=\"s%u\"", keep_value (&self->styles, value, n_value, ".s", "{", "}"));
  else if (!is_named (name, n_name, "clip-rule") || !is_named (value, n_value, "nonzero"))
    {
      g_string_append_c (html, ' ');
      g_string_append_len (html, name, quote + 1 - name);
    }
}

/* The data of a path that is long enough to be kept. */
static gboolean
is_long_path (const char *tag, const char *end)
{
  static const char data[] = " d=\"";
  const char       *found = g_strstr_len (tag, end - tag, data);
  const char       *value = found != NULL ? found + strlen (data) : NULL;
  const char       *quote = value != NULL ? memchr (value, '"', (gsize) (end - value)) : NULL;

  return g_str_has_prefix (tag, PATH_ELEMENT) && quote != NULL && quote - value >= MIN_PATH;
}

/* @tag: behind the "<"; @end: its ">". */
static void
append_tag (AmpHtmlPicturePool *self, GString *html, const char *tag, const char *end)
{
  gboolean    is_use = is_long_path (tag, end);
  const char *at = tag;

  while (at < end && *at != ' ' && *at != '/')
    at++;
  g_string_append_c (html, '<');
  g_string_append_len (html, is_use ? "use" : tag, is_use ? 3 : at - tag);
  while (at < end)
    {
      const char *name = at + 1;
      const char *equals = *at == ' ' ? g_strstr_len (name, end - name, "=\"") : NULL;
      const char *quote = equals != NULL ? memchr (equals + 2, '"', (gsize) (end - equals - 2)) : NULL;

      if (quote == NULL)
        break;
      append_attribute (self, html, name, equals + 2, quote, is_use);
      at = quote + 1;
    }
  g_string_append_len (html, at, end + 1 - at);
}

static void
append_text (GString *html, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      {
        g_string_append_len (html, text, (gssize) length);
        return;
      }
}

void
amp_html_picture_pool_append (AmpHtmlPicturePool *self, GString *html, const char *svg, gsize length)
{
  const char *end = svg + length;
  const char *at = svg;

  g_return_if_fail (self != NULL && html != NULL && svg != NULL);

  while (at < end)
    {
      const char *tag = memchr (at, '<', (gsize) (end - at));
      const char *closing = tag != NULL ? memchr (tag, '>', (gsize) (end - tag)) : NULL;

      if (closing == NULL)
        break;
      append_text (html, at, (gsize) (tag - at));
      if (tag[1] == '/')
        g_string_append_len (html, tag, closing + 1 - tag);
      else
        append_tag (self, html, tag + 1, closing);
      at = closing + 1;
    }
  g_string_append_len (html, at, end - at);
}

void
amp_html_picture_pool_finish (AmpHtmlPicturePool *self, GString *html)
{
  g_return_if_fail (self != NULL && html != NULL);

  if (self->paths.definitions->len == 0 && self->styles.definitions->len == 0)
    return;
  g_string_append_printf (html, "<svg class=\"pool\" width=\"0\" height=\"0\" aria-hidden=\"true\"><style>\n%s</style><defs>\n", self->styles.definitions->str);
  g_string_append_len (html, self->paths.definitions->str, (gssize) self->paths.definitions->len);
  g_string_append (html, "</defs></svg>\n");
}
