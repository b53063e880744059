/* Splits one row after the other into values: the only place that knows libcsv.
 * It is given lines; which lines make a row, and what a row is, others decide.
 * Its values stay valid together until the next row is begun. */
#pragma once

#include "amp-row-parser.h"

G_BEGIN_DECLS

typedef struct _AmpRowSplitter AmpRowSplitter;

/**
 * amp_row_splitter_new:
 * @delimiter: what separates values; 0: nothing does.
 * @quote: what encloses values; 0: nothing does.
 * @escape: a backslash where it makes a quote, a delimiter and itself plain; else 0.
 * @max_values: how many values a row may have; more are counted as an overflow.
 *
 * Returns: (transfer full): a splitter.
 */
AmpRowSplitter *amp_row_splitter_new (char delimiter, char quote, char escape, guint max_values);

/**
 * amp_row_splitter_free:
 * @splitter: (nullable) (transfer full): a splitter.
 */
void amp_row_splitter_free (AmpRowSplitter *splitter);

/**
 * amp_row_splitter_begin:
 * @splitter: a splitter whose last row ended.
 *
 * Forgets the values of the last row.
 */
void amp_row_splitter_begin (AmpRowSplitter *splitter);

/**
 * amp_row_splitter_add_line:
 * @splitter: a splitter.
 * @bytes: (array length=length): a line without its end; contains neither CR nor LF.
 * @length: its size in bytes.
 * @line_end: (array length=line_end_length): what ended it.
 * @line_end_length: 1, or 2 for CR LF.
 *
 * Returns: whether the line ended the row; if not, a quote is open.
 */
gboolean amp_row_splitter_add_line (AmpRowSplitter *splitter, const guint8 *bytes, gsize length, const guint8 *line_end, gsize line_end_length);

/**
 * amp_row_splitter_add_line_feed:
 * @splitter: a splitter with an open row, whose last line ended with CR.
 *
 * Adds the LF that turned out to follow that CR.
 */
void amp_row_splitter_add_line_feed (AmpRowSplitter *splitter);

/**
 * amp_row_splitter_add_last_line:
 * @splitter: a splitter.
 * @bytes: (array length=length): a line without its end; contains neither CR nor LF.
 * @length: its size in bytes.
 *
 * Ends the row with this line, whatever is open.
 *
 * Returns: whether a quote was open.
 */
gboolean amp_row_splitter_add_last_line (AmpRowSplitter *splitter, const guint8 *bytes, gsize length);

/**
 * amp_row_splitter_abandon:
 * @splitter: a splitter.
 *
 * Forgets the row that is open.
 */
void amp_row_splitter_abandon (AmpRowSplitter *splitter);

/**
 * amp_row_splitter_get_values:
 * @splitter: a splitter.
 * @n_values: (out): their number.
 *
 * Returns: (transfer none) (array length=n_values): the values of the row so far.
 */
AmpValue *amp_row_splitter_get_values (AmpRowSplitter *splitter, guint *n_values);

/**
 * amp_row_splitter_strip_quotes:
 * @splitter: a splitter that was made without a quote.
 * @quote: what may enclose the values nevertheless.
 *
 * Where quotes mean nothing they are still no part of a value they enclose or open:
 * drops them.
 */
void amp_row_splitter_strip_quotes (AmpRowSplitter *splitter, char quote);

/**
 * amp_row_splitter_has_overflow:
 * @splitter: a splitter.
 *
 * Returns: whether the row has more values than allowed.
 */
gboolean amp_row_splitter_has_overflow (AmpRowSplitter *splitter);

/**
 * amp_row_splitter_has_stray_quote:
 * @delimiter: what separates values; 0: nothing does.
 * @quote: what encloses values; not 0.
 * @escape: as above.
 * @bytes: (array length=length): a row, line ends included.
 * @length: its size in bytes.
 *
 * Returns: whether a quoted value contains a quote that neither ends it nor is doubled.
 */
gboolean amp_row_splitter_has_stray_quote (char delimiter, char quote, char escape, const guint8 *bytes, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpRowSplitter, amp_row_splitter_free)

G_END_DECLS
