/* AmpReviewPage: what was recognised in the dump, source by source and field by
 * field, for the analyst to correct before the import.
 *
 * Edits the fields of an #AmpInspection; shows shapes and counts, never a value. */
#pragma once

#include <adwaita.h>

#include "amp-inspection.h"

G_BEGIN_DECLS

#define AMP_TYPE_REVIEW_PAGE (amp_review_page_get_type ())
G_DECLARE_FINAL_TYPE (AmpReviewPage, amp_review_page, AMP, REVIEW_PAGE, AdwBin)

/* Properties:
 *   inspection   AmpInspection, read-write: what is reviewed
 *   narrow       boolean, read-write: whether there is room for little
 */

/**
 * amp_review_page_set_inspection:
 * @inspection: (nullable): what to review
 */
void amp_review_page_set_inspection (AmpReviewPage *self, AmpInspection *inspection);

G_END_DECLS
