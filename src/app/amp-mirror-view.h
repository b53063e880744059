/* AmpMirrorView: mirrored bars on the screen.
 *
 * Draws with the same code as the exports. An image for screen readers, told row
 * by row in its description; a row's words are its tool tip, too. It does not
 * know what a bar is of. */
#pragma once

#include <gtk/gtk.h>

#include "amp-mirror.h"

G_BEGIN_DECLS

#define AMP_TYPE_MIRROR_VIEW (amp_mirror_view_get_type ())
G_DECLARE_FINAL_TYPE (AmpMirrorView, amp_mirror_view, AMP, MIRROR_VIEW, GtkWidget)

GtkWidget *amp_mirror_view_new (void);

/**
 * amp_mirror_view_set_mirror:
 * @mirror: (nullable): what to draw; a reference is taken
 */
void amp_mirror_view_set_mirror (AmpMirrorView *self, AmpMirror *mirror);

/**
 * amp_mirror_view_get_mirror:
 *
 * Returns: (transfer none) (nullable): what is drawn
 */
AmpMirror *amp_mirror_view_get_mirror (AmpMirrorView *self);

G_END_DECLS
