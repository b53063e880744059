/* How a drawing looks, apart from what it shows: handed to every measure and
 * every draw, so that nothing is read from the process (no setting, no
 * locale). */
#pragma once

#include <glib.h>

#include "amp-palette.h"

G_BEGIN_DECLS

/**
 * AmpChartStyle:
 * @theme: (not nullable): the colours
 * @font_family: (nullable): a Pango family list; %NULL for the built-in one
 * @font_scale: 1 for normal text, 2 for text twice as large; brought back
 *   between 0.25 and 8
 */
typedef struct
{
  const AmpTheme *theme;
  const char     *font_family;
  double          font_scale;
} AmpChartStyle;

G_END_DECLS
