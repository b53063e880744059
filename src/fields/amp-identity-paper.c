/* Owns the patterns of papers' numbers. */
#include "amp-identity-paper.h"

#include "amp-digits.h"
#include "amp-value.h"

#define PAPER_MAXIMUM 12

/* Upper-case letters and digits, without blanks and dashes; 0: anything else,
 * or too many. */
static guint
collect (const char *bytes, gsize length, char *characters)
{
  guint n = 0;

  amp_value_trim (&bytes, &length);
  for (gsize i = 0; i < length; i++)
    {
      if (bytes[i] == ' ' || bytes[i] == '-')
        continue;
      if (!g_ascii_isalnum (bytes[i]) || n == PAPER_MAXIMUM)
        return 0;
      characters[n++] = g_ascii_toupper (bytes[i]);
    }
  return n;
}

/* @pattern: 9 for a digit, A for a letter. */
static gboolean
is_like (const char *characters, guint n, const char *pattern)
{
  if (strlen (pattern) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (pattern[i] == '9' ? !g_ascii_isdigit (characters[i]) : !g_ascii_isupper (characters[i]))
      return FALSE;
  return TRUE;
}

gboolean
amp_passport_is_valid (const char *bytes, gsize length)
{
  char characters[PAPER_MAXIMUM] = { 0 };

  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  return length >= 9 && is_like (characters, collect (bytes, length, characters), "99AA99999");
}

static gboolean
is_recent_cni (const char *characters, guint n)
{
  guint n_digits = 0;

  for (guint i = 0; i < n; i++)
    {
      if (strchr ("AEIOU", characters[i]) != NULL)
        return FALSE;
      n_digits += g_ascii_isdigit (characters[i]) ? 1 : 0;
    }
  return n == 9 && g_ascii_isupper (characters[0]) && n_digits > 0;
}

gboolean
amp_cni_is_valid (const char *bytes, gsize length)
{
  char  characters[PAPER_MAXIMUM] = { 0 };
  guint n;

  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  n = length < 9 ? 0 : collect (bytes, length, characters);
  if (is_like (characters, n, "999999999999"))
    return (characters[2] == '0' && characters[3] != '0') || (characters[2] == '1' && characters[3] <= '2');
  return is_recent_cni (characters, n);
}

gboolean
amp_driving_licence_is_valid (const char *bytes, gsize length)
{
  char  characters[PAPER_MAXIMUM] = { 0 };
  guint n;

  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  n = length < 9 ? 0 : collect (bytes, length, characters);
  return is_like (characters, n, "999999999999") || is_like (characters, n, "99AA99999");
}

static gboolean
is_former_plate (const char *characters, guint n)
{
  guint i = 0, letters = 0;

  while (i < n && g_ascii_isdigit (characters[i]))
    i++;
  if (i == 0 || i > 4)
    return FALSE;
  while (i < n && g_ascii_isupper (characters[i]) && letters < 3)
    {
      i++;
      letters++;
    }
  if (letters == 0)
    return FALSE;
  if (n - i == 2)
    return amp_digits_are_departement (characters + i);
  return n - i == 3 && memcmp (characters + i, "97", 2) == 0 && g_ascii_isdigit (characters[i + 2]);
}

gboolean
amp_plate_is_valid (const char *bytes, gsize length)
{
  char  characters[PAPER_MAXIMUM] = { 0 };
  guint n;

  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  n = length < 4 || length > 14 ? 0 : collect (bytes, length, characters);
  if (is_like (characters, n, "AA999AA"))
    {
      for (guint i = 0; i < n; i++)
        if (strchr ("IOU", characters[i]) != NULL)
          return FALSE;
      return TRUE;
    }
  return is_former_plate (characters, n);
}

gboolean
amp_tax_id_is_valid (const char *bytes, gsize length)
{
  char    digits[13];
  guint64 number = 0;

  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  if (length < 13 || amp_digits_collect (bytes, length, digits, 13) != 13 || digits[0] > '3')
    return FALSE;
  for (guint i = 0; i < 10; i++)
    number = number * 10 + (guint64) (digits[i] - '0');
  return number % 511 == (guint64) ((digits[10] - '0') * 100 + (digits[11] - '0') * 10 + (digits[12] - '0'));
}
