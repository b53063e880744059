/* What a token of SQL is to the statements that are read. */
#pragma once

#include "amp-sql-lexer.h"

G_BEGIN_DECLS

/**
 * amp_sql_token_is_word:
 * @token: a token.
 * @word: a keyword in lower case.
 *
 * Returns: whether it is that keyword, in any case.
 */
gboolean amp_sql_token_is_word (const AmpSqlToken *token, const char *word);

/**
 * amp_sql_token_is_sign:
 * @token: a token.
 * @sign: a character.
 *
 * Returns: whether it is that character.
 */
gboolean amp_sql_token_is_sign (const AmpSqlToken *token, char sign);

/**
 * amp_sql_token_is_name:
 * @token: a token.
 *
 * Returns: whether it may name a table or a column.
 */
gboolean amp_sql_token_is_name (const AmpSqlToken *token);

/**
 * amp_sql_token_begins_insert:
 * @token: a token.
 *
 * Returns: whether it is the first word of a statement that adds rows.
 */
gboolean amp_sql_token_begins_insert (const AmpSqlToken *token);

/**
 * amp_sql_token_is_before_name:
 * @token: a token behind INSERT or COPY.
 *
 * Returns: whether the table's name is still to come.
 */
gboolean amp_sql_token_is_before_name (const AmpSqlToken *token);

/**
 * amp_sql_token_is_constraint:
 * @token: the first token of an entry of CREATE TABLE.
 *
 * Returns: whether the entry is a constraint or a key and not a column.
 */
gboolean amp_sql_token_is_constraint (const AmpSqlToken *token);

G_END_DECLS
