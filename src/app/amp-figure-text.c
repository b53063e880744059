/* Figures as people read them on the screen: grouped by the locale, rounded to
 * what can be compared at a glance.
 *
 * Must not know what a figure counts. */
#include "amp-figure-text.h"

#include <glib/gi18n-lib.h>

#define NO_FIGURE "–"

char *
amp_figure_text_count (gint64 count)
{
  return g_strdup_printf ("%'" G_GINT64_FORMAT, count);
}

char *
amp_figure_text_share (double share)
{
  if (!(share >= 0))
    return g_strdup (NO_FIGURE);
  if (share > 0 && share < 0.0005)
    /* translators: a share of people too small to be rounded to one decimal;
     * %.1f is 0.1, followed by a no-break space and the per cent sign */
    return g_strdup_printf (_ ("< %.1f\302\240%%"), 0.1);
  /* translators: a share of people, followed by a no-break space and the per
   * cent sign */
  return g_strdup_printf (_ ("%.1f\302\240%%"), 100 * share);
}

char *
amp_figure_text_rate (double rate)
{
  if (!(rate >= 0))
    return g_strdup (NO_FIGURE);
  if (rate > 0 && rate < 0.05)
    /* translators: a rate too small to be rounded to one decimal; %.1f is 0.1 */
    return g_strdup_printf (_ ("< %.1f"), 0.1);
  return g_strdup_printf ("%'.1f", rate);
}
