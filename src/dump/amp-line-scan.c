/* Owns the search for line ends. Invariant: next_feed and next_return are the first
 * LF and the first CR at or after the position, or the length, so that a file with one
 * kind of line end is not searched again and again for the other. */
#include "amp-line-scan.h"

#include <string.h>

void
amp_line_scan_init (AmpLineScan *scan, const guint8 *bytes, gsize length)
{
  scan->bytes = bytes;
  scan->length = length;
  scan->position = 0;
  scan->next_feed = 0;
  scan->next_return = 0;
}

static gsize
find (const AmpLineScan *scan, guint8 byte)
{
  const guint8 *found = memchr (scan->bytes + scan->position, byte, scan->length - scan->position);

  return found ? (gsize) (found - scan->bytes) : scan->length;
}

gboolean
amp_line_scan_next (AmpLineScan *scan, AmpLine *line)
{
  gsize end;

  if (scan->position == scan->length)
    return FALSE;
  if (scan->next_feed < scan->position || scan->position == 0)
    scan->next_feed = find (scan, '\n');
  if (scan->next_return < scan->position || scan->position == 0)
    scan->next_return = find (scan, '\r');

  end = MIN (scan->next_feed, scan->next_return);
  line->bytes = scan->bytes + scan->position;
  line->length = end - scan->position;
  if (end == scan->length)
    line->end_length = 0;
  else
    line->end_length = scan->next_feed == scan->next_return + 1 && scan->next_feed < scan->length ? 2 : 1;
  scan->position = end + line->end_length;
  return TRUE;
}
