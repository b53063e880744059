/* A selection made ready for one case: look-ups instead of codes, so that a
 * hundred thousand cells are tested in a millisecond. Internal to the store;
 * must not know what is counted. */
#pragma once

#include "amp-case-file-private.h"
#include "amp-selection.h"

G_BEGIN_DECLS

/**
 * AmpCellFilter:
 *
 * A test of profiles. Immutable once made.
 */
typedef struct
{
  guint8        *places;       /* whether each place passes; NULL: all do */
  guint64        sources;      /* any of these bits */
  AmpCategorySet categories;   /* any of these bits */
  AmpCategorySet sensitive_to; /* any of these bits */
  gboolean       has_categories;
  gboolean       has_sensitivities;
  GArray        *combinations; /* of AmpCategorySet; NULL: all pass */
  guint32        qualities;
  guint32        age_bands;
  guint32        sexes;
  gboolean       has_sources;
} AmpCellFilter;

/**
 * amp_cell_filter_new:
 * @file: a case
 * @selection: (nullable): a selection, %NULL for everything
 *
 * Returns: (transfer full): the test for the cells and records of @file.
 */
AmpCellFilter *amp_cell_filter_new (AmpCaseFile *file, const AmpSelection *selection);

/**
 * amp_cell_filter_free:
 * @filter: (transfer full) (nullable): a filter
 *
 * Frees @filter.
 */
void amp_cell_filter_free (AmpCellFilter *filter);

/**
 * amp_cell_filter_has_combination:
 * @filter: a filter with combinations
 * @categories: a set
 *
 * Returns: whether @categories is one of the combinations.
 */
gboolean amp_cell_filter_has_combination (const AmpCellFilter *filter, AmpCategorySet categories);

/**
 * amp_cell_filter_passes:
 * @filter: a filter
 * @cell: a profile of the case; its counts are not looked at
 *
 * Returns: whether the profile is selected.
 */
static inline gboolean
amp_cell_filter_passes (const AmpCellFilter *filter, const AmpCell *cell)
{
  return (filter->places == NULL || filter->places[cell->place]) &&
         (filter->qualities >> cell->quality & 1) && (filter->age_bands >> cell->age_band & 1) && (filter->sexes >> cell->sex & 1) &&
         (!filter->has_sources || (filter->sources & cell->sources) != 0) &&
         (!filter->has_categories || (filter->categories & cell->categories) != 0) &&
         (!filter->has_sensitivities || (filter->sensitive_to & cell->categories) != 0) &&
         (filter->combinations == NULL || amp_cell_filter_has_combination (filter, cell->categories));
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpCellFilter, amp_cell_filter_free)

G_END_DECLS
