/* Rings as few bytes: see the header. */
#include "amp-outline-code.h"

#include <string.h>

#include "amp-geojson.h"

void
amp_outline_code_append_number (GByteArray *bytes, guint64 number)
{
  guint8 coded[10];
  guint  length = 0;

  for (; number >= 0x80; number >>= 7)
    coded[length++] = (guint8) (number | 0x80);
  coded[length++] = (guint8) number;
  g_byte_array_append (bytes, coded, length);
}

gboolean
amp_outline_code_read_number (const guint8 **place, const guint8 *end, guint64 *number)
{
  *number = 0;
  for (guint shift = 0; shift < 63 && *place < end; shift += 7)
    {
      guint8 byte = *(*place)++;

      *number |= (guint64) (byte & 0x7f) << shift;
      if (byte < 0x80)
        return TRUE;
    }
  return FALSE;
}

static void
append_step (GByteArray *bytes, gint64 step)
{
  amp_outline_code_append_number (bytes, ((guint64) step << 1) ^ (guint64) (step >> 63));
}

static gboolean
read_step (const guint8 **place, const guint8 *end, gint64 *value)
{
  guint64 folded;

  if (!amp_outline_code_read_number (place, end, &folded) || folded > G_MAXUINT32)
    return FALSE;
  *value += (gint64) (folded >> 1) ^ -(gint64) (folded & 1);
  return TRUE;
}

void
amp_outline_code_append_ring (GByteArray *bytes, const gint32 *points, guint n_points)
{
  gint64 x = 0;
  gint64 y = 0;

  amp_outline_code_append_number (bytes, n_points);
  for (guint i = 0; i < n_points; i++)
    {
      append_step (bytes, points[2 * i] - x);
      append_step (bytes, points[2 * i + 1] - y);
      x = points[2 * i];
      y = points[2 * i + 1];
    }
}

void
amp_outline_code_append_text (GByteArray *bytes, const char *text)
{
  amp_outline_code_append_number (bytes, strlen (text));
  g_byte_array_append (bytes, (const guint8 *) text, (guint) strlen (text));
}

gboolean
amp_outline_code_read_text (const guint8 **place, const guint8 *end, gsize maximum, char **text)
{
  guint64 length;

  *text = NULL;
  if (!amp_outline_code_read_number (place, end, &length) || length > maximum || length > (gsize) (end - *place))
    return FALSE;
  *text = g_strndup ((const char *) *place, length);
  *place += length;
  return strlen (*text) == length && g_utf8_validate (*text, -1, NULL);
}

static gboolean
is_in_world (gint64 x, gint64 y)
{
  return ABS (x) <= 180 * AMP_GEOJSON_UNITS && ABS (y) <= 90 * AMP_GEOJSON_UNITS;
}

gboolean
amp_outline_code_read_ring (const guint8 **place, const guint8 *end, GArray *points, guint *n_points)
{
  guint64 count;
  gint64  x = 0;
  gint64  y = 0;

  /* A point takes two bytes at least: a count that lies costs nothing. */
  if (!amp_outline_code_read_number (place, end, &count) || count < 3 || count > (guint64) (end - *place) / 2)
    return FALSE;
  for (guint64 i = 0; i < count; i++)
    {
      double point[2];

      if (!read_step (place, end, &x) || !read_step (place, end, &y) || !is_in_world (x, y))
        return FALSE;
      point[0] = (double) x / AMP_GEOJSON_UNITS;
      point[1] = (double) y / AMP_GEOJSON_UNITS;
      g_array_append_vals (points, point, 2);
    }
  *n_points = (guint) count;
  return TRUE;
}
