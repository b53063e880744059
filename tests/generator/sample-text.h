/* Owns the text of one cell while it is written: UTF-8, of a bounded size.
 * Knows nothing of delimiters or encodings. */
#pragma once

#include <glib.h>

#define SAMPLE_TEXT_SIZE 4096

typedef struct
{
  char  bytes[SAMPLE_TEXT_SIZE];
  gsize length;
} SampleText;

static inline void
sample_text_clear (SampleText *text)
{
  text->length = 0;
}

static inline void
sample_text_put_bytes (SampleText *text, const char *bytes, gsize length)
{
  g_assert (text->length + length <= SAMPLE_TEXT_SIZE);
  memcpy (text->bytes + text->length, bytes, length);
  text->length += length;
}

static inline void
sample_text_put (SampleText *text, const char *string)
{
  sample_text_put_bytes (text, string, strlen (string));
}

static inline void
sample_text_put_char (SampleText *text, char character)
{
  sample_text_put_bytes (text, &character, 1);
}

/**
 * sample_text_put_number:
 * @text: where to
 * @number: what
 * @width: the least number of digits; zeros fill it on the left
 */
void sample_text_put_number (SampleText *text, guint64 number, guint width);

/**
 * sample_text_put_lower:
 * @text: where to
 * @string: capitals A to Z; anything else is left out
 *
 * Writes @string in small letters, as an e-mail address has it.
 */
void sample_text_put_lower (SampleText *text, const char *string);

/**
 * sample_text_put_squashed:
 * @text: where to
 * @string: a name or a city
 *
 * Writes the letters A to Z of @string alone: two names that differ by a
 * hyphen, a space or an apostrophe come out equal.
 */
void sample_text_put_squashed (SampleText *text, const char *string);
