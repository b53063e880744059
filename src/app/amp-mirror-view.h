/* AmpMirrorView: mirrored bars on the screen, each a button.
 *
 * Draws with the same code as the exports. A row's words are the name and the tool
 * tip of its buttons. Tab enters at one of them; arrow keys walk them in two
 * dimensions. It does not know what a bar is of. */
#pragma once

#include <gtk/gtk.h>

#include "amp-mirror.h"

G_BEGIN_DECLS

#define AMP_TYPE_MIRROR_VIEW (amp_mirror_view_get_type ())
G_DECLARE_FINAL_TYPE (AmpMirrorView, amp_mirror_view, AMP, MIRROR_VIEW, GtkWidget)

/* Signal "bar-activated": void (*) (AmpMirrorView *self, guint side, guint row,
 * gpointer data): a bar was clicked, or pressed by a key. */

GtkWidget *amp_mirror_view_new (void);

/**
 * amp_mirror_view_set_mirror:
 * @mirror: (nullable): what to draw; a reference is taken
 */
void amp_mirror_view_set_mirror (AmpMirrorView *self, AmpMirror *mirror);

/**
 * amp_mirror_view_set_side_active:
 * @side: 0 or 1
 * @is_active: whether its bars can be pressed
 */
void amp_mirror_view_set_side_active (AmpMirrorView *self, guint side, gboolean is_active);

/**
 * amp_mirror_view_get_mirror:
 *
 * Returns: (transfer none) (nullable): what is drawn
 */
AmpMirror *amp_mirror_view_get_mirror (AmpMirrorView *self);

G_END_DECLS
