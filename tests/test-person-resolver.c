/* Which records are the same person: every way to share something, chains, the
 * guard, the bounds, and what must not change them. */
#include "made-person.h"

#define VALID AMP_PERSON_NIR_VALID

static const AmpDate BORN = { 1980, 5, 17 };
static const AmpDate BORN_LATER = { 2012, 3, 2 };

typedef struct
{
  AmpPseudonymKey   *key;
  AmpPersonResolver *resolver;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->key = amp_pseudonym_key_new (NULL);
  g_assert_nonnull (fixture->key);
  fixture->resolver = amp_person_resolver_new (0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->key, amp_pseudonym_key_free);
  g_clear_pointer (&fixture->resolver, amp_person_resolver_free);
}

static void
add (Fixture *fixture, const AmpPersonEvidence *evidence)
{
  g_assert_true (amp_person_resolver_add (fixture->resolver, evidence));
}

static void
assert_bounds (Fixture *fixture, guint32 lowest, guint32 highest)
{
  guint32 found_lowest, found_highest;

  amp_person_resolver_get_bounds (fixture->resolver, &found_lowest, &found_highest);
  g_assert_cmpuint (found_lowest, ==, lowest);
  g_assert_cmpuint (found_highest, ==, highest);
}

/* Two records, of one person by @rule and by no other. */
static void
assert_joined (Fixture *fixture, const AmpPersonEvidence *one, const AmpPersonEvidence *other, AmpPersonRule expected)
{
  add (fixture, one);
  add (fixture, other);
  g_assert_cmpuint (amp_person_resolver_finish (fixture->resolver), ==, 1);
  g_assert_cmpuint (amp_person_resolver_get_persons (fixture->resolver)[1], ==, 1);
  for (AmpPersonRule rule = 0; rule < AMP_N_JOINING_RULES; rule++)
    g_assert_cmpint (amp_person_resolver_get_joined (fixture->resolver, rule), ==, rule == expected);
}

static void
test_nir_joins (Fixture *fixture, gconstpointer data)
{
  AmpPersonEvidence one = make_evidence (fixture->key, "Vasseur", "Claire", BORN, 1);
  AmpPersonEvidence other = make_evidence (fixture->key, "Dupont", "Claire", BORN, 2);

  one.nir = make_nir (7, VALID);
  other.nir = make_nir (7, 0);
  assert_joined (fixture, &one, &other, AMP_PERSON_RULE_NIR_BIRTH_DATE);
  assert_bounds (fixture, 1, 1);
}

static void
test_nir_and_first_name_join (Fixture *fixture, gconstpointer data)
{
  AmpPersonEvidence one = make_evidence (fixture->key, "Vasseur", "Claire", BORN, 1);
  AmpPersonEvidence other = make_evidence (fixture->key, "Dupont", "Claire", NOBODY_BORN, 2);

  one.nir = other.nir = make_nir (7, VALID);
  assert_joined (fixture, &one, &other, AMP_PERSON_RULE_NIR_FIRST_NAME);
  assert_bounds (fixture, 1, 2);
}

static void
test_any_address_joins (Fixture *fixture, gconstpointer data)
{
  AmpPersonEvidence one = make_evidence (fixture->key, "Vasseur", "Claire", NOBODY_BORN, 1);
  AmpPersonEvidence other = make_evidence (fixture->key, "VASEUR", "CLAIRE", NOBODY_BORN, 2);

  one.emails[0] = 4;
  one.emails[2] = 5;
  other.emails[1] = 5;
  assert_joined (fixture, &one, &other, AMP_PERSON_RULE_EMAIL_NAME);
  assert_bounds (fixture, 1, 2);
}

static void
test_any_telephone_joins (Fixture *fixture, gconstpointer data)
{
  AmpPersonEvidence one = make_evidence (fixture->key, "Vasseur", "Claire", NOBODY_BORN, 1);
  AmpPersonEvidence other = make_evidence (fixture->key, "Vasseur", "C.", NOBODY_BORN, 2);

  one.phones[0] = other.phones[0] = 9;
  one.phones[1] = other.phones[2] = 5;
  assert_joined (fixture, &one, &other, AMP_PERSON_RULE_PHONE_NAME);
}

static void
test_birth_date_and_commune_join (Fixture *fixture, gconstpointer data)
{
  AmpPersonEvidence one = make_evidence (fixture->key, "Vasseur", "Claire", BORN, 1);
  AmpPersonEvidence other = make_evidence (fixture->key, "CLAIRE", "VASSEUR", BORN, 1);

  assert_joined (fixture, &one, &other, AMP_PERSON_RULE_NAME_BIRTH_DATE_COMMUNE);
  assert_bounds (fixture, 1, 1);
}

static void
test_spelling_joins (Fixture *fixture, gconstpointer data)
{
  AmpPersonEvidence one = make_evidence (fixture->key, "Vasseur", "Claire", BORN, 1);
  AmpPersonEvidence other = make_evidence (fixture->key, "Vassseur", "Claire", BORN, 1);

  assert_joined (fixture, &one, &other, AMP_PERSON_RULE_SPELLING);
  assert_bounds (fixture, 1, 2);
}

static void
test_a_married_name_joins_by_telephone (Fixture *fixture, gconstpointer data)
{
  AmpPersonEvidence one = make_evidence (fixture->key, "Vasseur", "Claire", BORN, 1);
  AmpPersonEvidence other = make_evidence (fixture->key, "Dupont", "Claire", BORN, 2);

  one.phones[0] = other.phones[0] = 9;
  assert_joined (fixture, &one, &other, AMP_PERSON_RULE_CONTACT_BIRTH_DATE);
}

static void
test_an_address_without_a_name_joins (Fixture *fixture, gconstpointer data)
{
  AmpPersonEvidence nobody = make_evidence (fixture->key, "", "", NOBODY_BORN, 0);

  nobody.emails[0] = 3;
  assert_joined (fixture, &nobody, &nobody, AMP_PERSON_RULE_EMAIL);
}

static void
test_a_dump_without_communes_joins (Fixture *fixture, gconstpointer data)
{
  AmpPersonEvidence one = make_evidence (fixture->key, "Vasseur", "Claire", BORN, 0);
  AmpPersonEvidence other = make_evidence (fixture->key, "Vasseur", "Claire", BORN, 0);

  assert_joined (fixture, &one, &other, AMP_PERSON_RULE_NAME_BIRTH_DATE);
}

static void
test_whoever_moved_is_in_the_lowest_bound (Fixture *fixture, gconstpointer data)
{
  AmpPersonEvidence one = make_evidence (fixture->key, "Vasseur", "Claire", BORN, 1);
  AmpPersonEvidence other = make_evidence (fixture->key, "Vasseur", "Claire", BORN, 2);

  add (fixture, &one);
  add (fixture, &other);
  g_assert_cmpuint (amp_person_resolver_finish (fixture->resolver), ==, 2);
  assert_bounds (fixture, 1, 2);
}

/* Parents, a child under the mother's number, and twins, under one telephone and
 * one address: five people. */
static void
test_a_family_is_not_one_person (Fixture *fixture, gconstpointer data)
{
  AmpPersonEvidence family[] = {
    make_evidence (fixture->key, "Vasseur", "Claire", BORN, 1),
    make_evidence (fixture->key, "Vasseur", "Nicolas", (AmpDate){ 1979, 1, 2 }, 1),
    make_evidence (fixture->key, "Vasseur", "Lucas", (AmpDate){ 2010, 6, 9 }, 1),
    make_evidence (fixture->key, "Vasseur", "Emma", BORN_LATER, 1),
    make_evidence (fixture->key, "Vasseur", "Manon", BORN_LATER, 1),
  };

  for (guint i = 0; i < G_N_ELEMENTS (family); i++)
    {
      family[i].phones[0] = 9;
      family[i].emails[0] = 8;
      family[i].nir = i == 1 ? 0 : make_nir (7, i == 0 ? VALID | AMP_PERSON_NIR_OWN : VALID);
      add (fixture, &family[i]);
    }
  g_assert_cmpuint (amp_person_resolver_finish (fixture->resolver), ==, G_N_ELEMENTS (family));
}

static void
test_chains_join_in_order_of_appearance (Fixture *fixture, gconstpointer data)
{
  AmpPersonEvidence stranger = make_evidence (fixture->key, "Petrovic", "Ana", NOBODY_BORN, 1);
  AmpPersonEvidence first = make_evidence (fixture->key, "Vasseur", "Claire", NOBODY_BORN, 0);
  AmpPersonEvidence other = make_evidence (fixture->key, "Vasseur", "C", NOBODY_BORN, 0);
  AmpPersonEvidence bridge = make_evidence (fixture->key, "Vaseur", "Claire", BORN, 3);

  first.emails[0] = bridge.emails[0] = 1;
  other.phones[0] = bridge.phones[0] = 2;
  add (fixture, &stranger);
  add (fixture, &first);
  add (fixture, &other);
  add (fixture, &bridge);
  g_assert_cmpuint (amp_person_resolver_finish (fixture->resolver), ==, 2);
  g_assert_cmpuint (amp_person_resolver_get_persons (fixture->resolver)[0], ==, 1);
  for (guint32 i = 1; i < 4; i++)
    g_assert_cmpuint (amp_person_resolver_get_persons (fixture->resolver)[i], ==, 2);
  assert_bounds (fixture, 2, 4);
}

/* The initial joins the first it meets; it must not pull in the other. */
static void
test_a_chain_never_crosses_what_is_forbidden (Fixture *fixture, gconstpointer data)
{
  AmpPersonEvidence father = make_evidence (fixture->key, "Vasseur", "Jean", BORN, 1);
  AmpPersonEvidence son = make_evidence (fixture->key, "Vasseur", "Jules", BORN_LATER, 1);
  AmpPersonEvidence bridge = make_evidence (fixture->key, "Vasseur", "J.", NOBODY_BORN, 0);

  father.nir = make_nir (11, VALID);
  son.nir = make_nir (13, VALID);
  father.phones[0] = son.phones[0] = bridge.phones[0] = 3;
  add (fixture, &father);
  add (fixture, &son);
  add (fixture, &bridge);
  g_assert_cmpuint (amp_person_resolver_finish (fixture->resolver), ==, 2);
  g_assert_cmpuint (amp_person_resolver_get_persons (fixture->resolver)[0], !=, amp_person_resolver_get_persons (fixture->resolver)[1]);
  assert_bounds (fixture, 1, 3);
}

/* "Zeo" and "Zea" are two people where many bear both. */
static void
test_frequent_names_are_names (Fixture *fixture, gconstpointer data)
{
  AmpPersonEvidence one = make_evidence (fixture->key, "Vasseur", "Quaintin", BORN, 1);
  AmpPersonEvidence other = make_evidence (fixture->key, "Vasseur", "Quantin", BORN, 1);

  add (fixture, &one);
  add (fixture, &other);
  for (guint16 i = 0; i < 4; i++)
    {
      AmpPersonEvidence bearer = make_evidence (fixture->key, "Petrovic", "Quaintin", NOBODY_BORN, i + 10);

      add (fixture, &bearer);
      bearer = make_evidence (fixture->key, "Dupont", "Quantin", NOBODY_BORN, i + 10);
      add (fixture, &bearer);
    }
  g_assert_cmpuint (amp_person_resolver_finish (fixture->resolver), ==, 10);
}

/* A few thousand invented records, with everything that may be shared. */
static void
make_crowd (const AmpPseudonymKey *key, GArray *crowd, guint n)
{
  static const char *const firsts[] = { "Claire", "Carole", "Nicolas", "Nicole", "J", "Jean", "Jean-Luc", "", "Quaintin", "Qaintin" };
  static const char *const lasts[] = { "Vasseur", "Vaseur", "Dupont", "Le Goff", "Legof", "Petrovic", "Dupont-Vasseur", "Claire" };
  g_autoptr (GRand) random = g_rand_new_with_seed (20210214);

  for (guint i = 0; i < n; i++)
    {
      guint             family = g_rand_int_range (random, 0, (gint32) n / 3);
      AmpDate           birth = { (guint16) (1930 + family % 80), (guint8) (1 + family % 12), (guint8) g_rand_int_range (random, 1, 4) };
      AmpPersonEvidence evidence;

      evidence = make_evidence (key, lasts[(family + (guint) g_rand_int_range (random, 0, 2)) % G_N_ELEMENTS (lasts)],
                                firsts[g_rand_int_range (random, 0, G_N_ELEMENTS (firsts))],
                                g_rand_int_range (random, 0, 5) > 0 ? birth : NOBODY_BORN, (guint16) (family % 40));
      if (g_rand_boolean (random))
        evidence.phones[0] = 1000 + family;
      if (g_rand_boolean (random))
        evidence.emails[0] = 5000000 + family * 2 + (guint) g_rand_int_range (random, 0, 2);
      if (g_rand_boolean (random))
        evidence.nir = make_nir (1 + family, (guint32) g_rand_int_range (random, 0, 4));
      g_array_append_val (crowd, evidence);
    }
}

typedef struct
{
  guint32 persons;
  guint32 lowest;
  guint32 highest;
} Figures;

static Figures
resolve (AmpPersonResolver *resolver, const GArray *crowd, gboolean is_backwards)
{
  Figures figures;

  for (guint i = 0; i < crowd->len; i++)
    g_assert_true (amp_person_resolver_add (resolver, &g_array_index (crowd, AmpPersonEvidence, is_backwards ? crowd->len - 1 - i : i)));
  figures.persons = amp_person_resolver_finish (resolver);
  amp_person_resolver_get_bounds (resolver, &figures.lowest, &figures.highest);
  return figures;
}

static void
test_bounds_hold_and_numbers_are_dense (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) crowd = g_array_new (FALSE, FALSE, sizeof (AmpPersonEvidence));
  Figures figures;
  gint64  joined = 0;
  guint32 seen = 0;

  make_crowd (fixture->key, crowd, 20000);
  figures = resolve (fixture->resolver, crowd, FALSE);
  g_assert_cmpuint (figures.lowest, >, 0);
  g_assert_cmpuint (figures.lowest, <, figures.persons);
  g_assert_cmpuint (figures.persons, <, figures.highest);
  for (AmpPersonRule rule = 0; rule < AMP_N_JOINING_RULES; rule++)
    joined += amp_person_resolver_get_joined (fixture->resolver, rule);
  g_assert_cmpint (joined, ==, crowd->len - figures.persons);
  for (guint32 i = 0; i < crowd->len; i++)
    {
      guint32 person = amp_person_resolver_get_persons (fixture->resolver)[i];

      g_assert_cmpuint (person, <=, seen + 1);
      seen = MAX (seen, person);
    }
  g_assert_cmpuint (seen, ==, figures.persons);
}

static void
test_no_key_changes_the_persons (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) crowd = g_array_new (FALSE, FALSE, sizeof (AmpPersonEvidence));

  make_crowd (fixture->key, crowd, 5000);
  resolve (fixture->resolver, crowd, FALSE);
  for (guint round = 0; round < 5; round++)
    {
      g_autoptr (AmpPseudonymKey) key = amp_pseudonym_key_new (NULL);
      g_autoptr (AmpPersonResolver) resolver = amp_person_resolver_new (0);

      g_array_set_size (crowd, 0);
      make_crowd (key, crowd, 5000);
      resolve (resolver, crowd, FALSE);
      for (guint32 i = 0; i < crowd->len; i++)
        g_assert_cmpuint (amp_person_resolver_get_persons (resolver)[i], ==, amp_person_resolver_get_persons (fixture->resolver)[i]);
    }
}

/* So many records that all threads have some to compare. */
static void
test_no_number_of_threads_changes_the_persons (Fixture *fixture, gconstpointer data)
{
  static const guint n_threads[] = { 1, 2, 3, 8 };
  g_autoptr (GArray) crowd = g_array_new (FALSE, FALSE, sizeof (AmpPersonEvidence));
  Figures expected;

  make_crowd (fixture->key, crowd, 60000);
  expected = resolve (fixture->resolver, crowd, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (n_threads); i++)
    {
      g_autoptr (AmpPersonResolver) resolver = amp_person_resolver_new (n_threads[i]);
      Figures figures = resolve (resolver, crowd, FALSE);

      g_assert_cmpuint (figures.lowest, ==, expected.lowest);
      g_assert_cmpuint (figures.highest, ==, expected.highest);
      g_assert_cmpmem (amp_person_resolver_get_persons (resolver), crowd->len * sizeof (guint32), amp_person_resolver_get_persons (fixture->resolver), crowd->len * sizeof (guint32));
    }
}

/* Where nothing is forbidden, order is nothing; where it is, little: which of two
 * forbidden ways a chain goes. */
static void
test_order_hardly_matters (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) crowd = g_array_new (FALSE, FALSE, sizeof (AmpPersonEvidence));
  g_autoptr (AmpPersonResolver) backwards = amp_person_resolver_new (0);
  Figures one, other;

  make_crowd (fixture->key, crowd, 20000);
  one = resolve (fixture->resolver, crowd, FALSE);
  other = resolve (backwards, crowd, TRUE);
  g_assert_cmpuint (MAX (one.highest, other.highest) - MIN (one.highest, other.highest), <, one.highest / 500);
  g_assert_cmpuint (MAX (one.persons, other.persons) - MIN (one.persons, other.persons), <, one.persons / 100);
}

/* All people of a telephone book under one number: time must not run away. */
static void
test_a_number_that_everybody_has (Fixture *fixture, gconstpointer data)
{
  const guint n = 60000;
  guint32     persons;

  for (guint i = 0; i < n; i++)
    {
      char              last[] = { (char) ('A' + i % 26), (char) ('A' + i / 26 % 26), (char) ('A' + i / 676 % 26), 'U', 'Q', '\0' };
      AmpPersonEvidence evidence = make_evidence (fixture->key, last, i % 2 == 0 ? "Claire" : "Nicolas", BORN, 1);

      evidence.phones[0] = 9;
      add (fixture, &evidence);
    }
  persons = amp_person_resolver_finish (fixture->resolver);
  g_assert_cmpuint (persons, >, 1);
  g_assert_cmpuint (persons, <=, 2 * 17576);
}

static void
test_no_records_are_no_persons (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (amp_person_resolver_finish (fixture->resolver), ==, 0);
  assert_bounds (fixture, 0, 0);
}

static void
add_test (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *full = g_strconcat ("/analysis/person-resolver/", path, NULL);

  g_test_add (full, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("nir-joins", test_nir_joins);
  add_test ("nir-and-first-name-join", test_nir_and_first_name_join);
  add_test ("any-address-joins", test_any_address_joins);
  add_test ("any-telephone-joins", test_any_telephone_joins);
  add_test ("birth-date-and-commune-join", test_birth_date_and_commune_join);
  add_test ("spelling-joins", test_spelling_joins);
  add_test ("a-married-name-joins-by-telephone", test_a_married_name_joins_by_telephone);
  add_test ("an-address-without-a-name-joins", test_an_address_without_a_name_joins);
  add_test ("a-dump-without-communes-joins", test_a_dump_without_communes_joins);
  add_test ("whoever-moved-is-in-the-lowest-bound", test_whoever_moved_is_in_the_lowest_bound);
  add_test ("a-family-is-not-one-person", test_a_family_is_not_one_person);
  add_test ("chains-join-in-order-of-appearance", test_chains_join_in_order_of_appearance);
  add_test ("a-chain-never-crosses-what-is-forbidden", test_a_chain_never_crosses_what_is_forbidden);
  add_test ("frequent-names-are-names", test_frequent_names_are_names);
  add_test ("bounds-hold-and-numbers-are-dense", test_bounds_hold_and_numbers_are_dense);
  add_test ("no-key-changes-the-persons", test_no_key_changes_the_persons);
  add_test ("no-number-of-threads-changes-the-persons", test_no_number_of_threads_changes_the_persons);
  add_test ("order-hardly-matters", test_order_hardly_matters);
  add_test ("a-number-that-everybody-has", test_a_number_that_everybody_has);
  add_test ("no-records-are-no-persons", test_no_records_are_no_persons);
  return g_test_run ();
}
