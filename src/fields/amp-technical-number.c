/* Owns the shapes of hashes. */
#include "amp-technical-number.h"

#include "amp-digits.h"
#include "amp-value.h"

#include <arpa/inet.h>

static const guint hexadecimal_lengths[] = { 32, 40, 56, 64, 96, 128 };

gboolean
amp_ip_is_valid (const char *bytes, gsize length)
{
  char     text[INET6_ADDRSTRLEN];
  guint8   address[sizeof (struct in6_addr)];
  gboolean is_version_6;

  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  amp_value_trim (&bytes, &length);
  if (length < 2 || length >= sizeof text || !g_ascii_isxdigit (bytes[0] == ':' ? '0' : bytes[0]))
    return FALSE;
  is_version_6 = memchr (bytes, ':', length) != NULL;
  if (!is_version_6 && memchr (bytes, '.', length) == NULL)
    return FALSE;
  memcpy (text, bytes, length);
  text[length] = '\0';
  return strlen (text) == length && inet_pton (is_version_6 ? AF_INET6 : AF_INET, text, address) == 1;
}

gboolean
amp_imei_is_valid (const char *bytes, gsize length)
{
  char digits[15];

  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  return length >= 15 && amp_digits_collect (bytes, length, digits, 15) == 15 && amp_digits_are_luhn (digits, 15);
}

static gboolean
is_hexadecimal_hash (const char *bytes, gsize length)
{
  gboolean has_length = FALSE, has_letter = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (hexadecimal_lengths); i++)
    has_length = has_length || length == hexadecimal_lengths[i];
  for (gsize i = 0; has_length && i < length; i++)
    {
      if (!g_ascii_isxdigit (bytes[i]))
        return FALSE;
      has_letter = has_letter || g_ascii_isalpha (bytes[i]);
    }
  return has_length && has_letter;
}

/* $scheme$…$…: a scheme of letters and digits, then at least one more field. */
static gboolean
is_crypt_hash (const char *bytes, gsize length)
{
  gsize i = 1;

  if (length < 20 || length > 256 || bytes[0] != '$')
    return FALSE;
  while (i < 12 && (g_ascii_isalnum (bytes[i]) || bytes[i] == '-'))
    i++;
  if (i == 1 || bytes[i] != '$')
    return FALSE;
  for (; i < length; i++)
    if (!g_ascii_isalnum (bytes[i]) && (bytes[i] == '\0' || strchr ("$./+=,-_", bytes[i]) == NULL))
      return FALSE;
  return TRUE;
}

/* {SHA}, {SSHA}, {SMD5}…, then base 64. */
static gboolean
is_ldap_hash (const char *bytes, gsize length)
{
  gsize i = 1;

  if (length < 24 || length > 256 || bytes[0] != '{')
    return FALSE;
  while (i < 12 && (g_ascii_isalnum (bytes[i]) || bytes[i] == '-'))
    i++;
  if (i < 3 || bytes[i++] != '}')
    return FALSE;
  for (; i < length; i++)
    if (!g_ascii_isalnum (bytes[i]) && bytes[i] != '+' && bytes[i] != '/' && bytes[i] != '=')
      return FALSE;
  return TRUE;
}

gboolean
amp_hash_is_valid (const char *bytes, gsize length)
{
  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  amp_value_trim (&bytes, &length);
  return is_hexadecimal_hash (bytes, length) || is_crypt_hash (bytes, length) || is_ldap_hash (bytes, length);
}
