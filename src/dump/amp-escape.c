/* Owns the two bytes that stand for an escape: SUBSTITUTE, which text hardly ever has,
 * and a letter for the character. A SUBSTITUTE of the text itself is hidden too. */
#include "amp-escape.h"

#include <string.h>

#define MARK 0x1a
#define FIRST_LETTER 'A'
#define MARK_ITSELF 'Z'

/* Whether an escape starts here, and of which character. */
static gboolean
is_escape (const guint8 *bytes, gsize length, gsize i, const char *plain, guint8 *letter)
{
  const char *found;

  if (bytes[i] == MARK)
    {
      *letter = MARK_ITSELF;
      return TRUE;
    }
  if (bytes[i] != '\\' || i + 1 == length || bytes[i + 1] == 0)
    return FALSE;
  found = strchr (plain, bytes[i + 1]);
  if (!found)
    return FALSE;
  *letter = (guint8) (FIRST_LETTER + (found - plain));
  return TRUE;
}

gboolean
amp_escape_hide (const guint8 *bytes, gsize length, const char *plain, GByteArray *hidden)
{
  gsize done = 0;

  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);
  g_return_val_if_fail (plain != NULL && hidden != NULL, FALSE);

  if (length == 0 || (!memchr (bytes, '\\', length) && !memchr (bytes, MARK, length)))
    return FALSE;
  g_byte_array_set_size (hidden, 0);
  for (gsize i = 0; i < length; i++)
    {
      guint8 pair[] = { MARK, 0 };

      if (!is_escape (bytes, length, i, plain, &pair[1]))
        continue;
      g_byte_array_append (hidden, bytes + done, (guint) (i - done));
      g_byte_array_append (hidden, pair, sizeof pair);
      i += bytes[i] == '\\';
      done = i + 1;
    }
  g_byte_array_append (hidden, bytes + done, (guint) (length - done));
  return TRUE;
}

gsize
amp_escape_show (char *bytes, gsize length, const char *plain)
{
  const char *mark;
  gsize       from, to;

  g_return_val_if_fail (bytes != NULL || length == 0, 0);

  mark = length > 0 ? memchr (bytes, MARK, length) : NULL;
  if (!mark)
    return length;
  for (from = to = (gsize) (mark - bytes); from < length; from++, to++)
    if (bytes[from] != MARK || from + 1 == length)
      bytes[to] = bytes[from];
    else
      {
        from++;
        bytes[to] = bytes[from] == MARK_ITSELF ? MARK : plain[bytes[from] - FIRST_LETTER];
      }
  return to;
}
