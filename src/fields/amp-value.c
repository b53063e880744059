/* Owns the list of placeholders and the table of first bytes. */
#include "amp-value.h"

/* Kept short and certain: what exports of databases and spreadsheets write for
 * "no value" and what nobody would enter as one. */
static const char placeholders[][8] = {
  "NULL", "null", "\\N", "(null)", "N/A", "n/a", "#N/A", "-", "--", "?"
};

#define BLANK AMP_VALUE_BYTE_BLANK
#define OPEN AMP_VALUE_BYTE_OPEN

/* All white space, and what a placeholder or a no-break space begins with. */
const guint8 amp_value_bytes[256] = {
  ['\0'] = BLANK,
  ['\t'] = BLANK,
  ['\n'] = BLANK,
  ['\v'] = BLANK,
  ['\f'] = BLANK,
  ['\r'] = BLANK,
  [' '] = BLANK,
  [0xa0] = BLANK,
  [0xc2] = BLANK,
  ['N'] = OPEN,
  ['n'] = OPEN,
  ['\\'] = OPEN,
  ['('] = OPEN,
  ['#'] = OPEN,
  ['-'] = OPEN,
  ['?'] = OPEN,
};

static gboolean
is_space (guint8 byte)
{
  return byte == ' ' || (byte >= '\t' && byte <= '\r') || byte == '\0';
}

/* The no-break space is C2 A0 in UTF-8 and A0 in the single-byte encodings,
 * but A0 also ends other UTF-8 characters ("à" is C3 A0). */
static gsize
get_leading_space (const guint8 *bytes, gsize length)
{
  if (is_space (bytes[0]) || bytes[0] == 0xa0)
    return 1;
  return length >= 2 && bytes[0] == 0xc2 && bytes[1] == 0xa0 ? 2 : 0;
}

static gsize
get_trailing_space (const guint8 *bytes, gsize length)
{
  if (is_space (bytes[length - 1]))
    return 1;
  if (bytes[length - 1] != 0xa0)
    return 0;
  if (length == 1 || bytes[length - 2] < 0x80)
    return 1;
  return bytes[length - 2] == 0xc2 ? 2 : 0;
}

void
amp_value_trim_closely (const char **bytes, gsize *length)
{
  gsize size;

  g_return_if_fail (bytes != NULL && length != NULL);

  while (*length > 0 && (size = get_leading_space ((const guint8 *) *bytes, *length)) > 0)
    {
      *bytes += size;
      *length -= size;
    }
  while (*length > 0 && (size = get_trailing_space ((const guint8 *) *bytes, *length)) > 0)
    *length -= size;
}

gboolean
amp_value_is_filled_closely (const char *bytes, gsize length)
{
  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  amp_value_trim (&bytes, &length);
  if (length == 0)
    return FALSE;
  if (length >= sizeof placeholders[0])
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (placeholders); i++)
    if (strlen (placeholders[i]) == length && memcmp (placeholders[i], bytes, length) == 0)
      return FALSE;
  return TRUE;
}
