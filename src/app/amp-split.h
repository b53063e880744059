/* AmpSplit: two children side by side where there is room, one above the other
 * where there is not.
 *
 * The page's answer to narrow windows; it knows nothing of its children. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define AMP_TYPE_SPLIT (amp_split_get_type ())
G_DECLARE_FINAL_TYPE (AmpSplit, amp_split, AMP, SPLIT, GtkWidget)

/* Properties:
 *   threshold   int, pixels at normal text size: from this width on, side by
 *               side (720)
 *   share       double, 0…1: of the width (or of the height, when stacked and
 *               filling) that the first child takes (0.5)
 *   spacing     int, pixels between the two (18)
 *   fill        boolean: stacked children share the height that there is,
 *               instead of each taking its natural height (FALSE)
 * In a .ui file, the first two children are the two sides. */

GtkWidget *amp_split_new (void);

G_END_DECLS
