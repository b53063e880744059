#include "amp-person-facts.h"

static const AmpDate as_of = { 2021, 2, 23 };

static void
test_codes_read_back (void)
{
  static const char *const bands[] = { "0-14", "15-17", "18-24", "25-34", "35-44", "45-54", "55-64", "65-74", "75+", "unknown" };

  g_assert_cmpuint (G_N_ELEMENTS (bands), ==, AMP_N_AGE_BANDS);
  for (guint i = 0; i < AMP_N_AGE_BANDS; i++)
    {
      AmpAgeBand band = AMP_N_AGE_BANDS;

      g_assert_cmpstr (amp_age_band_get_code (i), ==, bands[i]);
      g_assert_true (amp_age_band_from_code (bands[i], &band));
      g_assert_cmpuint (band, ==, i);
      g_assert_cmpstr (amp_age_band_get_label (i), !=, "");
    }
  for (guint i = 0; i < AMP_N_SEXES; i++)
    {
      AmpSex sex = AMP_N_SEXES;

      g_assert_true (amp_sex_from_code (amp_sex_get_code (i), &sex));
      g_assert_cmpuint (sex, ==, i);
      g_assert_cmpstr (amp_sex_get_label (i), !=, "");
    }
  g_assert_false (amp_age_band_from_code ("75", NULL));
  g_assert_false (amp_sex_from_code ("f", NULL));
}

static void
assert_band (guint year, guint month, guint day, AmpAgeBand band)
{
  AmpDate birth = { (guint16) year, (guint8) month, (guint8) day };

  g_assert_cmpuint (amp_age_band_at (birth, as_of), ==, band);
}

static void
test_age_counts_birthdays (void)
{
  assert_band (2021, 2, 23, AMP_AGE_BAND_0_14);
  assert_band (2006, 2, 24, AMP_AGE_BAND_0_14);
  assert_band (2006, 2, 23, AMP_AGE_BAND_15_17);
  assert_band (2003, 2, 24, AMP_AGE_BAND_15_17);
  assert_band (2003, 2, 23, AMP_AGE_BAND_18_24);
  assert_band (1996, 2, 23, AMP_AGE_BAND_25_34);
  assert_band (1996, 3, 1, AMP_AGE_BAND_18_24);
  assert_band (1946, 2, 24, AMP_AGE_BAND_65_74);
  assert_band (1946, 2, 23, AMP_AGE_BAND_75);
  assert_band (1899, 1, 1, AMP_AGE_BAND_75);
}

static void
test_birthday_of_29_february_is_1_march (void)
{
  AmpDate birth = { 2004, 2, 29 };

  g_assert_cmpuint (amp_age_band_at (birth, (AmpDate){ 2022, 2, 28 }), ==, AMP_AGE_BAND_15_17);
  g_assert_cmpuint (amp_age_band_at (birth, (AmpDate){ 2022, 3, 1 }), ==, AMP_AGE_BAND_18_24);
}

static void
test_impossible_ages_are_unknown (void)
{
  assert_band (0, 0, 0, AMP_AGE_BAND_UNKNOWN);
  assert_band (2021, 2, 24, AMP_AGE_BAND_UNKNOWN);
  assert_band (1990, 2, 30, AMP_AGE_BAND_UNKNOWN);
  assert_band (1898, 1, 1, AMP_AGE_BAND_UNKNOWN);
  g_assert_cmpuint (amp_age_band_at (as_of, (AmpDate){ 0, 0, 0 }), ==, AMP_AGE_BAND_UNKNOWN);
}

static void
test_minors_are_under_18 (void)
{
  for (guint i = 0; i < AMP_N_AGE_BANDS; i++)
    g_assert_cmpint (amp_age_band_is_minor (i), ==, i < AMP_AGE_BAND_18_24);
}

static void
assert_sex (AmpSex sex, const char *words)
{
  g_auto (GStrv) split = g_strsplit (words, "|", -1);

  for (guint i = 0; split[i] != NULL; i++)
    {
      g_autofree char *escaped = g_strescape (split[i], NULL);

      g_test_message ("%s", escaped);
      g_assert_cmpuint (amp_sex_parse (split[i], strlen (split[i])), ==, sex);
    }
}

static void
test_sex_is_read (void)
{
  assert_sex (AMP_SEX_FEMALE, "F|f|2|Mme|MME.|mlle|F\303\251minin|femme| F |W|Female");
  assert_sex (AMP_SEX_MALE, "M|H|h|1|M.|Mr|Monsieur|Masculin|homme|male\n|Mr.");
  assert_sex (AMP_SEX_UNKNOWN, "|X|U|0|9|I|Dr|.|indetermine|ff|3|Masculin et feminin|\377|12");
}

static void
test_bytes_behind_a_nul_count (void)
{
  g_assert_cmpuint (amp_sex_parse ("F\0XXXX", 6), ==, AMP_SEX_UNKNOWN);
  g_assert_cmpuint (amp_sex_parse ("F\0\0", 3), ==, AMP_SEX_FEMALE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fields/person-facts/codes-read-back", test_codes_read_back);
  g_test_add_func ("/fields/person-facts/age-counts-birthdays", test_age_counts_birthdays);
  g_test_add_func ("/fields/person-facts/birthday-of-29-february-is-1-march", test_birthday_of_29_february_is_1_march);
  g_test_add_func ("/fields/person-facts/impossible-ages-are-unknown", test_impossible_ages_are_unknown);
  g_test_add_func ("/fields/person-facts/minors-are-under-18", test_minors_are_under_18);
  g_test_add_func ("/fields/person-facts/sex-is-read", test_sex_is_read);
  g_test_add_func ("/fields/person-facts/bytes-behind-a-nul-count", test_bytes_behind_a_nul_count);
  return g_test_run ();
}
