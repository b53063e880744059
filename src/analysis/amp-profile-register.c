/* Interns profiles in a hash table of cell numbers. */
#include "amp-profile-register.h"

#define FIRST_SIZE 1024u

/* A slot holds a cell number and, above it, half of the hash, so that nearly
 * every cell that is looked at is the right one. */
#define NUMBER_BITS 32
#define FREE G_MAXUINT64

struct _AmpProfileRegister
{
  GArray  *cells; /* AmpCell */
  guint64 *slots; /* or FREE: no cell has the highest number */
  gsize    size;  /* a power of two */
};

guint64
amp_profile_register_hash (const AmpCell *profile)
{
  guint64 hash = profile->sources;

  hash = (hash ^ profile->place) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  hash = (hash ^ (hash >> 29) ^ profile->categories) * G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
  hash ^= (guint64) profile->quality << 16 | (guint64) profile->age_band << 8 | profile->sex;
  hash = (hash ^ (hash >> 32)) * G_GUINT64_CONSTANT (0x94D049BB133111EB);
  return hash ^ (hash >> 31);
}

static gboolean
is_same (const AmpCell *one, const AmpCell *other)
{
  return one->sources == other->sources && one->place == other->place &&
         one->categories == other->categories && one->quality == other->quality &&
         one->age_band == other->age_band && one->sex == other->sex;
}

static guint64
make_slot (guint64 hash, guint32 number)
{
  return hash >> NUMBER_BITS << NUMBER_BITS | number;
}

static gsize
probe (const AmpProfileRegister *self, const AmpCell *profile, guint64 hash)
{
  const AmpCell *cells = (const AmpCell *) (const void *) self->cells->data;
  gsize          slot = hash & (self->size - 1);

  while (self->slots[slot] != FREE &&
         (self->slots[slot] >> NUMBER_BITS != hash >> NUMBER_BITS || !is_same (&cells[(guint32) self->slots[slot]], profile)))
    slot = (slot + 1) & (self->size - 1);
  return slot;
}

static void
allocate (AmpProfileRegister *self, gsize size)
{
  self->slots = g_new (guint64, size);
  self->size = size;
  memset (self->slots, 0xFF, size * sizeof (guint64));
}

/* All cells differ: each goes to the next free slot. */
static void
grow (AmpProfileRegister *self)
{
  g_free (self->slots);
  allocate (self, self->size * 2);
  for (guint32 i = 0; i < self->cells->len; i++)
    {
      guint64 hash = amp_profile_register_hash (&g_array_index (self->cells, AmpCell, i));
      gsize   slot = hash & (self->size - 1);

      while (self->slots[slot] != FREE)
        slot = (slot + 1) & (self->size - 1);
      self->slots[slot] = make_slot (hash, i);
    }
}

AmpProfileRegister *
amp_profile_register_new (void)
{
  AmpProfileRegister *self = g_new0 (AmpProfileRegister, 1);

  self->cells = g_array_new (FALSE, FALSE, sizeof (AmpCell));
  allocate (self, FIRST_SIZE);
  return self;
}

void
amp_profile_register_free (AmpProfileRegister *self)
{
  g_return_if_fail (self != NULL);
  g_clear_pointer (&self->cells, g_array_unref);
  g_free (self->slots);
  g_free (self);
}

void
amp_profile_register_prefetch_slot (const AmpProfileRegister *self, guint64 hash)
{
  __builtin_prefetch (&self->slots[hash & (self->size - 1)]);
}

void
amp_profile_register_prefetch_cell (const AmpProfileRegister *self, guint64 hash)
{
  guint64 slot = self->slots[hash & (self->size - 1)];

  if (slot != FREE)
    __builtin_prefetch (&g_array_index (self->cells, AmpCell, (guint32) slot));
}

guint32
amp_profile_register_find_hashed (AmpProfileRegister *self, const AmpCell *profile, guint64 hash)
{
  gsize slot;

  g_return_val_if_fail (self != NULL && profile != NULL, 0);

  slot = probe (self, profile, hash);
  if (self->slots[slot] == FREE)
    {
      AmpCell cell = *profile;

      cell.records = 0;
      cell.persons = 0;
      self->slots[slot] = make_slot (hash, self->cells->len);
      g_array_append_val (self->cells, cell);
      if (self->cells->len * (gsize) 2 > self->size)
        grow (self);
      return self->cells->len - 1;
    }
  return (guint32) self->slots[slot];
}

guint32
amp_profile_register_find (AmpProfileRegister *self, const AmpCell *profile)
{
  g_return_val_if_fail (profile != NULL, 0);
  return amp_profile_register_find_hashed (self, profile, amp_profile_register_hash (profile));
}

static gboolean
is_better_placed (const AmpCell *later, const AmpCell *earlier, const guint8 *levels)
{
  if (levels[later->place] != levels[earlier->place])
    return levels[later->place] > levels[earlier->place];
  return later->quality < earlier->quality;
}

guint32
amp_profile_register_merge (AmpProfileRegister *self, guint32 earlier, guint32 later, const guint8 *levels)
{
  AmpCell        merged;
  const AmpCell *other;

  g_return_val_if_fail (self != NULL && earlier < self->cells->len && later < self->cells->len, 0);

  if (earlier == later)
    return earlier;
  merged = g_array_index (self->cells, AmpCell, earlier);
  other = &g_array_index (self->cells, AmpCell, later);
  if (is_better_placed (other, &merged, levels))
    {
      merged.place = other->place;
      merged.quality = other->quality;
    }
  if (merged.age_band == AMP_AGE_BAND_UNKNOWN)
    merged.age_band = other->age_band;
  if (merged.sex == AMP_SEX_UNKNOWN)
    merged.sex = other->sex;
  merged.categories |= other->categories;
  merged.sources |= other->sources;
  return amp_profile_register_find (self, &merged);
}

void
amp_profile_register_count_record (AmpProfileRegister *self, guint32 profile)
{
  g_return_if_fail (self != NULL && profile < self->cells->len);
  g_array_index (self->cells, AmpCell, profile).records++;
}

void
amp_profile_register_count_person (AmpProfileRegister *self, guint32 profile)
{
  g_return_if_fail (self != NULL && profile < self->cells->len);
  g_array_index (self->cells, AmpCell, profile).persons++;
}

const AmpCell *
amp_profile_register_get_cells (AmpProfileRegister *self, gsize *n_cells)
{
  g_return_val_if_fail (self != NULL && n_cells != NULL, NULL);
  *n_cells = self->cells->len;
  return (const AmpCell *) (const void *) self->cells->data;
}
