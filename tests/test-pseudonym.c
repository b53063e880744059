/* Keyed hashes: same value, same key, same hash; anything else, another one. */
#include "amp-pseudonym.h"

#include <string.h>

static guint32
make (const AmpPseudonymKey *key, guint8 domain, const char *value)
{
  return amp_pseudonym_make (key, domain, value, strlen (value));
}

static void
test_depends_on_all_that_it_is_made_of (void)
{
  g_autoptr (AmpPseudonymKey) key = amp_pseudonym_key_new (NULL);
  g_autoptr (AmpPseudonymKey) other_key = amp_pseudonym_key_new (NULL);
  guint n_same = 0;

  g_assert_nonnull (key);
  g_assert_nonnull (other_key);
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *value = g_strdup_printf ("VALUE%u", i);
      g_autofree char *other = g_strdup_printf ("VALVE%u", i);

      g_assert_cmpuint (make (key, 1, value), ==, make (key, 1, value));
      n_same += make (key, 1, value) == make (key, 2, value);
      n_same += make (key, 1, value) == make (key, 1, other);
      n_same += make (key, 1, value) == make (other_key, 1, value);
    }
  /* Two of 32 bits may be the same by chance, several are not. */
  g_assert_cmpuint (n_same, <=, 1);
}

static void
test_nothing_has_none (void)
{
  g_autoptr (AmpPseudonymKey) key = amp_pseudonym_key_new (NULL);

  g_assert_cmpuint (make (key, 1, ""), ==, 0);
  g_assert_cmpuint (amp_pseudonym_make (key, 1, NULL, 0), ==, 0);
  g_assert_cmpuint (make (key, 1, "A"), !=, 0);
}

static void
test_cuts_what_no_identifier_is_as_long_as (void)
{
  g_autoptr (AmpPseudonymKey) key = amp_pseudonym_key_new (NULL);
  g_autofree char *text = g_strnfill (100000, 'x');
  g_autofree char *start = g_strnfill (AMP_PSEUDONYM_MAX_LENGTH, 'x');

  g_assert_cmpuint (make (key, 1, text), ==, make (key, 1, start));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/pseudonym/depends-on-all-that-it-is-made-of", test_depends_on_all_that_it_is_made_of);
  g_test_add_func ("/analysis/pseudonym/nothing-has-none", test_nothing_has_none);
  g_test_add_func ("/analysis/pseudonym/cuts-what-no-identifier-is-as-long-as", test_cuts_what_no_identifier_is_as_long_as);
  return g_test_run ();
}
