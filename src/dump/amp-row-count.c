/* Owns a small reading of rows that only counts, for trying one delimiter and quote
 * after the other; libcsv reads the dump itself. Invariant: linear time. A quote that
 * does not close within a few KiB is stray and read as a character; after a few of
 * those, all are. */
#include "amp-row-count.h"

#include <string.h>

#define MAX_ROWS 2000
#define MAX_QUOTED_BYTES 16384
#define MAX_BROKEN 8

typedef struct
{
  const guint8 *bytes;
  gsize         length;
  gsize         position;
  guint         line;
  guint         n_broken;
  int           delimiter; /* -1: none */
  int           quote;     /* -1: none */
} Walk;

static gboolean
is_line_end (guint8 byte)
{
  return byte == '\n' || byte == '\r';
}

static gboolean
is_blank (guint8 byte)
{
  return byte == ' ' || byte == '\t';
}

/* Where the value goes on after a quote that closes it, or 0 if it does not close. */
static gsize
find_closing (const Walk *walk, gsize start, guint64 *n_stray)
{
  gsize limit = MIN (walk->length, start + MAX_QUOTED_BYTES);

  for (gsize i = start; i < limit; i++)
    {
      gsize after = i + 1;

      if (walk->bytes[i] != walk->quote)
        continue;
      if (after < walk->length && walk->bytes[after] == walk->quote)
        {
          i++;
          continue;
        }
      while (after < walk->length && is_blank (walk->bytes[after]) && walk->bytes[after] != walk->delimiter)
        after++;
      if (after == walk->length || walk->bytes[after] == walk->delimiter || is_line_end (walk->bytes[after]))
        return after;
      (*n_stray)++;
    }
  return 0;
}

static void
count_lines (Walk *walk, gsize start, gsize end)
{
  for (gsize i = start; i < end; i++)
    if (walk->bytes[i] == '\n' || (walk->bytes[i] == '\r' && (i + 1 == walk->length || walk->bytes[i + 1] != '\n')))
      walk->line++;
}

static gboolean
pass_quoted (Walk *walk, AmpRowCount *count)
{
  gsize   start = walk->position;
  guint64 n_stray = 0;
  gsize   after;

  if (walk->quote < 0 || walk->n_broken > MAX_BROKEN || start == walk->length || walk->bytes[start] != walk->quote)
    return FALSE;
  after = find_closing (walk, start + 1, &n_stray);
  if (after == 0)
    {
      /* Cut by the end of the sample, it may well close in the file. */
      if (walk->length - start < MAX_QUOTED_BYTES && start > walk->length / 2)
        {
          walk->position = walk->length;
          return TRUE;
        }
      count->n_stray++;
      walk->n_broken++;
      return FALSE;
    }
  count->n_stray += n_stray;
  count->n_quoted++;
  count_lines (walk, start, after);
  walk->position = after;
  return TRUE;
}

/* Passes one value. Returns whether it is filled. */
static gboolean
pass_value (Walk *walk, AmpRowCount *count)
{
  gboolean is_filled = FALSE, was_blank = TRUE;

  while (walk->position < walk->length && is_blank (walk->bytes[walk->position]) &&
         walk->bytes[walk->position] != walk->delimiter)
    walk->position++;
  if (pass_quoted (walk, count))
    return TRUE;
  for (; walk->position < walk->length; walk->position++)
    {
      guint8   byte = walk->bytes[walk->position];
      gboolean is_space = is_blank (byte);

      if (byte == walk->delimiter || is_line_end (byte))
        break;
      count->n_inside += byte == walk->quote;
      count->n_words += was_blank && (g_ascii_isalpha (byte) || byte >= 0x80);
      was_blank = is_space;
      is_filled = is_filled || !is_space;
    }
  return is_filled;
}

static void
pass_line_end (Walk *walk, AmpRowCount *count)
{
  gboolean is_return;

  if (walk->position == walk->length)
    return;
  is_return = walk->bytes[walk->position++] == '\r';
  walk->line++;
  if (!is_return)
    count->n_feed++;
  else if (walk->position < walk->length && walk->bytes[walk->position] == '\n')
    {
      count->n_crlf++;
      walk->position++;
    }
  else
    count->n_return++;
}

static void
pass_row (Walk *walk, AmpRowCount *count, gboolean is_whole)
{
  AmpCountedRow row = { .line = walk->line };
  gsize         start = walk->position;
  gboolean      has_more;

  do
    {
      row.n_filled += pass_value (walk, count);
      row.n_values++;
      has_more = walk->position < walk->length && walk->bytes[walk->position] == walk->delimiter;
      walk->position += has_more;
    }
  while (has_more);

  if (walk->position == walk->length && !is_whole)
    return;
  if (row.n_values == 1 && row.n_filled == 0 && (start == walk->position || walk->quote < 0 || walk->bytes[start] != walk->quote))
    row.n_values = 0;
  count->n_values += row.n_values;
  g_array_append_val (count->rows, row);
  pass_line_end (walk, count);
}

AmpRowCount *
amp_row_count_new (const guint8 *bytes, gsize length, gboolean is_whole, char delimiter, char quote)
{
  AmpRowCount *count = g_new0 (AmpRowCount, 1);
  Walk         walk = {
            .bytes = bytes,
            .length = length,
            .delimiter = delimiter ? (guint8) delimiter : -1,
            .quote = quote ? (guint8) quote : -1,
  };

  count->rows = g_array_new (FALSE, FALSE, sizeof (AmpCountedRow));
  while (walk.position < length && count->rows->len < MAX_ROWS)
    pass_row (&walk, count, is_whole);
  return count;
}

void
amp_row_count_free (AmpRowCount *count)
{
  if (!count)
    return;
  g_array_unref (count->rows);
  g_free (count);
}
