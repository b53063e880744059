/* Owns the tables of encodings and line ends; their invariant: one row for each
 * value of the enumeration, in its order. */
#include "sample-dialect.h"

typedef struct
{
  const char *code;
  const char *charset;
} Encoding;

/* clang-format off */
static const Encoding encodings[] = {
  [SAMPLE_ENCODING_UTF_8]        = { "utf-8",        "UTF-8" },
  [SAMPLE_ENCODING_UTF_8_BOM]    = { "utf-8-bom",    "UTF-8" },
  [SAMPLE_ENCODING_WINDOWS_1252] = { "windows-1252", "WINDOWS-1252" },
  [SAMPLE_ENCODING_ISO_8859_15]  = { "iso-8859-15",  "ISO-8859-15" },
  [SAMPLE_ENCODING_UTF_16_LE]    = { "utf-16le",     "UTF-8" },
  [SAMPLE_ENCODING_UTF_16_BE]    = { "utf-16be",     "UTF-8" },
  [SAMPLE_ENCODING_CP850]        = { "cp850",        "CP850" },
  [SAMPLE_ENCODING_MAC_ROMAN]    = { "macroman",     "MACINTOSH" },
  [SAMPLE_ENCODING_MIXED]        = { "mixed",        "WINDOWS-1252" },
};
/* clang-format on */

static const char *const line_ends[] = {
  [SAMPLE_LINE_END_CRLF] = "crlf",
  [SAMPLE_LINE_END_LF] = "lf",
  [SAMPLE_LINE_END_CR] = "cr",
  [SAMPLE_LINE_END_MIXED] = "mixed",
};

static gboolean
refuse (const char *what, const char *text, GError **error)
{
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "“%s” is no %s", text, what);
  return FALSE;
}

gboolean
sample_dialect_set_encoding (SampleDialect *dialect, const char *code, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    if (g_str_equal (encodings[i].code, code))
      {
        dialect->encoding = (SampleEncoding) i;
        return TRUE;
      }
  return refuse ("encoding", code, error);
}

gboolean
sample_dialect_set_line_end (SampleDialect *dialect, const char *code, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (line_ends); i++)
    if (g_str_equal (line_ends[i], code))
      {
        dialect->line_end = (SampleLineEnd) i;
        return TRUE;
      }
  return refuse ("line end", code, error);
}

static gboolean
is_one_sign (const char *text)
{
  return text[0] != '\0' && text[1] == '\0' && !g_ascii_isalnum (text[0]) && (guchar) text[0] < 128;
}

gboolean
sample_dialect_set_delimiter (SampleDialect *dialect, const char *text, GError **error)
{
  if (g_str_equal (text, "tab"))
    dialect->delimiter = '\t';
  else if (g_str_equal (text, "^A"))
    dialect->delimiter = '\001';
  else if (is_one_sign (text))
    dialect->delimiter = text[0];
  else
    return refuse ("delimiter", text, error);
  return TRUE;
}

gboolean
sample_dialect_set_quote (SampleDialect *dialect, const char *text, GError **error)
{
  if (g_str_equal (text, "none"))
    dialect->quote = '\0';
  else if (is_one_sign (text))
    dialect->quote = text[0];
  else
    return refuse ("quote", text, error);
  return TRUE;
}

const char *
sample_dialect_get_encoding (const SampleDialect *dialect)
{
  return encodings[dialect->encoding].code;
}

const char *
sample_dialect_get_charset (const SampleDialect *dialect)
{
  return encodings[dialect->encoding].charset;
}

const char *
sample_dialect_get_line_end (const SampleDialect *dialect)
{
  return line_ends[dialect->line_end];
}
