/* Owns the rules of French register numbers. */
#include "amp-register-number.h"

#include "amp-digits.h"
#include "amp-value.h"

gboolean
amp_siren_is_valid (const char *bytes, gsize length)
{
  char digits[9];

  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  return length >= 9 && amp_digits_collect (bytes, length, digits, 9) == 9 && amp_digits_are_luhn (digits, 9);
}

gboolean
amp_siret_is_valid (const char *bytes, gsize length)
{
  char  digits[14];
  guint sum = 0;

  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  if (length < 14 || amp_digits_collect (bytes, length, digits, 14) != 14)
    return FALSE;
  if (amp_digits_are_luhn (digits, 14))
    return TRUE;
  for (guint i = 0; i < 14; i++)
    sum += (guint) (digits[i] - '0');
  return memcmp (digits, "356000000", 9) == 0 && sum % 5 == 0;
}

gboolean
amp_rpps_is_valid (const char *bytes, gsize length)
{
  char digits[11];

  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  return length >= 11 && amp_digits_collect (bytes, length, digits, 11) == 11 && digits[0] == '1' && amp_digits_are_luhn (digits, 11);
}

gboolean
amp_finess_is_valid (const char *bytes, gsize length)
{
  gboolean is_corsican;

  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  amp_value_trim (&bytes, &length);
  if (length != 9 || !amp_digits_are_departement (bytes))
    return FALSE;
  is_corsican = !g_ascii_isdigit (bytes[1]);
  for (gsize i = 2; i < length; i++)
    if (!g_ascii_isdigit (bytes[i]))
      return FALSE;
  return is_corsican || amp_digits_are_luhn (bytes, 9);
}
