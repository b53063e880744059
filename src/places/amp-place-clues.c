/* Owns the reading of postal codes, INSEE codes and cities as dumps write them.
 * Invariant: bounded work and memory whatever the bytes; nothing here decides. */
#include "amp-place-clues.h"

/* Longest end of an address that is looked at. */
#define MAX_ADDRESS 256

#define MAX_WORDS 24

typedef struct
{
  char *words[MAX_WORDS];
  guint first;
  guint end;
} Words;

static gboolean
is_digits (const char *word, gsize length)
{
  return strlen (word) == length && strspn (word, "0123456789") == length;
}

static guint32
parse_digits (const char *digits, gsize length)
{
  guint32 value = 0;

  for (gsize i = 0; i < length; i++)
    value = 10 * value + (digits[i] - '0');
  return value;
}

/* Words share the folded buffer, their spaces turned into NULs. */
static void
split_words (Words *words, char *folded)
{
  words->first = words->end = 0;
  for (char *word = folded; word != NULL && *word != '\0' && words->end < MAX_WORDS;)
    {
      char *space = strchr (word, ' ');

      words->words[words->end++] = word;
      if (space != NULL)
        *space++ = '\0';
      word = space;
    }
}

static void
take_postal_code (AmpPlaceClues *clues, const char *digits)
{
  if (clues->postal_code == G_MAXUINT32)
    clues->postal_code = parse_digits (digits, 5);
}

/* "F 35000 RENNES", "35000 RENNES", "35 000 RENNES" */
static void
take_leading_code (AmpPlaceClues *clues, Words *words)
{
  char **word = words->words + words->first;
  guint  n_words = words->end - words->first;

  if (n_words > 1 && (strcmp (word[0], "F") == 0 || strcmp (word[0], "FR") == 0) && is_digits (word[1], 5))
    {
      word++, n_words--;
      words->first++;
    }
  if (n_words > 0 && is_digits (word[0], 5))
    {
      take_postal_code (clues, word[0]);
      words->first++;
    }
  else if (n_words > 2 && is_digits (word[0], 2) && is_digits (word[1], 3))
    {
      if (clues->postal_code == G_MAXUINT32)
        clues->postal_code = parse_digits (word[0], 2) * 1000 + parse_digits (word[1], 3);
      words->first += 2;
    }
}

static void
take_cedex (AmpPlaceClues *clues, Words *words)
{
  for (guint i = words->first; i < words->end; i++)
    {
      if (g_str_has_prefix (words->words[i], "CEDEX") || strcmp (words->words[i], "CDX") == 0)
        {
          clues->is_cedex = TRUE;
          words->end = i;
          return;
        }
    }
}

static gboolean
is_any_of (const char *word, const char *const *list)
{
  return g_strv_contains (list, word);
}

static gboolean
is_big_city (const char *word)
{
  static const char *const cities[] = { "PARIS", "LYON", "MARSEILLE", NULL };

  return is_any_of (word, cities);
}

/* "3EME", "1ER", "12E", with at least one letter after one or two digits */
static gboolean
is_ordinal (const char *word)
{
  static const char *const endings[] = { "E", "ER", "ERE", "EME", "IEME", "ND", "NDE", NULL };
  gsize                    n_digits = strspn (word, "0123456789");

  return n_digits > 0 && n_digits <= 2 && is_any_of (word + n_digits, endings);
}

/* PARIS 12, LYON 3EME, MARSEILLE 1 ER ARRONDISSEMENT, PARIS XII */
static void
drop_arrondissement (Words *words)
{
  static const char *const tails[] = { "ARRONDISSEMENT", "ARRONDISST", "ARROND", "ARRDT", "ARDT", "ARR", "E", "ER", "ERE", "EME", "IEME", NULL };
  const char              *first = words->first < words->end ? words->words[words->first] : "";

  if (!is_big_city (first))
    return;
  while (words->end - words->first > 1)
    {
      const char *last = words->words[words->end - 1];

      if (!is_any_of (last, tails) && !is_ordinal (last) && strspn (last, "IVX") != strlen (last) &&
          !(strspn (last, "0123456789") == strlen (last) && strlen (last) <= 2 && parse_digits (last, strlen (last)) <= 20))
        break;
      words->end--;
    }
}

static gboolean
has_departement_shape (const char *word)
{
  return is_digits (word, 2) || strcmp (word, "2A") == 0 || strcmp (word, "2B") == 0 ||
         (is_digits (word, 3) && word[0] == '9' && (word[1] == '7' || word[1] == '8'));
}

/* RENNES 35000, RENNES 35, RENNES FRANCE */
static void
take_tail (AmpPlaceClues *clues, Words *words)
{
  while (words->end - words->first > 1)
    {
      const char *last = words->words[words->end - 1];
      const char *before = words->words[words->end - 2];

      if (is_digits (last, 5))
        take_postal_code (clues, last);
      else if (has_departement_shape (last) && *clues->departement == '\0')
        g_strlcpy (clues->departement, last, sizeof clues->departement);
      else if (strcmp (last, "FRANCE") != 0 || strcmp (before, "EN") == 0 || strcmp (before, "DE") == 0)
        break;
      words->end--;
    }
}

static void
join_city (AmpPlaceClues *clues, const Words *words)
{
  for (guint i = words->first; i < words->end; i++)
    {
      if (i > words->first)
        g_strlcat (clues->city, " ", sizeof clues->city);
      g_strlcat (clues->city, words->words[i], sizeof clues->city);
      g_strlcat (clues->key, words->words[i], sizeof clues->key);
      clues->key_length = strlen (clues->key);
      clues->ends_word[clues->key_length] = TRUE;
    }
}

static void
read_city (AmpPlaceClues *clues, const char *city, gsize length)
{
  char  folded[AMP_PLACE_NAME_SIZE];
  Words words;

  if (amp_place_name_fold (city, length, folded, sizeof folded) == 0)
    return;
  split_words (&words, folded);
  take_leading_code (clues, &words);
  take_cedex (clues, &words);
  drop_arrondissement (&words);
  take_tail (clues, &words);
  drop_arrondissement (&words);
  join_city (clues, &words);
}

/* The digits of a postal code: "35000", "35 000", "35.000", "35000.0". Returns
 * how many there are, 0 when the text is something else; moves past them. */
static guint
read_code_digits (const char **cursor, const char *end, char digits[5])
{
  const char *c = *cursor;
  guint       n = 0;

  for (; c < end; c++)
    {
      if (g_ascii_isdigit (*c) && n < 5)
        digits[n++] = *c;
      else if (g_ascii_isdigit (*c))
        return 0;
      else if ((*c != ' ' && *c != '.') || n == 0 || n > 2 || c + 1 == end || !g_ascii_isdigit (c[1]))
        break;
    }
  if (c < end && (*c == '.' || *c == ',')) /* what a spreadsheet makes of a number */
    for (c++; c < end && *c == '0'; c++)
      ;
  *cursor = c;
  return n;
}

static void
trim (const char **text, const char **end)
{
  while (*text < *end && !g_ascii_isalnum (**text))
    (*text)++;
  while (*end > *text && !g_ascii_isalnum ((*end)[-1]))
    (*end)--;
}

/* "35", "2A", "974" where a postal code belongs */
static gboolean
read_departement (AmpPlaceClues *clues, const char *text, gsize length)
{
  char word[4] = "";

  if (length < 2 || length > 3)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    word[i] = g_ascii_toupper (text[i]);
  if (!has_departement_shape (word))
    return FALSE;
  memcpy (clues->departement, word, sizeof word);
  clues->is_departement_given = TRUE;
  return TRUE;
}

/* Returns where the code ends, NULL when there is none. */
static const char *
read_postal_code (AmpPlaceClues *clues, const char *text, const char *end)
{
  char  digits[5];
  guint n_digits;

  if (end - text > 5 && g_ascii_toupper (text[0]) == 'F')
    {
      text += g_ascii_toupper (text[1]) == 'R' ? 2 : 1;
      trim (&text, &end);
    }
  n_digits = read_code_digits (&text, end, digits);
  if (n_digits != 5 && (n_digits != 4 || text != end))
    return NULL;
  clues->postal_code = parse_digits (digits, n_digits);
  clues->is_padded = n_digits == 4;
  return text;
}

void
amp_place_clues_read (AmpPlaceClues *clues, const char *postal_code, gsize postal_code_length, const char *city, gsize city_length)
{
  const char *text = postal_code_length > 0 ? postal_code : "";
  const char *end = text + postal_code_length;
  const char *rest;

  memset (clues, 0, sizeof *clues);
  clues->postal_code = G_MAXUINT32;
  trim (&text, &end);
  if (text == end || read_departement (clues, text, end - text))
    {
      read_city (clues, city, city_length);
      return;
    }
  rest = read_postal_code (clues, text, end);
  read_city (clues, city, city_length);
  if (clues->key_length == 0) /* both in one column */
    read_city (clues, rest != NULL ? rest : text, end - (rest != NULL ? rest : text));
  else if (rest != NULL && end - rest >= 5 && g_ascii_strncasecmp (end - 5, "cedex", 5) == 0)
    clues->is_cedex = TRUE;
}

void
amp_place_clues_split_address (const char *address, gsize length, const char **postal_code, const char **city, gsize *city_length)
{
  const char *end = address + length;
  const char *start = length > MAX_ADDRESS ? end - MAX_ADDRESS : address;
  const char *separator = NULL;
  guint       n_digits = 0;

  *postal_code = *city = NULL;
  for (const char *c = start; c <= end; c++)
    {
      if (c < end && g_ascii_isdigit (*c))
        {
          n_digits++;
          continue;
        }
      if (n_digits == 5)
        *postal_code = c - 5;
      n_digits = 0;
      if (c < end && (*c == ',' || *c == ';' || *c == '\n'))
        separator = c;
    }
  if (*postal_code != NULL)
    *city = *postal_code + 5;
  else if (separator != NULL)
    *city = separator + 1;
  *city_length = *city != NULL ? (gsize) (end - *city) : 0;
}

gboolean
amp_place_clues_read_insee (const char *text, gsize length, char code[6])
{
  const char *end = text + length;
  gsize       n;

  trim (&text, &end);
  if (end - text > 2 && memcmp (end - 2, ".0", 2) == 0)
    end -= 2;
  n = end - text;
  if (n != 5 && n != 4)
    return FALSE;
  code[0] = '0';
  memcpy (code + 5 - n, text, n);
  code[5] = '\0';
  for (guint i = 0; i < 5; i++)
    code[i] = g_ascii_toupper (code[i]);
  return strspn (code, "0123456789") == 5 || (code[0] == '2' && (code[1] == 'A' || code[1] == 'B') && strspn (code + 2, "0123456789") == 3);
}
