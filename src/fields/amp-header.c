/* Owns where a header's words begin and end. */
#include "amp-header.h"

#include "amp-fold.h"
#include "amp-header-repair.h"

/* Headers longer than this are data that was taken for a header. */
#define LENGTH_MAXIMUM 256

typedef enum
{
  NONE,
  LETTER,
  DIGIT
} Kind;

static void
end_word (GString *word, GStrvBuilder *words, guint *n_words)
{
  if (word->len > 0 && *n_words < AMP_HEADER_MAXIMUM_WORDS)
    {
      g_strv_builder_add (words, word->str);
      *n_words += 1;
    }
  g_string_truncate (word, 0);
}

static Kind
get_kind (char folded)
{
  return g_ascii_isupper (folded) ? LETTER : g_ascii_isdigit (folded) ? DIGIT
                                                                      : NONE;
}

/* A letter that was lost belongs to the word it stands in or behind. */
static gboolean
is_lost_letter (const char *at, Kind previous)
{
  return *at == AMP_HEADER_LOST_LETTER && previous == LETTER;
}

GStrv
amp_header_split (const char *header)
{
  g_autofree char *start = NULL, *repaired = NULL;
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autoptr (GString) word = g_string_new (NULL);
  gsize    length, used;
  guint    n_words = 0;
  Kind     previous = NONE;
  gboolean was_lower = FALSE;

  g_return_val_if_fail (header != NULL, NULL);

  start = g_strndup (header, strnlen (header, LENGTH_MAXIMUM));
  repaired = amp_header_repair (start);
  length = strlen (repaired);
  for (gsize i = 0; i < length; i += used)
    {
      char folded[2];
      Kind kind;

      used = amp_fold_character (repaired + i, length - i, folded);
      if (folded[0] == '\0')
        continue;
      if (is_lost_letter (repaired + i, previous))
        {
          g_string_append_c (word, AMP_HEADER_LOST_LETTER);
          was_lower = TRUE;
          continue;
        }
      kind = get_kind (folded[0]);
      if (kind != previous || (was_lower && g_ascii_isupper (repaired[i])))
        end_word (word, words, &n_words);
      if (kind != NONE)
        g_string_append_len (word, folded, folded[1] != '\0' ? 2 : 1);
      previous = kind;
      was_lower = g_ascii_islower (repaired[i]);
    }
  end_word (word, words, &n_words);
  return g_strv_builder_end (words);
}
