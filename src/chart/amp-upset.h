/* Counts of combinations, ready to be drawn: a series whose rows are
 * combinations of a few sets.
 *
 * Owns the names of the sets and which of them each row combines. Knows nothing
 * of what a set is. After Lex et al., "UpSet: Visualization of Intersecting
 * Sets" (IEEE TVCG, 2014). */
#pragma once

#include "amp-series.h"

G_BEGIN_DECLS

/* One bit each. */
#define AMP_UPSET_MAX_SETS 32

/**
 * AmpUpset:
 *
 * A series and its sets. The count of references is atomic, the content is not.
 */
typedef struct _AmpUpset AmpUpset;

/**
 * amp_upset_new:
 * @series: one row a combination; a reference is taken; no row may be added to
 *   it any more
 *
 * Returns: (transfer full): the series without sets
 */
AmpUpset *amp_upset_new (AmpSeries *series);

AmpUpset *amp_upset_ref (AmpUpset *self);

void amp_upset_unref (AmpUpset *self);

/**
 * amp_upset_add_set:
 * @label: (nullable): its name, UTF-8
 * @color: which categorical colour of the theme, or -1 for its accent
 *
 * Appends a set, up to %AMP_UPSET_MAX_SETS.
 *
 * Returns: its number, from 0
 */
guint amp_upset_add_set (AmpUpset *self, const char *label, int color);

/**
 * amp_upset_set_members:
 * @row: a row of the series
 * @members: the sets that it combines, bit 0 for the first set
 */
void amp_upset_set_members (AmpUpset *self, guint row, guint32 members);

/**
 * amp_upset_get_series:
 *
 * Returns: (transfer none): the series
 */
AmpSeries *amp_upset_get_series (const AmpUpset *self);

guint amp_upset_get_n_sets (const AmpUpset *self);

const char *amp_upset_get_set_label (const AmpUpset *self, guint set);

int amp_upset_get_set_color (const AmpUpset *self, guint set);

/**
 * amp_upset_has_member:
 * @row: a row of the series
 * @set: a set
 *
 * Returns: whether the combination of @row has @set
 */
gboolean amp_upset_has_member (const AmpUpset *self, guint row, guint set);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpUpset, amp_upset_unref)

G_END_DECLS
