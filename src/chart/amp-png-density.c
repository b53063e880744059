/* Puts one chunk behind the header of a PNG. Must not know what is drawn. */
#include "amp-png-density.h"

#include <math.h>

#define METRES_PER_INCH 0.0254
/* The signature, then the header's length, name, 13 bytes and check. */
#define END_OF_HEADER (8 + 4 + 4 + 13 + 4)
#define CHUNK_DATA 9
#define UNIT_IS_METRE 1
/* CRC-32 as in ISO 3309, the lowest bit first. */
#define POLYNOMIAL 0xEDB88320u

static guint32
check (const guint8 *bytes, gsize length)
{
  guint32 sum = G_MAXUINT32;

  for (gsize i = 0; i < length; i++)
    {
      sum ^= bytes[i];
      for (guint bit = 0; bit < 8; bit++)
        sum = (sum >> 1) ^ ((sum & 1) != 0 ? POLYNOMIAL : 0);
    }
  return ~sum;
}

static void
append_number (GByteArray *bytes, guint32 number)
{
  guint32 big_endian = GUINT32_TO_BE (number);

  g_byte_array_append (bytes, (const guint8 *) &big_endian, sizeof big_endian);
}

static void
append_chunk (GByteArray *bytes, guint32 pixels_per_metre)
{
  const guint8 unit = UNIT_IS_METRE;
  guint        start;

  append_number (bytes, CHUNK_DATA);
  start = bytes->len;
  g_byte_array_append (bytes, (const guint8 *) "pHYs", 4);
  append_number (bytes, pixels_per_metre);
  append_number (bytes, pixels_per_metre);
  g_byte_array_append (bytes, &unit, 1);
  append_number (bytes, check (bytes->data + start, bytes->len - start));
}

GBytes *
amp_png_set_density (GBytes *png, guint dots_per_inch)
{
  g_autoptr (GBytes) owned = png;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gsize         length;
  const guint8 *data;

  g_return_val_if_fail (png != NULL && dots_per_inch > 0, NULL);

  data = g_bytes_get_data (png, &length);
  g_return_val_if_fail (length > END_OF_HEADER, NULL);
  g_byte_array_append (bytes, data, END_OF_HEADER);
  append_chunk (bytes, (guint32) lround (dots_per_inch / METRES_PER_INCH));
  g_byte_array_append (bytes, data + END_OF_HEADER, (guint) (length - END_OF_HEADER));
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
