/* Which words of a name are which part. */
#include "amp-name.h"

#include "amp-first-name.h"
#include "amp-name-words.h"

G_STATIC_ASSERT (AMP_NAME_PART_SIZE == AMP_NAME_SIZE);

#define FIRST_NAME_WORDS 2

/* What stands between a name in use and the one at birth. */
static const char *const born_words[] = { "NEE", "EPOUSE", "EPSE", "VEUVE", "VVE" };

/* The letters need no clearing where there are none. */
static void
clear (AmpName *name)
{
  name->last.length = name->last.head_length = 0;
  name->first.length = name->first.head_length = 0;
  name->birth.length = name->birth.head_length = 0;
  name->is_first_known = name->is_unsure = FALSE;
}

static void
take_words (const AmpNameWords *words, guint begin, guint end, AmpNamePart *part)
{
  guint first;

  if (begin >= end)
    return;
  first = words->words[begin].begin;
  part->length = words->words[end - 1].begin + words->words[end - 1].length - first;
  part->head_length = words->words[begin].length;
  memcpy (part->letters, words->letters + first, part->length);
}

static gboolean
is_vowel (char letter)
{
  return strchr ("AEIOUY", letter) != NULL;
}

/* "J", "J P", and two consonants: "JP" is no name. */
static gboolean
is_initial (const AmpNamePart *part)
{
  return part->head_length == 1 || (part->length == 2 && !is_vowel (part->letters[0]) && !is_vowel (part->letters[1]));
}

static void
take_first_name (const AmpNameWords *words, guint begin, guint end, AmpName *name)
{
  AmpNamePart *first = &name->first;

  /* "Jean P." is "Jean". */
  if (end - begin > 1 && words->words[begin].length > 1 && words->words[begin + 1].length == 1)
    end = begin + 1;
  take_words (words, begin, MIN (end, begin + FIRST_NAME_WORDS), first);
  if (first->length == 0)
    return;
  if (is_initial (first))
    first->length = first->head_length = 1;
  name->is_first_known = amp_first_name_is_known (first->letters, first->length) ||
                         (first->head_length < first->length && amp_first_name_is_known (first->letters, first->head_length));
}

/* Returns the index of the word that announces a name at birth; the number of
 * words when there is none. */
static guint
find_born_word (const AmpNameWords *words)
{
  for (guint i = 1; i + 1 < words->n_words; i++)
    for (guint j = 0; j < G_N_ELEMENTS (born_words); j++)
      if (strlen (born_words[j]) == words->words[i].length &&
          memcmp (words->letters + words->words[i].begin, born_words[j], words->words[i].length) == 0)
        return i;
  return words->n_words;
}

static void
take_last_name (const AmpNameWords *words, guint begin, guint end, AmpName *name)
{
  take_words (words, begin, end, &name->last);
  if (name->birth.length > 0 || name->last.head_length == name->last.length)
    return;
  /* The first of a double name: it may stand alone elsewhere. */
  take_words (words, begin, begin + 1, &name->birth);
}

static gboolean
is_same_part (const AmpNamePart *one, const AmpNamePart *other)
{
  return one->length == other->length && memcmp (one->letters, other->letters, one->length) == 0;
}

/* An initial is a first name's. */
static void
change_places (AmpName *name)
{
  AmpNamePart last = name->last;

  name->last = name->first;
  name->first = last;
  name->is_first_known = FALSE;
}

void
amp_name_read (AmpNameText last, AmpNameText first, AmpNameText birth, AmpName *name)
{
  AmpNameWords words;
  guint        born;

  g_return_if_fail (name != NULL);

  clear (name);
  amp_name_words_read (birth.bytes, birth.length, &words);
  take_words (&words, 0, words.n_words, &name->birth);
  amp_name_words_read (last.bytes, last.length, &words);
  born = find_born_word (&words);
  if (born < words.n_words && name->birth.length == 0)
    take_words (&words, born + 1, words.n_words, &name->birth);
  take_last_name (&words, 0, born, name);
  if (name->last.length == 0)
    name->last = name->birth;
  amp_name_words_read (first.bytes, first.length, &words);
  take_first_name (&words, 0, words.n_words, name);
  if (!name->is_first_known && is_same_part (&name->first, &name->last))
    name->first.length = name->first.head_length = 0;
  if (name->last.length == 1 && name->first.length > 1)
    change_places (name);
  explicit_bzero (&words, sizeof words);
}

static gboolean
is_known (const AmpNameWords *words, guint index)
{
  return amp_first_name_is_known (words->letters + words->words[index].begin, words->words[index].length);
}

/* A hyphenated name is taken or left as a whole. */
static guint
skip_bound (const AmpNameWords *words, guint index, guint end)
{
  do
    index++;
  while (index < end && words->words[index].is_bound);
  return index;
}

/* Returns where the words after a comma begin, or 0. */
static guint
find_comma (const AmpNameWords *words)
{
  for (guint i = 1; i < words->n_words; i++)
    if (words->words[i].follows_comma)
      return i;
  return 0;
}

/* How many words at the beginning are of one kind: in capitals, or first names. */
static guint
count_leading (const AmpNameWords *words, gboolean is_by_capitals)
{
  guint n = 0;

  while (n < words->n_words && (is_by_capitals ? words->words[n].is_capitals : is_known (words, n)))
    n = skip_bound (words, n, words->n_words);
  return n;
}

static guint
count_trailing (const AmpNameWords *words, gboolean is_by_capitals)
{
  guint n = words->n_words;

  for (guint i = 0; i < words->n_words; i = skip_bound (words, i, words->n_words))
    {
      gboolean is_kind = is_by_capitals ? words->words[i].is_capitals : is_known (words, i);

      if (!is_kind)
        n = words->n_words;
      else if (n == words->n_words)
        n = i;
    }
  return words->n_words - n;
}

/* Returns where the last group of words bound by hyphens begins. */
static guint
find_last_group (const AmpNameWords *words)
{
  guint begin = words->n_words - 1;

  while (begin > 0 && words->words[begin].is_bound)
    begin--;
  return begin;
}

/* Returns whether one end of the name tells; @split is where the second part
 * begins then. A known first name at one end tells where the last name is, not
 * how many first names there are: all but the other end. */
static gboolean
split_by (const AmpNameWords *words, gboolean is_by_capitals, guint *split, gboolean *is_first_ahead)
{
  guint n = words->n_words;
  guint leading = count_leading (words, is_by_capitals);
  guint trailing = count_trailing (words, is_by_capitals);

  if (leading == n || (leading > 0) == (trailing > 0))
    return FALSE;
  *is_first_ahead = (leading > 0) != is_by_capitals;
  if (!is_by_capitals)
    *split = *is_first_ahead ? find_last_group (words) : skip_bound (words, 0, n);
  else
    *split = leading > 0 ? leading : n - trailing;
  return TRUE;
}

/* "Quaintine Marie Dupont": a second first name, as one writes names. */
static gboolean
has_known_inside (const AmpNameWords *words)
{
  for (guint i = 1; i + 1 < words->n_words; i++)
    if (!words->words[i].is_bound && is_known (words, i))
      return TRUE;
  return FALSE;
}

void
amp_name_read_full (AmpNameText full, AmpName *name)
{
  AmpNameWords words;
  gboolean     is_first_ahead = FALSE;
  guint        split, end;

  g_return_if_fail (name != NULL);

  clear (name);
  amp_name_words_read (full.bytes, full.length, &words);
  split = find_comma (&words);
  if (split == 0 && words.n_words > 1 && !split_by (&words, TRUE, &split, &is_first_ahead) &&
      !split_by (&words, FALSE, &split, &is_first_ahead))
    {
      is_first_ahead = words.words[0].length == 1 || has_known_inside (&words);
      name->is_unsure = words.n_words > 2;
      split = is_first_ahead ? find_last_group (&words) : skip_bound (&words, 0, words.n_words);
    }
  end = words.n_words;
  if (split == 0)
    split = end;
  take_last_name (&words, is_first_ahead ? split : 0, is_first_ahead ? end : split, name);
  take_first_name (&words, is_first_ahead ? 0 : split, is_first_ahead ? split : end, name);
  explicit_bzero (&words, sizeof words);
}
