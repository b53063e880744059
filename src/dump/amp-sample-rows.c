/* Owns the way from a sample's bytes to decoded rows, by the same parser as the import.
 * Invariant: every row has n_fields strings and a terminating %NULL. */
#include "amp-sample-rows.h"
#include "amp-row-parser.h"

#include <string.h>

/* Bytes given to the parser at a time while looking for the header. */
#define HEADER_STEP 65536

typedef struct
{
  const AmpDialect *dialect;
  GPtrArray        *rows; /* borrowed */
  AmpSampleKind     kind;
  guint             max_rows;
  gint64            n_records;
  char            **header;
  GString          *scratch;
} Collector;

/* A row's strings follow each other behind their pointers, in one piece of memory:
 * whoever reads a column walks through thousands of rows. */
static void
free_row (gpointer data)
{
  char **row = data;

  for (guint i = 0; row[i]; i++)
    explicit_bzero (row[i], strlen (row[i]));
  g_free (row);
}

GPtrArray *
amp_sample_rows_new (void)
{
  return g_ptr_array_new_with_free_func (free_row);
}

/* Appends the value to the scratch memory, stripped and with its NUL. */
static void
decode_value (Collector *collector, const AmpValue *value)
{
  GString *text = collector->scratch;
  gsize    start = text->len;

  amp_encoding_decode (collector->dialect->encoding, value->bytes, value->length, text);
  g_strstrip (text->str + start);
  g_string_truncate (text, start + strlen (text->str + start));
}

static char **
decode_row (Collector *collector, const AmpRow *row, guint n_values)
{
  gsize  table = (n_values + 1) * sizeof (char *);
  char **values;
  char  *next;

  g_string_truncate (collector->scratch, 0);
  for (guint i = 0; i < n_values; i++)
    {
      if (i < row->n_values && row->values[i].length > 0)
        decode_value (collector, &row->values[i]);
      g_string_append_c (collector->scratch, '\0');
    }
  values = g_malloc (table + collector->scratch->len);
  next = (char *) values + table;
  memcpy (next, collector->scratch->str, collector->scratch->len);
  for (guint i = 0; i < n_values; i++, next += strlen (next) + 1)
    values[i] = next;
  values[n_values] = NULL;
  return values;
}

static char **
dup_row (char **row)
{
  return row != NULL ? g_strdupv (row) : g_new0 (char *, 1);
}

static void
on_row (const AmpRow *row, gpointer data)
{
  Collector *collector = data;
  gboolean   is_wanted = collector->kind == AMP_SAMPLE_ANY || row->fault == AMP_ROW_FAULT_NONE;

  if (row->kind != AMP_ROW_DATA)
    return;
  collector->n_records++;
  if (is_wanted && collector->rows->len < collector->max_rows)
    g_ptr_array_add (collector->rows, decode_row (collector, row, collector->dialect->n_fields));
}

gint64
amp_sample_rows_add (GPtrArray *rows, const AmpDialect *dialect, const char *const *headers, AmpSampleKind kind, gboolean is_start, const guint8 *bytes, gsize length, guint max_rows)
{
  g_autoptr (AmpRowParser) parser = NULL;
  g_autoptr (GString) scratch = g_string_new (NULL);
  Collector collector = { .dialect = dialect, .rows = rows, .kind = kind, .max_rows = max_rows, .scratch = scratch };

  g_return_val_if_fail (rows != NULL, 0);
  g_return_val_if_fail (dialect != NULL, 0);

  parser = amp_row_parser_new (dialect, headers, is_start);
  amp_row_parser_feed (parser, bytes, length, on_row, &collector);
  amp_row_parser_finish (parser, on_row, &collector);
  return collector.n_records;
}

static void
on_header (const AmpRow *row, gpointer data)
{
  Collector *collector = data;

  if (row->kind == AMP_ROW_HEADER && !collector->header)
    collector->header = decode_row (collector, row, row->n_values);
}

char **
amp_sample_rows_read_header (const AmpDialect *dialect, const guint8 *bytes, gsize length)
{
  g_autoptr (AmpRowParser) parser = NULL;
  g_autoptr (GString) scratch = g_string_new (NULL);
  Collector collector = { .dialect = dialect, .scratch = scratch };
  char    **header;
  gsize     done = 0;

  g_return_val_if_fail (dialect != NULL, NULL);

  parser = amp_row_parser_new (dialect, NULL, TRUE);
  while (done < length && !collector.header)
    {
      gsize step = MIN (HEADER_STEP, length - done);

      amp_row_parser_feed (parser, bytes + done, step, on_header, &collector);
      done += step;
    }
  amp_row_parser_finish (parser, on_header, &collector);
  header = dup_row (collector.header);
  if (collector.header != NULL)
    free_row (collector.header);
  return header;
}
