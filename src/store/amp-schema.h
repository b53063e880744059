/* The tables of a case: their one definition, the version of the format, and
 * the checksum of a table's content. src/store/README.md explains them to
 * people; both change together. Internal to the store; must not know what the
 * rows mean. */
#pragma once

#include "amp-sql.h"

G_BEGIN_DECLS

/**
 * AMP_SCHEMA_APPLICATION_ID:
 *
 * The "application id" in the header of the file: "AMPL" in ASCII.
 */
#define AMP_SCHEMA_APPLICATION_ID 0x414d504c

/**
 * AmpSchemaVersion:
 * @AMP_SCHEMA_VERSION_1: the first format.
 * @AMP_SCHEMA_VERSION_ANNOTATIONS: adds the table of annotations.
 * @AMP_SCHEMA_VERSION_KINDS: puts cells together by kind, and places by level, so that
 *   neither need be unpacked to open a case; adds the table of different values.
 * @AMP_SCHEMA_VERSION_NOW: what this version writes, and the newest it reads.
 *
 * The "user version" in the header of the file. A new version comes with the
 * code that reads the older one and with a case of the older one as a test.
 */
typedef enum
{
  AMP_SCHEMA_VERSION_1 = 1,
  AMP_SCHEMA_VERSION_ANNOTATIONS = 2,
  AMP_SCHEMA_VERSION_KINDS = 3,
  AMP_SCHEMA_VERSION_NOW = AMP_SCHEMA_VERSION_KINDS
} AmpSchemaVersion;

/**
 * AMP_RECORDS_PER_BLOCK:
 *
 * The most records or persons that one block holds; before version 3, cells, too.
 */
#define AMP_RECORDS_PER_BLOCK 4096

/**
 * amp_schema_create:
 * @sql: a connection to an empty file
 *
 * Makes the tables and marks the file as a case.
 *
 * Returns: whether that went well.
 */
gboolean amp_schema_create (AmpSql *sql, GError **error);

/**
 * amp_schema_check:
 * @sql: a connection to any file
 *
 * Checks that the file is a case of a version that can be read and that its
 * tables are ours, character for character, so that nothing else in it ever
 * runs.
 *
 * Returns: whether it is; %AMP_STORE_ERROR_NOT_A_CASE,
 *   %AMP_STORE_ERROR_NEWER or %AMP_STORE_ERROR_DAMAGED if not.
 */
gboolean amp_schema_check (AmpSql *sql, GError **error);

/**
 * amp_schema_get_version:
 * @sql: a connection to a case
 * @version: (out): where to put the version of its format
 *
 * Returns: whether it could be read.
 */
gboolean amp_schema_get_version (AmpSql *sql, AmpSchemaVersion *version, GError **error);

/**
 * amp_schema_add_annotations:
 * @sql: a connection to a case that was checked and may be changed
 *
 * Makes a case of the first version one of %AMP_SCHEMA_VERSION_ANNOTATIONS, without
 * any. Does nothing to others: what differs in later versions is how the same is
 * packed, and both are read.
 *
 * Returns: whether that went well.
 */
gboolean amp_schema_add_annotations (AmpSql *sql, GError **error);

/**
 * amp_schema_is_replaceable:
 * @path: a path
 *
 * Reads the mark in the header of a file, without SQLite and whatever the rest
 * of it is worth.
 *
 * Returns: whether @path is a case, even a damaged one, an empty file, or nothing
 *   at all: what may be replaced by a case.
 */
gboolean amp_schema_is_replaceable (const char *path);

/**
 * amp_schema_get_tables:
 * @version: of the case
 *
 * Returns: (array zero-terminated=1): the names of the tables whose content is
 *   under one checksum each. Blocks of records and persons are not: each has
 *   its own.
 */
const char *const *amp_schema_get_tables (AmpSchemaVersion version);

/**
 * amp_schema_compute_checksum:
 * @sql: a connection
 * @table: one of amp_schema_get_tables()
 * @checksum: (out): where to put the checksum of all rows in their order
 *
 * The checksum runs over the text of each value (nothing for NULL), each
 * followed by a zero byte.
 *
 * Returns: whether the table could be read.
 */
gboolean amp_schema_compute_checksum (AmpSql *sql, const char *table, guint32 *checksum, GError **error);

/**
 * amp_schema_write_checksum:
 * @sql: a connection to a case that is being written
 * @table: one of amp_schema_get_tables()
 *
 * Computes the checksum of a table and keeps it in the table of checksums.
 *
 * Returns: whether that went well.
 */
gboolean amp_schema_write_checksum (AmpSql *sql, const char *table, GError **error);

G_END_DECLS
