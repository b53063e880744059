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
 * the birth date it tells of, row by row; a city beside a postal code; a last
 * name beside a first name.
 */
void amp_column_neighbours_compare (AmpColumn *columns, guint n_columns, const GPtrArray *rows);

G_END_DECLS
