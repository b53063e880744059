#include "amp-shape.h"

static void
assert_shape (const char *value, const char *expected)
{
  char shape[AMP_SHAPE_SIZE];

  amp_shape_of_value (value, strlen (value), shape);
  g_assert_cmpstr (shape, ==, expected);
}

static void
assert_shape_of (const char *words, const char *expected)
{
  g_auto (GStrv) split = g_strsplit (words, "|", -1);
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autofree char *shape = NULL;

  for (guint i = 0; split[i] != NULL; i++)
    g_ptr_array_add (values, split[i]);
  shape = amp_shape_of (values);
  g_assert_cmpstr (shape, ==, expected);
}

static void
test_classes_stand_for_characters (void)
{
  assert_shape ("Martin", "Aaaaaa");
  assert_shape ("MARTINEAU", "AAAAA");
  assert_shape ("\303\211l\303\251onore", "Aaaaaa");
  assert_shape ("12/03/1985", "99/99/9999");
  assert_shape ("2 55 08 14 168 025 38", "9 99 99 99 999 999 99");
  assert_shape ("anne@example.org", "aaaa@aaaaa.aaa");
  assert_shape ("+33 2 99", "+99 9 99");
  assert_shape ("", "");
  assert_shape (" x ", "a");
}

static void
test_what_is_not_safe_is_hidden (void)
{
  assert_shape ("+", "?");
  assert_shape ("A+", "A?");
  assert_shape ("\342\202\254\342\230\240", "?");
  assert_shape ("a\tb\033[31m", "a?a?99a");
  assert_shape ("\377\376", "?");
  assert_shape ("\330\247\331\204", "?");
}

static void
test_long_values_are_cut (void)
{
  assert_shape ("a1b2c3d4e5f6g7h8i9j0k1l2m3n4", "a9a9a9a9a9a9a9a9a9a9a9a9\342\200\246");
  assert_shape ("12345678901234567890", "9999999999999999");
}

static void
test_field_has_the_shape_of_most (void)
{
  assert_shape_of ("12/03/1985|01/02/2003|?|4 mai 1990", "99/99/9999");
  assert_shape_of ("1|22|333|4444|55555", "9");
  assert_shape_of ("un deux|trois quatre cinq|six|sept huit neuf dix|onze douze treize", "a \342\200\246");
  assert_shape_of ("a|9|a-a|9-9|a9|9a|@", "*");
}

static void
test_no_values_have_no_shape (void)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autofree char *shape = amp_shape_of (values);

  g_assert_cmpstr (shape, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fields/shape/classes-stand-for-characters", test_classes_stand_for_characters);
  g_test_add_func ("/fields/shape/what-is-not-safe-is-hidden", test_what_is_not_safe_is_hidden);
  g_test_add_func ("/fields/shape/long-values-are-cut", test_long_values_are_cut);
  g_test_add_func ("/fields/shape/field-has-the-shape-of-most", test_field_has_the_shape_of_most);
  g_test_add_func ("/fields/shape/no-values-have-no-shape", test_no_values_have_no_shape);
  return g_test_run ();
}
