/* Records to columns of bytes and back. Invariant: unpacking what was packed
 * gives the same records, and unpacking anything else gives FALSE or records
 * whose references all exist. */
#include "amp-record-block.h"

#include "amp-checksum.h"
#include "amp-varint.h"

/* A profile is one byte, and the format fixes how it is made. */
G_STATIC_ASSERT (AMP_N_AGE_BANDS == 10 && AMP_N_SEXES == 3);
G_STATIC_ASSERT (AMP_N_QUALITIES *AMP_N_AGE_BANDS *AMP_N_SEXES <= 256);

struct _AmpBlockPacker
{
  guint   n_records;
  gsize   field_bytes;
  gint64  last_ordinal;
  gint64  last_line;
  gint64  highest_person;
  guint8 *columns[AMP_N_BLOCK_COLUMNS];
  guint8 *ends[AMP_N_BLOCK_COLUMNS];
};

AmpBlockPacker *
amp_block_packer_new (void)
{
  AmpBlockPacker *packer = g_new0 (AmpBlockPacker, 1);

  for (guint i = 0; i < AMP_N_BLOCK_COLUMNS; i++)
    if (i != AMP_BLOCK_FIELDS)
      packer->columns[i] = packer->ends[i] = g_malloc (AMP_RECORDS_PER_BLOCK * AMP_VARINT_MAX_BYTES);
  return packer;
}

void
amp_block_packer_free (AmpBlockPacker *packer)
{
  if (packer == NULL)
    return;
  for (guint i = 0; i < AMP_N_BLOCK_COLUMNS; i++)
    g_free (packer->columns[i]);
  g_free (packer);
}

void
amp_block_packer_begin (AmpBlockPacker *packer, gsize field_bytes)
{
  if (packer->field_bytes != field_bytes)
    {
      g_free (packer->columns[AMP_BLOCK_FIELDS]);
      packer->columns[AMP_BLOCK_FIELDS] = g_malloc (AMP_RECORDS_PER_BLOCK * field_bytes);
      packer->field_bytes = field_bytes;
    }
  packer->n_records = 0;
  packer->last_ordinal = packer->last_line = packer->highest_person = 0;
  for (guint i = 0; i < AMP_N_BLOCK_COLUMNS; i++)
    packer->ends[i] = packer->columns[i];
}

static void
add_step (AmpBlockPacker *packer, AmpBlockColumn column, gint64 *last, gint64 number)
{
  packer->ends[column] = amp_varint_write_signed (packer->ends[column], (gint64) ((guint64) number - (guint64) *last));
  *last = number;
}

void
amp_block_packer_add (AmpBlockPacker *packer, const AmpRecord *record, guint32 category_set)
{
  g_assert (packer->n_records < AMP_RECORDS_PER_BLOCK);

  add_step (packer, AMP_BLOCK_ORDINALS, &packer->last_ordinal, record->ordinal);
  add_step (packer, AMP_BLOCK_LINES, &packer->last_line, record->line);
  if (record->person != 0)
    packer->ends[AMP_BLOCK_PERSONS] = amp_varint_write_signed (packer->ends[AMP_BLOCK_PERSONS], (gint64) record->person - packer->highest_person);
  packer->highest_person = MAX (packer->highest_person, record->person);
  packer->ends[AMP_BLOCK_PLACES] = amp_varint_write (packer->ends[AMP_BLOCK_PLACES], record->place);
  packer->ends[AMP_BLOCK_CATEGORY_SETS] = amp_varint_write (packer->ends[AMP_BLOCK_CATEGORY_SETS], category_set);
  *packer->ends[AMP_BLOCK_PROFILES]++ = amp_profile_pack (record->quality, record->age_band, record->sex);
  if (packer->field_bytes > 0)
    memcpy (packer->ends[AMP_BLOCK_FIELDS], record->fields, packer->field_bytes);
  packer->ends[AMP_BLOCK_FIELDS] += packer->field_bytes;
  packer->n_records++;
}

guint
amp_block_packer_get_n_records (const AmpBlockPacker *packer)
{
  return packer->n_records;
}

AmpBytes
amp_block_packer_get_column (const AmpBlockPacker *packer, AmpBlockColumn column)
{
  return (AmpBytes){ packer->columns[column], packer->ends[column] - packer->columns[column] };
}

static gboolean
read_step (const guint8 **place, const guint8 *end, gint64 *last)
{
  gint64 step;

  if (!amp_varint_read_signed (place, end, &step))
    return FALSE;
  *last = (gint64) ((guint64) *last + (guint64) step);
  return TRUE;
}

/* Ordinals and lines both count from 1. */
static gboolean
unpack_positions (AmpBytes column, guint n_records, AmpRecord *records, gboolean is_line)
{
  const guint8 *place = column.bytes;
  const guint8 *end = place + column.length;
  gint64        last = 0;

  for (guint i = 0; i < n_records; i++)
    {
      if (!read_step (&place, end, &last) || last < 1)
        return FALSE;
      if (is_line)
        records[i].line = last;
      else
        records[i].ordinal = last;
    }
  return place == end;
}

static gboolean
unpack_places (AmpBytes column, guint n_records, guint n_places, AmpRecord *records)
{
  const guint8 *place = column.bytes;
  const guint8 *end = place + column.length;

  for (guint i = 0; i < n_records; i++)
    {
      guint64 number;

      if (!amp_varint_read (&place, end, &number) || number >= n_places)
        return FALSE;
      records[i].place = (guint32) number;
    }
  return place == end;
}

static gboolean
unpack_category_sets (AmpBytes column, guint n_records, const AmpBlockLimits *limits, AmpRecord *records)
{
  const guint8 *place = column.bytes;
  const guint8 *end = place + column.length;

  for (guint i = 0; i < n_records; i++)
    {
      guint64 number;

      if (!amp_varint_read (&place, end, &number) || number >= limits->n_category_sets)
        return FALSE;
      records[i].categories = limits->category_sets[number];
    }
  return place == end;
}

static gboolean
unpack_profiles (AmpBytes column, guint n_records, AmpRecord *records)
{
  if (column.length != n_records)
    return FALSE;
  for (guint i = 0; i < n_records; i++)
    if (!amp_profile_unpack (column.bytes[i], &records[i].quality, &records[i].age_band, &records[i].sex))
      return FALSE;
  return TRUE;
}

static gboolean
unpack_fields (AmpBytes column, guint n_records, const AmpBlockLimits *limits, AmpRecord *records)
{
  if (column.length != n_records * limits->field_bytes)
    return FALSE;
  for (guint i = 0; i < n_records; i++)
    {
      records[i].source = limits->source;
      records[i].fields = limits->field_bytes > 0 ? column.bytes + i * limits->field_bytes : NULL;
    }
  return TRUE;
}

gboolean
amp_block_unpack (const AmpBytes *columns, guint n_records, const AmpBlockLimits *limits, AmpRecord *records)
{
  guint32 persons[AMP_RECORDS_PER_BLOCK];

  if (n_records > AMP_RECORDS_PER_BLOCK ||
      !unpack_positions (columns[AMP_BLOCK_ORDINALS], n_records, records, FALSE) ||
      !unpack_positions (columns[AMP_BLOCK_LINES], n_records, records, TRUE) ||
      !unpack_places (columns[AMP_BLOCK_PLACES], n_records, limits->n_places, records) ||
      !unpack_category_sets (columns[AMP_BLOCK_CATEGORY_SETS], n_records, limits, records) ||
      !unpack_profiles (columns[AMP_BLOCK_PROFILES], n_records, records) ||
      !unpack_fields (columns[AMP_BLOCK_FIELDS], n_records, limits, records) ||
      !amp_block_unpack_persons (columns[AMP_BLOCK_PERSONS], n_records, persons))
    return FALSE;
  for (guint i = 0; i < n_records; i++)
    records[i].person = persons[i];
  return TRUE;
}

gsize
amp_block_pack_persons (const guint32 *persons, guint n_persons, guint8 *bytes)
{
  guint8 *place = bytes;
  gint64  highest = 0;

  for (guint i = 0; i < n_persons; i++)
    {
      place = amp_varint_write_signed (place, (gint64) persons[i] - highest);
      highest = MAX (highest, persons[i]);
    }
  return place - bytes;
}

gboolean
amp_block_unpack_persons (AmpBytes column, guint n_persons, guint32 *persons)
{
  const guint8 *place = column.bytes;
  const guint8 *end = place + column.length;
  gint64        highest = 0;

  for (guint i = 0; i < n_persons; i++)
    {
      gint64 person = highest;

      if (!read_step (&place, end, &person) || person < 1 || person > G_MAXUINT32)
        return FALSE;
      persons[i] = (guint32) person;
      highest = MAX (highest, person);
    }
  return place == end;
}

guint32
amp_block_compute_checksum (const AmpBytes *columns, guint n_columns)
{
  guint32 checksum = 0;

  for (guint i = 0; i < n_columns; i++)
    checksum = amp_checksum_add (checksum, columns[i].bytes, columns[i].length);
  return checksum;
}
