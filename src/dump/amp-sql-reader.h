/* Reads the rows of SQL dumps: INSERT INTO … VALUES and COPY … FROM stdin. It knows
 * tables, columns and values, not fields; other statements are passed. */
#pragma once

#include "amp-row-parser.h"

G_BEGIN_DECLS

/**
 * AmpSqlEvents:
 * @on_create: called for each column list of CREATE TABLE.
 * @on_insert: called for each INSERT or COPY with rows; returns whether they are wanted.
 *   @columns is %NULL where it names none. The line is where the statement starts.
 * @on_row: called for each wanted row, with what is wrong with it: too large, broken
 *   syntax or nothing.
 *
 * What a reader tells. Names are without their quotes and the schema before them; all
 * arguments are valid during the call.
 */
typedef struct
{
  void (*on_create) (const char *table, GPtrArray *columns, gpointer data);
  gboolean (*on_insert) (const char *table, GPtrArray *columns, gint64 line, gpointer data);
  void (*on_row) (const AmpValue *values, guint n_values, gint64 line, AmpRowFault fault, gpointer data);
} AmpSqlEvents;

typedef struct _AmpSqlReader AmpSqlReader;

/**
 * amp_sql_reader_new:
 * @has_escapes: whether a backslash escapes in every string.
 * @max_values: how many values a row may have; one with more is too large.
 * @events: (transfer none): what to call; must outlive the reader.
 * @data: given to each.
 *
 * Returns: (transfer full): a reader between two statements.
 */
AmpSqlReader *amp_sql_reader_new (gboolean has_escapes, guint max_values, const AmpSqlEvents *events, gpointer data);

/**
 * amp_sql_reader_free:
 * @reader: (nullable) (transfer full): a reader.
 */
void amp_sql_reader_free (AmpSqlReader *reader);

/**
 * amp_sql_reader_feed:
 * @reader: a reader.
 * @bytes: (array length=length): the next bytes, cut anywhere.
 * @length: their number, above 0.
 */
void amp_sql_reader_feed (AmpSqlReader *reader, const guint8 *bytes, gsize length);

/**
 * amp_sql_reader_finish:
 * @reader: a reader.
 *
 * Ends the text; a row that is open here is broken.
 */
void amp_sql_reader_finish (AmpSqlReader *reader);

/**
 * amp_sql_reader_is_between:
 * @reader: a reader.
 *
 * Returns: whether a line ended, and no statement is open: a fresh reader would go on
 *   in the same way.
 */
gboolean amp_sql_reader_is_between (AmpSqlReader *reader);

/**
 * amp_sql_reader_get_lines:
 * @reader: a reader.
 *
 * Returns: the lines that ended.
 */
gint64 amp_sql_reader_get_lines (AmpSqlReader *reader);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpSqlReader, amp_sql_reader_free)

G_END_DECLS
