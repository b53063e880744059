/* Counts the values of a sample's rows under one delimiter and one quote. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpCountedRow:
 * @n_values: values; 0: a blank line.
 * @n_filled: values that are not empty.
 * @line: the line where it starts, from 0.
 */
typedef struct
{
  guint n_values;
  guint n_filled;
  guint line;
} AmpCountedRow;

/**
 * AmpRowCount:
 * @rows: (element-type AmpCountedRow): the rows, blank ones included.
 * @n_values: the values of all rows together.
 * @n_quoted: values enclosed in quotes as they should be.
 * @n_stray: quotes that open and do not close, or stand inside a quoted value undoubled.
 * @n_inside: quotes inside values that are not enclosed.
 * @n_words: words of all unquoted values together: what starts with a letter.
 * @n_crlf: rows ended by CR LF.
 * @n_feed: rows ended by a lone LF.
 * @n_return: rows ended by a lone CR.
 *
 * What one reading of a sample gave.
 */
typedef struct
{
  GArray *rows;
  guint64 n_values;
  guint64 n_quoted;
  guint64 n_stray;
  guint64 n_inside;
  guint64 n_words;
  guint   n_crlf;
  guint   n_feed;
  guint   n_return;
} AmpRowCount;

/**
 * amp_row_count_new:
 * @bytes: (array length=length): a sample.
 * @length: its size in bytes.
 * @is_whole: whether a last line without an end is a row.
 * @delimiter: what separates values; 0: nothing does.
 * @quote: what encloses values; 0: nothing does.
 *
 * Returns: (transfer full): what was counted, in linear time.
 */
AmpRowCount *amp_row_count_new (const guint8 *bytes, gsize length, gboolean is_whole, char delimiter, char quote);

/**
 * amp_row_count_free:
 * @count: (nullable) (transfer full): a count.
 */
void amp_row_count_free (AmpRowCount *count);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpRowCount, amp_row_count_free)

G_END_DECLS
