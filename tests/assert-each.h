/* For the tests of validators: one assertion for many values. */
#pragma once

#include <glib.h>

/**
 * AssertedValidator:
 *
 * Any amp_…_is_valid() of the fields.
 */
typedef gboolean (*AssertedValidator) (const char *bytes, gsize length);

/**
 * assert_each:
 * @is_valid: the validator under test
 * @expected: what it must say of each value
 * @words: values, separated by |
 */
static inline void
assert_each (AssertedValidator is_valid, gboolean expected, const char *words)
{
  g_auto (GStrv) split = g_strsplit (words, "|", -1);

  for (guint i = 0; split[i] != NULL; i++)
    {
      g_autofree char *escaped = g_strescape (split[i], NULL);

      g_test_message ("%s", escaped);
      g_assert_cmpint (is_valid (split[i], strlen (split[i])), ==, expected);
    }
}
