/* Profiles: interning, counting, and what a person's records merge into. */
#include "amp-profile-register.h"

static const guint8 LEVELS[] = { 0, 5, 3, 5 };

static AmpCell
profile_of (guint32 place, guint8 quality, guint32 categories)
{
  return (AmpCell){
    .sources = 1,
    .place = place,
    .categories = categories,
    .quality = quality,
    .age_band = AMP_AGE_BAND_UNKNOWN,
    .sex = AMP_SEX_UNKNOWN,
  };
}

static AmpCell
get (AmpProfileRegister *profiles, guint32 number)
{
  g_assert_cmpuint (number, <, amp_profile_register_get_n (profiles));
  return amp_profile_register_get_cell (profiles, number);
}

static void
test_same_profile_same_number (void)
{
  g_autoptr (AmpProfileRegister) profiles = amp_profile_register_new ();

  /* More than it starts with, so that it must grow. */
  for (guint round = 0; round < 2; round++)
    for (guint32 i = 0; i < 5000; i++)
      {
        AmpCell profile = profile_of (i % 50, (guint8) (i % 5), i);

        g_assert_cmpuint (amp_profile_register_find (profiles, &profile), ==, i);
        amp_profile_register_count_record (profiles, i);
      }
  for (guint32 i = 0; i < 5000; i++)
    g_assert_cmpint (get (profiles, i).records, ==, 2);
}

static void
test_what_was_shed_comes_back (void)
{
  g_autoptr (AmpProfileRegister) profiles = amp_profile_register_new ();

  for (guint round = 0; round < 2; round++)
    {
      for (guint32 i = 0; i < 3000; i++)
        {
          AmpCell profile = profile_of (i % 50, 0, i);

          g_assert_cmpuint (amp_profile_register_find (profiles, &profile), ==, i);
        }
      amp_profile_register_shed (profiles);
      g_assert_cmpuint (get (profiles, 2999).categories, ==, 2999);
    }
}

static void
test_person_is_where_its_best_placed_record_is (void)
{
  g_autoptr (AmpProfileRegister) profiles = amp_profile_register_new ();
  AmpCell departement = profile_of (2, 0, 1);
  AmpCell commune = profile_of (1, 3, 2);
  AmpCell surer_commune = profile_of (3, 0, 4);
  guint32 merged;

  merged = amp_profile_register_merge (profiles,
                                       amp_profile_register_find (profiles, &departement),
                                       amp_profile_register_find (profiles, &commune),
                                       LEVELS);
  g_assert_cmpuint (get (profiles, merged).place, ==, 1);
  g_assert_cmpuint (get (profiles, merged).quality, ==, 3);
  g_assert_cmpuint (get (profiles, merged).categories, ==, 3);

  merged = amp_profile_register_merge (profiles, merged, amp_profile_register_find (profiles, &surer_commune), LEVELS);
  g_assert_cmpuint (get (profiles, merged).place, ==, 3);
  g_assert_cmpuint (get (profiles, merged).categories, ==, 7);

  /* An equal one comes later: the earlier stays. */
  merged = amp_profile_register_merge (profiles,
                                       amp_profile_register_find (profiles, &surer_commune),
                                       amp_profile_register_find (profiles, &(AmpCell){ .place = 1, .sources = 1 }),
                                       LEVELS);
  g_assert_cmpuint (get (profiles, merged).place, ==, 3);
}

static void
test_first_known_age_and_sex_and_all_sources (void)
{
  g_autoptr (AmpProfileRegister) profiles = amp_profile_register_new ();
  AmpCell bare = profile_of (1, 0, 1);
  AmpCell told = bare;
  AmpCell contradicting = bare;
  guint32 merged;

  told.age_band = AMP_AGE_BAND_25_34;
  told.sex = AMP_SEX_FEMALE;
  told.sources = 2;
  contradicting.age_band = AMP_AGE_BAND_75;
  contradicting.sex = AMP_SEX_MALE;
  merged = amp_profile_register_merge (profiles,
                                       amp_profile_register_find (profiles, &bare),
                                       amp_profile_register_find (profiles, &told),
                                       LEVELS);
  merged = amp_profile_register_merge (profiles, merged, amp_profile_register_find (profiles, &contradicting), LEVELS);
  g_assert_cmpuint (get (profiles, merged).age_band, ==, AMP_AGE_BAND_25_34);
  g_assert_cmpuint (get (profiles, merged).sex, ==, AMP_SEX_FEMALE);
  g_assert_cmpuint (get (profiles, merged).sources, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/profile-register/same-profile-same-number", test_same_profile_same_number);
  g_test_add_func ("/analysis/profile-register/what-was-shed-comes-back", test_what_was_shed_comes_back);
  g_test_add_func ("/analysis/profile-register/person-is-where-its-best-placed-record-is", test_person_is_where_its_best_placed_record_is);
  g_test_add_func ("/analysis/profile-register/first-known-age-and-sex-and-all-sources", test_first_known_age_and_sex_and_all_sources);
  return g_test_run ();
}
