/* Owns the shapes of place codes. */
#include "amp-place-code.h"

#include "amp-digits.h"
#include "amp-value.h"

static gboolean
are_digits (const char *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (bytes[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_postal_code (const char *bytes)
{
  return are_digits (bytes, 5) && memcmp (bytes, "00", 2) != 0 && memcmp (bytes, "99", 2) != 0;
}

gboolean
amp_postal_code_is_valid (const char *bytes, gsize length)
{
  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  amp_value_trim (&bytes, &length);
  return length == 5 && is_postal_code (bytes);
}

gboolean
amp_insee_code_is_valid (const char *bytes, gsize length)
{
  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  amp_value_trim (&bytes, &length);
  return length == 5 && amp_digits_are_departement (bytes) && are_digits (bytes + 2, 3);
}

gboolean
amp_postal_city_is_valid (const char *bytes, gsize length)
{
  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  amp_value_trim (&bytes, &length);
  if (length < 8 || length > 60 || !is_postal_code (bytes) || bytes[5] != ' ')
    return FALSE;
  while (*bytes != ' ' || bytes[1] == ' ')
    {
      bytes++;
      length--;
    }
  return length > 2 && (g_ascii_isalpha (bytes[1]) || (guint8) bytes[1] >= 0x80);
}

/* A word of letters behind a blank: where a city begins. */
static gboolean
has_city (const char *bytes, gsize length)
{
  return length >= 3 && length <= 64 && bytes[0] == ' ' && (g_ascii_isalpha (bytes[1]) || (guint8) bytes[1] >= 0x80);
}

static gboolean
has_letter (const char *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isalpha (bytes[i]))
      return TRUE;
  return FALSE;
}

gboolean
amp_full_address_is_valid (const char *bytes, gsize length)
{
  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  amp_value_trim (&bytes, &length);
  for (gsize i = 4; i + 8 <= length; i++)
    if (strchr (" ,;\n-", bytes[i - 1]) != NULL && bytes[i - 1] != '\0' && is_postal_code (bytes + i) && has_city (bytes + i + 5, length - i - 5))
      return has_letter (bytes, i);
  return FALSE;
}
