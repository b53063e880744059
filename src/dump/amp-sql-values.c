/* Owns the arena that a row's values stand in, bounded by %AMP_ROW_MAX_LINE_BYTES, and
 * the escapes of COPY. Source: PostgreSQL 15, COPY, File Formats, Text Format. */
#include "amp-sql-values.h"
#include "amp-sql-token.h"

#include <string.h>

/* A value by its place in the arena, which moves. */
typedef struct
{
  gsize   start;
  guint32 length;
} Span;

struct _AmpSqlValues
{
  guint    max_values;
  gboolean has_value; /* the value that is read was opened */
  gboolean has_string;
  gboolean is_too_large;

  /* Owned */
  GString *arena;
  GArray  *spans;
  GArray  *values;
};

AmpSqlValues *
amp_sql_values_new (guint max_values)
{
  AmpSqlValues *values = g_new0 (AmpSqlValues, 1);

  values->max_values = max_values;
  values->arena = g_string_new (NULL);
  values->spans = g_array_new (FALSE, FALSE, sizeof (Span));
  values->values = g_array_new (FALSE, FALSE, sizeof (AmpValue));
  return values;
}

void
amp_sql_values_free (AmpSqlValues *values)
{
  if (!values)
    return;
  g_string_free (values->arena, TRUE);
  g_array_unref (values->spans);
  g_array_unref (values->values);
  g_free (values);
}

void
amp_sql_values_begin (AmpSqlValues *values)
{
  g_return_if_fail (values != NULL);

  values->has_value = values->has_string = FALSE;
  values->is_too_large = FALSE;
  g_string_truncate (values->arena, 0);
  g_array_set_size (values->spans, 0);
}

/* Opens the next value, unless the row has too many. */
static Span *
open_value (AmpSqlValues *values)
{
  Span span = { values->arena->len, 0 };

  if (values->spans->len >= values->max_values)
    {
      values->is_too_large = TRUE;
      return NULL;
    }
  g_array_append_val (values->spans, span);
  return &g_array_index (values->spans, Span, values->spans->len - 1);
}

static void
fill_value (AmpSqlValues *values, Span *span, const char *bytes, gsize length)
{
  gsize room = AMP_ROW_MAX_LINE_BYTES - MIN (values->arena->len, AMP_ROW_MAX_LINE_BYTES);

  values->is_too_large = values->is_too_large || length > room;
  length = MIN (length, room);
  g_string_append_len (values->arena, bytes, (gssize) length);
  span->length += (guint32) length;
}

/* Of an expression the first string is its value (a cast, a function of a date), else
 * its words joined. */
void
amp_sql_values_add_token (AmpSqlValues *values, const AmpSqlToken *token)
{
  gboolean is_string = token->kind == AMP_SQL_STRING || token->kind == AMP_SQL_NAME;
  Span    *span;

  g_return_if_fail (values != NULL && token != NULL);

  if (values->has_string)
    return;
  span = values->has_value ? &g_array_index (values->spans, Span, values->spans->len - 1) : open_value (values);
  if (!span)
    return;
  values->has_value = TRUE;
  values->has_string = is_string;
  values->is_too_large = values->is_too_large || token->is_cut;
  if (is_string)
    {
      g_string_truncate (values->arena, span->start);
      span->length = 0;
    }
  if (!amp_sql_token_is_word (token, "null"))
    fill_value (values, span, token->bytes, token->length);
}

void
amp_sql_values_end_value (AmpSqlValues *values)
{
  g_return_if_fail (values != NULL);

  if (!values->has_value)
    open_value (values);
  values->has_value = values->has_string = FALSE;
}

static gint
get_octal (const char *bytes, const char *end, guint *used)
{
  gint value = 0;

  for (*used = 0; *used < 3 && bytes + *used < end && bytes[*used] >= '0' && bytes[*used] <= '7'; ++*used)
    value = value * 8 + (bytes[*used] - '0');
  return *used > 0 ? value & 0xff : -1;
}

static gint
get_hex (const char *bytes, const char *end, guint *used)
{
  gint value = 0;

  for (*used = 1; *used < 3 && bytes + *used < end && g_ascii_isxdigit (bytes[*used]); ++*used)
    value = value * 16 + g_ascii_xdigit_value (bytes[*used]);
  return *used > 1 ? value : -1;
}

/* Behind a backslash in a line of data. Returns how many bytes the escape has. */
static guint
unescape (const char *bytes, const char *end, char *meaning)
{
  static const char letters[] = "bfnrtv", meanings[] = "\b\f\n\r\t\v";
  const char       *found = bytes[0] ? strchr (letters, bytes[0]) : NULL;
  guint             used;
  gint              code = bytes[0] == 'x' ? get_hex (bytes, end, &used) : get_octal (bytes, end, &used);

  *meaning = found ? meanings[found - letters] : code >= 0 ? (char) code
                                                           : bytes[0];
  return code >= 0 ? used : 1;
}

static void
add_copied_value (AmpSqlValues *values, const char *bytes, const char *end)
{
  Span *span = open_value (values);

  if (!span || (end - bytes == 2 && memcmp (bytes, "\\N", 2) == 0))
    return;
  while (bytes < end)
    {
      const char *escape = memchr (bytes, '\\', (gsize) (end - bytes));
      char        meaning;

      if (!escape || escape + 1 == end)
        {
          fill_value (values, span, bytes, (gsize) (end - bytes));
          return;
        }
      fill_value (values, span, bytes, (gsize) (escape - bytes));
      bytes = escape + 1 + unescape (escape + 1, end, &meaning);
      fill_value (values, span, &meaning, 1);
    }
}

/* None of the values can contain a tab. */
void
amp_sql_values_add_line (AmpSqlValues *values, const AmpSqlToken *token)
{
  const char *bytes, *end, *tab;

  g_return_if_fail (values != NULL && token != NULL);

  bytes = token->bytes;
  end = bytes + token->length;
  values->is_too_large = token->is_cut;
  while ((tab = memchr (bytes, '\t', (gsize) (end - bytes))))
    {
      add_copied_value (values, bytes, tab);
      bytes = tab + 1;
    }
  add_copied_value (values, bytes, end);
}

const AmpValue *
amp_sql_values_get (AmpSqlValues *values, guint *n_values)
{
  g_return_val_if_fail (values != NULL && n_values != NULL, NULL);

  *n_values = values->spans->len;
  g_array_set_size (values->values, *n_values);
  for (guint i = 0; i < *n_values; i++)
    {
      const Span *span = &g_array_index (values->spans, Span, i);

      g_array_index (values->values, AmpValue, i) = (AmpValue){ values->arena->str + span->start, span->length };
    }
  return (const AmpValue *) (const void *) values->values->data;
}

gboolean
amp_sql_values_is_too_large (AmpSqlValues *values)
{
  g_return_val_if_fail (values != NULL, FALSE);
  return values->is_too_large;
}
