/* Owns the cells that know nothing of whom they are about: codes, dates,
 * amounts, comments. */
#include "sample-column.h"

#include "sample-number.h"
#include "sample-words.h"

#define DAY_ENDS 1200
#define DAY_STARTS 430

void
sample_text_put_date (SampleText *text, gint32 day)
{
  SampleDate date = sample_date_from_day (day);

  sample_text_put_number (text, (guint64) date.day, 2);
  sample_text_put_char (text, '/');
  sample_text_put_number (text, (guint64) date.month, 2);
  sample_text_put_char (text, '/');
  sample_text_put_number (text, (guint64) date.year, 4);
}

void
sample_text_put_iso_date (SampleText *text, gint32 day)
{
  SampleDate date = sample_date_from_day (day);

  sample_text_put_number (text, (guint64) date.year, 4);
  sample_text_put_char (text, '-');
  sample_text_put_number (text, (guint64) date.month, 2);
  sample_text_put_char (text, '-');
  sample_text_put_number (text, (guint64) date.day, 2);
}

void
sample_cell_pattern (SampleRow *row, const void *argument)
{
  for (const char *sign = argument; *sign != '\0'; sign++)
    if (*sign == '#')
      sample_text_put_char (&row->text, (char) ('0' + sample_random_below (row->random, 10)));
    else if (*sign == '@')
      sample_text_put_char (&row->text, (char) ('A' + sample_random_below (row->random, 26)));
    else if (*sign == '%')
      sample_text_put_char (&row->text, "0123456789abcdef"[sample_random_below (row->random, 16)]);
    else
      sample_text_put_char (&row->text, *sign);
}

void
sample_cell_word (SampleRow *row, const void *argument)
{
  const SampleWords *words = argument;

  sample_text_put (&row->text, words->words[sample_random_below (row->random, words->n_words)]);
}

void
sample_cell_constant (SampleRow *row, const void *argument)
{
  sample_text_put (&row->text, argument);
}

static gint32
draw_range (SampleRow *row, const void *argument)
{
  const SampleRange *range = argument;

  return sample_random_between (row->random, range->first, range->last);
}

void
sample_cell_number (SampleRow *row, const void *argument)
{
  sample_text_put_number (&row->text, (guint64) draw_range (row, argument), 1);
}

void
sample_cell_amount (SampleRow *row, const void *argument)
{
  guint32 cents = (guint32) draw_range (row, argument);

  sample_text_put_number (&row->text, cents / 100, 1);
  sample_text_put_char (&row->text, ',');
  sample_text_put_number (&row->text, cents % 100, 2);
}

void
sample_cell_date (SampleRow *row, const void *argument)
{
  sample_text_put_date (&row->text, row->day + draw_range (row, argument));
}

void
sample_cell_iso_date (SampleRow *row, const void *argument)
{
  sample_text_put_iso_date (&row->text, row->day + draw_range (row, argument));
}

void
sample_cell_time (SampleRow *row, const void *argument)
{
  guint32 minutes = DAY_STARTS + sample_random_below (row->random, DAY_ENDS - DAY_STARTS);

  sample_text_put_number (&row->text, minutes / 60, 2);
  sample_text_put_char (&row->text, ':');
  sample_text_put_number (&row->text, minutes % 60, 2);
}

void
sample_cell_timestamp (SampleRow *row, const void *argument)
{
  sample_cell_date (row, argument);
  sample_text_put_char (&row->text, ' ');
  sample_cell_time (row, argument);
  sample_text_put_char (&row->text, ':');
  sample_text_put_number (&row->text, sample_random_below (row->random, 60), 2);
}

void
sample_cell_nothing (SampleRow *row, const void *argument)
{
}

void
sample_cell_luhn (SampleRow *row, const void *argument)
{
  char digits[24];

  sample_cell_pattern (row, argument);
  g_assert (row->text.length < sizeof digits);
  memcpy (digits, row->text.bytes, row->text.length);
  digits[row->text.length] = '\0';
  sample_text_clear (&row->text);
  sample_number_put_luhn (&row->text, digits);
}

static void
put_phrase (SampleRow *row, gboolean has_topic)
{
  guint               index = sample_random_below (row->random, sample_phrase_get_count (has_topic));
  const SamplePhrase *phrase = sample_phrase_get (has_topic, index);

  if (row->text.length > 0)
    sample_text_put (&row->text, sample_random_share (row->random, 500) ? "\n" : ". ");
  sample_text_put (&row->text, phrase->text);
  if (phrase->topic != SAMPLE_CATEGORY_NONE)
    row->topics |= SAMPLE_CATEGORY_BIT (phrase->topic);
}

void
sample_cell_comment (SampleRow *row, const void *argument)
{
  gboolean has_topic = sample_random_share (row->random, GPOINTER_TO_UINT (argument));

  if (!has_topic || sample_random_share (row->random, 300))
    put_phrase (row, FALSE);
  if (has_topic)
    put_phrase (row, TRUE);
  if (sample_random_share (row->random, 250))
    put_phrase (row, FALSE);
}
