/* What src/chart/amp-text-ruler and the width of src/chart/amp-text promise. */
#include "amp-text-ruler.h"

#include "amp-text.h"

static int
count_and_measure (const char *text, gconstpointer data)
{
  guint *calls = (guint *) data;

  (*calls)++;
  return (int) strlen (text);
}

static void
test_a_text_is_measured_once (void)
{
  guint calls = 0;

  g_assert_cmpint (amp_text_ruler_get_width ("a", "Rennes", count_and_measure, &calls), ==, 6);
  g_assert_cmpint (amp_text_ruler_get_width ("a", "Rennes", count_and_measure, &calls), ==, 6);
  g_assert_cmpuint (calls, ==, 1);
  g_assert_cmpint (amp_text_ruler_get_width ("b", "Rennes", count_and_measure, &calls), ==, 6);
  g_assert_cmpint (amp_text_ruler_get_width ("a", "Vannes (Morbihan)", count_and_measure, &calls), ==, 17);
  g_assert_cmpuint (calls, ==, 3);
}

static void
test_a_flood_is_measured_right (void)
{
  guint calls = 0;

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *text = g_strdup_printf ("flood %u", i);

      g_assert_cmpint (amp_text_ruler_get_width ("a", text, count_and_measure, &calls), ==, (int) strlen (text));
    }
  g_assert_cmpuint (calls, ==, 20000);
}

/* What one style is told must not be what another is. */
static void
test_widths_follow_the_style (void)
{
  const AmpChartStyle normal = { amp_theme_get (AMP_THEME_LIGHT), NULL, 1 };
  const AmpChartStyle large = { amp_theme_get (AMP_THEME_LIGHT), NULL, 2 };
  const AmpChartStyle fixed = { amp_theme_get (AMP_THEME_LIGHT), "monospace", 1 };
  double              first = amp_text_get_width (&normal, AMP_TEXT_BODY, "illicit");

  g_assert_cmpfloat (first, >, 0);
  g_assert_cmpfloat_with_epsilon (amp_text_get_width (&large, AMP_TEXT_BODY, "illicit"), 2 * first, 1);
  g_assert_cmpfloat (amp_text_get_width (&fixed, AMP_TEXT_BODY, "illicit"), !=, first);
  g_assert_cmpfloat (amp_text_get_width (&normal, AMP_TEXT_CAPTION, "illicit"), <, first);
  g_assert_cmpfloat (amp_text_get_width (&normal, AMP_TEXT_BODY, "illicit"), ==, first);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/text-ruler/a-text-is-measured-once", test_a_text_is_measured_once);
  g_test_add_func ("/chart/text-ruler/a-flood-is-measured-right", test_a_flood_is_measured_right);
  g_test_add_func ("/chart/text-ruler/widths-follow-the-style", test_widths_follow_the_style);
  return g_test_run ();
}
