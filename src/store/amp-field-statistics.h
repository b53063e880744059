/* Counts by field and by field type, which cells cannot answer: stored totals,
 * or a walk over the records. Internal to the store, behind
 * amp_statistics_count(). */
#pragma once

#include "amp-cell-filter.h"
#include "amp-statistics.h"

G_BEGIN_DECLS

/**
 * amp_field_statistics_count:
 * @file: a case
 * @key: %AMP_KEY_FIELD or %AMP_KEY_TYPE
 * @selection: (nullable): what to count
 * @rows: (element-type AmpCount): where to append the rows, unsorted
 * @cancellable: (nullable): what stops it
 *
 * Returns: whether the rows could be counted.
 */
gboolean amp_field_statistics_count (AmpCaseFile *file, AmpKey key, const AmpSelection *selection, GArray *rows, GCancellable *cancellable, GError **error);

G_END_DECLS
