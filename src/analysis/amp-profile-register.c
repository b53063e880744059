/* Interns profiles in a hash table of cell numbers. */
#include "amp-profile-register.h"

#include "amp-large-memory.h"

#define FIRST_SIZE 1024u

/* A slot holds a cell number and, above it, half of the hash, so that nearly
 * every cell that is looked at is the right one. */
#define NUMBER_BITS 32
#define FREE G_MAXUINT64

struct _AmpProfileRegister
{
  AmpCell *cells; /* half as many as slots, all that there is room for */
  guint32  n_cells;
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
  gsize slot = hash & (self->size - 1);

  while (self->slots[slot] != FREE &&
         (self->slots[slot] >> NUMBER_BITS != hash >> NUMBER_BITS || !is_same (&self->cells[(guint32) self->slots[slot]], profile)))
    slot = (slot + 1) & (self->size - 1);
  return slot;
}

static void
allocate_slots (AmpProfileRegister *self, gsize size)
{
  self->slots = amp_large_memory_new (size * sizeof (guint64));
  self->size = size;
  memset (self->slots, 0xFF, size * sizeof (guint64));
}

/* All cells differ: each goes to the next free slot. */
static void
grow (AmpProfileRegister *self)
{
  gsize size = self->size;

  amp_large_memory_free (self->slots, size * sizeof (guint64));
  allocate_slots (self, size * 2);
  self->cells = amp_large_memory_grow (self->cells, size / 2 * sizeof (AmpCell), size * sizeof (AmpCell));
  for (guint32 i = 0; i < self->n_cells; i++)
    {
      guint64 hash = amp_profile_register_hash (&self->cells[i]);
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

  self->cells = amp_large_memory_new (FIRST_SIZE / 2 * sizeof (AmpCell));
  allocate_slots (self, FIRST_SIZE);
  return self;
}

void
amp_profile_register_free (AmpProfileRegister *self)
{
  g_return_if_fail (self != NULL);
  amp_large_memory_free (self->cells, self->size / 2 * sizeof (AmpCell));
  amp_large_memory_free (self->slots, self->size * sizeof (guint64));
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
    __builtin_prefetch (&self->cells[(guint32) slot]);
}

static guint32
add_cell (AmpProfileRegister *self, const AmpCell *profile, guint64 hash, gsize slot)
{
  guint32  number = self->n_cells++;
  AmpCell *cell = &self->cells[number];

  *cell = *profile;
  cell->records = 0;
  cell->persons = 0;
  self->slots[slot] = make_slot (hash, number);
  if (self->n_cells * (gsize) 2 == self->size)
    grow (self);
  return number;
}

guint32
amp_profile_register_find_hashed (AmpProfileRegister *self, const AmpCell *profile, guint64 hash)
{
  gsize slot;

  g_return_val_if_fail (self != NULL && profile != NULL, 0);

  slot = probe (self, profile, hash);
  return self->slots[slot] == FREE ? add_cell (self, profile, hash, slot) : (guint32) self->slots[slot];
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

  g_return_val_if_fail (self != NULL && earlier < self->n_cells && later < self->n_cells, 0);

  if (earlier == later)
    return earlier;
  merged = self->cells[earlier];
  other = &self->cells[later];
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
  g_return_if_fail (self != NULL && profile < self->n_cells);
  self->cells[profile].records++;
}

void
amp_profile_register_count_person (AmpProfileRegister *self, guint32 profile)
{
  g_return_if_fail (self != NULL && profile < self->n_cells);
  self->cells[profile].persons++;
}

const AmpCell *
amp_profile_register_get_cells (AmpProfileRegister *self, gsize *n_cells)
{
  g_return_val_if_fail (self != NULL && n_cells != NULL, NULL);
  *n_cells = self->n_cells;
  return self->cells;
}
