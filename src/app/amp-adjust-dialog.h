/* AmpAdjustDialog: sets one part of the severity to another value than the
 * computed one, with who and why; or takes that back. Does not write: it tells
 * what was decided. */
#pragma once

#include <adwaita.h>

#include "amp-severity-adjustment.h"
#include "amp-case-severity.h"

G_BEGIN_DECLS

#define AMP_TYPE_ADJUST_DIALOG (amp_adjust_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AmpAdjustDialog, amp_adjust_dialog, AMP, ADJUST_DIALOG, AdwWindow)

/* Signal "adjusted": void (*) (AmpAdjustDialog *self, const AmpSeverityAdjustment
 * *adjustment, gpointer data): what was decided; %NULL to take it back. */

/**
 * amp_adjust_dialog_new:
 * @parent: (nullable): the window it belongs to
 * @part: what is set
 * @severity: as it is now
 * @present: (nullable): the adjustment that is in force
 * @analyst: (nullable): who is proposed
 *
 * Returns: (transfer floating): a dialog
 */
AmpAdjustDialog *amp_adjust_dialog_new (GtkWindow *parent, AmpSeverityPart part, const AmpSeverity *severity, const AmpSeverityAdjustment *present, const char *analyst);

/**
 * amp_adjust_dialog_get_part:
 *
 * Returns: what is set
 */
AmpSeverityPart amp_adjust_dialog_get_part (AmpAdjustDialog *self);

G_END_DECLS
