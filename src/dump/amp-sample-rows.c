/* Owns the way from a sample's bytes to decoded rows, by the same parser as the import.
 * Invariant: every row has n_fields strings and a terminating %NULL. */
#include "amp-sample-rows.h"
#include "amp-row-parser.h"

#include <string.h>

typedef struct
{
  const AmpDialect *dialect;
  GPtrArray        *rows;
  AmpSampleKind     kind;
  guint             max_rows;
  AmpSampleFacts    facts;
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
decode_row (Collector *collector, const AmpRow *row)
{
  guint  n_fields = collector->dialect->n_fields;
  char **values = g_new0 (char *, n_fields + 1);

  for (guint i = 0; i < n_fields; i++)
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
  gboolean   is_wanted;

  if (row->kind == AMP_ROW_HEADER && !collector->facts.headers)
    collector->facts.headers = decode_row (collector, row);
  if (row->kind != AMP_ROW_DATA)
    return;
  collector->facts.n_records++;
  is_wanted = collector->kind == AMP_SAMPLE_ANY || row->fault == AMP_ROW_FAULT_NONE;
  if (is_wanted && collector->rows && collector->rows->len < collector->max_rows)
    g_ptr_array_add (collector->rows, decode_row (collector, row));
}

void
amp_sample_rows_add (GPtrArray *rows, const AmpDialect *dialect, const char *const *headers, AmpSampleKind kind, const guint8 *bytes, gsize length, guint max_rows, AmpSampleFacts *facts)
{
  g_autoptr (AmpRowParser) parser = NULL;
  Collector collector = { .dialect = dialect, .rows = rows, .kind = kind, .max_rows = max_rows };

  g_return_if_fail (dialect != NULL);

  parser = amp_row_parser_new (dialect, headers, headers == NULL);
  collector.scratch = g_string_new (NULL);
  amp_row_parser_feed (parser, bytes, length, on_row, &collector);
  amp_row_parser_finish (parser, on_row, &collector);
  g_string_free (collector.scratch, TRUE);
  if (facts)
    *facts = collector.facts;
  else
    g_strfreev (collector.facts.headers);
}

static void
on_header (const AmpRow *row, gpointer data)
{
  guint *n_values = data;

  if (row->kind == AMP_ROW_HEADER && *n_values == 0)
    *n_values = row->n_values;
}

guint
amp_sample_rows_count_header (const AmpDialect *dialect, const guint8 *bytes, gsize length)
{
  g_autoptr (AmpRowParser) parser = NULL;
  guint n_values = 0;

  g_return_val_if_fail (dialect != NULL, 1);

  parser = amp_row_parser_new (dialect, NULL, TRUE);
  amp_row_parser_feed (parser, bytes, length, on_header, &n_values);
  amp_row_parser_finish (parser, on_header, &n_values);
  return MAX (n_values, 1);
}
