/* Names by number: each once, counted, and told when many bear them. */
#include "amp-name-register.h"

static void
test_each_name_has_one_number (void)
{
  g_autoptr (AmpNameRegister) names = amp_name_register_new ();

  /* More than it starts with, so that it must grow. */
  for (guint round = 0; round < 2; round++)
    for (guint32 i = 0; i < 5000; i++)
      {
        guint32 number;

        amp_name_register_fetch (names, i / 2 + 1, (guint16) (i % 2));
        number = amp_name_register_count (names, i / 2 + 1, (guint16) (i % 2));
        g_assert_cmpuint (number, ==, i + 1);
        g_assert_cmpuint (amp_name_register_get (names, number)->sketch, ==, i / 2 + 1);
        g_assert_cmpuint (amp_name_register_get (names, number)->details, ==, i % 2);
      }
}

static void
test_no_name_is_none (void)
{
  g_autoptr (AmpNameRegister) names = amp_name_register_new ();

  g_assert_cmpuint (amp_name_register_count (names, 0, 0), ==, 0);
  g_assert_cmpuint (amp_name_register_get (names, 0)->sketch, ==, 0);
  g_assert_cmpuint (amp_name_register_count (names, 0, 8), ==, 1);
  amp_name_register_mark_frequent (names, 1);
  g_assert_false (amp_name_register_get (names, 0)->is_frequent);
  g_assert_false (amp_name_register_get (names, 1)->is_frequent);
}

/* One sketch counts once, whatever its details. */
static void
test_what_many_bear_is_frequent (void)
{
  g_autoptr (AmpNameRegister) names = amp_name_register_new ();
  guint32 rare, one, other;

  rare = amp_name_register_count (names, 7, 1);
  amp_name_register_count (names, 7, 1);
  one = amp_name_register_count (names, 9, 1);
  amp_name_register_count (names, 9, 1);
  other = amp_name_register_count (names, 9, 2);
  amp_name_register_mark_frequent (names, 3);
  g_assert_false (amp_name_register_get (names, rare)->is_frequent);
  g_assert_true (amp_name_register_get (names, one)->is_frequent);
  g_assert_true (amp_name_register_get (names, other)->is_frequent);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/name-register/each-name-has-one-number", test_each_name_has_one_number);
  g_test_add_func ("/analysis/name-register/no-name-is-none", test_no_name_is_none);
  g_test_add_func ("/analysis/name-register/what-many-bear-is-frequent", test_what_many_bear_is_frequent);
  return g_test_run ();
}
