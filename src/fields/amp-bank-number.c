/* Owns the tables of IBAN lengths and card ranges. */
#include "amp-bank-number.h"

#include "amp-digits.h"
#include "amp-value.h"

#define IBAN_MAXIMUM 34

typedef struct
{
  char  country[3];
  guint length; /* of an IBAN; 0: has none, but banks with a BIC */
} Country;

typedef struct
{
  guint first, last;      /* range of the first four digits */
  guint minimum, maximum; /* digits of the whole number */
} CardRange;

/* clang-format off */
static const Country countries[] = {
  { "AD", 24 }, { "AE", 23 }, { "AL", 28 }, { "AT", 20 }, { "AZ", 28 }, { "BA", 20 }, { "BE", 16 }, { "BG", 22 },
  { "BH", 22 }, { "BI", 27 }, { "BR", 29 }, { "BY", 28 }, { "CH", 21 }, { "CR", 22 }, { "CY", 28 }, { "CZ", 24 },
  { "DE", 22 }, { "DJ", 27 }, { "DK", 18 }, { "DO", 28 }, { "EE", 20 }, { "EG", 29 }, { "ES", 24 }, { "FI", 18 },
  { "FK", 18 }, { "FO", 18 }, { "FR", 27 }, { "GB", 22 }, { "GE", 22 }, { "GI", 23 }, { "GL", 18 }, { "GR", 27 },
  { "GT", 28 }, { "HR", 21 }, { "HU", 28 }, { "IE", 22 }, { "IL", 23 }, { "IQ", 23 }, { "IS", 26 }, { "IT", 27 },
  { "JO", 30 }, { "KW", 30 }, { "KZ", 20 }, { "LB", 28 }, { "LC", 32 }, { "LI", 21 }, { "LT", 20 }, { "LU", 20 },
  { "LV", 21 }, { "LY", 25 }, { "MC", 27 }, { "MD", 24 }, { "ME", 22 }, { "MK", 19 }, { "MN", 20 }, { "MR", 27 },
  { "MT", 31 }, { "MU", 30 }, { "NI", 28 }, { "NL", 18 }, { "NO", 15 }, { "OM", 23 }, { "PK", 24 }, { "PL", 28 },
  { "PS", 29 }, { "PT", 25 }, { "QA", 29 }, { "RO", 24 }, { "RS", 22 }, { "RU", 33 }, { "SA", 24 }, { "SC", 31 },
  { "SD", 18 }, { "SE", 24 }, { "SI", 19 }, { "SK", 24 }, { "SM", 27 }, { "SO", 23 }, { "ST", 25 }, { "SV", 28 },
  { "TL", 23 }, { "TN", 24 }, { "TR", 26 }, { "UA", 29 }, { "VA", 22 }, { "VG", 24 }, { "XK", 20 }, { "YE", 30 },
  { "AU", 0 },  { "CA", 0 },  { "CN", 0 },  { "DZ", 0 },  { "HK", 0 },  { "IN", 0 },  { "JP", 0 },  { "MA", 0 },
  { "MX", 0 },  { "NC", 0 },  { "PF", 0 },  { "SG", 0 },  { "SN", 0 },  { "US", 0 },  { "ZA", 0 },
};

static const CardRange card_ranges[] = {
  { 4000, 4999, 13, 19 }, /* Visa, Carte Bleue */
  { 5100, 5599, 16, 16 }, /* Mastercard */
  { 2221, 2720, 16, 16 }, /* Mastercard */
  { 3400, 3499, 15, 15 }, /* American Express */
  { 3700, 3799, 15, 15 }, /* American Express */
  { 3000, 3059, 14, 19 }, /* Diners Club */
  { 3600, 3699, 14, 19 }, /* Diners Club */
  { 3800, 3999, 16, 19 }, /* Diners Club */
  { 3528, 3589, 16, 19 }, /* JCB */
  { 6011, 6011, 16, 19 }, /* Discover */
  { 6440, 6599, 16, 19 }, /* Discover */
  { 6200, 6299, 16, 19 }, /* UnionPay */
  { 6700, 6799, 16, 19 }, /* Maestro */
};
/* clang-format on */

static const Country *
find_country (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    if (countries[i].country[0] == code[0] && countries[i].country[1] == code[1])
      return &countries[i];
  return NULL;
}

static guint
collect_alphanumerics (const char *bytes, gsize length, char *characters)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (bytes[i] == ' ')
        continue;
      if (!g_ascii_isalnum (bytes[i]) || n == IBAN_MAXIMUM)
        return 0;
      characters[n++] = g_ascii_toupper (bytes[i]);
    }
  return n;
}

/* The check digits and the country count last, so the walk starts after them. */
static guint
get_remainder (const char *characters, guint n)
{
  guint remainder = 0;

  for (guint i = 0; i < n; i++)
    {
      char character = characters[(i + 4) % n];

      if (g_ascii_isdigit (character))
        remainder = (remainder * 10 + (guint) (character - '0')) % 97;
      else
        remainder = (remainder * 100 + (guint) (character - 'A') + 10) % 97;
    }
  return remainder;
}

gboolean
amp_iban_is_valid (const char *bytes, gsize length)
{
  char           characters[IBAN_MAXIMUM];
  const Country *country;
  guint          n;

  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  amp_value_trim (&bytes, &length);
  n = length < 15 ? 0 : collect_alphanumerics (bytes, length, characters);
  if (n < 15 || !g_ascii_isdigit (characters[2]) || !g_ascii_isdigit (characters[3]))
    return FALSE;
  country = find_country (characters);
  return country != NULL && country->length == n && get_remainder (characters, n) == 1;
}

gboolean
amp_bic_is_valid (const char *bytes, gsize length)
{
  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  amp_value_trim (&bytes, &length);
  if ((length != 8 && length != 11) || find_country (bytes + 4) == NULL)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isupper (bytes[i]) && !(i >= 6 && g_ascii_isdigit (bytes[i])))
      return FALSE;
  return TRUE;
}

gboolean
amp_card_is_valid (const char *bytes, gsize length)
{
  char  digits[19];
  guint n, start = 0;

  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  n = length < 13 ? 0 : amp_digits_collect (bytes, length, digits, G_N_ELEMENTS (digits));
  if (n < 13 || !amp_digits_are_luhn (digits, n))
    return FALSE;
  for (guint i = 0; i < 4; i++)
    start = start * 10 + (guint) (digits[i] - '0');
  for (guint i = 0; i < G_N_ELEMENTS (card_ranges); i++)
    if (start >= card_ranges[i].first && start <= card_ranges[i].last)
      return n >= card_ranges[i].minimum && n <= card_ranges[i].maximum;
  return FALSE;
}
