/* The only calls of SQLite in the project: open, prepare, bind, step, and the
 * mapping of its errors to AMP_STORE_ERROR. Every message names the file and
 * the reason. Must not know tables. Internal to the store. One thread at a
 * time for each connection. */
#pragma once

#include "amp-store-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AmpSql:
 *
 * A connection to one file.
 */
typedef struct _AmpSql AmpSql;

/**
 * AmpStatement:
 *
 * A prepared statement. Parameters count from 1, columns from 0. A failed bind
 * is reported by the next step.
 */
typedef struct _AmpStatement AmpStatement;

/**
 * AmpStep:
 * @AMP_STEP_FAILED: the error is set.
 * @AMP_STEP_ROW: a row can be read.
 * @AMP_STEP_DONE: there are no more rows.
 *
 * What a step of a statement came to.
 */
typedef enum
{
  AMP_STEP_FAILED,
  AMP_STEP_ROW,
  AMP_STEP_DONE
} AmpStep;

/**
 * amp_sql_open_for_building:
 * @path: an existing, empty file
 * @name: the file that messages name
 *
 * Opens @path to build a database in it. Nothing is journalled or flushed: a
 * file that fails half-way is thrown away by the caller.
 *
 * Returns: (transfer full) (nullable): a connection, %NULL with @error set.
 */
AmpSql *amp_sql_open_for_building (const char *path, const char *name, GError **error);

/**
 * amp_sql_open_for_reading:
 * @path: an existing file, which may hold any bytes
 * @name: the file that messages name
 *
 * Opens @path read-only and unchanging, without trust in what it holds: no
 * trigger, view or function of its own ever runs.
 *
 * Returns: (transfer full) (nullable): a connection, %NULL with @error set.
 */
AmpSql *amp_sql_open_for_reading (const char *path, const char *name, GError **error);

/**
 * amp_sql_open_for_changing:
 * @path: a copy of a file, which may hold any bytes
 * @name: the file that messages name
 *
 * Opens @path to change it, with as little trust as for reading. Nothing is
 * journalled on the disk or flushed: a copy that fails half-way is thrown away
 * by the caller.
 *
 * Returns: (transfer full) (nullable): a connection, %NULL with @error set.
 */
AmpSql *amp_sql_open_for_changing (const char *path, const char *name, GError **error);

/**
 * amp_sql_close:
 * @sql: (transfer full): a connection; its statements are freed before
 *
 * Closes @sql and tells whether its last bytes could be written.
 *
 * Returns: whether that went well.
 */
gboolean amp_sql_close (AmpSql *sql, GError **error);

/**
 * amp_sql_free:
 * @sql: (transfer full) (nullable): a connection; its statements are freed
 *   before
 *
 * Closes @sql.
 */
void amp_sql_free (AmpSql *sql);

/**
 * amp_sql_get_name:
 * @sql: a connection
 *
 * Returns: the name for messages, as valid UTF-8.
 */
const char *amp_sql_get_name (AmpSql *sql);

/**
 * amp_sql_has_failed:
 * @sql: a connection
 *
 * Returns: whether any call on @sql ever failed. What is built without a
 *   journal is worth nothing after that.
 */
gboolean amp_sql_has_failed (AmpSql *sql);

/**
 * amp_sql_set_cancellable:
 * @sql: a connection
 * @cancellable: (nullable): what stops the statements of @sql from now on
 *
 * The caller sets %NULL before @cancellable goes away.
 */
void amp_sql_set_cancellable (AmpSql *sql, GCancellable *cancellable);

/**
 * amp_sql_run:
 * @sql: a connection
 * @text: one or more statements without parameters or rows
 *
 * Returns: whether all of them succeeded.
 */
gboolean amp_sql_run (AmpSql *sql, const char *text, GError **error);

/**
 * amp_sql_prepare:
 * @sql: a connection
 * @text: one statement, a literal of the program
 *
 * Returns: (transfer full) (nullable): the statement, which borrows @sql;
 *   %NULL with @error set.
 */
AmpStatement *amp_sql_prepare (AmpSql *sql, const char *text, GError **error);

/**
 * amp_sql_get_integer:
 * @sql: a connection
 * @text: a statement whose first row begins with the number
 * @value: (out): where to put it; 0 when there is no row
 *
 * Returns: whether the statement succeeded.
 */
gboolean amp_sql_get_integer (AmpSql *sql, const char *text, gint64 *value, GError **error);

/**
 * amp_statement_free:
 * @statement: (transfer full) (nullable): a statement
 *
 * Frees @statement.
 */
void amp_statement_free (AmpStatement *statement);

/* Bind a parameter of @statement. Text and bytes are copied when the statement
 * is stepped and must last until then; text may be NULL. */
void amp_statement_bind_integer (AmpStatement *statement, int parameter, gint64 value);
void amp_statement_bind_double (AmpStatement *statement, int parameter, double value);
void amp_statement_bind_text (AmpStatement *statement, int parameter, const char *text);
void amp_statement_bind_bytes (AmpStatement *statement, int parameter, const guint8 *bytes, gsize length);

/**
 * amp_statement_step:
 * @statement: a statement
 *
 * Returns: whether a row can be read; %AMP_STEP_FAILED with @error set.
 */
AmpStep amp_statement_step (AmpStatement *statement, GError **error);

/**
 * amp_statement_run:
 * @statement: a statement
 *
 * Steps @statement to its end, ignoring rows, and makes it ready to be bound
 * anew.
 *
 * Returns: whether that went well.
 */
gboolean amp_statement_run (AmpStatement *statement, GError **error);

/**
 * amp_statement_reset:
 * @statement: a statement
 *
 * Makes @statement ready to be bound and stepped anew.
 */
void amp_statement_reset (AmpStatement *statement);

/* Read a column of the current row. Duplicated text is valid UTF-8 and belongs
 * to the caller; other text may be any bytes and, like bytes, is borrowed until
 * the next step. NULL for a NULL. */
gint64        amp_statement_get_integer (AmpStatement *statement, int column);
double        amp_statement_get_double (AmpStatement *statement, int column);
char         *amp_statement_dup_text (AmpStatement *statement, int column);
const char   *amp_statement_get_text (AmpStatement *statement, int column);
const guint8 *amp_statement_get_bytes (AmpStatement *statement, int column, gsize *length);
int           amp_statement_get_n_columns (AmpStatement *statement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpSql, amp_sql_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpStatement, amp_statement_free)

G_END_DECLS
