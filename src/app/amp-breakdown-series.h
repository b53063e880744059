/* From a breakdown to the bars of a chart on the screen.
 *
 * Decides which rows are drawn, in what order and colour, and which of them the
 * filter names. Does not count, does not draw. */
#pragma once

#include "amp-filter.h"
#include "amp-series.h"
#include "amp-table.h"

G_BEGIN_DECLS

/**
 * amp_breakdown_series_new:
 * @table: the figures
 * @filter: (nullable): which rows are selected; the others are then dimmed
 * @limit: how many rows at most; rows that the filter names come on top of it
 *
 * Age bands and sensitivities keep their natural order, everything else comes
 * with the most persons first. Rows without anybody are left out, unless the
 * filter names them.
 *
 * Returns: (transfer full): the bars
 */
AmpSeries *amp_breakdown_series_new (AmpTable *table, AmpFilter *filter, guint limit);

G_END_DECLS
