#include "amp-value.h"

static void
assert_filled (const char *value, gboolean is_filled)
{
  g_autofree char *escaped = g_strescape (value, NULL);

  g_test_message ("%s", escaped);
  g_assert_cmpint (amp_value_is_filled (value, strlen (value)), ==, is_filled);
}

static void
test_blank_is_not_filled (void)
{
  assert_filled ("", FALSE);
  assert_filled ("  \t\r\n\v\f ", FALSE);
  assert_filled ("\302\240", FALSE);
  assert_filled (" \302\240 \302\240 ", FALSE);
  assert_filled ("\240", FALSE);
  assert_filled (" \240 ", FALSE);
  g_assert_false (amp_value_is_filled ("\0\0", 2));
  g_assert_false (amp_value_is_filled (NULL, 0));
}

static void
test_placeholders_are_not_filled (void)
{
  static const char *const placeholders[] = { "NULL", "null", "\\N", "(null)", "N/A", "n/a", "#N/A", "-", "--", "?", " NULL " };

  for (guint i = 0; i < G_N_ELEMENTS (placeholders); i++)
    assert_filled (placeholders[i], FALSE);
}

static void
test_values_are_filled (void)
{
  static const char *const values[] = { "0", "N", "NA", "Null", "NULLE", "NUL", "---", "??", ".", "\303\240", "\302\240x\302\240", "x", "Non renseign\303\251", "\377" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    assert_filled (values[i], TRUE);
  g_assert_true (amp_value_is_filled ("NULL\0x", 6));
}

static void
test_trim_keeps_what_is_inside (void)
{
  const char *bytes = " \302\240l\303\240 b\303\240\302\240\n";
  gsize       length = strlen (bytes);

  amp_value_trim (&bytes, &length);
  g_assert_cmpmem (bytes, length, "l\303\240 b\303\240", 7);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fields/value/blank-is-not-filled", test_blank_is_not_filled);
  g_test_add_func ("/fields/value/placeholders-are-not-filled", test_placeholders_are_not_filled);
  g_test_add_func ("/fields/value/values-are-filled", test_values_are_filled);
  g_test_add_func ("/fields/value/trim-keeps-what-is-inside", test_trim_keeps_what_is_inside);
  return g_test_run ();
}
