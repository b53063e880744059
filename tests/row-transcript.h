/* Rows as text, for tests to compare: a line for each row, with all that was told of it. */
#pragma once

#include "amp-row-parser.h"

#include <string.h>

typedef struct
{
  GString *text;
  gint64   first_line;
  gint64   n_rows;
} Transcript;

static inline void
on_row (const AmpRow *row, gpointer data)
{
  Transcript              *transcript = data;
  static const char *const kinds[] = { "data", "header", "empty", "preamble", "footer" };

  transcript->n_rows++;
  g_string_append_printf (transcript->text, "%" G_GINT64_FORMAT " %s %s", transcript->first_line + row->line, kinds[row->kind], amp_row_fault_get_code (row->fault));
  for (guint i = 0; i < row->n_values; i++)
    {
      g_string_append (transcript->text, " [");
      for (guint32 k = 0; k < row->values[i].length; k++)
        {
          guint8 byte = (guint8) row->values[i].bytes[k];

          if (byte < 0x20 || byte >= 0x7f)
            g_string_append_printf (transcript->text, "\\%02x", byte);
          else
            g_string_append_c (transcript->text, (char) byte);
        }
      g_string_append_c (transcript->text, ']');
    }
  g_string_append_c (transcript->text, '\n');
}

static inline AmpDialect
get_dialect (guint n_fields, gboolean has_header)
{
  AmpDialect dialect = {
    .delimiter = ';',
    .quote = '"',
    .line_end = AMP_LINE_END_LF,
    .has_header = has_header,
    .n_fields = n_fields,
  };

  return dialect;
}

static inline char *
read_cut (const AmpDialect *dialect, const char *const *headers, const char *bytes, gsize length, gsize max_cut, GRand *random)
{
  g_autoptr (AmpRowParser) parser = amp_row_parser_new (dialect, headers, TRUE);
  Transcript transcript = { .text = g_string_new (NULL) };
  gsize      done = 0;

  while (done < length)
    {
      gsize              size = random ? (gsize) g_rand_int_range (random, 1, (gint32) max_cut + 1) : max_cut;
      g_autofree guint8 *copy = NULL;

      /* A copy of its own size, so that reading past it is seen by the sanitizers. */
      size = MIN (size, length - done);
      copy = g_memdup2 (bytes + done, size);
      amp_row_parser_feed (parser, copy, size, on_row, &transcript);
      done += size;
    }
  amp_row_parser_finish (parser, on_row, &transcript);
  g_string_append_printf (transcript.text, "%" G_GINT64_FORMAT " lines\n", amp_row_parser_get_lines (parser));
  return g_string_free (transcript.text, FALSE);
}

static inline char *
read_whole (const AmpDialect *dialect, const char *const *headers, const char *bytes, gsize length)
{
  return read_cut (dialect, headers, bytes, length, MAX (length, 1), NULL);
}
