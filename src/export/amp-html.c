/* Escapes text for HTML. */
#include "amp-html.h"

static const char *
find_entity (gunichar character)
{
  switch (character)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return NULL;
    }
}

void
amp_html_append_text (GString *html, const char *text)
{
  g_autofree char *valid = NULL;

  g_return_if_fail (html != NULL && text != NULL);

  valid = g_utf8_make_valid (text, -1);
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar    character = g_utf8_get_char (at);
      const char *entity = find_entity (character);

      if (entity != NULL)
        g_string_append (html, entity);
      else if (!g_unichar_iscntrl (character) || character == '\n')
        g_string_append_unichar (html, character);
    }
}

void
amp_html_append_element (GString *html, const char *name, const char *attributes, const char *text)
{
  g_return_if_fail (html != NULL && name != NULL && text != NULL);

  g_string_append_printf (html, "<%s%s%s>", name, attributes != NULL ? " " : "", attributes != NULL ? attributes : "");
  amp_html_append_text (html, text);
  g_string_append_printf (html, "</%s>\n", name);
}
