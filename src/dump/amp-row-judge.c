/* Owns the headers that rows are compared with. It knows values, not lines or bytes of
 * a file; a judge belongs to one parser, so to one thread. */
#include "amp-row-judge.h"

#include <string.h>

/* clang-format off */
static const char *const fault_codes[AMP_N_ROW_FAULTS] = {
  [AMP_ROW_FAULT_NONE]          = "none",
  [AMP_ROW_FAULT_TOO_SHORT]     = "too-short",
  [AMP_ROW_FAULT_TOO_LONG]      = "too-long",
  [AMP_ROW_FAULT_BROKEN_QUOTE]  = "broken-quote",
  [AMP_ROW_FAULT_NUL_BYTE]      = "nul-byte",
  [AMP_ROW_FAULT_TOO_LARGE]     = "too-large",
  [AMP_ROW_FAULT_BROKEN_SYNTAX] = "broken-syntax",
  [AMP_ROW_FAULT_OTHER_TABLE]   = "other-table",
};
/* clang-format on */

struct _AmpRowJudge
{
  AmpEncoding encoding;
  guint       n_fields;
  gboolean    is_last_unnamed;

  /* Owned */
  char   **headers; /* NULL: no header to look for */
  GString *scratch;
};

const char *
amp_row_fault_get_code (AmpRowFault fault)
{
  g_return_val_if_fail ((guint) fault < AMP_N_ROW_FAULTS, NULL);
  return fault_codes[fault];
}

static gboolean
has_text (const char *const *headers, guint n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    if (headers[i][0] != '\0')
      return TRUE;
  return FALSE;
}

AmpRowJudge *
amp_row_judge_new (const AmpDialect *dialect, const char *const *headers)
{
  AmpRowJudge *judge = g_new0 (AmpRowJudge, 1);

  judge->encoding = dialect->encoding;
  judge->n_fields = dialect->n_fields;
  judge->scratch = g_string_new (NULL);
  if (dialect->has_header && headers && has_text (headers, dialect->n_fields))
    {
      judge->headers = g_new0 (char *, dialect->n_fields + 1);
      for (guint i = 0; i < dialect->n_fields; i++)
        judge->headers[i] = g_strdup (headers[i]);
      judge->is_last_unnamed = dialect->n_fields > 1 && headers[dialect->n_fields - 1][0] == '\0';
    }
  return judge;
}

void
amp_row_judge_free (AmpRowJudge *judge)
{
  if (!judge)
    return;
  g_strfreev (judge->headers);
  g_string_free (judge->scratch, TRUE);
  g_free (judge);
}

static gboolean
is_blank (const AmpValue *value)
{
  for (guint32 i = 0; i < value->length; i++)
    if (!g_ascii_isspace (value->bytes[i]))
      return FALSE;
  return TRUE;
}

AmpRowFault
amp_row_judge_count (AmpRowJudge *judge, guint n_values, const AmpValue *values)
{
  if (n_values == judge->n_fields)
    return AMP_ROW_FAULT_NONE;
  if (n_values == judge->n_fields + 1 && is_blank (&values[n_values - 1]))
    return AMP_ROW_FAULT_NONE;
  if (n_values + 1 == judge->n_fields && judge->is_last_unnamed)
    return AMP_ROW_FAULT_NONE;
  return n_values < judge->n_fields ? AMP_ROW_FAULT_TOO_SHORT : AMP_ROW_FAULT_TOO_LONG;
}

gboolean
amp_row_judge_is_empty (guint n_values, const AmpValue *values)
{
  for (guint i = 0; i < n_values; i++)
    if (!is_blank (&values[i]))
      return FALSE;
  return TRUE;
}

static gboolean
equals_header (AmpRowJudge *judge, const char *header, const AmpValue *value)
{
  /* Most rows end here: decoding is for those that start like the header. */
  if (header[0] == '\0' || value->length == 0)
    return header[0] == '\0' && is_blank (value);
  if ((guint8) header[0] < 0x80 && (guint8) value->bytes[0] < 0x80 &&
      !g_ascii_isspace (value->bytes[0]) && header[0] != value->bytes[0])
    return FALSE;

  g_string_truncate (judge->scratch, 0);
  amp_encoding_decode (judge->encoding, value->bytes, value->length, judge->scratch);
  return strcmp (g_strstrip (judge->scratch->str), header) == 0;
}

gboolean
amp_row_judge_is_header (AmpRowJudge *judge, guint n_values, const AmpValue *values)
{
  if (!judge->headers || amp_row_judge_count (judge, n_values, values) != AMP_ROW_FAULT_NONE)
    return FALSE;
  for (guint i = 0; i < MIN (n_values, judge->n_fields); i++)
    if (!equals_header (judge, judge->headers[i], &values[i]))
      return FALSE;
  return TRUE;
}
