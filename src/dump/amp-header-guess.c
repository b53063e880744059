/* Owns the judgement of the first row, field by field: each field votes for or against
 * by its kind of characters. It knows shapes of values and a few words that head fields
 * and are hardly ever a value; what a field means is another layer's business. */
#include "amp-header-guess.h"

#include <string.h>

#define MAX_HEADER_BYTES 80
#define MAX_ROWS 200

/* Words that head fields in French and English exports; our own list. */
static const char *const header_words[] = {
  "id",
  "nom",
  "prenom",
  "prénom",
  "name",
  "firstname",
  "lastname",
  "first_name",
  "last_name",
  "surname",
  "mail",
  "email",
  "e-mail",
  "courriel",
  "tel",
  "telephone",
  "téléphone",
  "phone",
  "mobile",
  "portable",
  "adresse",
  "address",
  "ville",
  "city",
  "commune",
  "cp",
  "zip",
  "code postal",
  "code_postal",
  "codepostal",
  "date",
  "naissance",
  "date_naissance",
  "birthdate",
  "dob",
  "sexe",
  "sex",
  "gender",
  "civilite",
  "civilité",
  "pays",
  "country",
  "login",
  "user",
  "username",
  "password",
  "mdp",
  "hash",
  "salt",
  "ip",
  "nir",
  "nss",
  "numero",
  "numéro",
  "num",
  "code",
  "type",
  "statut",
  "status",
  "libelle",
  "libellé",
  "commentaire",
  "comment",
};

typedef enum
{
  SHAPE_EMPTY,
  SHAPE_DIGITS, /* digits and the signs of numbers, dates and telephone numbers */
  SHAPE_MAIL,
  SHAPE_MIXED, /* letters and digits */
  SHAPE_LETTERS,
} Shape;

static Shape
get_shape (const char *value)
{
  gboolean has_letter = FALSE, has_digit = FALSE;

  if (value[0] == '\0')
    return SHAPE_EMPTY;
  if (strchr (value, '@') && strchr (value, '.'))
    return SHAPE_MAIL;
  for (const char *c = value; *c; c++)
    {
      has_digit = has_digit || g_ascii_isdigit (*c);
      has_letter = has_letter || g_ascii_isalpha (*c) || (guint8) *c >= 0x80;
    }
  if (has_letter)
    return has_digit ? SHAPE_MIXED : SHAPE_LETTERS;
  return SHAPE_DIGITS;
}

static gboolean
is_header_word (const char *value)
{
  g_autofree char *folded = g_utf8_strdown (value, -1);

  for (guint i = 0; i < G_N_ELEMENTS (header_words); i++)
    if (strcmp (folded, header_words[i]) == 0)
      return TRUE;
  return FALSE;
}

/* NOM_PATIENT, dateNaissance, blood-group: words joined as nobody joins them in data. */
static gboolean
is_identifier (const char *value)
{
  gsize length = strlen (value);

  if (strchr (value, '_') && strspn (value, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.") == length)
    return !g_ascii_isdigit (value[0]);
  for (const char *c = value; c[0] && c[1]; c++)
    if (g_ascii_islower (c[0]) && g_ascii_isupper (c[1]))
      return length <= 40 && !strchr (value, ' ');
  return FALSE;
}

/* A header that comes back among the rows says nothing about them. */
static gboolean
is_repeat (char **first, char **row)
{
  guint n_filled = 0;

  for (guint i = 0; first[i]; i++)
    {
      if (strcmp (first[i], row[i]) != 0)
        return FALSE;
      n_filled += first[i][0] != '\0';
    }
  return n_filled > 1;
}

static GPtrArray *
leave_out_repeats (GPtrArray *rows)
{
  GPtrArray *kept = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    if (i == 0 || !is_repeat (g_ptr_array_index (rows, 0), g_ptr_array_index (rows, i)))
      g_ptr_array_add (kept, g_ptr_array_index (rows, i));
  return kept;
}

/* What one field says: above 0 for a header, below 0 against it. */
static double
vote (GPtrArray *rows, guint field)
{
  const char *first = ((char **) g_ptr_array_index (rows, 0))[field];
  Shape       shape = get_shape (first);
  guint       n_rows = MIN (rows->len, MAX_ROWS);
  guint       n_filled = 0, n_same_shape = 0, n_equal = 0;

  if (shape == SHAPE_EMPTY)
    return 0;
  if (is_header_word (first))
    return 3;
  if (shape == SHAPE_MAIL || shape == SHAPE_DIGITS || strlen (first) > MAX_HEADER_BYTES)
    return -3;
  for (guint i = 1; i < n_rows; i++)
    {
      const char *value = ((char **) g_ptr_array_index (rows, i))[field];

      n_filled += value[0] != '\0';
      n_same_shape += get_shape (value) == shape;
      n_equal += strcmp (value, first) == 0;
    }
  if (is_identifier (first) && n_equal == 0)
    return 1.5;
  if (n_filled == 0)
    return 0;
  if (n_equal > 0)
    return n_equal * 20 > n_filled ? -1 : -0.2;
  if (n_same_shape * 5 <= n_filled)
    return shape == SHAPE_LETTERS ? 2 : 0.5;
  return shape == SHAPE_MIXED ? -1 : -0.1;
}

/* Two fields of a header hardly ever have the same name. */
static double
vote_by_repeats (char **first, guint n_fields)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_repeats = 0, n_filled = 0;

  for (guint i = 0; i < n_fields; i++)
    if (first[i][0] != '\0')
      {
        n_filled++;
        n_repeats += !g_hash_table_add (seen, first[i]);
      }
  return n_repeats * 4 > n_filled ? -2 : 0;
}

gboolean
amp_header_guess_run (GPtrArray *rows, guint n_fields)
{
  g_autoptr (GPtrArray) kept = NULL;
  double total = 0;

  g_return_val_if_fail (rows != NULL, FALSE);

  if (rows->len == 0)
    return FALSE;
  kept = leave_out_repeats (rows);
  for (guint i = 0; i < n_fields; i++)
    total += vote (kept, i);
  return total + vote_by_repeats (g_ptr_array_index (rows, 0), n_fields) > 0;
}
