#include "amp-category.h"
#include "amp-sensitivity.h"

static void
test_codes_are_those_of_the_command_line (void)
{
  static const char *const codes[] = {
    "identity", "contact", "family", "professional", "technical", "administrative", "location",
    "habits", "financial", "official_id", "credentials", "health", "genetic", "biometric",
    "sex_life", "religion", "politics", "union", "ethnicity", "offence"
  };

  g_assert_cmpuint (G_N_ELEMENTS (codes), ==, AMP_N_CATEGORIES);
  for (guint i = 0; i < AMP_N_CATEGORIES; i++)
    {
      AmpCategory category = AMP_N_CATEGORIES;

      g_assert_cmpstr (amp_category_get_code (i), ==, codes[i]);
      g_assert_cmpstr (amp_category_get_label (i), !=, "");
      g_assert_true (amp_category_from_code (codes[i], &category));
      g_assert_cmpuint (category, ==, i);
    }
}

static void
test_unknown_codes_are_refused (void)
{
  AmpCategory    category = AMP_CATEGORY_FAMILY;
  AmpSensitivity sensitivity = AMP_SENSITIVITY_FINANCIAL;

  g_assert_false (amp_category_from_code ("Health", &category));
  g_assert_false (amp_category_from_code ("", &category));
  g_assert_false (amp_category_from_code (NULL, &category));
  g_assert_cmpuint (category, ==, AMP_CATEGORY_FAMILY);
  g_assert_false (amp_sensitivity_from_code ("grave", &sensitivity));
  g_assert_cmpuint (sensitivity, ==, AMP_SENSITIVITY_FINANCIAL);
}

static void
test_classes_are_those_of_the_method (void)
{
  g_assert_cmpuint (amp_category_get_sensitivity (AMP_CATEGORY_ADMINISTRATIVE), ==, AMP_SENSITIVITY_SIMPLE);
  g_assert_cmpuint (amp_category_get_sensitivity (AMP_CATEGORY_LOCATION), ==, AMP_SENSITIVITY_BEHAVIOURAL);
  g_assert_cmpuint (amp_category_get_sensitivity (AMP_CATEGORY_CREDENTIALS), ==, AMP_SENSITIVITY_FINANCIAL);
  g_assert_cmpuint (amp_category_get_sensitivity (AMP_CATEGORY_OFFICIAL_ID), ==, AMP_SENSITIVITY_FINANCIAL);
  for (guint i = AMP_CATEGORY_HEALTH; i <= AMP_CATEGORY_OFFENCE; i++)
    {
      g_assert_cmpuint (amp_category_get_sensitivity (i), ==, AMP_SENSITIVITY_SENSITIVE);
      g_assert_cmpuint (amp_category_get_article (i), ==, i == AMP_CATEGORY_OFFENCE ? 10 : 9);
    }
  g_assert_cmpuint (amp_category_get_article (AMP_CATEGORY_OFFICIAL_ID), ==, 87);
  g_assert_cmpuint (amp_category_get_article (AMP_CATEGORY_FINANCIAL), ==, 0);
}

static void
test_set_has_the_sensitivities_of_its_members (void)
{
  AmpCategorySet set = AMP_CATEGORY_BIT (AMP_CATEGORY_CONTACT) | AMP_CATEGORY_BIT (AMP_CATEGORY_OFFENCE);

  g_assert_cmpuint (amp_category_set_get_sensitivities (0), ==, 0);
  g_assert_cmpuint (amp_category_set_get_sensitivities (set), ==, AMP_SENSITIVITY_BIT (AMP_SENSITIVITY_SIMPLE) | AMP_SENSITIVITY_BIT (AMP_SENSITIVITY_SENSITIVE));
  g_assert_cmpuint (amp_category_set_get_sensitivities (1u << 31), ==, 0);
  g_assert_cmpuint (amp_category_set_get_sensitivities (G_MAXUINT32), ==, 0xf);
}

static void
test_sensitivities_read_back (void)
{
  for (guint i = 0; i < AMP_N_SENSITIVITIES; i++)
    {
      AmpSensitivity sensitivity = AMP_N_SENSITIVITIES;

      g_assert_true (amp_sensitivity_from_code (amp_sensitivity_get_code (i), &sensitivity));
      g_assert_cmpuint (sensitivity, ==, i);
      g_assert_cmpstr (amp_sensitivity_get_label (i), !=, "");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fields/category/codes-are-those-of-the-command-line", test_codes_are_those_of_the_command_line);
  g_test_add_func ("/fields/category/unknown-codes-are-refused", test_unknown_codes_are_refused);
  g_test_add_func ("/fields/category/classes-are-those-of-the-method", test_classes_are_those_of_the_method);
  g_test_add_func ("/fields/category/set-has-the-sensitivities-of-its-members", test_set_has_the_sensitivities_of_its_members);
  g_test_add_func ("/fields/sensitivity/read-back", test_sensitivities_read_back);
  return g_test_run ();
}
