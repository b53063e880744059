/* The banded edit distance against the plain table of the textbook, and what
 * several communes have in common. */
#include <glib.h>

#include "amp-gazetteer.h"
#include "amp-place-match.h"

#define MAX_LENGTH 24

static guint
plain_distance (const char *a, guint a_length, const char *b, guint b_length)
{
  guint table[MAX_LENGTH + 1][MAX_LENGTH + 1];

  for (guint i = 0; i <= a_length; i++)
    for (guint j = 0; j <= b_length; j++)
      {
        if (i == 0 || j == 0)
          {
            table[i][j] = i + j;
            continue;
          }
        table[i][j] = MIN (table[i - 1][j], table[i][j - 1]) + 1;
        table[i][j] = MIN (table[i][j], table[i - 1][j - 1] + (a[i - 1] != b[j - 1] ? 1u : 0u));
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
          table[i][j] = MIN (table[i][j], table[i - 2][j - 2] + 1);
      }
  return table[a_length][b_length];
}

static guint
random_word (GRand *random, char *word)
{
  guint length = g_rand_int_range (random, 0, MAX_LENGTH + 1);

  for (guint i = 0; i < length; i++)
    word[i] = g_rand_int_range (random, 'A', 'C');
  return length;
}

static void
test_distance (void)
{
  GRand *random = g_rand_new_with_seed (29);
  guint  near = 0;

  for (guint i = 0; i < 50000; i++)
    {
      char  a[MAX_LENGTH];
      char  b[MAX_LENGTH];
      guint a_length = random_word (random, a);
      guint b_length = random_word (random, b);
      guint limit = g_rand_int_range (random, 0, 3);
      guint expected;

      if (i % 2 == 0) /* near words too */
        {
          memcpy (b, a, a_length);
          b_length = a_length;
          for (guint edits = 0; edits < 3 && b_length > 0; edits++)
            b[g_rand_int_range (random, 0, b_length)] = 'A';
        }
      expected = MIN (plain_distance (a, a_length, b, b_length), limit + 1);
      near += expected > 0 && expected <= limit;
      g_assert_cmpuint (amp_place_edit_distance (a, a_length, b, b_length, limit), ==, expected);
    }
  g_assert_cmpuint (near, >, 1000);
  g_rand_free (random);
}

static guint32
find_commune (const AmpGazetteer *gazetteer, const char *code)
{
  guint32 index = AMP_PLACE_NONE;

  g_assert_true (amp_gazetteer_find_area (gazetteer, AMP_PLACE_LEVEL_COMMUNE, code, &index));
  return index;
}

/* Rennes; with Cesson-Sévigné their EPCI; with Saint-Malo their département;
 * with Vannes their region; with Paris the country; Paris fills its département. */
static void
test_common_place (void)
{
  static const char *const codes[] = { "35238", "35051", "35288", "56260", "75056" };
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpGazetteer) gazetteer = amp_gazetteer_new (&error);
  AmpPlaceCandidates candidates;

  g_assert_no_error (error);
  amp_place_candidates_clear (&candidates);
  g_assert_cmpstr (candidates.place.country, ==, "");
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      const AmpPlace *place = &candidates.place;

      amp_place_candidates_add (&candidates, gazetteer, find_commune (gazetteer, codes[i]));
      g_assert_cmpuint (candidates.n_candidates, ==, i + 1);
      g_assert_true ((place->commune != AMP_PLACE_NONE) == (i < 1));
      g_assert_true ((place->epci != AMP_PLACE_NONE) == (i < 2));
      g_assert_true ((place->departement != AMP_PLACE_NONE) == (i < 3));
      g_assert_true ((place->region != AMP_PLACE_NONE) == (i < 4));
      g_assert_cmpstr (place->country, ==, "FR");
    }
  amp_place_candidates_clear (&candidates);
  amp_place_candidates_add_departement (&candidates, gazetteer, amp_gazetteer_get_area (gazetteer, AMP_PLACE_LEVEL_COMMUNE, find_commune (gazetteer, "75056"))->departement);
  g_assert_cmpuint (candidates.place.commune, ==, find_commune (gazetteer, "75056"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/places/place-match/distance-is-that-of-the-textbook", test_distance);
  g_test_add_func ("/places/place-match/candidates-keep-what-they-share", test_common_place);
  return g_test_run ();
}
