/* Selections: what is understood, what is refused, and that one selection has
 * one way to be written. Keys and mandates, which are small, are tested here
 * too. */
#include "amp-cell.h"
#include "amp-mandate.h"
#include "amp-selection.h"

static AmpSelection *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  AmpSelection *selection = amp_selection_new_from_string (text, &error);

  g_assert_no_error (error);
  return selection;
}

static void
test_canonical (void)
{
  g_autoptr (AmpSelection) a = parse ("sex=F&departement=35&departement=29&sex=F");
  g_autoptr (AmpSelection) b = parse ("departement=29&departement=35&sex=F");
  g_autofree char *text = amp_selection_to_string (a);

  g_assert_cmpstr (text, ==, "departement=29&departement=35&sex=F");
  g_assert_true (amp_selection_equal (a, b));
  amp_selection_remove (b, AMP_KEY_SEX, NULL);
  g_assert_false (amp_selection_equal (a, b));
}

static void
test_round_trip (void)
{
  static const char *const texts[] = {
    "",
    "country=FR",
    "country=",
    "region=53&departement=2A&epci=243500139&commune=35238",
    "category=health&category=sex_life&sensitivity=sensitive",
    "age=75+&age=unknown&sex=M&source=64&place-quality=none",
    "combination=&combination=identity+health",
    "category=health&category&=identity&category&=contact&category!=financial",
    "source&=1&source&=2&age!=75+&commune!=35238&country!=&combination!=",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (AmpSelection) first = parse (texts[i]);
      g_autofree char *text = amp_selection_to_string (first);
      g_autoptr (AmpSelection) second = parse (text);
      g_autoptr (AmpSelection) copy = amp_selection_copy (first);

      g_assert_true (amp_selection_equal (first, second));
      g_assert_true (amp_selection_equal (first, copy));
      g_assert_cmpint (amp_selection_is_empty (first), ==, *texts[i] == '\0');
    }
}

static void
test_combinations (void)
{
  g_autoptr (AmpSelection) selection = parse ("combination=health+identity+health");

  g_assert_cmpuint (amp_selection_get_n_terms (selection), ==, 1);
  g_assert_cmpstr (amp_selection_get_term (selection, 0)->code, ==, "identity+health");
}

static void
test_refusals (void)
{
  static const char *const terms[] = {
    "", "departement", "=35", "Departement=35", "planet=3",
    "category=wealth", "category=", "sensitivity=9", "age=12", "sex=X", "place-quality=good",
    "source=0", "source=65", "source=01", "source=a", "source=", "source=-1", "source=1 ",
    "commune=35238;", "commune=../../etc", "commune=1234567890123456", "commune=35 238", "commune=\xff",
    "combination=identity+", "combination=+", "combination=identity+wealth",
    "type=nir", "field=1", "severity=high",
    "&=health", "!=health", "category&health", "category!health", "category!", "category!!=health", "category&!=health", "category=!health", "category!=wealth"
  };

  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      g_autoptr (AmpSelection) selection = amp_selection_new ();
      g_autoptr (GError) error = NULL;

      g_assert_false (amp_selection_add_string (selection, terms[i], &error));
      g_assert_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_SELECTION);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_true (amp_selection_is_empty (selection));
    }
}

static void
test_modes (void)
{
  g_autoptr (AmpSelection) selection = parse ("category!=health&category&=contact&category=identity&sex!=F");
  g_autofree char *text = amp_selection_to_string (selection);

  g_assert_cmpstr (text, ==, "category=identity&category&=contact&category!=health&sex!=F");
  g_assert_true (amp_selection_has_mode (selection, AMP_KEY_CATEGORY, AMP_TERM_NONE, "health"));
  g_assert_false (amp_selection_has_mode (selection, AMP_KEY_CATEGORY, AMP_TERM_ANY, "health"));
  g_assert_true (amp_selection_has (selection, AMP_KEY_CATEGORY, "health"));
  g_assert_true (amp_selection_remove_mode (selection, AMP_KEY_CATEGORY, AMP_TERM_ANY));
  g_assert_false (amp_selection_remove_mode (selection, AMP_KEY_CATEGORY, AMP_TERM_ANY));
  g_assert_cmpuint (amp_selection_get_n_terms (selection), ==, 3);
  g_assert_true (amp_selection_passes_code (selection, AMP_KEY_SEX, "M"));
  g_assert_false (amp_selection_passes_code (selection, AMP_KEY_SEX, "F"));
  g_assert_true (amp_selection_remove (selection, AMP_KEY_CATEGORY, NULL));
  g_assert_cmpuint (amp_selection_get_n_terms (selection), ==, 1);
}

/* An "&" at either end, or two, is a term left out. */
static void
test_empty_terms (void)
{
  static const char *const texts[] = { "&", "sex=F&", "&sex=F", "sex=F&&sex=M", "sex=F&=M" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (amp_selection_new_from_string (texts[i], &error));
      g_assert_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_SELECTION);
    }
}

static void
test_terms (void)
{
  g_autoptr (AmpSelection) selection = amp_selection_new ();

  g_assert_true (amp_selection_add (selection, AMP_KEY_COMMUNE, "35238", NULL));
  g_assert_true (amp_selection_add (selection, AMP_KEY_REGION, "53", NULL));
  g_assert_cmpint (amp_selection_get_term (selection, 0)->key, ==, AMP_KEY_REGION);
  g_assert_true (amp_selection_has (selection, AMP_KEY_COMMUNE, "35238"));
  g_assert_true (amp_selection_has (selection, AMP_KEY_COMMUNE, NULL));
  g_assert_false (amp_selection_has (selection, AMP_KEY_COMMUNE, "29019"));
  g_assert_false (amp_selection_remove (selection, AMP_KEY_COMMUNE, "29019"));
  g_assert_true (amp_selection_remove (selection, AMP_KEY_COMMUNE, "35238"));
  g_assert_cmpuint (amp_selection_get_n_terms (selection), ==, 1);
}

static void
test_nothing_is_everything (void)
{
  g_autofree char *text = amp_selection_to_string (NULL);
  g_autoptr (AmpSelection) copy = amp_selection_copy (NULL);

  g_assert_cmpstr (text, ==, "");
  g_assert_true (amp_selection_is_empty (NULL));
  g_assert_true (amp_selection_equal (NULL, copy));
}

static void
test_keys (void)
{
  for (guint i = 0; i < AMP_N_KEYS; i++)
    {
      AmpKey key = AMP_N_KEYS;

      g_assert_true (amp_key_from_code (amp_key_get_code (i), &key));
      g_assert_cmpint (key, ==, i);
      g_assert_nonnull (amp_key_get_label (i));
      g_assert_cmpint (amp_key_is_place (i), ==, i < AMP_N_PLACE_KEYS);
    }
  g_assert_false (amp_key_from_code ("planet", NULL));
  g_assert_false (amp_key_from_code (NULL, NULL));
}

/* Cases keep these numbers: they may never change. */
static void
test_numbers (void)
{
  static const char *const qualities[] = { "exact", "name", "postal", "guess", "none" };
  static const char *const bands[] = { "0-14", "15-17", "18-24", "25-34", "35-44", "45-54", "55-64", "65-74", "75+", "unknown" };
  static const char *const sexes[] = { "unknown", "F", "M" };

  for (guint i = 0; i < AMP_N_QUALITIES; i++)
    g_assert_cmpstr (amp_quality_get_code (i), ==, qualities[i]);
  for (guint i = 0; i < AMP_N_AGE_BANDS; i++)
    g_assert_cmpstr (amp_age_band_get_code (i), ==, bands[i]);
  for (guint i = 0; i < AMP_N_SEXES; i++)
    g_assert_cmpstr (amp_sex_get_code (i), ==, sexes[i]);
}

static void
test_mandate (void)
{
  g_autoptr (AmpMandate) whole = amp_mandate_new ("A. Analyst", "Client", "art. 33", NULL);
  g_autoptr (AmpMandate) blank = amp_mandate_new ("A. Analyst", " \t", "art. 33", "1");
  g_autoptr (AmpMandate) copy = amp_mandate_copy (whole);

  g_assert_true (amp_mandate_is_complete (whole));
  g_assert_true (amp_mandate_is_complete (copy));
  g_assert_cmpstr (copy->client, ==, "Client");
  g_assert_false (amp_mandate_is_complete (blank));
  g_assert_false (amp_mandate_is_complete (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/selection/equal-selections-are-written-alike", test_canonical);
  g_test_add_func ("/store/selection/what-is-written-is-read", test_round_trip);
  g_test_add_func ("/store/selection/combinations-are-put-in-order", test_combinations);
  g_test_add_func ("/store/selection/what-is-no-filter-is-refused", test_refusals);
  g_test_add_func ("/store/selection/terms-have-modes", test_modes);
  g_test_add_func ("/store/selection/no-term-is-left-out", test_empty_terms);
  g_test_add_func ("/store/selection/terms-come-and-go", test_terms);
  g_test_add_func ("/store/selection/no-selection-is-the-empty-one", test_nothing_is_everything);
  g_test_add_func ("/store/key/codes-are-read-back", test_keys);
  g_test_add_func ("/store/cell/numbers-in-cases-stay", test_numbers);
  g_test_add_func ("/store/mandate/three-statements-make-it-complete", test_mandate);
  return g_test_run ();
}
