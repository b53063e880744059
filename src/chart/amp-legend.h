/* What the colours and circles of a map mean.
 *
 * Texts come translated and formatted from the caller. One layout for the
 * exported map and for the one on the screen. Must not know what is counted. */
#pragma once

#include <cairo.h>

#include "amp-chart-style.h"
#include "amp-circle-scale.h"

G_BEGIN_DECLS

/**
 * AmpLegend:
 * @title: (nullable): what the colours show
 * @class_texts: (array length=n_classes) (nullable): the range of each class,
 *   the lowest first
 * @n_classes: how many classes; 0 draws no colour
 * @no_data_text: (nullable): beside the colour of areas without a value
 * @masked_text: (nullable): beside the hatching of what must not be told
 * @circle_title: (nullable): what the circles show
 * @circles: (nullable): the scale of the circles; %NULL draws none
 * @circle_values: (array length=n_circles) (nullable): the circles shown, the
 *   largest first: see amp_circle_scale_get_steps()
 * @circle_texts: (array length=n_circles) (nullable): beside each
 * @n_circles: how many circles
 * @approximate_text: (nullable): beside the dashed circle of a place whose
 *   position is only approximate
 *
 * Everything is borrowed.
 */
typedef struct
{
  const char           *title;
  const char *const    *class_texts;
  guint                 n_classes;
  const char           *no_data_text;
  const char           *masked_text;
  const char           *circle_title;
  const AmpCircleScale *circles;
  const double         *circle_values;
  const char *const    *circle_texts;
  guint                 n_circles;
  const char           *approximate_text;
} AmpLegend;

/**
 * amp_legend_measure:
 * @width: pixels
 *
 * Returns: the height that the legend takes at that width; 0 when it has
 *   nothing to say
 */
double amp_legend_measure (const AmpLegend *legend, const AmpChartStyle *style, double width);

/**
 * amp_legend_draw:
 * @x: the left edge, pixels
 * @y: the upper edge, pixels
 * @width: pixels; longer texts end in an ellipsis
 */
void amp_legend_draw (cairo_t *cr, const AmpLegend *legend, const AmpChartStyle *style, double x, double y, double width);

G_END_DECLS
