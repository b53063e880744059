/* Hostile text, made safe to show. */
#include "amp-display-text.h"

static void
assert_escaped (const char *text, const char *expected)
{
  g_autofree char *escaped = amp_display_text_escape (text);

  g_assert_cmpstr (escaped, ==, expected);
}

static void
test_keeps_what_is_plain (void)
{
  assert_escaped ("", "");
  assert_escaped ("DATE DE NAISSANCE é œ 日本", "DATE DE NAISSANCE é œ 日本");
}

static void
test_escapes_what_moves_or_hides (void)
{
  assert_escaped ("A\tB\nC\x1b[31m", "A\\u{0009}B\\u{000A}C\\u{001B}[31m");
  assert_escaped ("NOM\xe2\x80\xaeXXX", "NOM\\u{202E}XXX");
  assert_escaped ("A\xe2\x80\x8b"
                  "B",
                  "A\\u{200B}B");
  assert_escaped ("A\xe2\x80\xa8"
                  "B",
                  "A\\u{2028}B");
}

static void
test_makes_any_bytes_valid (void)
{
  g_autofree char *escaped = amp_display_text_escape ("\xff\xfe\xc3");

  g_assert_true (g_utf8_validate (escaped, -1, NULL));
}

static void
test_cuts_what_is_long (void)
{
  g_autofree char *text = g_strnfill (5000, 'x');
  g_autofree char *escaped = amp_display_text_escape (text);

  g_assert_cmpint (g_utf8_strlen (escaped, -1), ==, 201);
  g_assert_true (g_str_has_suffix (escaped, "…"));
}

static void
test_keeps_the_end_of_a_message (void)
{
  g_autofree char *name = g_strnfill (250, 'x');
  g_autofree char *message = g_strconcat (name, "\n: is empty", NULL);
  g_autofree char *escaped = amp_display_text_escape_message (message);

  g_assert_true (g_str_has_suffix (escaped, "x\\u{000A}: is empty"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/display-text/keeps-what-is-plain", test_keeps_what_is_plain);
  g_test_add_func ("/analysis/display-text/escapes-what-moves-or-hides", test_escapes_what_moves_or_hides);
  g_test_add_func ("/analysis/display-text/makes-any-bytes-valid", test_makes_any_bytes_valid);
  g_test_add_func ("/analysis/display-text/cuts-what-is-long", test_cuts_what_is_long);
  g_test_add_func ("/analysis/display-text/keeps-the-end-of-a-message", test_keeps_the_end_of_a_message);
  return g_test_run ();
}
