/* Which letters of a name are the last name and which the first. */
#include "amp-name.h"

#include <string.h>

static AmpNameText
text_of (const char *value)
{
  return (AmpNameText){ value, strlen (value) };
}

static void
assert_part (const AmpNamePart *part, const char *expected)
{
  g_autofree char *letters = g_strndup (part->letters, part->length);

  g_assert_cmpstr (letters, ==, expected);
  g_assert_cmpuint (part->head_length, <=, part->length);
}

static void
assert_last (const char *value, const char *expected)
{
  AmpName name;

  amp_name_read (text_of (value), text_of (""), text_of (""), &name);
  assert_part (&name.last, expected);
  assert_part (&name.first, "");
}

static void
assert_first (const char *value, const char *expected, const char *head)
{
  g_autofree char *found = NULL;
  AmpName          name;

  amp_name_read (text_of ("Testeur"), text_of (value), text_of (""), &name);
  assert_part (&name.first, expected);
  found = g_strndup (name.first.letters, name.first.head_length);
  g_assert_cmpstr (found, ==, head);
}

static void
assert_full (const char *value, const char *last, const char *first)
{
  AmpName name;

  amp_name_read_full (text_of (value), &name);
  assert_part (&name.last, last);
  assert_part (&name.first, first);
}

static void
test_spellings_of_one_name_are_one (void)
{
  assert_last ("Le Goff", "LEGOFF");
  assert_last ("LE-GOFF", "LEGOFF");
  assert_last (" legoff. ", "LEGOFF");
  assert_last ("d\342\200\231\303\211t\303\251", "DETE");
  assert_last ("D'ETE", "DETE");
  assert_last ("D ETE", "DETE");
  assert_last ("St-Martin", "SAINTMARTIN");
  assert_last ("SAINT MARTIN", "SAINTMARTIN");
  assert_last ("Ste Foy", "SAINTEFOY");
  assert_last ("STAEL", "STAEL");
}

static void
test_accents_are_folded (void)
{
  assert_last ("\303\211l\303\251onore", "ELEONORE");
  assert_last ("\303\207elik", "CELIK");
  assert_last ("\305\222UVRARD", "OEUVRARD");
  assert_last ("Gro\303\237", "GROSS");
  assert_last ("\305\201ukasz", "LUKASZ");
  assert_last ("\303\206r\303\270", "AERO");
  assert_last ("\305\230e\314\214h\314\201a", "REHA");
}

static void
test_what_is_no_letter_is_dropped (void)
{
  assert_last ("", "");
  assert_last ("12", "");
  assert_last ("\320\230\320\262\320\260\320\275", "");
  assert_last ("A1 B2", "AB");
  assert_last ("\377Anne\303", "ANNE");
  assert_last ("\n\t", "");
  assert_last ("----,,,''", "");
}

static void
test_long_names_are_cut (void)
{
  g_autofree char *letters = g_strnfill (100000, 'x');
  g_autofree char *words = g_strnfill (100000, 'y');
  AmpName          name;

  amp_name_read (text_of (letters), text_of (letters), text_of (letters), &name);
  g_assert_cmpuint (name.last.length, <, AMP_NAME_PART_SIZE);
  for (guint i = 1; i < 100000; i += 2)
    words[i] = i % 3 == 0 ? '-' : ' ';
  amp_name_read_full (text_of (words), &name);
  g_assert_cmpuint (name.last.length + name.first.length, <, 2 * AMP_NAME_PART_SIZE);
}

static void
test_titles_are_dropped (void)
{
  assert_last ("Mme Dupont", "DUPONT");
  assert_last ("M. DUPONT", "DUPONT");
  assert_last ("Monsieur le Goff", "LEGOFF");
  assert_last ("ME", "ME");
  assert_full ("Mlle Claire DUPONT", "DUPONT", "CLAIRE");
}

static void
test_names_at_birth_are_told_apart (void)
{
  AmpName name;

  amp_name_read (text_of ("Dupont n\303\251e Martin"), text_of ("Claire"), text_of (""), &name);
  assert_part (&name.last, "DUPONT");
  assert_part (&name.birth, "MARTIN");
  amp_name_read (text_of ("Dupont"), text_of ("Claire"), text_of ("Le Goff"), &name);
  assert_part (&name.birth, "LEGOFF");
  amp_name_read (text_of (""), text_of ("Claire"), text_of ("Martin"), &name);
  assert_part (&name.last, "MARTIN");
  amp_name_read (text_of ("Dupont-Martin"), text_of ("Claire"), text_of (""), &name);
  assert_part (&name.last, "DUPONTMARTIN");
  assert_part (&name.birth, "DUPONT");
}

static void
test_first_names_have_a_head (void)
{
  assert_first ("Jean-Pierre", "JEANPIERRE", "JEAN");
  assert_first ("JEAN PIERRE", "JEANPIERRE", "JEAN");
  assert_first ("Jean Pierre Marie", "JEANPIERRE", "JEAN");
  assert_first ("Jean P.", "JEAN", "JEAN");
  assert_first ("J.", "J", "J");
  assert_first ("J.-P.", "J", "J");
  assert_first ("JP", "J", "J");
  assert_first ("Lo", "LO", "LO");
}

/* Whoever filed them did not know better. */
static void
test_parts_out_of_place_are_noticed (void)
{
  AmpName name;

  amp_name_read (text_of ("Vasseur"), text_of ("VASSEUR"), text_of (""), &name);
  assert_part (&name.last, "VASSEUR");
  assert_part (&name.first, "");
  amp_name_read (text_of ("Lucas"), text_of ("LUCAS"), text_of (""), &name);
  assert_part (&name.first, "LUCAS");
  amp_name_read (text_of ("R."), text_of ("Martin"), text_of (""), &name);
  assert_part (&name.last, "MARTIN");
  assert_part (&name.first, "R");
}

static void
test_full_names_fall_into_parts (void)
{
  assert_full ("Dupont, Quentine", "DUPONT", "QUENTINE");
  assert_full ("DUPONT Quentine", "DUPONT", "QUENTINE");
  assert_full ("Quentine DUPONT", "DUPONT", "QUENTINE");
  assert_full ("Quentine de la TOUR", "DELATOUR", "QUENTINE");
  assert_full ("jean dupont", "DUPONT", "JEAN");
  assert_full ("dupont jean", "DUPONT", "JEAN");
  assert_full ("DUPONT JEAN QUENTIN", "DUPONT", "JEANQUENTIN");
  assert_full ("jean-quentin le goff", "LEGOFF", "JEANQUENTIN");
  assert_full ("Quaintine Marie Dupont", "DUPONT", "QUAINTINEMARIE");
  assert_full ("J. Dupont", "DUPONT", "J");
  assert_full ("Dupont J", "DUPONT", "J");
  assert_full ("Dupont", "DUPONT", "");
  assert_full ("", "", "");
}

static void
test_three_words_may_be_unsure (void)
{
  AmpName name;

  amp_name_read_full (text_of ("Been Clondu Quaintine"), &name);
  g_assert_true (name.is_unsure);
  amp_name_read_full (text_of ("BEEN CLONDU Quaintine"), &name);
  g_assert_false (name.is_unsure);
  amp_name_read_full (text_of ("Clondu Quaintine"), &name);
  g_assert_false (name.is_unsure);
}

static void
test_many_bear_known_first_names (void)
{
  AmpName name;

  amp_name_read (text_of ("Testeur"), text_of ("Jean-Quaintin"), text_of (""), &name);
  g_assert_true (name.is_first_known);
  amp_name_read (text_of ("Testeur"), text_of ("Quaintin"), text_of (""), &name);
  g_assert_false (name.is_first_known);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fields/name/spellings-of-one-name-are-one", test_spellings_of_one_name_are_one);
  g_test_add_func ("/fields/name/accents-are-folded", test_accents_are_folded);
  g_test_add_func ("/fields/name/what-is-no-letter-is-dropped", test_what_is_no_letter_is_dropped);
  g_test_add_func ("/fields/name/long-names-are-cut", test_long_names_are_cut);
  g_test_add_func ("/fields/name/titles-are-dropped", test_titles_are_dropped);
  g_test_add_func ("/fields/name/names-at-birth-are-told-apart", test_names_at_birth_are_told_apart);
  g_test_add_func ("/fields/name/first-names-have-a-head", test_first_names_have_a_head);
  g_test_add_func ("/fields/name/parts-out-of-place-are-noticed", test_parts_out_of_place_are_noticed);
  g_test_add_func ("/fields/name/full-names-fall-into-parts", test_full_names_fall_into_parts);
  g_test_add_func ("/fields/name/three-words-may-be-unsure", test_three_words_may_be_unsure);
  g_test_add_func ("/fields/name/many-bear-known-first-names", test_many_bear_known_first_names);
  return g_test_run ();
}
