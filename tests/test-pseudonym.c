/* Keyed hashes: same value, same key, same hash; anything else, another one. */
#include "amp-pseudonym.h"
#include "amp-pseudonym-table.h"

#include <string.h>

static AmpPseudonym
make (const AmpPseudonymKey *key, guint8 domain, const char *first, const char *second)
{
  AmpPseudonymPart parts[] = {
    { first, strlen (first) },
    { second, strlen (second) },
  };

  return amp_pseudonym_make (key, domain, parts, 2);
}

static gboolean
is_same (AmpPseudonym one, AmpPseudonym other)
{
  return one.low == other.low && one.high == other.high;
}

static void
test_depends_on_all_that_it_is_made_of (void)
{
  g_autoptr (AmpPseudonymKey) key = amp_pseudonym_key_new (NULL);
  g_autoptr (AmpPseudonymKey) other_key = amp_pseudonym_key_new (NULL);
  AmpPseudonym pseudonym;

  g_assert_nonnull (key);
  g_assert_nonnull (other_key);
  pseudonym = make (key, 1, "AB", "C");
  g_assert_true (is_same (pseudonym, make (key, 1, "AB", "C")));
  g_assert_false (is_same (pseudonym, make (key, 2, "AB", "C")));
  g_assert_false (is_same (pseudonym, make (key, 1, "A", "BC")));
  g_assert_false (is_same (pseudonym, make (key, 1, "C", "AB")));
  g_assert_false (is_same (pseudonym, make (other_key, 1, "AB", "C")));
}

static void
test_cuts_what_no_name_is_as_long_as (void)
{
  g_autoptr (AmpPseudonymKey) key = amp_pseudonym_key_new (NULL);
  g_autofree char *text = g_strnfill (100000, 'x');
  g_autofree char *start = g_strnfill (AMP_PSEUDONYM_MAX_PART, 'x');

  g_assert_true (is_same (make (key, 1, text, "C"), make (key, 1, start, "C")));
}

/* Twice through @n keys: the second time each must be known. */
static void
assert_finds_all (AmpPseudonymTable *table, guint32 n)
{
  g_autoptr (AmpPseudonymKey) key = amp_pseudonym_key_new (NULL);

  for (guint32 round = 0; round < 2; round++)
    for (guint32 i = 0; i < n; i++)
      {
        AmpPseudonymPart part = { (const char *) &i, sizeof i };
        AmpPseudonym     pseudonym = amp_pseudonym_make (key, 0, &part, 1);

        amp_pseudonym_table_prefetch (table, &pseudonym);
        g_assert_cmpuint (amp_pseudonym_table_claim (table, &pseudonym, round * n + i), ==, i);
      }
}

static void
test_table_finds_the_first_record_of_each (void)
{
  g_autoptr (AmpPseudonymTable) table = amp_pseudonym_table_new (1000000);

  assert_finds_all (table, 1000000);
}

static void
test_table_grows_beyond_what_was_expected (void)
{
  g_autoptr (AmpPseudonymTable) table = amp_pseudonym_table_new (0);

  assert_finds_all (table, 3000000);
}

static void
test_table_takes_the_zero_hash (void)
{
  g_autoptr (AmpPseudonymTable) table = amp_pseudonym_table_new (0);
  AmpPseudonym zero = { 0, 0 };

  g_assert_cmpuint (amp_pseudonym_table_claim (table, &zero, 5), ==, 5);
  g_assert_cmpuint (amp_pseudonym_table_claim (table, &zero, 6), ==, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/pseudonym/depends-on-all-that-it-is-made-of", test_depends_on_all_that_it_is_made_of);
  g_test_add_func ("/analysis/pseudonym/cuts-what-no-name-is-as-long-as", test_cuts_what_no_name_is_as_long_as);
  g_test_add_func ("/analysis/pseudonym-table/finds-the-first-record-of-each", test_table_finds_the_first_record_of_each);
  g_test_add_func ("/analysis/pseudonym-table/grows-beyond-what-was-expected", test_table_grows_beyond_what_was_expected);
  g_test_add_func ("/analysis/pseudonym-table/takes-the-zero-hash", test_table_takes_the_zero_hash);
  return g_test_run ();
}
