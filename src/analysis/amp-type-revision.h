/* What a change of types does to one record: from the bitmap of its filled
 * fields and its categories to its new categories. Knows neither the file nor
 * the other records. */
#pragma once

#include "amp-case-revision.h"
#include "amp-cell.h"

G_BEGIN_DECLS

typedef struct _AmpTypeRevision AmpTypeRevision;

/**
 * amp_type_revision_new:
 * @from: (transfer none): the case; must outlive the revision
 * @changes: (array length=n_changes) (nullable): as for amp_case_revision_run()
 *
 * Returns: (transfer full) (nullable): what to do with its records; %NULL with
 *   %AMP_ANALYSIS_ERROR_NEEDS_DUMP or %AMP_ANALYSIS_ERROR_TYPE_CHANGE
 */
AmpTypeRevision *amp_type_revision_new (AmpCase *from, const AmpTypeChange *changes, guint n_changes, GError **error);

void amp_type_revision_free (AmpTypeRevision *self);

/**
 * amp_type_revision_get_type:
 * @field: index of a field of the case
 * @is_changed: (out): whether it is another than before
 *
 * Returns: its type from now on
 */
AmpFieldType amp_type_revision_get_type (AmpTypeRevision *self, guint field, gboolean *is_changed);

/**
 * amp_type_revision_apply:
 * @record: a record of the case
 * @categories: (out): what it exposes under the new types
 *
 * Returns: whether that can be told without the dump
 */
gboolean amp_type_revision_apply (AmpTypeRevision *self, const AmpRecord *record, AmpCategorySet *categories);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpTypeRevision, amp_type_revision_free)

G_END_DECLS
