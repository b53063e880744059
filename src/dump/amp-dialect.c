/* Owns the order in which a dialect is found: what is certainly no table, the
 * encoding, the delimiter, then the header. Each step is a file of its own. */
#include "amp-dialect.h"
#include "amp-delimiter-guess.h"
#include "amp-dump-error.h"
#include "amp-escape.h"
#include "amp-fixed-guess.h"
#include "amp-header-guess.h"
#include "amp-json-guess.h"
#include "amp-line-scan.h"
#include "amp-magic.h"
#include "amp-sample-rows.h"
#include "amp-sql-guess.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* As much of a sample as tells a dialect; the rest would only cost time. */
#define MAX_SAMPLE_BYTES (512 * 1024)
#define MAX_HEADER_ROWS 200
/* Rows agree less than this under a comma or a colon that is part of values. */
#define WEAK_SCORE 0.4

/* clang-format off */
static const char *const format_codes[AMP_N_DUMP_FORMATS] = {
  [AMP_DUMP_FORMAT_DELIMITED]  = "delimited",
  [AMP_DUMP_FORMAT_JSON_LINES] = "json-lines",
  [AMP_DUMP_FORMAT_SQL]        = "sql",
  [AMP_DUMP_FORMAT_FIXED]      = "fixed",
};

static const char *const line_end_codes[] = {
  [AMP_LINE_END_CRLF]  = "crlf",
  [AMP_LINE_END_LF]    = "lf",
  [AMP_LINE_END_CR]    = "cr",
  [AMP_LINE_END_MIXED] = "mixed",
};
/* clang-format on */

const char *
amp_dump_format_get_code (AmpDumpFormat format)
{
  g_return_val_if_fail ((guint) format < AMP_N_DUMP_FORMATS, NULL);
  return format_codes[format];
}

const char *
amp_line_end_get_code (AmpLineEnd line_end)
{
  g_return_val_if_fail ((guint) line_end < G_N_ELEMENTS (line_end_codes), NULL);
  return line_end_codes[line_end];
}

/* The table as it would be without its header, for the header guess to look at. */
static gboolean
has_header (const AmpDialect *dialect, guint preamble_lines, const guint8 *bytes, gsize length)
{
  AmpDialect headless = *dialect;
  g_autoptr (GPtrArray) rows = amp_sample_rows_new ();

  headless.has_header = FALSE;
  headless.preamble_lines = preamble_lines;
  amp_sample_rows_add (rows, &headless, NULL, AMP_SAMPLE_ANY, TRUE, bytes, length, MAX_HEADER_ROWS);
  return amp_header_guess_run (rows, dialect->n_fields);
}

/* Rows before the table are a preamble only if a header follows them: otherwise they
 * are broken rows, which must be counted. */
static void
find_header (AmpDialect *dialect, guint preamble_lines, const guint8 *bytes, gsize length)
{
  dialect->has_header = has_header (dialect, preamble_lines, bytes, length);
  if (dialect->has_header)
    dialect->preamble_lines = preamble_lines;
  else if (preamble_lines > 0)
    dialect->has_header = has_header (dialect, 0, bytes, length);
}

/* The header says how many fields there are, not the rows; unless most rows have more
 * than twice as many: it is a line before the table then. */
static void
count_header (AmpDialect *dialect, const guint8 *bytes, gsize length)
{
  g_auto (GStrv) header = amp_sample_rows_read_header (dialect, bytes, length);
  guint n_values = g_strv_length (header);

  if (n_values > 0 && n_values * 2 <= dialect->n_fields)
    dialect->has_header = FALSE;
  else if (n_values > 0)
    dialect->n_fields = n_values;
}

/* What ends the lines, where the shape of the rows does not tell. */
static AmpLineEnd
find_line_end (const guint8 *bytes, gsize length)
{
  guint       counts[] = { 0, 0, 0 };
  guint       most = AMP_LINE_END_LF;
  AmpLineScan scan;
  AmpLine     line;

  amp_line_scan_init (&scan, bytes, length);
  while (amp_line_scan_next (&scan, &line))
    if (line.end_length > 0)
      counts[line.end_length == 2 ? AMP_LINE_END_CRLF : line.bytes[line.length] == '\n' ? AMP_LINE_END_LF
                                                                                        : AMP_LINE_END_CR]++;
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > counts[most])
      most = i;
  return (counts[0] + counts[1] + counts[2] - counts[most]) * 50 > counts[most] ? AMP_LINE_END_MIXED : (AmpLineEnd) most;
}

static gboolean
detect_json (const guint8 *bytes, gsize length, gboolean is_whole, AmpDialect *dialect)
{
  g_autoptr (GPtrArray) fields = NULL;

  if (!amp_magic_is_json (bytes, length) || !amp_json_guess_is_lines (bytes, length, is_whole))
    return FALSE;
  fields = g_ptr_array_new_with_free_func (g_free);
  amp_json_guess_add_fields (fields, bytes, length);
  dialect->format = AMP_DUMP_FORMAT_JSON_LINES;
  dialect->quote = '"';
  dialect->line_end = find_line_end (bytes, length);
  dialect->has_header = TRUE;
  dialect->n_fields = fields->len;
  return TRUE;
}

static gboolean
detect_sql (const guint8 *bytes, gsize length, AmpDialect *dialect)
{
  g_autoptr (AmpSqlGuess) guess = NULL;
  g_auto (GStrv) columns = NULL;

  if (!amp_sql_guess_looks_like_sql (bytes, length))
    return FALSE;
  dialect->escape = amp_sql_guess_has_escapes (bytes, length) ? '\\' : 0;
  guess = amp_sql_guess_new (dialect->escape != 0);
  amp_sql_guess_add (guess, bytes, length);
  columns = amp_sql_guess_finish (guess, dialect);
  if (!columns)
    {
      dialect->escape = 0;
      return FALSE;
    }
  dialect->format = AMP_DUMP_FORMAT_SQL;
  dialect->quote = '\'';
  dialect->line_end = find_line_end (bytes, length);
  return TRUE;
}

/* All that may separate or enclose values, and the backslash. */
static const char escapable[] = "\\\"',;\t|:\x01";

/* Quotes that only make sense with escapes are as good a reason for them as rows. */
static gboolean
is_better (const AmpDelimiterGuess *escaped, const AmpDelimiterGuess *plain)
{
  return escaped->score > plain->score || (escaped->score == plain->score && escaped->quote != 0 && plain->quote == 0);
}

/* Backslashes are escapes where rows agree better once what they escape is hidden. */
static gboolean
guess_delimiter (const guint8 *bytes, gsize length, gboolean is_whole, AmpDelimiterGuess *guess, char *escape)
{
  AmpDelimiterGuess better = { 0 };
  gboolean          is_table = amp_delimiter_guess_run (bytes, length, is_whole, guess);
  g_autoptr (GByteArray) hidden = NULL;

  if (!memchr (bytes, '\\', length))
    return is_table;
  hidden = g_byte_array_new ();
  if (!amp_escape_hide (bytes, length, escapable, hidden) ||
      !amp_delimiter_guess_run (hidden->data, hidden->len, is_whole, &better) ||
      (is_table && !is_better (&better, guess)) || better.score == 0)
    return is_table;
  *guess = better;
  *escape = '\\';
  return TRUE;
}

/* Commas and colons may separate parts of values in columns; other delimiters are
 * believed, and so is a comma or colon that hardly any row contradicts. */
static gboolean
detect_fixed (const guint8 *bytes, gsize length, gboolean is_whole, gboolean is_table, const AmpDelimiterGuess *guess, AmpDialect *dialect)
{
  if (is_table && guess->delimiter != 0 && ((guess->delimiter != ',' && guess->delimiter != ':') || guess->score > WEAK_SCORE))
    return FALSE;
  if (!amp_fixed_guess_run (bytes, length, is_whole, dialect))
    return FALSE;
  dialect->format = AMP_DUMP_FORMAT_FIXED;
  dialect->escape = 0;
  dialect->line_end = find_line_end (bytes, length);
  find_header (dialect, 0, bytes, length);
  return TRUE;
}

static gboolean
detect_in_text (const guint8 *bytes, gsize length, gboolean is_whole, AmpDialect *dialect, GError **error)
{
  AmpDelimiterGuess guess = { 0 };
  gboolean          is_table;

  if (length > MAX_SAMPLE_BYTES)
    {
      length = MAX_SAMPLE_BYTES;
      is_whole = FALSE;
    }
  if (detect_json (bytes, length, is_whole, dialect) || detect_sql (bytes, length, dialect))
    return TRUE;
  if (!amp_magic_check_text (bytes, length, error))
    return FALSE;
  /* A sample that is one long line without its end has no whole row to judge. */
  is_table = guess_delimiter (bytes, length, is_whole, &guess, &dialect->escape) ||
             (!is_whole && guess_delimiter (bytes, length, TRUE, &guess, &dialect->escape));
  if (detect_fixed (bytes, length, is_whole, is_table, &guess, dialect))
    return TRUE;
  if (!is_table)
    {
      g_set_error_literal (error, AMP_DUMP_ERROR, AMP_DUMP_ERROR_NOT_A_TABLE, _ ("not a table: its lines have no values in common"));
      return FALSE;
    }
  dialect->delimiter = guess.delimiter;
  dialect->quote = guess.quote;
  dialect->line_end = guess.line_end;
  dialect->n_fields = guess.n_fields;
  find_header (dialect, guess.preamble_lines, bytes, length);
  if (dialect->has_header)
    count_header (dialect, bytes, length);
  return TRUE;
}

gboolean
amp_dialect_detect (const guint8 *bytes, gsize length, gboolean is_whole, AmpDialect *dialect, GError **error)
{
  AmpDialect found = { .format = AMP_DUMP_FORMAT_DELIMITED };
  gsize      mark;

  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);
  g_return_val_if_fail (dialect != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!amp_magic_check (bytes, length, error))
    return FALSE;
  found.encoding = amp_encoding_detect (bytes, length);
  mark = amp_encoding_get_mark_length (found.encoding, bytes, length);
  if (amp_encoding_is_utf_16 (found.encoding))
    {
      g_autoptr (GString) text = g_string_new (NULL);

      amp_encoding_transcode_utf_16 (found.encoding, bytes + mark, length - mark, text);
      if (!detect_in_text ((const guint8 *) text->str, text->len, is_whole, &found, error))
        return FALSE;
    }
  else if (!detect_in_text (bytes + mark, length - mark, is_whole, &found, error))
    return FALSE;
  *dialect = found;
  return TRUE;
}
