/* Owns the rules of the NIR; its source is named in the header. */
#include "amp-nir.h"

#include "amp-value.h"

#define NUMBER_LENGTH 13
#define FULL_LENGTH 15
#define DEPARTEMENT 5 /* where its two characters stand */

static gboolean
is_separator (char character)
{
  return character == ' ' || character == '.' || character == '-' || character == '\t';
}

/* Returns how many characters were collected, 0 when something else stands
 * between them or there are too many. */
static guint
collect (const char *bytes, gsize length, char *characters)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    {
      char character = g_ascii_toupper (bytes[i]);

      if (is_separator (character))
        continue;
      if (n == FULL_LENGTH)
        return 0;
      if (!g_ascii_isdigit (character) &&
          !(n == DEPARTEMENT + 1 && characters[DEPARTEMENT] == '2' && (character == 'A' || character == 'B')))
        return 0;
      characters[n++] = character;
    }
  return n;
}

static guint
get_two_digits (const char *characters)
{
  return (guint) (characters[0] - '0') * 10 + (guint) (characters[1] - '0');
}

static gboolean
is_number (const char *characters)
{
  guint month = get_two_digits (characters + 3);

  if (strchr ("123478", characters[0]) == NULL)
    return FALSE;
  if (!((month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50))
    return FALSE;
  return characters[DEPARTEMENT] != '0' || characters[DEPARTEMENT + 1] != '0';
}

guint
amp_nir_get_key (const char *digits)
{
  guint64 number = 0;

  g_return_val_if_fail (digits != NULL, 0);

  for (guint i = 0; i < NUMBER_LENGTH; i++)
    {
      if (i == DEPARTEMENT && digits[i + 1] == 'A')
        number = number * 100 + 19;
      else if (i == DEPARTEMENT && digits[i + 1] == 'B')
        number = number * 100 + 18;
      else
        {
          number = number * 10 + (guint64) (digits[i] - '0');
          continue;
        }
      i++;
    }
  return 97 - (guint) (number % 97);
}

gboolean
amp_nir_parse (const char *bytes, gsize length, AmpNir *nir)
{
  char  characters[FULL_LENGTH];
  guint n;

  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);
  g_return_val_if_fail (nir != NULL, FALSE);

  amp_value_trim (&bytes, &length);
  if (length < NUMBER_LENGTH)
    return FALSE;
  n = collect (bytes, length, characters);
  if ((n != NUMBER_LENGTH && n != FULL_LENGTH) || !is_number (characters))
    return FALSE;

  memcpy (nir->digits, characters, NUMBER_LENGTH);
  nir->digits[NUMBER_LENGTH] = '\0';
  nir->has_key = n == FULL_LENGTH;
  nir->key_valid = nir->has_key && get_two_digits (characters + NUMBER_LENGTH) == amp_nir_get_key (nir->digits);
  nir->sex = (characters[0] - '0') % 2 == 1 ? AMP_SEX_MALE : AMP_SEX_FEMALE;
  return TRUE;
}
