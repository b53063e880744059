/* Owns the single pass over a text: words go to the tree of terms, digits and
 * signs to the identifiers. What a term exposes is held back until no exception
 * can enclose it any more, which is a few words later. */
#include "amp-topic-scanner.h"

#include "amp-fold.h"
#include "amp-topic-identifier.h"
#include "amp-topic-words.h"
#include "amp-word-table.h"

/* Terms of at most n words that lie within n words: n of one word, n - 1 of
 * two… */
#define MAXIMUM_FOUND (AMP_TOPIC_MAXIMUM_WORDS * (AMP_TOPIC_MAXIMUM_WORDS + 1) / 2)

struct _AmpTopicScanner
{
  AmpTopicWords *words;
  AmpCategorySet categories;  /* of all that may be found */
  char           folded[128]; /* of ASCII: the letter or digit, else 0 */
};

/* A term under way: the node that its words so far lead to. */
typedef struct
{
  guint32 node;
  gsize   start; /* its first word */
} Path;

typedef struct
{
  gsize          start;
  AmpCategorySet categories;
} Found;

/* The words of a text, numbered from 0, as far as they are read. */
typedef struct
{
  gsize          n_words;
  Path           paths[AMP_TOPIC_MAXIMUM_WORDS];
  guint          n_paths;
  Found          found[MAXIMUM_FOUND];
  guint          n_found;
  AmpCategorySet categories; /* of what is certain */
} Progress;

static void
add_line (char **fields, guint n_fields, gpointer data)
{
  AmpTopicScanner *scanner = data;
  AmpCategory      category = AMP_N_CATEGORIES;

  g_assert (n_fields == 4);
  if (g_str_equal (fields[1], "-"))
    amp_topic_words_add (scanner->words, fields[0], AMP_TOPIC_EXCEPTION);
  else if (amp_category_from_code (fields[1], &category))
    {
      amp_topic_words_add (scanner->words, fields[0], AMP_CATEGORY_BIT (category));
      scanner->categories |= AMP_CATEGORY_BIT (category);
    }
  else
    g_assert_not_reached ();
}

AmpTopicScanner *
amp_topic_scanner_new (void)
{
  AmpTopicScanner *scanner = g_new0 (AmpTopicScanner, 1);

  scanner->words = amp_topic_words_new ();
  scanner->categories = amp_topic_identifier_get_categories ();
  for (guint i = 0; i < G_N_ELEMENTS (scanner->folded); i++)
    scanner->folded[i] = g_ascii_isalnum ((char) i) ? g_ascii_toupper ((char) i) : '\0';
  amp_word_table_read ("topics-fr.tsv", add_line, scanner);
  amp_word_table_read ("topics-en.tsv", add_line, scanner);
  return scanner;
}

void
amp_topic_scanner_free (AmpTopicScanner *scanner)
{
  if (scanner == NULL)
    return;
  amp_topic_words_free (scanner->words);
  g_free (scanner);
}

AmpCategorySet
amp_topic_scanner_get_categories (const AmpTopicScanner *scanner)
{
  g_return_val_if_fail (scanner != NULL, 0);

  return scanner->categories;
}

/* Reads a character of a word. Returns the bytes used up; 0 when it is none. */
static gsize
read_letter (const AmpTopicScanner *scanner, const char *text, gsize length, char folded[2])
{
  gsize used;

  folded[1] = '\0';
  if ((guint8) text[0] < 0x80)
    {
      folded[0] = scanner->folded[(guint8) text[0]];
      return folded[0] != '\0' ? 1 : 0;
    }
  used = amp_fold_character (text, length, folded);
  /* Combining accents fold to nothing, and go on with the word. */
  return folded[0] == '\0' || g_ascii_isalnum (folded[0]) ? used : 0;
}

/* Reads the word that starts at *position, which is moved behind it. Returns
 * its letters, one more than the maximum when there are too many. */
static gsize
read_word (const AmpTopicScanner *scanner, const char *text, gsize length, gsize *position, char *letters)
{
  gsize n = 0, used;
  char  folded[2];

  while (*position < length && (used = read_letter (scanner, text + *position, length - *position, folded)) > 0)
    {
      *position += used;
      for (guint i = 0; i < 2 && folded[i] != '\0'; i++)
        if (n <= AMP_TOPIC_MAXIMUM_LETTERS)
          letters[n++] = folded[i];
    }
  return n;
}

/* Accepts what starts before @start, for good. */
static void
accept_found (Progress *progress, gsize start)
{
  guint kept = 0;

  for (guint i = 0; i < progress->n_found; i++)
    if (progress->found[i].start < start)
      progress->categories |= progress->found[i].categories;
    else
      progress->found[kept++] = progress->found[i];
  progress->n_found = kept;
}

/* Takes back what starts at or behind @start, all of it ending by now. */
static void
take_back_found (Progress *progress, gsize start)
{
  guint kept = 0;

  for (guint i = 0; i < progress->n_found; i++)
    if (progress->found[i].start < start)
      progress->found[kept++] = progress->found[i];
  progress->n_found = kept;
}

/* Takes every term under way one word further. Returns where the earliest
 * exception starts that ends here. */
static gsize
follow_paths (const AmpTopicScanner *scanner, Progress *progress, const char *letters, gsize length)
{
  guint32 hash = amp_topic_words_hash (letters, length);
  gsize   exception = G_MAXSIZE;
  guint   kept = 0;

  for (guint i = 0; i < progress->n_paths; i++)
    {
      Path           path = progress->paths[i];
      AmpCategorySet categories;

      path.node = amp_topic_words_follow (scanner->words, path.node, hash, letters, length, &categories);
      if (categories & AMP_TOPIC_EXCEPTION)
        exception = MIN (exception, path.start);
      else if (categories != 0)
        progress->found[progress->n_found++] = (Found){ path.start, categories };
      if (path.node != AMP_TOPIC_NOWHERE && progress->n_words - path.start + 1 < AMP_TOPIC_MAXIMUM_WORDS)
        progress->paths[kept++] = path;
    }
  progress->n_paths = kept;
  return exception;
}

static void
follow_word (const AmpTopicScanner *scanner, Progress *progress, char *letters, gsize length)
{
  if (length > AMP_TOPIC_MAXIMUM_LETTERS)
    {
      progress->n_paths = 0;
      progress->n_words++;
      return;
    }
  length = amp_topic_word_reduce (letters, length);
  if (amp_topic_words_may_begin (scanner->words, letters, length))
    progress->paths[progress->n_paths++] = (Path){ AMP_TOPIC_ROOT, progress->n_words };
  if (progress->n_found > 0 && progress->n_words >= AMP_TOPIC_MAXIMUM_WORDS)
    accept_found (progress, progress->n_words - AMP_TOPIC_MAXIMUM_WORDS + 1);
  if (progress->n_paths > 0)
    take_back_found (progress, follow_paths (scanner, progress, letters, length));
  progress->n_words++;
}

/* Looks for an identifier at @start. Numbers are looked at from their first
 * digit only, addresses from their sign, an IBAN from its country and key. */
static AmpCategorySet
find_identifier (const char *text, gsize length, gsize start)
{
  if (text[start] == '@')
    return amp_topic_identifier_around_sign (text, length, start);
  if (text[start] == '+' || g_ascii_isdigit (text[start]))
    return amp_topic_identifier_at_number (text, length, start);
  if (start + 2 < length && g_ascii_isdigit (text[start + 2]))
    return amp_topic_identifier_at_word (text, length, start);
  return 0;
}

AmpCategorySet
amp_topic_scanner_scan (const AmpTopicScanner *scanner, const char *utf8, gsize length)
{
  Progress progress;
  gsize    position = 0;

  g_return_val_if_fail (scanner != NULL, 0);
  g_return_val_if_fail (utf8 != NULL || length == 0, 0);

  progress.n_words = 0;
  progress.n_paths = progress.n_found = 0;
  progress.categories = 0;
  while (position < length)
    {
      char  letters[AMP_TOPIC_MAXIMUM_LETTERS + 1];
      gsize start = position;
      gsize n = read_word (scanner, utf8, length, &position, letters);

      if (position == start)
        position += (guint8) utf8[position] < 0x80 ? 1 : amp_fold_character (utf8 + position, length - position, letters);
      if (n > 0 || utf8[start] == '@' || utf8[start] == '+')
        progress.categories |= find_identifier (utf8, length, start);
      if (n > 0)
        follow_word (scanner, &progress, letters, n);
    }
  accept_found (&progress, G_MAXSIZE);
  return progress.categories;
}
