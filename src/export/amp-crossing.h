/* AmpCrossing: the persons of a case by two keys at once, places by categories
 * for instance: what there is to tell, and what may be told.
 *
 * A value. Must not know how it is masked, drawn or written. */
#pragma once

#include "amp-cross-table.h"

G_BEGIN_DECLS

/**
 * AmpCrossing:
 * @counted: the exact figures
 * @is_masked: (array): for each cell, row by row in the order of @counted,
 *   whether it must not be told
 * @is_listed: (array): for each row whether it is told that it is there: one
 *   whose own number of persons is masked is not, nor one that has to hide
 *   all its cells. All cells of a row that is not listed are masked
 * @is_untold: (array): for each column whether all of its cells are masked, those
 *   that count nobody, too
 * @is_withheld: whether no row is listed, since the rest could not be protected
 */
typedef struct
{
  AmpCrossTable *counted;
  gboolean      *is_masked;
  gboolean      *is_listed;
  gboolean      *is_untold;
  gboolean       is_withheld;
} AmpCrossing;

/**
 * amp_crossing_new:
 * @counted: (transfer full): figures
 *
 * Returns: (transfer full): the same, nothing masked yet, all rows listed
 */
AmpCrossing *amp_crossing_new (AmpCrossTable *counted);

void amp_crossing_free (AmpCrossing *self);

AmpKey amp_crossing_get_row_key (const AmpCrossing *self);

AmpKey amp_crossing_get_column_key (const AmpCrossing *self);

guint amp_crossing_get_n_rows (const AmpCrossing *self);

guint amp_crossing_get_n_columns (const AmpCrossing *self);

gint64 amp_crossing_get_persons (const AmpCrossing *self, guint row, guint column);

gboolean amp_crossing_is_masked (const AmpCrossing *self, guint row, guint column);

/**
 * amp_crossing_mask:
 *
 * Returns: whether the cell was told until now
 */
gboolean amp_crossing_mask (AmpCrossing *self, guint row, guint column);

/**
 * amp_crossing_unlist:
 *
 * Masks all cells of a row, those that count nobody, too, and leaves it out.
 *
 * Returns: whether it was listed until now
 */
gboolean amp_crossing_unlist (AmpCrossing *self, guint row);

/**
 * amp_crossing_mask_column:
 *
 * Masks all cells of a column, those that count nobody, too.
 */
void amp_crossing_mask_column (AmpCrossing *self, guint column);

/**
 * amp_crossing_withhold:
 *
 * Leaves all rows out.
 */
void amp_crossing_withhold (AmpCrossing *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpCrossing, amp_crossing_free)

G_END_DECLS
