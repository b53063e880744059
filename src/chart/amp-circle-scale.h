/* How large a circle stands for a number: its area is proportional to it.
 *
 * Pure functions, shared by the map on the screen, the exported map and their
 * legends. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define AMP_CIRCLE_SCALE_N_STEPS 3

/**
 * AmpCircleScale:
 * @maximum: the number that the largest circle stands for
 * @maximum_radius: that circle's radius, pixels
 */
typedef struct
{
  double maximum;
  double maximum_radius;
} AmpCircleScale;

/**
 * amp_circle_scale_get_radius:
 * @value: a number
 *
 * Returns: the radius in pixels; 0 for what is not a finite number above zero;
 *   at least 1.5 for any other, so that nothing vanishes
 */
double amp_circle_scale_get_radius (const AmpCircleScale *scale, double value);

/**
 * amp_circle_scale_get_masked_radius:
 *
 * Returns: the one radius of all circles whose number must not be told
 */
double amp_circle_scale_get_masked_radius (const AmpCircleScale *scale);

/**
 * amp_circle_scale_get_steps:
 * @steps: (out caller-allocates) (array fixed-size=3): round numbers (1, 2 or 5
 *   times a power of ten), the largest first, none above the maximum
 *
 * What a legend shows.
 *
 * Returns: how many steps were written: 0 when the scale has no maximum
 */
guint amp_circle_scale_get_steps (const AmpCircleScale *scale, double steps[AMP_CIRCLE_SCALE_N_STEPS]);

G_END_DECLS
