/* Owns a libcsv parser and the memory of one row's values.
 *
 * Invariant: the arena has room for every byte given since amp_row_splitter_begin(),
 * and libcsv's entry buffer is the rest of the arena: it writes each value
 * where it stays. Copying it out of a buffer of libcsv's own would wait for bytes that
 * were only just written, one by one. So libcsv owns no memory here and is never to
 * ask for any.
 *
 * What is used of libcsv: unquoted values, and blanks around quoted ones, are trimmed of
 * spaces and tabs (no field type needs them, and in « ; "a" ; » the value is quoted); a
 * quote inside an unquoted value is plain; one inside a quoted value that neither ends
 * it nor is doubled is plain too. Its hooks for spaces and line ends are left alone:
 * they cost a call a byte.
 *
 * libcsv always has a quote and a delimiter. Where there shall be none, they are a
 * character that never comes, since lines arrive without their ends and this file adds
 * them: CR for no quote, every line then being ended by LF. LF for no delimiter, every
 * line then being ended by CR; the line breaks inside a quoted value become CR with it. */
#include "amp-row-splitter.h"
#include "amp-escape.h"

#include <csv.h>
#include <string.h>

/* libcsv asks for a longer buffer when it is full, even at the end of its bytes. */
#define SLACK 16
#define ENTRY_STEP 16384
#define FIRST_VALUES 64

struct _AmpRowSplitter
{
  struct csv_parser csv;
  const char       *row_end; /* what ends every line; NULL: what the dump has */
  gboolean          has_ended;
  gboolean          has_overflow;

  char     plain[4]; /* what an escape makes plain; "" where there are none */
  gboolean is_hidden;

  /* Owned */
  GByteArray *hidden;
  AmpValue   *values;
  guint       n_values;
  guint       values_size;
  guint       max_values;
  char       *arena;
  gsize       arena_size;
  gsize       given;
};

static void
set_plain (char *plain, char delimiter, char quote, char escape)
{
  guint n = 0;

  if (escape)
    plain[n++] = escape;
  if (escape && delimiter)
    plain[n++] = delimiter;
  if (escape)
    plain[n++] = quote ? quote : '"';
  plain[n] = '\0';
}

static void *
refuse_memory (void *memory, size_t size)
{
  return NULL;
}

AmpRowSplitter *
amp_row_splitter_new (char delimiter, char quote, char escape, guint max_values)
{
  AmpRowSplitter *splitter = g_new0 (AmpRowSplitter, 1);

  g_return_val_if_fail (max_values > 0, NULL);

  csv_init (&splitter->csv, CSV_REPALL_NL);
  csv_set_realloc_func (&splitter->csv, refuse_memory);
  csv_set_delim (&splitter->csv, delimiter ? (guint8) delimiter : CSV_LF);
  csv_set_quote (&splitter->csv, quote ? (guint8) quote : delimiter ? CSV_CR
                                                                    : CSV_LF);
  splitter->row_end = delimiter == 0 ? "\r" : quote == 0 ? "\n"
                                                         : NULL;
  splitter->max_values = max_values;
  splitter->hidden = g_byte_array_new ();
  set_plain (splitter->plain, delimiter, quote, escape);
  return splitter;
}

void
amp_row_splitter_free (AmpRowSplitter *splitter)
{
  if (!splitter)
    return;
  splitter->csv.entry_buf = NULL;
  csv_free (&splitter->csv);
  g_byte_array_unref (splitter->hidden);
  g_free (splitter->values);
  g_free (splitter->arena);
  g_free (splitter);
}

static void
grow_values (AmpRowSplitter *splitter)
{
  splitter->values_size = MIN (MAX (splitter->values_size * 2, FIRST_VALUES), splitter->max_values);
  splitter->values = g_renew (AmpValue, splitter->values, splitter->values_size);
}

/* Called for every value of the dump. */
static void
on_value (void *bytes, size_t length, void *data)
{
  AmpRowSplitter *splitter = data;
  AmpValue       *value;

  if (G_UNLIKELY (splitter->n_values == splitter->values_size))
    {
      if (splitter->n_values == splitter->max_values)
        {
          splitter->has_overflow = TRUE;
          return;
        }
      grow_values (splitter);
    }
  value = &splitter->values[splitter->n_values++];
  value->bytes = bytes;
  value->length = (guint32) length;
  if (G_UNLIKELY (splitter->is_hidden))
    value->length = (guint32) amp_escape_show (bytes, length, splitter->plain);
  splitter->csv.entry_buf += length;
  splitter->csv.entry_size -= length;
}

static void
on_row (int end, void *data)
{
  AmpRowSplitter *splitter = data;

  splitter->has_ended = TRUE;
}

/* The values given out so far move with the arena, and so does the one under way. */
static void
grow_arena (AmpRowSplitter *splitter)
{
  char *old = splitter->arena;
  gsize used = (gsize) ((char *) splitter->csv.entry_buf - old);

  splitter->arena_size = MAX (splitter->arena_size * 2, splitter->given + 4096);
  splitter->arena = g_malloc (splitter->arena_size);
  if (old != NULL)
    memcpy (splitter->arena, old, used + splitter->csv.entry_pos);
  splitter->csv.entry_buf = (unsigned char *) splitter->arena + used;
  splitter->csv.entry_size = splitter->arena_size - used;
  for (guint i = 0; i < splitter->n_values; i++)
    splitter->values[i].bytes = splitter->arena + (splitter->values[i].bytes - old);
  g_free (old);
}

static void
reserve (AmpRowSplitter *splitter, gsize length)
{
  splitter->given += length;
  if (G_UNLIKELY (splitter->given + SLACK > splitter->arena_size))
    grow_arena (splitter);
}

static void
parse (AmpRowSplitter *splitter, const void *bytes, gsize length)
{
  gsize parsed = csv_parse (&splitter->csv, bytes, length, on_value, on_row, splitter);

  /* Out of strict mode only memory could stop it, and there is enough. */
  g_assert (parsed == length);
}

void
amp_row_splitter_begin (AmpRowSplitter *splitter)
{
  splitter->n_values = 0;
  splitter->csv.entry_buf = (unsigned char *) splitter->arena;
  splitter->csv.entry_size = splitter->arena_size;
  splitter->given = 0;
  splitter->is_hidden = FALSE;
  splitter->has_ended = FALSE;
  splitter->has_overflow = FALSE;
}

/* Escapes are hidden from libcsv, and shown again in the values. */
static void
hide_escapes (AmpRowSplitter *splitter, const guint8 **bytes, gsize *length)
{
  if (splitter->plain[0] == '\0' || !amp_escape_hide (*bytes, *length, splitter->plain, splitter->hidden))
    return;
  splitter->is_hidden = TRUE;
  *bytes = splitter->hidden->data;
  *length = splitter->hidden->len;
}

gboolean
amp_row_splitter_add_line (AmpRowSplitter *splitter, const guint8 *bytes, gsize length, const guint8 *line_end, gsize line_end_length)
{
  hide_escapes (splitter, &bytes, &length);
  reserve (splitter, length + line_end_length);
  if (splitter->row_end == NULL && line_end == bytes + length)
    {
      parse (splitter, bytes, length + 1);
      if (!splitter->has_ended && line_end_length > 1)
        parse (splitter, line_end + 1, 1);
      return splitter->has_ended;
    }
  if (length > 0)
    parse (splitter, bytes, length);
  parse (splitter, splitter->row_end ? (const guint8 *) splitter->row_end : line_end, 1);
  if (!splitter->has_ended && line_end_length > 1)
    parse (splitter, line_end + 1, 1);
  return splitter->has_ended;
}

void
amp_row_splitter_add_line_feed (AmpRowSplitter *splitter)
{
  reserve (splitter, 1);
  parse (splitter, "\n", 1);
}

gboolean
amp_row_splitter_add_last_line (AmpRowSplitter *splitter, const guint8 *bytes, gsize length)
{
  gboolean was_open;

  hide_escapes (splitter, &bytes, &length);
  reserve (splitter, length);
  if (length > 0)
    parse (splitter, bytes, length);

  /* In strict mode the end is refused, and nothing else happens, when a quote is open. */
  csv_set_opts (&splitter->csv, CSV_REPALL_NL | CSV_STRICT | CSV_STRICT_FINI);
  was_open = csv_fini (&splitter->csv, on_value, on_row, splitter) != 0;
  csv_set_opts (&splitter->csv, CSV_REPALL_NL);
  if (was_open)
    csv_fini (&splitter->csv, on_value, on_row, splitter);
  return was_open;
}

void
amp_row_splitter_abandon (AmpRowSplitter *splitter)
{
  csv_fini (&splitter->csv, NULL, NULL, NULL);
  amp_row_splitter_begin (splitter);
}

AmpValue *
amp_row_splitter_get_values (AmpRowSplitter *splitter, guint *n_values)
{
  *n_values = splitter->n_values;
  return splitter->values;
}

void
amp_row_splitter_strip_quotes (AmpRowSplitter *splitter, char quote)
{
  for (guint i = 0; i < splitter->n_values; i++)
    {
      AmpValue *value = &splitter->values[i];

      if (value->length == 0 || value->bytes[0] != quote)
        continue;
      value->bytes++;
      value->length--;
      if (value->length > 0 && value->bytes[value->length - 1] == quote)
        value->length--;
    }
}

gboolean
amp_row_splitter_has_overflow (AmpRowSplitter *splitter)
{
  return splitter->has_overflow;
}

gboolean
amp_row_splitter_has_stray_quote (char delimiter, char quote, char escape, const guint8 *bytes, gsize length)
{
  g_autoptr (GByteArray) hidden = g_byte_array_new ();
  char              plain[4];
  struct csv_parser csv;
  gboolean          is_stray = FALSE;
  gsize             position = 0;

  set_plain (plain, delimiter, quote, escape);
  if (plain[0] != '\0' && amp_escape_hide (bytes, length, plain, hidden))
    {
      bytes = hidden->data;
      length = hidden->len;
    }
  csv_init (&csv, CSV_STRICT);
  csv_set_blk_size (&csv, ENTRY_STEP);
  csv_set_delim (&csv, delimiter ? (guint8) delimiter : CSV_LF);
  csv_set_quote (&csv, (guint8) quote);
  while (!is_stray && position < length)
    {
      position += csv_parse (&csv, bytes + position, length - position, NULL, NULL, NULL);
      if (position == length)
        break;
      is_stray = csv.quoted != 0;
      csv_set_opts (&csv, 0);
      position += csv_parse (&csv, bytes + position, 1, NULL, NULL, NULL);
      csv_set_opts (&csv, CSV_STRICT);
    }
  csv_free (&csv);
  return is_stray;
}
