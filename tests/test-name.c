#include "amp-name.h"

static void
assert_normal (const char *value, const char *expected)
{
  char             buffer[64];
  g_autofree char *escaped = g_strescape (value, NULL);
  gsize            length;

  g_test_message ("%s", escaped);
  length = amp_name_normalize (value, strlen (value), buffer, sizeof buffer);
  g_assert_cmpstr (buffer, ==, expected);
  g_assert_cmpuint (length, ==, strlen (expected));
}

static void
test_spellings_of_one_name_are_one (void)
{
  assert_normal ("Le Goff", "LEGOFF");
  assert_normal ("LE-GOFF", "LEGOFF");
  assert_normal (" legoff. ", "LEGOFF");
  assert_normal ("d\342\200\231\303\211t\303\251", "DETE");
  assert_normal ("D'ETE", "DETE");
}

static void
test_accents_are_folded (void)
{
  assert_normal ("\303\211l\303\251onore \303\207elik", "ELEONORECELIK");
  assert_normal ("\305\222UVRARD", "OEUVRARD");
  assert_normal ("Gro\303\237", "GROSS");
  assert_normal ("\305\201ukasz \305\273\303\263\305\202\304\207", "LUKASZZOLC");
  assert_normal ("\303\206r\303\270", "AERO");
  assert_normal ("\303\261and\303\272 \303\277", "NANDUY");
  assert_normal ("\305\230e\314\214h\314\201a", "REHA");
}

static void
test_what_is_no_letter_is_dropped (void)
{
  assert_normal ("", "");
  assert_normal ("12", "");
  assert_normal ("\320\230\320\262\320\260\320\275", "");
  assert_normal ("A1 B2", "AB");
  assert_normal ("Jean\302\240Paul", "JEANPAUL");
  assert_normal ("\377Anne\303", "ANNE");
  assert_normal ("\n\t", "");
}

static void
test_long_names_are_cut (void)
{
  char buffer[4];

  g_assert_cmpuint (amp_name_normalize ("Martin", 6, buffer, sizeof buffer), ==, 3);
  g_assert_cmpstr (buffer, ==, "MAR");
  g_assert_cmpuint (amp_name_normalize ("Martin", 6, buffer, 1), ==, 0);
  g_assert_cmpstr (buffer, ==, "");
  g_assert_cmpuint (amp_name_normalize ("AB\305\223", 4, buffer, sizeof buffer), ==, 3);
  g_assert_cmpstr (buffer, ==, "ABO");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fields/name/spellings-of-one-name-are-one", test_spellings_of_one_name_are_one);
  g_test_add_func ("/fields/name/accents-are-folded", test_accents_are_folded);
  g_test_add_func ("/fields/name/what-is-no-letter-is-dropped", test_what_is_no_letter_is_dropped);
  g_test_add_func ("/fields/name/long-names-are-cut", test_long_names_are_cut);
  return g_test_run ();
}
