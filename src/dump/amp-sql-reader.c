/* Owns the state between two tokens: which statement is open. A row's values
 * belong to amp-sql-values.c. */
#include "amp-sql-reader.h"
#include "amp-sql-token.h"
#include "amp-sql-values.h"

#include <string.h>

#define MAX_COLUMNS 10000
#define MAX_NAME 256

typedef enum
{
  START,
  SKIP,        /* to the next semicolon */
  INSERT_NAME, /* INSERT, COPY: the table's name */
  COLUMNS,
  BEFORE_VALUES,
  VALUES,
  ROW,
  COPY_END, /* FROM stdin …; */
  COPY_LINES,
  CREATE, /* CREATE: is it a table? */
  CREATE_NAME,
  CREATE_COLUMN, /* a column's name comes */
  CREATE_TYPE,   /* what follows it, up to a comma */
} State;

struct _AmpSqlReader
{
  const AmpSqlEvents *events;
  gpointer            data;

  State    state;
  gboolean is_copy;
  gboolean has_columns;
  gboolean is_wanted;
  gint64   statement_line;
  gint64   row_line;
  guint    depth; /* of parentheses, in a row or in CREATE TABLE */

  /* Owned */
  AmpSqlLexer  *lexer;
  GString      *table;
  GPtrArray    *columns;
  AmpSqlValues *values; /* of the row */
};

static void on_token (const AmpSqlToken *token, gpointer data);

AmpSqlReader *
amp_sql_reader_new (gboolean has_escapes, guint max_values, const AmpSqlEvents *events, gpointer data)
{
  AmpSqlReader *reader = g_new0 (AmpSqlReader, 1);

  reader->events = events;
  reader->data = data;
  reader->lexer = amp_sql_lexer_new (has_escapes, on_token, reader);
  reader->table = g_string_new (NULL);
  reader->columns = g_ptr_array_new_with_free_func (g_free);
  reader->values = amp_sql_values_new (max_values);
  return reader;
}

void
amp_sql_reader_free (AmpSqlReader *reader)
{
  if (!reader)
    return;
  amp_sql_lexer_free (reader->lexer);
  g_string_free (reader->table, TRUE);
  g_ptr_array_unref (reader->columns);
  amp_sql_values_free (reader->values);
  g_free (reader);
}

static void
go_to (AmpSqlReader *reader, State state)
{
  reader->state = state;
  amp_sql_lexer_set_in_values (reader->lexer, state == ROW || state == VALUES);
}

/* The last part of a name of several: without database and schema. */
static void
set_table (AmpSqlReader *reader, const AmpSqlToken *token)
{
  const char *dot = token->kind == AMP_SQL_WORD ? strrchr (token->bytes, '.') : NULL;

  g_string_assign (reader->table, dot ? dot + 1 : token->bytes);
  g_string_truncate (reader->table, MIN (reader->table->len, MAX_NAME));
}

static void
add_column (AmpSqlReader *reader, const AmpSqlToken *token)
{
  if (reader->columns->len < MAX_COLUMNS)
    g_ptr_array_add (reader->columns, g_strndup (token->bytes, MIN (token->length, MAX_NAME)));
}

static void
begin_statement (AmpSqlReader *reader, State state, gint64 line)
{
  reader->statement_line = line;
  reader->is_copy = FALSE;
  reader->has_columns = FALSE;
  reader->depth = 0;
  g_ptr_array_set_size (reader->columns, 0);
  g_string_truncate (reader->table, 0);
  go_to (reader, state);
}

static gboolean
ask_for_rows (AmpSqlReader *reader)
{
  reader->is_wanted = reader->events->on_insert (reader->table->str, reader->has_columns ? reader->columns : NULL, reader->statement_line, reader->data);
  return reader->is_wanted;
}

static void
begin_row (AmpSqlReader *reader, gint64 line)
{
  reader->row_line = line;
  reader->depth = 0;
  amp_sql_values_begin (reader->values);
}

static void
end_row (AmpSqlReader *reader, AmpRowFault fault)
{
  const AmpValue *values;
  guint           n_values;

  if (!reader->is_wanted)
    return;
  values = amp_sql_values_get (reader->values, &n_values);
  if (amp_sql_values_is_too_large (reader->values))
    fault = AMP_ROW_FAULT_TOO_LARGE;
  reader->events->on_row (values, n_values, reader->row_line, fault, reader->data);
}

static void
read_row (AmpSqlReader *reader, const AmpSqlToken *token)
{
  if (amp_sql_token_is_sign (token, '('))
    reader->depth++;
  else if (amp_sql_token_is_sign (token, ')') && reader->depth > 0)
    reader->depth--;
  else if (amp_sql_token_is_sign (token, ')'))
    {
      amp_sql_values_end_value (reader->values);
      end_row (reader, AMP_ROW_FAULT_NONE);
      go_to (reader, VALUES);
    }
  else if (amp_sql_token_is_sign (token, ',') && reader->depth == 0)
    amp_sql_values_end_value (reader->values);
  else if (amp_sql_token_is_sign (token, ';') && reader->depth == 0)
    {
      end_row (reader, AMP_ROW_FAULT_BROKEN_SYNTAX);
      go_to (reader, START);
    }
  else if (token->kind != AMP_SQL_SIGN && reader->is_wanted)
    amp_sql_values_add_token (reader->values, token);
}

/* Between rows. Some dumps end no statement with a semicolon. */
static void
read_values (AmpSqlReader *reader, const AmpSqlToken *token)
{
  if (amp_sql_token_is_sign (token, '('))
    {
      begin_row (reader, token->line);
      go_to (reader, ROW);
    }
  else if (amp_sql_token_is_sign (token, ';') || amp_sql_token_is_word (token, "go"))
    go_to (reader, START);
  else if (amp_sql_token_begins_insert (token))
    begin_statement (reader, INSERT_NAME, token->line);
  else if (!amp_sql_token_is_sign (token, ','))
    go_to (reader, SKIP);
}

static void
read_start (AmpSqlReader *reader, const AmpSqlToken *token)
{
  if (amp_sql_token_begins_insert (token))
    begin_statement (reader, INSERT_NAME, token->line);
  else if (amp_sql_token_is_word (token, "copy"))
    {
      begin_statement (reader, INSERT_NAME, token->line);
      reader->is_copy = TRUE;
    }
  else if (amp_sql_token_is_word (token, "create"))
    begin_statement (reader, CREATE, token->line);
  else if (!amp_sql_token_is_sign (token, ';') && !amp_sql_token_is_word (token, "go"))
    go_to (reader, SKIP);
}

/* The schema before a name and its dot may be tokens of their own. */
static void
read_insert_name (AmpSqlReader *reader, const AmpSqlToken *token)
{
  if (amp_sql_token_is_before_name (token))
    return;
  if (!amp_sql_token_is_name (token))
    {
      go_to (reader, amp_sql_token_is_sign (token, ';') ? START : SKIP);
      return;
    }
  set_table (reader, token);
  if (reader->table->len > 0)
    go_to (reader, BEFORE_VALUES);
  else
    go_to (reader, INSERT_NAME);
}

static void
read_before_values (AmpSqlReader *reader, const AmpSqlToken *token)
{
  if (amp_sql_token_is_sign (token, '(') && !reader->has_columns && reader->table->len > 0)
    {
      reader->has_columns = TRUE;
      go_to (reader, COLUMNS);
    }
  else if (amp_sql_token_is_word (token, "values") || amp_sql_token_is_word (token, "value"))
    {
      ask_for_rows (reader);
      go_to (reader, VALUES);
    }
  else if (reader->is_copy && amp_sql_token_is_word (token, "from"))
    go_to (reader, COPY_END);
  else if (amp_sql_token_is_sign (token, ';'))
    go_to (reader, START);
  else if (token->kind == AMP_SQL_WORD && token->bytes[0] == '.')
    read_insert_name (reader, token);
  else if (reader->has_columns || !amp_sql_token_is_name (token) || amp_sql_token_is_word (token, "select") || amp_sql_token_is_word (token, "set"))
    go_to (reader, SKIP);
}

static void
read_columns (AmpSqlReader *reader, const AmpSqlToken *token)
{
  if (amp_sql_token_is_name (token))
    add_column (reader, token);
  else if (amp_sql_token_is_sign (token, ')'))
    go_to (reader, BEFORE_VALUES);
  else if (amp_sql_token_is_sign (token, ';'))
    go_to (reader, START);
}

static void
read_copy_end (AmpSqlReader *reader, const AmpSqlToken *token)
{
  if (amp_sql_token_is_sign (token, ';'))
    {
      ask_for_rows (reader);
      go_to (reader, COPY_LINES);
      amp_sql_lexer_set_lines (reader->lexer, TRUE);
    }
  else if (token->kind == AMP_SQL_STRING)
    go_to (reader, SKIP);
}

static void
read_create (AmpSqlReader *reader, const AmpSqlToken *token)
{
  if (amp_sql_token_is_word (token, "table"))
    go_to (reader, CREATE_NAME);
  else if (amp_sql_token_is_sign (token, ';') || !amp_sql_token_is_name (token))
    go_to (reader, amp_sql_token_is_sign (token, ';') ? START : SKIP);
}

static void
read_create_name (AmpSqlReader *reader, const AmpSqlToken *token)
{
  if (amp_sql_token_is_sign (token, '('))
    go_to (reader, CREATE_COLUMN);
  else if (amp_sql_token_is_sign (token, ';'))
    go_to (reader, START);
  else if (amp_sql_token_is_name (token) && !amp_sql_token_is_word (token, "if") && !amp_sql_token_is_word (token, "not") && !amp_sql_token_is_word (token, "exists"))
    set_table (reader, token);
}

static void
read_create_columns (AmpSqlReader *reader, const AmpSqlToken *token)
{
  if (amp_sql_token_is_sign (token, ';'))
    go_to (reader, START);
  else if (amp_sql_token_is_sign (token, '('))
    reader->depth++;
  else if (amp_sql_token_is_sign (token, ')') && reader->depth > 0)
    reader->depth--;
  else if (amp_sql_token_is_sign (token, ')'))
    {
      reader->events->on_create (reader->table->str, reader->columns, reader->data);
      go_to (reader, SKIP);
    }
  else if (amp_sql_token_is_sign (token, ',') && reader->depth == 0)
    go_to (reader, CREATE_COLUMN);
  else if (reader->state == CREATE_COLUMN)
    {
      if (amp_sql_token_is_name (token) && !amp_sql_token_is_constraint (token))
        add_column (reader, token);
      go_to (reader, CREATE_TYPE);
    }
}

static void
read_copy_line (AmpSqlReader *reader, const AmpSqlToken *token)
{
  if (token->kind != AMP_SQL_LINE)
    return;
  if (token->length == 2 && memcmp (token->bytes, "\\.", 2) == 0)
    {
      amp_sql_lexer_set_lines (reader->lexer, FALSE);
      go_to (reader, START);
      return;
    }
  if (!reader->is_wanted)
    return;
  begin_row (reader, token->line);
  amp_sql_values_add_line (reader->values, token);
  end_row (reader, AMP_ROW_FAULT_NONE);
}

/* A statement starts, whatever was open. */
static void
begin_anew (AmpSqlReader *reader, gint64 line)
{
  if (reader->state == ROW)
    end_row (reader, AMP_ROW_FAULT_BROKEN_SYNTAX);
  begin_statement (reader, INSERT_NAME, line);
}

/* A token that is wanted by none, up to the statement's end. */
static void
read_skipped (AmpSqlReader *reader, const AmpSqlToken *token)
{
  if (amp_sql_token_is_sign (token, ';') || amp_sql_token_is_word (token, "go"))
    go_to (reader, START);
}

/* What reads a token in each state. */
static void (*const READERS[]) (AmpSqlReader *, const AmpSqlToken *) = {
  [START] = read_start,
  [SKIP] = read_skipped,
  [INSERT_NAME] = read_insert_name,
  [COLUMNS] = read_columns,
  [BEFORE_VALUES] = read_before_values,
  [VALUES] = read_values,
  [ROW] = read_row,
  [COPY_END] = read_copy_end,
  [COPY_LINES] = read_copy_line,
  [CREATE] = read_create,
  [CREATE_NAME] = read_create_name,
  [CREATE_COLUMN] = read_create_columns,
  [CREATE_TYPE] = read_create_columns,
};

static void
on_token (const AmpSqlToken *token, gpointer data)
{
  AmpSqlReader *reader = data;

  if (token->kind == AMP_SQL_BROKEN || (token->is_first && amp_sql_token_begins_insert (token) && reader->state != COPY_LINES))
    begin_anew (reader, token->line);
  else
    READERS[reader->state](reader, token);
}

void
amp_sql_reader_feed (AmpSqlReader *reader, const guint8 *bytes, gsize length)
{
  g_return_if_fail (reader != NULL);
  amp_sql_lexer_feed (reader->lexer, bytes, length);
}

void
amp_sql_reader_finish (AmpSqlReader *reader)
{
  g_return_if_fail (reader != NULL);

  amp_sql_lexer_finish (reader->lexer);
  if (reader->state == ROW)
    end_row (reader, AMP_ROW_FAULT_BROKEN_SYNTAX);
  reader->state = START;
}

gboolean
amp_sql_reader_is_between (AmpSqlReader *reader)
{
  g_return_val_if_fail (reader != NULL, FALSE);
  return reader->state == START && amp_sql_lexer_is_at_line_start (reader->lexer);
}

gint64
amp_sql_reader_get_lines (AmpSqlReader *reader)
{
  g_return_val_if_fail (reader != NULL, 0);
  return amp_sql_lexer_get_lines (reader->lexer);
}
