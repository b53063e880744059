/* Owns where an identifier begins and ends in a text; what it is, is its own
 * parser's to say. All searches are bounded, so that a text of nothing but
 * digits or @ takes linear time. */
#include "amp-topic-identifier.h"

#include "amp-bank-number.h"
#include "amp-email.h"
#include "amp-nir.h"
#include "amp-phone.h"

#define NUMBER_SPAN 32
#define IBAN_SPAN 44
#define EMAIL_BEFORE 64
#define EMAIL_AFTER 190

static gboolean
is_number_separator (char character)
{
  return character == ' ' || character == '.' || character == '-' || character == '/';
}

static guint
get_two_digits (const char *digits)
{
  return (guint) (digits[0] - '0') * 10 + (guint) (digits[1] - '0');
}

/* The year, month and day of some other number, as 20230115. */
static gboolean
starts_with_date (const char *digits)
{
  guint month = get_two_digits (digits + 4), day = get_two_digits (digits + 6);

  return memcmp (digits, "20", 2) == 0 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

static gboolean
is_nir (const char *bytes, gsize length, guint n_characters)
{
  AmpNir nir;

  /* Thirteen digits in groups may be anything, such as two dates; together they may
   * be a date and a number. */
  if (n_characters == 13 && (length != 13 || starts_with_date (bytes)))
    return FALSE;
  return amp_nir_parse (bytes, length, &nir) && (!nir.has_key || nir.key_valid);
}

/* A French number dialled from abroad. Other numbers from 00 may be goods'. */
static gboolean
is_french_from_abroad (const char *bytes, gsize length)
{
  guint n = 0;

  for (gsize i = 0; i < length && n < 4; i++)
    if (!is_number_separator (bytes[i]) && bytes[i] != "0033"[n++])
      return FALSE;
  return n == 4;
}

/* Ten digits from a 0, together or in five pairs; more after a + or 00. */
static gboolean
is_phone (const char *bytes, gsize length, guint n_digits)
{
  char     buffer[AMP_PHONE_SIZE];
  gboolean is_international = bytes[0] == '+' && n_digits >= 10 && n_digits <= 13;
  gboolean is_national = bytes[0] == '0' && bytes[1] != '0' && n_digits == 10 && (length == 10 || length == 14);
  gboolean is_from_abroad = n_digits == 13 && is_french_from_abroad (bytes, length);

  if (!is_international && !is_national && !is_from_abroad)
    return FALSE;
  return amp_phone_normalize (bytes, length, buffer, sizeof buffer) > 0;
}

/* Returns how many characters between digits @text starts with: a separator,
 * or the 0 that +33 (0)2 shows as not to be dialled. */
static gsize
get_gap (const char *text, gsize length)
{
  if (length > 3 && memcmp (text, "(0)", 3) == 0)
    return 3;
  if (length > 1 && is_number_separator (text[0]) && !is_number_separator (text[1]))
    return 1;
  return 0;
}

AmpCategorySet
amp_topic_identifier_at_number (const char *text, gsize length, gsize start)
{
  gsize end = MIN (length, start + NUMBER_SPAN);
  guint n = 0;
  gsize i = text[start] == '+' ? start + 1 : start;

  while (i < end)
    {
      gboolean is_corsican = n == 6 && (g_ascii_toupper (text[i]) == 'A' || g_ascii_toupper (text[i]) == 'B');
      gsize    gap = get_gap (text + i, end - i);

      i += gap;
      if (gap > 0)
        continue;
      if (!g_ascii_isdigit (text[i]) && !is_corsican)
        break;
      n++;
      i++;
      if (n < 10 || (i < length && g_ascii_isalnum (text[i])))
        continue;
      if ((n == 13 || n == 15) && is_nir (text + start, i - start, n))
        return AMP_CATEGORY_BIT (AMP_CATEGORY_OFFICIAL_ID);
      if (is_phone (text + start, i - start, n))
        return AMP_CATEGORY_BIT (AMP_CATEGORY_CONTACT);
    }
  return 0;
}

AmpCategorySet
amp_topic_identifier_at_word (const char *text, gsize length, gsize start)
{
  gsize end = MIN (length, start + IBAN_SPAN);
  guint n = 0;

  if (end - start < 15 || !g_ascii_isalpha (text[start]) || !g_ascii_isalpha (text[start + 1]) ||
      !g_ascii_isdigit (text[start + 2]) || !g_ascii_isdigit (text[start + 3]))
    return 0;
  for (gsize i = start; i < end; i++)
    {
      if (text[i] == ' ')
        continue;
      if (!g_ascii_isalnum (text[i]))
        break;
      n++;
      if (n >= 15 && (i + 1 == length || !g_ascii_isalnum (text[i + 1])) && amp_iban_is_valid (text + start, i + 1 - start))
        return AMP_CATEGORY_BIT (AMP_CATEGORY_FINANCIAL);
    }
  return 0;
}

static gboolean
is_address_character (char character)
{
  return g_ascii_isalnum (character) || character == '.' || character == '-' || character == '_' || character == '+';
}

AmpCategorySet
amp_topic_identifier_around_sign (const char *text, gsize length, gsize at)
{
  char  buffer[AMP_EMAIL_SIZE];
  gsize start = at, end = at + 1;

  while (start > 0 && at - start < EMAIL_BEFORE && is_address_character (text[start - 1]))
    start--;
  while (end < length && end - at < EMAIL_AFTER && is_address_character (text[end]))
    end++;
  while (end > at + 1 && text[end - 1] == '.')
    end--;
  if (amp_email_normalize (text + start, end - start, buffer, sizeof buffer) == 0)
    return 0;
  return AMP_CATEGORY_BIT (AMP_CATEGORY_CONTACT);
}

AmpCategorySet
amp_topic_identifier_get_categories (void)
{
  return AMP_CATEGORY_BIT (AMP_CATEGORY_OFFICIAL_ID) | AMP_CATEGORY_BIT (AMP_CATEGORY_CONTACT) | AMP_CATEGORY_BIT (AMP_CATEGORY_FINANCIAL);
}
