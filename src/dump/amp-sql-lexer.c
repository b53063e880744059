/* Owns the state between two bytes: which token is open, and its text so far. Sources:
 * the lexical rules of MySQL 8.0 (9.1 Literal Values, 9.7 Comments) and PostgreSQL 15
 * (4.1 Lexical Structure; COPY, file formats). */
#include "amp-sql-lexer.h"
#include "amp-line-scan.h"
#include "amp-row-parser.h"

#include <string.h>

typedef enum
{
  BETWEEN,
  IN_WORD,
  IN_QUOTES,
  AFTER_QUOTE,  /* of the quotes' own kind: doubled, or the end */
  AFTER_ESCAPE, /* a backslash in quotes */
  AFTER_DASH,
  AFTER_SLASH,
  IN_LINE_COMMENT,
  IN_COMMENT,
  AFTER_STAR, /* in a comment */
  IN_LINE,    /* of data */
} State;

/* What starts a line inside quotes that somebody forgot to close. */
static const char recovery[] = "INSERT INTO ";

struct _AmpSqlLexer
{
  gboolean        has_escapes;
  AmpSqlTokenFunc func;
  gpointer        data;
  gboolean        in_values;
  gboolean        wants_lines;

  State    state;
  gint64   lines;
  gboolean is_line_open; /* some byte came after the last line end */
  gboolean is_after_return;
  gint64   token_line;
  char     quote;
  gboolean escapes_here;
  gboolean is_cut;
  gboolean is_first;
  guint    n_recovered; /* of the recovery mark, plus 1; 0: not looking */

  GString *text; /* owned */
};

AmpSqlLexer *
amp_sql_lexer_new (gboolean has_escapes, AmpSqlTokenFunc func, gpointer data)
{
  AmpSqlLexer *lexer = g_new0 (AmpSqlLexer, 1);

  lexer->has_escapes = has_escapes;
  lexer->func = func;
  lexer->data = data;
  lexer->text = g_string_new (NULL);
  return lexer;
}

void
amp_sql_lexer_free (AmpSqlLexer *lexer)
{
  if (!lexer)
    return;
  g_string_free (lexer->text, TRUE);
  g_free (lexer);
}

static void
begin (AmpSqlLexer *lexer, State state)
{
  lexer->state = state;
  lexer->token_line = lexer->lines + 1;
  lexer->is_cut = FALSE;
  lexer->is_first = !lexer->is_line_open;
  lexer->n_recovered = 0;
  g_string_truncate (lexer->text, 0);
}

static void
add (AmpSqlLexer *lexer, const guint8 *bytes, gsize length)
{
  gsize room = AMP_ROW_MAX_LINE_BYTES - lexer->text->len;

  lexer->is_cut = lexer->is_cut || length > room;
  if (length > 0)
    g_string_append_len (lexer->text, (const char *) bytes, (gssize) MIN (length, room));
}

static void
end (AmpSqlLexer *lexer, AmpSqlTokenKind kind)
{
  AmpSqlToken token = { kind, lexer->text->str, lexer->text->len, lexer->is_cut, lexer->is_first, lexer->token_line };

  lexer->state = BETWEEN;
  lexer->func (&token, lexer->data);
}

static gboolean
is_word_byte (guint8 byte)
{
  return g_ascii_isalnum (byte) || byte >= 0x80 || byte == '_' || byte == '$' || byte == '.' || byte == '+' || byte == '@';
}

static void
open_quotes (AmpSqlLexer *lexer, char quote, gboolean has_escapes)
{
  begin (lexer, IN_QUOTES);
  lexer->quote = quote;
  lexer->escapes_here = has_escapes;
}

static gsize
read_between (AmpSqlLexer *lexer, const guint8 *bytes)
{
  guint8 byte = bytes[0];

  if (g_ascii_isspace (byte))
    return 1;
  if (byte == '\'' || byte == '"')
    open_quotes (lexer, (char) byte, lexer->has_escapes);
  else if (byte == '`' || (byte == '[' && !lexer->in_values))
    open_quotes (lexer, byte == '[' ? ']' : '`', FALSE);
  else if (byte == '-' || byte == '/')
    begin (lexer, byte == '-' ? AFTER_DASH : AFTER_SLASH);
  else if (byte == '#' && !lexer->in_values)
    begin (lexer, IN_LINE_COMMENT);
  else if (is_word_byte (byte))
    {
      begin (lexer, IN_WORD);
      return 0;
    }
  else
    {
      begin (lexer, BETWEEN);
      add (lexer, bytes, 1);
      end (lexer, AMP_SQL_SIGN);
    }
  return 1;
}

/* A word right before a string says what it is: E'' has escapes; N'', X'' and _utf8''
 * mean nothing here. */
static gsize
read_word (AmpSqlLexer *lexer, const guint8 *bytes, gsize length)
{
  gsize count = 0;

  while (count < length && is_word_byte (bytes[count]))
    count++;
  add (lexer, bytes, count);
  if (count == length)
    return count;
  if (bytes[count] == '\'' && (lexer->text->len == 1 || lexer->text->str[0] == '_'))
    {
      open_quotes (lexer, '\'', lexer->has_escapes || g_ascii_toupper (lexer->text->str[0]) == 'E');
      return count + 1;
    }
  end (lexer, AMP_SQL_WORD);
  return count;
}

/* Reads on while the line looks like the recovery mark. Returns whether it is all there. */
static gboolean
is_recovered (AmpSqlLexer *lexer, const guint8 *bytes, gsize length, gsize *count)
{
  while (lexer->n_recovered > 0 && *count < length)
    {
      if (bytes[*count] != (guint8) recovery[lexer->n_recovered - 1])
        {
          lexer->n_recovered = 0;
          return FALSE;
        }
      ++*count;
      if (++lexer->n_recovered == sizeof recovery)
        return TRUE;
    }
  return FALSE;
}

static gsize
read_quotes (AmpSqlLexer *lexer, const guint8 *bytes, gsize length)
{
  gsize count = 0;

  if (is_recovered (lexer, bytes, length, &count))
    {
      g_string_truncate (lexer->text, 0);
      lexer->token_line = lexer->lines + 1;
      end (lexer, AMP_SQL_BROKEN);
      return count;
    }
  while (count < length && bytes[count] != (guint8) lexer->quote && !(bytes[count] == '\\' && lexer->escapes_here))
    count++;
  add (lexer, bytes, count);
  if (count == length)
    return count;
  lexer->state = bytes[count] == (guint8) lexer->quote ? AFTER_QUOTE : AFTER_ESCAPE;
  return count + 1;
}

static gsize
read_after_quote (AmpSqlLexer *lexer, const guint8 *bytes)
{
  if (bytes[0] != (guint8) lexer->quote)
    {
      end (lexer, lexer->quote == '\'' ? AMP_SQL_STRING : AMP_SQL_NAME);
      return 0;
    }
  add (lexer, bytes, 1);
  lexer->state = IN_QUOTES;
  return 1;
}

static gsize
read_after_escape (AmpSqlLexer *lexer, const guint8 *bytes)
{
  static const char escapes[] = "0bnrtZ", meanings[] = " \b\n\r\t ";
  const char       *found = bytes[0] ? strchr (escapes, bytes[0]) : NULL;
  guint8            meaning = found ? (guint8) meanings[found - escapes] : bytes[0];

  add (lexer, &meaning, 1);
  lexer->state = IN_QUOTES;
  return 1;
}

/* Behind a character that opens a comment if another follows; else it is a sign, or the
 * first of a negative number. */
static gsize
read_after_opener (AmpSqlLexer *lexer, const guint8 *bytes)
{
  gboolean is_dash = lexer->state == AFTER_DASH;

  if (bytes[0] == (is_dash ? '-' : '*'))
    {
      begin (lexer, is_dash ? IN_LINE_COMMENT : IN_COMMENT);
      return 1;
    }
  add (lexer, (const guint8 *) (is_dash ? "-" : "/"), 1);
  if (is_dash && is_word_byte (bytes[0]))
    lexer->state = IN_WORD;
  else
    end (lexer, AMP_SQL_SIGN);
  return 0;
}

static gsize
read_comment (AmpSqlLexer *lexer, const guint8 *bytes, gsize length)
{
  const guint8 *star = memchr (bytes, '*', length);

  if (!star)
    return length;
  lexer->state = AFTER_STAR;
  return (gsize) (star - bytes) + 1;
}

static gsize
read_after_star (AmpSqlLexer *lexer, const guint8 *bytes)
{
  if (bytes[0] != '*')
    lexer->state = bytes[0] == '/' ? BETWEEN : IN_COMMENT;
  return 1;
}

static gsize
step (AmpSqlLexer *lexer, const guint8 *bytes, gsize length)
{
  switch (lexer->state)
    {
    case IN_WORD:
      return read_word (lexer, bytes, length);
    case IN_QUOTES:
      return read_quotes (lexer, bytes, length);
    case AFTER_QUOTE:
      return read_after_quote (lexer, bytes);
    case AFTER_ESCAPE:
      return read_after_escape (lexer, bytes);
    case AFTER_DASH:
    case AFTER_SLASH:
      return read_after_opener (lexer, bytes);
    case IN_COMMENT:
      return read_comment (lexer, bytes, length);
    case AFTER_STAR:
      return read_after_star (lexer, bytes);
    case IN_LINE_COMMENT:
      return length;
    case IN_LINE:
      add (lexer, bytes, length);
      return length;
    case BETWEEN:
    default:
      return read_between (lexer, bytes);
    }
}

/* What a line's end, or the text's, ends. */
static void
end_at_line_end (AmpSqlLexer *lexer)
{
  if (lexer->state == AFTER_QUOTE)
    read_after_quote (lexer, (const guint8 *) "\n");
  else if (lexer->state == AFTER_DASH || lexer->state == AFTER_SLASH)
    read_after_opener (lexer, (const guint8 *) "\n");
  else if (lexer->state == IN_WORD)
    end (lexer, AMP_SQL_WORD);
  else if (lexer->state == IN_LINE)
    end (lexer, AMP_SQL_LINE);
  else if (lexer->state == IN_LINE_COMMENT)
    lexer->state = BETWEEN;
  else if (lexer->state == AFTER_STAR)
    lexer->state = IN_COMMENT;
}

static void
read_line_end (AmpSqlLexer *lexer, const guint8 *bytes, gsize length)
{
  if (lexer->state == IN_QUOTES || lexer->state == AFTER_ESCAPE)
    {
      add (lexer, bytes, length);
      lexer->state = IN_QUOTES;
    }
  else
    end_at_line_end (lexer);
  lexer->lines++;
  lexer->is_line_open = FALSE;
  if (lexer->state == IN_QUOTES)
    lexer->n_recovered = 1;
  else if (lexer->wants_lines && lexer->state == BETWEEN)
    begin (lexer, IN_LINE);
}

void
amp_sql_lexer_feed (AmpSqlLexer *lexer, const guint8 *bytes, gsize length)
{
  AmpLineScan scan;
  AmpLine     line;

  g_return_if_fail (lexer != NULL);
  g_return_if_fail (bytes != NULL && length > 0);

  if (lexer->is_after_return && bytes[0] == '\n')
    {
      if (lexer->state == IN_QUOTES)
        add (lexer, bytes, 1);
      bytes++;
      length--;
    }
  lexer->is_after_return = FALSE;
  amp_line_scan_init (&scan, bytes, length);
  while (amp_line_scan_next (&scan, &line))
    {
      gsize done = 0;

      while (done < line.length)
        {
          gsize used = step (lexer, line.bytes + done, line.length - done);

          lexer->is_line_open = lexer->is_line_open || used > 0;
          done += used;
        }
      if (line.end_length > 0)
        read_line_end (lexer, line.bytes + line.length, line.end_length);
      lexer->is_after_return = line.end_length == 1 && line.bytes[line.length] == '\r' && scan.position == length;
    }
}

gboolean
amp_sql_lexer_finish (AmpSqlLexer *lexer)
{
  g_return_val_if_fail (lexer != NULL, FALSE);

  if (lexer->state != IN_LINE || lexer->is_line_open)
    end_at_line_end (lexer);
  lexer->lines += lexer->is_line_open;
  lexer->is_line_open = FALSE;
  return lexer->state == IN_QUOTES || lexer->state == AFTER_ESCAPE;
}

void
amp_sql_lexer_set_in_values (AmpSqlLexer *lexer, gboolean in_values)
{
  g_return_if_fail (lexer != NULL);
  lexer->in_values = in_values;
}

void
amp_sql_lexer_set_lines (AmpSqlLexer *lexer, gboolean lines)
{
  g_return_if_fail (lexer != NULL);
  lexer->wants_lines = lines;
}

gboolean
amp_sql_lexer_is_at_line_start (AmpSqlLexer *lexer)
{
  g_return_val_if_fail (lexer != NULL, FALSE);
  return lexer->state == BETWEEN && !lexer->is_line_open && !lexer->is_after_return;
}

gint64
amp_sql_lexer_get_lines (AmpSqlLexer *lexer)
{
  g_return_val_if_fail (lexer != NULL, 0);
  return lexer->lines;
}
