/* Finds the ends of lines in a stretch of bytes, in linear time whatever their kind. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpLineScan:
 *
 * A walk over the lines of some bytes. Fields are private.
 */
typedef struct
{
  const guint8 *bytes;
  gsize         length;
  gsize         position;
  gsize         next_feed;
  gsize         next_return;
} AmpLineScan;

/**
 * AmpLine:
 * @bytes: the line, without its end.
 * @length: its size in bytes.
 * @end_length: the size of its end: 1, 2 for CR LF, 0 when the bytes end first.
 */
typedef struct
{
  const guint8 *bytes;
  gsize         length;
  gsize         end_length;
} AmpLine;

/**
 * amp_line_scan_init:
 * @scan: (out caller-allocates): a walk.
 * @bytes: (array length=length): what to walk over; must outlive the walk.
 * @length: its size in bytes.
 */
void amp_line_scan_init (AmpLineScan *scan, const guint8 *bytes, gsize length);

/**
 * amp_line_scan_next:
 * @scan: a walk.
 * @line: (out caller-allocates): the next line.
 *
 * CR LF ends one line, and so does a lone CR or a lone LF.
 *
 * Returns: whether there was one; a last line without an end counts if not empty.
 */
gboolean amp_line_scan_next (AmpLineScan *scan, AmpLine *line);

G_END_DECLS
