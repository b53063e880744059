/* Owns the spellings of a number with a unit. */
#include "amp-measure.h"

#include "amp-value.h"

#define NUMBER_MAXIMUM 24

typedef struct
{
  double value;
  guint  n_digits;
  guint  n_decimals;
} Number;

/* Reads a number from the start of @bytes. Returns the bytes used, 0 for none. */
static gsize
read_number (const char *bytes, gsize length, gboolean may_group, Number *number)
{
  double scale = 1;
  gsize  i = length > 0 && (bytes[0] == '-' || bytes[0] == '+') ? 1 : 0;

  *number = (Number){ 0, 0, 0 };
  for (; i < length && i < NUMBER_MAXIMUM; i++)
    {
      if (g_ascii_isdigit (bytes[i]))
        {
          number->value = number->value * 10 + (bytes[i] - '0');
          number->n_digits++;
          number->n_decimals += scale != 1 || number->n_decimals > 0 ? 1 : 0;
          scale = scale != 1 ? scale * 10 : 1;
        }
      else if ((bytes[i] == '.' || bytes[i] == ',') && scale == 1 && number->n_digits > 0 && i + 1 < length && g_ascii_isdigit (bytes[i + 1]))
        scale = 10;
      else if (!(may_group && bytes[i] == ' ' && scale == 1 && i + 1 < length && g_ascii_isdigit (bytes[i + 1])))
        break;
    }
  number->value /= scale != 1 ? scale / 10 : 1;
  if (length > 0 && bytes[0] == '-')
    number->value = -number->value;
  return number->n_digits > 0 ? i : 0;
}

static gboolean
is_one_of (const char *bytes, gsize length, const char *const *words, guint n_words)
{
  while (length > 0 && *bytes == ' ')
    {
      bytes++;
      length--;
    }
  for (guint i = 0; i < n_words; i++)
    if (strlen (words[i]) == length && g_ascii_strncasecmp (words[i], bytes, length) == 0)
      return TRUE;
  return FALSE;
}

gboolean
amp_amount_is_valid (const char *bytes, gsize length)
{
  static const char *const currencies[] = { "", "\342\202\254", "$", "\302\243", "EUR", "EURO", "EUROS", "USD", "GBP", "F", "FRF", "CHF" };
  Number                   number;
  gsize                    used;

  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  amp_value_trim (&bytes, &length);
  if (length == 0 || length > NUMBER_MAXIMUM)
    return FALSE;
  if (bytes[0] == '$')
    {
      bytes++;
      length--;
    }
  used = read_number (bytes, length, TRUE, &number);
  return used > 0 && is_one_of (bytes + used, length - used, currencies, G_N_ELEMENTS (currencies));
}

gboolean
amp_weight_is_valid (const char *bytes, gsize length)
{
  static const char *const units[] = { "", "kg", "kgs" };
  Number                   number;
  gsize                    used;

  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  amp_value_trim (&bytes, &length);
  used = read_number (bytes, length, FALSE, &number);
  return used > 0 && number.value >= 0.3 && number.value <= 350 && is_one_of (bytes + used, length - used, units, G_N_ELEMENTS (units));
}

gboolean
amp_height_is_valid (const char *bytes, gsize length)
{
  static const char *const units[] = { "", "cm", "m" };
  Number                   number;
  gsize                    used;
  gboolean                 is_plausible;

  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  amp_value_trim (&bytes, &length);
  used = read_number (bytes, length, FALSE, &number);
  is_plausible = (number.value >= 30 && number.value <= 240) || (number.value >= 0.3 && number.value <= 2.4);
  return used > 0 && is_plausible && is_one_of (bytes + used, length - used, units, G_N_ELEMENTS (units));
}

static gboolean
is_degree (const Number *number)
{
  return number->n_decimals >= 3 && number->value >= -180 && number->value <= 180;
}

gboolean
amp_location_is_valid (const char *bytes, gsize length)
{
  Number number;
  gsize  used;

  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  amp_value_trim (&bytes, &length);
  used = read_number (bytes, length, FALSE, &number);
  if (used == 0 || !is_degree (&number))
    return FALSE;
  if (used == length)
    return TRUE;
  while (used < length && strchr (" ,;/", bytes[used]) != NULL && bytes[used] != '\0')
    used++;
  bytes += used;
  length -= used;
  return length > 0 && read_number (bytes, length, FALSE, &number) == length && is_degree (&number);
}

gboolean
amp_nir_key_is_valid (const char *bytes, gsize length)
{
  guint key = 0;

  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  amp_value_trim (&bytes, &length);
  if (length == 0 || length > 2)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (bytes[i]))
        return FALSE;
      key = key * 10 + (guint) (bytes[i] - '0');
    }
  return key >= 1 && key <= 97;
}
