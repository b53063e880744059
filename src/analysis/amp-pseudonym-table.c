/* Buckets of one cache line each, in levels that only ever fill. */
#include "amp-pseudonym-table.h"

#define BUCKET_SIZE 8
#define RECORD_BITS 28
#define RECORD_MASK ((G_GUINT64_CONSTANT (1) << RECORD_BITS) - 1)

/* How full a level becomes, in percent. Above this, keys stand too far from
 * their own bucket. */
#define MAX_FILL 88

/* The first level when nothing is known, in keys. */
#define SMALLEST_LEVEL (1u << 18)

/* Enough for a table that becomes fifty times what was expected. */
#define MAX_LEVELS 20

typedef struct
{
  guint64 *entries; /* 0: free; aligned to a cache line */
  gsize    n_buckets;
  gsize    n_used;
  gsize    capacity;
} Level;

struct _AmpPseudonymTable
{
  Level    levels[MAX_LEVELS];
  guint    n_levels;
  gsize    capacity; /* of all levels */
  gboolean is_expected;
};

static void
add_level (AmpPseudonymTable *self, gsize n_keys)
{
  Level *level = &self->levels[self->n_levels++];

  g_assert (self->n_levels <= MAX_LEVELS);
  level->n_buckets = n_keys / BUCKET_SIZE * 100 / MAX_FILL + 1;
  level->capacity = n_keys;
  self->capacity += n_keys;
  level->entries = g_aligned_alloc0 (level->n_buckets, BUCKET_SIZE * sizeof (guint64), BUCKET_SIZE * sizeof (guint64));
}

AmpPseudonymTable *
amp_pseudonym_table_new (gsize n_expected)
{
  AmpPseudonymTable *self = g_new0 (AmpPseudonymTable, 1);

  self->is_expected = n_expected > 0;
  add_level (self, MAX (n_expected, SMALLEST_LEVEL));
  return self;
}

/* What was expected is nearly right: a little more is enough. What was not may
 * be of any size, and few levels are quicker than many. */
static gsize
size_next_level (const AmpPseudonymTable *self)
{
  return self->is_expected ? self->capacity / 4 : self->capacity * 3;
}

void
amp_pseudonym_table_free (AmpPseudonymTable *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->n_levels; i++)
    g_aligned_free (self->levels[i].entries);
  g_free (self);
}

/* The upper half of a product spreads the buckets evenly whatever their number. */
static gsize
bucket_of (const Level *level, const AmpPseudonym *pseudonym)
{
  return (gsize) (((unsigned __int128) pseudonym->low * level->n_buckets) >> 64);
}

/* Never 0, which stands for a free entry. */
static guint64
tag_of (const AmpPseudonym *pseudonym)
{
  guint64 tag = pseudonym->high >> RECORD_BITS;

  return tag != 0 ? tag : 1;
}

/* Returns the entry of @tag, or the free one where it would stand. A level is
 * never full, so there is one. */
static guint64 *
find_entry (const Level *level, gsize bucket, guint64 tag)
{
  for (;; bucket = bucket + 1 < level->n_buckets ? bucket + 1 : 0)
    {
      guint64 *entries = level->entries + bucket * BUCKET_SIZE;

      for (guint i = 0; i < BUCKET_SIZE; i++)
        if (entries[i] == 0 || entries[i] >> RECORD_BITS == tag)
          return &entries[i];
    }
}

void
amp_pseudonym_table_prefetch (const AmpPseudonymTable *self, const AmpPseudonym *pseudonym)
{
  for (guint i = 0; i < self->n_levels; i++)
    __builtin_prefetch (self->levels[i].entries + bucket_of (&self->levels[i], pseudonym) * BUCKET_SIZE, 1);
}

guint32
amp_pseudonym_table_claim (AmpPseudonymTable *self, const AmpPseudonym *pseudonym, guint32 record)
{
  guint64  tag;
  guint64 *entry = NULL;
  Level   *last;

  g_return_val_if_fail (self != NULL && record < AMP_PSEUDONYM_TABLE_MAX_RECORDS, record);

  tag = tag_of (pseudonym);
  for (guint i = 0; i < self->n_levels; i++)
    {
      entry = find_entry (&self->levels[i], bucket_of (&self->levels[i], pseudonym), tag);
      if (*entry != 0)
        return (guint32) (*entry & RECORD_MASK);
    }
  *entry = tag << RECORD_BITS | record;
  last = &self->levels[self->n_levels - 1];
  if (++last->n_used == last->capacity)
    add_level (self, size_next_level (self));
  return record;
}
