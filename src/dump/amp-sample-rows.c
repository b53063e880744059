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

static void
free_row (gpointer data)
{
  char **row = data;

  for (guint i = 0; row[i]; i++)
    explicit_bzero (row[i], strlen (row[i]));
  g_strfreev (row);
}

GPtrArray *
amp_sample_rows_new (void)
{
  return g_ptr_array_new_with_free_func (free_row);
}

static char **
decode_row (Collector *collector, const AmpRow *row, guint n_values)
{
  char **values = g_new0 (char *, n_values + 1);

  for (guint i = 0; i < n_values; i++)
    {
      g_string_truncate (collector->scratch, 0);
      if (i < row->n_values)
        amp_encoding_decode (collector->dialect->encoding, row->values[i].bytes, row->values[i].length, collector->scratch);
      values[i] = g_strdup (g_strstrip (collector->scratch->str));
    }
  return values;
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
  return collector.header ? collector.header : g_new0 (char *, 1);
}
