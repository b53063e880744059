/* Cuts SQL into tokens, as bytes come, in bounded memory: words, names, strings and
 * signs, without comments; and the lines of data that follow COPY. It knows no
 * statements. One lexer belongs to one thread at a time. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpSqlTokenKind:
 * @AMP_SQL_WORD: a keyword, a bare name or a number.
 * @AMP_SQL_NAME: a name in `` ` ``, `"` or `[ ]`; in values, `"` is a string's quote too.
 * @AMP_SQL_STRING: a string in `'`, unescaped; a letter before its quote is left out.
 * @AMP_SQL_SIGN: one other character.
 * @AMP_SQL_LINE: a line of data.
 * @AMP_SQL_BROKEN: a string or a name was left open: a line in it starts with
 *   INSERT INTO, and reading goes on behind these two words.
 *
 * What a token is.
 */
typedef enum
{
  AMP_SQL_WORD,
  AMP_SQL_NAME,
  AMP_SQL_STRING,
  AMP_SQL_SIGN,
  AMP_SQL_LINE,
  AMP_SQL_BROKEN,
} AmpSqlTokenKind;

/**
 * AmpSqlToken:
 * @kind: what it is.
 * @bytes: (array length=length): its text, valid during the callback; a NUL byte
 *   follows that is not counted.
 * @length: its size in bytes; what is above %AMP_ROW_MAX_LINE_BYTES is cut.
 * @is_cut: whether it was.
 * @is_first: whether it starts where a line does, as statements do in a dump.
 * @line: the physical line where it starts, from 1.
 *
 * A token.
 */
typedef struct
{
  AmpSqlTokenKind kind;
  const char     *bytes;
  gsize           length;
  gboolean        is_cut;
  gboolean        is_first;
  gint64          line;
} AmpSqlToken;

typedef void (*AmpSqlTokenFunc) (const AmpSqlToken *token, gpointer data);

typedef struct _AmpSqlLexer AmpSqlLexer;

/**
 * amp_sql_lexer_new:
 * @has_escapes: whether a backslash escapes in every string (MySQL), not only in E''.
 * @func: called for each token.
 * @data: given to @func.
 *
 * Returns: (transfer full): a lexer at the start of a text.
 */
AmpSqlLexer *amp_sql_lexer_new (gboolean has_escapes, AmpSqlTokenFunc func, gpointer data);

void amp_sql_lexer_free (AmpSqlLexer *lexer);

/**
 * amp_sql_lexer_feed:
 * @lexer: a lexer.
 * @bytes: (array length=length): the next bytes, cut anywhere.
 * @length: their number.
 *
 * Time is linear in @length.
 */
void amp_sql_lexer_feed (AmpSqlLexer *lexer, const guint8 *bytes, gsize length);

/**
 * amp_sql_lexer_finish:
 * @lexer: a lexer.
 *
 * Ends what the end of the text ends.
 *
 * Returns: whether a string or a name was open, of which no token came.
 */
gboolean amp_sql_lexer_finish (AmpSqlLexer *lexer);

/**
 * amp_sql_lexer_set_in_values:
 * @lexer: a lexer.
 * @in_values: whether values are read, where `[` opens no name and `#` no comment.
 */
void amp_sql_lexer_set_in_values (AmpSqlLexer *lexer, gboolean in_values);

/**
 * amp_sql_lexer_set_lines:
 * @lexer: a lexer.
 * @lines: whether to give lines, from the next one on, until this is taken back.
 */
void amp_sql_lexer_set_lines (AmpSqlLexer *lexer, gboolean lines);

/**
 * amp_sql_lexer_is_at_line_start:
 * @lexer: a lexer.
 *
 * Returns: whether a line ended for certain, and no token or comment is open.
 */
gboolean amp_sql_lexer_is_at_line_start (AmpSqlLexer *lexer);

/**
 * amp_sql_lexer_get_lines:
 * @lexer: a lexer.
 *
 * Returns: the lines that ended.
 */
gint64 amp_sql_lexer_get_lines (AmpSqlLexer *lexer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpSqlLexer, amp_sql_lexer_free)

G_END_DECLS
