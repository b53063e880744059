/* JSON Lines. Owns the way from objects to rows: which key is which field, and what
 * becomes of keys that no field has. Every line is read by itself, so that a broken one
 * spoils no other. */
#include "amp-json-scanner.h"
#include "amp-line-joiner.h"
#include "amp-row-judge.h"
#include "amp-row-shape.h"

#include <string.h>

typedef struct
{
  guint       n_fields;
  guint       n_extra; /* values of keys without a field, behind the fields */
  guint       max_extra;
  guint       expected; /* the field that the next key most likely is */
  guint64     row;      /* counts objects, to tell the values of this one */
  gboolean    has_overflow;
  const char *empty;

  /* Owned */
  char          **names;
  gsize          *name_lengths;
  GHashTable     *fields; /* name → position + 1 */
  AmpValue       *values;
  guint64        *seen; /* the row in which a field was filled last */
  AmpJsonScanner *scanner;
  AmpLineJoiner  *joiner;

  /* Borrowed during a call */
  AmpRowFunc func;
  gpointer   data;
} JsonRows;

static gpointer
create (const AmpDialect *dialect, const char *const *headers, gboolean at_file_start)
{
  JsonRows *rows = g_new0 (JsonRows, 1);

  rows->n_fields = dialect->n_fields;
  rows->max_extra = 3 * dialect->n_fields + 1000;
  rows->empty = "";
  rows->names = g_new0 (char *, dialect->n_fields + 1);
  rows->name_lengths = g_new (gsize, dialect->n_fields);
  rows->fields = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < dialect->n_fields; i++)
    {
      rows->names[i] = g_strdup (headers[i]);
      rows->name_lengths[i] = strlen (headers[i]);
      g_hash_table_insert (rows->fields, rows->names[i], GUINT_TO_POINTER (i + 1));
    }
  rows->values = g_new (AmpValue, rows->n_fields + rows->max_extra);
  rows->seen = g_new0 (guint64, dialect->n_fields);
  rows->scanner = amp_json_scanner_new ();
  rows->joiner = amp_line_joiner_new (dialect->line_end == AMP_LINE_END_CR);
  return rows;
}

static void
free_rows (gpointer data)
{
  JsonRows *rows = data;

  g_hash_table_unref (rows->fields);
  g_strfreev (rows->names);
  g_free (rows->name_lengths);
  g_free (rows->values);
  g_free (rows->seen);
  amp_json_scanner_free (rows->scanner);
  amp_line_joiner_free (rows->joiner);
  g_free (rows);
}

/* Most objects have their keys in the same order. */
static gboolean
find_field (JsonRows *rows, const char *path, gsize length, guint *field)
{
  guint found;

  *field = rows->expected;
  if (rows->expected < rows->n_fields && rows->name_lengths[rows->expected] == length &&
      memcmp (rows->names[rows->expected], path, length) == 0)
    return TRUE;
  found = GPOINTER_TO_UINT (g_hash_table_lookup (rows->fields, path));
  *field = found - 1;
  return found > 0;
}

static void
add_extra (JsonRows *rows, const char *bytes, gsize length)
{
  if (length == 0)
    return;
  if (rows->n_extra == rows->max_extra)
    rows->has_overflow = TRUE;
  else
    rows->values[rows->n_fields + rows->n_extra++] = (AmpValue){ bytes, (guint32) length };
}

static void
on_value (const char *path, gsize path_length, const char *bytes, gsize length, gpointer data)
{
  JsonRows *rows = data;
  guint     field;

  if (!find_field (rows, path, path_length, &field) || rows->seen[field] == rows->row)
    {
      add_extra (rows, bytes, length);
      return;
    }
  rows->expected = field + 1;
  rows->seen[field] = rows->row;
  rows->values[field] = (AmpValue){ bytes, (guint32) length };
}

static AmpRowFault
name_fault (JsonRows *rows, AmpRowFault fault)
{
  if (rows->has_overflow)
    return AMP_ROW_FAULT_TOO_LARGE;
  if (fault == AMP_ROW_FAULT_NONE && rows->n_extra > 0)
    return AMP_ROW_FAULT_TOO_LONG;
  return fault;
}

static void
emit (JsonRows *rows, gint64 line, AmpRowFault fault)
{
  AmpRow row = { .line = line, .n_values = rows->n_fields + rows->n_extra, .values = rows->values };

  row.kind = amp_row_judge_is_empty (row.n_values, row.values) ? AMP_ROW_EMPTY : AMP_ROW_DATA;
  if (row.kind == AMP_ROW_DATA)
    row.fault = name_fault (rows, fault);
  rows->func (&row, rows->data);
}

static void
begin (JsonRows *rows)
{
  rows->row++;
  rows->n_extra = 0;
  rows->expected = 0;
  rows->has_overflow = FALSE;
  for (guint i = 0; i < rows->n_fields; i++)
    rows->values[i] = (AmpValue){ rows->empty, 0 };
}

/* What cannot be read is a value behind the fields: it is counted, and seen as there. */
static gboolean
read_object (JsonRows *rows, const AmpLine *line, gint64 number)
{
  AmpRowFault fault = AMP_ROW_FAULT_NONE;
  gboolean    is_whole;

  begin (rows);
  is_whole = amp_json_scanner_read_object (rows->scanner, on_value, rows);
  if (!is_whole)
    {
      gsize       length;
      const char *rest = amp_json_scanner_get_rest (rows->scanner, &length);

      add_extra (rows, rest, MIN (length, AMP_ROW_MAX_LINE_BYTES));
      fault = line->length > AMP_ROW_MAX_LINE_BYTES ? AMP_ROW_FAULT_TOO_LARGE : AMP_ROW_FAULT_BROKEN_SYNTAX;
    }
  else if (memchr (line->bytes, 0, line->length))
    fault = AMP_ROW_FAULT_NUL_BYTE;
  emit (rows, number, fault);
  return is_whole;
}

/* A line too long is read as far as it is kept: its last object is cut, or missing. */
static void
on_line (const AmpLine *line, gint64 number, gpointer data)
{
  JsonRows *rows = data;
  gboolean  is_whole;

  amp_json_scanner_set_line (rows->scanner, line->bytes, line->length);
  if (!amp_json_scanner_has_more (rows->scanner))
    {
      begin (rows);
      emit (rows, number, AMP_ROW_FAULT_NONE);
      return;
    }
  do
    is_whole = read_object (rows, line, number);
  while (is_whole && amp_json_scanner_has_more (rows->scanner));
  if (is_whole && line->length > AMP_ROW_MAX_LINE_BYTES)
    {
      begin (rows);
      add_extra (rows, "{", 1);
      emit (rows, number, AMP_ROW_FAULT_TOO_LARGE);
    }
}

static void
feed (gpointer data, const guint8 *bytes, gsize length, AmpRowFunc func, gpointer func_data)
{
  JsonRows *rows = data;

  rows->func = func;
  rows->data = func_data;
  amp_line_joiner_feed (rows->joiner, bytes, length, on_line, rows);
}

static void
finish (gpointer data, AmpRowFunc func, gpointer func_data)
{
  JsonRows *rows = data;

  rows->func = func;
  rows->data = func_data;
  amp_line_joiner_finish (rows->joiner, on_line, rows);
}

static gboolean
is_at_row_start (gpointer data)
{
  return amp_line_joiner_is_at_line_start (((JsonRows *) data)->joiner);
}

static gint64
get_lines (gpointer data)
{
  return amp_line_joiner_get_lines (((JsonRows *) data)->joiner);
}

const AmpRowShape amp_json_rows = { create, free_rows, feed, finish, is_at_row_start, get_lines };
