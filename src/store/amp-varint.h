/* Numbers as varints: seven bits a byte, least significant first, the top bit
 * set on all bytes but the last (LEB128, as in DWARF and Protocol Buffers).
 * Signed numbers are folded first so that small ones stay short ("zigzag": 0,
 * -1, 1, -2 become 0, 1, 2, 3). Internal to the store. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AMP_VARINT_MAX_BYTES:
 *
 * The most bytes that one varint of 64 bits takes.
 */
#define AMP_VARINT_MAX_BYTES 10

/**
 * amp_varint_write:
 * @place: where to write, with room for %AMP_VARINT_MAX_BYTES
 * @number: the number
 *
 * Returns: the place behind it.
 */
static inline guint8 *
amp_varint_write (guint8 *place, guint64 number)
{
  while (number >= 0x80)
    {
      *place++ = (guint8) (number | 0x80);
      number >>= 7;
    }
  *place++ = (guint8) number;
  return place;
}

/**
 * amp_varint_append:
 * @column: where to add a varint
 * @number: the number
 */
static inline void
amp_varint_append (GByteArray *column, guint64 number)
{
  guint8  bytes[AMP_VARINT_MAX_BYTES];
  guint8 *end = amp_varint_write (bytes, number);

  g_byte_array_append (column, bytes, (guint) (end - bytes));
}

/**
 * amp_varint_write_signed:
 * @place: where to write, with room for %AMP_VARINT_MAX_BYTES
 * @number: the number
 *
 * Returns: the place behind it.
 */
static inline guint8 *
amp_varint_write_signed (guint8 *place, gint64 number)
{
  return amp_varint_write (place, ((guint64) number << 1) ^ (guint64) (number >> 63));
}

/**
 * amp_varint_read:
 * @place: (inout): where to read; moved behind the number
 * @end: the end of the bytes
 * @number: (out): the number
 *
 * Returns: whether a whole varint of at most 64 bits stood there.
 */
static inline gboolean
amp_varint_read (const guint8 **place, const guint8 *end, guint64 *number)
{
  guint64 value = 0;

  for (guint shift = 0; shift < 64 && *place < end; shift += 7)
    {
      guint8 byte = *(*place)++;

      if (shift == 63 && byte > 1)
        return FALSE;
      value |= (guint64) (byte & 0x7f) << shift;
      if (byte < 0x80)
        {
          *number = value;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * amp_varint_read_signed:
 * @place: (inout): where to read; moved behind the number
 * @end: the end of the bytes
 * @number: (out): the number
 *
 * Returns: whether a whole varint of at most 64 bits stood there.
 */
static inline gboolean
amp_varint_read_signed (const guint8 **place, const guint8 *end, gint64 *number)
{
  guint64 folded;

  if (!amp_varint_read (place, end, &folded))
    return FALSE;
  *number = (gint64) (folded >> 1) ^ -(gint64) (folded & 1);
  return TRUE;
}

G_END_DECLS
