/* The values of one row of an SQL dump, made of tokens or of a line of data. */
#pragma once

#include "amp-row-parser.h"
#include "amp-sql-lexer.h"

G_BEGIN_DECLS

typedef struct _AmpSqlValues AmpSqlValues;

/**
 * amp_sql_values_new:
 * @max_values: how many values a row may have.
 *
 * Returns: (transfer full): the memory of a row.
 */
AmpSqlValues *amp_sql_values_new (guint max_values);

/**
 * amp_sql_values_free:
 * @values: (nullable) (transfer full): the memory of a row.
 */
void amp_sql_values_free (AmpSqlValues *values);

/**
 * amp_sql_values_begin:
 * @values: the memory of a row.
 *
 * Forgets the last row.
 */
void amp_sql_values_begin (AmpSqlValues *values);

/**
 * amp_sql_values_add_token:
 * @values: the memory of a row.
 * @token: a word, a name or a string of the next value.
 *
 * Of an expression the first string is the value (a cast, a function of a date), else
 * its words joined; NULL is empty.
 */
void amp_sql_values_add_token (AmpSqlValues *values, const AmpSqlToken *token);

/**
 * amp_sql_values_end_value:
 * @values: the memory of a row.
 *
 * Ends the value whose tokens were added; one without tokens is empty.
 */
void amp_sql_values_end_value (AmpSqlValues *values);

/**
 * amp_sql_values_add_line:
 * @values: the memory of a row that was begun.
 * @token: a line of data.
 *
 * Adds the values between its tabs, unescaped; `\N` is empty.
 */
void amp_sql_values_add_line (AmpSqlValues *values, const AmpSqlToken *token);

/**
 * amp_sql_values_get:
 * @values: the memory of a row.
 * @n_values: (out): their number.
 *
 * Returns: (transfer none) (array length=n_values): the values, until more are added.
 */
const AmpValue *amp_sql_values_get (AmpSqlValues *values, guint *n_values);

/**
 * amp_sql_values_is_too_large:
 * @values: the memory of a row.
 *
 * Returns: whether something was left out, since there is too much of it.
 */
gboolean amp_sql_values_is_too_large (AmpSqlValues *values);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpSqlValues, amp_sql_values_free)

G_END_DECLS
