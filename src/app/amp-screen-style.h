/* The look of drawings on this screen: colours from the desktop's style (dark,
 * high contrast), letters from its font and its text size.
 *
 * The one place where a widget's surroundings become an #AmpChartStyle; the
 * drawing code itself reads no setting. */
#pragma once

#include <gtk/gtk.h>

#include "amp-chart-style.h"

G_BEGIN_DECLS

/**
 * AMP_SCREEN_WIDEST:
 *
 * A width, in pixels, with which no drawing lacks room. A widget whose drawing
 * is the lower the wider it is answers with it who asks for its height of any
 * width: the least there is.
 */
#define AMP_SCREEN_WIDEST 10000

/**
 * amp_screen_style_get:
 * @widget: on which screen
 *
 * Returns: the style, by value; its font family belongs to @widget and is valid
 *   until the style changes
 */
AmpChartStyle amp_screen_style_get (GtkWidget *widget);

/**
 * amp_screen_style_watch:
 * @widget: whose surroundings to watch, as long as it lives
 * @changed: void (*) (GtkWidget *widget): the style is another one
 */
void amp_screen_style_watch (GtkWidget *widget, void (*changed) (GtkWidget *widget));

G_END_DECLS
