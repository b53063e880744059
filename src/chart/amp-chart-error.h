/* The layer's one error domain. Messages name the file and the reason. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define AMP_CHART_ERROR (amp_chart_error_quark ())

/**
 * AmpChartError:
 * @AMP_CHART_ERROR_SIZE: the picture would be empty, or larger than its format
 *   can hold
 * @AMP_CHART_ERROR_DRAW: the drawing library gave up
 * @AMP_CHART_ERROR_WRITE: the file could not be written
 */
typedef enum
{
  AMP_CHART_ERROR_SIZE,
  AMP_CHART_ERROR_DRAW,
  AMP_CHART_ERROR_WRITE,
} AmpChartError;

/**
 * amp_chart_error_quark:
 *
 * Returns: the domain of #AmpChartError
 */
GQuark amp_chart_error_quark (void);

G_END_DECLS
