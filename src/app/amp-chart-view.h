/* AmpChartView: bars, or combinations and their bars, on the screen, each a
 * button.
 *
 * Draws with the same code as the exports. Every bar is a real, transparent
 * toggle button over its row: pointer, keyboard, focus ring, tool tip and
 * screen reader are GTK's own. Tab enters and leaves the chart, the arrow keys,
 * Home and End walk the bars. It does not know what a bar counts. */
#pragma once

#include <gtk/gtk.h>

#include "amp-series.h"
#include "amp-upset.h"

G_BEGIN_DECLS

#define AMP_TYPE_CHART_VIEW (amp_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (AmpChartView, amp_chart_view, AMP, CHART_VIEW, GtkWidget)

/* Signal "bar-activated": void (*) (AmpChartView *self, const char *id, gpointer
 * data): a bar was clicked, or activated with Enter or Space. */

GtkWidget *amp_chart_view_new (void);

/**
 * amp_chart_view_set_series:
 * @series: (nullable): what to draw; a reference is taken, the rows' selected
 *   flags say which buttons are pressed
 * @counts_persons: whether the values are persons, for the names that screen readers
 *   and pointers are told
 */
void amp_chart_view_set_series (AmpChartView *self, AmpSeries *series, gboolean counts_persons);

/**
 * amp_chart_view_set_upset:
 * @upset: what to draw: combinations and their bars; a reference is taken
 * @counts_persons: as above
 */
void amp_chart_view_set_upset (AmpChartView *self, AmpUpset *upset, gboolean counts_persons);

G_END_DECLS
