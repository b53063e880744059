/* Whether a column holds whole names: first and last name in one value. Private to this
 * layer. */
#pragma once

#include "amp-column-profile.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * amp_column_names_are_full:
 * @profile: a column's profile, with at least one value
 *
 * Looks at each word of the values, in any order: one that is a usual first name
 * beside others that are none.
 *
 * Returns: whether the values are whole names.
 */
gboolean amp_column_names_are_full (const AmpColumnProfile *profile);

G_END_DECLS
