/* Owns the shape that a made dump is written in, and the words for it (those of
 * CLI.md). Knows nothing of what the cells hold. */
#pragma once

#include <glib.h>

typedef enum
{
  SAMPLE_ENCODING_UTF_8,
  SAMPLE_ENCODING_UTF_8_BOM,
  SAMPLE_ENCODING_WINDOWS_1252,
  SAMPLE_ENCODING_ISO_8859_15,
  SAMPLE_ENCODING_UTF_16_LE,
  SAMPLE_ENCODING_UTF_16_BE,
  SAMPLE_ENCODING_CP850,
  SAMPLE_ENCODING_MAC_ROMAN,
  SAMPLE_ENCODING_MIXED, /* Windows-1252 and UTF-8, row about */
} SampleEncoding;

typedef enum
{
  SAMPLE_LINE_END_CRLF,
  SAMPLE_LINE_END_LF,
  SAMPLE_LINE_END_CR,
  SAMPLE_LINE_END_MIXED, /* CRLF and LF, row about */
} SampleLineEnd;

typedef struct
{
  SampleEncoding encoding;
  SampleLineEnd  line_end;
  char           delimiter;
  char           quote; /* 0: none */
  gboolean       has_header;
  guint          preamble_lines;
  guint          repeated_headers; /* copies of the header among the rows */
} SampleDialect;

/**
 * sample_dialect_set_encoding:
 * @dialect: what to change
 * @code: "utf-8", "utf-8-bom", "windows-1252", "iso-8859-15", "utf-16le",
 *   "utf-16be", "cp850", "macroman" or "mixed"
 * @error: where to say that no encoding has this code
 *
 * Returns: whether it has
 */
gboolean sample_dialect_set_encoding (SampleDialect *dialect, const char *code, GError **error);

/**
 * sample_dialect_set_line_end:
 * @dialect: what to change
 * @code: "crlf", "lf", "cr" or "mixed"
 * @error: where to say that no line end has this code
 *
 * Returns: whether it has
 */
gboolean sample_dialect_set_line_end (SampleDialect *dialect, const char *code, GError **error);

/**
 * sample_dialect_set_delimiter:
 * @dialect: what to change
 * @text: one character, "tab", or "^A" for U+0001
 * @error: where to say that it is no delimiter
 *
 * Returns: whether it is
 */
gboolean sample_dialect_set_delimiter (SampleDialect *dialect, const char *text, GError **error);

/**
 * sample_dialect_set_quote:
 * @dialect: what to change
 * @text: one character, or "none"
 * @error: where to say that it is no quote
 *
 * Returns: whether it is
 */
gboolean sample_dialect_set_quote (SampleDialect *dialect, const char *text, GError **error);

/* Returns: the code of the encoding, as above */
const char *sample_dialect_get_encoding (const SampleDialect *dialect);

/* Returns: the name that iconv knows the encoding by; UTF-8 when the dump is
 * written in UTF-8 first and changed as a whole later */
const char *sample_dialect_get_charset (const SampleDialect *dialect);

/* Returns: the code of the line end, as above */
const char *sample_dialect_get_line_end (const SampleDialect *dialect);
