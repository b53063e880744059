/* Owns the grammar of JSON: which token may follow which. Invariant: `open` holds
 * one bracket for each array and object that is not closed yet. */
#include "amp-json-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "amp-places-error.h"

#define BUFFER_SIZE 65536

/* A packed file may swell without end. */
#define MAX_BYTES (G_GUINT64_CONSTANT (4) << 30)

/* Longer numbers are no coordinates. */
#define MAX_NUMBER 64

/* Where a double still counts every whole number, and has an exact power of ten. */
#define MAX_EXACT_DIGITS 15

typedef enum
{
  EXPECT_VALUE,
  EXPECT_VALUE_OR_END,
  EXPECT_KEY,
  EXPECT_KEY_OR_END,
  EXPECT_COMMA_OR_END,
  EXPECT_NOTHING,
} Expectation;

struct _AmpJsonReader
{
  GInputStream *stream;
  guint8        buffer[BUFFER_SIZE];
  gsize         at;
  gsize         end;
  guint64       n_bytes;
  guint         line;

  Expectation expectation;
  char        open[AMP_JSON_MAX_DEPTH];
  guint       depth;

  GString *text;
  double   number;
};

AmpJsonReader *
amp_json_reader_new (GInputStream *stream)
{
  AmpJsonReader *reader = g_new0 (AmpJsonReader, 1);

  reader->stream = g_object_ref (stream);
  reader->line = 1;
  reader->text = g_string_new (NULL);
  return reader;
}

void
amp_json_reader_free (AmpJsonReader *reader)
{
  g_object_unref (reader->stream);
  g_string_free (reader->text, TRUE);
  g_free (reader);
}

static AmpJsonToken
fail (AmpJsonReader *reader, const char *reason, GError **error)
{
  /* translators: %u is a line of a file, %s the reason */
  g_set_error (error, AMP_PLACES_ERROR, AMP_PLACES_ERROR_FILE, _ ("line %u: %s"), reader->line, reason);
  return AMP_JSON_FAILED;
}

/* Returns the next byte without passing it, -1 at the end, -2 with an error. */
static int
peek (AmpJsonReader *reader, GCancellable *cancellable, GError **error)
{
  gssize n_read;

  if (G_LIKELY (reader->at < reader->end))
    return reader->buffer[reader->at];
  n_read = g_input_stream_read (reader->stream, reader->buffer, BUFFER_SIZE, cancellable, error);
  if (n_read < 0)
    return -2;
  reader->at = 0;
  reader->end = (gsize) n_read;
  reader->n_bytes += (guint64) n_read;
  if (reader->n_bytes > MAX_BYTES)
    return fail (reader, _ ("the file is too long"), error), -2;
  return n_read == 0 ? -1 : reader->buffer[0];
}

static int
peek_behind_blanks (AmpJsonReader *reader, GCancellable *cancellable, GError **error)
{
  int byte;

  while ((byte = peek (reader, cancellable, error)) == ' ' || byte == '\t' || byte == '\r' || byte == '\n')
    {
      reader->line += byte == '\n';
      reader->at++;
    }
  return byte;
}

static void
end_value (AmpJsonReader *reader)
{
  reader->expectation = reader->depth > 0 ? EXPECT_COMMA_OR_END : EXPECT_NOTHING;
}

static AmpJsonToken
open_bracket (AmpJsonReader *reader, char bracket, GError **error)
{
  if (reader->depth == AMP_JSON_MAX_DEPTH)
    return fail (reader, _ ("arrays and objects are nested too deeply"), error);
  reader->at++;
  reader->open[reader->depth++] = bracket;
  reader->expectation = bracket == '{' ? EXPECT_KEY_OR_END : EXPECT_VALUE_OR_END;
  return bracket == '{' ? AMP_JSON_BEGIN_OBJECT : AMP_JSON_BEGIN_ARRAY;
}

static AmpJsonToken
close_bracket (AmpJsonReader *reader)
{
  char bracket = reader->open[--reader->depth];

  reader->at++;
  end_value (reader);
  return bracket == '{' ? AMP_JSON_END_OBJECT : AMP_JSON_END_ARRAY;
}

static gboolean
read_hex (AmpJsonReader *reader, gunichar *unit, GCancellable *cancellable, GError **error)
{
  *unit = 0;
  for (guint i = 0; i < 4; i++)
    {
      int byte = peek (reader, cancellable, error);

      if (byte == -2)
        return FALSE;
      if (byte < 0 || !g_ascii_isxdigit (byte))
        return fail (reader, _ ("a string has a broken escape"), error), FALSE;
      *unit = *unit * 16 + (guint) g_ascii_xdigit_value ((char) byte);
      reader->at++;
    }
  return TRUE;
}

/* A pair of surrogates is one character; half of one is none. */
static void
append_unit (GString *text, gunichar unit, gunichar *high)
{
  if (unit >= 0xdc00 && unit < 0xe000 && *high != 0)
    g_string_append_unichar (text, 0x10000 + ((*high - 0xd800) << 10) + (unit - 0xdc00));
  else if (unit < 0xd800 || unit >= 0xe000)
    g_string_append_unichar (text, unit);
  *high = unit >= 0xd800 && unit < 0xdc00 ? unit : 0;
}

static gboolean
read_escape (AmpJsonReader *reader, gunichar *high, GCancellable *cancellable, GError **error)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  int               byte = peek (reader, cancellable, error);
  const char       *found = byte > 0 ? strchr (letters, byte) : NULL;
  gunichar          unit;

  if (byte == -2)
    return FALSE;
  if (byte < 0 || (found == NULL && byte != 'u'))
    return fail (reader, _ ("a string has a broken escape"), error), FALSE;
  reader->at++;
  if (byte == 'u')
    {
      if (!read_hex (reader, &unit, cancellable, error))
        return FALSE;
      append_unit (reader->text, unit, high);
      return TRUE;
    }
  g_string_append_c (reader->text, meanings[found - letters]);
  return TRUE;
}

/* The quote that opens it is the next byte. */
static gboolean
read_string (AmpJsonReader *reader, GCancellable *cancellable, GError **error)
{
  gunichar high = 0;

  reader->at++;
  g_string_truncate (reader->text, 0);
  while (reader->text->len < AMP_JSON_MAX_TEXT)
    {
      int byte = peek (reader, cancellable, error);

      if (byte == -2)
        return FALSE;
      if (byte < 0x20)
        return fail (reader, _ ("a string does not end"), error), FALSE;
      reader->at++;
      if (byte == '"')
        return TRUE;
      if (byte != '\\')
        g_string_append_c (reader->text, (char) byte);
      else if (!read_escape (reader, &high, cancellable, error))
        return FALSE;
    }
  return fail (reader, _ ("a string is too long"), error), FALSE;
}

static gboolean
is_of_number (int byte)
{
  return (byte >= '0' && byte <= '9') || byte == '-' || byte == '+' || byte == '.' || byte == 'e' || byte == 'E';
}

static const char *
pass_digits (const char *place)
{
  while (g_ascii_isdigit (*place))
    place++;
  return place;
}

/* RFC 8259, section 6: no plus, no leading zero, digits around the point. */
static gboolean
is_number (const char *text)
{
  const char *digits = *text == '-' ? text + 1 : text;
  const char *end = pass_digits (digits);

  if (end == digits || (*digits == '0' && end > digits + 1))
    return FALSE;
  if (*end == '.')
    {
      digits = end + 1;
      end = pass_digits (digits);
      if (end == digits)
        return FALSE;
    }
  if (*end == 'e' || *end == 'E')
    {
      digits = end + 1 + (end[1] == '+' || end[1] == '-');
      end = pass_digits (digits);
      if (end == digits)
        return FALSE;
    }
  return *end == '\0';
}

/* A coordinate has few digits: then one division rounds as strtod would, in a
 * tenth of its time. */
static double
convert (const char *text)
{
  static const double powers[] = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };
  gint64              digits = 0;
  guint               n_digits = 0;
  guint               n_decimals = 0;
  gboolean            has_point = FALSE;

  for (const char *place = *text == '-' ? text + 1 : text; *place != '\0'; place++)
    {
      if (*place == 'e' || *place == 'E' || n_digits == MAX_EXACT_DIGITS)
        return g_ascii_strtod (text, NULL);
      if (*place == '.')
        {
          has_point = TRUE;
          continue;
        }
      digits = 10 * digits + (*place - '0');
      n_digits++;
      n_decimals += has_point;
    }
  return (*text == '-' ? -(double) digits : (double) digits) / powers[n_decimals];
}

static AmpJsonToken
read_number (AmpJsonReader *reader, GCancellable *cancellable, GError **error)
{
  char  text[MAX_NUMBER + 1];
  guint length = 0;
  int   byte;

  while (is_of_number (byte = peek (reader, cancellable, error)) && length < MAX_NUMBER)
    {
      text[length++] = (char) byte;
      reader->at++;
    }
  text[length] = '\0';
  if (byte == -2)
    return AMP_JSON_FAILED;
  if (!is_number (text))
    return fail (reader, _ ("this is no number"), error);
  reader->number = convert (text);
  end_value (reader);
  return AMP_JSON_NUMBER;
}

static AmpJsonToken
read_word (AmpJsonReader *reader, GCancellable *cancellable, GError **error)
{
  char  text[8];
  guint length = 0;
  int   byte;

  while ((byte = peek (reader, cancellable, error)) >= 'a' && byte <= 'z' && length < sizeof text - 1)
    {
      text[length++] = (char) byte;
      reader->at++;
    }
  text[length] = '\0';
  if (byte == -2)
    return AMP_JSON_FAILED;
  if (strcmp (text, "null") != 0 && strcmp (text, "true") != 0 && strcmp (text, "false") != 0)
    return fail (reader, _ ("this is not JSON"), error);
  end_value (reader);
  return AMP_JSON_WORD;
}

static AmpJsonToken
read_value (AmpJsonReader *reader, int byte, GCancellable *cancellable, GError **error)
{
  if (byte == '{' || byte == '[')
    return open_bracket (reader, (char) byte, error);
  if (byte == '-' || g_ascii_isdigit (byte))
    return read_number (reader, cancellable, error);
  if (byte != '"')
    return read_word (reader, cancellable, error);
  if (!read_string (reader, cancellable, error))
    return AMP_JSON_FAILED;
  end_value (reader);
  return AMP_JSON_TEXT;
}

static AmpJsonToken
read_key (AmpJsonReader *reader, int byte, GCancellable *cancellable, GError **error)
{
  if (byte != '"')
    return fail (reader, _ ("the name of a member is missing"), error);
  if (!read_string (reader, cancellable, error))
    return AMP_JSON_FAILED;
  byte = peek_behind_blanks (reader, cancellable, error);
  if (byte == -2)
    return AMP_JSON_FAILED;
  if (byte != ':')
    return fail (reader, _ ("a colon is missing"), error);
  reader->at++;
  reader->expectation = EXPECT_VALUE;
  return AMP_JSON_KEY;
}

/* What stands between two values; returns the byte behind it. */
static int
pass_comma (AmpJsonReader *reader, int byte, GCancellable *cancellable, GError **error)
{
  if (reader->expectation != EXPECT_COMMA_OR_END || byte != ',')
    return byte;
  reader->at++;
  reader->expectation = reader->open[reader->depth - 1] == '{' ? EXPECT_KEY : EXPECT_VALUE;
  return peek_behind_blanks (reader, cancellable, error);
}

static gboolean
is_end (const AmpJsonReader *reader, int byte)
{
  gboolean may_end = reader->expectation == EXPECT_COMMA_OR_END || reader->expectation == EXPECT_KEY_OR_END || reader->expectation == EXPECT_VALUE_OR_END;

  return may_end && byte == (reader->open[reader->depth - 1] == '{' ? '}' : ']');
}

AmpJsonToken
amp_json_reader_next (AmpJsonReader *reader, GCancellable *cancellable, GError **error)
{
  int byte = peek_behind_blanks (reader, cancellable, error);

  byte = byte == -2 ? byte : pass_comma (reader, byte, cancellable, error);
  if (byte == -2)
    return AMP_JSON_FAILED;
  if (byte == -1)
    return reader->expectation == EXPECT_NOTHING ? AMP_JSON_END : fail (reader, _ ("the file ends too early"), error);
  if (is_end (reader, byte))
    return close_bracket (reader);
  if (reader->expectation == EXPECT_KEY || reader->expectation == EXPECT_KEY_OR_END)
    return read_key (reader, byte, cancellable, error);
  if (reader->expectation == EXPECT_VALUE || reader->expectation == EXPECT_VALUE_OR_END)
    return read_value (reader, byte, cancellable, error);
  return fail (reader, reader->expectation == EXPECT_NOTHING ? _ ("something follows the end") : _ ("a comma is missing"), error);
}

gboolean
amp_json_reader_skip (AmpJsonReader *reader, GCancellable *cancellable, GError **error)
{
  guint        depth = reader->depth;
  AmpJsonToken token;

  do
    token = amp_json_reader_next (reader, cancellable, error);
  while (token != AMP_JSON_FAILED && reader->depth > depth);
  return token != AMP_JSON_FAILED;
}

guint
amp_json_reader_get_depth (const AmpJsonReader *reader)
{
  return reader->depth;
}

const char *
amp_json_reader_get_text (const AmpJsonReader *reader)
{
  return reader->text->str;
}

double
amp_json_reader_get_number (const AmpJsonReader *reader)
{
  return reader->number;
}

guint
amp_json_reader_get_line (const AmpJsonReader *reader)
{
  return reader->line;
}
