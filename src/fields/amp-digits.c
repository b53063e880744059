/* Owns the Luhn sum. */
#include "amp-digits.h"

#include "amp-value.h"

guint
amp_digits_collect (const char *bytes, gsize length, char *digits, guint size)
{
  guint n = 0;

  amp_value_trim (&bytes, &length);
  for (gsize i = 0; i < length; i++)
    {
      if (bytes[i] == ' ' || bytes[i] == '.' || bytes[i] == '-')
        continue;
      if (!g_ascii_isdigit (bytes[i]) || n == size)
        return 0;
      digits[n++] = bytes[i];
    }
  return n;
}

gboolean
amp_digits_are_luhn (const char *digits, guint n_digits)
{
  guint    sum = 0;
  gboolean has_value = FALSE;

  for (guint i = 0; i < n_digits; i++)
    {
      guint digit = (guint) (digits[n_digits - 1 - i] - '0');

      has_value = has_value || digit != 0;
      if (i % 2 == 1)
        digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
      sum += digit;
    }
  return has_value && sum % 10 == 0;
}

gboolean
amp_digits_are_departement (const char *bytes)
{
  if (bytes[0] == '2' && (bytes[1] == 'A' || bytes[1] == 'B'))
    return TRUE;
  return g_ascii_isdigit (bytes[0]) && g_ascii_isdigit (bytes[1]) && !(bytes[0] == '0' && bytes[1] == '0');
}
