/* How large a circle stands for a number: see the header. */
#include "amp-circle-scale.h"

#include <math.h>

#define MIN_RADIUS 1.5
#define MASKED_RADIUS 2.5

/* From one circle of a legend to the next: its radius falls by more than half. */
#define STEP_RATIO 5

double
amp_circle_scale_get_radius (const AmpCircleScale *scale, double value)
{
  double share;

  g_return_val_if_fail (scale != NULL, 0);

  share = value / scale->maximum;
  if (!(isfinite (share) && value > 0 && share > 0))
    return 0;
  return MAX (MIN_RADIUS, sqrt (MIN (share, 1)) * scale->maximum_radius);
}

double
amp_circle_scale_get_masked_radius (const AmpCircleScale *scale)
{
  g_return_val_if_fail (scale != NULL, 0);

  return MASKED_RADIUS;
}

/* The largest of 1, 2, 5, 10, 20… that is not above @value. */
static double
round_down (double value)
{
  double power = pow (10, floor (log10 (value)));
  double digit = value / power;

  /* log10 may land a hair on the wrong side of a power. */
  if (digit >= 10 * (1 - 1e-12))
    return 10 * power;
  if (digit < 1)
    return 0.5 * power;
  return (digit >= 5 * (1 - 1e-12) ? 5 : digit >= 2 * (1 - 1e-12) ? 2
                                                                  : 1) *
         power;
}

guint
amp_circle_scale_get_steps (const AmpCircleScale *scale, double steps[AMP_CIRCLE_SCALE_N_STEPS])
{
  double value;

  g_return_val_if_fail (scale != NULL, 0);
  g_return_val_if_fail (steps != NULL, 0);

  value = scale->maximum;
  if (!(isfinite (value) && value > 0))
    return 0;
  for (guint i = 0; i < AMP_CIRCLE_SCALE_N_STEPS; i++)
    {
      steps[i] = round_down (value);
      value = steps[i] / STEP_RATIO;
    }
  return AMP_CIRCLE_SCALE_N_STEPS;
}
