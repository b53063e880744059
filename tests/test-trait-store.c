/* Packed traits: what was added comes back, in any order, byte for byte. */
#include "amp-trait-store.h"

#include "made-person.h"

static const AmpDate BORN = { 1980, 5, 17 };

/* Of every kind: with and without each part, known and unknown, compound and initials. */
static AmpPersonTraits
make_traits (const AmpPseudonymKey *key, guint32 i)
{
  static const char *lasts[] = { "Lefèvre", "de la Tour", "", "Li", "Guivarc'h" };
  static const char *firsts[] = { "Anne-Marie", "J", "", "Zqwxv", "Claire", "Léo", "Yann" };
  static const char *births[] = { "", "Li", "Vasseur", "" };
  AmpPersonTraits    traits = { 0 };

  traits.name = make_name (key, lasts[i % G_N_ELEMENTS (lasts)], firsts[i % G_N_ELEMENTS (firsts)], births[i / 64 % 2 == 0 ? i % 4 : 0], i % 3);
  traits.name.is_unsure = i % 11 == 0;
  traits.birth = i % 5 == 0 ? 0 : amp_birth_sketch_make (amp_pseudonym_key_get_sketch_key (key), BORN);
  traits.commune = i % 7 == 0 ? 0 : (guint16) (i * 31);
  return traits;
}

static guint32
make_stored_nir (guint32 i)
{
  return i % 4 == 0 && i < 7000 ? i << 2 | AMP_PERSON_NIR_VALID : 0;
}

static void
test_all_come_back (void)
{
  g_autoptr (AmpPseudonymKey) key = amp_pseudonym_key_new (NULL);
  g_autoptr (AmpTraitStore) store = amp_trait_store_new ();
  const guint32 n = 10000;

  g_assert_nonnull (key);
  for (guint32 i = 0; i < n; i++)
    {
      AmpPersonTraits traits = make_traits (key, i);

      amp_trait_store_announce (store, &traits);
      amp_trait_store_add (store, &traits, make_stored_nir (i));
    }
  g_assert_cmpuint (amp_trait_store_get_n (store), ==, n);
  for (guint32 i = n; i-- > 0;)
    {
      AmpPersonTraits expected = make_traits (key, i), traits;

      amp_trait_store_fetch (store, i);
      g_assert_cmpuint (amp_trait_store_get (store, i, &traits), ==, make_stored_nir (i));
      g_assert_cmpmem (&traits, sizeof traits, &expected, sizeof expected);
    }
}

static void
test_known_names_are_marked (void)
{
  g_autoptr (AmpPseudonymKey) key = amp_pseudonym_key_new (NULL);
  g_autoptr (AmpTraitStore) store = amp_trait_store_new ();
  AmpPersonTraits often = { .name = make_name (key, "Kerjean", "Zqwxv", "", AMP_SEX_UNKNOWN) };
  AmpPersonTraits seldom = { .name = make_name (key, "Kerjeen", "Zqwxvu", "", AMP_SEX_UNKNOWN) };
  AmpPersonTraits traits;

  for (guint i = 0; i < 3; i++)
    amp_trait_store_add (store, &often, 0);
  amp_trait_store_add (store, &seldom, 0);
  amp_trait_store_mark_known_names (store, 3);
  amp_trait_store_get (store, 0, &traits);
  g_assert_true (traits.name.is_last_known);
  g_assert_true (traits.name.is_first_known);
  amp_trait_store_get (store, 3, &traits);
  g_assert_false (traits.name.is_last_known);
  g_assert_false (traits.name.is_first_known);
}

static void
count_key (AmpKeyGatherFunc gather, AmpTraitStore *store, guint expected)
{
  guint32    places[2] = { 0, 0 };
  AmpKeySink sink = { .n = 2, .shift = 31, .places = places };

  gather (store, &sink);
  g_assert_cmpuint (places[0] + places[1], ==, expected);
}

/* A key is made of all its parts, or not at all. */
static void
test_keys_are_of_those_who_have_them (void)
{
  g_autoptr (AmpPseudonymKey) key = amp_pseudonym_key_new (NULL);
  g_autoptr (AmpTraitStore) store = amp_trait_store_new ();
  AmpPersonTraits traits = { .name = make_name (key, "Kerjean", "Claire", "", AMP_SEX_UNKNOWN), .commune = 5 };

  amp_trait_store_add (store, &traits, AMP_PERSON_NIR_VALID);
  amp_trait_store_add (store, &traits, 4 | AMP_PERSON_NIR_VALID);
  traits.birth = amp_birth_sketch_make (amp_pseudonym_key_get_sketch_key (key), BORN);
  amp_trait_store_add (store, &traits, 0);
  traits.commune = 0;
  traits.name.first = 0;
  amp_trait_store_add (store, &traits, 0);
  count_key (amp_trait_store_gather_nirs, store, 2);
  count_key (amp_trait_store_gather_births, store, 1);
  count_key (amp_trait_store_gather_names, store, 3);
  count_key (amp_trait_store_gather_communes, store, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/trait-store/all-come-back", test_all_come_back);
  g_test_add_func ("/analysis/trait-store/known-names-are-marked", test_known_names_are_marked);
  g_test_add_func ("/analysis/trait-store/keys-are-of-those-who-have-them", test_keys_are_of_those_who_have_them);
  return g_test_run ();
}
