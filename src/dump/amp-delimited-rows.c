/* Delimited text. Owns the way from lines to rows: which lines make a row, where it starts, and what
 * happens when a quote is broken. Splitting a row belongs to amp-row-splitter.c, naming
 * it to amp-row-judge.c.
 *
 * A line that is a row goes straight from the caller's bytes. Once a row spans lines,
 * they are gathered in the window, and read from there. When the row then turns out
 * unsound, its first line alone is a row, and reading goes on at its second line,
 * still in the window: that is a restart. More than sixteen restarts that begin inside
 * one window, and all its lines are read alone, so that time stays linear.
 *
 * Invariant: nothing depends on how the bytes were cut. Every decision is taken at the
 * end of a line, from sizes that leave out the line's end, since the LF of a CR LF may
 * come with the next feed. */
#include "amp-line-scan.h"
#include "amp-row-judge.h"
#include "amp-row-shape.h"
#include "amp-row-splitter.h"
#include "amp-row-tail.h"

#include <string.h>

#define MAX_RESTARTS 16

typedef struct
{
  AmpDialect dialect;
  guint      preamble_left;
  gboolean   is_header_due;
  gboolean   is_after_return; /* the bytes fed so far end with CR */
  gint64     lines;           /* lines that ended */
  gint64     next_line;       /* the number of the line to be read next */
  gboolean   is_cut_off;      /* the file ended without a line end */

  /* The row that spans lines: all of it is in the window. */
  gboolean is_open;
  gboolean has_nul;
  gint64   row_line;
  gsize    row_start;     /* in the window */
  gsize    read_until;    /* in the window */
  gsize    restart_until; /* the end of the window that restarts are counted for */
  guint    n_restarts;

  /* Owned */
  AmpRowJudge    *judge;
  AmpRowTail     *tail;
  AmpRowSplitter *splitter;
  AmpRowSplitter *alone;
  AmpRowSplitter *plain; /* quotes mean nothing */
  GByteArray     *partial;
  GByteArray     *window;

  /* Borrowed during a call */
  AmpRowFunc func;
  gpointer   data;
} DelimitedRows;

static AmpRowSplitter *
create_splitter (const AmpDialect *dialect, char quote)
{
  return amp_row_splitter_new (dialect->delimiter, quote, dialect->escape, 4 * dialect->n_fields + 1000);
}

static gpointer
create (const AmpDialect *dialect, const char *const *headers, gboolean at_file_start)
{
  DelimitedRows *parser = g_new0 (DelimitedRows, 1);

  parser->dialect = *dialect;
  parser->preamble_left = at_file_start ? dialect->preamble_lines : 0;
  parser->is_header_due = at_file_start && dialect->has_header;
  parser->next_line = 1;
  parser->judge = amp_row_judge_new (dialect, headers);
  parser->tail = amp_row_tail_new (dialect->n_fields);
  parser->splitter = create_splitter (dialect, dialect->quote);
  parser->alone = create_splitter (dialect, dialect->quote);
  parser->plain = create_splitter (dialect, 0);
  parser->partial = g_byte_array_new ();
  parser->window = g_byte_array_new ();
  return parser;
}

static void
free_rows (gpointer rows)
{
  DelimitedRows *parser = rows;

  amp_row_judge_free (parser->judge);
  amp_row_tail_free (parser->tail);
  amp_row_splitter_free (parser->splitter);
  amp_row_splitter_free (parser->alone);
  amp_row_splitter_free (parser->plain);
  g_byte_array_unref (parser->partial);
  g_byte_array_unref (parser->window);
  g_free (parser);
}

static AmpRowKind
name_row (DelimitedRows *parser, guint n_values, const AmpValue *values)
{
  if (amp_row_judge_is_empty (n_values, values))
    return AMP_ROW_EMPTY;
  if (parser->is_header_due)
    {
      parser->is_header_due = FALSE;
      return AMP_ROW_HEADER;
    }
  return amp_row_judge_is_header (parser->judge, n_values, values) ? AMP_ROW_HEADER : AMP_ROW_DATA;
}

/* A row of the table tells that what was held before it is none of a footer. */
static void
pass_on (DelimitedRows *parser, const AmpRow *row)
{
  if (amp_row_tail_hold (parser->tail, row, !parser->is_cut_off))
    return;
  amp_row_tail_release (parser->tail, FALSE, parser->func, parser->data);
  parser->func (row, parser->data);
}

/* @fault is what the lines told; what the values tell comes after it. */
static void
emit (DelimitedRows *parser, AmpRowSplitter *splitter, gint64 line, AmpRowFault fault, gboolean has_nul)
{
  AmpRow    row = { .line = line };
  AmpValue *values = amp_row_splitter_get_values (splitter, &row.n_values);

  row.values = values;
  row.kind = name_row (parser, row.n_values, values);
  if (row.kind != AMP_ROW_DATA)
    row.fault = AMP_ROW_FAULT_NONE;
  else if (amp_row_splitter_has_overflow (splitter))
    row.fault = AMP_ROW_FAULT_TOO_LARGE;
  else if (fault != AMP_ROW_FAULT_NONE)
    row.fault = fault;
  else if (has_nul)
    row.fault = AMP_ROW_FAULT_NUL_BYTE;
  else
    row.fault = amp_row_judge_count (parser->judge, row.n_values, values);
  pass_on (parser, &row);
}

static void
emit_preamble (DelimitedRows *parser, const AmpLine *line)
{
  AmpValue value = { (const char *) line->bytes, (guint32) MIN (line->length, AMP_ROW_MAX_LINE_BYTES) };
  AmpRow   row = { .kind = AMP_ROW_PREAMBLE, .line = parser->next_line, .n_values = 1, .values = &value };

  parser->preamble_left--;
  parser->next_line++;
  parser->func (&row, parser->data);
}

static gboolean
line_has_nul (const AmpLine *line)
{
  return line->length > 0 && memchr (line->bytes, 0, line->length) != NULL;
}

static gboolean
fits (DelimitedRows *parser, AmpRowSplitter *splitter)
{
  guint     n_values;
  AmpValue *values = amp_row_splitter_get_values (splitter, &n_values);

  return amp_row_judge_count (parser->judge, n_values, values) == AMP_ROW_FAULT_NONE;
}

/* A line by itself. If a quote stays open, the delimiters after it were most likely
 * meant as such: the line is split without quotes when that gives all the fields. */
static void
read_alone (DelimitedRows *parser, const AmpLine *line, gint64 number)
{
  gsize       length = MIN (line->length, AMP_ROW_MAX_LINE_BYTES);
  AmpRowFault fault = line->length > length ? AMP_ROW_FAULT_TOO_LARGE : AMP_ROW_FAULT_NONE;
  gboolean    has_nul = line_has_nul (line);

  amp_row_splitter_begin (parser->alone);
  if (amp_row_splitter_add_last_line (parser->alone, line->bytes, length) && fault == AMP_ROW_FAULT_NONE)
    {
      fault = AMP_ROW_FAULT_BROKEN_QUOTE;
      amp_row_splitter_begin (parser->plain);
      amp_row_splitter_add_last_line (parser->plain, line->bytes, length);
      if (fits (parser, parser->plain))
        {
          amp_row_splitter_strip_quotes (parser->plain, parser->dialect.quote);
          emit (parser, parser->plain, number, fault, has_nul);
          return;
        }
    }
  emit (parser, parser->alone, number, fault, has_nul);
}

static void
close_row (DelimitedRows *parser)
{
  parser->is_open = FALSE;
  parser->row_start = parser->read_until;
  if (parser->read_until == parser->window->len)
    {
      g_byte_array_set_size (parser->window, 0);
      parser->row_start = parser->read_until = parser->restart_until = 0;
      parser->n_restarts = 0;
    }
}

/* The row that is open is unsound: its first line is a row by itself, and reading goes
 * on at its second; or, after too many restarts, all its lines are. */
static void
restart (DelimitedRows *parser)
{
  AmpLineScan scan;
  AmpLine     line;
  gint64      number = parser->row_line;
  gboolean    is_last_resort;

  if (parser->row_start >= parser->restart_until)
    {
      parser->restart_until = parser->read_until;
      parser->n_restarts = 0;
    }
  is_last_resort = ++parser->n_restarts > MAX_RESTARTS;

  amp_row_splitter_abandon (parser->splitter);
  amp_line_scan_init (&scan, parser->window->data + parser->row_start, parser->read_until - parser->row_start);
  while (amp_line_scan_next (&scan, &line))
    {
      read_alone (parser, &line, number++);
      if (!is_last_resort)
        break;
    }
  parser->next_line = number;
  parser->read_until = parser->row_start + scan.position;
  close_row (parser);
}

/* A quote that opened by mistake and closed at the start of another row's quoted value
 * may leave the right number of values by chance. It leaves a stray quote too, and a
 * line further down that is a whole row. */
static gboolean
has_swallowed_row (DelimitedRows *parser)
{
  const guint8 *start = parser->window->data + parser->row_start;
  gsize         length = parser->read_until - parser->row_start;
  AmpLineScan   scan;
  AmpLine       line;

  if (!amp_row_splitter_has_stray_quote (parser->dialect.delimiter, parser->dialect.quote, parser->dialect.escape, start, length))
    return FALSE;
  amp_line_scan_init (&scan, start, length);
  amp_line_scan_next (&scan, &line);
  while (amp_line_scan_next (&scan, &line))
    {
      amp_row_splitter_begin (parser->alone);
      if (!amp_row_splitter_add_last_line (parser->alone, line.bytes, line.length) && fits (parser, parser->alone))
        return TRUE;
    }
  return FALSE;
}

static void
end_row (DelimitedRows *parser)
{
  if (!fits (parser, parser->splitter) || has_swallowed_row (parser))
    {
      restart (parser);
      return;
    }
  emit (parser, parser->splitter, parser->row_line, AMP_ROW_FAULT_NONE, parser->has_nul);
  close_row (parser);
}

/* Reads the first line of a row. Returns whether the row is more than that line. */
static gboolean
begin_row (DelimitedRows *parser, const AmpLine *line)
{
  if (parser->preamble_left > 0)
    {
      emit_preamble (parser, line);
      return FALSE;
    }
  parser->row_line = parser->next_line++;
  if (line->length > AMP_ROW_MAX_LINE_BYTES)
    {
      read_alone (parser, line, parser->row_line);
      return FALSE;
    }
  parser->has_nul = line_has_nul (line);
  amp_row_splitter_begin (parser->splitter);
  if (!amp_row_splitter_add_line (parser->splitter, line->bytes, line->length, line->bytes + line->length, line->end_length))
    return TRUE;
  emit (parser, parser->splitter, parser->row_line, AMP_ROW_FAULT_NONE, parser->has_nul);
  return FALSE;
}

/* Reads one more line of the open row, which stands in the window. */
static void
continue_row (DelimitedRows *parser, const AmpLine *line)
{
  parser->next_line++;
  parser->read_until += line->length + line->end_length;
  if (parser->read_until - parser->row_start - line->end_length > AMP_ROW_MAX_QUOTED_BYTES)
    {
      restart (parser);
      return;
    }
  parser->has_nul = parser->has_nul || line_has_nul (line);
  if (amp_row_splitter_add_line (parser->splitter, line->bytes, line->length, line->bytes + line->length, line->end_length))
    end_row (parser);
}

/* A row begins in the window only where one was restarted. */
static void
begin_row_in_window (DelimitedRows *parser, const AmpLine *line)
{
  parser->row_start = parser->read_until;
  parser->read_until += line->length + line->end_length;
  parser->is_open = begin_row (parser, line);
  if (!parser->is_open)
    close_row (parser);
  else if (line->length > AMP_ROW_MAX_QUOTED_BYTES)
    restart (parser);
}

static void
read_window (DelimitedRows *parser)
{
  while (parser->read_until < parser->window->len)
    {
      AmpLineScan scan;
      AmpLine     line;
      gsize       expected = parser->read_until;

      /* A restart moves back or empties the window: the walk begins anew. */
      amp_line_scan_init (&scan, parser->window->data + expected, parser->window->len - expected);
      while (parser->read_until == expected && amp_line_scan_next (&scan, &line))
        {
          expected += line.length + line.end_length;
          if (parser->is_open)
            continue_row (parser, &line);
          else
            begin_row_in_window (parser, &line);
        }
    }
}

/* Rows at its start that were dealt with are dropped, or the window would grow for as
 * long as one broken row follows another. */
static void
add_to_window (DelimitedRows *parser, const AmpLine *line)
{
  gsize length = MIN (line->length, AMP_ROW_MAX_LINE_BYTES + 1);
  gsize passed = parser->row_start;

  if (passed > parser->window->len / 2)
    {
      g_byte_array_remove_range (parser->window, 0, (guint) passed);
      parser->row_start = 0;
      parser->read_until -= passed;
      parser->restart_until -= MIN (passed, parser->restart_until);
    }
  g_byte_array_append (parser->window, line->bytes, (guint) length);
  g_byte_array_append (parser->window, line->bytes + line->length, (guint) line->end_length);
}

/* A whole line with its end, from outside the window, which is read to its end. */
static void
take_line (DelimitedRows *parser, const AmpLine *line)
{
  parser->lines++;
  if (parser->is_open)
    {
      add_to_window (parser, line);
      read_window (parser);
      return;
    }
  if (!begin_row (parser, line))
    return;
  add_to_window (parser, line);
  parser->read_until = parser->window->len;
  parser->is_open = TRUE;
  if (line->length > AMP_ROW_MAX_QUOTED_BYTES)
    {
      restart (parser);
      read_window (parser);
    }
}

static void
add_to_partial (DelimitedRows *parser, const AmpLine *line)
{
  gsize room = AMP_ROW_MAX_LINE_BYTES + 1 - parser->partial->len;

  g_byte_array_append (parser->partial, line->bytes, (guint) MIN (line->length, room));
}

/* The rest of the partial line; its end goes with it, for whoever looks behind it. */
static void
take_partial (DelimitedRows *parser, const AmpLine *rest)
{
  AmpLine line;

  add_to_partial (parser, rest);
  line.length = parser->partial->len;
  line.end_length = rest->end_length;
  g_byte_array_append (parser->partial, rest->bytes + rest->length, (guint) rest->end_length);
  line.bytes = parser->partial->data;
  take_line (parser, &line);
  g_byte_array_set_size (parser->partial, 0);
}

/* The LF that follows a CR belongs to it, though the line was read already. */
static void
take_line_feed (DelimitedRows *parser)
{
  if (!parser->is_open)
    return;
  g_byte_array_append (parser->window, (const guint8 *) "\n", 1);
  parser->read_until = parser->window->len;
  amp_row_splitter_add_line_feed (parser->splitter);
}

static void
feed (gpointer rows, const guint8 *bytes, gsize length, AmpRowFunc func, gpointer data)
{
  DelimitedRows *parser = rows;
  AmpLineScan    scan;
  AmpLine        line;

  parser->func = func;
  parser->data = data;
  if (parser->is_after_return && bytes[0] == '\n')
    {
      take_line_feed (parser);
      bytes++;
      length--;
    }
  parser->is_after_return = FALSE;

  amp_line_scan_init (&scan, bytes, length);
  while (amp_line_scan_next (&scan, &line))
    {
      if (line.end_length == 0)
        add_to_partial (parser, &line);
      else if (parser->partial->len > 0)
        take_partial (parser, &line);
      else
        take_line (parser, &line);
      parser->is_after_return = line.end_length == 1 && line.bytes[line.length] == '\r' && scan.position == length;
    }
}

static void
finish (gpointer rows, AmpRowFunc func, gpointer data)
{
  const AmpLine  end = { (const guint8 *) "\n", 0, 1 };
  DelimitedRows *parser = rows;

  parser->func = func;
  parser->data = data;
  parser->is_cut_off = parser->partial->len > 0;
  if (parser->is_cut_off)
    take_partial (parser, &end);
  while (parser->is_open)
    {
      restart (parser);
      read_window (parser);
    }
  amp_row_tail_release (parser->tail, TRUE, func, data);
}

static gboolean
is_at_row_start (gpointer rows)
{
  DelimitedRows *parser = rows;

  /* After a CR the next byte may be its LF, which a fresh parser takes for a line. Only
   * a file of CR alone is taken at its word: there the reader cuts after each block. */
  if (parser->is_after_return && parser->dialect.line_end != AMP_LINE_END_CR)
    return FALSE;
  return !parser->is_open && parser->partial->len == 0 && parser->preamble_left == 0 && !parser->is_header_due && amp_row_tail_is_empty (parser->tail);
}

static gint64
get_lines (gpointer rows)
{
  return ((DelimitedRows *) rows)->lines;
}

const AmpRowShape amp_delimited_rows = { create, free_rows, feed, finish, is_at_row_start, get_lines };
