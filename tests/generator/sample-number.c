/* Owns the arithmetic of check digits. */
#include "sample-number.h"

#define BANK "99999"
#define BRANCH "00001"

static const char *const phone_ranges[SAMPLE_N_LAND_RANGES + 1] = {
  "019900", "026191", "035301", "046571", "053649", "063998"
};

void
sample_number_put_phone (SampleText *text, guint range, guint number, char separator)
{
  char digits[16];

  g_assert (range < G_N_ELEMENTS (phone_ranges) && number < SAMPLE_PHONES_IN_RANGE);
  g_snprintf (digits, sizeof digits, "%s%04u", phone_ranges[range], number);
  if (separator == '\0')
    {
      sample_text_put (text, digits);
      return;
    }
  for (guint i = 0; i < 10; i += 2)
    {
      if (i > 0)
        sample_text_put_char (text, separator);
      sample_text_put_bytes (text, digits + i, 2);
    }
}

guint
sample_number_nir_key (const char *nir)
{
  guint64 number = 0;
  guint   corsica = 0;

  for (guint i = 0; i < 13; i++)
    {
      if (nir[i] == 'A' || nir[i] == 'B')
        corsica = nir[i] == 'A' ? 19 : 18;
      number = number * 10 + (guint64) (g_ascii_isdigit (nir[i]) ? nir[i] - '0' : 0);
    }
  /* "2A" was read as 20, at the seventh place from the right. */
  if (corsica > 0)
    number -= (guint64) (20 - corsica) * 1000000;
  return 97 - (guint) (number % 97);
}

static guint
luhn_digit (const char *digits)
{
  guint sum = 0;
  gsize length = strlen (digits);

  for (gsize i = 0; i < length; i++)
    {
      guint digit = (guint) (digits[length - 1 - i] - '0') * (i % 2 == 0 ? 2 : 1);

      sum += digit > 9 ? digit - 9 : digit;
    }
  return (10 - sum % 10) % 10;
}

void
sample_number_put_luhn (SampleText *text, const char *digits)
{
  sample_text_put (text, digits);
  sample_text_put_char (text, (char) ('0' + luhn_digit (digits)));
}

static guint
remainder_by_97 (const char *digits)
{
  guint rest = 0;

  for (; *digits != '\0'; digits++)
    rest = (rest * 10 + (guint) (*digits - '0')) % 97;
  return rest;
}

void
sample_number_put_iban (SampleText *text, guint64 account)
{
  char number[48], whole[64];

  /* The key of the account makes bank, branch, account and key a multiple of 97. */
  g_snprintf (number, sizeof number, BANK BRANCH "%011" G_GUINT64_FORMAT, account);
  g_snprintf (whole, sizeof whole, "%s00", number);
  guint key = 97 - remainder_by_97 (whole);
  /* "FR" is 15 27, put behind with two zeros for the key of the IBAN. */
  g_snprintf (whole, sizeof whole, "%s%02u152700", number, key);
  g_snprintf (number, sizeof number, "FR%02u" BANK BRANCH "%011" G_GUINT64_FORMAT "%02u", 98 - remainder_by_97 (whole), account, key);
  sample_text_put (text, number);
}
