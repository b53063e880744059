/* Each row of the resolver's table of rules, and what hostile cells do to it. */
#include <glib.h>

#include "amp-gazetteer.h"
#include "amp-place-resolver.h"

static AmpGazetteer *gazetteer;

typedef struct
{
  const char *postal_code;
  const char *city;
  const char *insee_code;
  const char *country;
  const char *expected; /* country region departement epci commune quality */
} Row;

/* clang-format off */
#define RENNES      "FR 53 35 243500139 35238"
#define VANNES      "FR 53 56 200067932 56260"
#define SAINT_MALO  "FR 53 35 243500782 35288"
#define PARIS       "FR 11 75 200054781 75056"
#define LYON        "FR 84 69 200046977 69123"
#define MARSEILLE   "FR 93 13 200054807 13055"

static const Row rows[] = {
  /* 1: another country */
  { "35000", "RENNES", NULL, "Belgique", "BE - - - - name" },
  { "10115", "Berlin", NULL, "ALLEMAGNE", "DE - - - - name" },
  { NULL, NULL, NULL, "USA", "US - - - - name" },
  { NULL, NULL, NULL, "MC", "MC - - - - name" },
  /* 2: INSEE codes */
  { NULL, NULL, "35238", NULL, RENNES " exact" },
  { "35000", "RENNES", "35238", NULL, RENNES " exact" },
  { "35000", "ZZZZZZ", "35238", "FRANCE", RENNES " exact" },
  { "99999", "Rennes", "35238", NULL, RENNES " exact" },
  { NULL, NULL, "75112", NULL, PARIS " exact" },
  { NULL, NULL, "69383", NULL, LYON " exact" },
  { NULL, NULL, "13216", NULL, MARSEILLE " exact" },
  { NULL, NULL, "2a004", NULL, "FR 94 2A 242010056 2A004 exact" },
  { NULL, NULL, "1053", NULL, "FR 84 01 200071751 01053 exact" },
  { NULL, NULL, "35238.0", NULL, RENNES " exact" },
  { NULL, NULL, "01340", NULL, "FR 84 01 200040350 01015 exact" },
  { "56000", "VANNES", "35238", NULL, VANNES " exact" },
  { NULL, "VANNES", "35238", NULL, VANNES " name" },
  /* 3: postal code and city agree */
  { "35000", "RENNES", NULL, NULL, RENNES " exact" },
  { "35700", "Rennes", NULL, "FRANCE", RENNES " exact" },
  { " 35 000 ", "rennes", NULL, NULL, RENNES " exact" },
  { "F-35000", "Rennes", NULL, NULL, RENNES " exact" },
  { "FR-35000", "Rennes", NULL, "FR", RENNES " exact" },
  { "35000.0", "Rennes", NULL, NULL, RENNES " exact" },
  { "35000,00", "Rennes", NULL, NULL, RENNES " exact" },
  { "35400", "ST MALO", NULL, NULL, SAINT_MALO " exact" },
  { "35400", "St-Malo", NULL, NULL, SAINT_MALO " exact" },
  { "35400", "SAINTMALO", NULL, NULL, SAINT_MALO " exact" },
  { "35136", "St Jacques de la Lande", NULL, NULL, "FR 53 35 243500139 35281 exact" },
  { "71100", "CHALON S/ SAONE", NULL, NULL, "FR 27 71 247100589 71076 exact" },
  { "59650", "VILLENEUVE D'ASCQ", NULL, NULL, "FR 32 59 200093201 59009 exact" },
  { "59650", "Villeneuve d’Ascq", NULL, NULL, "FR 32 59 200093201 59009 exact" },
  { "76600", "LE HAVRE", NULL, NULL, "FR 28 76 200084952 76351 exact" },
  { "76600", "HAVRE (LE)", NULL, NULL, "FR 28 76 200084952 76351 exact" },
  { "76600", "Havre", NULL, NULL, "FR 28 76 200084952 76351 exact" },
  { "75012", "PARIS 12", NULL, NULL, PARIS " exact" },
  { "75116", "PARIS", NULL, NULL, PARIS " exact" },
  { "69003", "LYON 3EME", NULL, NULL, LYON " exact" },
  { "13001", "MARSEILLE 1ER ARRONDISSEMENT", NULL, NULL, MARSEILLE " exact" },
  { "75012", "PARIS XII", NULL, NULL, PARIS " exact" },
  { NULL, "35000 RENNES", NULL, NULL, RENNES " exact" },
  { NULL, "F-35000 RENNES", NULL, NULL, RENNES " exact" },
  { NULL, "RENNES (35000)", NULL, NULL, RENNES " exact" },
  { "35000 RENNES", NULL, NULL, NULL, RENNES " exact" },
  { "35000", "RENNES CEDEX 7", NULL, NULL, RENNES " exact" },
  { "35000", "RENNES, FRANCE", NULL, NULL, RENNES " exact" },
  { "95700", "ROISSY EN FRANCE", NULL, NULL, "FR 11 95 200055655 95527 exact" },
  { "20000", "AJACCIO", NULL, NULL, "FR 94 2A 242010056 2A004 exact" },
  { "20200", "Bastia", NULL, NULL, "FR 94 2B 242000354 2B033 exact" },
  { "97400", "SAINT DENIS", NULL, NULL, "FR 04 974 249740119 97411 exact" },
  { "97133", "SAINT BARTHELEMY", NULL, NULL, "FR 977 977 - 97701 exact" },
  { "97150", "ST MARTIN", NULL, NULL, "FR 978 978 - 97801 exact" },
  { "98800", "NOUMEA", NULL, NULL, "FR 988 988 - 98818 exact" },
  { "1000", "Bourg en Bresse", NULL, NULL, "FR 84 01 200071751 01053 exact" },
  { "29242", "OUESSANT", NULL, NULL, "FR 53 29 - 29155 exact" },
  { "01200", "Bellegarde-sur-Valserine", NULL, NULL, "FR 84 01 240100891 01033 exact" }, /* former name */
  /* 4: CEDEX */
  { "35042", "RENNES CEDEX", NULL, NULL, RENNES " exact" },
  { "35042 CEDEX", "RENNES", NULL, NULL, RENNES " exact" },
  { "56017", "Vannes cedex 9", NULL, NULL, VANNES " exact" },
  { "75000", "PARIS", NULL, NULL, PARIS " exact" },
  { "69000", "Lyon", NULL, NULL, LYON " exact" },
  { "20189", "AJACCIO CEDEX 2", NULL, NULL, "FR 94 2A 242010056 2A004 exact" },
  { "20407", "BASTIA CEDEX 9", NULL, NULL, "FR 94 2B 242000354 2B033 exact" },
  /* 5: another city of the département */
  { "35000", "SAINT MALO", NULL, NULL, SAINT_MALO " name" },
  { "35999", "RENNES", NULL, NULL, RENNES " name" },
  /* 6: typos */
  { "35000", "RENES", NULL, NULL, RENNES " guess" },
  { "35000", "ERNNES", NULL, NULL, RENNES " guess" },
  { "56000", "VANNE", NULL, NULL, VANNES " guess" }, /* though Vanne is a commune of Haute-Saône */
  { "35400", "SAINT MLAO", NULL, NULL, SAINT_MALO " guess" },
  { "35136", "SAINT JACQUES", NULL, NULL, "FR 53 35 243500139 35281 guess" },
  { "35000", "RENNES BEAULIEU", NULL, NULL, RENNES " guess" },
  { "35000", "LE MOULIN NEUF RENNES", NULL, NULL, RENNES " guess" },
  { "35400", "Lieu-dit Bellevue, St Malo", NULL, NULL, SAINT_MALO " guess" },
  { "35000", "VILLERENNES", NULL, NULL, RENNES " postal" }, /* the end of a word is no word */
  { "35042", "RENNES BEAULIEU CEDEX", NULL, NULL, RENNES " guess" },
  /* 7: contradiction */
  { "35000", "MARSEILLE", NULL, NULL, "FR - - - - guess" },
  { "35000", "QUIMPER", NULL, NULL, "FR 53 - - - guess" },
  { "35999", "QUIMPER", NULL, NULL, "FR 53 - - - guess" },
  /* 8: a typo in the département */
  { "35000", "FOUGERRES", NULL, NULL, "FR 53 35 200072452 35115 guess" },
  { "35999", "RENNESS", NULL, NULL, RENNES " guess" },
  /* 9: postal code alone */
  { "56000", NULL, NULL, NULL, VANNES " postal" },
  { "56000", "NULLEPART LES OIES", NULL, NULL, VANNES " postal" },
  { "75012", NULL, NULL, NULL, PARIS " postal" },
  { "48250", NULL, NULL, NULL, "FR - - - - postal" }, /* serves two regions */
  /* 10: unknown postal code */
  { "35042", NULL, NULL, NULL, "FR 53 35 - - postal" },
  { "35042", "XYZXYZ CEDEX", NULL, NULL, "FR 53 35 - - postal" },
  { "35037", "MARBURG", NULL, "FRANCE", "FR 53 35 - - postal" },
  { "97499", NULL, NULL, NULL, "FR 04 974 - - postal" },
  { "75999", NULL, NULL, NULL, PARIS " postal" },
  /* 11: Monaco */
  { "98000", "MONACO", NULL, NULL, "MC - - - - postal" },
  { "98000", NULL, NULL, NULL, "MC - - - - postal" },
  /* 12: a city alone */
  { NULL, "RENNES", NULL, NULL, RENNES " name" },
  { "", "Vannes", NULL, "France", VANNES " name" },
  { NULL, "PARIS 12", NULL, NULL, PARIS " name" },
  { NULL, "RENNES 35", NULL, NULL, RENNES " name" },
  { NULL, "SAINT DENIS (93)", NULL, NULL, "FR 11 93 200054781 93066 name" },
  { "974", "SAINT DENIS", NULL, NULL, "FR 04 974 249740119 97411 name" },
  { "00000", "RENNES", NULL, NULL, RENNES " name" },
  { NULL, "SAINT DENIS", NULL, "La Réunion", "FR 04 974 249740119 97411 name" },
  /* 13: homonyms */
  { NULL, "SAINT DENIS", NULL, NULL, "FR - - - - name" },
  { NULL, "SAINTE COLOMBE", NULL, NULL, "FR - - - - name" },
  /* 14: a typo in a named département */
  { NULL, "FOUGERRES 35", NULL, NULL, "FR 53 35 200072452 35115 guess" },
  /* 15: a département */
  { "35", NULL, NULL, NULL, "FR 53 35 - - postal" },
  { "2A", NULL, NULL, NULL, "FR 94 2A - - postal" },
  { NULL, NULL, NULL, "Martinique", "FR 02 972 - - name" },
  { NULL, NULL, NULL, "NC", "FR 988 988 - - name" },
  /* 16: a country for city */
  { NULL, "LUXEMBOURG", NULL, NULL, "LU - - - - name" },
  { NULL, "Guadeloupe", NULL, NULL, "FR 01 971 - - name" },
  /* 17: France */
  { NULL, NULL, NULL, "FRANCE", "FR - - - - name" },
  { NULL, "NULLEPART LES OIES", NULL, "fr", "FR - - - - name" },
  /* 18: an INSEE code against the rest */
  { NULL, "MARSEILLE", "35238", NULL, MARSEILLE " name" },
  { "50999", "XYZXYZ", "35238", NULL, "FR - - - - guess" },
  /* 19: nothing */
  { NULL, NULL, NULL, NULL, "- - - - - none" },
  { "", "", "", "", "- - - - - none" },
  { "00000", "", NULL, NULL, "- - - - - none" },
  { "99999", "XYZXYZ", NULL, NULL, "- - - - - none" },
  { "35037", "MARBURG", NULL, NULL, "- - - - - none" },
  { "1000", "BRUXELLES", NULL, NULL, "- - - - - none" },
  { "350000", "", NULL, NULL, "- - - - - none" },
  { NULL, "NULLEPART LES OIES", NULL, "Atlantide", "- - - - - none" },
  { NULL, "DE", NULL, NULL, "- - - - - none" },
  { "\xff\xfe", "\xc3", "\xe9\xe9\xe9\xe9\xe9", "\x80", "- - - - - none" },
};
/* clang-format on */

static const char *
get_code (AmpPlaceLevel level, guint32 index)
{
  return index == AMP_PLACE_NONE ? "-" : amp_gazetteer_get_area (gazetteer, level, index)->code;
}

static char *
describe (const AmpPlace *place)
{
  return g_strdup_printf ("%s %s %s %s %s %s",
                          *place->country != '\0' ? place->country : "-",
                          get_code (AMP_PLACE_LEVEL_REGION, place->region),
                          get_code (AMP_PLACE_LEVEL_DEPARTEMENT, place->departement),
                          get_code (AMP_PLACE_LEVEL_EPCI, place->epci),
                          get_code (AMP_PLACE_LEVEL_COMMUNE, place->commune),
                          amp_place_quality_get_code (place->quality));
}

static gsize
length_of (const char *text)
{
  return text != NULL ? strlen (text) : 0;
}

static AmpPlaceQuery
make_query (const Row *row)
{
  return (AmpPlaceQuery){
    .postal_code = row->postal_code,
    .city = row->city,
    .insee_code = row->insee_code,
    .country = row->country,
    .postal_code_length = length_of (row->postal_code),
    .city_length = length_of (row->city),
    .insee_code_length = length_of (row->insee_code),
    .country_length = length_of (row->country),
  };
}

/* Twice: the second time from memory. */
static void
test_rules (void)
{
  g_autoptr (AmpPlaceResolver) resolver = amp_place_resolver_new (gazetteer);

  for (guint i = 0; i < 2 * G_N_ELEMENTS (rows); i++)
    {
      const Row       *row = &rows[i % G_N_ELEMENTS (rows)];
      AmpPlaceQuery    query = make_query (row);
      AmpPlace         place;
      g_autofree char *found = NULL;

      amp_place_resolver_resolve (resolver, &query, &place);
      found = describe (&place);
      if (g_strcmp0 (found, row->expected) != 0)
        {
          g_test_message ("%s | %s | %s | %s: expected %s, found %s", row->postal_code, row->city, row->insee_code, row->country, row->expected, found);
          g_test_fail ();
        }
    }
}

static void
test_addresses (void)
{
  static const char *const addresses[][2] = {
    { "12 rue de Paris 35000 RENNES", RENNES " exact" },
    { "CS 12345, 35042 RENNES CEDEX", RENNES " exact" },
    { "12 rue des Lilas\n56000 Vannes\nFrance", VANNES " exact" },
    { "12 rue des Lilas, Vannes", VANNES " name" },
    { "12 rue de Paris 35000", "FR 53 35 243500139 35238 postal" },
    { "12 rue de Paris", "- - - - - none" },
    { "", "- - - - - none" },
  };
  g_autoptr (AmpPlaceResolver) resolver = amp_place_resolver_new (gazetteer);

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      AmpPlaceQuery    query = { .address_tail = addresses[i][0], .address_tail_length = strlen (addresses[i][0]) };
      AmpPlace         place;
      g_autofree char *found = NULL;

      amp_place_resolver_resolve (resolver, &query, &place);
      found = describe (&place);
      g_assert_cmpstr (found, ==, addresses[i][1]);
    }
}

/* Every commune with its postal code and own name comes out exact and itself,
 * unless two communes of one postal code share the name. */
static void
test_every_commune (void)
{
  g_autoptr (AmpPlaceResolver) resolver = amp_place_resolver_new (gazetteer);
  guint others = 0;

  for (guint32 i = 0; i < amp_gazetteer_get_n_areas (gazetteer, AMP_PLACE_LEVEL_COMMUNE); i++)
    {
      const AmpArea *area = amp_gazetteer_get_area (gazetteer, AMP_PLACE_LEVEL_COMMUNE, i);
      guint          n_codes = 0;
      const guint32 *codes = amp_gazetteer_get_postal_codes (gazetteer, i, &n_codes);

      for (guint j = 0; j < n_codes; j++)
        {
          g_autofree char *code = g_strdup_printf ("%05u", codes[j]);
          AmpPlaceQuery    query = { .postal_code = code, .postal_code_length = 5, .city = area->name, .city_length = strlen (area->name) };
          AmpPlace         place;

          amp_place_resolver_resolve (resolver, &query, &place);
          others += place.commune != i || place.quality != AMP_PLACE_QUALITY_EXACT;
        }
    }
  g_assert_cmpuint (others, ==, 0);
}

static void
check_place (const AmpPlace *place)
{
  gboolean is_none = place->quality == AMP_PLACE_QUALITY_NONE;

  g_assert_cmpuint (place->quality, <, AMP_N_PLACE_QUALITIES);
  g_assert_true (is_none == (*place->country == '\0'));
  g_assert_true (place->region == AMP_PLACE_NONE || g_strcmp0 (place->country, "FR") == 0);
  for (guint level = AMP_PLACE_LEVEL_REGION; level < AMP_N_PLACE_LEVELS; level++)
    {
      guint32 index = amp_place_get_index (place, level);

      g_assert_true (index == AMP_PLACE_NONE || index < amp_gazetteer_get_n_areas (gazetteer, level));
    }
  if (place->commune != AMP_PLACE_NONE)
    g_assert_true (amp_gazetteer_get_area (gazetteer, AMP_PLACE_LEVEL_COMMUNE, place->commune)->departement == place->departement);
}

/* Cells of random bytes, of bytes that mean something here, and of exact size on
 * the heap so that a sanitiser sees any read beyond them. */
static char *
random_cell (GRand *random, gsize *length)
{
  static const char alphabet[] = "0123456789 ABCDELNRST-'./\xc3\xa9\xc5\x93\xcc\x81\0,;\n";
  gboolean          any = g_rand_int_range (random, 0, 3) == 0;
  char             *bytes;

  *length = g_rand_int_range (random, 0, g_rand_int_range (random, 0, 50) == 0 ? 2000 : 30);
  bytes = g_malloc (MAX (*length, 1));
  for (gsize i = 0; i < *length; i++)
    bytes[i] = any ? g_rand_int_range (random, 0, 256) : alphabet[g_rand_int_range (random, 0, sizeof alphabet)];
  return bytes;
}

static void
test_hostile_bytes (void)
{
  g_autoptr (AmpPlaceResolver) resolver = amp_place_resolver_new (gazetteer);
  GRand *random = g_rand_new_with_seed (35);

  for (guint i = 0; i < 20000; i++)
    {
      AmpPlaceQuery    query;
      AmpPlace         place;
      AmpPlace         again;
      g_autofree char *postal_code = random_cell (random, &query.postal_code_length);
      g_autofree char *city = random_cell (random, &query.city_length);
      g_autofree char *insee_code = random_cell (random, &query.insee_code_length);
      g_autofree char *country = random_cell (random, &query.country_length);
      g_autofree char *address_tail = random_cell (random, &query.address_tail_length);

      query.postal_code = postal_code;
      query.city = city;
      query.insee_code = insee_code;
      query.country = country;
      query.address_tail = address_tail;
      amp_place_resolver_resolve (resolver, &query, &place);
      check_place (&place);
      amp_place_resolver_resolve (resolver, &query, &again);
      g_assert_true (place.commune == again.commune && place.quality == again.quality);
    }
  g_rand_free (random);
}

static gboolean
serves_departement (guint32 postal_code, guint32 departement)
{
  guint          n_communes = 0;
  const guint32 *communes = amp_gazetteer_get_communes (gazetteer, postal_code, &n_communes);

  for (guint i = 0; i < n_communes; i++)
    if (amp_gazetteer_get_area (gazetteer, AMP_PLACE_LEVEL_COMMUNE, communes[i])->departement == departement)
      return TRUE;
  return FALSE;
}

/* Names with one letter changed nearly always come out right, and never as a
 * commune of a département that the postal code does not serve. */
static void
test_damaged_names (void)
{
  g_autoptr (AmpPlaceResolver) resolver = amp_place_resolver_new (gazetteer);
  GRand *random = g_rand_new_with_seed (56);
  guint  right = 0;
  guint  wrong = 0;

  for (guint i = 0; i < 5000; i++)
    {
      guint32          commune = g_rand_int_range (random, 0, 34800);
      guint            n_codes = 0;
      const guint32   *codes = amp_gazetteer_get_postal_codes (gazetteer, commune, &n_codes);
      g_autofree char *code = g_strdup_printf ("%05u", codes[0]);
      g_autofree char *city = g_str_to_ascii (amp_gazetteer_get_area (gazetteer, AMP_PLACE_LEVEL_COMMUNE, commune)->name, "C");
      AmpPlaceQuery    query = { .postal_code = code, .postal_code_length = 5, .city = city, .city_length = strlen (city) };
      AmpPlace         place;

      city[g_rand_int_range (random, 0, query.city_length)] = g_rand_int_range (random, 'a', 'z' + 1);
      amp_place_resolver_resolve (resolver, &query, &place);
      right += place.commune == commune;
      wrong += place.commune != commune && place.commune != AMP_PLACE_NONE;
      g_assert_true (place.commune == AMP_PLACE_NONE || serves_departement (codes[0], place.departement));
    }
  g_test_message ("of 5000 damaged names %u came out right, %u wrong", right, wrong);
  g_assert_cmpuint (right, >, 4500);
  g_assert_cmpuint (wrong, <, 50);
  g_rand_free (random);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  gazetteer = amp_gazetteer_new (&error);
  g_assert_no_error (error);
  g_test_add_func ("/places/place-resolver/rules-hold", test_rules);
  g_test_add_func ("/places/place-resolver/addresses-are-cut", test_addresses);
  g_test_add_func ("/places/place-resolver/every-commune-is-itself", test_every_commune);
  g_test_add_func ("/places/place-resolver/damaged-names-are-repaired", test_damaged_names);
  g_test_add_func ("/places/place-resolver/hostile-bytes-do-no-harm", test_hostile_bytes);
  status = g_test_run ();
  amp_gazetteer_unref (gazetteer);
  return status;
}
