/* Which names and birth dates are alike, as far as sketches tell. */
#include "made-person.h"

typedef struct
{
  AmpPseudonymKey *key;
} Fixture;

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

/* Both ways, since likeness knows no order. */
static AmpNameLikeness
compare (Fixture *fixture, const char *last, const char *first, const char *other_last, const char *other_first)
{
  AmpNameSketch   one = make_name (fixture->key, last, first, "", AMP_SEX_UNKNOWN);
  AmpNameSketch   other = make_name (fixture->key, other_last, other_first, "", AMP_SEX_UNKNOWN);
  AmpNameLikeness likeness = amp_name_sketch_compare (&one, &other);
  AmpNameLikeness back = amp_name_sketch_compare (&other, &one);

  g_assert_cmpint (likeness.last, ==, back.last);
  g_assert_cmpint (likeness.first, ==, back.first);
  return likeness;
}

static void
assert_first (Fixture *fixture, const char *one, const char *other, AmpLikeness expected)
{
  g_test_message ("%s, %s", one, other);
  g_assert_cmpint (compare (fixture, "Brazel", one, "Brazel", other).first, ==, expected);
}

static void
assert_last (Fixture *fixture, const char *one, const char *other, AmpLikeness expected)
{
  g_test_message ("%s, %s", one, other);
  g_assert_cmpint (compare (fixture, one, "Quaintin", other, "Quaintin").last, ==, expected);
}

static void
test_spellings_are_the_same (Fixture *fixture, gconstpointer data)
{
  assert_last (fixture, "Le Goff", "LE-GOFF", AMP_LIKENESS_SAME);
  assert_last (fixture, "de la Tour", "DELATOUR", AMP_LIKENESS_SAME);
  assert_last (fixture, "d'H\303\251rouville", "D HEROUVILLE", AMP_LIKENESS_SAME);
  assert_first (fixture, "\303\211lo\303\257se", "ELOISE", AMP_LIKENESS_SAME);
  assert_first (fixture, "Jean-Quentin", "JEAN QUENTIN", AMP_LIKENESS_SAME);
  assert_first (fixture, "Jean-Quentin", "JEANQUENTIN", AMP_LIKENESS_SAME);
}

static void
test_one_slip_is_near (Fixture *fixture, gconstpointer data)
{
  assert_last (fixture, "Brazellier", "Brazelier", AMP_LIKENESS_NEAR);
  assert_last (fixture, "Brazellier", "Brazzellier", AMP_LIKENESS_NEAR);
  assert_last (fixture, "Brazellier", "Braezllier", AMP_LIKENESS_NEAR);
  assert_last (fixture, "Brazellier", "Brazollier", AMP_LIKENESS_NEAR);
  assert_last (fixture, "Vermandois", "Vemandoys", AMP_LIKENESS_NEAR);
  assert_first (fixture, "Quaintin", "Qaintin", AMP_LIKENESS_NEAR);
  assert_first (fixture, "Quaintin", "Quiantin", AMP_LIKENESS_NEAR);
}

static void
test_other_names_are_other (Fixture *fixture, gconstpointer data)
{
  assert_last (fixture, "Martin", "Dupont", AMP_LIKENESS_OTHER);
  assert_last (fixture, "Petit", "Petrovic", AMP_LIKENESS_OTHER);
  assert_last (fixture, "Marie", "Mercier", AMP_LIKENESS_OTHER);
  assert_last (fixture, "Lornadec", "Le Normand", AMP_LIKENESS_OTHER);
  assert_last (fixture, "Caradec", "Kerredec", AMP_LIKENESS_OTHER);
  assert_first (fixture, "Louis", "Louise", AMP_LIKENESS_OTHER);
  assert_first (fixture, "Zeo", "Zea", AMP_LIKENESS_OTHER);
  assert_first (fixture, "Jean-Pierre", "Jean-Paul", AMP_LIKENESS_OTHER);
  assert_first (fixture, "Pierre", "Jean-Pierre", AMP_LIKENESS_OTHER);
  assert_first (fixture, "P", "Jean", AMP_LIKENESS_OTHER);
}

static void
test_parts_are_short (Fixture *fixture, gconstpointer data)
{
  assert_first (fixture, "J.", "Jean", AMP_LIKENESS_SHORT);
  assert_first (fixture, "J.P.", "Jean-Pierre", AMP_LIKENESS_SHORT);
  assert_first (fixture, "Jean", "Jean-Pierre", AMP_LIKENESS_SHORT);
  assert_first (fixture, "Marie Louise Anne", "Marie", AMP_LIKENESS_SHORT);
  assert_last (fixture, "Dupont-Martin", "Dupont", AMP_LIKENESS_SHORT);
}

static void
test_names_at_birth_stand_in (Fixture *fixture, gconstpointer data)
{
  AmpNameSketch married = make_name (fixture->key, "Dupont", "Claire", "Vasseur", AMP_SEX_FEMALE);
  AmpNameSketch before = make_name (fixture->key, "Vasseur", "Claire", "", AMP_SEX_FEMALE);
  AmpNameSketch again = make_name (fixture->key, "Lebrun", "Claire", "Vasseur", AMP_SEX_FEMALE);

  g_assert_cmpint (amp_name_sketch_compare (&married, &before).last, ==, AMP_LIKENESS_SHORT);
  g_assert_cmpint (amp_name_sketch_compare (&before, &married).last, ==, AMP_LIKENESS_SHORT);
  g_assert_cmpint (amp_name_sketch_compare (&married, &again).last, ==, AMP_LIKENESS_SHORT);
  g_assert_cmpint (amp_name_sketch_compare (&before, &again).last, ==, AMP_LIKENESS_SHORT);
}

static void
test_names_may_change_places (Fixture *fixture, gconstpointer data)
{
  AmpNameLikeness likeness = compare (fixture, "Vasseur", "Claire", "CLAIRE", "VASSEUR");

  g_assert_cmpint (likeness.last, ==, AMP_LIKENESS_SAME);
  g_assert_cmpint (likeness.first, ==, AMP_LIKENESS_SAME);
  likeness = compare (fixture, "Vasseur", "Claire", "Claire", "Vaseur");
  g_assert_cmpint (likeness.last, ==, AMP_LIKENESS_SAME);
  g_assert_cmpint (likeness.first, ==, AMP_LIKENESS_NEAR);
  likeness = compare (fixture, "Vasseur", "Claire", "Claire", "Dupont");
  g_assert_cmpint (likeness.first, ==, AMP_LIKENESS_OTHER);
}

static void
test_a_sex_or_fame_tells_two_names (Fixture *fixture, gconstpointer data)
{
  AmpNameSketch he = make_name (fixture->key, "Brazel", "Quaintin", "", AMP_SEX_MALE);
  AmpNameSketch she = make_name (fixture->key, "Brazel", "Quaintine", "", AMP_SEX_FEMALE);
  AmpNameSketch unknown = make_name (fixture->key, "Brazel", "Quaintine", "", AMP_SEX_UNKNOWN);

  g_assert_cmpint (amp_name_sketch_compare (&he, &she).first, ==, AMP_LIKENESS_OTHER);
  g_assert_cmpint (amp_name_sketch_compare (&he, &unknown).first, ==, AMP_LIKENESS_NEAR);
  he.is_first_known = TRUE;
  g_assert_cmpint (amp_name_sketch_compare (&he, &unknown).first, ==, AMP_LIKENESS_NEAR);
  unknown.is_first_known = TRUE;
  g_assert_cmpint (amp_name_sketch_compare (&he, &unknown).first, ==, AMP_LIKENESS_OTHER);
}

static void
test_fame_makes_last_names_doubtful (Fixture *fixture, gconstpointer data)
{
  AmpNameSketch one = make_name (fixture->key, "Fabre", "Claire", "", AMP_SEX_UNKNOWN);
  AmpNameSketch other = make_name (fixture->key, "Faure", "Claire", "", AMP_SEX_UNKNOWN);

  g_assert_cmpint (amp_name_sketch_compare (&one, &other).last, ==, AMP_LIKENESS_NEAR);
  one.is_last_known = TRUE;
  g_assert_cmpint (amp_name_sketch_compare (&one, &other).last, ==, AMP_LIKENESS_NEAR);
  other.is_last_known = TRUE;
  g_assert_cmpint (amp_name_sketch_compare (&one, &other).last, ==, AMP_LIKENESS_DOUBTFUL);
}

static void
test_unsure_names_are_not_other (Fixture *fixture, gconstpointer data)
{
  AmpNameSketch one = make_name (fixture->key, "Been", "Clondu Quaintine", "", AMP_SEX_UNKNOWN);
  AmpNameSketch other = make_name (fixture->key, "Ben Clondu", "Quaintine", "", AMP_SEX_UNKNOWN);

  g_assert_cmpint (amp_name_sketch_compare (&one, &other).first, ==, AMP_LIKENESS_OTHER);
  one.is_unsure = TRUE;
  g_assert_cmpint (amp_name_sketch_compare (&one, &other).first, ==, AMP_LIKENESS_UNKNOWN);
}

static void
test_what_is_unknown_is_no_difference (Fixture *fixture, gconstpointer data)
{
  AmpNameLikeness likeness = compare (fixture, "Vasseur", "", "Vasseur", "Claire");

  g_assert_cmpint (likeness.last, ==, AMP_LIKENESS_SAME);
  g_assert_cmpint (likeness.first, ==, AMP_LIKENESS_UNKNOWN);
  likeness = compare (fixture, "", "", "", "");
  g_assert_cmpint (likeness.last, ==, AMP_LIKENESS_UNKNOWN);
}

static AmpLikeness
compare_births (Fixture *fixture, AmpDate one, AmpDate other)
{
  const AmpSketchKey *key = amp_pseudonym_key_get_sketch_key (fixture->key);

  return amp_birth_sketch_compare (amp_birth_sketch_make (key, one), amp_birth_sketch_make (key, other));
}

static void
test_birth_dates_have_parts (Fixture *fixture, gconstpointer data)
{
  AmpDate birth = { 1980, 5, 11 };

  g_assert_cmpint (compare_births (fixture, birth, birth), ==, AMP_LIKENESS_SAME);
  g_assert_cmpint (compare_births (fixture, birth, (AmpDate){ 1908, 5, 11 }), ==, AMP_LIKENESS_NEAR);
  g_assert_cmpint (compare_births (fixture, birth, (AmpDate){ 1980, 6, 11 }), ==, AMP_LIKENESS_NEAR);
  g_assert_cmpint (compare_births (fixture, birth, (AmpDate){ 1980, 5, 31 }), ==, AMP_LIKENESS_NEAR);
  g_assert_cmpint (compare_births (fixture, birth, (AmpDate){ 1980, 11, 5 }), ==, AMP_LIKENESS_NEAR);
  g_assert_cmpint (compare_births (fixture, birth, (AmpDate){ 1980, 6, 12 }), ==, AMP_LIKENESS_OTHER);
  g_assert_cmpint (compare_births (fixture, birth, (AmpDate){ 1981, 11, 5 }), ==, AMP_LIKENESS_OTHER);
  g_assert_cmpint (compare_births (fixture, birth, NOBODY_BORN), ==, AMP_LIKENESS_UNKNOWN);
}

/* Every day of a year has a code of its own, and none is 0. */
static void
test_all_days_differ (Fixture *fixture, gconstpointer data)
{
  const AmpSketchKey *key = amp_pseudonym_key_get_sketch_key (fixture->key);
  g_autoptr (GHashTable) codes = g_hash_table_new (NULL, NULL);

  for (guint year = 1901; year <= 2027; year++)
    for (guint month = 1; month <= 12; month++)
      for (guint day = 1; day <= 31; day++)
        {
          AmpBirthSketch code = amp_birth_sketch_make (key, (AmpDate){ (guint16) year, (guint8) month, (guint8) day });

          g_assert_cmpuint (code, !=, 0);
          g_assert_true (g_hash_table_add (codes, GUINT_TO_POINTER (code)));
        }
}

/* The key decides how a sketch looks, not what it is like. */
static void
test_no_key_changes_what_is_alike (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = {
    "Claire", "Carole", "Clara", "Myriam", "Marina", "Marie", "Jean", "Jean-Luc", "J", "Raphael", "Raphaelle",
    "Timoth\303\251", "Th\303\251o", "L\303\251a", "L\303\251o", "Vasseur", "Vassseur", "Le Vasseur", "Lionel", "Lionnel"
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint j = 0; j < G_N_ELEMENTS (names); j++)
      {
        AmpNameLikeness expected = compare (fixture, names[i], names[j], names[j], names[i]);

        for (guint round = 0; round < 10; round++)
          {
            g_autoptr (AmpPseudonymKey) key = amp_pseudonym_key_new (NULL);
            Fixture         other = { key };
            AmpNameLikeness likeness = compare (&other, names[i], names[j], names[j], names[i]);

            g_assert_cmpint (likeness.last, ==, expected.last);
            g_assert_cmpint (likeness.first, ==, expected.first);
          }
      }
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
  add ("/analysis/person-sketch/spellings-are-the-same", test_spellings_are_the_same);
  add ("/analysis/person-sketch/one-slip-is-near", test_one_slip_is_near);
  add ("/analysis/person-sketch/other-names-are-other", test_other_names_are_other);
  add ("/analysis/person-sketch/parts-are-short", test_parts_are_short);
  add ("/analysis/person-sketch/names-at-birth-stand-in", test_names_at_birth_stand_in);
  add ("/analysis/person-sketch/names-may-change-places", test_names_may_change_places);
  add ("/analysis/person-sketch/a-sex-or-fame-tells-two-names", test_a_sex_or_fame_tells_two_names);
  add ("/analysis/person-sketch/fame-makes-last-names-doubtful", test_fame_makes_last_names_doubtful);
  add ("/analysis/person-sketch/unsure-names-are-not-other", test_unsure_names_are_not_other);
  add ("/analysis/person-sketch/what-is-unknown-is-no-difference", test_what_is_unknown_is_no_difference);
  add ("/analysis/person-sketch/birth-dates-have-parts", test_birth_dates_have_parts);
  add ("/analysis/person-sketch/all-days-differ", test_all_days_differ);
  add ("/analysis/person-sketch/no-key-changes-what-is-alike", test_no_key_changes_what_is_alike);
  return g_test_run ();
}
