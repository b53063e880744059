#include "amp-email.h"

static void
assert_normal (const char *value, const char *expected)
{
  char             buffer[AMP_EMAIL_SIZE];
  g_autofree char *escaped = g_strescape (value, NULL);
  gsize            length;

  g_test_message ("%s", escaped);
  length = amp_email_normalize (value, strlen (value), buffer, sizeof buffer);
  g_assert_cmpstr (buffer, ==, expected);
  g_assert_cmpuint (length, ==, strlen (expected));
}

static void
test_addresses_are_lower_case (void)
{
  assert_normal ("Anne.Le-Goff@Example.ORG", "anne.le-goff@example.org");
  assert_normal (" a+b_c@x-y.co.uk\n", "a+b_c@x-y.co.uk");
  assert_normal ("o'neil@example.com", "o'neil@example.com");
  assert_normal ("x@example.xn--p1ai", "x@example.xn--p1ai");
}

static void
test_what_is_no_address_is_refused (void)
{
  assert_normal ("", "");
  assert_normal ("@", "");
  assert_normal ("a@b", "");
  assert_normal ("a@b.c", "");
  assert_normal ("anne", "");
  assert_normal ("anne@", "");
  assert_normal ("@example.org", "");
  assert_normal ("a@@example.org", "");
  assert_normal ("a@b@example.org", "");
  assert_normal (".a@example.org", "");
  assert_normal ("a.@example.org", "");
  assert_normal ("a..b@example.org", "");
  assert_normal ("a b@example.org", "");
  assert_normal ("a@-x.org", "");
  assert_normal ("a@x-.org", "");
  assert_normal ("a@x..org", "");
  assert_normal ("a@.org", "");
  assert_normal ("a@example.org.", "");
  assert_normal ("a@example.123", "");
  assert_normal ("a@exa_mple.org", "");
  assert_normal ("a@example.org;b@example.org", "");
  assert_normal ("\303\251@example.org", "");
  assert_normal ("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx@example.org", "");
  assert_normal ("a@xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx.org", "");
  assert_normal ("a@x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.org", "");
}

static void
test_what_does_not_fit_is_refused (void)
{
  char buffer[8];

  g_assert_cmpuint (amp_email_normalize ("a@bc.de", 7, buffer, 8), ==, 7);
  g_assert_cmpuint (amp_email_normalize ("a@bc.de", 7, buffer, 7), ==, 0);
  g_assert_cmpstr (buffer, ==, "");
  g_assert_cmpuint (amp_email_normalize ("a@b\0.de", 7, buffer, 8), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fields/email/addresses-are-lower-case", test_addresses_are_lower_case);
  g_test_add_func ("/fields/email/what-is-no-address-is-refused", test_what_is_no_address_is_refused);
  g_test_add_func ("/fields/email/what-does-not-fit-is-refused", test_what_does_not_fit_is_refused);
  return g_test_run ();
}
