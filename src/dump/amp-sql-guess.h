/* Tells whether a text is an SQL dump, and which of its tables to read. */
#pragma once

#include "amp-dialect.h"

G_BEGIN_DECLS

typedef struct _AmpSqlGuess AmpSqlGuess;

/**
 * amp_sql_guess_looks_like_sql:
 * @bytes: (array length=length): the start of a text.
 * @length: its size in bytes.
 *
 * Returns: whether it starts with a comment or a keyword of SQL.
 */
gboolean amp_sql_guess_looks_like_sql (const guint8 *bytes, gsize length);

/**
 * amp_sql_guess_has_escapes:
 * @bytes: (array length=length): the start of a text.
 * @length: its size in bytes.
 *
 * Returns: whether a backslash escapes in every string, as MySQL writes them.
 */
gboolean amp_sql_guess_has_escapes (const guint8 *bytes, gsize length);

/**
 * amp_sql_guess_new:
 * @has_escapes: whether a backslash escapes in every string.
 *
 * Returns: (transfer full): a guess that has seen nothing.
 */
AmpSqlGuess *amp_sql_guess_new (gboolean has_escapes);

/**
 * amp_sql_guess_free:
 * @guess: (nullable) (transfer full): a guess.
 */
void amp_sql_guess_free (AmpSqlGuess *guess);

/**
 * amp_sql_guess_add:
 * @guess: a guess.
 * @bytes: (array length=length): a piece of the text, cut at line ends.
 * @length: its size in bytes.
 */
void amp_sql_guess_add (AmpSqlGuess *guess, const guint8 *bytes, gsize length);

/**
 * amp_sql_guess_finish:
 * @guess: a guess.
 * @dialect: (inout): its table, number of fields and whether they are named are set.
 *
 * Chooses the table whose rows take most of the pieces.
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the names of its columns
 *   in the dump's encoding, as INSERT, COPY or CREATE TABLE gives them, "" where none
 *   does; %NULL when no piece had a row.
 */
char **amp_sql_guess_finish (AmpSqlGuess *guess, AmpDialect *dialect);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpSqlGuess, amp_sql_guess_free)

G_END_DECLS
