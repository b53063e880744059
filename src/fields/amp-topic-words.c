/* Owns the tree: one open-addressed table of edges, (node, word) → node. Its
 * invariant: the table is at most half full, so that a search ends soon. */
#include "amp-topic-words.h"

#include "amp-fold.h"

#define FIRST_CAPACITY 4096
#define N_LETTERS 36 /* A to Z and the digits */

typedef struct
{
  guint32        from;
  guint32        to; /* 0: a free slot, as nothing leads to the root */
  guint32        hash;
  AmpCategorySet categories; /* of the term that ends here */
  guint32        word;       /* where its letters start */
  guint32        length;
} Edge;

struct _AmpTopicWords
{
  Edge    *edges;
  guint32  capacity; /* a power of two */
  guint32  n_edges;
  GString *letters;                        /* of all words, end to end */
  guint64  lengths[N_LETTERS * N_LETTERS]; /* by a first word's first and last letter: a bit for each of its lengths */
};

AmpTopicWords *
amp_topic_words_new (void)
{
  AmpTopicWords *words = g_new0 (AmpTopicWords, 1);

  words->capacity = FIRST_CAPACITY;
  words->edges = g_new0 (Edge, words->capacity);
  words->letters = g_string_new (NULL);
  return words;
}

void
amp_topic_words_free (AmpTopicWords *words)
{
  g_free (words->edges);
  g_string_free (words->letters, TRUE);
  g_free (words);
}

static gboolean
is_number (const char *letters, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (letters[i]))
      return FALSE;
  return TRUE;
}

gsize
amp_topic_word_reduce (char *letters, gsize length)
{
  if (g_ascii_isdigit (letters[0]) && is_number (letters, length))
    {
      letters[0] = '0';
      return 1;
    }
  if (length > 3 && (letters[length - 1] == 'S' || (letters[length - 1] == 'X' && letters[length - 2] == 'U')))
    length--;
  while (length > 5 && letters[length - 1] == 'E')
    length--;
  return length;
}

static guint
get_letter_index (char letter)
{
  return letter >= 'A' ? (guint) (letter - 'A') : (guint) (letter - '0') + 26;
}

static guint
get_ends_index (const char *letters, gsize length)
{
  return get_letter_index (letters[0]) * N_LETTERS + get_letter_index (letters[length - 1]);
}

gboolean
amp_topic_words_may_begin (const AmpTopicWords *words, const char *letters, gsize length)
{
  return (words->lengths[get_ends_index (letters, length)] >> length & 1) != 0;
}

/* FNV-1a. */
guint32
amp_topic_words_hash (const char *letters, gsize length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guint8) letters[i]) * 16777619u;
  return hash;
}

/* Returns the edge, or the free slot where it would be. */
static Edge *
find_edge (const AmpTopicWords *words, guint32 from, guint32 hash, const char *letters, gsize length)
{
  guint32 slot = hash + from * 2654435761u;

  for (slot ^= slot >> 15;; slot++)
    {
      Edge *edge = &words->edges[slot & (words->capacity - 1)];

      if (edge->to == 0 ||
          (edge->hash == hash && edge->from == from && edge->length == length &&
           memcmp (words->letters->str + edge->word, letters, length) == 0))
        return edge;
    }
}

static void
grow (AmpTopicWords *words)
{
  g_autofree Edge *old = words->edges;
  guint32          old_capacity = words->capacity;

  words->capacity *= 2;
  words->edges = g_new0 (Edge, words->capacity);
  for (guint32 i = 0; i < old_capacity; i++)
    if (old[i].to != 0)
      *find_edge (words, old[i].from, old[i].hash, words->letters->str + old[i].word, old[i].length) = old[i];
}

static Edge *
add_word (AmpTopicWords *words, guint32 from, const char *letters, gsize length)
{
  guint32 hash = amp_topic_words_hash (letters, length);
  Edge   *edge = find_edge (words, from, hash, letters, length);

  if (edge->to != 0)
    return edge;
  if (2 * (words->n_edges + 1) > words->capacity)
    {
      grow (words);
      edge = find_edge (words, from, hash, letters, length);
    }
  *edge = (Edge){ from, ++words->n_edges, hash, 0, (guint32) words->letters->len, (guint32) length };
  g_string_append_len (words->letters, letters, (gssize) length);
  return edge;
}

static gsize
read_word (const char **term, char *letters)
{
  gsize n = 0;

  while (**term != '\0')
    {
      char folded[2];

      *term += amp_fold_character (*term, strlen (*term), folded);
      if (folded[0] != '\0' && !g_ascii_isalnum (folded[0]))
        {
          if (n > 0)
            break;
          continue;
        }
      for (guint i = 0; i < 2 && folded[i] != '\0'; i++)
        {
          g_assert (n < AMP_TOPIC_MAXIMUM_LETTERS);
          letters[n++] = folded[i];
        }
    }
  return n;
}

void
amp_topic_words_add (AmpTopicWords *words, const char *term, AmpCategorySet categories)
{
  char    letters[AMP_TOPIC_MAXIMUM_LETTERS];
  guint32 node = AMP_TOPIC_ROOT;
  guint   n_words = 0;
  Edge   *edge = NULL;
  gsize   length;

  while ((length = read_word (&term, letters)) > 0)
    {
      g_assert (++n_words <= AMP_TOPIC_MAXIMUM_WORDS);
      length = amp_topic_word_reduce (letters, length);
      if (node == AMP_TOPIC_ROOT)
        words->lengths[get_ends_index (letters, length)] |= G_GUINT64_CONSTANT (1) << length;
      edge = add_word (words, node, letters, length);
      node = edge->to;
    }
  g_assert (edge != NULL);
  edge->categories |= categories;
}

guint32
amp_topic_words_follow (const AmpTopicWords *words, guint32 node, guint32 hash, const char *letters, gsize length, AmpCategorySet *categories)
{
  const Edge *edge = find_edge (words, node, hash, letters, length);

  *categories = edge->categories;
  return edge->to == 0 ? AMP_TOPIC_NOWHERE : edge->to;
}
