/* Blocks, varints and checksums: what is packed is unpacked, what is not a
 * block is refused. */
#include "amp-bit-tally.h"
#include "amp-checksum.h"
#include "amp-record-block.h"
#include "amp-varint.h"

static void
test_checksum (void)
{
  const guint8 *digits = (const guint8 *) "123456789";
  guint32       parts = amp_checksum_add (amp_checksum_add (0, digits, 2), digits + 2, 7);

  /* The check value of CRC-32/ISO-HDLC. */
  g_assert_cmphex (amp_checksum_add (0, digits, 9), ==, 0xcbf43926);
  g_assert_cmphex (parts, ==, 0xcbf43926);
  g_assert_cmphex (amp_checksum_add (0, NULL, 0), ==, 0);
}

static void
test_varint (void)
{
  static const gint64 numbers[] = { 0, 1, -1, 63, 64, -64, -65, 300, G_MAXINT32, G_MININT32, G_MAXINT64, G_MININT64 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      guint8        bytes[AMP_VARINT_MAX_BYTES];
      guint8       *end = amp_varint_write_signed (bytes, numbers[i]);
      const guint8 *place = bytes;
      gint64        number = 0;

      g_assert_true (amp_varint_read_signed (&place, end, &number));
      g_assert_cmpint (number, ==, numbers[i]);
      g_assert_true (place == end);
      place = bytes;
      g_assert_false (amp_varint_read_signed (&place, end - 1, &number));
    }
}

static void
test_varint_too_long (void)
{
  guint8        bytes[] = { 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x02 };
  const guint8 *place = bytes;
  guint64       number = 0;

  g_assert_false (amp_varint_read (&place, bytes + sizeof bytes, &number));
  bytes[9] = 0x81;
  place = bytes;
  g_assert_false (amp_varint_read (&place, bytes + sizeof bytes, &number));
  bytes[9] = 0x01;
  place = bytes;
  g_assert_true (amp_varint_read (&place, bytes + sizeof bytes, &number));
  g_assert_cmphex (number, ==, G_GUINT64_CONSTANT (1) << 63);
}

static const guint32 sets[] = { 0, 3, AMP_CATEGORY_BIT (AMP_CATEGORY_HEALTH) };

static AmpRecord
make_record (GRand *random, gint64 ordinal, const guint8 *fields)
{
  return (AmpRecord){ 2, ordinal, ordinal * 3 + 1, g_rand_int_range (random, 0, 40000), 0, g_rand_int_range (random, 1, G_MAXINT32), g_rand_int_range (random, 0, AMP_N_QUALITIES), g_rand_int_range (random, 0, AMP_N_AGE_BANDS), g_rand_int_range (random, 0, AMP_N_SEXES), fields };
}

static const AmpBlockLimits limits = { 2, 3, 40000, sets, G_N_ELEMENTS (sets) };

static AmpBlockPacker *
pack (AmpRecord *records, guint n_records)
{
  static const guint8 fields[] = { 1, 2, 3, 4, 5, 6 };
  AmpBlockPacker     *packer = amp_block_packer_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  amp_block_packer_begin (packer, 3);
  for (guint i = 0; i < n_records; i++)
    {
      guint set = i % G_N_ELEMENTS (sets);

      records[i] = make_record (random, i + 1, fields + i % 4);
      records[i].categories = sets[set];
      amp_block_packer_add (packer, &records[i], set);
    }
  return packer;
}

static void
test_round_trip (void)
{
  AmpRecord packed[AMP_RECORDS_PER_BLOCK];
  AmpRecord unpacked[AMP_RECORDS_PER_BLOCK];
  g_autoptr (AmpBlockPacker) packer = pack (packed, AMP_RECORDS_PER_BLOCK);
  AmpBytes columns[AMP_N_BLOCK_COLUMNS];

  for (guint i = 0; i < AMP_N_BLOCK_COLUMNS; i++)
    columns[i] = amp_block_packer_get_column (packer, i);
  g_assert_true (amp_block_unpack (columns, AMP_RECORDS_PER_BLOCK, &limits, unpacked));
  for (guint i = 0; i < AMP_RECORDS_PER_BLOCK; i++)
    {
      g_assert_cmpmem (packed[i].fields, 3, unpacked[i].fields, 3);
      packed[i].fields = unpacked[i].fields = NULL;
      g_assert_cmpint (packed[i].ordinal, ==, unpacked[i].ordinal);
      g_assert_cmpint (packed[i].line, ==, unpacked[i].line);
      g_assert_cmpuint (packed[i].person, ==, unpacked[i].person);
      g_assert_cmpuint (packed[i].place, ==, unpacked[i].place);
      g_assert_cmpuint (packed[i].categories, ==, unpacked[i].categories);
      g_assert_cmpuint (packed[i].quality, ==, unpacked[i].quality);
      g_assert_cmpuint (packed[i].age_band, ==, unpacked[i].age_band);
      g_assert_cmpuint (packed[i].sex, ==, unpacked[i].sex);
    }
}

static void
test_wrong_lengths (void)
{
  AmpRecord records[100];
  g_autoptr (AmpBlockPacker) packer = pack (records, 100);
  AmpBytes columns[AMP_N_BLOCK_COLUMNS];

  for (guint i = 0; i < AMP_N_BLOCK_COLUMNS; i++)
    columns[i] = amp_block_packer_get_column (packer, i);
  g_assert_true (amp_block_unpack (columns, 100, &limits, records));
  g_assert_false (amp_block_unpack (columns, 99, &limits, records));
  for (guint i = 0; i < AMP_N_BLOCK_COLUMNS; i++)
    {
      columns[i].length--;
      g_assert_false (amp_block_unpack (columns, 100, &limits, records));
      columns[i].length++;
    }
}

/* Whatever the bytes, what comes out refers to what exists. */
static void
test_any_bytes (void)
{
  AmpRecord records[64];
  guint8    bytes[256];
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 20000; round++)
    {
      AmpBytes columns[AMP_N_BLOCK_COLUMNS];
      guint    n = g_rand_int_range (random, 1, 4);

      for (guint i = 0; i < sizeof bytes; i++)
        bytes[i] = (guint8) (g_rand_int (random) & (round % 2 ? 0xff : 0x03));
      for (guint i = 0; i < AMP_N_BLOCK_COLUMNS; i++)
        columns[i] = (AmpBytes){ bytes + i * 8, i == AMP_BLOCK_FIELDS ? n * 3 : n };
      if (amp_block_unpack (columns, n, &limits, records))
        for (guint i = 0; i < n; i++)
          g_assert_true (records[i].place < limits.n_places && records[i].person > 0 && records[i].quality < AMP_N_QUALITIES);
    }
}

/* More rows than a counter of one byte holds, in two parts of a row. */
static void
test_tally (void)
{
  static const guint8 row[] = { 0x81, 0x00 };
  static const guint8 part[] = { 0x02 };
  g_autoptr (AmpBitTally) tally = amp_bit_tally_new (3);

  for (guint i = 0; i < 1000; i++)
    {
      amp_bit_tally_add (tally, row, 2, 0);
      if (i % 2)
        amp_bit_tally_add (tally, part, 1, 2);
    }
  g_assert_cmpint (amp_bit_tally_get (tally, 0), ==, 1000);
  g_assert_cmpint (amp_bit_tally_get (tally, 1), ==, 0);
  g_assert_cmpint (amp_bit_tally_get (tally, 7), ==, 1000);
  g_assert_cmpint (amp_bit_tally_get (tally, 8), ==, 0);
  g_assert_cmpint (amp_bit_tally_get (tally, 17), ==, 500);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/checksum/is-crc-32", test_checksum);
  g_test_add_func ("/store/varint/numbers-are-read-back", test_varint);
  g_test_add_func ("/store/varint/more-than-64-bits-are-refused", test_varint_too_long);
  g_test_add_func ("/store/record-block/records-are-read-back", test_round_trip);
  g_test_add_func ("/store/record-block/wrong-lengths-are-refused", test_wrong_lengths);
  g_test_add_func ("/store/record-block/any-bytes-are-checked", test_any_bytes);
  g_test_add_func ("/store/bit-tally/counts-each-bit", test_tally);
  return g_test_run ();
}
