/* Owns the thresholds of whole names. Many last names are first names as well, and many
 * people have two first names in one field: both kinds of words must be there. */
#include "amp-column-names.h"

#define WORDS_MINIMUM 1.8
#define WORDS_MAXIMUM 5.0
#define LETTERS_MINIMUM 0.9
#define FULL_MINIMUM 0.3
/* Values of first names alone are fewer than this share of those with one. */
#define ONLY_FIRST_MAXIMUM 0.6

typedef struct
{
  guint n_words, n_first, n_titles;
} Words;

static Words
read_words (const char *value)
{
  g_auto (GStrv) words = g_strsplit_set (value, " ,", 8);
  const AmpVocabulary *vocabulary = amp_vocabulary_get_default ();
  guint32              first = amp_vocabulary_get_set (vocabulary, AMP_FIELD_TYPE_FIRST_NAME);
  guint32              title = amp_vocabulary_get_set (vocabulary, AMP_FIELD_TYPE_TITLE);
  Words                counts = { 0 };

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint32 bits;

      if (words[i][0] == '\0')
        continue;
      bits = amp_vocabulary_look_up (vocabulary, words[i], strlen (words[i]));
      counts.n_words++;
      counts.n_first += (bits & first) != 0;
      counts.n_titles += (bits & title) != 0;
    }
  return counts;
}

gboolean
amp_column_names_are_full (const AmpColumnProfile *profile)
{
  double average = (double) profile->words / profile->values->len;
  guint  n_full = 0, n_only_first = 0;

  if (average < WORDS_MINIMUM || average > WORDS_MAXIMUM || profile->n_distinct < MIN (5, profile->values->len / 2 + 1) ||
      amp_column_profile_get_share (profile, profile->n_letters) < LETTERS_MINIMUM)
    return FALSE;
  for (guint i = 0; i < profile->values->len; i++)
    {
      Words words = read_words (g_ptr_array_index (profile->values, i));

      n_only_first += words.n_words > 1 && words.n_first == words.n_words;
      n_full += words.n_words > 1 && ((words.n_first > 0 && words.n_first < words.n_words) || (words.n_titles > 0 && words.n_words > words.n_titles + 1));
    }
  return amp_column_profile_get_share (profile, n_full) >= FULL_MINIMUM && n_only_first <= ONLY_FIRST_MAXIMUM * (n_full + n_only_first);
}
