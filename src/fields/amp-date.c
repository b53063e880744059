/* Owns the calendar rules and the spellings of a date. */
#include "amp-date.h"

#include "amp-value.h"

/* No column of people begins earlier before the latest year. */
#define OLDEST 115

/* A month's name is told by its first three letters, but for the French juin
 * and juillet, which take four. */
typedef struct
{
  char   start[5];
  guint8 month;
} Month;

/* clang-format off */
static const Month months[] = {
  { "jan", 1 }, { "feb", 2 }, { "fev", 2 }, { "f\303\251v", 2 }, { "mar", 3 }, { "apr", 4 }, { "avr", 4 },
  { "may", 5 }, { "mai", 5 }, { "juil", 7 }, { "juin", 6 }, { "jun", 6 }, { "jul", 7 }, { "aug", 8 },
  { "aou", 8 }, { "ao\303\273", 8 }, { "sep", 9 }, { "oct", 10 }, { "nov", 11 }, { "dec", 12 }, { "d\303\251c", 12 },
};
/* clang-format on */

/* One of the three parts of a written date. */
typedef struct
{
  guint value;
  guint n_digits;
} Part;

typedef struct
{
  const char *next;
  const char *end;
} Cursor;

static guint
get_days_in_month (guint year, guint month)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean            is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

  return days[month - 1] + (month == 2 && is_leap ? 1 : 0);
}

gboolean
amp_date_is_valid (AmpDate date)
{
  return date.year >= AMP_DATE_FIRST_YEAR && date.year <= AMP_DATE_LAST_YEAR &&
         date.month >= 1 && date.month <= 12 &&
         date.day >= 1 && date.day <= get_days_in_month (date.year, date.month);
}

int
amp_date_compare (AmpDate first, AmpDate second)
{
  if (first.year != second.year)
    return (int) first.year - (int) second.year;
  if (first.month != second.month)
    return (int) first.month - (int) second.month;
  return (int) first.day - (int) second.day;
}

static gboolean
is_separator (char character)
{
  return character == '/' || character == '-' || character == '.' || character == ' ';
}

static Part
read_digits (Cursor *cursor)
{
  Part part = { 0, 0 };

  while (cursor->next < cursor->end && g_ascii_isdigit (*cursor->next) && part.n_digits < 9)
    {
      part.value = part.value * 10 + (guint) (*cursor->next - '0');
      part.n_digits++;
      cursor->next++;
    }
  return part;
}

static gboolean
read_separator (Cursor *cursor, char *separator)
{
  if (cursor->next == cursor->end || !is_separator (*cursor->next))
    return FALSE;
  *separator = *cursor->next++;
  return TRUE;
}

/* A month in letters: as many as there are, the first few of which count. */
static Part
read_month_name (Cursor *cursor)
{
  const char *start = cursor->next;
  Part        part = { 0, 0 };
  gsize       length;

  while (cursor->next < cursor->end && (g_ascii_isalpha (*cursor->next) || (guint8) *cursor->next >= 0x80))
    cursor->next++;
  length = (gsize) (cursor->next - start);
  for (guint i = 0; i < G_N_ELEMENTS (months) && length >= 3 && length <= 10; i++)
    {
      gsize needed = strlen (months[i].start);

      if (length >= needed && g_ascii_strncasecmp (start, months[i].start, needed) == 0)
        return (Part){ months[i].month, 2 };
    }
  return part;
}

/* What may follow a date: nothing, or a blank or T and a time of day. */
static gboolean
is_end (const Cursor *cursor)
{
  const char *next = cursor->next;

  if (next == cursor->end)
    return TRUE;
  if (cursor->end - next < 4 || cursor->end - next > 30 || (*next != ' ' && *next != 'T'))
    return FALSE;
  next++;
  if (!g_ascii_isdigit (next[0]) || !(next[1] == ':' || (g_ascii_isdigit (next[1]) && (next[2] == ':' || next[2] == 'h'))))
    return FALSE;
  for (; next < cursor->end; next++)
    if (!g_ascii_isdigit (*next) && (*next == '\0' || strchr (":.,+- hTZAPMapm", *next) == NULL))
      return FALSE;
  return TRUE;
}

static gboolean
take (guint year, guint month, guint day, AmpDate *date)
{
  AmpDate read = { (guint16) year, (guint8) month, (guint8) day };

  if (year > AMP_DATE_LAST_YEAR || month > 12 || day > 31 || !amp_date_is_valid (read))
    return FALSE;
  *date = read;
  return TRUE;
}

static gboolean
get_year (Part part, guint first_short_year, guint *year)
{
  *year = part.value;
  if (part.n_digits == 2)
    *year = first_short_year + (part.value + 100 - first_short_year % 100) % 100;
  return part.n_digits == 2 || part.n_digits == 4;
}

/* Eight digits. Read with the year first when that gives a date: no eight
 * digits are a date both ways, as the year's first two are no month. */
static gboolean
take_compact (guint digits, AmpDateOrder order, AmpDate *date)
{
  guint first = digits / 1000000;
  guint second = digits / 10000 % 100;
  guint year = digits % 10000;

  if (take (digits / 10000, digits / 100 % 100, digits % 100, date))
    return TRUE;
  if (order == AMP_DATE_ORDER_MDY)
    return take (year, first, second, date);
  return take (year, second, first, date);
}

static gboolean
take_parts (const Part *parts, AmpDateOrder order, guint first_short_year, AmpDate *date)
{
  guint year;

  if (parts[0].n_digits == 4 || (order == AMP_DATE_ORDER_YMD && parts[2].n_digits <= 2))
    return get_year (parts[0], first_short_year, &year) && parts[1].n_digits <= 2 && parts[2].n_digits <= 2 &&
           take (year, parts[1].value, parts[2].value, date);
  if (!get_year (parts[2], first_short_year, &year) || parts[0].n_digits > 2 || parts[1].n_digits > 2)
    return FALSE;
  if (order == AMP_DATE_ORDER_MDY)
    return take (year, parts[0].value, parts[1].value, date);
  return take (year, parts[1].value, parts[0].value, date);
}

gboolean
amp_date_parse_from (const char *bytes, gsize length, AmpDateOrder order, guint first_short_year, AmpDate *date)
{
  Cursor   cursor;
  Part     parts[3];
  char     first_separator, second_separator;
  gboolean is_named;

  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);
  g_return_val_if_fail (date != NULL, FALSE);

  amp_value_trim (&bytes, &length);
  if (length < 6 || length > 48 || !g_ascii_isdigit (bytes[0]))
    return FALSE;
  cursor = (Cursor){ bytes, bytes + length };
  parts[0] = read_digits (&cursor);
  if (parts[0].n_digits == 8)
    return is_end (&cursor) && take_compact (parts[0].value, order, date);
  if (!read_separator (&cursor, &first_separator) || cursor.next == cursor.end)
    return FALSE;
  is_named = !g_ascii_isdigit (*cursor.next);
  parts[1] = is_named ? read_month_name (&cursor) : read_digits (&cursor);
  if (parts[1].n_digits == 0 || !read_separator (&cursor, &second_separator) || first_separator != second_separator)
    return FALSE;
  parts[2] = read_digits (&cursor);
  if (parts[2].n_digits == 0 || !is_end (&cursor))
    return FALSE;
  return take_parts (parts, is_named ? AMP_DATE_ORDER_DMY : order, first_short_year, date);
}

gboolean
amp_date_parse (const char *bytes, gsize length, AmpDateOrder order, AmpDate *date)
{
  return amp_date_parse_from (bytes, length, order, AMP_DATE_FIRST_SHORT_YEAR, date);
}

guint
amp_short_years_get_first (const AmpShortYears *years, guint latest)
{
  guint end, first;

  g_return_val_if_fail (years != NULL && latest >= 200, AMP_DATE_FIRST_SHORT_YEAR);

  if (!years->are_known)
    return latest - 99;
  end = (years->first + years->span) % 100u;
  first = latest - (latest + 100 - end) % 100 - years->span;
  /* A mistyped year may stand behind the latest one: the column is no older. */
  return first + OLDEST < latest ? latest - 99 : first - (99u - years->span) / 2;
}
