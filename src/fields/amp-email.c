/* Owns the shape of an e-mail address.
 *
 * Sources: RFC 5322, 3.2.3 (dot-atom); RFC 1035, 2.3.4 (labels of 63); RFC
 * 5321, 4.5.3.1 (local part of 64, 254 in all). */
#include "amp-email.h"

#include "amp-value.h"

#define LOCAL_MAXIMUM 64
#define LABEL_MAXIMUM 63

static gboolean
is_atom_character (char character)
{
  return g_ascii_isalnum (character) || (character > ' ' && character < 0x7f && strchr ("!#$%&'*+-/=?^_`{|}~", character) != NULL);
}

static gboolean
is_local_part (const char *bytes, gsize length)
{
  if (length == 0 || length > LOCAL_MAXIMUM)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      gboolean is_inner_dot = bytes[i] == '.' && i > 0 && i + 1 < length && bytes[i - 1] != '.';

      if (!is_inner_dot && !is_atom_character (bytes[i]))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_label (const char *bytes, gsize length)
{
  if (length == 0 || length > LABEL_MAXIMUM || bytes[0] == '-' || bytes[length - 1] == '-')
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (bytes[i]) && bytes[i] != '-')
      return FALSE;
  return TRUE;
}

static gboolean
is_top_label (const char *bytes, gsize length)
{
  if (length < 2)
    return FALSE;
  if (length > 4 && g_ascii_strncasecmp (bytes, "xn--", 4) == 0)
    return TRUE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalpha (bytes[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_host (const char *bytes, gsize length)
{
  const char *end = bytes + length;
  const char *dot;

  if (memchr (bytes, '.', length) == NULL)
    return FALSE;
  while ((dot = memchr (bytes, '.', (gsize) (end - bytes))) != NULL)
    {
      if (!is_label (bytes, (gsize) (dot - bytes)))
        return FALSE;
      bytes = dot + 1;
    }
  return is_label (bytes, (gsize) (end - bytes)) && is_top_label (bytes, (gsize) (end - bytes));
}

gsize
amp_email_normalize (const char *bytes, gsize length, char *buffer, gsize size)
{
  const char *at;

  g_return_val_if_fail (bytes != NULL || length == 0, 0);
  g_return_val_if_fail (buffer != NULL && size > 0, 0);

  buffer[0] = '\0';
  amp_value_trim (&bytes, &length);
  if (length < 6 || length >= AMP_EMAIL_SIZE || length >= size)
    return 0;
  at = memchr (bytes, '@', length);
  if (at == NULL || !is_local_part (bytes, (gsize) (at - bytes)) || !is_host (at + 1, length - (gsize) (at + 1 - bytes)))
    return 0;

  for (gsize i = 0; i < length; i++)
    buffer[i] = bytes[i] >= 'A' && bytes[i] <= 'Z' ? bytes[i] | 0x20 : bytes[i];
  buffer[length] = '\0';
  return length;
}
