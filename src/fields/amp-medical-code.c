/* Owns the spellings of diagnosis and drug codes and of a blood group. */
#include "amp-medical-code.h"

#include "amp-fold.h"
#include "amp-icd10.h"
#include "amp-value.h"

#define GROUP_MAXIMUM 16

static const char *const groups[] = { "AB", "A", "B", "O", "0", "" };
static const char *const rhesus_prefixes[] = { "RHD", "RH", "D", "" };

/* The last three say nothing alone: a flag looks like them too. */
static const char *const rhesus_values[] = { "+", "-", "POS", "NEG", "POSITIF", "NEGATIF", "POSITIVE", "NEGATIVE", "P", "N", "1" };
#define N_CLEAR_VALUES 8

/* The main groups of the ATC: for each letter, the numbers that follow it. */
/* clang-format off */
static const struct
{
  char    letter;
  guint32 numbers; /* bit n: n is in use */
} atc_groups[] = {
#define TO(last) ((2u << (last)) - 2u) /* 1 to last */
  { 'A', TO (16) },
  { 'B', TO (3) | 1u << 5 | 1u << 6 },
  { 'C', TO (5) | 1u << 7 | 1u << 8 | 1u << 9 | 1u << 10 },
  { 'D', TO (11) },
  { 'G', TO (4) },
  { 'H', TO (5) },
  { 'J', TO (2) | 1u << 4 | 1u << 5 | 1u << 6 | 1u << 7 },
  { 'L', TO (4) },
  { 'M', TO (5) | 1u << 9 },
  { 'N', TO (7) },
  { 'P', TO (3) },
  { 'R', TO (3) | 1u << 5 | 1u << 6 | 1u << 7 },
  { 'S', TO (3) },
  { 'V', 1u << 1 | 1u << 3 | 1u << 4 | 1u << 6 | 1u << 7 | 1u << 8 | 1u << 9 | 1u << 10 | 1u << 20 },
#undef TO
};
/* clang-format on */

static guint
get_number (const char *digits)
{
  return (guint) (digits[0] - '0') * 10 + (guint) (digits[1] - '0');
}

static gboolean
are_extension (const char *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (bytes[i]) && bytes[i] != '+')
      return FALSE;
  return TRUE;
}

gboolean
amp_icd10_is_valid (const char *bytes, gsize length)
{
  gsize rest = 3;
  char  letter;

  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  amp_value_trim (&bytes, &length);
  if (length < 3 || length > 8 || !g_ascii_isalpha (bytes[0]) || !g_ascii_isdigit (bytes[1]) || !g_ascii_isdigit (bytes[2]))
    return FALSE;
  letter = g_ascii_toupper (bytes[0]);
  if (length > 3 && bytes[3] == '.')
    rest++;
  if (length - rest > 4 || (rest == 4 && length == 4) || !are_extension (bytes + rest, length - rest))
    return FALSE;
  return amp_icd10_has_code (letter, get_number (bytes + 1), rest < length && bytes[rest] != '+' ? bytes[rest] : '\0');
}

static gboolean
is_atc_group (char letter, guint number)
{
  for (guint i = 0; i < G_N_ELEMENTS (atc_groups); i++)
    if (atc_groups[i].letter == letter)
      return number < 32 && (atc_groups[i].numbers >> number & 1) != 0;
  return FALSE;
}

gboolean
amp_atc_is_valid (const char *bytes, gsize length)
{
  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  amp_value_trim (&bytes, &length);
  if (length != 5 && length != 7)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      gboolean is_letter = i == 0 || i == 3 || i == 4;

      if (is_letter ? !g_ascii_isalpha (bytes[i]) : !g_ascii_isdigit (bytes[i]))
        return FALSE;
    }
  return is_atc_group (g_ascii_toupper (bytes[0]), get_number (bytes + 1));
}

/* Upper-case letters, digits and signs, without blanks; 0: too long, or with
 * bytes that are no text. */
static guint
fold_group (const char *bytes, gsize length, char *folded)
{
  guint n = 0;

  for (gsize i = 0; i < length;)
    {
      char character[2];
      char first = bytes[i];

      i += amp_fold_character (bytes + i, length - i, character);
      if (first != '\0' && strchr (" ./()", first) != NULL)
        continue;
      if (n + 1 == GROUP_MAXIMUM || character[0] == ' ' || character[0] == '\0')
        return 0;
      folded[n++] = character[0];
    }
  folded[n] = '\0';
  return n;
}

static gboolean
is_rhesus (const char *text, gboolean has_group)
{
  for (guint i = 0; i < G_N_ELEMENTS (rhesus_prefixes); i++)
    {
      gsize       size = strlen (rhesus_prefixes[i]);
      const char *value = text + size;
      guint       n_values = size > 0 || has_group ? G_N_ELEMENTS (rhesus_values) : N_CLEAR_VALUES;

      if (!g_str_has_prefix (text, rhesus_prefixes[i]))
        continue;
      for (guint j = 0; j < n_values; j++)
        if (strcmp (value, rhesus_values[j]) == 0)
          return TRUE;
    }
  return FALSE;
}

gboolean
amp_blood_group_is_valid (const char *bytes, gsize length)
{
  char folded[GROUP_MAXIMUM];

  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  amp_value_trim (&bytes, &length);
  if (length == 0 || length > 2 * GROUP_MAXIMUM || fold_group (bytes, length, folded) == 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      gsize size = strlen (groups[i]);

      if (strncmp (folded, groups[i], size) == 0 && ((size > 0 && folded[size] == '\0') || is_rhesus (folded + size, size > 0)))
        return TRUE;
    }
  return FALSE;
}
