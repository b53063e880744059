/* The property that every shape of dump must have: where the bytes are cut changes no
 * row, line or fault. */
#pragma once

#include "row-transcript.h"

/* As the import does it: a parser a block, its rows discarded if its guess was wrong. */
static inline char *
read_speculatively (const AmpDialect *dialect, const char *const *headers, const char *bytes, gsize length, gsize max_cut, GRand *random)
{
  g_autoptr (AmpRowParser) parser = amp_row_parser_new (dialect, headers, TRUE);
  Transcript transcript = { .text = g_string_new (NULL) };
  gint64     lines = 0;
  gsize      done = 0;

  while (done < length)
    {
      gsize size = (gsize) g_rand_int_range (random, 1, (gint32) max_cut + 1);

      size = MIN (size, length - done);
      if (done > 0 && amp_row_parser_is_at_row_start (parser))
        {
          amp_row_parser_finish (parser, on_row, &transcript);
          lines += amp_row_parser_get_lines (parser);
          amp_row_parser_free (parser);
          parser = amp_row_parser_new (dialect, headers, FALSE);
          transcript.first_line = lines;
        }
      amp_row_parser_feed (parser, (const guint8 *) bytes + done, size, on_row, &transcript);
      done += size;
    }
  amp_row_parser_finish (parser, on_row, &transcript);
  lines += amp_row_parser_get_lines (parser);
  g_string_append_printf (transcript.text, "%" G_GINT64_FORMAT " lines\n", lines);
  return g_string_free (transcript.text, FALSE);
}

/* Says where two transcripts part; whole ones are too long to be read. */
static inline void
assert_same (const char *found, const char *expected)
{
  const char *line = expected;

  for (gsize i = 0; found[i] == expected[i] && expected[i]; i++)
    if (expected[i] == '\n')
      line = expected + i + 1;
  if (strcmp (found, expected) != 0)
    g_error ("expected %.*s, found %.*s", (int) strcspn (line, "\n"), line, (int) strcspn (found + (line - expected), "\n"), found + (line - expected));
}

/* One parser fed pieces, and several reading a block each, give what one parser gives. */
static inline void
assert_cuts_change_nothing (const AmpDialect *dialect, const char *const *headers, const GString *bytes, GRand *random)
{
  static const gsize cuts[] = { 1, 2, 7, 64, 4096, 1024 * 1024 };
  g_autofree char   *whole = read_whole (dialect, headers, bytes->str, bytes->len);

  for (guint i = 0; i < G_N_ELEMENTS (cuts); i++)
    {
      g_autofree char *cut = read_cut (dialect, headers, bytes->str, bytes->len, cuts[i], i == 0 ? NULL : random);
      g_autofree char *speculated = read_speculatively (dialect, headers, bytes->str, bytes->len, cuts[i], random);

      assert_same (cut, whole);
      assert_same (speculated, whole);
    }
}
