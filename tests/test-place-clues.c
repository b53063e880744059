/* What is read out of the cells, before anything is believed. */
#include <glib.h>

#include "amp-place-clues.h"

#define NONE G_MAXUINT32

static void
test_postal_codes (void)
{
  /* clang-format off */
  static const struct { const char *text; guint32 code; gboolean is_padded; const char *departement; } rows[] = {
    { "35000", 35000, FALSE, "" }, { "01000", 1000, FALSE, "" }, { " 35 000", 35000, FALSE, "" },
    { "35.000", 35000, FALSE, "" }, { "35000.0", 35000, FALSE, "" }, { "1400.0", 1400, TRUE, "" },
    { "1400", 1400, TRUE, "" }, { "F-35000", 35000, FALSE, "" }, { "FR 35000", 35000, FALSE, "" },
    { "35", NONE, FALSE, "35" }, { "2b", NONE, FALSE, "2B" }, { "974", NONE, FALSE, "974" },
    { "350", NONE, FALSE, "" }, { "350000", NONE, FALSE, "" }, { "3", NONE, FALSE, "" },
    { "ABCDE", NONE, FALSE, "" }, { "", NONE, FALSE, "" }, { "35000-1234", 35000, FALSE, "" },
  };
  /* clang-format on */

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AmpPlaceClues clues;

      amp_place_clues_read (&clues, rows[i].text, strlen (rows[i].text), "X", 1);
      g_assert_cmpuint (clues.postal_code, ==, rows[i].code);
      g_assert_cmpint (clues.is_padded, ==, rows[i].is_padded);
      g_assert_cmpstr (clues.departement, ==, rows[i].departement);
    }
}

static void
test_cities (void)
{
  /* clang-format off */
  static const struct { const char *text, *city; guint32 code; const char *departement; gboolean is_cedex; } rows[] = {
    { "Rennes", "RENNES", NONE, "", FALSE }, { "35000 Rennes", "RENNES", 35000, "", FALSE },
    { "35 000 Rennes", "RENNES", 35000, "", FALSE }, { "F-35000 Rennes", "RENNES", 35000, "", FALSE },
    { "Rennes (35)", "RENNES", NONE, "35", FALSE }, { "Rennes 35000", "RENNES", 35000, "", FALSE },
    { "Rennes Cedex 9", "RENNES", NONE, "", TRUE }, { "RENNES CEDEX9", "RENNES", NONE, "", TRUE },
    { "Paris 12", "PARIS", NONE, "", FALSE }, { "PARIS 12EME ARRONDISSEMENT", "PARIS", NONE, "", FALSE },
    { "LYON 3 EME", "LYON", NONE, "", FALSE }, { "PARIS 75", "PARIS", NONE, "75", FALSE },
    { "Rennes, France", "RENNES", NONE, "", FALSE }, { "Roissy-en-France", "ROISSY EN FRANCE", NONE, "", FALSE },
    { "FRANCE", "FRANCE", NONE, "", FALSE }, { "35000", "", 35000, "", FALSE }, { "", "", NONE, "", FALSE },
  };
  /* clang-format on */

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AmpPlaceClues clues;

      amp_place_clues_read (&clues, NULL, 0, rows[i].text, strlen (rows[i].text));
      g_assert_cmpstr (clues.city, ==, rows[i].city);
      g_assert_cmpuint (clues.key_length, ==, strlen (clues.key));
      g_assert_cmpuint (clues.postal_code, ==, rows[i].code);
      g_assert_cmpstr (clues.departement, ==, rows[i].departement);
      g_assert_cmpint (clues.is_cedex, ==, rows[i].is_cedex);
    }
}

static void
test_insee_codes (void)
{
  char code[6];

  g_assert_true (amp_place_clues_read_insee (" 35238 ", 7, code));
  g_assert_cmpstr (code, ==, "35238");
  g_assert_true (amp_place_clues_read_insee ("2a004", 5, code));
  g_assert_cmpstr (code, ==, "2A004");
  g_assert_true (amp_place_clues_read_insee ("1053.0", 6, code));
  g_assert_cmpstr (code, ==, "01053");
  g_assert_false (amp_place_clues_read_insee ("2C004", 5, code));
  g_assert_false (amp_place_clues_read_insee ("352", 3, code));
  g_assert_false (amp_place_clues_read_insee ("", 0, code));
  g_assert_false (amp_place_clues_read_insee (NULL, 0, code));
}

static void
test_addresses (void)
{
  const char  address[] = "BP 123456, 3 rue A\n35000 RENNES";
  const char *postal_code;
  const char *city;
  gsize       length;

  amp_place_clues_split_address (address, strlen (address), &postal_code, &city, &length);
  g_assert_true (g_str_has_prefix (postal_code, "35000"));
  g_assert_cmpuint (length, ==, 7);
  amp_place_clues_split_address ("3 rue A, Rennes", 15, &postal_code, &city, &length);
  g_assert_null (postal_code);
  g_assert_cmpstr (city, ==, " Rennes");
  amp_place_clues_split_address ("3 rue A", 7, &postal_code, &city, &length);
  g_assert_null (city);
  g_assert_cmpuint (length, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/places/place-clues/postal-codes-are-read", test_postal_codes);
  g_test_add_func ("/places/place-clues/cities-are-stripped", test_cities);
  g_test_add_func ("/places/place-clues/insee-codes-are-read", test_insee_codes);
  g_test_add_func ("/places/place-clues/addresses-are-split", test_addresses);
  return g_test_run ();
}
