/* AmpOutlineWindow: what became of a file of outlines: how many places have one
 * now, which communes merged since, which codes are of no place. */
#pragma once

#include <adwaita.h>

#include "amp-outline-import.h"

G_BEGIN_DECLS

#define AMP_TYPE_OUTLINE_WINDOW (amp_outline_window_get_type ())
G_DECLARE_FINAL_TYPE (AmpOutlineWindow, amp_outline_window, AMP, OUTLINE_WINDOW, AdwWindow)

/**
 * amp_outline_window_new:
 * @parent: (nullable): the window it belongs to
 * @report: what to tell; only looked at
 */
AmpOutlineWindow *amp_outline_window_new (GtkWindow *parent, const AmpOutlineReport *report);

G_END_DECLS
