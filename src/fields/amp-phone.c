/* Owns the French numbering plan, as far as one number's two spellings need.
 *
 * Sources: ITU-T E.164 (15 digits at most); Arcep's national numbering plan
 * (decision 2018-0881): ten digits from 01 to 09, overseas numbers under the
 * country codes below. */
#include "amp-phone.h"

#include "amp-value.h"

#define DIGITS_MAXIMUM 18 /* 00 in front, and a (0) inside */
#define INTERNATIONAL_MINIMUM 8
#define INTERNATIONAL_MAXIMUM 15

typedef struct
{
  char start[4]; /* of the national number, after the 0 */
  char country_code[4];
} Overseas;

/* clang-format off */
static const Overseas overseas[] = {
  { "262", "262" }, { "263", "262" }, { "269", "262" }, { "639", "262" }, { "692", "262" }, { "693", "262" },
  { "590", "590" }, { "690", "590" }, { "691", "590" },
  { "594", "594" }, { "694", "594" },
  { "596", "596" }, { "696", "596" }, { "697", "596" },
};
/* clang-format on */

typedef struct
{
  char     digits[DIGITS_MAXIMUM + 1];
  guint    n_digits;
  gboolean has_plus;
  gboolean is_bare; /* digits alone, no separator */
} Dialled;

static gboolean
is_separator (const char *bytes, gsize length)
{
  if (strchr (" .-/()\t", bytes[0]) != NULL && bytes[0] != '\0')
    return TRUE;
  return (guint8) bytes[0] == 0xc2 && length > 1 && (guint8) bytes[1] == 0xa0;
}

static gboolean
read_dialled (const char *bytes, gsize length, Dialled *dialled)
{
  gsize i = 0;

  memset (dialled, 0, sizeof *dialled);
  dialled->is_bare = TRUE;
  if (length > 0 && bytes[0] == '+')
    {
      dialled->has_plus = TRUE;
      i++;
    }
  for (; i < length; i++)
    {
      /* The trunk 0 that +33 (0)2 shows as not to be dialled. */
      if (dialled->n_digits > 0 && length - i >= 3 && memcmp (bytes + i, "(0)", 3) == 0)
        i += 2;
      else if (g_ascii_isdigit (bytes[i]) && dialled->n_digits < DIGITS_MAXIMUM)
        dialled->digits[dialled->n_digits++] = bytes[i];
      else if (is_separator (bytes + i, length - i))
        {
          dialled->is_bare = FALSE;
          i += (guint8) bytes[i] == 0xc2 ? 1 : 0;
        }
      else
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_placeholder (const char *digits, guint n_digits)
{
  const char *tail = digits + n_digits - 8;

  for (guint i = 1; i < 8; i++)
    if (tail[i] != tail[0])
      return FALSE;
  return TRUE;
}

static const char *
get_country_code (const char *national)
{
  for (guint i = 0; i < G_N_ELEMENTS (overseas); i++)
    if (memcmp (overseas[i].start, national, 3) == 0)
      return overseas[i].country_code;
  return "33";
}

/* @national: nine digits, without the trunk 0. */
static gsize
write_french (const char *national, char *buffer, gsize size)
{
  const char *country_code = get_country_code (national);
  gsize       code_length = strlen (country_code);

  if (national[0] == '0' || code_length + 9 >= size)
    return 0;
  memcpy (buffer, country_code, code_length);
  memcpy (buffer + code_length, national, 9);
  buffer[code_length + 9] = '\0';
  return code_length + 9;
}

static gsize
write_international (const char *digits, guint n_digits, char *buffer, gsize size)
{
  if (n_digits >= 3 && memcmp (digits, "330", 3) == 0)
    return n_digits == 12 ? write_french (digits + 3, buffer, size) : 0;
  if (n_digits >= 2 && memcmp (digits, "33", 2) == 0)
    return n_digits == 11 ? write_french (digits + 2, buffer, size) : 0;
  if (n_digits < INTERNATIONAL_MINIMUM || n_digits > INTERNATIONAL_MAXIMUM || n_digits >= size || digits[0] == '0')
    return 0;
  memcpy (buffer, digits, n_digits);
  buffer[n_digits] = '\0';
  return n_digits;
}

gsize
amp_phone_normalize (const char *bytes, gsize length, char *buffer, gsize size)
{
  Dialled     dialled;
  const char *digits = dialled.digits;
  guint       n_digits;

  g_return_val_if_fail (bytes != NULL || length == 0, 0);
  g_return_val_if_fail (buffer != NULL && size > 0, 0);

  buffer[0] = '\0';
  amp_value_trim (&bytes, &length);
  if (length < 8 || length > 40 || !read_dialled (bytes, length, &dialled))
    return 0;
  n_digits = dialled.n_digits;
  if (n_digits < 8 || is_placeholder (digits, n_digits))
    return 0;
  if (dialled.has_plus)
    return write_international (digits, n_digits, buffer, size);
  if (digits[0] == '0' && digits[1] == '0')
    return write_international (digits + 2, n_digits - 2, buffer, size);
  if (digits[0] == '0' && n_digits == 10)
    return write_french (digits + 1, buffer, size);
  if (memcmp (digits, "33", 2) == 0 && n_digits == 11)
    return write_french (digits + 2, buffer, size);
  if (n_digits == 9 && dialled.is_bare)
    return write_french (digits, buffer, size);
  return 0;
}
