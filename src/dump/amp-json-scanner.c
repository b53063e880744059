/* Owns the memory of a line's unescaped values and the path of keys.
 *
 * Invariant: the arena has room for all that a line can become, since no escape grows
 * and what joins an array's values stands for a comma at least: it never moves while a
 * line is read. Source of the rules: RFC 8259. */
#include "amp-json-scanner.h"
#include "amp-encoding.h"

#include <string.h>

/* Nobody nests a person deeper; whoever does shall not use up the stack. */
#define MAX_DEPTH 32

struct _AmpJsonScanner
{
  const guint8 *cursor;
  const guint8 *end;
  AmpJsonFunc   func; /* during a call */
  gpointer      data;

  /* Owned */
  GString *path;
  char    *arena;
  char    *room; /* in the arena */
  gsize    arena_size;
};

AmpJsonScanner *
amp_json_scanner_new (void)
{
  AmpJsonScanner *scanner = g_new0 (AmpJsonScanner, 1);

  scanner->path = g_string_new (NULL);
  return scanner;
}

void
amp_json_scanner_free (AmpJsonScanner *scanner)
{
  if (!scanner)
    return;
  g_string_free (scanner->path, TRUE);
  g_free (scanner->arena);
  g_free (scanner);
}

void
amp_json_scanner_set_line (AmpJsonScanner *scanner, const guint8 *bytes, gsize length)
{
  g_return_if_fail (scanner != NULL);
  g_return_if_fail (bytes != NULL || length == 0);

  scanner->cursor = bytes;
  scanner->end = bytes + length;
  if (scanner->arena_size < 2 * length)
    {
      g_free (scanner->arena);
      scanner->arena_size = 2 * length + 4096;
      scanner->arena = g_malloc (scanner->arena_size);
    }
  scanner->room = scanner->arena;
}

static void
pass_blanks (AmpJsonScanner *scanner)
{
  while (scanner->cursor < scanner->end && (*scanner->cursor == ' ' || *scanner->cursor == '\t'))
    scanner->cursor++;
}

/* Passes a character behind blanks, if it is the next. */
static gboolean
pass (AmpJsonScanner *scanner, guint8 character)
{
  pass_blanks (scanner);
  if (scanner->cursor == scanner->end || *scanner->cursor != character)
    return FALSE;
  scanner->cursor++;
  return TRUE;
}

gboolean
amp_json_scanner_has_more (AmpJsonScanner *scanner)
{
  g_return_val_if_fail (scanner != NULL, FALSE);

  while (scanner->cursor < scanner->end && strchr (" \t,[]\x1e", *scanner->cursor) && *scanner->cursor != 0)
    scanner->cursor++;
  return scanner->cursor < scanner->end;
}

static gboolean
read_hex (AmpJsonScanner *scanner, gunichar *unit)
{
  *unit = 0;
  if (scanner->end - scanner->cursor < 4)
    return FALSE;
  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value ((char) scanner->cursor[i]);

      if (digit < 0)
        return FALSE;
      *unit = *unit << 4 | (gunichar) digit;
    }
  scanner->cursor += 4;
  return TRUE;
}

/* Behind \u. A pair of surrogates is one character; half a pair is none. */
static gboolean
unescape_unit (AmpJsonScanner *scanner)
{
  gunichar character, low;

  if (!read_hex (scanner, &character))
    return FALSE;
  if ((character & 0xfc00) == 0xd800 && scanner->end - scanner->cursor >= 6 && scanner->cursor[0] == '\\' && scanner->cursor[1] == 'u')
    {
      const guint8 *start = scanner->cursor;

      scanner->cursor += 2;
      if (read_hex (scanner, &low) && (low & 0xfc00) == 0xdc00)
        character = 0x10000 + ((character & 0x3ff) << 10) + (low & 0x3ff);
      else
        scanner->cursor = start;
    }
  if (character == 0 || (character & 0xfffff800) == 0xd800)
    character = 0xfffd;
  scanner->room += g_unichar_to_utf8 (character, scanner->room);
  return TRUE;
}

/* Behind a backslash. An escape that JSON has not stands for its character. */
static gboolean
unescape (AmpJsonScanner *scanner)
{
  static const char escapes[] = "bfnrt", meanings[] = "\b\f\n\r\t";
  const char       *found;

  if (scanner->cursor == scanner->end)
    return FALSE;
  if (*scanner->cursor == 'u')
    {
      scanner->cursor++;
      return unescape_unit (scanner);
    }
  found = *scanner->cursor != 0 ? strchr (escapes, *scanner->cursor) : NULL;
  *scanner->room++ = found ? meanings[found - escapes] : (char) *scanner->cursor;
  scanner->cursor++;
  return TRUE;
}

/* Behind the quote. A string without escapes is given as it stands in the line. */
static gboolean
read_string (AmpJsonScanner *scanner, const char **bytes, gsize *length)
{
  const guint8 *start = scanner->cursor;

  while (scanner->cursor < scanner->end && *scanner->cursor != '"' && *scanner->cursor != '\\')
    scanner->cursor++;
  *bytes = (const char *) start;
  *length = (gsize) (scanner->cursor - start);
  if (scanner->cursor < scanner->end && *scanner->cursor == '\\')
    {
      *bytes = scanner->room;
      memcpy (scanner->room, start, *length);
      scanner->room += *length;
      while (scanner->cursor < scanner->end && *scanner->cursor != '"')
        {
          if (*scanner->cursor != '\\')
            *scanner->room++ = (char) *scanner->cursor++;
          else if (scanner->cursor++, !unescape (scanner))
            return FALSE;
        }
      *length = (gsize) (scanner->room - *bytes);
    }
  if (scanner->cursor == scanner->end)
    return FALSE;
  scanner->cursor++;
  return TRUE;
}

/* A number, true, false, null, or what some writers put there. */
static gboolean
read_word (AmpJsonScanner *scanner, const char **bytes, gsize *length)
{
  const guint8 *start = scanner->cursor;

  while (scanner->cursor < scanner->end && (g_ascii_isalnum (*scanner->cursor) || strchr ("+-.", *scanner->cursor)) && *scanner->cursor != 0)
    scanner->cursor++;
  *bytes = (const char *) start;
  *length = (gsize) (scanner->cursor - start);
  if (*length == 0)
    return FALSE;
  if (*length == 4 && memcmp (start, "null", 4) == 0)
    *length = 0;
  return TRUE;
}

static gboolean
read_scalar (AmpJsonScanner *scanner, const char **bytes, gsize *length)
{
  if (pass (scanner, '"'))
    return read_string (scanner, bytes, length);
  return read_word (scanner, bytes, length);
}

static gboolean
read_key (AmpJsonScanner *scanner, const char **bytes, gsize *length)
{
  return pass (scanner, '"') && read_string (scanner, bytes, length) && pass (scanner, ':');
}

/* A value in an array goes behind those before it; an empty one does not. */
static void
join (AmpJsonScanner *scanner, const char *bytes, gsize length, char *start, char **joined)
{
  if (length == 0)
    return;
  if (*joined > start)
    {
      memcpy (*joined, ", ", 2);
      *joined += 2;
    }
  memmove (*joined, bytes, length);
  *joined += length;
  scanner->room = *joined;
}

/* The values of an array or of an object in it, joined in the arena from @start on. */
static gboolean
join_values (AmpJsonScanner *scanner, guint depth, char *start, char **joined)
{
  gboolean    is_array = pass (scanner, '[');
  guint8      close = is_array ? ']' : '}';
  const char *bytes;
  gsize       length;

  if ((!is_array && !pass (scanner, '{')) || depth > MAX_DEPTH)
    return FALSE;
  if (pass (scanner, close))
    return TRUE;
  do
    {
      if (!is_array && !read_key (scanner, &bytes, &length))
        return FALSE;
      scanner->room = *joined + 2;
      pass_blanks (scanner);
      if (scanner->cursor < scanner->end && (*scanner->cursor == '[' || *scanner->cursor == '{'))
        {
          if (!join_values (scanner, depth + 1, start, joined))
            return FALSE;
          continue;
        }
      if (!read_scalar (scanner, &bytes, &length))
        return FALSE;
      join (scanner, bytes, length, start, joined);
    }
  while (pass (scanner, ','));
  return pass (scanner, close);
}

static gboolean
read_array (AmpJsonScanner *scanner, guint depth)
{
  char    *start = scanner->room;
  char    *joined = start;
  gboolean is_whole = join_values (scanner, depth, start, &joined);

  scanner->room = joined;
  if (is_whole)
    scanner->func (scanner->path->str, scanner->path->len, start, (gsize) (joined - start), scanner->data);
  return is_whole;
}

/* Makes the key the last of the path, which stays valid UTF-8 whatever the key. */
static void
enter (AmpJsonScanner *scanner, const char *bytes, gsize length)
{
  gsize end;

  if (scanner->path->len > 0)
    g_string_append_c (scanner->path, '.');
  if (scanner->path->len >= AMP_JSON_MAX_PATH)
    return;
  amp_encoding_decode (AMP_ENCODING_UTF_8, bytes, MIN (length, AMP_JSON_MAX_PATH), scanner->path);
  if (scanner->path->len <= AMP_JSON_MAX_PATH)
    return;
  end = AMP_JSON_MAX_PATH;
  while (end > 0 && ((guint8) scanner->path->str[end] & 0xc0) == 0x80)
    end--;
  g_string_truncate (scanner->path, end);
}

static gboolean read_members (AmpJsonScanner *scanner, guint depth);

static gboolean
read_value (AmpJsonScanner *scanner, guint depth)
{
  const char *bytes;
  gsize       length;

  if (pass (scanner, '{'))
    return read_members (scanner, depth + 1);
  if (scanner->cursor < scanner->end && *scanner->cursor == '[')
    return read_array (scanner, depth + 1);
  if (!read_scalar (scanner, &bytes, &length))
    return FALSE;
  scanner->func (scanner->path->str, scanner->path->len, bytes, length, scanner->data);
  return TRUE;
}

/* Behind the brace that opens an object. */
static gboolean
read_members (AmpJsonScanner *scanner, guint depth)
{
  gsize length_before = scanner->path->len;

  if (depth > MAX_DEPTH)
    return FALSE;
  if (pass (scanner, '}'))
    return TRUE;
  do
    {
      const char *bytes;
      gsize       length;

      if (!read_key (scanner, &bytes, &length))
        return FALSE;
      enter (scanner, bytes, length);
      if (!read_value (scanner, depth))
        return FALSE;
      g_string_truncate (scanner->path, length_before);
    }
  while (pass (scanner, ','));
  return pass (scanner, '}');
}

gboolean
amp_json_scanner_read_object (AmpJsonScanner *scanner, AmpJsonFunc func, gpointer data)
{
  g_return_val_if_fail (scanner != NULL, FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  scanner->func = func;
  scanner->data = data;
  g_string_truncate (scanner->path, 0);
  return pass (scanner, '{') && read_members (scanner, 1);
}

const char *
amp_json_scanner_get_rest (AmpJsonScanner *scanner, gsize *length)
{
  g_return_val_if_fail (scanner != NULL && length != NULL, NULL);

  *length = (gsize) (scanner->end - scanner->cursor);
  return (const char *) scanner->cursor;
}
