/* Owns what makes a text fixed columns. Invariant: it says so only where chance cannot
 * have left the same positions blank in all lines. */
#include "amp-fixed-guess.h"
#include "amp-line-scan.h"

#include <string.h>

#define MAX_LINES 1000
#define MIN_LINES 10
#define MIN_FIELDS 3
#define MAX_COLUMNS 2000

/* What the lines have at each column. The first line, which may be a header, stands
 * apart from the others. */
typedef struct
{
  const AmpDialect *dialect;
  guint8            first_line[MAX_COLUMNS]; /* what it has there; 0 behind its end */
  guint8            bytes[MAX_COLUMNS];      /* what one of the lines has there */
  guint8            has_other[MAX_COLUMNS];  /* whether another has something else */
  guint             n_lines;
  guint             width;
  guint             n_filled[MAX_COLUMNS];
  guint             n_starts[MAX_COLUMNS]; /* a value starts here, behind a blank */
  guint             n_ends[MAX_COLUMNS];   /* a value ends here, before a blank */
} Picture;

static gboolean
is_continuation (const AmpDialect *dialect, guint8 byte)
{
  gboolean is_utf_8 = dialect->encoding == AMP_ENCODING_UTF_8 || dialect->encoding == AMP_ENCODING_UTF_8_BOM ||
                      amp_encoding_is_utf_16 (dialect->encoding);

  return is_utf_8 && (byte & 0xc0) == 0x80;
}

gsize
amp_fixed_guess_find (const AmpDialect *dialect, const guint8 *bytes, gsize length, gsize offset, guint *column, guint wanted)
{
  g_return_val_if_fail (dialect != NULL && column != NULL, 0);

  while (offset < length && *column < wanted)
    {
      offset++;
      while (offset < length && is_continuation (dialect, bytes[offset]))
        offset++;
      ++*column;
    }
  return offset;
}

gboolean
amp_fixed_guess_is_rule (const guint8 *bytes, gsize length)
{
  gsize n_dashes = 0;

  for (gsize i = 0; i < length; i++)
    if (bytes[i] == '-' || bytes[i] == '=')
      n_dashes++;
    else if (bytes[i] != ' ')
      return FALSE;
  return n_dashes >= 3;
}

static void
add_first_line (Picture *picture, const AmpLine *line)
{
  gsize offset = 0;
  guint column = 0;

  while (offset < line->length && column < MAX_COLUMNS)
    {
      picture->first_line[column] = line->bytes[offset];
      offset = amp_fixed_guess_find (picture->dialect, line->bytes, line->length, offset, &column, column + 1);
    }
}

/* A tab moves what follows it: such lines are not in columns. */
static gboolean
add_line (Picture *picture, const AmpLine *line)
{
  gsize    offset = 0;
  guint    column = 0;
  gboolean was_blank = TRUE;

  while (offset < line->length)
    {
      gboolean is_blank = line->bytes[offset] == ' ';

      if (line->bytes[offset] == '\t' || column == MAX_COLUMNS - 1)
        return FALSE;
      picture->n_filled[column] += !is_blank;
      picture->has_other[column] |= picture->n_lines > 0 && picture->bytes[column] != line->bytes[offset];
      picture->bytes[column] = line->bytes[offset];
      picture->n_starts[column] += was_blank && !is_blank;
      if (is_blank && !was_blank)
        picture->n_ends[column - 1]++;
      was_blank = is_blank;
      offset = amp_fixed_guess_find (picture->dialect, line->bytes, line->length, offset, &column, column + 1);
    }
  if (!was_blank)
    picture->n_ends[column - 1]++;
  picture->width = MAX (picture->width, column);
  picture->n_lines++;
  return TRUE;
}

static gboolean
is_blank_line (const AmpLine *line)
{
  for (gsize i = 0; i < line->length; i++)
    if (line->bytes[i] != ' ')
      return FALSE;
  return TRUE;
}

static gboolean
take_picture (Picture *picture, const guint8 *bytes, gsize length, gboolean is_whole)
{
  AmpLineScan scan;
  AmpLine     line;
  gboolean    is_first = TRUE;

  amp_line_scan_init (&scan, bytes, length);
  while (picture->n_lines < MAX_LINES && amp_line_scan_next (&scan, &line))
    {
      if (is_blank_line (&line) || amp_fixed_guess_is_rule (line.bytes, line.length) || (line.end_length == 0 && !is_whole))
        continue;
      if (is_first)
        add_first_line (picture, &line);
      else if (!add_line (picture, &line))
        return FALSE;
      is_first = FALSE;
    }
  return picture->n_lines >= MIN_LINES;
}

/* Where a field begins whose first filled column is @first: numbers that are set to the
 * right may grow into the blanks before them. */
static guint
find_start (const Picture *picture, guint gap, guint first, guint last)
{
  gboolean is_left = picture->n_starts[first] * 2 >= picture->n_lines;
  gboolean is_right = picture->n_ends[last] * 2 >= picture->n_lines;

  return !is_left && is_right ? gap : first;
}

/* A single blank before something that few lines have is most likely one inside values. */
static gboolean
is_inside_value (const Picture *picture, guint gap, guint first, guint last)
{
  return gap > 0 && first - gap == 1 && MAX (picture->n_starts[first], picture->n_ends[last]) * 2 < picture->n_lines;
}

/* One and the same word before a single blank everywhere, as "DR" before names, and in
 * the first line too, so that no header says that it is a field. */
static gboolean
is_same_word (const Picture *picture, guint start, guint gap)
{
  for (guint i = start; i < gap; i++)
    if (picture->has_other[i] || picture->n_filled[i] < picture->n_lines || !g_ascii_isalpha (picture->bytes[i]) || picture->first_line[i] != picture->bytes[i])
      return FALSE;
  return gap > start;
}

static gboolean
runs_over (const Picture *picture, guint gap)
{
  return picture->first_line[gap] != ' ' && picture->first_line[gap] != 0;
}

/* Joins fields at single blanks that the header runs over, or that follow one and the
 * same word. A header that runs over many of them is not in columns. */
static guint
join_fields (const Picture *picture, const guint *gaps, guint16 *columns, guint n_fields)
{
  guint n_kept = 1, n_over = 0;

  for (guint i = 1; i < n_fields; i++)
    n_over += columns[i] == gaps[i] + 1 && runs_over (picture, gaps[i]);
  for (guint i = 1; i < n_fields; i++)
    {
      gboolean is_joined = (n_over * 3 <= n_fields && runs_over (picture, gaps[i])) || is_same_word (picture, columns[n_kept - 1], gaps[i]);

      if (columns[i] != gaps[i] + 1 || !is_joined)
        columns[n_kept++] = columns[i];
    }
  return n_kept;
}

static guint
find_fields (const Picture *picture, guint16 *columns)
{
  g_autofree guint *gaps = g_new0 (guint, AMP_DIALECT_MAX_COLUMNS);
  guint             n_fields = 0, gap = 0, column = 0;

  while (column < picture->width)
    {
      guint first, last;

      while (column < picture->width && picture->n_filled[column] == 0)
        column++;
      if (column == picture->width)
        break;
      first = column;
      while (column < picture->width && picture->n_filled[column] > 0)
        column++;
      last = column - 1;
      if (n_fields == AMP_DIALECT_MAX_COLUMNS)
        return 0;
      gaps[n_fields] = gap;
      if (n_fields == 0)
        columns[n_fields++] = 0;
      else if (!is_inside_value (picture, gap, first, last))
        columns[n_fields++] = (guint16) find_start (picture, gap, first, last);
      gap = column;
    }
  return n_fields > 0 ? join_fields (picture, gaps, columns, n_fields) : 0;
}

gboolean
amp_fixed_guess_run (const guint8 *bytes, gsize length, gboolean is_whole, AmpDialect *dialect)
{
  g_autofree Picture *picture = g_new0 (Picture, 1);
  guint16             columns[AMP_DIALECT_MAX_COLUMNS] = { 0 };
  guint               n_fields;

  g_return_val_if_fail (dialect != NULL, FALSE);

  picture->dialect = dialect;
  if (!take_picture (picture, bytes, length, is_whole))
    return FALSE;
  n_fields = find_fields (picture, columns);
  if (n_fields < MIN_FIELDS)
    return FALSE;
  dialect->n_fields = n_fields;
  memcpy (dialect->columns, columns, sizeof columns);
  return TRUE;
}
