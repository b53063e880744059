/* Whose places a source holds, on tables of one invented row repeated. */
#include "amp-place-basis.h"

#include <glib/gstdio.h>

/* @header and @row with ; between. The rows must differ for a sample to count. */
static GPtrArray *
list (const char *header, const char *row)
{
  g_autofree char *path = NULL;
  g_autoptr (GString) text = g_string_new (header);
  g_autoptr (AmpSource) source = NULL;
  g_autoptr (GError) error = NULL;
  int file = g_file_open_tmp ("basis-XXXXXX", &path, &error);

  g_assert_no_error (error);
  g_close (file, NULL);
  for (guint i = 0; i < 20; i++)
    g_string_append_printf (text, "\n%s", row);
  g_file_set_contents (path, text->str, -1, &error);
  g_assert_no_error (error);
  source = amp_source_inspect (path, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return amp_place_basis_list (source);
}

static void
check (const GPtrArray *bases, guint index, const char *code, gboolean is_default, guint postal_code, guint city)
{
  const AmpPlaceBasis *basis;

  g_assert_cmpuint (index, <, bases->len);
  basis = g_ptr_array_index (bases, index);
  g_assert_cmpstr (basis->code, ==, code);
  g_assert_cmpint (basis->is_default, ==, is_default);
  g_assert_cmpuint (basis->columns[AMP_PLACE_PART_POSTAL_CODE], ==, postal_code);
  g_assert_cmpuint (basis->columns[AMP_PLACE_PART_CITY], ==, city);
}

static void
test_alone (void)
{
  g_autoptr (GPtrArray) bases = list ("NOM;MEDECIN;CP;VILLE", "MARTIN;DR PETIT;35000;RENNES");

  g_assert_cmpuint (bases->len, ==, 1);
  check (bases, 0, "person", TRUE, 2, 3);
}

static void
test_words (void)
{
  g_autoptr (GPtrArray) bases = list ("CP_MED;VILLE_MED;NOM;CP;VILLE;VILLE_LABO;CP_LABO", "29200;BREST;MARTIN;35000;RENNES;VANNES;56000");

  g_assert_cmpuint (bases->len, ==, 3);
  check (bases, 0, "doctor", FALSE, 0, 1);
  check (bases, 1, "person", TRUE, 3, 4);
  check (bases, 2, "establishment", FALSE, 6, 5);
  g_assert_true (amp_place_basis_find (bases, NULL) == g_ptr_array_index (bases, 1));
  g_assert_true (amp_place_basis_find (bases, "doctor") == g_ptr_array_index (bases, 0));
  g_assert_null (amp_place_basis_find (bases, "insurer"));
}

static void
test_neighbours (void)
{
  g_autoptr (GPtrArray) bases = list ("MEDECIN;CP;VILLE;NOM;CP;VILLE", "DR PETIT;29200;BREST;MARTIN;35000;RENNES");

  g_assert_cmpuint (bases->len, ==, 2);
  check (bases, 0, "doctor", FALSE, 1, 2);
  check (bases, 1, "person", TRUE, 4, 5);
}

static void
test_numbers (void)
{
  g_autoptr (GPtrArray) bases = list ("NOM;CP1;CP2;VILLE1;VILLE2", "MARTIN;35000;29200;RENNES;BREST");

  g_assert_cmpuint (bases->len, ==, 2);
  check (bases, 0, "person", TRUE, 1, 3);
  check (bases, 1, "person-2", FALSE, 2, 4);
}

static void
test_not_the_person (void)
{
  g_autoptr (GPtrArray) bases = list ("NOM;CP_MED;VILLE_MED;PAYS", "MARTIN;29200;BREST;FRANCE");

  /* A country alone says less than the doctor's address, and is not mixed with it. */
  g_assert_cmpuint (bases->len, ==, 2);
  check (bases, 0, "doctor", TRUE, 1, 2);
  check (bases, 1, "person", FALSE, AMP_PLACE_PART_ABSENT, AMP_PLACE_PART_ABSENT);
}

/* The country of a passport must not tear the address apart. */
static void
test_countries (void)
{
  g_autoptr (GPtrArray) bases = list ("NOM;PASSPORT COUNTRY;RUE;VILLE;CP;PAYS", "MARTIN;SPAIN;3 RUE DU LAC;RENNES;35000;FRANCE");

  g_assert_cmpuint (bases->len, ==, 2);
  check (bases, 0, "person", TRUE, 4, 3);
  g_assert_cmpuint (((AmpPlaceBasis *) g_ptr_array_index (bases, 0))->columns[AMP_PLACE_PART_COUNTRY], ==, 5);
}

static void
test_none (void)
{
  g_autoptr (GPtrArray) bases = list ("NOM;PRENOM", "MARTIN;JULIE");

  g_assert_cmpuint (bases->len, ==, 0);
  g_assert_null (amp_place_basis_find (bases, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/place-basis/one-address-is-the-person's", test_alone);
  g_test_add_func ("/analysis/place-basis/words-tell-whose", test_words);
  g_test_add_func ("/analysis/place-basis/neighbours-tell-whose", test_neighbours);
  g_test_add_func ("/analysis/place-basis/numbers-tell-addresses-apart", test_numbers);
  g_test_add_func ("/analysis/place-basis/default-is-the-nearest-to-the-person", test_not_the_person);
  g_test_add_func ("/analysis/place-basis/another-country-is-not-the-address's", test_countries);
  g_test_add_func ("/analysis/place-basis/no-place-no-basis", test_none);
  return g_test_run ();
}
