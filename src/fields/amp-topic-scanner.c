/* Owns the single pass over a text: words go to the tree of terms, digits and
 * signs to the identifiers. */
#include "amp-topic-scanner.h"

#include "amp-fold.h"
#include "amp-topic-identifier.h"
#include "amp-topic-words.h"
#include "amp-word-table.h"

struct _AmpTopicScanner
{
  AmpTopicWords *words;
  char           folded[128]; /* of ASCII: the letter or digit, else 0 */
};

/* A term under way: the node that its words so far lead to. */
typedef struct
{
  guint32 nodes[AMP_TOPIC_MAXIMUM_WORDS];
  guint   n_nodes;
} Progress;

static void
add_line (char **fields, guint n_fields, gpointer data)
{
  AmpTopicScanner *scanner = data;
  AmpCategory      category = AMP_N_CATEGORIES;

  g_assert (n_fields == 3);
  if (!amp_category_from_code (fields[1], &category))
    g_assert_not_reached ();
  amp_topic_words_add (scanner->words, fields[0], AMP_CATEGORY_BIT (category));
}

AmpTopicScanner *
amp_topic_scanner_new (void)
{
  AmpTopicScanner *scanner = g_new0 (AmpTopicScanner, 1);

  scanner->words = amp_topic_words_new ();
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

/* Reads the word at *position, which is moved behind it. Returns its letters;
 * 0 when it starts with no letter, *position then moved by one character. */
static gsize
read_word (const AmpTopicScanner *scanner, const char *text, gsize length, gsize *position, char *letters)
{
  gsize n = 0;

  while (*position < length)
    {
      guint8 byte = (guint8) text[*position];
      char   folded[2] = { 0, 0 };
      gsize  used = 1;

      if (byte < 0x80)
        folded[0] = scanner->folded[byte];
      else
        used = amp_fold_character (text + *position, length - *position, folded);
      /* Combining accents fold to nothing, and go on with the word. */
      if (!g_ascii_isalnum (folded[0]) && (byte < 0x80 || folded[0] != '\0'))
        {
          *position += n == 0 ? used : 0;
          return n;
        }
      *position += used;
      for (guint i = 0; i < 2 && folded[i] != '\0'; i++)
        letters[n < AMP_TOPIC_MAXIMUM_LETTERS ? n++ : AMP_TOPIC_MAXIMUM_LETTERS] = folded[i];
    }
  return n;
}

/* Takes every term under way one word further, and lets one begin. */
static void
follow_word (const AmpTopicScanner *scanner, Progress *progress, const char *letters, gsize length, AmpCategorySet *categories)
{
  guint32 hash = amp_topic_words_hash (letters, length);
  guint   kept = 0;

  progress->nodes[progress->n_nodes++] = AMP_TOPIC_ROOT;
  for (guint i = 0; i < progress->n_nodes; i++)
    {
      guint32 node = amp_topic_words_follow (scanner->words, progress->nodes[i], hash, letters, length, categories);

      if (node != AMP_TOPIC_NOWHERE)
        progress->nodes[kept++] = node;
    }
  /* A term has fewer words than this, so that there is room to begin again. */
  progress->n_nodes = MIN (kept, AMP_TOPIC_MAXIMUM_WORDS - 1);
}

/* Looks for an identifier at @start. Numbers are looked at from their first
 * digit only, addresses from their sign. */
static AmpCategorySet
find_identifier (const char *text, gsize length, gsize start)
{
  if (text[start] == '@')
    return amp_topic_identifier_around_sign (text, length, start);
  if (text[start] == '+' || g_ascii_isdigit (text[start]))
    return amp_topic_identifier_at_number (text, length, start);
  return amp_topic_identifier_at_word (text, length, start);
}

AmpCategorySet
amp_topic_scanner_scan (const AmpTopicScanner *scanner, const char *utf8, gsize length)
{
  AmpCategorySet categories = 0;
  Progress       progress = { { 0 }, 0 };
  gsize          position = 0;

  g_return_val_if_fail (scanner != NULL, 0);
  g_return_val_if_fail (utf8 != NULL || length == 0, 0);

  while (position < length)
    {
      char  letters[AMP_TOPIC_MAXIMUM_LETTERS + 1];
      gsize start = position;
      gsize n = read_word (scanner, utf8, length, &position, letters);

      if (n > 0 || utf8[start] == '@' || utf8[start] == '+')
        categories |= find_identifier (utf8, length, start);
      if (n > 0)
        follow_word (scanner, &progress, letters, n, &categories);
    }
  return categories;
}
