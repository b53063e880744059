/* How a source writes its rows: encoding, delimiter, quote, line ends, header.
 * A plain value, found once from a sample and then handed to readers and parsers. */
#pragma once

#include <glib.h>

#include "amp-encoding.h"

G_BEGIN_DECLS

/**
 * AmpDumpFormat:
 * @AMP_DUMP_FORMAT_DELIMITED: rows of values with a delimiter between them, or one
 *   value a line.
 * @AMP_DUMP_FORMAT_JSON_LINES: objects of JSON, each on one line; also as an array whose
 *   objects are on lines of their own.
 * @AMP_DUMP_FORMAT_SQL: rows of one table in an SQL dump: INSERT INTO … VALUES, or
 *   COPY … FROM stdin.
 * @AMP_DUMP_FORMAT_FIXED: lines with values in fixed columns, filled up with blanks.
 *
 * The shape of a source.
 */
typedef enum
{
  AMP_DUMP_FORMAT_DELIMITED,
  AMP_DUMP_FORMAT_JSON_LINES,
  AMP_DUMP_FORMAT_SQL,
  AMP_DUMP_FORMAT_FIXED,
} AmpDumpFormat;

#define AMP_N_DUMP_FORMATS (AMP_DUMP_FORMAT_FIXED + 1)

/* Fixed columns at most; a text with more is not read as such. */
#define AMP_DIALECT_MAX_COLUMNS 256

/* The longest name of a table, in bytes, and a NUL: PostgreSQL allows 63, MySQL 64
 * characters. */
#define AMP_DIALECT_TABLE_BYTES 257

/**
 * AmpLineEnd:
 * @AMP_LINE_END_CRLF: carriage return and line feed.
 * @AMP_LINE_END_LF: line feed; also a file of one line without an end.
 * @AMP_LINE_END_CR: carriage return.
 * @AMP_LINE_END_MIXED: more than one in fifty rows ends otherwise than the rest.
 *
 * What ends the rows. Readers and parsers take any of the three for a line's end
 * wherever it stands; the value is for the analyst.
 */
typedef enum
{
  AMP_LINE_END_CRLF,
  AMP_LINE_END_LF,
  AMP_LINE_END_CR,
  AMP_LINE_END_MIXED,
} AmpLineEnd;

/**
 * AmpDialect:
 * @format: the shape of the source.
 * @encoding: what its bytes stand for.
 * @delimiter: what separates values: `,` `;` `|` `:` tab or 01; 0 when every line is
 *   one value.
 * @quote: what encloses values: `"` or `'`; 0 when quotes mean nothing.
 * @line_end: what ends its rows.
 * @has_header: whether the source names its fields: in its first row, by the keys of
 *   its objects, or by the columns of its table.
 * @preamble_lines: physical lines before the first row of the table.
 * @n_fields: number of fields, at least 1: the header's values, or else those that
 *   most rows have. A delimiter after the last value counts one more field when
 *   the header has it too.
 * @escape: a backslash where it makes the next character plain: in an SQL string, or
 *   before a quote, a delimiter or itself in delimited text; 0 where it is a character
 *   like any other.
 * @columns: of text in fixed columns, where each field starts, in characters from 0.
 * @table: of an SQL dump, the table that is read, in the dump's encoding; else "".
 */
typedef struct
{
  AmpDumpFormat format;
  AmpEncoding   encoding;
  char          delimiter;
  char          quote;
  AmpLineEnd    line_end;
  gboolean      has_header;
  guint         preamble_lines;
  guint         n_fields;
  char          escape;
  guint16       columns[AMP_DIALECT_MAX_COLUMNS];
  char          table[AMP_DIALECT_TABLE_BYTES];
} AmpDialect;

/**
 * amp_dump_format_get_code:
 * @format: a shape.
 *
 * Returns: (transfer none): its stable code: `delimited`, `json-lines`, `sql` or `fixed`.
 */
const char *amp_dump_format_get_code (AmpDumpFormat format);

/**
 * amp_line_end_get_code:
 * @line_end: a line end.
 *
 * Returns: (transfer none): its stable code: `crlf`, `lf`, `cr` or `mixed`.
 */
const char *amp_line_end_get_code (AmpLineEnd line_end);

/**
 * amp_dialect_detect:
 * @bytes: (array length=length): the first bytes of the source.
 * @length: their number.
 * @is_whole: whether that is all there is; else the last line is not judged.
 * @dialect: (out caller-allocates): the dialect found; untouched on error.
 * @error: return location for an error.
 *
 * Finds the dialect whose rows agree best on their number of values. Some broken
 * rows, NUL bytes or lines before the header do not hide a table.
 *
 * Returns: %FALSE with %AMP_DUMP_ERROR_EMPTY or %AMP_DUMP_ERROR_NOT_A_TABLE set when
 *   there is no table; the message gives the reason, the caller prefixes the name.
 */
gboolean amp_dialect_detect (const guint8 *bytes, gsize length, gboolean is_whole, AmpDialect *dialect, GError **error);

G_END_DECLS
