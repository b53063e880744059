/* One spelling for a name, whatever it was written like. */
#include <glib.h>

#include "amp-place-name.h"

static void
test_folds (void)
{
  /* clang-format off */
  static const char *const rows[][2] = {
    { "Rennes", "RENNES" }, { "  saint-malo ", "SAINT MALO" }, { "ST MALO", "SAINT MALO" },
    { "Ste-Anne d’Auray", "SAINTE ANNE D AURAY" }, { "L'Haÿ-les-Roses", "L HAY LES ROSES" },
    { "Châlons s/ Saône", "CHALONS SUR SAONE" }, { "Œuilly", "OEUILLY" }, { "Lay\xc5\xbf", "LAYS" },
    { "Cha\xcc\x82lons", "CHALONS" }, { "HAVRE (LE)", "LE HAVRE" }, { "ROSES L", "L ROSES" },
    { "\xc2\xa0" "Brest\xc2\xa0", "BREST" }, { "Straße", "STRASSE" }, { "", "" }, { "?!", "" },
    { "\xff\xfe", "" }, { "M\xc3", "M" }, { "日本", "" }, { "Le", "LE" },
  };
  /* clang-format on */
  char buffer[AMP_PLACE_NAME_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gsize length = amp_place_name_fold (rows[i][0], strlen (rows[i][0]), buffer, sizeof buffer);

      g_assert_cmpstr (buffer, ==, rows[i][1]);
      g_assert_cmpuint (length, ==, strlen (rows[i][1]));
    }
}

/* Nothing is cut short in silence: what does not fit is no name. */
static void
test_bounds (void)
{
  char buffer[8];

  g_assert_cmpuint (amp_place_name_fold ("ABCDEF", 6, buffer, sizeof buffer), ==, 6);
  g_assert_cmpuint (amp_place_name_fold ("ABCDEFG", 7, buffer, sizeof buffer), ==, 0);
  g_assert_cmpstr (buffer, ==, "");
  g_assert_cmpuint (amp_place_name_fold ("STE STE", 7, buffer, sizeof buffer), ==, 0);
  g_assert_cmpuint (amp_place_name_fold ("A", 1, buffer, 1), ==, 0);
  g_assert_cmpuint (amp_place_name_fold (NULL, 0, buffer, sizeof buffer), ==, 0);
}

static void
test_compact_and_article (void)
{
  char name[] = "LE PETIT QUEVILLY";

  g_assert_cmpstr (amp_place_name_skip_article (name), ==, "PETIT QUEVILLY");
  g_assert_cmpstr (amp_place_name_skip_article ("LENS"), ==, "LENS");
  g_assert_cmpstr (amp_place_name_skip_article ("LE"), ==, "LE");
  g_assert_cmpuint (amp_place_name_compact (name), ==, 15);
  g_assert_cmpstr (name, ==, "LEPETITQUEVILLY");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/places/place-name/spellings-fold-to-one", test_folds);
  g_test_add_func ("/places/place-name/what-does-not-fit-is-no-name", test_bounds);
  g_test_add_func ("/places/place-name/articles-and-spaces-come-off", test_compact_and_article);
  return g_test_run ();
}
