/* The tab-separated tables that ship inside the program (data/fields).
 * Private to this layer. Thread-safe: no state. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpWordTableFunc:
 * @fields: (array length=n_fields): the fields of one line
 * @n_fields: how many
 * @data: what amp_word_table_read() was given
 *
 * Called for each line that is neither blank nor a comment.
 */
typedef void (*AmpWordTableFunc) (char **fields, guint n_fields, gpointer data);

/**
 * amp_word_table_read:
 * @name: file name of a table, as "headers.tsv"
 * @function: (scope call): what to call for each line
 * @data: for @function
 *
 * The tables are part of the program, so a missing one is a bug, not an error.
 */
void amp_word_table_read (const char *name, AmpWordTableFunc function, gpointer data);

G_END_DECLS
