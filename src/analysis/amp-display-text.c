/* Makes hostile text safe to show. */
#include "amp-display-text.h"

#define MAX_CHARACTERS 200

static gboolean
is_safe (gunichar character)
{
  switch (g_unichar_type (character))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_UNASSIGNED:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      return FALSE;
    default:
      return TRUE;
    }
}

static char *
escape (const char *text, guint max_characters)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString         *escaped = g_string_new (NULL);
  guint            length = 0;

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at), length++)
    {
      gunichar character = g_utf8_get_char (at);

      if (length == max_characters)
        {
          g_string_append (escaped, "…");
          break;
        }
      if (is_safe (character))
        g_string_append_unichar (escaped, character);
      else
        g_string_append_printf (escaped, "\\u{%04X}", character);
    }
  return g_string_free (escaped, FALSE);
}

char *
amp_display_text_escape (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return escape (text, MAX_CHARACTERS);
}

char *
amp_display_text_escape_message (const char *message)
{
  g_return_val_if_fail (message != NULL, NULL);

  return escape (message, G_MAXUINT);
}
