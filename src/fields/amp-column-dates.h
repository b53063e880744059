/* What the dates of a column say about it. Private to this layer. */
#pragma once

#include "amp-date.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpColumnDates:
 * @n_dates: how many values are dates in @order
 * @order: the order in which most are; day first where nothing tells
 * @n_timed: how many of the dates have a time of day other than midnight
 * @is_births: whether the years are spread like those of births: over more
 *   than 35 years, without most being recent
 * @short_years: what those with two digits say
 */
typedef struct
{
  guint         n_dates;
  AmpDateOrder  order;
  guint         n_timed;
  gboolean      is_births;
  AmpShortYears short_years;
} AmpColumnDates;

/**
 * amp_column_dates_read:
 * @values: (element-type utf8): filled values of a column
 * @dates: (out): what its dates say
 */
void amp_column_dates_read (const GPtrArray *values, AmpColumnDates *dates);

G_END_DECLS
