/* From two breakdowns crossed to their heat map on the screen.
 *
 * Decides which rows and columns are drawn, in what order, and how the colours
 * are classed. Does not count, does not draw. */
#pragma once

#include "amp-cross-table.h"
#include "amp-filter.h"
#include "amp-heat-map.h"

G_BEGIN_DECLS

/**
 * AmpHeatMeasure:
 * @AMP_HEAT_PERSONS: how many persons
 * @AMP_HEAT_SHARE: the share of the row's persons
 */
typedef enum
{
  AMP_HEAT_PERSONS,
  AMP_HEAT_SHARE,
} AmpHeatMeasure;

/**
 * amp_cross_heat_new:
 * @table: the figures
 * @filter: (nullable): which cells are selected: those whose row and column it
 *   both names
 * @measure: what the colours and numbers are
 * @limit: how many rows at most, those with the most persons; rows that the
 *   filter names come on top of it
 *
 * Columns of categories stand by gravity, as in the chart of combinations. Rows
 * and columns without anybody are left out.
 *
 * Returns: (transfer full): the heat map
 */
AmpHeatMap *amp_cross_heat_new (const AmpCrossTable *table, AmpFilter *filter, AmpHeatMeasure measure, guint limit);

G_END_DECLS
