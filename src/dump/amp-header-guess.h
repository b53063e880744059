/* Tells whether the first row of a sample names the fields. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * amp_header_guess_run:
 * @rows: (element-type GStrv): the first rows of a table, in UTF-8, trimmed, each with
 *   @n_fields values.
 * @n_fields: number of fields.
 *
 * A header's values are short, distinct, without the digits and signs of data, and
 * unlike the values below them.
 *
 * Returns: whether the first row is a header.
 */
gboolean amp_header_guess_run (GPtrArray *rows, guint n_fields);

G_END_DECLS
