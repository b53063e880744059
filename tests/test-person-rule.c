/* Which evidence makes one person of two records, and which never does. */
#include "made-person.h"

#define OWN (AMP_PERSON_NIR_VALID | AMP_PERSON_NIR_OWN)
#define FEW 2
#define CROWD 1000

static const AmpDate BORN = { 1980, 5, 17 };
static const AmpDate BORN_NEARLY = { 1980, 5, 18 };
static const AmpDate BORN_LATER = { 2012, 3, 2 };

typedef struct
{
  AmpPseudonymKey *key;
} Fixture;

/* One record: who, born when, where, under which number. */
typedef struct
{
  const char    *last;
  const char    *first;
  const AmpDate *birth;
  guint16        commune;
  guint32        nir;
} Said;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->key = amp_pseudonym_key_new (NULL);
  g_assert_nonnull (fixture->key);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->key, amp_pseudonym_key_free);
}

static AmpPersonEvidence
say (Fixture *fixture, Said said)
{
  AmpPersonEvidence evidence = make_evidence (fixture->key, said.last, said.first, said.birth != NULL ? *said.birth : NOBODY_BORN, said.commune);

  evidence.nir = said.nir;
  return evidence;
}

static void
assert_rule (Fixture *fixture, AmpSharedKey shared, Said one, Said other, guint n_sharing, AmpPersonRule expected)
{
  AmpPersonEvidence evidence = say (fixture, one), other_evidence = say (fixture, other);
  AmpPersonSide     side = { &evidence.traits, evidence.nir }, other_side = { &other_evidence.traits, other_evidence.nir };

  g_assert_cmpint (amp_person_rule_find (shared, side, other_side, n_sharing), ==, expected);
  g_assert_cmpint (amp_person_rule_find (shared, other_side, side, n_sharing), ==, expected);
}

static void
assert_forbidden (Fixture *fixture, AmpPersonRule rule, Said one, Said other, gboolean expected)
{
  AmpPersonEvidence evidence = say (fixture, one), other_evidence = say (fixture, other);
  AmpPersonSide     side = { &evidence.traits, evidence.nir }, other_side = { &other_evidence.traits, other_evidence.nir };

  g_assert_cmpint (amp_person_rule_is_forbidden (rule, side, other_side), ==, expected);
  g_assert_cmpint (amp_person_rule_is_forbidden (rule, other_side, side), ==, expected);
}

static void
test_nir (Fixture *fixture, gconstpointer data)
{
  Said claire = { "Vasseur", "Claire", &BORN, 1, make_nir (1, OWN) };
  Said child = { "Vasseur", "Lucas", &BORN_LATER, 1, make_nir (1, AMP_PERSON_NIR_VALID) };
  Said twin = { "Vasseur", "Nathan", &BORN_LATER, 1, make_nir (1, AMP_PERSON_NIR_VALID) };
  Said nameless = { "", "", &BORN_LATER, 1, make_nir (1, AMP_PERSON_NIR_VALID) };
  Said undated = { "Vasseur", "Claire", NULL, 1, make_nir (1, AMP_PERSON_NIR_VALID) };
  Said mistyped = { "Vasseur", "Claire", &BORN_NEARLY, 1, make_nir (1, AMP_PERSON_NIR_VALID) };
  Said married = { "Dupont", "Claire", &BORN, 1, make_nir (1, OWN) };
  Said renamed = { "Vasseur", "Marie", &BORN, 1, make_nir (1, OWN) };
  Said another = { "Dupont", "Marie", &BORN, 1, make_nir (1, OWN) };

  assert_rule (fixture, AMP_SHARED_NIR, claire, claire, FEW, AMP_PERSON_RULE_NIR_BIRTH_DATE);
  assert_rule (fixture, AMP_SHARED_NIR, claire, married, FEW, AMP_PERSON_RULE_NIR_BIRTH_DATE);
  assert_rule (fixture, AMP_SHARED_NIR, claire, renamed, FEW, AMP_PERSON_RULE_NIR_BIRTH_DATE);
  assert_rule (fixture, AMP_SHARED_NIR, claire, another, FEW, AMP_PERSON_RULE_LOOSE);
  assert_rule (fixture, AMP_SHARED_NIR, child, nameless, FEW, AMP_PERSON_RULE_NIR_BIRTH_DATE);
  assert_rule (fixture, AMP_SHARED_NIR, claire, undated, FEW, AMP_PERSON_RULE_NIR_FIRST_NAME);
  assert_rule (fixture, AMP_SHARED_NIR, claire, mistyped, FEW, AMP_PERSON_RULE_NIR_FIRST_NAME);
  assert_rule (fixture, AMP_SHARED_NIR, claire, nameless, FEW, AMP_PERSON_RULE_LOOSE);
  /* A child under a parent's number, and twins under one. */
  assert_rule (fixture, AMP_SHARED_NIR, claire, child, FEW, AMP_PERSON_RULE_NONE);
  assert_rule (fixture, AMP_SHARED_NIR, twin, child, FEW, AMP_PERSON_RULE_LOOSE);
}

static void
test_contacts (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    AmpSharedKey  shared;
    AmpPersonRule rule;
  } contacts[] = { { AMP_SHARED_EMAIL, AMP_PERSON_RULE_EMAIL_NAME }, { AMP_SHARED_PHONE, AMP_PERSON_RULE_PHONE_NAME } };
  Said claire = { "Vasseur", "Claire", &BORN, 1, 0 };
  Said undated = { "Vasseur", "Claire", NULL, 2, 0 };
  Said misspelt = { "Vaseur", "Clairre", NULL, 2, 0 };
  Said initial = { "Vasseur", "C.", NULL, 2, 0 };
  Said married = { "Dupont", "Claire", &BORN, 1, 0 };
  Said husband = { "Vasseur", "Nicolas", &BORN_NEARLY, 1, 0 };
  Said twin = { "Vasseur", "Nicolas", &BORN, 1, 0 };
  Said grandchild = { "Vasseur", "Claire", &BORN_LATER, 1, 0 };
  Said stranger = { "Petrovic", "", &BORN_LATER, 1, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (contacts); i++)
    {
      AmpSharedKey shared = contacts[i].shared;

      assert_rule (fixture, shared, claire, claire, FEW, contacts[i].rule);
      assert_rule (fixture, shared, claire, undated, FEW, contacts[i].rule);
      assert_rule (fixture, shared, claire, misspelt, FEW, contacts[i].rule);
      assert_rule (fixture, shared, claire, initial, FEW, contacts[i].rule);
      assert_rule (fixture, shared, claire, married, FEW, AMP_PERSON_RULE_CONTACT_BIRTH_DATE);
      assert_rule (fixture, shared, undated, married, FEW, AMP_PERSON_RULE_LOOSE);
      assert_rule (fixture, shared, claire, grandchild, FEW, AMP_PERSON_RULE_LOOSE);
      assert_rule (fixture, shared, claire, husband, FEW, AMP_PERSON_RULE_NONE);
      assert_rule (fixture, shared, claire, twin, FEW, AMP_PERSON_RULE_NONE);
      assert_rule (fixture, shared, claire, stranger, FEW, AMP_PERSON_RULE_NONE);
      /* A switchboard's. */
      assert_rule (fixture, shared, claire, claire, CROWD, contacts[i].rule);
      assert_rule (fixture, shared, claire, married, CROWD, AMP_PERSON_RULE_NONE);
      assert_rule (fixture, shared, claire, undated, CROWD, AMP_PERSON_RULE_LOOSE);
      assert_rule (fixture, shared, claire, misspelt, CROWD, AMP_PERSON_RULE_NONE);
    }
}

static void
test_contacts_without_a_name (Fixture *fixture, gconstpointer data)
{
  Said nobody = { "", "", NULL, 0, 0 };
  Said claire = { "Vasseur", "Claire", &BORN, 1, 0 };
  Said dated = { "", "", &BORN_LATER, 0, 0 };

  assert_rule (fixture, AMP_SHARED_EMAIL, nobody, nobody, FEW, AMP_PERSON_RULE_EMAIL);
  assert_rule (fixture, AMP_SHARED_EMAIL, nobody, claire, FEW, AMP_PERSON_RULE_EMAIL);
  assert_rule (fixture, AMP_SHARED_EMAIL, dated, claire, FEW, AMP_PERSON_RULE_NONE);
  /* A household's. */
  assert_rule (fixture, AMP_SHARED_PHONE, nobody, nobody, FEW, AMP_PERSON_RULE_LOOSE);
}

static void
test_birth_date_and_commune (Fixture *fixture, gconstpointer data)
{
  AmpSharedKey shared = AMP_SHARED_BIRTH_DATE_AND_COMMUNE;
  Said         claire = { "Vasseur", "Claire", &BORN, 1, 0 };
  Said         crosswise = { "CLAIRE", "VASSEUR", &BORN, 1, 0 };
  Said         misspelt = { "Vaseur", "Claire", &BORN, 1, 0 };
  Said         misspelt_twice = { "Vaseur", "Clairre", &BORN, 1, 0 };
  Said         initial = { "Vasseur", "C", &BORN, 1, 0 };
  Said         double_name = { "Vasseur-Dupont", "Claire Marie", &BORN, 1, 0 };
  Said         married = { "Dupont", "Claire", &BORN, 1, 0 };
  Said         twin = { "Vasseur", "Nicolas", &BORN, 1, 0 };
  Said         unknown = { "Vasseur", "", &BORN, 1, 0 };

  assert_rule (fixture, shared, claire, claire, CROWD, AMP_PERSON_RULE_NAME_BIRTH_DATE_COMMUNE);
  assert_rule (fixture, shared, claire, crosswise, CROWD, AMP_PERSON_RULE_NAME_BIRTH_DATE_COMMUNE);
  assert_rule (fixture, shared, claire, misspelt, CROWD, AMP_PERSON_RULE_SPELLING);
  assert_rule (fixture, shared, claire, misspelt_twice, FEW, AMP_PERSON_RULE_SPELLING);
  assert_rule (fixture, shared, claire, misspelt_twice, CROWD, AMP_PERSON_RULE_NONE);
  assert_rule (fixture, shared, claire, initial, FEW, AMP_PERSON_RULE_SPELLING);
  assert_rule (fixture, shared, claire, double_name, FEW, AMP_PERSON_RULE_SPELLING);
  assert_rule (fixture, shared, claire, married, FEW, AMP_PERSON_RULE_LOOSE);
  assert_rule (fixture, shared, claire, married, CROWD, AMP_PERSON_RULE_NONE);
  assert_rule (fixture, shared, claire, unknown, FEW, AMP_PERSON_RULE_LOOSE);
  assert_rule (fixture, shared, claire, twin, FEW, AMP_PERSON_RULE_NONE);
}

static void
test_names_alone (Fixture *fixture, gconstpointer data)
{
  Said claire = { "Vasseur", "Claire", &BORN, 1, 0 };
  Said moved = { "Vasseur", "Claire", &BORN, 2, 0 };
  Said nowhere = { "Vasseur", "Claire", &BORN, 0, 0 };
  Said undated = { "Vasseur", "Claire", NULL, 1, 0 };
  Said undated_elsewhere = { "Vasseur", "Claire", NULL, 2, 0 };
  Said grandchild = { "Vasseur", "Claire", &BORN_LATER, 1, 0 };

  assert_rule (fixture, AMP_SHARED_NAME, nowhere, nowhere, FEW, AMP_PERSON_RULE_NAME_BIRTH_DATE);
  assert_rule (fixture, AMP_SHARED_NAME, claire, nowhere, FEW, AMP_PERSON_RULE_LOOSE);
  assert_rule (fixture, AMP_SHARED_NAME, claire, moved, FEW, AMP_PERSON_RULE_LOOSE);
  assert_rule (fixture, AMP_SHARED_NAME, claire, undated, FEW, AMP_PERSON_RULE_LOOSE);
  assert_rule (fixture, AMP_SHARED_NAME, claire, undated_elsewhere, FEW, AMP_PERSON_RULE_NONE);
  assert_rule (fixture, AMP_SHARED_NAME, claire, grandchild, FEW, AMP_PERSON_RULE_NONE);
  assert_rule (fixture, AMP_SHARED_COMMUNE, undated, (Said){ "Vasseurr", "Claire", NULL, 1, 0 }, FEW, AMP_PERSON_RULE_LOOSE);
  assert_rule (fixture, AMP_SHARED_COMMUNE, undated, (Said){ "Vasseur", "Camille", NULL, 1, 0 }, FEW, AMP_PERSON_RULE_NONE);
}

static void
test_chains_are_forbidden (Fixture *fixture, gconstpointer data)
{
  AmpPersonRule rule = AMP_PERSON_RULE_PHONE_NAME;
  Said          claire = { "Vasseur", "Claire", &BORN, 1, make_nir (1, OWN) };
  Said          mother_number = { "Vasseur", "Claire", &BORN, 1, make_nir (2, AMP_PERSON_NIR_VALID) };
  Said          other_number = { "Vasseur", "Claire", &BORN, 1, make_nir (3, OWN) };
  Said          other_birth = { "Vasseur", "Claire", &BORN_NEARLY, 1, make_nir (2, AMP_PERSON_NIR_VALID) };
  Said          unsure_number = { "Vasseur", "Claire", &BORN_NEARLY, 1, make_nir (2, 0) };
  Said          brother = { "Vasseur", "Nicolas", NULL, 1, 0 };
  Said          grandchild = { "Vasseur", "Claire", &BORN_LATER, 1, 0 };

  assert_forbidden (fixture, rule, claire, claire, FALSE);
  /* One child, filed under both parents' numbers, or under its own and one. */
  assert_forbidden (fixture, rule, claire, mother_number, FALSE);
  assert_forbidden (fixture, rule, claire, unsure_number, FALSE);
  assert_forbidden (fixture, rule, claire, other_number, TRUE);
  assert_forbidden (fixture, rule, claire, other_birth, TRUE);
  assert_forbidden (fixture, rule, claire, grandchild, TRUE);
  assert_forbidden (fixture, rule, claire, brother, TRUE);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/analysis/person-rule/nir", test_nir);
  add ("/analysis/person-rule/contacts", test_contacts);
  add ("/analysis/person-rule/contacts-without-a-name", test_contacts_without_a_name);
  add ("/analysis/person-rule/birth-date-and-commune", test_birth_date_and_commune);
  add ("/analysis/person-rule/names-alone", test_names_alone);
  add ("/analysis/person-rule/chains-are-forbidden", test_chains_are_forbidden);
  return g_test_run ();
}
