#include "amp-technical-number.h"

#include "assert-each.h"

static void
test_ip_both_versions_are_valid (void)
{
  assert_each (amp_ip_is_valid, TRUE, "192.168.0.1|8.8.8.8| 255.255.255.255|::1|2001:db8::8a2e:370:7334|fe80::1|::ffff:10.0.0.1");
  assert_each (amp_ip_is_valid, FALSE, "|256.1.1.1|1.2.3|1.2.3.4.5|12:30|1|1.2.3.4/24|2001:db8|g::1|:|1234|deadbeef|10.0.0.1.example");
  g_assert_false (amp_ip_is_valid ("\377\300", 2));
  g_assert_false (amp_ip_is_valid (NULL, 0));
}

static void
test_imei_handsets_have_luhn (void)
{
  assert_each (amp_imei_is_valid, TRUE, "490154203237518|356938035643809|35-693803-564380-9");
  assert_each (amp_imei_is_valid, FALSE, "|490154203237519|000000000000000|49015420323751");
  g_assert_false (amp_imei_is_valid ("\377\300", 2));
  g_assert_false (amp_imei_is_valid (NULL, 0));
}

static void
test_hash_shapes_of_hashes (void)
{
  assert_each (amp_hash_is_valid, TRUE, "d41d8cd98f00b204e9800998ecf8427e|DA39A3EE5E6B4B0D3255BFEF95601890AFD80709|0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a|f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0|$2y$10$abcdefghij./KLMNOPQRSTuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu|$6$salt$xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx|$argon2id$v=19$m=65536,t=3,p=4$c2FsdA$aGFzaGhhc2g|{SSHA}0c6Bq2hW1TtW0d2m3n4o5p6q7r8s9t0u");
  assert_each (amp_hash_is_valid, FALSE, "|d41d8cd98f00b204e9800998ecf8427|12345678901234567890123456789012|d41d8cd98f00b204e9800998ecf8427g|secret|$2y|$|{SHA}|{}aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa|$$$$$$$$$$$$$$$$$$$$$$$$");
  g_assert_false (amp_hash_is_valid ("\377\300", 2));
  g_assert_false (amp_hash_is_valid (NULL, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fields/technical-number/ip-both-versions-are-valid", test_ip_both_versions_are_valid);
  g_test_add_func ("/fields/technical-number/imei-handsets-have-luhn", test_imei_handsets_have_luhn);
  g_test_add_func ("/fields/technical-number/hash-shapes-of-hashes", test_hash_shapes_of_hashes);
  return g_test_run ();
}
