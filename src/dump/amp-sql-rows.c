/* SQL dumps. Owns the way from one table's rows to fields: an INSERT may name its columns
 * in any order. A statement that fills another table is one row without values and with
 * a fault, so that it is counted and listed, and no person is made of it. */
#include "amp-row-judge.h"
#include "amp-row-shape.h"
#include "amp-sql-reader.h"

#include <string.h>

typedef struct
{
  AmpDialect dialect;
  guint      max_values;
  guint      n_listed; /* columns that the statement names; 0: all of the table's */
  guint      n_extra;

  /* Owned */
  GHashTable   *fields; /* name → position + 1 */
  char        **names;
  GString      *scratch;
  GArray       *places; /* guint: each listed column's field + 1, or 0 */
  AmpValue     *values;
  AmpSqlReader *reader;

  /* Borrowed during a call */
  AmpRowFunc func;
  gpointer   data;
} SqlRows;

static void
on_create (const char *table, GPtrArray *columns, gpointer data)
{
}

static void
set_aside (SqlRows *rows, gint64 line)
{
  AmpRow row = { .kind = AMP_ROW_DATA, .fault = AMP_ROW_FAULT_OTHER_TABLE, .line = line, .values = rows->values };

  rows->func (&row, rows->data);
}

static gboolean
on_insert (const char *table, GPtrArray *columns, gint64 line, gpointer data)
{
  SqlRows *rows = data;

  if (strcmp (table, rows->dialect.table) != 0)
    {
      set_aside (rows, line);
      return FALSE;
    }
  rows->n_listed = columns ? columns->len : 0;
  g_array_set_size (rows->places, 0);
  for (guint i = 0; i < rows->n_listed; i++)
    {
      const char *name = g_ptr_array_index (columns, i);
      guint       place;

      g_string_truncate (rows->scratch, 0);
      amp_encoding_decode (rows->dialect.encoding, name, strlen (name), rows->scratch);
      place = GPOINTER_TO_UINT (g_hash_table_lookup (rows->fields, rows->scratch->str));
      g_array_append_val (rows->places, place);
    }
  return TRUE;
}

static void
place_value (SqlRows *rows, guint place, const AmpValue *value)
{
  if (place > 0)
    rows->values[place - 1] = *value;
  else if (value->length > 0)
    rows->values[rows->dialect.n_fields + rows->n_extra++] = *value;
}

/* Values of columns that the table has not got, or not in the sample, go behind. */
static void
place_values (SqlRows *rows, const AmpValue *values, guint n_values)
{
  const AmpValue empty = { "", 0 };

  rows->n_extra = 0;
  for (guint i = 0; i < rows->dialect.n_fields; i++)
    rows->values[i] = empty;
  for (guint i = 0; i < n_values; i++)
    {
      guint place = i < rows->dialect.n_fields ? i + 1 : 0;

      if (rows->n_listed > 0)
        place = i < rows->n_listed ? g_array_index (rows->places, guint, i) : 0;
      place_value (rows, place, &values[i]);
    }
}

static gboolean
has_nul (const AmpValue *values, guint n_values)
{
  for (guint i = 0; i < n_values; i++)
    if (values[i].length > 0 && memchr (values[i].bytes, 0, values[i].length))
      return TRUE;
  return FALSE;
}

static AmpRowFault
name_fault (SqlRows *rows, guint n_values, AmpRowFault fault)
{
  guint n_expected = rows->n_listed > 0 ? rows->n_listed : rows->dialect.n_fields;

  if (fault != AMP_ROW_FAULT_NONE)
    return fault;
  if (has_nul (rows->values, rows->dialect.n_fields))
    return AMP_ROW_FAULT_NUL_BYTE;
  if (n_values < n_expected)
    return AMP_ROW_FAULT_TOO_SHORT;
  return n_values > n_expected || rows->n_extra > 0 ? AMP_ROW_FAULT_TOO_LONG : AMP_ROW_FAULT_NONE;
}

static void
on_row (const AmpValue *values, guint n_values, gint64 line, AmpRowFault fault, gpointer data)
{
  SqlRows *rows = data;
  AmpRow   row = { .line = line };

  place_values (rows, values, n_values);
  row.n_values = rows->dialect.n_fields + rows->n_extra;
  row.values = rows->values;
  row.kind = amp_row_judge_is_empty (row.n_values, row.values) ? AMP_ROW_EMPTY : AMP_ROW_DATA;
  if (row.kind == AMP_ROW_DATA)
    row.fault = name_fault (rows, n_values, fault);
  rows->func (&row, rows->data);
}

static gpointer
create (const AmpDialect *dialect, const char *const *headers, gboolean at_file_start)
{
  static const AmpSqlEvents events = { on_create, on_insert, on_row };
  SqlRows                  *rows = g_new0 (SqlRows, 1);

  rows->dialect = *dialect;
  rows->max_values = 4 * dialect->n_fields + 1000;
  rows->fields = g_hash_table_new (g_str_hash, g_str_equal);
  rows->names = g_new0 (char *, dialect->n_fields + 1);
  for (guint i = 0; i < dialect->n_fields; i++)
    {
      rows->names[i] = g_strdup (headers[i]);
      g_hash_table_insert (rows->fields, rows->names[i], GUINT_TO_POINTER (i + 1));
    }
  rows->scratch = g_string_new (NULL);
  rows->places = g_array_new (FALSE, FALSE, sizeof (guint));
  rows->values = g_new (AmpValue, dialect->n_fields + rows->max_values);
  rows->reader = amp_sql_reader_new (dialect->escape != 0, rows->max_values, &events, rows);
  return rows;
}

static void
free_rows (gpointer data)
{
  SqlRows *rows = data;

  amp_sql_reader_free (rows->reader);
  g_hash_table_unref (rows->fields);
  g_strfreev (rows->names);
  g_string_free (rows->scratch, TRUE);
  g_array_unref (rows->places);
  g_free (rows->values);
  g_free (rows);
}

static void
feed (gpointer data, const guint8 *bytes, gsize length, AmpRowFunc func, gpointer func_data)
{
  SqlRows *rows = data;

  rows->func = func;
  rows->data = func_data;
  amp_sql_reader_feed (rows->reader, bytes, length);
}

static void
finish (gpointer data, AmpRowFunc func, gpointer func_data)
{
  SqlRows *rows = data;

  rows->func = func;
  rows->data = func_data;
  amp_sql_reader_finish (rows->reader);
}

static gboolean
is_at_row_start (gpointer data)
{
  return amp_sql_reader_is_between (((SqlRows *) data)->reader);
}

static gint64
get_lines (gpointer data)
{
  return amp_sql_reader_get_lines (((SqlRows *) data)->reader);
}

const AmpRowShape amp_sql_rows = { create, free_rows, feed, finish, is_at_row_start, get_lines };
