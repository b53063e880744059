/* Owns the dictionary of header words and the choice between several that
 * match. Phrases are keyed by their words run together, so that a header may
 * separate them or not. */
#include "amp-header-dictionary.h"

#include "amp-header-repair.h"
#include "amp-header.h"
#include "amp-word-table.h"

/* What each word that is neither matched nor a filler costs: "NOM BATEAU" is
 * less surely a name than "NOM". */
#define STRANGE_WORD_COST 0.85
/* What another word matched gains: "DATE NAISSANCE" before "DATE". */
#define LONGER_PHRASE_GAIN 0.02
/* What whose it is loses beside what it is: TEL_MEDECIN is a phone number. */
#define OWNER_COST 0.7
/* What is left of words inside a longer phrase: DATE in "DATE NAISSANCE". */
#define COVERED_COST 0.5
#define SHORTEST_PART 2
#define FILLER AMP_N_FIELD_TYPES

typedef struct
{
  AmpFieldType type; /* or FILLER */
  double       weight;
} Meaning;

typedef struct
{
  char   *start;
  Meaning meaning;
} Prefix;

struct _AmpHeaderDictionary
{
  GHashTable *phrases;  /* words run together → GArray of Meaning */
  GArray     *prefixes; /* of Prefix */
};

static void
add_meaning (AmpHeaderDictionary *dictionary, char *key, Meaning meaning)
{
  GArray *meanings = g_hash_table_lookup (dictionary->phrases, key);

  if (meanings == NULL)
    {
      meanings = g_array_new (FALSE, FALSE, sizeof (Meaning));
      g_hash_table_insert (dictionary->phrases, g_strdup (key), meanings);
    }
  g_array_append_val (meanings, meaning);
}

/* "DATE DE NAISSANCE" is "DATE NAISSANCE": such words say nothing between others. */
static gboolean
is_connective (const char *word)
{
  static const char *const connectives[] = { "DE", "DU", "DES", "D", "LA", "LE", "L", "OF", "THE" };

  for (guint i = 0; i < G_N_ELEMENTS (connectives); i++)
    if (strcmp (connectives[i], word) == 0)
      return TRUE;
  return FALSE;
}

static char *
join_phrase (char **words)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (i == 0 || words[i + 1] == NULL || !is_connective (words[i]))
      g_string_append (key, words[i]);
  return g_string_free (key, FALSE);
}

static void
add_line (char **fields, guint n_fields, gpointer data)
{
  AmpHeaderDictionary *dictionary = data;
  Meaning              meaning = { FILLER, 0 };
  g_auto (GStrv) words = NULL;
  g_autofree char *key = NULL;

  g_assert (n_fields == 3);
  if (strcmp (fields[1], "-") != 0 && !amp_field_type_from_code (fields[1], &meaning.type))
    g_assert_not_reached ();
  meaning.weight = (double) g_ascii_strtoull (fields[2], NULL, 10) / 100;

  words = g_strsplit (fields[0], " ", -1);
  key = join_phrase (words);
  if (g_str_has_suffix (key, "*"))
    {
      Prefix prefix = { g_strndup (key, strlen (key) - 1), meaning };

      g_array_append_val (dictionary->prefixes, prefix);
    }
  else
    add_meaning (dictionary, key, meaning);
}

const AmpHeaderDictionary *
amp_header_dictionary_get_default (void)
{
  static gsize                initialized = 0;
  static AmpHeaderDictionary *dictionary;

  if (g_once_init_enter (&initialized))
    {
      dictionary = g_new0 (AmpHeaderDictionary, 1);
      dictionary->phrases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
      dictionary->prefixes = g_array_new (FALSE, FALSE, sizeof (Prefix));
      amp_word_table_read ("headers.tsv", add_line, dictionary);
      g_once_init_leave (&initialized, 1);
    }
  return dictionary;
}

static gboolean
is_filler (const AmpHeaderDictionary *dictionary, const char *word)
{
  GArray *meanings = g_hash_table_lookup (dictionary->phrases, word);

  if (g_ascii_isdigit (*word))
    return TRUE;
  for (guint i = 0; meanings != NULL && i < meanings->len; i++)
    if (g_array_index (meanings, Meaning, i).type == FILLER)
      return TRUE;
  return FALSE;
}

static gboolean
is_known (const AmpHeaderDictionary *dictionary, const char *word)
{
  return g_hash_table_contains (dictionary->phrases, word);
}

/* Splits a word like NOMPATIENT, which no line holds, in two that lines hold;
 * the longest first part wins. Returns whether it could. */
static gboolean
split_word (const AmpHeaderDictionary *dictionary, const char *word, char **first, char **second)
{
  gsize length = strlen (word);

  for (gsize cut = length - MIN (length, SHORTEST_PART); cut >= SHORTEST_PART; cut--)
    {
      g_autofree char *start = g_strndup (word, cut);

      if (!is_known (dictionary, start) || !is_known (dictionary, word + cut))
        continue;
      /* Two letters start many words: only "CPPAT" and the like are two. */
      if (cut == SHORTEST_PART && !is_filler (dictionary, word + cut))
        continue;
      *first = g_steal_pointer (&start);
      *second = g_strdup (word + cut);
      return TRUE;
    }
  return FALSE;
}

static char *
replace_lost (const char *word, char letter)
{
  return g_strdelimit (g_strdup (word), (char[]){ AMP_HEADER_LOST_LETTER, '\0' }, letter);
}

/* A question mark behind a word may be one. What was lost in French is an accented
 * letter, mostly é. */
static char *
find_lost (const AmpHeaderDictionary *dictionary, const char *word)
{
  static const char letters[] = "EACIOU";
  gsize             length = strlen (word);

  if (strchr (word, AMP_HEADER_LOST_LETTER) == NULL)
    return g_strdup (word);
  if (strchr (word, AMP_HEADER_LOST_LETTER) == word + length - 1)
    {
      g_autofree char *start = g_strndup (word, length - 1);

      if (is_known (dictionary, start))
        return g_steal_pointer (&start);
    }
  for (guint i = 0; letters[i] != '\0'; i++)
    {
      g_autofree char *candidate = replace_lost (word, letters[i]);

      if (is_known (dictionary, candidate))
        return g_steal_pointer (&candidate);
    }
  return replace_lost (word, letters[0]);
}

static GPtrArray *
get_words (const AmpHeaderDictionary *dictionary, const char *header)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) split = amp_header_split (header);

  for (guint i = 0; split[i] != NULL; i++)
    {
      g_autofree char *word = find_lost (dictionary, split[i]);
      char            *first, *second;

      if (i > 0 && split[i + 1] != NULL && is_connective (word))
        continue;
      if (is_known (dictionary, word) || !split_word (dictionary, word, &first, &second))
        {
          g_ptr_array_add (words, g_steal_pointer (&word));
          continue;
        }
      g_ptr_array_add (words, first);
      g_ptr_array_add (words, second);
    }
  return words;
}

static char *
join (const GPtrArray *words, guint first, guint n, const char *separator)
{
  GString *joined = g_string_new (NULL);

  for (guint i = first; i < first + n; i++)
    {
      if (i > first)
        g_string_append (joined, separator);
      g_string_append (joined, g_ptr_array_index (words, i));
    }
  return g_string_free (joined, FALSE);
}

static void
add_match (GArray *matches, AmpFieldType type, double weight, const GPtrArray *words, guint first, guint n)
{
  AmpHeaderMatch match = { type, MIN (weight, 0.98), NULL };

  for (guint i = 0; i < matches->len; i++)
    {
      AmpHeaderMatch *old = &g_array_index (matches, AmpHeaderMatch, i);

      if (old->type != type)
        continue;
      if (old->weight >= match.weight)
        return;
      g_free (old->words);
      g_array_remove_index (matches, i);
      break;
    }
  match.words = join (words, first, n, " ");
  g_array_append_val (matches, match);
}

/* What the words around the phrase take from its weight. */
static double
get_cost (const AmpHeaderDictionary *dictionary, const GPtrArray *words, guint first, guint n)
{
  double cost = 1;

  for (guint i = 0; i < words->len; i++)
    if ((i < first || i >= first + n) && !is_filler (dictionary, g_ptr_array_index (words, i)))
      cost *= STRANGE_WORD_COST;
  return cost;
}

/* Returns whether the phrase of @n words is in the dictionary. */
static gboolean
match_phrase (const AmpHeaderDictionary *dictionary, const GPtrArray *words, guint first, guint n, double factor, GArray *matches)
{
  g_autofree char *key = join (words, first, n, "");
  GArray          *meanings = g_hash_table_lookup (dictionary->phrases, key);

  factor *= get_cost (dictionary, words, first, n) * (1 + LONGER_PHRASE_GAIN * (n - 1));
  for (guint i = 0; meanings != NULL && i < meanings->len; i++)
    {
      const Meaning *meaning = &g_array_index (meanings, Meaning, i);

      if (meaning->type != FILLER)
        add_match (matches, meaning->type, meaning->weight * factor, words, first, n);
    }
  return meanings != NULL;
}

/* The longest phrases first, as they take from what they cover. */
static void
match_phrases (const AmpHeaderDictionary *dictionary, const GPtrArray *words, GArray *matches)
{
  gboolean is_covered[2 * AMP_HEADER_MAXIMUM_WORDS] = { FALSE };

  g_assert (words->len <= G_N_ELEMENTS (is_covered));
  for (guint n = words->len; n > 0; n--)
    for (guint first = 0; first + n <= words->len; first++)
      {
        gboolean inside = is_covered[first] && is_covered[first + n - 1];

        if (match_phrase (dictionary, words, first, n, inside ? COVERED_COST : 1, matches) && n > 1)
          for (guint i = first; i < first + n; i++)
            is_covered[i] = TRUE;
      }
}

static void
match_prefixes (const AmpHeaderDictionary *dictionary, const GPtrArray *words, GArray *matches)
{
  for (guint i = 0; i < words->len; i++)
    for (guint j = 0; j < dictionary->prefixes->len; j++)
      {
        const Prefix *prefix = &g_array_index (dictionary->prefixes, Prefix, j);

        if (g_str_has_prefix (g_ptr_array_index (words, i), prefix->start))
          add_match (matches, prefix->meaning.type, prefix->meaning.weight, words, i, 1);
      }
}

static gboolean
is_owner (AmpFieldType type)
{
  return type == AMP_FIELD_TYPE_DOCTOR_NAME || type == AMP_FIELD_TYPE_COMPANY || type == AMP_FIELD_TYPE_INSURER;
}

/* ADR_MEDTRAIT is an address: contact details say what a field holds, a
 * doctor, company or insurer beside them only whose they are. */
static void
doubt_owners (GArray *matches)
{
  gboolean has_contact = FALSE;

  for (guint i = 0; i < matches->len; i++)
    has_contact = has_contact || amp_field_type_get_category (g_array_index (matches, AmpHeaderMatch, i).type) == AMP_CATEGORY_CONTACT;
  for (guint i = 0; has_contact && i < matches->len; i++)
    if (is_owner (g_array_index (matches, AmpHeaderMatch, i).type))
      g_array_index (matches, AmpHeaderMatch, i).weight *= OWNER_COST;
}

static int
compare_matches (gconstpointer first, gconstpointer second)
{
  const AmpHeaderMatch *a = first, *b = second;

  if (a->weight != b->weight)
    return a->weight > b->weight ? -1 : 1;
  return (int) a->type - (int) b->type;
}

static void
clear_match (gpointer match)
{
  g_clear_pointer (&((AmpHeaderMatch *) match)->words, g_free);
}

GArray *
amp_header_dictionary_match (const AmpHeaderDictionary *dictionary, const char *header)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (AmpHeaderMatch));
  g_autoptr (GPtrArray) words = NULL;

  g_return_val_if_fail (dictionary != NULL && header != NULL, matches);

  words = get_words (dictionary, header);
  match_phrases (dictionary, words, matches);
  match_prefixes (dictionary, words, matches);
  doubt_owners (matches);
  g_array_sort (matches, compare_matches);
  g_array_set_clear_func (matches, clear_match);
  return matches;
}
