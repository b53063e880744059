/* What columns say about each other. Private to this layer. */
#pragma once

#include "amp-column.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * amp_column_neighbours_compare:
 * @columns: (array length=n_columns): columns with a first guess
 * @n_columns: how many
 * @rows: (element-type GStrv): the rows they stand in
 *
 * Confirms or changes guesses by what stands beside them: the key of a NIR and
 * the birth date and sex it tells of, row by row; a city beside a postal code or
 * a birth date; a last name beside a first name; a weight beside a height.
 */
void amp_column_neighbours_compare (AmpColumn *columns, guint n_columns, const GPtrArray *rows);

G_END_DECLS
