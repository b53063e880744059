/* From the bytes of a source to its rows. The one interface for every shape of dump:
 * whoever reads rows knows neither the delimiter nor the library that splits them.
 *
 * A parser belongs to one thread at a time. Several may read one file at once, each
 * a block: a block starts where a row *probably* starts. Feed block k to parser k.
 * If amp_row_parser_is_at_row_start() holds afterwards, the guess for block k + 1 was
 * right, and the rows that parser k + 1 gives are the rows one parser would give. If
 * not, discard what parser k + 1 gave and feed block k + 1 to parser k. Lines then add
 * up: the rows of parser k + 1 stand amp_row_parser_get_lines() of all parsers before
 * it further down. Where blocks are cut never changes a row, a fault or a line. */
#pragma once

#include "amp-dialect.h"

G_BEGIN_DECLS

/* A line longer than this, in bytes, is %AMP_ROW_FAULT_TOO_LARGE and cut here. */
#define AMP_ROW_MAX_LINE_BYTES (1024 * 1024)
/* A row of several lines longer than this, in bytes, has a broken quote. */
#define AMP_ROW_MAX_QUOTED_BYTES (256 * 1024)

/**
 * AmpValue:
 * @bytes: the value in the dump's encoding (UTF-8 where that is UTF-16), without its
 *   quotes and the blanks around it; not terminated; any bytes.
 * @length: its size in bytes.
 *
 * One value of a row, valid during the callback. For an empty value @bytes points to
 * memory that must not be read.
 */
typedef struct
{
  const char *bytes;
  guint32     length;
} AmpValue;

/**
 * AmpRowKind:
 * @AMP_ROW_DATA: a row of the table.
 * @AMP_ROW_HEADER: the header, or a later row equal to it value by value.
 * @AMP_ROW_EMPTY: a row without a single non-blank character in its values.
 * @AMP_ROW_PREAMBLE: a line before the table: its text is the one value.
 * @AMP_ROW_FOOTER: a row behind the table that is far too short and reads like a remark.
 */
typedef enum
{
  AMP_ROW_DATA,
  AMP_ROW_HEADER,
  AMP_ROW_EMPTY,
  AMP_ROW_PREAMBLE,
  AMP_ROW_FOOTER,
} AmpRowKind;

/**
 * AmpRowFault:
 * @AMP_ROW_FAULT_NONE: the row is sound.
 * @AMP_ROW_FAULT_TOO_SHORT: fewer values than fields.
 * @AMP_ROW_FAULT_TOO_LONG: more values than fields; one more that is empty is no
 *   fault (a delimiter at the end of the line).
 * @AMP_ROW_FAULT_BROKEN_QUOTE: a quote opens and does not close where it should; the
 *   row is its first line alone.
 * @AMP_ROW_FAULT_NUL_BYTE: the row contains NUL bytes; they are in its values.
 * @AMP_ROW_FAULT_TOO_LARGE: a line over %AMP_ROW_MAX_LINE_BYTES, or more than four
 *   times the fields plus 1,000 values; the values are those before the limit.
 *
 * @AMP_ROW_FAULT_BROKEN_SYNTAX: the row does not follow the rules of its format (JSON,
 *   SQL); the values are those before the fault, and of JSON what could not be read
 *   stands behind the fields.
 *
 * @AMP_ROW_FAULT_OTHER_TABLE: no row, but a statement that fills another table than the
 *   one that is read; it has no values.
 *
 * What is wrong with a data row; of several faults the one that explains the others:
 * too large, broken quote or syntax, NUL byte, then the number of values.
 */
typedef enum
{
  AMP_ROW_FAULT_NONE,
  AMP_ROW_FAULT_TOO_SHORT,
  AMP_ROW_FAULT_TOO_LONG,
  AMP_ROW_FAULT_BROKEN_QUOTE,
  AMP_ROW_FAULT_NUL_BYTE,
  AMP_ROW_FAULT_TOO_LARGE,
  AMP_ROW_FAULT_BROKEN_SYNTAX,
  AMP_ROW_FAULT_OTHER_TABLE,
} AmpRowFault;

#define AMP_N_ROW_FAULTS (AMP_ROW_FAULT_OTHER_TABLE + 1)

/**
 * AmpRow:
 * @kind: what the row is.
 * @fault: what is wrong with it; %AMP_ROW_FAULT_NONE unless it is a data row.
 * @line: the physical line where it starts; 1 is the first line the parser was fed.
 *   CR LF ends one line, and so does a lone CR or a lone LF.
 * @n_values: number of values, which may differ from the fields.
 * @values: (array length=n_values): the values.
 *
 * One row, valid during the callback.
 */
typedef struct
{
  AmpRowKind      kind;
  AmpRowFault     fault;
  gint64          line;
  guint           n_values;
  const AmpValue *values;
} AmpRow;

/**
 * AmpRowFunc:
 * @row: (transfer none): the row.
 * @data: what was given with the function.
 *
 * Called for each row, in the order of the source.
 */
typedef void (*AmpRowFunc) (const AmpRow *row, gpointer data);

typedef struct _AmpRowParser AmpRowParser;

/**
 * amp_row_fault_get_code:
 * @fault: a fault.
 *
 * Returns: (transfer none): its stable code: `none`, `too-short`, `too-long`,
 *   `broken-quote`, `nul-byte`, `too-large`, `broken-syntax` or `other-table`.
 */
const char *amp_row_fault_get_code (AmpRowFault fault);

/**
 * amp_row_parser_new:
 * @dialect: (transfer none): how the rows are written; copied.
 * @headers: (nullable) (array length=dialect.n_fields): the fields' names in UTF-8,
 *   by which repeats of the header are known, or the values of a row in JSON and SQL; %NULL to
 *   look for no repeats in delimited text. Copied.
 * @at_file_start: whether the first bytes fed are the file's first: only then are
 *   there a preamble and a header to pass.
 *
 * Returns: (transfer full): a parser at the start of a row.
 */
AmpRowParser *amp_row_parser_new (const AmpDialect *dialect, const char *const *headers, gboolean at_file_start);

/**
 * amp_row_parser_free:
 * @parser: (nullable) (transfer full): a parser.
 */
void amp_row_parser_free (AmpRowParser *parser);

/**
 * amp_row_parser_feed:
 * @parser: a parser that is not finished.
 * @bytes: (array length=length): the next bytes, cut anywhere; no byte order mark,
 *   and no UTF-16 (amp_block_reader_next() sees to both).
 * @length: their number.
 * @func: called for each row that ended.
 * @data: given to @func.
 *
 * Memory stays within a few MiB whatever the bytes, and time is linear in @length.
 */
void amp_row_parser_feed (AmpRowParser *parser, const guint8 *bytes, gsize length, AmpRowFunc func, gpointer data);

/**
 * amp_row_parser_finish:
 * @parser: a parser.
 * @func: called for each row that the end of the bytes ends.
 * @data: given to @func.
 *
 * Ends the last line, which needs no line end, and then the open row: a quote that is
 * open here is broken.
 */
void amp_row_parser_finish (AmpRowParser *parser, AmpRowFunc func, gpointer data);

/**
 * amp_row_parser_is_at_row_start:
 * @parser: a parser.
 *
 * Returns: whether nothing that was fed is kept back, and the preamble and header are
 *   passed: a fresh parser would go on from here in the same way.
 */
gboolean amp_row_parser_is_at_row_start (AmpRowParser *parser);

/**
 * amp_row_parser_get_lines:
 * @parser: a parser.
 *
 * Returns: the physical lines that ended so far; after amp_row_parser_finish(), the
 *   last one too if it had no end.
 */
gint64 amp_row_parser_get_lines (AmpRowParser *parser);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpRowParser, amp_row_parser_free)

G_END_DECLS
