/* Owns the start of a line whose end did not come yet. It knows line ends, not rows. */
#include "amp-line-joiner.h"
#include "amp-row-parser.h"

struct _AmpLineJoiner
{
  gboolean    is_return_alone;
  gboolean    is_after_return; /* the bytes so far end with CR */
  gint64      lines;
  GByteArray *partial; /* owned */
};

AmpLineJoiner *
amp_line_joiner_new (gboolean is_return_alone)
{
  AmpLineJoiner *joiner = g_new0 (AmpLineJoiner, 1);

  joiner->is_return_alone = is_return_alone;
  joiner->partial = g_byte_array_new ();
  return joiner;
}

void
amp_line_joiner_free (AmpLineJoiner *joiner)
{
  if (!joiner)
    return;
  g_byte_array_unref (joiner->partial);
  g_free (joiner);
}

static void
add (AmpLineJoiner *joiner, const AmpLine *line)
{
  gsize room = AMP_ROW_MAX_LINE_BYTES + 1 - joiner->partial->len;

  if (line->length > 0)
    g_byte_array_append (joiner->partial, line->bytes, (guint) MIN (line->length, room));
}

static void
end_partial (AmpLineJoiner *joiner, gsize end_length, AmpLineFunc func, gpointer data)
{
  AmpLine whole = { joiner->partial->data, joiner->partial->len, end_length };

  func (&whole, ++joiner->lines, data);
  g_byte_array_set_size (joiner->partial, 0);
}

static void
take (AmpLineJoiner *joiner, const AmpLine *line, AmpLineFunc func, gpointer data)
{
  if (joiner->partial->len > 0)
    {
      add (joiner, line);
      end_partial (joiner, line->end_length, func, data);
    }
  else
    {
      AmpLine whole = { line->bytes, MIN (line->length, AMP_ROW_MAX_LINE_BYTES + 1), line->end_length };

      func (&whole, ++joiner->lines, data);
    }
}

void
amp_line_joiner_feed (AmpLineJoiner *joiner, const guint8 *bytes, gsize length, AmpLineFunc func, gpointer data)
{
  AmpLineScan scan;
  AmpLine     line;

  g_return_if_fail (joiner != NULL);
  g_return_if_fail (bytes != NULL && length > 0);

  if (joiner->is_after_return && bytes[0] == '\n')
    {
      bytes++;
      length--;
    }
  joiner->is_after_return = FALSE;
  amp_line_scan_init (&scan, bytes, length);
  while (amp_line_scan_next (&scan, &line))
    {
      if (line.end_length == 0)
        add (joiner, &line);
      else
        take (joiner, &line, func, data);
      joiner->is_after_return = line.end_length == 1 && line.bytes[line.length] == '\r' && scan.position == length;
    }
}

void
amp_line_joiner_finish (AmpLineJoiner *joiner, AmpLineFunc func, gpointer data)
{
  g_return_if_fail (joiner != NULL);

  if (joiner->partial->len > 0)
    end_partial (joiner, 0, func, data);
}

gboolean
amp_line_joiner_is_at_line_start (AmpLineJoiner *joiner)
{
  g_return_val_if_fail (joiner != NULL, FALSE);
  return joiner->partial->len == 0 && (!joiner->is_after_return || joiner->is_return_alone);
}

gint64
amp_line_joiner_get_lines (AmpLineJoiner *joiner)
{
  g_return_val_if_fail (joiner != NULL, 0);
  return joiner->lines;
}
