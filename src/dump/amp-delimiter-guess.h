/* Finds the delimiter and quote under which the rows of a sample agree best. */
#pragma once

#include "amp-dialect.h"

G_BEGIN_DECLS

/**
 * AmpDelimiterGuess:
 * @delimiter: what separates values; 0: nothing does.
 * @quote: what encloses values; 0: nothing does.
 * @n_fields: how many values most rows have.
 * @preamble_lines: lines before the first row that has so many, where they look unlike
 *   rows; they are a preamble only if a header follows.
 * @line_end: what ends the rows.
 * @score: how well the rows agree, from 0 (a list of single values) to 1.
 *
 * What the counting of values tells.
 */
typedef struct
{
  char       delimiter;
  char       quote;
  guint      n_fields;
  guint      preamble_lines;
  AmpLineEnd line_end;
  double     score;
} AmpDelimiterGuess;

/**
 * amp_delimiter_guess_run:
 * @bytes: (array length=length): a sample, which starts where the source starts.
 * @length: its size in bytes.
 * @is_whole: whether the last line is whole though it has no end.
 * @guess: (out caller-allocates): what was found.
 *
 * Returns: %FALSE when no delimiter makes rows of the lines and they are no list of
 *   single values either: prose, most often.
 */
gboolean amp_delimiter_guess_run (const guint8 *bytes, gsize length, gboolean is_whole, AmpDelimiterGuess *guess);

G_END_DECLS
