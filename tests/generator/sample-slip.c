/* Owns the mistakes themselves. */
#include "sample-slip.h"

#define LONG_TEXT 10

static void
remove_at (SampleText *text, gsize position)
{
  memmove (text->bytes + position, text->bytes + position + 1, text->length - position - 1);
  text->length--;
}

static void
repeat_at (SampleText *text, gsize position)
{
  sample_text_put_char (text, ' ');
  memmove (text->bytes + position + 1, text->bytes + position, text->length - 1 - position);
}

static void
swap_at (SampleText *text, gsize position)
{
  char letter = text->bytes[position];

  text->bytes[position] = text->bytes[position - 1];
  text->bytes[position - 1] = letter;
}

static void
replace_at (SampleText *text, gsize position, SampleRandom *random)
{
  char first = g_ascii_islower (text->bytes[position]) ? 'a' : 'A';
  int  letter = text->bytes[position] - first;

  text->bytes[position] = (char) (first + (letter + 1 + (int) sample_random_below (random, 25)) % 26);
}

/* A letter whose neighbour before it is one too, and not the same. */
static gboolean
find_letter (const SampleText *text, SampleRandom *random, gsize *position)
{
  if (text->length < 4)
    return FALSE;
  for (guint i = 0; i < 20; i++)
    {
      *position = 2 + sample_random_below (random, (guint32) text->length - 2);
      if (g_ascii_isalpha (text->bytes[*position]) && g_ascii_isalpha (text->bytes[*position - 1]) &&
          text->bytes[*position] != text->bytes[*position - 1])
        return TRUE;
    }
  return FALSE;
}

void
sample_slip_letters (SampleText *text, SampleRandom *random)
{
  guint n_slips = text->length >= LONG_TEXT && sample_random_share (random, 300) ? 2 : 1;

  for (gsize position; n_slips > 0 && find_letter (text, random, &position); n_slips--)
    switch (sample_random_below (random, 4))
      {
      case 0:
        remove_at (text, position);
        break;
      case 1:
        repeat_at (text, position);
        break;
      case 2:
        swap_at (text, position);
        break;
      default:
        replace_at (text, position, random);
        break;
      }
}

void
sample_slip_join (SampleText *text)
{
  for (gsize i = text->length; i > 0; i--)
    if (!g_ascii_isalpha (text->bytes[i - 1]))
      remove_at (text, i - 1);
}

void
sample_slip_shorten (SampleText *text)
{
  for (gsize i = 1; i < text->length; i++)
    if (!g_ascii_isalpha (text->bytes[i]))
      {
        text->length = i;
        return;
      }
  text->length = MIN (text->length, 1);
}
