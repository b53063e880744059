/* Owns what a footer looks like, and the copies of the rows that are held. */
#include "amp-row-tail.h"

#include <string.h>

#define MAX_HELD 32
#define MAX_BYTES 1024
/* Of a table this narrow, a row with a single value may be any row. */
#define MIN_FIELDS 3

typedef struct
{
  AmpRow    row;
  AmpValue *values;
  char     *bytes;
} Held;

struct _AmpRowTail
{
  guint   n_fields;
  GArray *held; /* Held */
};

static void
clear_held (gpointer data)
{
  Held *held = data;

  g_free (held->values);
  g_free (held->bytes);
}

AmpRowTail *
amp_row_tail_new (guint n_fields)
{
  AmpRowTail *tail = g_new0 (AmpRowTail, 1);

  tail->n_fields = n_fields;
  tail->held = g_array_new (FALSE, FALSE, sizeof (Held));
  g_array_set_clear_func (tail->held, clear_held);
  return tail;
}

void
amp_row_tail_free (AmpRowTail *tail)
{
  if (!tail)
    return;
  g_array_unref (tail->held);
  g_free (tail);
}

gboolean
amp_row_tail_is_empty (const AmpRowTail *tail)
{
  g_return_val_if_fail (tail != NULL, TRUE);

  return tail->held->len == 0;
}

/* "Total: 400", "(400 rows)", "-- end": signs before the first letter, or words. */
static gboolean
reads_like_remark (const AmpValue *value)
{
  gboolean has_letter = FALSE, has_break = FALSE, has_sign;
  guint32  i = 0;

  while (i < value->length && value->bytes[i] == ' ')
    i++;
  has_sign = i < value->length && strchr ("(-*#=<>[", value->bytes[i]) != NULL && value->bytes[i] != '\0';
  for (; i < value->length; i++)
    {
      has_letter = has_letter || g_ascii_isalpha (value->bytes[i]);
      has_break = has_break || value->bytes[i] == ' ' || value->bytes[i] == ':' || value->bytes[i] == '=';
    }
  return has_sign || (has_letter && has_break);
}

static gboolean
is_blank (const AmpValue *value)
{
  for (guint32 i = 0; i < value->length; i++)
    if (!g_ascii_isspace (value->bytes[i]))
      return FALSE;
  return TRUE;
}

static gboolean
could_be_footer (const AmpRowTail *tail, const AmpRow *row)
{
  guint n_filled = 0;
  gsize n_bytes = 0;

  if (row->kind == AMP_ROW_EMPTY)
    return tail->held->len > 0;
  if (row->kind != AMP_ROW_DATA || row->fault != AMP_ROW_FAULT_TOO_SHORT || tail->n_fields < MIN_FIELDS || row->n_values * 2 > tail->n_fields)
    return FALSE;
  for (guint i = 0; i < row->n_values; i++)
    {
      n_filled += !is_blank (&row->values[i]);
      n_bytes += row->values[i].length;
    }
  return n_filled <= 2 && n_bytes <= MAX_BYTES && (tail->held->len > 0 || reads_like_remark (&row->values[0]));
}

gboolean
amp_row_tail_hold (AmpRowTail *tail, const AmpRow *row, gboolean is_complete)
{
  Held     held = { .row = *row };
  GString *bytes;

  g_return_val_if_fail (tail != NULL && row != NULL, FALSE);

  if ((!is_complete && tail->held->len == 0) || tail->held->len == MAX_HELD || !could_be_footer (tail, row))
    return FALSE;
  bytes = g_string_new (NULL);
  held.values = g_new0 (AmpValue, row->n_values);
  for (guint i = 0; i < row->n_values; i++)
    if (row->values[i].length > 0)
      g_string_append_len (bytes, row->values[i].bytes, row->values[i].length);
  held.bytes = g_string_free (bytes, FALSE);
  for (guint i = 0, offset = 0; i < row->n_values; offset += held.values[i++].length)
    held.values[i] = (AmpValue){ held.bytes + offset, row->values[i].length };
  held.row.values = held.values;
  g_array_append_val (tail->held, held);
  return TRUE;
}

void
amp_row_tail_release (AmpRowTail *tail, gboolean is_end, AmpRowFunc func, gpointer data)
{
  g_return_if_fail (tail != NULL && func != NULL);

  for (guint i = 0; i < tail->held->len; i++)
    {
      AmpRow row = g_array_index (tail->held, Held, i).row;

      if (is_end && row.kind == AMP_ROW_DATA)
        {
          row.kind = AMP_ROW_FOOTER;
          row.fault = AMP_ROW_FAULT_NONE;
        }
      func (&row, data);
    }
  g_array_set_size (tail->held, 0);
}
