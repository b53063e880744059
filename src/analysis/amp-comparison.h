/* Two selections side by side: of one case, or of two. And two sources of one
 * case: two dumps of one leak, whose persons can be told apart together.
 *
 * Persons of two cases cannot be matched: the keys under which they were told
 * apart are destroyed. Values; must not know how they are shown. */
#pragma once

#include "amp-case.h"
#include "amp-source-overlap.h"

G_BEGIN_DECLS

/**
 * AmpComparisonSide:
 * @opened: a case
 * @selection: (nullable): whom to count in it; %NULL for everybody
 *
 * One side of a comparison. Everything is borrowed.
 */
typedef struct
{
  AmpCase            *opened;
  const AmpSelection *selection;
} AmpComparisonSide;

/**
 * AmpComparisonRow:
 * @code: code of the row
 * @label: for people
 * @records: of each side
 * @persons: of each side
 * @shares: of each side: of its persons, 0…1; 0 where it has none
 *
 * One row of both breakdowns.
 */
typedef struct
{
  char  *code;
  char  *label;
  gint64 records[2];
  gint64 persons[2];
  double shares[2];
} AmpComparisonRow;

/**
 * amp_comparison_row_get_difference:
 *
 * Returns: share of the second side less that of the first, −1…1
 */
double amp_comparison_row_get_difference (const AmpComparisonRow *row);

/**
 * amp_comparison_is_key:
 * @key: a key
 * @sides: (array fixed-size=2): the two sides
 *
 * Returns: whether a row means the same on both sides: the number of a source
 *   or of a field does not in two cases
 */
gboolean amp_comparison_is_key (AmpKey key, const AmpComparisonSide *sides);

/**
 * amp_comparison_tabulate:
 * @sides: (array fixed-size=2): the two sides
 * @key: what the rows are, see amp_comparison_is_key()
 *
 * Returns: (transfer full) (element-type AmpComparisonRow) (nullable): every
 *   row that one of the sides has: ages and sensitivities in their own order,
 *   the others by the greater share, from most to least; %NULL with an error
 */
GPtrArray *amp_comparison_tabulate (const AmpComparisonSide *sides, AmpKey key, GCancellable *cancellable, GError **error);

/**
 * amp_case_overlap:
 * @opened: a case of several sources
 * @first: number of a source, from 1
 * @second: number of another, from 1
 * @selection: (nullable): whom to count
 * @overlap: (out caller-allocates): who is in which, and what is new
 *
 * Returns: whether it was counted; %FALSE with an error
 */
gboolean amp_case_overlap (AmpCase            *opened,
                           guint               first,
                           guint               second,
                           const AmpSelection *selection,
                           AmpSourceOverlap   *overlap,
                           GCancellable       *cancellable,
                           GError            **error);

G_END_DECLS
