/* The identifier of a figure: where it stands in every format of a report, and
 * what `ampleur-cli explain` takes. A single figure has its own name, as
 * "persons"; one of a table is KEY/CODE/COLUMN, as "departement/35/persons".
 * Must not know which figures a report holds. */
#pragma once

#include <glib.h>

#include "amp-table.h"

G_BEGIN_DECLS

/**
 * AmpFigureColumn:
 *
 * The columns of every table of a report.
 */
typedef enum
{
  AMP_FIGURE_RECORDS,
  AMP_FIGURE_PERSONS,
  AMP_FIGURE_SHARE,
  AMP_FIGURE_PER_1000,
  AMP_FIGURE_POPULATION,
  AMP_FIGURE_SENSITIVE_PERSONS,
  AMP_FIGURE_SENSITIVE_SHARE,
  AMP_N_FIGURE_COLUMNS,
} AmpFigureColumn;

/**
 * amp_figure_column_get_code:
 *
 * Returns: the name of the column in CSV, JSON and identifiers: "per_1000"
 */
const char *amp_figure_column_get_code (AmpFigureColumn column);

/**
 * amp_figure_id_dup_row:
 * @key: the key of a table
 * @code: a row of it; "" for those without a place, who are "unplaced" here
 *
 * Returns: (transfer full): the identifier of the row: "departement/35"
 */
char *amp_figure_id_dup_row (AmpKey key, const char *code);

/**
 * amp_figure_id_dup:
 *
 * Returns: (transfer full): the identifier of a figure of a table:
 *   "departement/35/persons"
 */
char *amp_figure_id_dup (AmpKey key, const char *code, AmpFigureColumn column);

/**
 * amp_figure_id_dup_crossing:
 * @row_key: the key of the rows
 * @row: the code of a row; "" for those without a place
 * @column_key: the key of the columns
 * @column: the code of a column
 *
 * Returns: (transfer full): the identifier of the persons in both:
 *   "departement/35/category/health/persons"
 */
char *amp_figure_id_dup_crossing (AmpKey row_key, const char *row, AmpKey column_key, const char *column);

/**
 * amp_figure_id_parse_crossing:
 * @id: what amp_figure_id_dup_crossing() returns, or anything
 * @row_key: (out): the key of the rows
 * @row: (out) (transfer full): the code of the row
 * @column_key: (out): the key of the columns
 * @column: (out) (transfer full): the code of the column
 *
 * Returns: whether @id has the form of a cell of two keys; nothing is set if not
 */
gboolean amp_figure_id_parse_crossing (const char *id, AmpKey *row_key, char **row, AmpKey *column_key, char **column);

/**
 * amp_figure_id_parse:
 * @id: what amp_figure_id_dup() returns, or anything
 * @key: (out): the key of the table
 * @code: (out) (transfer full): the code of the row
 * @column: (out): the column
 *
 * Returns: whether @id has the form of a figure of a table; nothing is set if
 *   not
 */
gboolean amp_figure_id_parse (const char *id, AmpKey *key, char **code, AmpFigureColumn *column);

G_END_DECLS
