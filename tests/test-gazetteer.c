/* The gazetteer against what is known of France, and against itself. */
#include <glib.h>

#include "amp-gazetteer.h"
#include "amp-places-error.h"

static AmpGazetteer *gazetteer;

static const AmpArea *
find (AmpPlaceLevel level, const char *code)
{
  guint32 index = AMP_PLACE_NONE;

  g_assert_true (amp_gazetteer_find_area (gazetteer, level, code, &index));
  return amp_gazetteer_get_area (gazetteer, level, index);
}

static void
test_counts (void)
{
  g_assert_cmpuint (amp_gazetteer_get_n_areas (gazetteer, AMP_PLACE_LEVEL_COMMUNE), ==, 34969);
  g_assert_cmpuint (amp_gazetteer_get_n_areas (gazetteer, AMP_PLACE_LEVEL_EPCI), ==, 1255);
  g_assert_cmpuint (amp_gazetteer_get_n_areas (gazetteer, AMP_PLACE_LEVEL_DEPARTEMENT), ==, 101 + 8);
  g_assert_cmpuint (amp_gazetteer_get_n_areas (gazetteer, AMP_PLACE_LEVEL_REGION), ==, 18 + 8);
  g_assert_cmpuint (amp_gazetteer_get_n_areas (gazetteer, AMP_PLACE_LEVEL_COUNTRY), >, 200);
}

static void
test_rennes (void)
{
  const AmpArea *rennes = find (AMP_PLACE_LEVEL_COMMUNE, "35238");
  const AmpArea *epci = amp_gazetteer_get_area (gazetteer, AMP_PLACE_LEVEL_EPCI, rennes->epci);
  const AmpArea *departement = amp_gazetteer_get_area (gazetteer, AMP_PLACE_LEVEL_DEPARTEMENT, rennes->departement);
  const AmpArea *region = amp_gazetteer_get_area (gazetteer, AMP_PLACE_LEVEL_REGION, rennes->region);

  g_assert_cmpstr (rennes->name, ==, "Rennes");
  g_assert_cmpstr (epci->code, ==, "243500139");
  g_assert_cmpstr (epci->name, ==, "Rennes Métropole");
  g_assert_cmpstr (epci->kind, ==, "METRO");
  g_assert_cmpstr (departement->code, ==, "35");
  g_assert_cmpstr (region->code, ==, "53");
  g_assert_true (epci->departement == rennes->departement && epci->region == rennes->region);
  g_assert_true (rennes->is_located && !rennes->is_approximate);
  g_assert_cmpfloat_with_epsilon (rennes->latitude, 48.11, 0.05);
  g_assert_cmpfloat_with_epsilon (rennes->longitude, -1.68, 0.05);
}

static gint64
sum_level (AmpPlaceLevel level)
{
  gint64 sum = 0;

  for (guint i = 0; i < amp_gazetteer_get_n_areas (gazetteer, level); i++)
    sum += amp_gazetteer_get_area (gazetteer, level, i)->population;
  return sum;
}

static void
test_populations_agree (void)
{
  gint64 total = sum_level (AMP_PLACE_LEVEL_COMMUNE);
  gint64 outside = 0;

  for (guint i = 0; i < amp_gazetteer_get_n_areas (gazetteer, AMP_PLACE_LEVEL_COMMUNE); i++)
    {
      const AmpArea *commune = amp_gazetteer_get_area (gazetteer, AMP_PLACE_LEVEL_COMMUNE, i);

      outside += commune->epci == AMP_PLACE_NONE ? commune->population : 0;
    }
  g_assert_cmpint (total, >, 68000000);
  g_assert_cmpint (sum_level (AMP_PLACE_LEVEL_DEPARTEMENT), ==, total);
  g_assert_cmpint (sum_level (AMP_PLACE_LEVEL_REGION), ==, total);
  g_assert_cmpint (sum_level (AMP_PLACE_LEVEL_COUNTRY), ==, total);
  g_assert_cmpint (sum_level (AMP_PLACE_LEVEL_EPCI) + outside, ==, total);
  g_assert_cmpint (find (AMP_PLACE_LEVEL_COUNTRY, "FR")->population, ==, total);
}

/* Four islands and the collectivities are all that no EPCI holds. */
static void
test_communes_have_an_epci (void)
{
  guint islands = 0;

  for (guint i = 0; i < amp_gazetteer_get_n_areas (gazetteer, AMP_PLACE_LEVEL_COMMUNE); i++)
    {
      const AmpArea *commune = amp_gazetteer_get_area (gazetteer, AMP_PLACE_LEVEL_COMMUNE, i);
      const AmpArea *departement = amp_gazetteer_get_area (gazetteer, AMP_PLACE_LEVEL_DEPARTEMENT, commune->departement);

      g_assert_true (departement->region == commune->region);
      if (commune->epci == AMP_PLACE_NONE && g_strcmp0 (departement->kind, "com") != 0)
        islands++;
    }
  g_assert_cmpuint (islands, ==, 4);
  g_assert_true (find (AMP_PLACE_LEVEL_COMMUNE, "29155")->epci == AMP_PLACE_NONE);
}

static void
test_departements_hold_their_communes (void)
{
  guint total = 0;

  for (guint i = 0; i < amp_gazetteer_get_n_areas (gazetteer, AMP_PLACE_LEVEL_DEPARTEMENT); i++)
    {
      guint   n_communes = 0;
      guint32 first = amp_gazetteer_get_members (gazetteer, i, &n_communes);

      g_assert_cmpuint (n_communes, >, 0);
      for (guint j = 0; j < n_communes; j++)
        g_assert_cmpuint (amp_gazetteer_get_area (gazetteer, AMP_PLACE_LEVEL_COMMUNE, first + j)->departement, ==, i);
      total += n_communes;
    }
  g_assert_cmpuint (total, ==, amp_gazetteer_get_n_areas (gazetteer, AMP_PLACE_LEVEL_COMMUNE));
}

static void
test_postal_codes_both_ways (void)
{
  guint pairs = 0;
  guint known = 0;

  for (guint32 code = 0; code < 100001; code++)
    {
      guint          n_communes = 0;
      const guint32 *communes = amp_gazetteer_get_communes (gazetteer, code, &n_communes);

      known += n_communes > 0;
      pairs += n_communes;
      for (guint i = 0; i < n_communes; i++)
        {
          guint          n_codes = 0;
          const guint32 *codes = amp_gazetteer_get_postal_codes (gazetteer, communes[i], &n_codes);
          gboolean       is_back = FALSE;

          for (guint j = 0; j < n_codes; j++)
            is_back = is_back || codes[j] == code;
          g_assert_true (is_back);
        }
    }
  g_assert_cmpuint (known, ==, 6310);
  for (guint32 i = 0; i < amp_gazetteer_get_n_areas (gazetteer, AMP_PLACE_LEVEL_COMMUNE); i++)
    {
      guint n_codes = 0;

      amp_gazetteer_get_postal_codes (gazetteer, i, &n_codes);
      pairs -= n_codes;
    }
  g_assert_cmpuint (pairs, ==, 0);
}

static void
test_codes_fold (void)
{
  /* clang-format off */
  static const char *const folds[][2] = {
    { "75101", "75056" }, { "75120", "75056" }, { "69381", "69123" }, { "69389", "69123" },
    { "13201", "13055" }, { "13216", "13055" }, { "01340", "01015" }, { "35238", "35238" },
    { "2A004", "2A004" }, { "2b033", "2B033" }, { "97411", "97411" }, { "97502", "97502" },
  };
  static const char *const unknown[] = { "", "0", "00000", "99999", "2C004", "3523", "352388", "ABCDE", "35 38", "\xff\xfe" };
  /* clang-format on */
  guint32 index = 7;

  for (guint i = 0; i < G_N_ELEMENTS (folds); i++)
    g_assert_cmpstr (find (AMP_PLACE_LEVEL_COMMUNE, folds[i][0])->code, ==, folds[i][1]);
  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    g_assert_false (amp_gazetteer_find_area (gazetteer, AMP_PLACE_LEVEL_COMMUNE, unknown[i], &index));
  g_assert_false (amp_gazetteer_find_area (gazetteer, AMP_PLACE_LEVEL_COMMUNE, NULL, &index));
  g_assert_cmpuint (index, ==, 7);
  g_assert_cmpstr (find (AMP_PLACE_LEVEL_DEPARTEMENT, "69M")->code, ==, "69");
  g_assert_cmpstr (find (AMP_PLACE_LEVEL_DEPARTEMENT, "69D")->code, ==, "69");
}

static void
test_every_code_is_found (void)
{
  for (guint level = 0; level < AMP_N_PLACE_LEVELS; level++)
    for (guint32 i = 0; i < amp_gazetteer_get_n_areas (gazetteer, level); i++)
      {
        guint32 index = AMP_PLACE_NONE;

        g_assert_true (amp_gazetteer_find_area (gazetteer, level, amp_gazetteer_get_area (gazetteer, level, i)->code, &index));
        g_assert_cmpuint (index, ==, i);
      }
}

static void
test_coordinates (void)
{
  guint unlocated = 0;

  for (guint i = 0; i < amp_gazetteer_get_n_areas (gazetteer, AMP_PLACE_LEVEL_COMMUNE); i++)
    {
      const AmpArea *commune = amp_gazetteer_get_area (gazetteer, AMP_PLACE_LEVEL_COMMUNE, i);

      unlocated += !commune->is_located;
      g_assert_cmpfloat (ABS (commune->latitude), <, 70);
      if (g_str_has_prefix (commune->code, "35"))
        g_assert_true (commune->latitude > 47.6 && commune->latitude < 48.8 && commune->longitude > -2.4 && commune->longitude < -1);
    }
  g_assert_cmpuint (unlocated, ==, 6); /* uninhabited */
}

static void
test_countries (void)
{
  /* clang-format off */
  static const struct { const char *text, *code, *departement; } rows[] = {
    { "France", "FR", NULL }, { " fra ", "FR", NULL }, { "ALLEMAGNE", "DE", NULL }, { "Germany", "DE", NULL },
    { "ETATS-UNIS", "US", NULL }, { "Côte d’Ivoire", "CI", NULL }, { "BEL", "BE", NULL }, { "maroc", "MA", NULL },
    { "Martinique", "FR", "972" }, { "NC", "FR", "988" }, { "LA REUNION", "FR", "974" }, { "monaco", "MC", NULL },
  };
  /* clang-format on */
  guint32 country = AMP_PLACE_NONE;
  guint32 departement = AMP_PLACE_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_true (amp_gazetteer_find_country (gazetteer, rows[i].text, strlen (rows[i].text), &country, &departement));
      g_assert_cmpstr (amp_gazetteer_get_area (gazetteer, AMP_PLACE_LEVEL_COUNTRY, country)->code, ==, rows[i].code);
      g_assert_cmpstr (departement == AMP_PLACE_NONE ? NULL : amp_gazetteer_get_area (gazetteer, AMP_PLACE_LEVEL_DEPARTEMENT, departement)->code, ==, rows[i].departement);
    }
  g_assert_false (amp_gazetteer_find_country (gazetteer, "Atlantide", 9, &country, &departement));
  g_assert_cmpstr (find (AMP_PLACE_LEVEL_COUNTRY, "DE")->name, ==, "Germany");
  g_assert_cmpstr (find (AMP_PLACE_LEVEL_COUNTRY, "DE")->french_name, ==, "Allemagne");
}

static const char *
search_first (const char *text, AmpPlaceLevel level)
{
  g_autoptr (GArray) matches = amp_gazetteer_search (gazetteer, text, 20);

  for (guint i = 0; i < matches->len; i++)
    {
      AmpPlaceMatch match = g_array_index (matches, AmpPlaceMatch, i);

      if (match.level == level)
        return amp_gazetteer_get_area (gazetteer, level, match.index)->code;
    }
  return NULL;
}

static void
test_search (void)
{
  g_autoptr (GArray) matches = amp_gazetteer_search (gazetteer, "saint", 5);
  g_autoptr (GArray) nothing = amp_gazetteer_search (gazetteer, "\xff\xfe?!", 5);

  g_assert_cmpuint (matches->len, ==, 5);
  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_cmpstr (search_first ("renn", AMP_PLACE_LEVEL_COMMUNE), ==, "35238");
  g_assert_cmpstr (search_first ("RENNES MÉTROPOLE", AMP_PLACE_LEVEL_EPCI), ==, "243500139");
  g_assert_cmpstr (search_first ("st brieuc", AMP_PLACE_LEVEL_COMMUNE), ==, "22278");
  g_assert_cmpstr (search_first ("havre", AMP_PLACE_LEVEL_COMMUNE), ==, "76351");
  g_assert_cmpstr (search_first ("ille et v", AMP_PLACE_LEVEL_DEPARTEMENT), ==, "35");
  g_assert_cmpstr (search_first ("vilaine", AMP_PLACE_LEVEL_DEPARTEMENT), ==, "35");
  g_assert_cmpstr (search_first ("bretagne", AMP_PLACE_LEVEL_REGION), ==, "53");
  g_assert_cmpstr (search_first ("35238", AMP_PLACE_LEVEL_COMMUNE), ==, "35238");
  g_assert_cmpstr (search_first ("56000", AMP_PLACE_LEVEL_COMMUNE), ==, "56260");
  g_assert_cmpstr (search_first ("Bellegarde-sur-Valserine", AMP_PLACE_LEVEL_COMMUNE), ==, "01033");
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gint64 start;
  int    status;

  g_test_init (&argc, &argv, NULL);
  start = g_get_monotonic_time ();
  gazetteer = amp_gazetteer_new (&error);
  g_assert_no_error (error);
  g_test_message ("loaded in %.1f ms", (double) (g_get_monotonic_time () - start) / 1000);
  g_test_add_func ("/places/gazetteer/counts-are-those-of-2026", test_counts);
  g_test_add_func ("/places/gazetteer/rennes-is-where-it-is", test_rennes);
  g_test_add_func ("/places/gazetteer/populations-agree-between-levels", test_populations_agree);
  g_test_add_func ("/places/gazetteer/communes-have-an-epci", test_communes_have_an_epci);
  g_test_add_func ("/places/gazetteer/departements-hold-their-communes", test_departements_hold_their_communes);
  g_test_add_func ("/places/gazetteer/postal-codes-go-both-ways", test_postal_codes_both_ways);
  g_test_add_func ("/places/gazetteer/former-codes-fold", test_codes_fold);
  g_test_add_func ("/places/gazetteer/every-code-is-found", test_every_code_is_found);
  g_test_add_func ("/places/gazetteer/coordinates-are-in-place", test_coordinates);
  g_test_add_func ("/places/gazetteer/countries-by-any-name", test_countries);
  g_test_add_func ("/places/gazetteer/search-orders-by-fit-and-people", test_search);
  status = g_test_run ();
  amp_gazetteer_unref (gazetteer);
  return status;
}
