/* What a column's values say about its type, whatever its header. Private to
 * this layer. */
#pragma once

#include "amp-column-profile.h"
#include "amp-field-type.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * amp_column_content_score:
 * @profile: a column's profile, with at least one value
 * @scores: (out) (array fixed-size=AMP_N_FIELD_TYPES): for each type, how surely
 *   the values alone make it that type, from 0 to 1
 */
void amp_column_content_score (const AmpColumnProfile *profile, double scores[AMP_N_FIELD_TYPES]);

/**
 * amp_column_content_get_fit:
 * @profile: a column's profile, with at least one value
 * @type: a type that the header announces
 *
 * Returns: how well the values go with @type, from 0 (they cannot be that) to
 *   1 (nothing against it).
 */
double amp_column_content_get_fit (const AmpColumnProfile *profile, AmpFieldType type);

G_END_DECLS
