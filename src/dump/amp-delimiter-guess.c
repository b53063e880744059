/* Owns the choice of delimiter and quote. It knows counts of values, not values: the
 * reading that gives most rows the same number of values wins, with a preference for
 * delimiters that are less often part of a value. */
#include "amp-delimiter-guess.h"
#include "amp-row-count.h"

#include <string.h>

#define MAX_PREAMBLE 100
/* No export has so many; a file of delimiters alone has. */
#define MAX_FIELDS 10000

/* A list of single values has short lines of few words; prose has not. */
#define LIST_MAX_WORDS 4.0
#define LIST_MAX_BYTES 200.0
/* More words a value than this, and rows that agree do so by chance. */
#define PROSE_WORDS 4.0

typedef struct
{
  char   delimiter;
  double weight;
  char   unseen_quote; /* the quote assumed where a sample has none */
} Candidate;

/* How much to trust rows that agree under a delimiter: commas stand in addresses and
 * amounts, colons in times. Lists of account:password never quote. */
/* clang-format off */
static const Candidate candidates[] = {
  { ';',    1.00, '"' },
  { '\t',   1.00, '"' },
  { '|',    0.98, '"' },
  { '\x01', 1.00,  0  },
  { ',',    0.92, '"' },
  { ':',    0.60,  0  },
};
/* clang-format on */

typedef struct
{
  double score;
  double share;
  guint  mode;
} Agreement;

static guint
find_mode (const AmpRowCount *count, guint *n_rows, guint *n_agreeing)
{
  g_autoptr (GHashTable) tally = g_hash_table_new (NULL, NULL);
  guint mode = 0;

  *n_rows = *n_agreeing = 0;
  for (guint i = 0; i < count->rows->len; i++)
    {
      guint n_values = g_array_index (count->rows, AmpCountedRow, i).n_values;
      guint seen;

      if (n_values == 0)
        continue;
      (*n_rows)++;
      seen = GPOINTER_TO_UINT (g_hash_table_lookup (tally, GUINT_TO_POINTER (n_values))) + 1;
      g_hash_table_insert (tally, GUINT_TO_POINTER (n_values), GUINT_TO_POINTER (seen));
      if (seen > *n_agreeing || (seen == *n_agreeing && n_values > mode))
        {
          mode = n_values;
          *n_agreeing = seen;
        }
    }
  return mode;
}

static double
get_words_a_value (const AmpRowCount *count)
{
  guint64 n_filled = 0;

  for (guint i = 0; i < count->rows->len; i++)
    n_filled += g_array_index (count->rows, AmpCountedRow, i).n_filled;
  n_filled -= MIN (n_filled, count->n_quoted);
  return n_filled > 0 ? (double) count->n_words / (double) n_filled : 0;
}

/* Lines that merely end with the delimiter, as code does, have nothing in the second
 * value of two. */
static gboolean
is_only_trailing (const AmpRowCount *count, guint mode, guint n_agreeing)
{
  guint n_trailing = 0;

  for (guint i = 0; mode == 2 && i < count->rows->len; i++)
    {
      const AmpCountedRow *row = &g_array_index (count->rows, AmpCountedRow, i);

      n_trailing += row->n_values == 2 && row->n_filled < 2;
    }
  return n_trailing * 2 > n_agreeing;
}

/* Few rows, or rows that agree only so-so, must also not read like sentences. */
static gboolean
is_convincing (const AmpRowCount *count, double share, guint mode, guint n_rows)
{
  if (mode < 2 || mode > MAX_FIELDS)
    return FALSE;
  if (share < 0.5 && !(share >= 0.3 && mode >= 4 && n_rows >= 10))
    return FALSE;
  return (share >= 0.9 && n_rows >= 5) || get_words_a_value (count) <= PROSE_WORDS;
}

/* Five values or more in nearly all rows are no chance, whatever the delimiter. */
static double
get_weight (const Candidate *candidate, const Agreement *agreement)
{
  if (agreement->share < 0.95 || agreement->mode < 5)
    return candidate->weight;
  return 1 - 0.3 * (1 - candidate->weight);
}

static Agreement
judge (const AmpRowCount *count, const Candidate *candidate)
{
  Agreement agreement = { 0 };
  guint     n_rows, n_agreeing;
  double    stray;

  agreement.mode = find_mode (count, &n_rows, &n_agreeing);
  if (n_rows == 0)
    return agreement;
  agreement.share = (double) n_agreeing / n_rows;
  if (!is_convincing (count, agreement.share, agreement.mode, n_rows) ||
      (agreement.share < 0.95 && is_only_trailing (count, agreement.mode, n_agreeing)))
    return agreement;
  stray = MIN (1.0, (double) count->n_stray / n_rows);
  agreement.score = agreement.share * agreement.share * get_weight (candidate, &agreement) * (1 - 1.0 / (agreement.mode + 1)) * (1 - 0.5 * stray);
  return agreement;
}

static gboolean
is_digit_at (const guint8 *bytes, gsize length, gsize i)
{
  return i < length && g_ascii_isdigit (bytes[i]);
}

/* Colons of times (12:30) and addresses (https://) are not between values. */
static gboolean
has_delimiting_colons (const guint8 *bytes, gsize length)
{
  gsize colons = 0, others = 0;

  for (gsize i = 0; i < length; i++)
    if (bytes[i] == ':')
      {
        gboolean is_time = i >= 2 && is_digit_at (bytes, length, i - 1) && is_digit_at (bytes, length, i - 2) &&
                           !(i >= 3 && is_digit_at (bytes, length, i - 3)) && is_digit_at (bytes, length, i + 1) &&
                           is_digit_at (bytes, length, i + 2) && !is_digit_at (bytes, length, i + 3);
        gboolean is_address = i + 2 < length && bytes[i + 1] == '/' && bytes[i + 2] == '/';

        colons++;
        others += is_time || is_address;
      }
  return colons > 0 && others * 5 < colons * 4;
}

/* Commas between digits may be those of decimals: 12,50;3,75. Where nothing but them
 * makes rows, they are delimiters all the same. */
static double
get_comma_weight (const guint8 *bytes, gsize length)
{
  gsize commas = 0, decimals = 0;

  for (gsize i = 0; i < length; i++)
    if (bytes[i] == ',')
      {
        commas++;
        decimals += i > 0 && g_ascii_isdigit (bytes[i - 1]) && is_digit_at (bytes, length, i + 1);
      }
  return decimals * 5 >= commas * 4 ? 0.6 : 1;
}

/* An apostrophe is a quote where it encloses plenty of values, and where it encloses all
 * that need it: who writes it as a quote encloses every value that holds one. Where that
 * is a value or two, no row may speak against it. */
static gboolean
is_apostrophe_quote (const AmpRowCount *count, gboolean is_as_good)
{
  guint64 n_against = count->n_stray + count->n_inside;

  return count->n_quoted * 10 >= count->n_values || (count->n_quoted >= 3 && n_against * 20 <= count->n_quoted) || (n_against == 0 && is_as_good);
}

/* Quotes that are not there do no harm and may come after the sample; quotes that spoil
 * the rows are none. */
static char
choose_quote (const guint8 *bytes, gsize length, gboolean is_whole, const Candidate *candidate, Agreement *agreement)
{
  static const char quotes[] = { '"', '\'' };
  g_autoptr (AmpRowCount) plain = amp_row_count_new (bytes, length, is_whole, candidate->delimiter, 0);
  char quote = 0;

  *agreement = judge (plain, candidate);
  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      g_autoptr (AmpRowCount) count = NULL;
      Agreement with_quote;

      if (!memchr (bytes, quotes[i], length))
        continue;
      count = amp_row_count_new (bytes, length, is_whole, candidate->delimiter, quotes[i]);
      with_quote = judge (count, candidate);
      if (count->n_quoted > 0 && count->n_quoted >= count->n_stray && with_quote.share >= 0.9 * agreement->share &&
          (quotes[i] == '"' || is_apostrophe_quote (count, with_quote.share >= agreement->share)))
        {
          *agreement = with_quote;
          quote = quotes[i];
        }
    }
  if (quote == 0 && !memchr (bytes, '"', length))
    quote = candidate->unseen_quote;
  return quote;
}

static gboolean
looks_before_table (const AmpCountedRow *row, guint mode)
{
  return row->n_values * 2 <= mode || (mode >= 3 && row->n_filled <= 1);
}

static guint
count_preamble (const AmpRowCount *count, guint mode)
{
  for (guint i = 0; i < MIN (count->rows->len, MAX_PREAMBLE); i++)
    {
      const AmpCountedRow *row = &g_array_index (count->rows, AmpCountedRow, i);

      if (!looks_before_table (row, mode))
        return row->line;
    }
  return 0;
}

/* Excel's own first line, which names the delimiter: sep=; */
static gboolean
starts_with_separator_line (const guint8 *bytes, gsize length)
{
  return length > 5 && g_ascii_strncasecmp ((const char *) bytes, "sep=", 4) == 0 && (bytes[5] == '\r' || bytes[5] == '\n');
}

static AmpLineEnd
choose_line_end (const AmpRowCount *count)
{
  guint total = count->n_crlf + count->n_feed + count->n_return;
  guint most = MAX (count->n_crlf, MAX (count->n_feed, count->n_return));

  if ((total - most) * 50 > total)
    return AMP_LINE_END_MIXED;
  if (total == 0 || most == count->n_feed)
    return AMP_LINE_END_LF;
  return most == count->n_crlf ? AMP_LINE_END_CRLF : AMP_LINE_END_CR;
}

static void
fill_guess (const guint8 *bytes, gsize length, gboolean is_whole, AmpDelimiterGuess *guess)
{
  g_autoptr (AmpRowCount) count = amp_row_count_new (bytes, length, is_whole, guess->delimiter, guess->quote);

  guess->line_end = choose_line_end (count);
  guess->preamble_lines = guess->n_fields > 1 ? count_preamble (count, guess->n_fields) : 0;
  if (guess->preamble_lines == 0 && starts_with_separator_line (bytes, length))
    guess->preamble_lines = 1;
}

static gboolean
is_list (const guint8 *bytes, gsize length, gboolean is_whole, AmpDelimiterGuess *guess)
{
  g_autoptr (AmpRowCount) count = amp_row_count_new (bytes, length, is_whole, 0, 0);
  g_autoptr (AmpRowCount) quoted = amp_row_count_new (bytes, length, is_whole, 0, '"');
  guint n_rows = 0;

  for (guint i = 0; i < count->rows->len; i++)
    n_rows += g_array_index (count->rows, AmpCountedRow, i).n_values > 0;
  if (n_rows == 0 || (double) count->n_words / n_rows > LIST_MAX_WORDS || (double) length / count->rows->len > LIST_MAX_BYTES)
    return FALSE;
  guess->delimiter = 0;
  guess->quote = quoted->n_quoted * 2 > n_rows ? '"' : 0;
  guess->n_fields = 1;
  return TRUE;
}

gboolean
amp_delimiter_guess_run (const guint8 *bytes, gsize length, gboolean is_whole, AmpDelimiterGuess *guess)
{
  double best = 0;

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      const Candidate *candidate = &candidates[i];
      Agreement        agreement;
      char             quote;

      if (!memchr (bytes, candidate->delimiter, length) ||
          (candidate->delimiter == ':' && !has_delimiting_colons (bytes, length)))
        continue;
      quote = choose_quote (bytes, length, is_whole, candidate, &agreement);
      if (candidate->delimiter == ',')
        agreement.score *= get_comma_weight (bytes, length);
      if (agreement.score <= best)
        continue;
      best = agreement.score;
      guess->delimiter = candidate->delimiter;
      guess->quote = quote;
      guess->n_fields = agreement.mode;
    }
  if (best == 0 && !is_list (bytes, length, is_whole, guess))
    return FALSE;
  guess->score = best;
  fill_guess (bytes, length, is_whole, guess);
  return TRUE;
}
