/* From the breakdown by combination of categories to its chart on the screen.
 *
 * Decides which rows are drawn, in what order, and which columns they need. Does
 * not count, does not draw. */
#pragma once

#include "amp-filter.h"
#include "amp-table.h"
#include "amp-upset.h"

G_BEGIN_DECLS

/**
 * AmpCombinationOrder:
 * @AMP_COMBINATION_BY_PERSONS: the most persons first
 * @AMP_COMBINATION_BY_CATEGORIES: the most categories first, then the most
 *   persons
 * @AMP_COMBINATION_BY_SENSITIVITY: the gravest first: the most sensitive
 *   categories, then the most financial ones and so on, then the most persons
 */
typedef enum
{
  AMP_COMBINATION_BY_PERSONS,
  AMP_COMBINATION_BY_CATEGORIES,
  AMP_COMBINATION_BY_SENSITIVITY,
} AmpCombinationOrder;

/**
 * amp_combination_upset_new:
 * @table: the figures, by %AMP_KEY_COMBINATION
 * @filter: (nullable): which rows are selected; the others are then dimmed
 * @order: of the rows
 * @limit: how many rows at most, those that come first; rows that the filter
 *   names come on top of it
 *
 * The columns are the categories that some row shown combines, the gravest
 * first. A row takes the colour of its gravest category.
 *
 * Returns: (transfer full): the chart's content
 */
AmpUpset *amp_combination_upset_new (AmpTable *table, AmpFilter *filter, AmpCombinationOrder order, guint limit);

G_END_DECLS
