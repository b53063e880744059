/* The tables, once. Invariant: what amp_schema_create() makes is what
 * amp_schema_check() accepts, because both read the same texts. */
#include "amp-schema.h"

#include "amp-checksum.h"

#include <errno.h>
#include <stdio.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

typedef struct
{
  const char      *name;
  const char      *text;
  AmpSchemaVersion since;
  AmpSchemaVersion until;
} Table;

/* clang-format off */
static const Table tables[] = {
  { "facts",
    "CREATE TABLE facts (name TEXT PRIMARY KEY, value ANY) STRICT, WITHOUT ROWID", AMP_SCHEMA_VERSION_1, AMP_SCHEMA_VERSION_NOW },
  { "sources",
    "CREATE TABLE sources (id INTEGER PRIMARY KEY, name TEXT NOT NULL, bytes INTEGER NOT NULL, sha256 TEXT, "
    "format TEXT, encoding TEXT, delimiter TEXT, quote TEXT, line_end TEXT, has_header INTEGER NOT NULL, "
    "preamble_lines INTEGER NOT NULL, n_fields INTEGER NOT NULL, lines INTEGER NOT NULL, records INTEGER NOT NULL, "
    "malformed INTEGER NOT NULL, unplaced INTEGER NOT NULL, skipped INTEGER NOT NULL) STRICT", AMP_SCHEMA_VERSION_1, AMP_SCHEMA_VERSION_NOW },
  { "fields",
    "CREATE TABLE fields (id INTEGER PRIMARY KEY, source INTEGER NOT NULL, position INTEGER NOT NULL, header TEXT NOT NULL, "
    "type TEXT NOT NULL, confidence REAL NOT NULL, valid REAL, shape TEXT, evidence TEXT, filled INTEGER NOT NULL, "
    "persons INTEGER, sensitive_persons INTEGER, UNIQUE (source, position)) STRICT", AMP_SCHEMA_VERSION_1, AMP_SCHEMA_VERSION_NOW },
  { "types",
    "CREATE TABLE types (type TEXT PRIMARY KEY, records INTEGER NOT NULL, persons INTEGER NOT NULL, "
    "sensitive_persons INTEGER NOT NULL) STRICT, WITHOUT ROWID", AMP_SCHEMA_VERSION_1, AMP_SCHEMA_VERSION_NOW },
  { "places",
    "CREATE TABLE places (id INTEGER PRIMARY KEY, country TEXT NOT NULL, region TEXT, departement TEXT, epci TEXT, "
    "commune TEXT) STRICT", AMP_SCHEMA_VERSION_1, AMP_SCHEMA_VERSION_ANNOTATIONS },
  { "category_sets",
    "CREATE TABLE category_sets (id INTEGER PRIMARY KEY, categories TEXT NOT NULL) STRICT", AMP_SCHEMA_VERSION_1, AMP_SCHEMA_VERSION_NOW },
  { "cell_blocks",
    "CREATE TABLE cell_blocks (id INTEGER PRIMARY KEY, cells INTEGER NOT NULL, sources BLOB NOT NULL, places BLOB NOT NULL, "
    "category_sets BLOB NOT NULL, profiles BLOB NOT NULL, records BLOB NOT NULL, persons BLOB NOT NULL) STRICT", AMP_SCHEMA_VERSION_1, AMP_SCHEMA_VERSION_ANNOTATIONS },
  { "malformed",
    "CREATE TABLE malformed (id INTEGER PRIMARY KEY, source INTEGER NOT NULL, ordinal INTEGER NOT NULL, "
    "line INTEGER NOT NULL, reason TEXT NOT NULL) STRICT", AMP_SCHEMA_VERSION_1, AMP_SCHEMA_VERSION_NOW },
  { "blocks",
    "CREATE TABLE blocks (id INTEGER PRIMARY KEY, source INTEGER NOT NULL, records INTEGER NOT NULL, "
    "checksum INTEGER NOT NULL, ordinals BLOB NOT NULL, lines BLOB NOT NULL, places BLOB NOT NULL, "
    "category_sets BLOB NOT NULL, profiles BLOB NOT NULL, fields BLOB NOT NULL) STRICT", AMP_SCHEMA_VERSION_1, AMP_SCHEMA_VERSION_NOW },
  { "block_persons",
    "CREATE TABLE block_persons (id INTEGER PRIMARY KEY, checksum INTEGER NOT NULL, persons BLOB NOT NULL) STRICT", AMP_SCHEMA_VERSION_1, AMP_SCHEMA_VERSION_NOW },
  { "person_blocks",
    "CREATE TABLE person_blocks (id INTEGER PRIMARY KEY, persons INTEGER NOT NULL, checksum INTEGER NOT NULL, "
    "cells BLOB NOT NULL) STRICT", AMP_SCHEMA_VERSION_1, AMP_SCHEMA_VERSION_NOW },
  { "checksums",
    "CREATE TABLE checksums (name TEXT PRIMARY KEY, checksum INTEGER NOT NULL) STRICT, WITHOUT ROWID", AMP_SCHEMA_VERSION_1, AMP_SCHEMA_VERSION_NOW },
  { "annotations",
    "CREATE TABLE annotations (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID", AMP_SCHEMA_VERSION_ANNOTATIONS, AMP_SCHEMA_VERSION_NOW },
  { "place_levels",
    "CREATE TABLE place_levels (id INTEGER PRIMARY KEY, level TEXT NOT NULL, codes TEXT NOT NULL, places INTEGER NOT NULL, "
    "numbers BLOB NOT NULL) STRICT", AMP_SCHEMA_VERSION_KINDS, AMP_SCHEMA_VERSION_NOW },
  { "cell_blocks",
    "CREATE TABLE cell_blocks (id INTEGER PRIMARY KEY, kinds INTEGER NOT NULL, cells INTEGER NOT NULL, sources BLOB NOT NULL, "
    "category_sets BLOB NOT NULL, profiles BLOB NOT NULL, lengths BLOB NOT NULL, places BLOB NOT NULL, records BLOB NOT NULL, "
    "persons BLOB NOT NULL) STRICT", AMP_SCHEMA_VERSION_KINDS, AMP_SCHEMA_VERSION_NOW },
  { "distinct_values",
    "CREATE TABLE distinct_values (field INTEGER PRIMARY KEY, number INTEGER NOT NULL, is_sampled INTEGER NOT NULL) STRICT", AMP_SCHEMA_VERSION_KINDS, AMP_SCHEMA_VERSION_NOW },
};
/* clang-format on */

static const char *const summed_tables_1[] = { "facts", "sources", "fields", "types", "places", "category_sets", "cell_blocks", "malformed", NULL };
static const char *const summed_tables_2[] = { "annotations", "facts", "sources", "fields", "types", "places", "category_sets", "cell_blocks", "malformed", NULL };
static const char *const summed_tables[] = { "annotations", "facts", "sources", "fields", "distinct_values", "types", "place_levels", "category_sets", "cell_blocks", "malformed", NULL };

static gboolean
is_of (const Table *table, AmpSchemaVersion version)
{
  return table->since <= version && version <= table->until;
}

gboolean
amp_schema_create (AmpSql *sql, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "PRAGMA application_id = %d; PRAGMA user_version = %d;", AMP_SCHEMA_APPLICATION_ID, AMP_SCHEMA_VERSION_NOW);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (is_of (&tables[i], AMP_SCHEMA_VERSION_NOW))
      g_string_append_printf (text, "%s;", tables[i].text);
  return amp_sql_run (sql, text->str, error);
}

gboolean
amp_schema_get_version (AmpSql *sql, AmpSchemaVersion *version, GError **error)
{
  gint64 number;

  if (!amp_sql_get_integer (sql, "PRAGMA user_version", &number, error))
    return FALSE;
  *version = (AmpSchemaVersion) number;
  return TRUE;
}

gboolean
amp_schema_add_annotations (AmpSql *sql, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  AmpSchemaVersion version;

  if (!amp_schema_get_version (sql, &version, error))
    return FALSE;
  if (version >= AMP_SCHEMA_VERSION_ANNOTATIONS)
    return TRUE;
  g_string_append_printf (text, "PRAGMA user_version = %d;", AMP_SCHEMA_VERSION_ANNOTATIONS);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (tables[i].since == AMP_SCHEMA_VERSION_ANNOTATIONS)
      g_string_append_printf (text, "%s;", tables[i].text);
  return amp_sql_run (sql, text->str, error) &&
         amp_schema_write_checksum (sql, "annotations", error);
}

static gboolean
check_marks (AmpSql *sql, GError **error)
{
  gint64 application;
  gint64 version;

  if (!amp_sql_get_integer (sql, "PRAGMA application_id", &application, error) ||
      !amp_sql_get_integer (sql, "PRAGMA user_version", &version, error))
    return FALSE;
  if (application != AMP_SCHEMA_APPLICATION_ID)
    g_set_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_NOT_A_CASE, "%s: %s", amp_sql_get_name (sql), _ ("it is not an Ampleur case"));
  else if (version > AMP_SCHEMA_VERSION_NOW)
    g_set_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_NEWER, "%s: %s", amp_sql_get_name (sql), _ ("the case was written by a newer version of Ampleur"));
  else if (version < AMP_SCHEMA_VERSION_1)
    g_set_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_DAMAGED, "%s: %s", amp_sql_get_name (sql), _ ("the case is damaged"));
  else
    return TRUE;
  return FALSE;
}

/* Where the header of an SQLite file holds the application id, most significant
 * byte first (https://www.sqlite.org/fileformat.html, 1.3). */
#define APPLICATION_ID_OFFSET 68

static gboolean
has_mark (FILE *stream)
{
  guint8  header[APPLICATION_ID_OFFSET + 4];
  guint32 mark;
  gsize   length = fread (header, 1, sizeof header, stream);

  if (length < sizeof header)
    return length == 0 && !ferror (stream);
  memcpy (&mark, header + APPLICATION_ID_OFFSET, sizeof mark);
  return memcmp (header, "SQLite format 3", sizeof "SQLite format 3") == 0 && GUINT32_FROM_BE (mark) == AMP_SCHEMA_APPLICATION_ID;
}

gboolean
amp_schema_is_replaceable (const char *path)
{
  GStatBuf status;
  FILE    *stream;
  gboolean is_replaceable;

  g_return_val_if_fail (path != NULL, FALSE);

  if (g_stat (path, &status) != 0)
    return errno == ENOENT;
  /* A pipe would be waited for. */
  stream = S_ISREG (status.st_mode) ? g_fopen (path, "rbe") : NULL;
  if (stream == NULL)
    return FALSE;
  is_replaceable = has_mark (stream);
  fclose (stream);
  return is_replaceable;
}

static guint
count_tables (AmpSchemaVersion version)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    n += is_of (&tables[i], version);
  return n;
}

static gboolean
is_our_table (AmpSchemaVersion version, const char *name, const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (is_of (&tables[i], version) && g_strcmp0 (name, tables[i].name) == 0)
      return g_strcmp0 (text, tables[i].text) == 0;
  return FALSE;
}

/* Each of our tables, as we write it, and nothing else: no trigger, view,
 * index or virtual table. The index behind UNIQUE has no text. */
static gboolean
has_our_tables (AmpStatement *statement, AmpSchemaVersion version, gboolean *is_ours, GError **error)
{
  guint   n_expected = count_tables (version);
  guint   n_found = 0;
  AmpStep step;

  *is_ours = TRUE;
  while ((step = amp_statement_step (statement, error)) == AMP_STEP_ROW && *is_ours)
    {
      g_autofree char *name = amp_statement_dup_text (statement, 0);
      g_autofree char *text = amp_statement_dup_text (statement, 1);

      *is_ours = is_our_table (version, name, text) && ++n_found <= n_expected;
    }
  *is_ours = *is_ours && n_found == n_expected;
  return step != AMP_STEP_FAILED;
}

gboolean
amp_schema_check (AmpSql *sql, GError **error)
{
  g_autoptr (AmpStatement) statement = NULL;
  AmpSchemaVersion version;
  gboolean         is_ours;

  if (!check_marks (sql, error) || !amp_schema_get_version (sql, &version, error))
    return FALSE;
  statement = amp_sql_prepare (sql, "SELECT name, sql FROM sqlite_schema WHERE NOT (type = 'index' AND sql IS NULL)", error);
  if (statement == NULL || !has_our_tables (statement, version, &is_ours, error))
    return FALSE;
  if (!is_ours)
    g_set_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_DAMAGED, "%s: %s", amp_sql_get_name (sql), _ ("the tables of the case are not what they should be"));
  return is_ours;
}

const char *const *
amp_schema_get_tables (AmpSchemaVersion version)
{
  if (version < AMP_SCHEMA_VERSION_ANNOTATIONS)
    return summed_tables_1;
  return version < AMP_SCHEMA_VERSION_KINDS ? summed_tables_2 : summed_tables;
}

static guint32
add_row (AmpStatement *statement, guint32 checksum)
{
  for (int i = 0; i < amp_statement_get_n_columns (statement); i++)
    {
      gsize         length;
      const guint8 *bytes = amp_statement_get_bytes (statement, i, &length);

      checksum = amp_checksum_add (checksum, bytes, length);
      checksum = amp_checksum_add (checksum, (const guint8 *) "", 1);
    }
  return checksum;
}

gboolean
amp_schema_compute_checksum (AmpSql *sql, const char *table, guint32 *checksum, GError **error)
{
  g_autofree char *text = g_strdup_printf ("SELECT * FROM %s ORDER BY 1", table);
  g_autoptr (AmpStatement) statement = amp_sql_prepare (sql, text, error);
  AmpStep step;

  *checksum = 0;
  if (statement == NULL)
    return FALSE;
  while ((step = amp_statement_step (statement, error)) == AMP_STEP_ROW)
    *checksum = add_row (statement, *checksum);
  return step == AMP_STEP_DONE;
}

gboolean
amp_schema_write_checksum (AmpSql *sql, const char *table, GError **error)
{
  g_autoptr (AmpStatement) insert = NULL;
  guint32 checksum;

  if (!amp_schema_compute_checksum (sql, table, &checksum, error))
    return FALSE;
  insert = amp_sql_prepare (sql, "INSERT OR REPLACE INTO checksums VALUES (?, ?)", error);
  if (insert == NULL)
    return FALSE;
  amp_statement_bind_text (insert, 1, table);
  amp_statement_bind_integer (insert, 2, checksum);
  return amp_statement_run (insert, error);
}
