/* Paths written short: the same points, fewer bytes. */
#include "amp-svg-path.h"

#include <string.h>

static char *
shorten (const char *path)
{
  g_autofree char *quoted = g_strconcat (path, "\"", NULL);
  GString         *out = g_string_new (NULL);

  amp_svg_path_append_short (out, quoted, strlen (path));
  return g_string_free (out, FALSE);
}

static void
assert_short (const char *path, const char *expected)
{
  g_autofree char *short_path = shorten (path);

  g_assert_cmpstr (short_path, ==, expected);
}

static void
test_steps (void)
{
  assert_short ("M 10 20 L 30.5 20 L 30.5 -5.25 Z M 10 20 ", "m10 20l20.5 0 0-25.25z");
  assert_short ("M 0.125 0 C 1 2 3 4 5 6", "m.13 0c.87 2 2.87 4 4.87 6");
  assert_short ("M 1 1 L 2 2 Z M 5 5 L 6 6", "m1 1l1 1zm4 4l1 1");
  assert_short ("M 0 0 L 0.5 0.25 L 0 0.5 L 0.5 0.75", "m0 0l.5.25-.5.25.5.25");
  assert_short ("M 0 0 L 1 0.5 L 2 1 M 3 1 M 4 1", "m0 0l1 .5 1 .5m1 0m1 0");
}

/* A hundred steps of a third: the last point is where it was. */
static void
test_errors_do_not_add_up (void)
{
  GString         *path = g_string_new ("M 0 0");
  g_autofree char *short_path = NULL;
  double           x = 0;

  for (guint i = 1; i <= 99; i++)
    g_string_append_printf (path, " L %.6f 0", i / 3.0);
  short_path = shorten (path->str);
  for (const char *at = strchr (short_path, 'l') + 1; *at != '\0';)
    {
      x += g_ascii_strtod (at, (char **) &at);
      g_assert_cmpfloat (g_ascii_strtod (at, (char **) &at), ==, 0);
    }
  g_assert_cmpfloat_with_epsilon (x, 33, 1e-6);
  g_string_free (path, TRUE);
}

/* An outline: tenths, and what does not move is left out. */
static void
test_long_paths_are_coarser (void)
{
  GString         *path = g_string_new ("M 0 0");
  g_autofree char *short_path = NULL;

  for (guint i = 1; i <= 400; i++)
    g_string_append_printf (path, " L %.6f 0.000000", i * 0.01);
  short_path = shorten (path->str);
  g_assert_cmpuint (strlen (short_path), <, path->len / 20);
  g_assert_null (strstr (short_path, "0 0 0 0"));
  g_string_free (path, TRUE);
}

static void
test_others_stay (void)
{
  assert_short ("M 0 0 A 1 1 0 0 0 2 2", "M 0 0 A 1 1 0 0 0 2 2");
  assert_short ("M 0 zero", "M 0 zero");
  assert_short ("M 1", "M 1");
  assert_short ("M nan 0", "M nan 0");
  assert_short ("", "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/svg-path/steps-from-the-point-before", test_steps);
  g_test_add_func ("/chart/svg-path/errors-do-not-add-up", test_errors_do_not_add_up);
  g_test_add_func ("/chart/svg-path/long-paths-are-coarser", test_long_paths_are_coarser);
  g_test_add_func ("/chart/svg-path/other-paths-stay", test_others_stay);
  return g_test_run ();
}
