/* What the fields of an inspection were before a plan was loaded, to go back to
 * it. */
#pragma once

#include "amp-inspection.h"

G_BEGIN_DECLS

/**
 * AmpFieldPlanUndo:
 *
 * The types of all fields at one moment. Knows neither plan nor widget.
 */
typedef struct _AmpFieldPlanUndo AmpFieldPlanUndo;

/**
 * amp_field_plan_undo_new:
 * @inspection: whose fields to remember
 *
 * Returns: (transfer full): what they are now
 */
AmpFieldPlanUndo *amp_field_plan_undo_new (AmpInspection *inspection);

void amp_field_plan_undo_free (AmpFieldPlanUndo *self);

/**
 * amp_field_plan_undo_count_changed:
 *
 * Returns: how many fields are otherwise than they were
 */
guint amp_field_plan_undo_count_changed (AmpFieldPlanUndo *self);

/**
 * amp_field_plan_undo_restore:
 *
 * Makes every field what it was.
 */
void amp_field_plan_undo_restore (AmpFieldPlanUndo *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpFieldPlanUndo, amp_field_plan_undo_free)

G_END_DECLS
