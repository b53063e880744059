/* Owns the words of owners.tsv and where in a header they count. */
#include "amp-header-owner.h"

#include "amp-header-dictionary.h"
#include "amp-header.h"
#include "amp-word-table.h"

/* Shorter ends of a word are chance: MAIL does not end with an AIL. */
#define SHORTEST_END 3

/* clang-format off */
static const char *const codes[] = {
  [AMP_HEADER_OWNER_PERSON]        = "person",
  [AMP_HEADER_OWNER_INSURED]       = "insured",
  [AMP_HEADER_OWNER_BILLING]       = "billing",
  [AMP_HEADER_OWNER_DELIVERY]      = "delivery",
  [AMP_HEADER_OWNER_RELATIVE]      = "relative",
  [AMP_HEADER_OWNER_EMPLOYER]      = "employer",
  [AMP_HEADER_OWNER_ESTABLISHMENT] = "establishment",
  [AMP_HEADER_OWNER_INSURER]       = "insurer",
  [AMP_HEADER_OWNER_DOCTOR]        = "doctor",
  [AMP_HEADER_OWNER_ORIGIN]        = "origin",
};
/* clang-format on */
G_STATIC_ASSERT (G_N_ELEMENTS (codes) == AMP_N_HEADER_OWNERS);

static void
add_line (char **fields, guint n_fields, gpointer data)
{
  guint owner = 0;

  g_assert (n_fields == 2);
  while (owner < AMP_N_HEADER_OWNERS && !g_str_equal (codes[owner], fields[1]))
    owner++;
  g_assert (owner < AMP_N_HEADER_OWNERS);
  g_hash_table_insert (data, g_strdup (fields[0]), GUINT_TO_POINTER (owner + 1));
}

static GHashTable *
get_words (void)
{
  static gsize       initialized = 0;
  static GHashTable *words;

  if (g_once_init_enter (&initialized))
    {
      words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      amp_word_table_read ("owners.tsv", add_line, words);
      g_once_init_leave (&initialized, 1);
    }
  return words;
}

static AmpHeaderOwner
look_up (const char *word)
{
  guint owner = GPOINTER_TO_UINT (g_hash_table_lookup (get_words (), word));

  return owner > 0 ? (AmpHeaderOwner) (owner - 1) : AMP_HEADER_OWNER_NONE;
}

/* Whether the header's own dictionary knows the first @length letters. */
static gboolean
is_known_start (const char *word, gsize length)
{
  g_autofree char *start = g_strndup (word, length);
  g_autoptr (GArray) matches = amp_header_dictionary_match (amp_header_dictionary_get_default (), start);

  return matches->len > 0;
}

/* CPMED: what a thing is, and whose, run together. */
static AmpHeaderOwner
find_in_word (const char *word)
{
  AmpHeaderOwner owner = look_up (word);
  gsize          length = strlen (word);

  for (gsize cut = 2; owner == AMP_HEADER_OWNER_NONE && cut + SHORTEST_END <= length; cut++)
    {
      owner = look_up (word + cut);
      if (owner != AMP_HEADER_OWNER_NONE && !is_known_start (word, cut))
        owner = AMP_HEADER_OWNER_NONE;
    }
  return owner;
}

const char *
amp_header_owner_get_code (AmpHeaderOwner owner)
{
  g_return_val_if_fail (owner < AMP_N_HEADER_OWNERS, NULL);

  return codes[owner];
}

AmpHeaderOwner
amp_header_owner_find (const char *header)
{
  g_auto (GStrv) words = NULL;
  AmpHeaderOwner owner = AMP_HEADER_OWNER_NONE;

  g_return_val_if_fail (header != NULL, AMP_HEADER_OWNER_NONE);

  words = amp_header_split (header);
  for (guint i = g_strv_length (words); i > 0 && owner == AMP_HEADER_OWNER_NONE; i--)
    owner = find_in_word (words[i - 1]);
  return owner;
}
