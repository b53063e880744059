/* Owns the writing of numbers and names into a cell; its invariant: never past
 * the end of the cell. */
#include "sample-text.h"

void
sample_text_put_number (SampleText *text, guint64 number, guint width)
{
  char  digits[32];
  guint first = sizeof digits;

  g_assert (width <= sizeof digits);
  do
    {
      digits[--first] = (char) ('0' + number % 10);
      number /= 10;
    }
  while (number > 0);
  while (sizeof digits - first < width)
    digits[--first] = '0';
  sample_text_put_bytes (text, digits + first, sizeof digits - first);
}

void
sample_text_put_lower (SampleText *text, const char *string)
{
  for (; *string != '\0'; string++)
    if (g_ascii_isupper (*string))
      sample_text_put_char (text, g_ascii_tolower (*string));
}

void
sample_text_put_squashed (SampleText *text, const char *string)
{
  for (; *string != '\0'; string++)
    if (g_ascii_isupper (*string))
      sample_text_put_char (text, *string);
}
