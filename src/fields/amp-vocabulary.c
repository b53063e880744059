/* Owns the words of values. */
#include "amp-vocabulary.h"

#include "amp-fold.h"
#include "amp-word-table.h"

#define VALUE_MAXIMUM 48
#define WORDS_MAXIMUM 5

struct _AmpVocabulary
{
  GHashTable  *words; /* folded → set of bits, as a pointer */
  AmpFieldType types[AMP_VOCABULARY_MAXIMUM_TYPES];
  guint        n_types;
  guint32      address; /* the bit of the words that may stand anywhere */
};

static guint
get_bit (AmpVocabulary *vocabulary, AmpFieldType type)
{
  for (guint i = 0; i < vocabulary->n_types; i++)
    if (vocabulary->types[i] == type)
      return i;
  g_assert (vocabulary->n_types < AMP_VOCABULARY_MAXIMUM_TYPES);
  vocabulary->types[vocabulary->n_types] = type;
  if (type == AMP_FIELD_TYPE_ADDRESS)
    vocabulary->address = 1u << vocabulary->n_types;
  return vocabulary->n_types++;
}

static guint32
look_up_word (const AmpVocabulary *vocabulary, const char *word)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (vocabulary->words, word));
}

static void
add_line (char **fields, guint n_fields, gpointer data)
{
  AmpVocabulary *vocabulary = data;
  AmpFieldType   type = AMP_N_FIELD_TYPES;
  guint32        bits;

  g_assert (n_fields == 2);
  if (!amp_field_type_from_code (fields[1], &type))
    g_assert_not_reached ();
  bits = look_up_word (vocabulary, fields[0]) | 1u << get_bit (vocabulary, type);
  g_hash_table_insert (vocabulary->words, g_strdup (fields[0]), GUINT_TO_POINTER (bits));
}

const AmpVocabulary *
amp_vocabulary_get_default (void)
{
  static gsize          initialized = 0;
  static AmpVocabulary *vocabulary;

  if (g_once_init_enter (&initialized))
    {
      vocabulary = g_new0 (AmpVocabulary, 1);
      vocabulary->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      amp_word_table_read ("values.tsv", add_line, vocabulary);
      amp_word_table_read ("cities.tsv", add_line, vocabulary);
      g_once_init_leave (&initialized, 1);
    }
  return vocabulary;
}

guint
amp_vocabulary_get_n_types (const AmpVocabulary *vocabulary)
{
  g_return_val_if_fail (vocabulary != NULL, 0);

  return vocabulary->n_types;
}

AmpFieldType
amp_vocabulary_get_type (const AmpVocabulary *vocabulary, guint bit)
{
  g_return_val_if_fail (vocabulary != NULL && bit < vocabulary->n_types, AMP_FIELD_TYPE_UNKNOWN);

  return vocabulary->types[bit];
}

guint32
amp_vocabulary_get_set (const AmpVocabulary *vocabulary, AmpFieldType type)
{
  g_return_val_if_fail (vocabulary != NULL, 0);

  for (guint i = 0; i < vocabulary->n_types; i++)
    if (vocabulary->types[i] == type)
      return 1u << i;
  return 0;
}

/* Reads the next run of letters and digits; returns its length. */
static guint
read_word (const char *bytes, gsize length, gsize *position, char *word)
{
  guint n = 0;

  while (*position < length)
    {
      char folded[2];

      *position += amp_fold_character (bytes + *position, length - *position, folded);
      if (folded[0] != '\0' && !g_ascii_isalnum (folded[0]))
        {
          if (n > 0)
            break;
          continue;
        }
      for (guint i = 0; i < 2 && folded[i] != '\0' && n < VALUE_MAXIMUM; i++)
        word[n++] = folded[i];
    }
  word[n] = '\0';
  return n;
}

guint32
amp_vocabulary_look_up (const AmpVocabulary *vocabulary, const char *bytes, gsize length)
{
  char    whole[VALUE_MAXIMUM + 1] = "", word[VALUE_MAXIMUM + 1];
  gsize   position = 0, used = 0;
  guint32 bits = 0;
  guint   n_words = 0;

  g_return_val_if_fail (vocabulary != NULL && bytes != NULL, 0);

  while (position < length && n_words < WORDS_MAXIMUM)
    {
      guint   n = read_word (bytes, length, &position, word);
      guint32 found = n > 0 ? look_up_word (vocabulary, word) : 0;

      bits |= n_words == 0 ? found : found & vocabulary->address;
      n_words++;
      if (used + n > VALUE_MAXIMUM)
        return bits;
      memcpy (whole + used, word, n + 1);
      used += n;
    }
  return bits | (n_words > 1 ? look_up_word (vocabulary, whole) : 0);
}
