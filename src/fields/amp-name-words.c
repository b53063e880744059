/* Owns the lists of particles and titles, and how a name falls into words. */
#include "amp-name-words.h"

#include "amp-fold.h"

/* Source: French and European usage of nobiliary and other particles; the
 * frequent ones of French registers. */
static const char *const particles[] = {
  "D", "L", "DE", "DU", "DES", "LA", "LE", "LES", "DA", "DI", "DEL", "DELLA", "DOS", "DO", "VAN", "VON", "DER", "DEN",
  "TEN", "EL", "AL", "BEN", "AIT", "OULD", "MAC", "MC", "SAINT", "SAINTE", "SAN", "SANTA"
};

/* Source: Lexique des règles typographiques en usage à l'Imprimerie nationale,
 * "titres de civilité"; the English ones of forms. */
static const char *const titles[] = {
  "M", "MR", "MM", "MME", "MLLE", "MONSIEUR", "MADAME", "MADEMOISELLE", "DR", "DOCTEUR", "PR", "PROFESSEUR", "ME",
  "MAITRE", "MRS", "MS", "MISS", "ENF", "ENFANT"
};

static gboolean
is_one_of (const char *const *list, guint n, const char *letters, gsize length)
{
  for (guint i = 0; i < n; i++)
    if (list[i][0] == letters[0] && strlen (list[i]) == length && memcmp (list[i], letters, length) == 0)
      return TRUE;
  return FALSE;
}

/* What is being read. */
typedef struct
{
  AmpNameWords *words;
  AmpNameWord   word;
  guint         used;      /* letters of all words */
  char          divider;   /* what stood before the word: blank, hyphen, comma */
  gboolean      has_small; /* letters */
} Reading;

/* "ST MARTIN" is "SAINT MARTIN". */
static void
write_out_saint (Reading *reading)
{
  AmpNameWord *word = &reading->word;
  char        *letters = reading->words->letters + word->begin;
  gboolean     is_feminine = word->length == 3 && memcmp (letters, "STE", 3) == 0;

  if ((!is_feminine && (word->length != 2 || memcmp (letters, "ST", 2) != 0)) || word->begin + 6 >= AMP_NAME_SIZE)
    return;
  memcpy (letters, "SAINTE", is_feminine ? 6 : 5);
  word->length = is_feminine ? 6 : 5;
  reading->used = word->begin + word->length;
}

static void
end_word (Reading *reading)
{
  AmpNameWord *word = &reading->word;

  word->length = (guint8) (reading->used - word->begin);
  if (word->length > 0 && reading->words->n_words < AMP_NAME_MAX_WORDS)
    {
      write_out_saint (reading);
      word->is_capitals = !reading->has_small && word->length > 1;
      word->is_bound = reading->divider == '-';
      word->follows_comma = reading->divider == ',';
      reading->words->words[reading->words->n_words++] = *word;
      reading->divider = ' ';
    }
  word->begin = (guint8) reading->used;
  reading->has_small = FALSE;
}

static void
add_divider (Reading *reading, char sign)
{
  if (sign == '\'' || sign == '`')
    return;
  end_word (reading);
  /* A comma or a hyphen outlives the blanks around it. */
  if (sign == ',' || (sign == '-' && reading->divider == ' '))
    reading->divider = sign;
}

static gboolean
add_letter (Reading *reading, char letter)
{
  if (reading->used + 1 >= AMP_NAME_SIZE)
    return FALSE;
  reading->words->letters[reading->used++] = letter;
  return TRUE;
}

static void
read_words (const char *bytes, gsize length, Reading *reading)
{
  gboolean has_room = TRUE;

  for (gsize i = 0; i < length && has_room;)
    {
      guint8 byte = (guint8) bytes[i];
      guint8 upper = byte & 0xdf;
      char   folded[2];

      /* The fast path, and nearly the only one. */
      if (upper >= 'A' && upper <= 'Z' && byte < 0x80)
        {
          has_room = add_letter (reading, (char) upper);
          reading->has_small |= byte != upper;
          i++;
          continue;
        }
      i += amp_fold_character (bytes + i, length - i, folded);
      if (folded[0] != '\0' && !g_ascii_isupper (folded[0]))
        add_divider (reading, folded[0]);
      for (guint j = 0; j < 2 && has_room && g_ascii_isupper (folded[j]); j++)
        has_room = add_letter (reading, folded[j]);
    }
  end_word (reading);
}

static gboolean
is_particle (const AmpNameWords *words, guint index)
{
  const AmpNameWord *word = &words->words[index];

  return word->length <= 6 && is_one_of (particles, G_N_ELEMENTS (particles), words->letters + word->begin, word->length);
}

/* Letters stand one behind the other, so that a longer word is all it takes. */
static void
bind_particles (AmpNameWords *words)
{
  guint n = 0;

  for (guint i = 0; i < words->n_words; i++)
    {
      AmpNameWord word = words->words[i];

      while (i + 1 < words->n_words && !words->words[i + 1].follows_comma && is_particle (words, i))
        {
          i++;
          word.length = (guint8) (word.length + words->words[i].length);
          word.is_capitals = words->words[i].is_capitals;
        }
      words->words[n++] = word;
    }
  words->n_words = n;
}

static void
drop_titles (AmpNameWords *words)
{
  guint n = 0;

  while (n + 1 < words->n_words &&
         is_one_of (titles, G_N_ELEMENTS (titles), words->letters + words->words[n].begin, words->words[n].length))
    n++;
  words->n_words -= n;
  memmove (words->words, words->words + n, words->n_words * sizeof *words->words);
}

void
amp_name_words_read (const char *bytes, gsize length, AmpNameWords *words)
{
  Reading reading = { .words = words, .divider = ' ' };

  g_return_if_fail (bytes != NULL || length == 0);
  g_return_if_fail (words != NULL);

  words->n_words = 0;
  read_words (bytes, length, &reading);
  if (words->n_words < 2)
    return;
  drop_titles (words);
  bind_particles (words);
}
