/* Interns profiles in a hash table of cell numbers. */
#include "amp-profile-register.h"

#define FIRST_SIZE 1024u
#define FREE G_MAXUINT32

struct _AmpProfileRegister
{
  GArray  *cells; /* AmpCell */
  guint32 *slots; /* cell number, or FREE */
  gsize    size;  /* a power of two */
};

static guint64
hash_of (const AmpCell *cell)
{
  guint64 hash = cell->sources;

  hash = (hash ^ cell->place) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  hash = (hash ^ (hash >> 29) ^ cell->categories) * G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
  hash ^= (guint64) cell->quality << 16 | (guint64) cell->age_band << 8 | cell->sex;
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

static gsize
probe (const AmpProfileRegister *self, const AmpCell *profile)
{
  const AmpCell *cells = (const AmpCell *) (const void *) self->cells->data;
  gsize          slot = hash_of (profile) & (self->size - 1);

  while (self->slots[slot] != FREE && !is_same (&cells[self->slots[slot]], profile))
    slot = (slot + 1) & (self->size - 1);
  return slot;
}

static void
allocate (AmpProfileRegister *self, gsize size)
{
  self->slots = g_new (guint32, size);
  self->size = size;
  memset (self->slots, 0xFF, size * sizeof (guint32));
}

static void
grow (AmpProfileRegister *self)
{
  g_free (self->slots);
  allocate (self, self->size * 2);
  for (guint32 i = 0; i < self->cells->len; i++)
    self->slots[probe (self, &g_array_index (self->cells, AmpCell, i))] = i;
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

guint32
amp_profile_register_find (AmpProfileRegister *self, const AmpCell *profile)
{
  gsize slot;

  g_return_val_if_fail (self != NULL && profile != NULL, 0);

  slot = probe (self, profile);
  if (self->slots[slot] == FREE)
    {
      AmpCell cell = *profile;

      cell.records = 0;
      cell.persons = 0;
      self->slots[slot] = self->cells->len;
      g_array_append_val (self->cells, cell);
      if (self->cells->len * 2 > self->size)
        grow (self);
      return self->cells->len - 1;
    }
  return self->slots[slot];
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
