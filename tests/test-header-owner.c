/* Whose a column is, by the words of its header. */
#include "amp-header-owner.h"

typedef struct
{
  const char    *header;
  AmpHeaderOwner owner;
} Example;

static void
check (const Example *examples, guint n_examples)
{
  for (guint i = 0; i < n_examples; i++)
    g_assert_cmpint (amp_header_owner_find (examples[i].header), ==, examples[i].owner);
}

static void
test_words (void)
{
  static const Example examples[] = {
    { "CP_MED", AMP_HEADER_OWNER_DOCTOR },
    { "Ville du médecin traitant", AMP_HEADER_OWNER_DOCTOR },
    { "shipping_postcode", AMP_HEADER_OWNER_DELIVERY },
    { "Téléphone employeur", AMP_HEADER_OWNER_EMPLOYER },
    { "villeLabo", AMP_HEADER_OWNER_ESTABLISHMENT },
    { "pays_origine", AMP_HEADER_OWNER_ORIGIN },
    { "CP", AMP_HEADER_OWNER_NONE },
    { "", AMP_HEADER_OWNER_NONE },
  };

  check (examples, G_N_ELEMENTS (examples));
}

static void
test_run_together (void)
{
  static const Example examples[] = {
    { "CPMED", AMP_HEADER_OWNER_DOCTOR },
    { "VILLEPAT", AMP_HEADER_OWNER_PERSON },
    { "VILLELABO", AMP_HEADER_OWNER_ESTABLISHMENT },
    { "COMMED", AMP_HEADER_OWNER_DOCTOR },
    { "ZZZMED", AMP_HEADER_OWNER_NONE },
    { "CPASS", AMP_HEADER_OWNER_INSURED },
  };

  check (examples, G_N_ELEMENTS (examples));
}

static void
test_last_word_first (void)
{
  g_assert_cmpint (amp_header_owner_find ("CP labo du patient"), ==, AMP_HEADER_OWNER_PERSON);
}

static void
test_codes (void)
{
  g_assert_cmpstr (amp_header_owner_get_code (AMP_HEADER_OWNER_PERSON), ==, "person");
  g_assert_cmpstr (amp_header_owner_get_code (AMP_HEADER_OWNER_ORIGIN), ==, "origin");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fields/header-owner/words", test_words);
  g_test_add_func ("/fields/header-owner/words-run-together", test_run_together);
  g_test_add_func ("/fields/header-owner/the-last-word-counts-first", test_last_word_first);
  g_test_add_func ("/fields/header-owner/codes", test_codes);
  return g_test_run ();
}
