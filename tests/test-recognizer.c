#include "amp-recognizer.h"

static void
assert_accepts (AmpFieldType type, const char *value, gboolean expected)
{
  g_test_message ("%s: %s", amp_field_type_get_code (type), value);
  g_assert_cmpint (amp_recognizer_accepts (type, value, strlen (value)), ==, expected);
}

static void
test_types_lead_to_their_rule (void)
{
  assert_accepts (AMP_FIELD_TYPE_NIR, "255081416802538", TRUE);
  assert_accepts (AMP_FIELD_TYPE_NIR, "2550814168025", TRUE);
  assert_accepts (AMP_FIELD_TYPE_BIRTH_DATE, "12/31/1985", TRUE);
  assert_accepts (AMP_FIELD_TYPE_EMAIL, "a@example.org", TRUE);
  assert_accepts (AMP_FIELD_TYPE_PHONE, "0299123456", TRUE);
  assert_accepts (AMP_FIELD_TYPE_SEX, "F", TRUE);
}

static void
test_wrong_keys_are_refused (void)
{
  assert_accepts (AMP_FIELD_TYPE_NIR, "255081416802539", FALSE);
}

static void
test_types_without_a_rule_accept_nothing (void)
{
  g_assert_false (amp_recognizer_exists (AMP_FIELD_TYPE_LAST_NAME));
  g_assert_false (amp_recognizer_exists (AMP_FIELD_TYPE_UNKNOWN));
  assert_accepts (AMP_FIELD_TYPE_LAST_NAME, "Martin", FALSE);
  g_assert_cmpfloat (amp_recognizer_get_certainty (AMP_FIELD_TYPE_LAST_NAME), ==, 0);
}

static void
test_hostile_bytes_are_refused_by_every_rule (void)
{
  static const char hostile[] = "\0\377\300\200\0+33\xf4\x90 \r\n$\xe2\x82{[";

  for (guint type = 0; type < AMP_N_FIELD_TYPES; type++)
    for (gsize length = 0; length < sizeof hostile; length++)
      g_assert_false (amp_recognizer_accepts (type, hostile, length));
}

/* Bytes that parsers care about, and any others, from a fixed seed. */
static void
test_random_bytes_are_survived (void)
{
  static const char interesting[] = "0123456789ABab+-./ @:(),\303\251\302\240\0\377\342\202\254{}$FRH2'nN\\#?xX";
  g_autoptr (GRand) random = g_rand_new_with_seed (2021);

  for (guint i = 0; i < 20000; i++)
    {
      gsize            length = (gsize) g_rand_int_range (random, 0, 48);
      g_autofree char *bytes = g_malloc (MAX (length, 1));

      for (gsize j = 0; j < length; j++)
        bytes[j] = g_rand_int_range (random, 0, 4) > 0 ? interesting[g_rand_int_range (random, 0, sizeof interesting)] : (char) g_rand_int_range (random, -128, 128);
      for (guint type = 0; type < AMP_N_FIELD_TYPES; type++)
        amp_recognizer_accepts (type, bytes, length);
    }
}

static void
test_check_digits_say_more_than_shapes (void)
{
  g_assert_cmpfloat (amp_recognizer_get_certainty (AMP_FIELD_TYPE_IBAN), >, amp_recognizer_get_certainty (AMP_FIELD_TYPE_FINESS));
  for (guint type = 0; type < AMP_N_FIELD_TYPES; type++)
    {
      g_assert_cmpfloat (amp_recognizer_get_certainty (type), >=, 0);
      g_assert_cmpfloat (amp_recognizer_get_certainty (type), <, 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fields/recognizer/types-lead-to-their-rule", test_types_lead_to_their_rule);
  g_test_add_func ("/fields/recognizer/wrong-keys-are-refused", test_wrong_keys_are_refused);
  g_test_add_func ("/fields/recognizer/types-without-a-rule-accept-nothing", test_types_without_a_rule_accept_nothing);
  g_test_add_func ("/fields/recognizer/hostile-bytes-are-refused-by-every-rule", test_hostile_bytes_are_refused_by_every_rule);
  g_test_add_func ("/fields/recognizer/random-bytes-are-survived", test_random_bytes_are_survived);
  g_test_add_func ("/fields/recognizer/check-digits-say-more-than-shapes", test_check_digits_say_more_than_shapes);
  return g_test_run ();
}
