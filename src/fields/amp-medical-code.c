/* Owns the spellings of a blood group. */
#include "amp-medical-code.h"

#include "amp-fold.h"
#include "amp-value.h"

#define GROUP_MAXIMUM 16

static const char *const groups[] = { "AB", "A", "B", "O", "0", "" };
static const char *const rhesus_prefixes[] = { "RHD", "RH", "D", "" };

/* The last three say nothing alone: a flag looks like them too. */
static const char *const rhesus_values[] = { "+", "-", "POS", "NEG", "POSITIF", "NEGATIF", "POSITIVE", "NEGATIVE", "P", "N", "1" };
#define N_CLEAR_VALUES 8

gboolean
amp_icd10_is_valid (const char *bytes, gsize length)
{
  gsize i = 3;

  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  amp_value_trim (&bytes, &length);
  if (length < 3 || length > 8 || !g_ascii_isalpha (bytes[0]) || !g_ascii_isdigit (bytes[1]) || !g_ascii_isdigit (bytes[2]))
    return FALSE;
  if (length > 3 && bytes[3] == '.')
    i++;
  if (length - i > 4 || (i == 4 && length == 4))
    return FALSE;
  for (; i < length; i++)
    if (!g_ascii_isdigit (bytes[i]) && bytes[i] != '+')
      return FALSE;
  return TRUE;
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
