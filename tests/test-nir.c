#include "amp-nir.h"

/* Numbers of nobody: the key is right, the order number is made up. */
typedef struct
{
  const char *value;
  const char *digits;
  gboolean    has_key;
  gboolean    key_valid;
  AmpSex      sex;
} Example;

static void
assert_read (const Example *example)
{
  AmpNir nir;

  g_test_message ("%s", example->value);
  g_assert_true (amp_nir_parse (example->value, strlen (example->value), &nir));
  g_assert_cmpstr (nir.digits, ==, example->digits);
  g_assert_cmpint (nir.has_key, ==, example->has_key);
  g_assert_cmpint (nir.key_valid, ==, example->key_valid);
  g_assert_cmpuint (nir.sex, ==, example->sex);
}

static void
assert_refused (const char *value)
{
  AmpNir nir;

  g_test_message ("%s", value);
  g_assert_false (amp_nir_parse (value, strlen (value), &nir));
}

static void
test_key_is_checked (void)
{
  static const Example examples[] = {
    { "255081416802538", "2550814168025", TRUE, TRUE, AMP_SEX_FEMALE },
    { "255081416802539", "2550814168025", TRUE, FALSE, AMP_SEX_FEMALE },
    { "255081416802500", "2550814168025", TRUE, FALSE, AMP_SEX_FEMALE },
    { "2550814168025", "2550814168025", FALSE, FALSE, AMP_SEX_FEMALE },
    { "180127512345642", "1801275123456", TRUE, TRUE, AMP_SEX_MALE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    assert_read (&examples[i]);
  g_assert_cmpuint (amp_nir_get_key ("2550814168025"), ==, 38);
}

static void
test_separators_are_tolerated (void)
{
  static const Example examples[] = {
    { "2 55 08 14 168 025 38", "2550814168025", TRUE, TRUE, AMP_SEX_FEMALE },
    { " 2.55.08.14.168.025.38 ", "2550814168025", TRUE, TRUE, AMP_SEX_FEMALE },
    { "2 55 08 14 168 025", "2550814168025", FALSE, FALSE, AMP_SEX_FEMALE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    assert_read (&examples[i]);
}

static void
test_corsica_is_read (void)
{
  static const Example examples[] = {
    { "185032A00401238", "185032A004012", TRUE, TRUE, AMP_SEX_MALE },
    { "285032B03301218", "285032B033012", TRUE, TRUE, AMP_SEX_FEMALE },
    { "1 85 03 2a 004 012", "185032A004012", FALSE, FALSE, AMP_SEX_MALE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    assert_read (&examples[i]);
  assert_refused ("185032C004012");
  assert_refused ("185031A004012");
  assert_refused ("1850335A04012");
}

static void
test_provisional_numbers_and_incomplete_months_are_read (void)
{
  static const char *const values[] = {
    "3850335238001", "4850335238001", "7850335238001", "8850335238001",
    "1852035238001", "1854235238001", "1855035238001", "1859935238001", "1850199100001"
  };
  AmpNir nir;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    g_assert_true (amp_nir_parse (values[i], strlen (values[i]), &nir));
  g_assert_true (amp_nir_parse ("7850335238001", 13, &nir));
  g_assert_cmpuint (nir.sex, ==, AMP_SEX_MALE);
  g_assert_true (amp_nir_parse ("8850335238001", 13, &nir));
  g_assert_cmpuint (nir.sex, ==, AMP_SEX_FEMALE);
}

static void
test_what_is_no_number_is_refused (void)
{
  static const char *const values[] = {
    "", "1", "185033523800", "18503352380011", "1850335238001122", "5850335238001", "0850335238001",
    "1850035238001", "1851335238001", "1851935238001", "1854335238001", "1854935238001", "1850300238001",
    "185033523800X", "1850335238001x", "A850335238001", "             ", "1/85/03/35/238/001"
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    assert_refused (values[i]);
  g_assert_false (amp_nir_parse ("18503352380\0001", 13, &(AmpNir){ 0 }));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fields/nir/key-is-checked", test_key_is_checked);
  g_test_add_func ("/fields/nir/separators-are-tolerated", test_separators_are_tolerated);
  g_test_add_func ("/fields/nir/corsica-is-read", test_corsica_is_read);
  g_test_add_func ("/fields/nir/provisional-numbers-and-incomplete-months-are-read", test_provisional_numbers_and_incomplete_months_are_read);
  g_test_add_func ("/fields/nir/what-is-no-number-is-refused", test_what_is_no_number_is_refused);
  return g_test_run ();
}
