/* The codes of levels and qualities, which cases and the command line keep. */
#include <glib.h>

#include "amp-place.h"

static void
test_levels (void)
{
  static const char *const codes[] = { "country", "region", "departement", "epci", "commune" };
  AmpPlaceLevel            level = AMP_PLACE_LEVEL_EPCI;

  for (guint i = 0; i < AMP_N_PLACE_LEVELS; i++)
    {
      g_assert_cmpstr (amp_place_level_get_code (i), ==, codes[i]);
      g_assert_cmpstr (amp_place_level_get_label (i), !=, NULL);
      g_assert_true (amp_place_level_from_code (codes[i], &level));
      g_assert_cmpuint (level, ==, i);
    }
  g_assert_false (amp_place_level_from_code ("planet", &level));
  g_assert_false (amp_place_level_from_code (NULL, &level));
  g_assert_cmpuint (level, ==, AMP_PLACE_LEVEL_COMMUNE);
}

static void
test_qualities (void)
{
  static const char *const codes[] = { "exact", "name", "postal", "guess", "none" };
  AmpPlaceQuality          quality = AMP_PLACE_QUALITY_GUESS;

  for (guint i = 0; i < AMP_N_PLACE_QUALITIES; i++)
    {
      g_assert_cmpstr (amp_place_quality_get_code (i), ==, codes[i]);
      g_assert_cmpstr (amp_place_quality_get_label (i), !=, NULL);
      g_assert_true (amp_place_quality_from_code (codes[i], &quality));
      g_assert_cmpuint (quality, ==, i);
    }
  g_assert_false (amp_place_quality_from_code ("", &quality));
}

static void
test_cleared (void)
{
  AmpPlace place = { "FR", 1, 2, 3, 4, AMP_PLACE_QUALITY_EXACT };

  g_assert_cmpuint (amp_place_get_index (&place, AMP_PLACE_LEVEL_REGION), ==, 1);
  g_assert_cmpuint (amp_place_get_index (&place, AMP_PLACE_LEVEL_COMMUNE), ==, 4);
  amp_place_clear (&place);
  g_assert_cmpstr (place.country, ==, "");
  for (guint level = AMP_PLACE_LEVEL_REGION; level < AMP_N_PLACE_LEVELS; level++)
    g_assert_cmpuint (amp_place_get_index (&place, level), ==, AMP_PLACE_NONE);
  g_assert_cmpuint (place.quality, ==, AMP_PLACE_QUALITY_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/places/place/levels-have-codes", test_levels);
  g_test_add_func ("/places/place/qualities-have-codes", test_qualities);
  g_test_add_func ("/places/place/a-cleared-place-is-nowhere", test_cleared);
  return g_test_run ();
}
