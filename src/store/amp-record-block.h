/* How up to 4096 records become columns of bytes and back: src/store/README.md
 * describes the packing. Unpacking believes nothing: lengths, numbers and
 * references are all checked. Internal to the store; must not know SQLite. */
#pragma once

#include "amp-cell.h"
#include "amp-schema.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpBlockColumn:
 * @AMP_BLOCK_ORDINALS: signed varints, each the step from the one before.
 * @AMP_BLOCK_LINES: signed varints, each the step from the one before.
 * @AMP_BLOCK_PLACES: varints.
 * @AMP_BLOCK_CATEGORY_SETS: varints.
 * @AMP_BLOCK_PROFILES: one byte each: (quality * 10 + age band) * 3 + sex.
 * @AMP_BLOCK_FIELDS: the bitmaps of filled fields, one after the other.
 * @AMP_BLOCK_PERSONS: signed varints, each the step from the highest before:
 *   numbers count up, so a new person is a step of 1.
 * @AMP_N_BLOCK_COLUMNS: how many there are.
 *
 * The columns of a block, in the order of the table.
 */
typedef enum
{
  AMP_BLOCK_ORDINALS,
  AMP_BLOCK_LINES,
  AMP_BLOCK_PLACES,
  AMP_BLOCK_CATEGORY_SETS,
  AMP_BLOCK_PROFILES,
  AMP_BLOCK_FIELDS,
  AMP_BLOCK_PERSONS,
  AMP_N_BLOCK_COLUMNS
} AmpBlockColumn;

/**
 * amp_profile_pack:
 * @quality: a place quality, under %AMP_N_QUALITIES
 * @age_band: an #AmpAgeBand
 * @sex: an #AmpSex
 *
 * Returns: the three as one byte.
 */
static inline guint8
amp_profile_pack (guint8 quality, guint8 age_band, guint8 sex)
{
  return (guint8) ((quality * AMP_N_AGE_BANDS + age_band) * AMP_N_SEXES + sex);
}

/**
 * amp_profile_unpack:
 * @profile: any byte
 * @quality: (out): where to put the place quality
 * @age_band: (out): where to put the age band
 * @sex: (out): where to put the sex
 *
 * Returns: whether @profile is one that amp_profile_pack() makes.
 */
static inline gboolean
amp_profile_unpack (guint8 profile, guint8 *quality, guint8 *age_band, guint8 *sex)
{
  *sex = profile % AMP_N_SEXES;
  *age_band = profile / AMP_N_SEXES % AMP_N_AGE_BANDS;
  *quality = profile / AMP_N_SEXES / AMP_N_AGE_BANDS;
  return *quality < AMP_N_QUALITIES;
}

/**
 * AmpBytes:
 * @bytes: the first byte, borrowed.
 * @length: how many there are.
 *
 * Packed bytes.
 */
typedef struct
{
  const guint8 *bytes;
  gsize         length;
} AmpBytes;

/**
 * AmpBlockPacker:
 *
 * Packs the records of one block after the other.
 */
typedef struct _AmpBlockPacker AmpBlockPacker;

/**
 * amp_block_packer_new:
 *
 * Returns: (transfer full): an empty packer.
 */
AmpBlockPacker *amp_block_packer_new (void);

/**
 * amp_block_packer_free:
 * @packer: (transfer full) (nullable): a packer
 *
 * Frees @packer.
 */
void amp_block_packer_free (AmpBlockPacker *packer);

/**
 * amp_block_packer_begin:
 * @packer: a packer
 * @field_bytes: bytes of a record's bitmap of filled fields
 *
 * Forgets what was packed and starts a block.
 */
void amp_block_packer_begin (AmpBlockPacker *packer, gsize field_bytes);

/**
 * amp_block_packer_add:
 * @packer: a packer with fewer than %AMP_RECORDS_PER_BLOCK records
 * @record: a record
 * @category_set: number of its set of categories
 *
 * Adds @record to the block.
 */
void amp_block_packer_add (AmpBlockPacker *packer, const AmpRecord *record, guint32 category_set);

/**
 * amp_block_packer_get_n_records:
 * @packer: a packer
 *
 * Returns: records in the block so far.
 */
guint amp_block_packer_get_n_records (const AmpBlockPacker *packer);

/**
 * amp_block_packer_get_column:
 * @packer: a packer
 * @column: a column
 *
 * Returns: its bytes, valid until @packer is used again.
 */
AmpBytes amp_block_packer_get_column (const AmpBlockPacker *packer, AmpBlockColumn column);

/**
 * AmpBlockLimits:
 * @source: the source of the block.
 * @field_bytes: bytes of a record's bitmap of filled fields.
 * @n_places: places in the case.
 * @category_sets: the sets of categories in the case.
 * @n_category_sets: how many there are.
 *
 * What the numbers in a block may refer to.
 */
typedef struct
{
  guint32        source;
  gsize          field_bytes;
  guint          n_places;
  const guint32 *category_sets;
  guint          n_category_sets;
} AmpBlockLimits;

/**
 * amp_block_unpack:
 * @columns: (array fixed-size=7): the columns of a block, any bytes
 * @n_records: records in it, at most %AMP_RECORDS_PER_BLOCK
 * @limits: what its numbers may refer to
 * @records: (out caller-allocates) (array length=n_records): where to put the
 *   records, whose bitmaps borrow from @columns
 *
 * Returns: whether the columns held just these records.
 */
gboolean amp_block_unpack (const AmpBytes *columns, guint n_records, const AmpBlockLimits *limits, AmpRecord *records);

/**
 * amp_block_pack_persons:
 * @persons: (array length=n_persons): numbers of persons
 * @n_persons: how many, at most %AMP_RECORDS_PER_BLOCK
 * @bytes: (out caller-allocates): where to put the bytes, with room for
 *   %AMP_VARINT_MAX_BYTES each
 *
 * Packs the column of persons alone.
 *
 * Returns: bytes written.
 */
gsize amp_block_pack_persons (const guint32 *persons, guint n_persons, guint8 *bytes);

/**
 * amp_block_unpack_persons:
 * @column: the column of persons, any bytes
 * @n_persons: persons in it
 * @persons: (out caller-allocates) (array length=n_persons): where to put them
 *
 * Returns: whether the column held just these, each at least 1.
 */
gboolean amp_block_unpack_persons (AmpBytes column, guint n_persons, guint32 *persons);

/**
 * amp_block_compute_checksum:
 * @columns: (array length=n_columns): columns
 * @n_columns: how many
 *
 * Returns: the CRC-32 of the bytes of @columns, one column after the other.
 */
guint32 amp_block_compute_checksum (const AmpBytes *columns, guint n_columns);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpBlockPacker, amp_block_packer_free)

G_END_DECLS
