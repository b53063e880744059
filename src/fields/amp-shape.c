/* Owns what is kept of a value: nothing but the class of its characters. The
 * + stays before digits only, as "+" alone is the result of a test. */
#include "amp-shape.h"

#include "amp-fold.h"
#include "amp-value.h"

#define KEPT "/-.,:@'()_ "
#define LETTER_RUN 5
#define DIGIT_RUN 16
#define CHARACTERS_MAXIMUM 24
#define ELLIPSIS "\342\200\246"
#define COMMON_SHARE 0.4
G_STATIC_ASSERT (CHARACTERS_MAXIMUM + sizeof ELLIPSIS <= AMP_SHAPE_SIZE);

/* The class of the first character; *used: its bytes. */
static char
classify (const char *bytes, gsize length, char previous, gsize *used)
{
  char folded[2];

  *used = amp_fold_character (bytes, length, folded);
  if (folded[0] == '\0')
    return '\0';
  if (g_ascii_isdigit (folded[0]))
    return '9';
  /* An accented letter has lost its case: it takes that of the one before. */
  if (g_ascii_isupper (folded[0]))
    return *used == 1 ? (g_ascii_islower (bytes[0]) ? 'a' : 'A') : (previous == 'a' || previous == 'A' ? 'a' : 'A');
  if (folded[0] == '+' && length > 1 && g_ascii_isdigit (bytes[1]))
    return '+';
  if (folded[0] == ' ' && bytes[0] != ' ')
    return '?';
  return strchr (KEPT, folded[0]) != NULL ? folded[0] : '?';
}

void
amp_shape_of_value (const char *bytes, gsize length, char shape[AMP_SHAPE_SIZE])
{
  guint run = 0, n = 0;
  gsize used;
  char  previous = '\0';

  g_return_if_fail (bytes != NULL || length == 0);
  g_return_if_fail (shape != NULL);

  amp_value_trim (&bytes, &length);
  for (gsize i = 0; i < length; i += used)
    {
      char class = classify (bytes + i, length - i, previous, &used);
      guint limit = class == '9' ? DIGIT_RUN : class == 'A' || class == 'a' ? LETTER_RUN
                                                                            : 1;

      if (class == '\0')
        continue;
      run = class == previous ? run + 1 : 1;
      previous = class;
      if (run > limit)
        continue;
      if (n == CHARACTERS_MAXIMUM)
        {
          memcpy (shape + n, ELLIPSIS, sizeof ELLIPSIS);
          return;
        }
      shape[n++] = class;
    }
  shape[n] = '\0';
}

/* "Aaaaa 99 Aaaa" becomes "Aa 9 Aa", "Aaaa Aaa aaaaa" becomes "Aa …". */
static char *
generalize (const char *shape)
{
  GString    *general = g_string_new (NULL);
  char        previous = '\0';
  const char *c;

  for (c = shape; *c != '\0' && (guint8) *c < 0x80; c++)
    {
      if ((*c == 'A' || *c == 'a' || *c == '9') && *c == previous)
        continue;
      g_string_append_c (general, *c);
      previous = *c;
    }
  if (strchr (general->str, ' ') != NULL)
    {
      g_string_truncate (general, (gsize) (strchr (general->str, ' ') - general->str) + 1);
      g_string_append (general, ELLIPSIS);
    }
  return g_string_free (general, FALSE);
}

/* The most common key; ties go to the first in the alphabet, so that the same
 * sample has the same shape. */
static const char *
get_most_common (GHashTable *counts, guint *most)
{
  GHashTableIter iter;
  gpointer       key, value;
  const char    *common = NULL;

  *most = 0;
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (GPOINTER_TO_UINT (value) > *most || (GPOINTER_TO_UINT (value) == *most && strcmp (key, common) < 0))
      {
        common = key;
        *most = GPOINTER_TO_UINT (value);
      }
  return common;
}

static void
count (GHashTable *counts, char *key, guint times)
{
  guint old = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

  g_hash_table_insert (counts, key, GUINT_TO_POINTER (old + times));
}

char *
amp_shape_of (const GPtrArray *values)
{
  g_autoptr (GHashTable) shapes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) general_shapes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer       key, value;
  const char    *common;
  guint          most;

  g_return_val_if_fail (values != NULL, NULL);

  for (guint i = 0; i < values->len; i++)
    {
      const char *text = g_ptr_array_index (values, i);
      char        shape[AMP_SHAPE_SIZE];

      amp_shape_of_value (text, strlen (text), shape);
      count (shapes, g_strdup (shape), 1);
    }
  common = get_most_common (shapes, &most);
  if (common == NULL || most >= COMMON_SHARE * values->len)
    return g_strdup (common != NULL ? common : "");

  g_hash_table_iter_init (&iter, shapes);
  while (g_hash_table_iter_next (&iter, &key, &value))
    count (general_shapes, generalize (key), GPOINTER_TO_UINT (value));
  common = get_most_common (general_shapes, &most);
  return g_strdup (most >= COMMON_SHARE * values->len ? common : "*");
}
