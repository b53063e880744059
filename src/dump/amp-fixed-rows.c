/* Text in fixed columns. Owns the cutting of lines; a value that reaches over the start
 * of the next field is a fault, and both are cut there. */
#include "amp-fixed-guess.h"
#include "amp-line-joiner.h"
#include "amp-row-judge.h"
#include "amp-row-shape.h"

#include <string.h>

typedef struct
{
  AmpDialect dialect;
  gboolean   is_header_due;

  /* Owned */
  AmpValue      *values;
  AmpRowJudge   *judge;
  AmpLineJoiner *joiner;

  /* Borrowed during a call */
  AmpRowFunc func;
  gpointer   data;
} FixedRows;

static gpointer
create (const AmpDialect *dialect, const char *const *headers, gboolean at_file_start)
{
  FixedRows *rows = g_new0 (FixedRows, 1);

  rows->dialect = *dialect;
  rows->is_header_due = at_file_start && dialect->has_header;
  rows->values = g_new0 (AmpValue, dialect->n_fields);
  rows->judge = amp_row_judge_new (dialect, headers);
  rows->joiner = amp_line_joiner_new (dialect->line_end == AMP_LINE_END_CR);
  return rows;
}

static void
free_rows (gpointer data)
{
  FixedRows *rows = data;

  g_free (rows->values);
  amp_row_judge_free (rows->judge);
  amp_line_joiner_free (rows->joiner);
  g_free (rows);
}

static AmpValue
trim (const guint8 *start, const guint8 *end)
{
  while (start < end && *start == ' ')
    start++;
  while (end > start && end[-1] == ' ')
    end--;
  return (AmpValue){ (const char *) start, (guint32) (end - start) };
}

/* Returns whether no value reaches over a start. */
static gboolean
cut (FixedRows *rows, const guint8 *bytes, gsize length)
{
  gsize    start = 0;
  guint    column = 0;
  gboolean is_clean = TRUE;

  for (guint i = 0; i < rows->dialect.n_fields; i++)
    {
      gboolean is_last = i + 1 == rows->dialect.n_fields;
      gsize    end = is_last ? length : amp_fixed_guess_find (&rows->dialect, bytes, length, start, &column, rows->dialect.columns[i + 1]);

      if (end > 0 && end < length && bytes[end - 1] != ' ' && bytes[end] != ' ')
        is_clean = FALSE;
      rows->values[i] = trim (bytes + start, bytes + end);
      start = end;
    }
  return is_clean;
}

static AmpRowKind
name_row (FixedRows *rows, const AmpLine *line)
{
  if (amp_row_judge_is_empty (rows->dialect.n_fields, rows->values) || amp_fixed_guess_is_rule (line->bytes, line->length))
    return AMP_ROW_EMPTY;
  if (rows->is_header_due)
    {
      rows->is_header_due = FALSE;
      return AMP_ROW_HEADER;
    }
  return amp_row_judge_is_header (rows->judge, rows->dialect.n_fields, rows->values) ? AMP_ROW_HEADER : AMP_ROW_DATA;
}

static void
on_line (const AmpLine *line, gint64 number, gpointer data)
{
  FixedRows *rows = data;
  gsize      length = MIN (line->length, AMP_ROW_MAX_LINE_BYTES);
  gboolean   is_clean = cut (rows, line->bytes, length);
  AmpRow     row = { .line = number, .n_values = rows->dialect.n_fields, .values = rows->values };

  row.kind = name_row (rows, line);
  if (row.kind != AMP_ROW_DATA)
    row.fault = AMP_ROW_FAULT_NONE;
  else if (line->length > length)
    row.fault = AMP_ROW_FAULT_TOO_LARGE;
  else if (!is_clean)
    row.fault = AMP_ROW_FAULT_BROKEN_SYNTAX;
  else if (length > 0 && memchr (line->bytes, 0, length))
    row.fault = AMP_ROW_FAULT_NUL_BYTE;
  rows->func (&row, rows->data);
}

static void
feed (gpointer data, const guint8 *bytes, gsize length, AmpRowFunc func, gpointer func_data)
{
  FixedRows *rows = data;

  rows->func = func;
  rows->data = func_data;
  amp_line_joiner_feed (rows->joiner, bytes, length, on_line, rows);
}

static void
finish (gpointer data, AmpRowFunc func, gpointer func_data)
{
  FixedRows *rows = data;

  rows->func = func;
  rows->data = func_data;
  amp_line_joiner_finish (rows->joiner, on_line, rows);
}

static gboolean
is_at_row_start (gpointer data)
{
  FixedRows *rows = data;

  return !rows->is_header_due && amp_line_joiner_is_at_line_start (rows->joiner);
}

static gint64
get_lines (gpointer data)
{
  return amp_line_joiner_get_lines (((FixedRows *) data)->joiner);
}

const AmpRowShape amp_fixed_rows = { create, free_rows, feed, finish, is_at_row_start, get_lines };
