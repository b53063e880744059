/* SQLite behind GError. Invariant: no sqlite3 call outside this file, and no
 * failure of one that is not told. Must not know tables. */
#include "amp-sql.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sqlite3.h>

/* A hostile file may claim values of any size; no value of a case comes near. */
#define MAX_VALUE_BYTES (64 * 1024 * 1024)

/* How many steps of SQLite's machine pass between two looks at a cancellable:
 * well under a millisecond. */
#define STEPS_BETWEEN_CHECKS 4000

struct _AmpSql
{
  sqlite3      *database;
  char         *name;
  gboolean      is_reading;
  gboolean      has_failed;
  GCancellable *cancellable;
};

struct _AmpStatement
{
  sqlite3_stmt *statement;
  AmpSql       *sql;
  int           bind_code;
};

typedef struct
{
  int           code;
  AmpStoreError error;
  const char   *reason;
} ErrorRow;

/* clang-format off */
static const ErrorRow error_rows[] = {
  { SQLITE_FULL,     AMP_STORE_ERROR_FULL,       N_("the disk is full") },
  { SQLITE_NOTADB,   AMP_STORE_ERROR_NOT_A_CASE, N_("it is not an Ampleur case") },
  { SQLITE_CORRUPT,  AMP_STORE_ERROR_DAMAGED,    N_("the case is damaged") },
  { SQLITE_FORMAT,   AMP_STORE_ERROR_DAMAGED,    N_("the case is damaged") },
  { SQLITE_MISMATCH, AMP_STORE_ERROR_DAMAGED,    N_("the case is damaged") },
  { SQLITE_TOOBIG,   AMP_STORE_ERROR_DAMAGED,    N_("a value of the case is too large") },
  { SQLITE_CANTOPEN, AMP_STORE_ERROR_READ,       N_("it cannot be opened") },
  { SQLITE_PERM,     AMP_STORE_ERROR_READ,       N_("permission denied") },
  { SQLITE_NOMEM,    AMP_STORE_ERROR_READ,       N_("there is not enough memory") },
  { SQLITE_READONLY, AMP_STORE_ERROR_WRITE,      N_("it cannot be written") },
  { SQLITE_BUSY,     AMP_STORE_ERROR_WRITE,      N_("another program is using it") },
  { SQLITE_LOCKED,   AMP_STORE_ERROR_WRITE,      N_("another program is using it") },
};
/* clang-format on */

static gboolean
is_out_of_space (int system_code)
{
  return system_code == ENOSPC || system_code == EDQUOT || system_code == EFBIG;
}

/* The errno of the last failure: SQLite keeps it for the file when a page was
 * written, and for the connection when the file was opened. */
static int
get_system_code (AmpSql *sql)
{
  int system_code = 0;

  sqlite3_file_control (sql->database, "main", SQLITE_FCNTL_LAST_ERRNO, &system_code);
  return system_code != 0 ? system_code : sqlite3_system_errno (sql->database);
}

/* An input/output error has its reason in errno, not in SQLite's code. */
static void
set_system_error (GError **error, AmpSql *sql)
{
  int           system_code = get_system_code (sql);
  AmpStoreError code = sql->is_reading ? AMP_STORE_ERROR_READ : AMP_STORE_ERROR_WRITE;

  if (is_out_of_space (system_code))
    g_set_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_FULL, "%s: %s", sql->name, _ ("the disk is full"));
  else
    g_set_error (error, AMP_STORE_ERROR, code, "%s: %s", sql->name, system_code != 0 ? g_strerror (system_code) : _ ("input or output failed"));
}

static void
set_error (GError **error, AmpSql *sql, int code)
{
  int primary = code & 0xff;

  sql->has_failed = TRUE;
  if (primary == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Cancelled"));
      return;
    }
  if (primary == SQLITE_IOERR)
    {
      set_system_error (error, sql);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (error_rows); i++)
    if (error_rows[i].code == primary)
      {
        g_set_error (error, AMP_STORE_ERROR, error_rows[i].error, "%s: %s", sql->name, _ (error_rows[i].reason));
        return;
      }
  /* What is left is a table or column that is missing (reading) or a
   * constraint that the caller broke (writing). */
  g_set_error (error, AMP_STORE_ERROR, sql->is_reading ? AMP_STORE_ERROR_DAMAGED : AMP_STORE_ERROR_WRITE, "%s: %s", sql->name, sql->is_reading ? _ ("the case is damaged") : _ ("the case cannot be written"));
}

static gboolean
check (AmpSql *sql, int code, GError **error)
{
  if (code == SQLITE_OK)
    return TRUE;
  set_error (error, sql, code);
  return FALSE;
}

static AmpSql *
open_database (const char *address, const char *name, int flags, GError **error)
{
  g_autoptr (AmpSql) sql = g_new0 (AmpSql, 1);
  int code;

  sql->name = g_filename_display_name (name);
  sql->is_reading = (flags & SQLITE_OPEN_READONLY) != 0;
  code = sqlite3_open_v2 (address, &sql->database, flags | SQLITE_OPEN_EXRESCODE, NULL);
  if (!check (sql, code, error))
    return NULL;
  return g_steal_pointer (&sql);
}

AmpSql *
amp_sql_open_for_building (const char *path, const char *name, GError **error)
{
  g_autoptr (AmpSql) sql = open_database (path, name, SQLITE_OPEN_READWRITE, error);

  if (sql == NULL ||
      !amp_sql_run (sql,
                    "PRAGMA page_size = 16384; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
                    "PRAGMA locking_mode = EXCLUSIVE; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8192",
                    error))
    return NULL;
  return g_steal_pointer (&sql);
}

static void
distrust (AmpSql *sql)
{
  sqlite3_db_config (sql->database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (sql->database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (sql->database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (sql->database, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_limit (sql->database, SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES);
  sqlite3_limit (sql->database, SQLITE_LIMIT_ATTACHED, 0);
}

/* A case is replaced, never changed, so it is read as immutable: no lock, no
 * look for a journal beside it, and read-only folders do. */
static char *
get_read_address (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *address = g_filename_to_uri (absolute, NULL, NULL);

  return address != NULL ? g_strconcat (address, "?immutable=1", NULL) : NULL;
}

AmpSql *
amp_sql_open_for_reading (const char *path, const char *name, GError **error)
{
  g_autofree char *address = get_read_address (path);
  g_autoptr (AmpSql) sql = open_database (address, name, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, error);

  if (sql == NULL)
    return NULL;
  distrust (sql);
  if (!amp_sql_run (sql, "PRAGMA cell_size_check = ON; PRAGMA query_only = ON; PRAGMA mmap_size = 0; PRAGMA cache_size = -8192", error))
    return NULL;
  return g_steal_pointer (&sql);
}

AmpSql *
amp_sql_open_for_changing (const char *path, const char *name, GError **error)
{
  g_autoptr (AmpSql) sql = open_database (path, name, SQLITE_OPEN_READWRITE, error);

  if (sql == NULL)
    return NULL;
  distrust (sql);
  if (!amp_sql_run (sql,
                    "PRAGMA cell_size_check = ON; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;"
                    "PRAGMA locking_mode = EXCLUSIVE; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0",
                    error))
    return NULL;
  return g_steal_pointer (&sql);
}

gboolean
amp_sql_close (AmpSql *sql, GError **error)
{
  g_autoptr (AmpSql) owned = sql;
  int code = sqlite3_close (sql->database);

  if (code == SQLITE_OK)
    sql->database = NULL;
  return check (sql, code, error);
}

void
amp_sql_free (AmpSql *sql)
{
  if (sql == NULL)
    return;
  sqlite3_close_v2 (sql->database);
  g_free (sql->name);
  g_free (sql);
}

const char *
amp_sql_get_name (AmpSql *sql)
{
  return sql->name;
}

gboolean
amp_sql_has_failed (AmpSql *sql)
{
  return sql->has_failed;
}

static int
on_progress (void *data)
{
  AmpSql *sql = data;

  return g_cancellable_is_cancelled (sql->cancellable);
}

void
amp_sql_set_cancellable (AmpSql *sql, GCancellable *cancellable)
{
  sql->cancellable = cancellable;
  sqlite3_progress_handler (sql->database, STEPS_BETWEEN_CHECKS, cancellable != NULL ? on_progress : NULL, sql);
}

gboolean
amp_sql_run (AmpSql *sql, const char *text, GError **error)
{
  return check (sql, sqlite3_exec (sql->database, text, NULL, NULL, NULL), error);
}

AmpStatement *
amp_sql_prepare (AmpSql *sql, const char *text, GError **error)
{
  g_autoptr (AmpStatement) statement = g_new0 (AmpStatement, 1);

  statement->sql = sql;
  if (!check (sql, sqlite3_prepare_v2 (sql->database, text, -1, &statement->statement, NULL), error))
    return NULL;
  return g_steal_pointer (&statement);
}

gboolean
amp_sql_get_integer (AmpSql *sql, const char *text, gint64 *value, GError **error)
{
  g_autoptr (AmpStatement) statement = amp_sql_prepare (sql, text, error);
  AmpStep step;

  if (statement == NULL)
    return FALSE;
  step = amp_statement_step (statement, error);
  *value = step == AMP_STEP_ROW ? amp_statement_get_integer (statement, 0) : 0;
  return step != AMP_STEP_FAILED;
}

void
amp_statement_free (AmpStatement *statement)
{
  if (statement == NULL)
    return;
  sqlite3_finalize (statement->statement);
  g_free (statement);
}

static void
keep_bind_code (AmpStatement *statement, int code)
{
  if (statement->bind_code == SQLITE_OK)
    statement->bind_code = code;
}

void
amp_statement_bind_integer (AmpStatement *statement, int parameter, gint64 value)
{
  keep_bind_code (statement, sqlite3_bind_int64 (statement->statement, parameter, value));
}

void
amp_statement_bind_double (AmpStatement *statement, int parameter, double value)
{
  keep_bind_code (statement, sqlite3_bind_double (statement->statement, parameter, value));
}

void
amp_statement_bind_text (AmpStatement *statement, int parameter, const char *text)
{
  keep_bind_code (statement, sqlite3_bind_text (statement->statement, parameter, text, -1, SQLITE_STATIC));
}

void
amp_statement_bind_bytes (AmpStatement *statement, int parameter, const guint8 *bytes, gsize length)
{
  /* A NULL pointer would bind NULL, where an empty value is meant. */
  keep_bind_code (statement, sqlite3_bind_blob64 (statement->statement, parameter, bytes != NULL ? (const void *) bytes : "", length, SQLITE_STATIC));
}

AmpStep
amp_statement_step (AmpStatement *statement, GError **error)
{
  int code = statement->bind_code != SQLITE_OK ? statement->bind_code : sqlite3_step (statement->statement);

  if (code == SQLITE_ROW)
    return AMP_STEP_ROW;
  if (code == SQLITE_DONE)
    return AMP_STEP_DONE;
  set_error (error, statement->sql, code);
  return AMP_STEP_FAILED;
}

gboolean
amp_statement_run (AmpStatement *statement, GError **error)
{
  AmpStep step;

  do
    step = amp_statement_step (statement, error);
  while (step == AMP_STEP_ROW);
  amp_statement_reset (statement);
  return step == AMP_STEP_DONE;
}

void
amp_statement_reset (AmpStatement *statement)
{
  sqlite3_reset (statement->statement);
  statement->bind_code = SQLITE_OK;
}

gint64
amp_statement_get_integer (AmpStatement *statement, int column)
{
  return sqlite3_column_int64 (statement->statement, column);
}

double
amp_statement_get_double (AmpStatement *statement, int column)
{
  return sqlite3_column_double (statement->statement, column);
}

const char *
amp_statement_get_text (AmpStatement *statement, int column)
{
  return (const char *) sqlite3_column_text (statement->statement, column);
}

char *
amp_statement_dup_text (AmpStatement *statement, int column)
{
  const char *text = amp_statement_get_text (statement, column);

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

const guint8 *
amp_statement_get_bytes (AmpStatement *statement, int column, gsize *length)
{
  const guint8 *bytes = sqlite3_column_blob (statement->statement, column);

  *length = bytes != NULL ? (gsize) sqlite3_column_bytes (statement->statement, column) : 0;
  return bytes;
}

int
amp_statement_get_n_columns (AmpStatement *statement)
{
  return sqlite3_column_count (statement->statement);
}
