/* Figures as people read them on the screen: grouped by the locale, rounded to
 * what can be compared at a glance.
 *
 * Must not know what a figure counts. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * amp_figure_text_count:
 * @count: how many
 *
 * Returns: (transfer full): "60,012", or "60 012" in French
 */
char *amp_figure_text_count (gint64 count);

/**
 * amp_figure_text_share:
 * @share: 0…1, or negative where there is none
 *
 * Returns: (transfer full): "17.1 %"; "< 0.1 %" for what would round to
 *   nothing; "–" where there is no share
 */
char *amp_figure_text_share (double share);

/**
 * amp_figure_text_rate:
 * @rate: per 1,000 inhabitants, or negative where there is none
 *
 * Returns: (transfer full): "128.4"; "< 0.1" for what would round to nothing;
 *   "–" where there is no rate
 */
char *amp_figure_text_rate (double rate);

G_END_DECLS
