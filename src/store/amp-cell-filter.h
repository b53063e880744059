/* A selection made ready for one case: look-ups instead of codes, so that a
 * million cells are tested in some milliseconds. Internal to the store;
 * must not know what is counted. */
#pragma once

#include "amp-case-file-private.h"
#include "amp-packed-cells.h"
#include "amp-selection.h"

G_BEGIN_DECLS

/**
 * AmpBitTest:
 * @any: one of these bits at least, where @has_any
 * @all: all of these bits
 * @none: none of these bits
 *
 * A test of a set of bits.
 */
typedef struct
{
  guint64  any;
  guint64  all;
  guint64  none;
  gboolean has_any;
} AmpBitTest;

/**
 * AmpSetTest:
 * @categories: a set
 * @is_whole: whether a profile's set must equal it, and not only have one of it
 * @mode: how the test counts among those alike
 *
 * A test of a set of categories that no mask can make.
 */
typedef struct
{
  AmpCategorySet categories;
  gboolean       is_whole;
  AmpTermMode    mode;
} AmpSetTest;

/**
 * AmpCellFilter:
 *
 * A test of profiles. Immutable once made.
 */
typedef struct
{
  guint8        *places; /* whether each place passes; NULL: all do */
  AmpBitTest     sources;
  AmpBitTest     categories;
  AmpCategorySet sensitive_to; /* any of these bits, where it is not 0 */
  GArray        *sets;         /* of AmpSetTest; NULL: all pass */
  guint32        qualities;
  guint32        age_bands;
  guint32        sexes;
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
 * amp_cell_filter_passes_set:
 * @filter: a filter with tests of sets
 * @categories: a set
 *
 * Returns: whether @categories passes all of them.
 */
gboolean amp_cell_filter_passes_set (const AmpCellFilter *filter, AmpCategorySet categories);

static inline gboolean
amp_bit_test_passes (const AmpBitTest *test, guint64 bits)
{
  return (bits & test->none) == 0 && (bits & test->all) == test->all && (!test->has_any || (bits & test->any) != 0);
}

/**
 * amp_cell_filter_passes_categories:
 * @filter: a filter
 * @categories: of a profile
 *
 * Returns: whether a profile with them may be selected: what depends on nothing else.
 */
static inline gboolean
amp_cell_filter_passes_categories (const AmpCellFilter *filter, AmpCategorySet categories)
{
  return amp_bit_test_passes (&filter->categories, categories) &&
         (filter->sensitive_to == 0 || (filter->sensitive_to & categories) != 0) &&
         (filter->sets == NULL || amp_cell_filter_passes_set (filter, categories));
}

/**
 * amp_cell_filter_passes_place:
 * @filter: a filter
 * @place: number of a place of the case
 *
 * Returns: whether a profile there may be selected.
 */
static inline gboolean
amp_cell_filter_passes_place (const AmpCellFilter *filter, guint32 place)
{
  return filter->places == NULL || filter->places[place];
}

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
  return amp_cell_filter_passes_place (filter, cell->place) &&
         (filter->qualities >> cell->quality & 1) && (filter->age_bands >> cell->age_band & 1) && (filter->sexes >> cell->sex & 1) &&
         amp_bit_test_passes (&filter->sources, cell->sources) && amp_cell_filter_passes_categories (filter, cell->categories);
}

/**
 * amp_cell_filter_passes_kind:
 * @filter: a filter
 * @kind: all of a profile but its place
 *
 * Returns: whether a profile of that kind may be selected.
 */
static inline gboolean
amp_cell_filter_passes_kind (const AmpCellFilter *filter, const AmpCellKind *kind)
{
  return (filter->qualities >> kind->quality & 1) && (filter->age_bands >> kind->age_band & 1) && (filter->sexes >> kind->sex & 1) &&
         amp_bit_test_passes (&filter->sources, kind->sources) && amp_cell_filter_passes_categories (filter, kind->categories);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpCellFilter, amp_cell_filter_free)

G_END_DECLS
