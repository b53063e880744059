/* Owns the signs of wrong decoding: an accented letter is two bytes in UTF-8, the first
 * of them C3 or C5, and Windows-1252 shows each as a character of its own. */
#include "amp-header-repair.h"

#include <string.h>

/* Windows-1252, 80 to 9F; 0 where it has nothing. */
/* clang-format off */
static const guint16 code_points[32] = {
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0,
  0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
};
/* clang-format on */

/* The byte that was shown as @character, if it can end a pair; 0 if not. */
static guint8
get_second_byte (gunichar character)
{
  if (character >= 0x80 && character <= 0xbf)
    return (guint8) character;
  for (guint i = 0; i < G_N_ELEMENTS (code_points); i++)
    if (code_points[i] != 0 && code_points[i] == character)
      return (guint8) (0x80 + i);
  return 0;
}

char *
amp_header_repair (const char *header)
{
  GString         *repaired = g_string_new (NULL);
  g_autofree char *valid = NULL;

  g_return_val_if_fail (header != NULL, NULL);

  valid = g_utf8_make_valid (header, -1);
  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar first = g_utf8_get_char (c);
      guint8   second = get_second_byte (g_utf8_get_char (g_utf8_next_char (c)));

      if (first == 0xfffd)
        g_string_append_c (repaired, AMP_HEADER_LOST_LETTER);
      else if ((first == 0xc3 || first == 0xc5) && second != 0)
        {
          g_string_append_unichar (repaired, (first & 0x1f) << 6 | (second & 0x3f));
          c = g_utf8_next_char (c);
        }
      else
        g_string_append_unichar (repaired, first);
    }
  return g_string_free (repaired, FALSE);
}
