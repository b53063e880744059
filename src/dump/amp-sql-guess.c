/* Owns the tally of tables. It knows statements, not fields. */
#include "amp-sql-guess.h"
#include "amp-sql-reader.h"

#include <string.h>

#define MAX_VALUES 10000
#define MAX_TABLES 10000

typedef struct
{
  char   **columns; /* of INSERT or COPY, else of CREATE TABLE, else NULL */
  gboolean is_from_insert;
  guint    n_values; /* of its first row */
  guint64  bytes;
  guint    number; /* in the order of their first use */
} Table;

struct _AmpSqlGuess
{
  gboolean    has_escapes;
  Table      *current; /* borrowed */
  GHashTable *tables;  /* owned: name → Table */
};

gboolean
amp_sql_guess_looks_like_sql (const guint8 *bytes, gsize length)
{
  static const char *const starts[] = {
    "--",
    "/*",
    "# ",
    "insert ",
    "replace ",
    "copy ",
    "create ",
    "drop ",
    "set ",
    "begin",
    "start transaction",
    "use ",
    "lock ",
    "alter ",
    "pragma ",
    "select pg_catalog",
    "truncate ",
    "delete from ",
    "go\n",
    "go\r",
  };
  gsize start = 0;

  while (start < length && g_ascii_isspace (bytes[start]))
    start++;
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (length - start > strlen (starts[i]) && g_ascii_strncasecmp ((const char *) bytes + start, starts[i], strlen (starts[i])) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
contains (const guint8 *bytes, gsize length, const char *text)
{
  return memmem (bytes, length, text, strlen (text)) != NULL;
}

gboolean
amp_sql_guess_has_escapes (const guint8 *bytes, gsize length)
{
  if (contains (bytes, length, "standard_conforming_strings") || contains (bytes, length, "PostgreSQL database dump"))
    return FALSE;
  return contains (bytes, length, "`") || contains (bytes, length, "\\'");
}

static void
free_table (gpointer data)
{
  Table *table = data;

  g_strfreev (table->columns);
  g_free (table);
}

AmpSqlGuess *
amp_sql_guess_new (gboolean has_escapes)
{
  AmpSqlGuess *guess = g_new0 (AmpSqlGuess, 1);

  guess->has_escapes = has_escapes;
  guess->tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_table);
  return guess;
}

void
amp_sql_guess_free (AmpSqlGuess *guess)
{
  if (!guess)
    return;
  g_hash_table_unref (guess->tables);
  g_free (guess);
}

static Table *
get_table (AmpSqlGuess *guess, const char *name)
{
  Table *table = g_hash_table_lookup (guess->tables, name);

  if (!table && g_hash_table_size (guess->tables) < MAX_TABLES)
    {
      table = g_new0 (Table, 1);
      table->number = g_hash_table_size (guess->tables);
      g_hash_table_insert (guess->tables, g_strdup (name), table);
    }
  return table;
}

static void
set_columns (Table *table, GPtrArray *columns)
{
  g_strfreev (table->columns);
  table->columns = g_new0 (char *, columns->len + 1);
  for (guint i = 0; i < columns->len; i++)
    table->columns[i] = g_strdup (g_ptr_array_index (columns, i));
}

static void
on_create (const char *name, GPtrArray *columns, gpointer data)
{
  Table *table = get_table (data, name);

  if (table && !table->columns && columns->len > 0)
    set_columns (table, columns);
}

static gboolean
on_insert (const char *name, GPtrArray *columns, gint64 line, gpointer data)
{
  AmpSqlGuess *guess = data;

  guess->current = get_table (guess, name);
  if (guess->current && columns && columns->len > 0 && !guess->current->is_from_insert)
    {
      set_columns (guess->current, columns);
      guess->current->is_from_insert = TRUE;
    }
  return guess->current != NULL;
}

static void
on_row (const AmpValue *values, guint n_values, gint64 line, AmpRowFault fault, gpointer data)
{
  Table *table = ((AmpSqlGuess *) data)->current;

  if (fault != AMP_ROW_FAULT_NONE)
    return;
  if (table->n_values == 0)
    table->n_values = n_values;
  for (guint i = 0; i < n_values; i++)
    table->bytes += values[i].length + 1;
}

void
amp_sql_guess_add (AmpSqlGuess *guess, const guint8 *bytes, gsize length)
{
  static const AmpSqlEvents events = { on_create, on_insert, on_row };
  g_autoptr (AmpSqlReader) reader = NULL;

  g_return_if_fail (guess != NULL);

  reader = amp_sql_reader_new (guess->has_escapes, MAX_VALUES, &events, guess);
  if (length > 0)
    amp_sql_reader_feed (reader, bytes, length);
}

char **
amp_sql_guess_finish (AmpSqlGuess *guess, AmpDialect *dialect)
{
  GHashTableIter iter;
  gpointer       name, value;
  const Table   *best = NULL;
  char         **columns;

  g_return_val_if_fail (guess != NULL && dialect != NULL, NULL);

  g_hash_table_iter_init (&iter, guess->tables);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      const Table *table = value;

      if (table->bytes == 0 || (best && (table->bytes < best->bytes || (table->bytes == best->bytes && table->number > best->number))))
        continue;
      best = table;
      g_strlcpy (dialect->table, name, sizeof dialect->table);
    }
  if (!best)
    return NULL;
  dialect->has_header = best->columns != NULL;
  if (best->columns)
    columns = g_strdupv (best->columns);
  else
    {
      columns = g_new0 (char *, best->n_values + 1);
      for (guint i = 0; i < best->n_values; i++)
        columns[i] = g_strdup ("");
    }
  dialect->n_fields = g_strv_length (columns);
  return columns;
}
