/* Which records are the same person: every rule, the guard and the bounds. */
#include "amp-person-resolver.h"

static const AmpDate BORN_FIRST = { 1980, 5, 17 };
static const AmpDate BORN_LATER = { 2012, 3, 2 };

static AmpPersonEvidence
evidence_of (guint64 nir, AmpDate birth)
{
  return (AmpPersonEvidence){ .valid_nir = nir, .birth_date = birth };
}

static void
give (AmpPersonEvidence *evidence, AmpPersonRule rule, guint64 key)
{
  g_assert_cmpuint (evidence->n_keys, <, AMP_PERSON_MAX_KEYS);
  evidence->keys[evidence->n_keys++] = (AmpPersonKey){ rule, { key * 1000 + rule + 1, key } };
}

static void
add (AmpPersonResolver *resolver, AmpPersonEvidence evidence)
{
  g_assert_true (amp_person_resolver_add (resolver, &evidence));
}

static void
test_each_rule_joins (void)
{
  for (guint rule = 0; rule < AMP_N_JOINING_RULES; rule++)
    {
      g_autoptr (AmpPersonResolver) resolver = amp_person_resolver_new (0);
      AmpPersonEvidence evidence = evidence_of (0, BORN_FIRST);

      give (&evidence, rule, 7);
      add (resolver, evidence);
      add (resolver, evidence);
      g_assert_cmpuint (amp_person_resolver_finish (resolver), ==, 1);
      for (guint other = 0; other < AMP_N_JOINING_RULES; other++)
        g_assert_cmpint (amp_person_resolver_get_joined (resolver, other), ==, other == rule ? 1 : 0);
    }
}

static void
test_loose_rules_move_the_bound_alone (void)
{
  g_autoptr (AmpPersonResolver) resolver = amp_person_resolver_new (0);
  AmpPersonEvidence parent = evidence_of (9, BORN_FIRST);
  AmpPersonEvidence child = evidence_of (9, BORN_LATER);
  guint32           lowest, highest;

  give (&parent, AMP_PERSON_RULE_NIR, 9);
  give (&child, AMP_PERSON_RULE_NIR, 9);
  add (resolver, parent);
  add (resolver, child);
  g_assert_cmpuint (amp_person_resolver_finish (resolver), ==, 2);
  amp_person_resolver_get_bounds (resolver, &lowest, &highest);
  g_assert_cmpuint (lowest, ==, 1);
  g_assert_cmpuint (highest, ==, 2);
}

static void
test_chains_join_in_order_of_appearance (void)
{
  g_autoptr (AmpPersonResolver) resolver = amp_person_resolver_new (0);
  AmpPersonEvidence first = evidence_of (0, BORN_FIRST);
  AmpPersonEvidence other = evidence_of (0, BORN_FIRST);
  AmpPersonEvidence bridge = evidence_of (0, BORN_FIRST);
  guint32           lowest, highest;

  give (&first, AMP_PERSON_RULE_EMAIL_NAME, 1);
  give (&other, AMP_PERSON_RULE_PHONE_NAME, 2);
  give (&bridge, AMP_PERSON_RULE_EMAIL_NAME, 1);
  give (&bridge, AMP_PERSON_RULE_PHONE_NAME, 2);
  add (resolver, evidence_of (0, BORN_FIRST));
  add (resolver, first);
  add (resolver, other);
  add (resolver, bridge);
  g_assert_cmpuint (amp_person_resolver_finish (resolver), ==, 2);
  g_assert_cmpuint (amp_person_resolver_get_person (resolver, 0), ==, 1);
  g_assert_cmpuint (amp_person_resolver_get_person (resolver, 1), ==, 2);
  g_assert_cmpuint (amp_person_resolver_get_person (resolver, 2), ==, 2);
  g_assert_cmpuint (amp_person_resolver_get_person (resolver, 3), ==, 2);
  amp_person_resolver_get_bounds (resolver, &lowest, &highest);
  g_assert_cmpuint (lowest, ==, 2);
  g_assert_cmpuint (highest, ==, 4);
}

static void
test_any_of_several_keys_joins (void)
{
  g_autoptr (AmpPersonResolver) resolver = amp_person_resolver_new (0);
  AmpPersonEvidence both = evidence_of (0, BORN_FIRST);
  AmpPersonEvidence mobile = evidence_of (0, BORN_FIRST);

  give (&both, AMP_PERSON_RULE_PHONE_NAME, 1);
  give (&both, AMP_PERSON_RULE_PHONE_NAME, 2);
  give (&mobile, AMP_PERSON_RULE_PHONE_NAME, 2);
  add (resolver, both);
  add (resolver, mobile);
  g_assert_cmpuint (amp_person_resolver_finish (resolver), ==, 1);
  g_assert_cmpint (amp_person_resolver_get_joined (resolver, AMP_PERSON_RULE_PHONE_NAME), ==, 1);
}

static void
test_two_valid_nir_with_two_birth_dates_never_join (void)
{
  g_autoptr (AmpPersonResolver) resolver = amp_person_resolver_new (0);
  AmpPersonEvidence father = evidence_of (11, BORN_FIRST);
  AmpPersonEvidence son = evidence_of (13, BORN_LATER);
  AmpPersonEvidence bridge = evidence_of (0, (AmpDate){ 0, 0, 0 });
  guint32           lowest, highest;

  give (&father, AMP_PERSON_RULE_PHONE_NAME, 3);
  give (&son, AMP_PERSON_RULE_PHONE_NAME, 3);
  give (&son, AMP_PERSON_RULE_EMAIL_NAME, 4);
  give (&bridge, AMP_PERSON_RULE_PHONE_NAME, 3);
  give (&bridge, AMP_PERSON_RULE_EMAIL_NAME, 4);
  add (resolver, father);
  add (resolver, son);
  /* The bridge joins the first it meets; it must not pull in the other. */
  add (resolver, bridge);
  g_assert_cmpuint (amp_person_resolver_finish (resolver), ==, 2);
  g_assert_cmpuint (amp_person_resolver_get_person (resolver, 0), !=, amp_person_resolver_get_person (resolver, 1));
  amp_person_resolver_get_bounds (resolver, &lowest, &highest);
  g_assert_cmpuint (lowest, ==, 1);
  g_assert_cmpuint (highest, ==, 3);
}

static void
test_a_wrong_nir_or_one_birth_date_is_no_obstacle (void)
{
  g_autoptr (AmpPersonResolver) resolver = amp_person_resolver_new (0);
  AmpPersonEvidence mother_number = evidence_of (21, BORN_LATER);
  AmpPersonEvidence father_number = evidence_of (23, BORN_LATER);

  /* One child, filed under both parents' numbers. */
  give (&mother_number, AMP_PERSON_RULE_NAME_BIRTH_DATE_COMMUNE, 5);
  give (&father_number, AMP_PERSON_RULE_NAME_BIRTH_DATE_COMMUNE, 5);
  add (resolver, mother_number);
  add (resolver, father_number);
  g_assert_cmpuint (amp_person_resolver_finish (resolver), ==, 1);
}

static void
test_bounds_hold_on_random_evidence (void)
{
  g_autoptr (AmpPersonResolver) resolver = amp_person_resolver_new (0);
  g_autoptr (GRand) random = g_rand_new_with_seed (20210214);
  guint32 persons, lowest, highest, seen = 0;

  for (guint i = 0; i < 50000; i++)
    {
      AmpPersonEvidence evidence = evidence_of ((guint64) g_rand_int_range (random, 0, 400), BORN_FIRST);

      evidence.birth_date.day = (guint8) g_rand_int_range (random, 1, 4);
      for (guint rule = 0; rule < AMP_N_PERSON_RULES; rule++)
        if (g_rand_boolean (random))
          give (&evidence, rule, (guint64) g_rand_int_range (random, 1, 60000));
      add (resolver, evidence);
    }
  persons = amp_person_resolver_finish (resolver);
  amp_person_resolver_get_bounds (resolver, &lowest, &highest);
  g_assert_cmpuint (lowest, <=, persons);
  g_assert_cmpuint (persons, <=, highest);
  g_assert_cmpuint (lowest, >, 0);

  /* Numbers are dense, and new ones appear in order. */
  for (guint i = 0; i < 50000; i++)
    {
      guint32 person = amp_person_resolver_get_person (resolver, i);

      g_assert_cmpuint (person, <=, seen + 1);
      seen = MAX (seen, person);
    }
  g_assert_cmpuint (seen, ==, persons);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/person-resolver/each-rule-joins", test_each_rule_joins);
  g_test_add_func ("/analysis/person-resolver/loose-rules-move-the-bound-alone", test_loose_rules_move_the_bound_alone);
  g_test_add_func ("/analysis/person-resolver/chains-join-in-order-of-appearance", test_chains_join_in_order_of_appearance);
  g_test_add_func ("/analysis/person-resolver/any-of-several-keys-joins", test_any_of_several_keys_joins);
  g_test_add_func ("/analysis/person-resolver/two-valid-nir-with-two-birth-dates-never-join", test_two_valid_nir_with_two_birth_dates_never_join);
  g_test_add_func ("/analysis/person-resolver/a-wrong-nir-or-one-birth-date-is-no-obstacle", test_a_wrong_nir_or_one_birth_date_is_no_obstacle);
  g_test_add_func ("/analysis/person-resolver/bounds-hold-on-random-evidence", test_bounds_hold_on_random_evidence);
  return g_test_run ();
}
