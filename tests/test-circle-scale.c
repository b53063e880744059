/* What src/chart/amp-circle-scale promises. */
#include "amp-circle-scale.h"

#include <math.h>

static void
test_areas_are_proportional (void)
{
  AmpCircleScale scale = { 60000, 40 };

  g_assert_cmpfloat_with_epsilon (amp_circle_scale_get_radius (&scale, 60000), 40, 1e-9);
  g_assert_cmpfloat_with_epsilon (amp_circle_scale_get_radius (&scale, 15000), 20, 1e-9);
  g_assert_cmpfloat (amp_circle_scale_get_radius (&scale, 1), >=, 1.5);
  g_assert_cmpfloat_with_epsilon (amp_circle_scale_get_radius (&scale, 1e9), 40, 1e-9);
}

static void
test_odd_numbers_have_no_circle (void)
{
  AmpCircleScale scale = { 10, 40 };
  AmpCircleScale odd[] = { { 0, 10 }, { NAN, 10 }, { -1, 10 }, { INFINITY, 10 } };
  double         steps[AMP_CIRCLE_SCALE_N_STEPS];

  g_assert_cmpfloat (amp_circle_scale_get_radius (&scale, 0), ==, 0);
  g_assert_cmpfloat (amp_circle_scale_get_radius (&scale, -4), ==, 0);
  g_assert_cmpfloat (amp_circle_scale_get_radius (&scale, NAN), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_assert_cmpfloat (amp_circle_scale_get_radius (&odd[i], 3), ==, 0);
      g_assert_cmpuint (amp_circle_scale_get_steps (&odd[i], steps), ==, 0);
    }
}

static void
test_steps_are_round (void)
{
  AmpCircleScale scale = { 60123, 40 };
  double         steps[AMP_CIRCLE_SCALE_N_STEPS];

  g_assert_cmpuint (amp_circle_scale_get_steps (&scale, steps), ==, 3);
  g_assert_cmpfloat (steps[0], ==, 50000);
  g_assert_cmpfloat (steps[1], ==, 10000);
  g_assert_cmpfloat (steps[2], ==, 2000);
  for (double maximum = 1; maximum < 1e12; maximum *= 10)
    {
      scale.maximum = maximum;
      g_assert_cmpuint (amp_circle_scale_get_steps (&scale, steps), ==, 3);
      g_assert_cmpfloat_with_epsilon (steps[0] / maximum, 1, 1e-9);
      g_assert_cmpfloat_with_epsilon (steps[1] / maximum, 0.2, 1e-9);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/circle-scale/areas-are-proportional", test_areas_are_proportional);
  g_test_add_func ("/chart/circle-scale/odd-numbers-have-no-circle", test_odd_numbers_have_no_circle);
  g_test_add_func ("/chart/circle-scale/steps-are-round", test_steps_are_round);
  return g_test_run ();
}
