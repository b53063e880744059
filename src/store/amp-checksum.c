/* CRC-32, eight bytes at a time: one table for each byte of a word, so that a
 * block of records costs little more than reading it. */
#include "amp-checksum.h"

static guint32 tables[8][256];

static guint32
divide_byte (guint32 value)
{
  for (guint bit = 0; bit < 8; bit++)
    value = (value & 1) ? (value >> 1) ^ 0xEDB88320u : value >> 1;
  return value;
}

static void
ensure_tables (void)
{
  static gsize once;

  if (!g_once_init_enter (&once))
    return;
  for (guint i = 0; i < 256; i++)
    tables[0][i] = divide_byte (i);
  for (guint t = 1; t < 8; t++)
    for (guint i = 0; i < 256; i++)
      tables[t][i] = (tables[t - 1][i] >> 8) ^ tables[0][tables[t - 1][i] & 0xff];
  g_once_init_leave (&once, 1);
}

static guint32
add_word (guint32 value, const guint8 *bytes)
{
  value ^= bytes[0] | (guint32) bytes[1] << 8 | (guint32) bytes[2] << 16 | (guint32) bytes[3] << 24;
  return tables[7][value & 0xff] ^ tables[6][(value >> 8) & 0xff] ^ tables[5][(value >> 16) & 0xff] ^ tables[4][value >> 24] ^
         tables[3][bytes[4]] ^ tables[2][bytes[5]] ^ tables[1][bytes[6]] ^ tables[0][bytes[7]];
}

guint32
amp_checksum_add (guint32 checksum, const guint8 *bytes, gsize length)
{
  guint32 value = ~checksum;

  ensure_tables ();
  for (; length >= 8; bytes += 8, length -= 8)
    value = add_word (value, bytes);
  for (; length > 0; bytes++, length--)
    value = (value >> 8) ^ tables[0][(value ^ *bytes) & 0xff];
  return ~value;
}
