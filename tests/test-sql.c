/* SQLite behind GError: each failure has its code and names the file. */
#include "amp-schema.h"
#include "amp-sql.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("ampleur-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "base % ?#.ampleur", NULL);
  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static AmpSql *
build (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpSql) sql = amp_sql_open_for_building (fixture->path, "base", &error);

  g_assert_no_error (error);
  g_assert_true (amp_sql_run (sql, text, &error));
  g_assert_no_error (error);
  return g_steal_pointer (&sql);
}

static void
test_values (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpSql) sql = build (fixture, "CREATE TABLE t (a INTEGER, b REAL, c TEXT, d BLOB, e TEXT)");
  g_autoptr (AmpStatement) insert = amp_sql_prepare (sql, "INSERT INTO t VALUES (?, ?, ?, ?, ?)", NULL);
  g_autoptr (AmpStatement) select = NULL;
  g_autofree char *text = NULL;
  g_autofree char *nothing = NULL;
  const guint8    *bytes;
  gsize            length;

  amp_statement_bind_integer (insert, 1, G_MININT64);
  amp_statement_bind_double (insert, 2, 0.5);
  amp_statement_bind_text (insert, 3, "caf\xff");
  amp_statement_bind_bytes (insert, 4, (const guint8 *) "a\0b", 3);
  amp_statement_bind_text (insert, 5, NULL);
  g_assert_true (amp_statement_run (insert, NULL));
  select = amp_sql_prepare (sql, "SELECT * FROM t", NULL);
  g_assert_cmpint (amp_statement_step (select, NULL), ==, AMP_STEP_ROW);
  g_assert_cmpint (amp_statement_get_n_columns (select), ==, 5);
  g_assert_cmpint (amp_statement_get_integer (select, 0), ==, G_MININT64);
  g_assert_cmpfloat (amp_statement_get_double (select, 1), ==, 0.5);
  text = amp_statement_dup_text (select, 2);
  g_assert_cmpstr (text, ==, "caf\xef\xbf\xbd");
  bytes = amp_statement_get_bytes (select, 3, &length);
  g_assert_cmpmem (bytes, length, "a\0b", 3);
  nothing = amp_statement_dup_text (select, 4);
  g_assert_null (nothing);
  g_assert_cmpint (amp_statement_step (select, NULL), ==, AMP_STEP_DONE);
}

static void
test_bad_bind (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpSql) sql = build (fixture, "CREATE TABLE t (a INTEGER)");
  g_autoptr (AmpStatement) insert = amp_sql_prepare (sql, "INSERT INTO t VALUES (?)", NULL);
  g_autoptr (GError) error = NULL;

  amp_statement_bind_integer (insert, 2, 1);
  g_assert_false (amp_statement_run (insert, &error));
  g_assert_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_WRITE);
  g_assert_true (amp_sql_has_failed (sql));
}

static void
test_not_a_database (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpSql) sql = NULL;
  g_autoptr (GError) error = NULL;
  gint64 number;

  g_assert_true (g_file_set_contents (fixture->path, "nom;prenom\nDUPONT;JEANNE\nand so on, for more than a hundred bytes, so that it might have a header of a database in it\n", -1, NULL));
  sql = amp_sql_open_for_reading (fixture->path, fixture->path, NULL);
  g_assert_false (sql != NULL && amp_sql_get_integer (sql, "PRAGMA user_version", &number, &error) && amp_sql_get_integer (sql, "SELECT count(*) FROM sqlite_schema", &number, &error));
  if (sql == NULL)
    return;
  g_assert_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_NOT_A_CASE);
  g_assert_nonnull (strstr (error->message, "base % ?#.ampleur"));
}

static void
test_reading_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpSql) sql = build (fixture, "CREATE TABLE t (a INTEGER)");
  g_autoptr (GError) error = NULL;

  g_assert_true (amp_sql_close (g_steal_pointer (&sql), NULL));
  sql = amp_sql_open_for_reading (fixture->path, "base", &error);
  g_assert_no_error (error);
  g_assert_false (amp_sql_run (sql, "INSERT INTO t VALUES (1)", &error));
  g_assert_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_WRITE);
}

static void
test_views_do_not_run (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpSql) sql = build (fixture, "CREATE VIEW v AS SELECT 1");
  g_autoptr (GError) error = NULL;
  gint64 number;

  g_assert_true (amp_sql_close (g_steal_pointer (&sql), NULL));
  sql = amp_sql_open_for_reading (fixture->path, "base", &error);
  g_assert_no_error (error);
  g_assert_false (amp_sql_get_integer (sql, "SELECT * FROM v", &number, &error));
  g_assert_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_DAMAGED);
}

#define ENDLESS "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(i) FROM n WHERE i < 0"

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpSql) sql = build (fixture, "CREATE TABLE t (a INTEGER)");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gint64 number;

  g_cancellable_cancel (cancellable);
  amp_sql_set_cancellable (sql, cancellable);
  g_assert_false (amp_sql_get_integer (sql, ENDLESS, &number, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  amp_sql_set_cancellable (sql, NULL);
  g_clear_error (&error);
  g_assert_true (amp_sql_get_integer (sql, "SELECT 42", &number, &error));
  g_assert_cmpint (number, ==, 42);
}

static void
test_schema (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpSql) sql = build (fixture, "BEGIN");
  g_autoptr (GError) error = NULL;

  g_assert_true (amp_schema_create (sql, &error));
  g_assert_no_error (error);
  g_assert_true (amp_schema_check (sql, &error));
  g_assert_no_error (error);
}

/* What a schema may not hold besides ours. */
static void
test_foreign_schema (Fixture *fixture, gconstpointer data)
{
  static const char *const additions[] = {
    "CREATE TABLE more (a)",
    "CREATE VIEW more AS SELECT 1",
    "CREATE INDEX more ON fields (type)",
    "CREATE TRIGGER more AFTER INSERT ON facts BEGIN SELECT 1; END",
    "DROP TABLE facts",
    "DROP TABLE facts; CREATE VIEW facts AS SELECT 'a' AS name, 1 AS value",
    "ALTER TABLE place_levels ADD COLUMN street TEXT",
  };

  for (guint i = 0; i < G_N_ELEMENTS (additions); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AmpSql) sql = build (fixture, "BEGIN");

      g_assert_true (amp_schema_create (sql, NULL));
      g_assert_true (amp_sql_run (sql, additions[i], NULL));
      g_assert_false (amp_schema_check (sql, &error));
      g_assert_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_DAMAGED);
    }
}

static void
test_versions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpSql) sql = build (fixture, "BEGIN");
  g_autoptr (GError) error = NULL;

  g_assert_true (amp_schema_create (sql, NULL));
  g_assert_true (amp_sql_run (sql, "PRAGMA user_version = 1000", NULL));
  g_assert_false (amp_schema_check (sql, &error));
  g_assert_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_NEWER);
  g_clear_error (&error);
  g_assert_true (amp_sql_run (sql, "PRAGMA user_version = 0", NULL));
  g_assert_false (amp_schema_check (sql, &error));
  g_assert_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_true (amp_sql_run (sql, "PRAGMA application_id = 7", NULL));
  g_assert_false (amp_schema_check (sql, &error));
  g_assert_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_NOT_A_CASE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/store/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("sql/values-are-read-back", test_values);
  ADD ("sql/a-failed-bind-is-told", test_bad_bind);
  ADD ("sql/what-is-no-database-is-told", test_not_a_database);
  ADD ("sql/reading-does-not-write", test_reading_only);
  ADD ("sql/views-of-a-file-do-not-run", test_views_do_not_run);
  ADD ("sql/long-queries-can-be-cancelled", test_cancel);
  ADD ("schema/what-is-made-is-accepted", test_schema);
  ADD ("schema/anything-else-is-refused", test_foreign_schema);
  ADD ("schema/versions-are-told-apart", test_versions);
#undef ADD
  return g_test_run ();
}
